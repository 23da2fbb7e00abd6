"""The shape of a workshop file: every scenario in the shape of its own file, the rest keyed by ids or listed."""

from dataclasses import field
from datetime import datetime
from typing import Annotated, Literal

from models.schema.problem import phrase
from models.schema.record import Decision, Details
from models.schema.scenario import CaseReference, Scenario
from models.schema.value import FreeText, Identifier, Limits, Value
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
    SentFile,
    Signpost,
    Workshop,
)
from models.store import scenario_file
from models.store.scenario_file import ScenarioFile, written_as

_MANY = Limits(max_length=2 * MAX_LISTED)
_LISTED = Limits(max_length=MAX_LISTED)


class RoundEntry(Value):
    """A round, under its id."""

    name: FreeText
    revealed: bool = False


class CountEntry(Value):
    """How many took which stance, under an assumption's id."""

    holds: Heads = 0
    uncertain: Heads = 0
    fails: Heads = 0


class BallotEntry(Value):
    """A ballot, from which a group's scenario is made again."""

    heads: Annotated[int, Limits(ge=1, le=MAX_HEADS)]
    counts: Annotated[dict[Identifier, CountEntry], _MANY] = field(default_factory=dict)


class GroupEntry(Value):
    """A group in one round: either its scenario or its ballot."""

    id: Identifier
    round: Identifier
    name: FreeText
    origin: Origin
    file: FreeText = ""
    digest: FreeText = ""
    arrived: datetime | None = None
    beside: Identifier | None = None
    asked: bool = False
    replaced: Annotated[tuple[SentFile, ...], _LISTED] = ()
    scenario: ScenarioFile | None = None
    ballot: BallotEntry | None = None

    def __post_init__(self) -> None:
        if (self.scenario is None) == (self.ballot is None):
            raise ValueError(
                phrase("The group {group} needs either a scenario or a ballot.", group=self.name)
            )


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
    hands: Annotated[dict[Identifier, HandsEntry], _MANY] = field(default_factory=dict)
    scenario: ScenarioFile | None = None


class StageEntry(Value):
    """A named state, under its id."""

    name: FreeText
    at: datetime | None = None
    scenario: ScenarioFile


class AgendaEntry(Value):
    """One step of the day, under its id."""

    title: FreeText
    minutes: Annotated[int, Limits(ge=1, le=1440)]
    purpose: FreeText = ""
    spent: Annotated[int, Limits(ge=0, le=1_000_000)] = 0


class WorkshopFile(Value):
    """A workshop as it is written down, with the scenario that the plenary toggles."""

    format: Literal["whatholds-workshop"] = "whatholds-workshop"
    schema_: Literal[2] = 2
    case: CaseReference
    created: datetime | None = None
    modified: datetime | None = None
    details: Details = Details()
    scenario: ScenarioFile
    round: Identifier
    rounds: Annotated[dict[Identifier, RoundEntry], Limits(min_length=1, max_length=100)]
    groups: Annotated[tuple[GroupEntry, ...], _LISTED] = ()
    predictions: Annotated[dict[Identifier, PredictionEntry], _LISTED] = field(default_factory=dict)
    stages: Annotated[dict[Identifier, StageEntry], _LISTED] = field(default_factory=dict)
    agenda_at: Identifier | None = None
    agenda: Annotated[dict[Identifier, AgendaEntry], _LISTED] = field(default_factory=dict)
    signposts: Annotated[tuple[Signpost, ...], _MANY] = ()
    actions: Annotated[tuple[Action, ...], _MANY] = ()
    step_notes: Annotated[dict[Identifier, FreeText], _LISTED] = field(default_factory=dict)
    decisions: Annotated[tuple[Decision, ...], _LISTED] = ()
    log: tuple[Entry, ...] = ()


def as_file(scenario: Scenario, workshop: Workshop) -> WorkshopFile:
    """The workshop and the plenary's scenario in the shape of their file; what is unplaced stands with the rest."""
    strange = workshop.unplaced
    return written_as(
        WorkshopFile,
        workshop,
        scenario=scenario_file.as_file(scenario),
        rounds={item.id: written_as(RoundEntry, item) for item in workshop.rounds},
        groups=tuple(_group(group) for group in workshop.groups),
        predictions={item.id: _prediction(item) for item in workshop.predictions},
        stages={
            item.id: written_as(StageEntry, item, scenario=scenario_file.as_file(item.scenario))
            for item in workshop.stages
        },
        agenda={item.id: written_as(AgendaEntry, item) for item in workshop.agenda},
        signposts=(*workshop.signposts, *(item for item in strange if isinstance(item, Signpost))),
        actions=(*workshop.actions, *(item for item in strange if isinstance(item, Action))),
        step_notes={item.id: item.text for item in workshop.step_notes},
        log=tuple(workshop.log),
    )


def _group(group: Group) -> GroupEntry:
    return written_as(
        GroupEntry,
        group,
        scenario=None if group.ballot else scenario_file.as_file(group.scenario),
        ballot=_ballot(group.ballot) if group.ballot else None,
    )


def _ballot(ballot: Ballot) -> BallotEntry:
    counts = (*ballot.counts, *ballot.unplaced)
    return BallotEntry(
        heads=ballot.heads, counts={count.id: written_as(CountEntry, count) for count in counts}
    )


def _prediction(prediction: Prediction) -> PredictionEntry:
    hands = (*prediction.hands, *prediction.unplaced)
    return written_as(
        PredictionEntry,
        prediction,
        hands={item.id: written_as(HandsEntry, item) for item in hands},
        scenario=scenario_file.as_file(prediction.scenario) if prediction.scenario else None,
    )
