"""The shape of a workshop file: every scenario in the shape of its own file, the rest keyed by ids or listed."""

from datetime import datetime
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from models.schema.scenario import CaseReference, FreeText, Scenario
from models.schema.value import Identifier, Value
from models.schema.workshop import (
    MAX_HEADS,
    MAX_LISTED,
    Action,
    Ballot,
    Entry,
    Group,
    Heads,
    Origin,
    Phase,
    Prediction,
    Signpost,
    Workshop,
)
from models.store import scenario_file
from models.store.scenario_file import ScenarioFile

_MANY = Field(default=(), max_length=2 * MAX_LISTED)


class RoundEntry(Value):
    """A round, under its id."""

    name: FreeText


class CountEntry(Value):
    """How many took which stance, under an assumption's id."""

    holds: Heads = 0
    uncertain: Heads = 0
    fails: Heads = 0


class BallotEntry(Value):
    """A ballot, from which a group's scenario is made again."""

    heads: Annotated[int, Field(ge=1, le=MAX_HEADS)]
    counts: dict[Identifier, CountEntry] = Field(default_factory=dict, max_length=2 * MAX_LISTED)


class GroupEntry(Value):
    """A group in one round: either its scenario or its ballot."""

    id: Identifier
    round: Identifier
    name: FreeText
    origin: Origin
    file: FreeText = ""
    digest: FreeText = ""
    arrived: datetime | None = None
    scenario: ScenarioFile | None = None
    ballot: BallotEntry | None = None

    @model_validator(mode="after")
    def _says_where_it_stands(self) -> Self:
        if (self.scenario is None) == (self.ballot is None):
            raise ValueError(f"the group {self.name} needs either a scenario or a ballot")
        return self


class HandsEntry(Value):
    """How many hands went up for what, under a recommendation's id."""

    holds: Heads = 0
    open: Heads = 0
    falls: Heads = 0


class PredictionEntry(Value):
    """A prediction, under its id."""

    question: FreeText = ""
    phase: Phase = Phase.ASKING
    asked: datetime | None = None
    locked: datetime | None = None
    revealed: datetime | None = None
    hands: dict[Identifier, HandsEntry] = Field(default_factory=dict, max_length=2 * MAX_LISTED)
    scenario: ScenarioFile | None = None


class StageEntry(Value):
    """A named state, under its id."""

    name: FreeText
    at: datetime | None = None
    scenario: ScenarioFile


class AgendaEntry(Value):
    """One step of the day, under its id."""

    title: FreeText
    minutes: Annotated[int, Field(ge=1, le=1440)]
    purpose: FreeText = ""
    spent: Annotated[int, Field(ge=0, le=1_000_000)] = 0


class WorkshopFile(Value):
    """A workshop as it is written down, with the scenario that the plenary toggles."""

    format: Literal["whatholds-workshop"] = "whatholds-workshop"
    schema_: Literal[1] = Field(default=1, alias="schema")
    case: CaseReference
    created: datetime | None = None
    modified: datetime | None = None
    scenario: ScenarioFile
    round: Identifier
    rounds: Annotated[dict[Identifier, RoundEntry], Field(min_length=1, max_length=100)]
    groups: Annotated[tuple[GroupEntry, ...], Field(max_length=MAX_LISTED)] = ()
    predictions: dict[Identifier, PredictionEntry] = Field(default_factory=dict, max_length=MAX_LISTED)
    stages: dict[Identifier, StageEntry] = Field(default_factory=dict, max_length=MAX_LISTED)
    agenda_at: Identifier | None = None
    agenda: dict[Identifier, AgendaEntry] = Field(default_factory=dict, max_length=MAX_LISTED)
    signposts: tuple[Signpost, ...] = _MANY
    actions: tuple[Action, ...] = _MANY
    step_notes: dict[Identifier, FreeText] = Field(default_factory=dict, max_length=MAX_LISTED)
    log: tuple[Entry, ...] = ()


def as_file(scenario: Scenario, workshop: Workshop) -> WorkshopFile:
    """The workshop and the plenary's scenario in the shape of their file; what is unplaced stands with the rest."""
    strange = workshop.unplaced
    return WorkshopFile(
        case=workshop.case,
        created=workshop.created,
        modified=workshop.modified,
        scenario=scenario_file.as_file(scenario),
        round=workshop.round,
        rounds={item.id: RoundEntry(name=item.name) for item in workshop.rounds},
        groups=tuple(_group(group) for group in workshop.groups),
        predictions={item.id: _prediction(item) for item in workshop.predictions},
        stages={
            item.id: StageEntry(name=item.name, at=item.at, scenario=scenario_file.as_file(item.scenario))
            for item in workshop.stages
        },
        agenda_at=workshop.agenda_at,
        agenda={
            item.id: AgendaEntry(
                title=item.title, minutes=item.minutes, purpose=item.purpose, spent=item.spent
            )
            for item in workshop.agenda
        },
        signposts=(*workshop.signposts, *(item for item in strange if isinstance(item, Signpost))),
        actions=(*workshop.actions, *(item for item in strange if isinstance(item, Action))),
        step_notes={item.id: item.text for item in workshop.step_notes},
        log=workshop.log,
    )


def _group(group: Group) -> GroupEntry:
    return GroupEntry(
        id=group.id,
        round=group.round,
        name=group.name,
        origin=group.origin,
        file=group.file,
        digest=group.digest,
        arrived=group.arrived,
        scenario=None if group.ballot else scenario_file.as_file(group.scenario),
        ballot=_ballot(group.ballot) if group.ballot else None,
    )


def _ballot(ballot: Ballot) -> BallotEntry:
    counts = {
        count.id: CountEntry(holds=count.holds, uncertain=count.uncertain, fails=count.fails)
        for count in (*ballot.counts, *ballot.unplaced)
    }
    return BallotEntry(heads=ballot.heads, counts=counts)


def _prediction(prediction: Prediction) -> PredictionEntry:
    hands = {
        item.id: HandsEntry(holds=item.holds, open=item.open, falls=item.falls)
        for item in (*prediction.hands, *prediction.unplaced)
    }
    return PredictionEntry(
        question=prediction.question,
        phase=prediction.phase,
        asked=prediction.asked,
        locked=prediction.locked,
        revealed=prediction.revealed,
        hands=hands,
        scenario=scenario_file.as_file(prediction.scenario) if prediction.scenario else None,
    )
