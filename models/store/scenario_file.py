"""The shape of a scenario file: objects keyed by ids where the scenario itself has tuples."""

from datetime import datetime
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from models.schema.case import Reading, Stance, Verdict
from models.schema.scenario import CaseReference, FreeText, Scenario, Unplaced
from models.schema.value import Value

Name = Annotated[str, StringConstraints(min_length=1, max_length=200)]
Probability = Annotated[float, Field(ge=0, le=1, allow_inf_nan=False)]


class ScenarioFile(Value):
    """A scenario as it is written down."""

    format: Literal["whatholds-scenario"] = "whatholds-scenario"
    schema_: Literal[1] = Field(default=1, alias="schema")
    case: CaseReference
    title: FreeText = ""
    group: FreeText = ""
    created: datetime | None = None
    modified: datetime | None = None
    stances: dict[Name, Stance]
    credences: dict[Name, Probability] = Field(default_factory=dict)
    set_aside: tuple[Name, ...] = ()
    reading: Reading = Reading.ANY_GROUND
    added: bool = False
    note: FreeText = ""
    notes: dict[Name, FreeText] = Field(default_factory=dict)
    rationales: dict[Name, FreeText] = Field(default_factory=dict)
    verdicts: dict[Name, Verdict] = Field(default_factory=dict)
    unplaced: tuple[Unplaced, ...] = ()


def as_file(scenario: Scenario) -> ScenarioFile:
    """The scenario in the shape of its file."""
    return ScenarioFile(
        case=scenario.case,
        title=scenario.title,
        group=scenario.group,
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
        verdicts={entry.id: entry.verdict for entry in scenario.verdicts},
        unplaced=scenario.unplaced,
    )
