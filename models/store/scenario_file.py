"""The shape of a scenario file: objects keyed by ids where the scenario itself has tuples."""

from dataclasses import field
from datetime import datetime
from typing import Annotated, Literal

from models.schema.grades import Reading, Stance, Verdict
from models.schema.scenario import CaseReference, Scenario, Unplaced
from models.schema.value import FreeText, Limits, Probability, Value

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
    reading: Reading = Reading.ANY_GROUND
    added: bool = False
    note: FreeText = ""
    notes: dict[Name, FreeText] = field(default_factory=dict)
    rationales: dict[Name, FreeText] = field(default_factory=dict)
    voices: dict[Name, FreeText] = field(default_factory=dict)
    verdicts: dict[Name, Verdict] = field(default_factory=dict)
    unplaced: tuple[Unplaced, ...] = ()


def as_file(scenario: Scenario) -> ScenarioFile:
    """The scenario in the shape of its file."""
    return ScenarioFile(
        case=scenario.case,
        title=scenario.title,
        group=scenario.group,
        horizon=scenario.horizon,
        created=scenario.created,
        modified=scenario.modified,
        stances=scenario.stance_of,
        credences=scenario.credence_of,
        set_aside=scenario.set_aside,
        reading=scenario.reading,
        added=scenario.added,
        note=scenario.note,
        notes=scenario.note_on,
        rationales=scenario.rationale_of,
        voices=scenario.voice_of,
        verdicts={entry.id: entry.verdict for entry in scenario.verdicts},
        unplaced=scenario.unplaced,
    )
