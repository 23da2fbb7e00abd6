"""The shape of a scenario file: objects keyed by ids where the scenario itself has tuples."""

from dataclasses import field, fields
from datetime import datetime
from typing import Annotated, Any, Literal, TypeVar

from models.schema.grades import Reading, Stance, Verdict
from models.schema.scenario import CaseReference, Scenario, Unplaced
from models.schema.value import FreeText, Limits, Probability, Value

Shape = TypeVar("Shape", bound=Value)
Name = Annotated[str, Limits(min_length=1, max_length=200)]


class ScenarioFile(Value):
    """A scenario as it is written down."""

    format: Literal["whatholds-scenario"] = "whatholds-scenario"
    schema_: Literal[2] = 2
    case: CaseReference
    title: FreeText = ""
    group: FreeText = ""
    horizon: FreeText = ""
    created: datetime | None = None
    modified: datetime | None = None
    stances: dict[Name, Stance]
    credences: dict[Name, Probability] = field(default_factory=dict)
    set_aside: tuple[Name, ...] = ()
    reading: Reading = Reading.ONE_ARGUMENT
    added: bool = False
    note: FreeText = ""
    notes: dict[Name, FreeText] = field(default_factory=dict)
    rationales: dict[Name, FreeText] = field(default_factory=dict)
    voices: dict[Name, FreeText] = field(default_factory=dict)
    verdicts: dict[Name, Verdict] = field(default_factory=dict)
    unplaced: tuple[Unplaced, ...] = ()


def as_file(scenario: Scenario) -> ScenarioFile:
    """The scenario in the shape of its file."""
    return written_as(
        ScenarioFile,
        scenario,
        stances=scenario.stance_of,
        credences=scenario.credence_of,
        notes=scenario.note_on,
        rationales=scenario.rationale_of,
        voices=scenario.voice_of,
        verdicts={entry.id: entry.verdict for entry in scenario.verdicts},
    )


def written_as(kind: type[Shape], value: Value, **otherwise: Any) -> Shape:
    """A value in the shape that files have for it: what is called the same is the same, but for what is given."""
    given = (item.name for item in fields(kind) if item.name not in otherwise)
    return kind(**{name: getattr(value, name) for name in given if hasattr(value, name)}, **otherwise)
