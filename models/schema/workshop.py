"""A workshop: rounds of groups' scenarios and ballots, and all that a room writes down around one scenario.

The scenario that the plenary toggles is not part of it; a workshop file holds both. Everything that is kept
in a list has a `key`, so that a step can be taken back without touching what came in since.
"""

from datetime import datetime
from enum import StrEnum
from functools import cached_property
from typing import Annotated

from models.schema.grades import Stance, is_split
from models.schema.log import Entry as Entry
from models.schema.log import Log, log_of
from models.schema.problem import phrase
from models.schema.record import Action as Action
from models.schema.record import ActionKind as ActionKind
from models.schema.record import Decision, Details, tell_apart
from models.schema.record import Key as Key
from models.schema.record import Listed as Listed
from models.schema.record import SentFile as SentFile
from models.schema.record import Signpost as Signpost
from models.schema.record import WatchState as WatchState
from models.schema.scenario import CaseReference, Scenario
from models.schema.value import FreeText, Identifier, Limits, Value

MAX_HEADS = 10_000
MAX_LISTED = 5_000

Heads = Annotated[int, Limits(ge=0, le=MAX_HEADS)]


class Origin(StrEnum):
    """How a group's stances came in."""

    FILE = "file"
    FOLDER = "folder"
    WINDOW = "window"
    TALLY = "tally"
    PHONES = "phones"


class Phase(StrEnum):
    """How far a prediction has come: hands are counted, it can no longer be changed, the answer is shown."""

    ASKING = "asking"
    LOCKED = "locked"
    REVEALED = "revealed"


class Round(Listed):
    """One round in which the groups say where they stand; what they say is for the room once it is `revealed`."""

    id: Identifier
    name: FreeText
    revealed: bool = False


class Count(Value):
    """How many in a group hold one assumption to be what; who did not answer is in none of the three."""

    id: Identifier
    holds: Heads = 0
    uncertain: Heads = 0
    fails: Heads = 0

    @property
    def answered(self) -> int:
        """How many answered."""
        return self.holds + self.uncertain + self.fails

    @property
    def is_split(self) -> bool:
        """Whether no stance was taken by more than half of those who answered."""
        return is_split((self.holds, self.uncertain, self.fails))

    def of(self, stance: Stance) -> int:
        """How many took this stance."""
        counts = {Stance.HOLDS: self.holds, Stance.UNCERTAIN: self.uncertain, Stance.FAILS: self.fails}
        return counts.get(stance, 0)


class Ballot(Value):
    """A group's paper ballots as counts: one entry for each assumption that anybody answered.

    `unplaced` counts assumptions that the present case does not have; they are kept and written back.
    """

    heads: Annotated[int, Limits(ge=1, le=MAX_HEADS)]
    counts: Annotated[tuple[Count, ...], Limits(max_length=MAX_LISTED)] = ()
    unplaced: Annotated[tuple[Count, ...], Limits(max_length=MAX_LISTED)] = ()

    @cached_property
    def of(self) -> dict[str, Count]:
        """The counts, under assumption ids."""
        return {count.id: count for count in self.counts}

    def __post_init__(self) -> None:
        for count in (*self.counts, *self.unplaced):
            if count.answered > self.heads:
                raise ValueError(
                    phrase(
                        "There are {answers} answers on {item} from {people} people.",
                        answers=count.answered,
                        item=count.id,
                        people=self.heads,
                    )
                )


class Group(Listed):
    """What one group holds in one round: its scenario, and the ballot that it was made from if there is one.

    The same group has the same id in every round. `digest` tells whether a file has changed. A second file of one
    group is kept `beside` it, by its id, and `asked` about until somebody says which of the two counts; what
    was `replaced` then is known when it is found again.
    """

    keyed_by = ("round", "id")

    id: Identifier
    round: Identifier
    name: FreeText
    origin: Origin
    file: FreeText = ""
    digest: FreeText = ""
    arrived: datetime | None = None
    beside: Identifier | None = None
    asked: bool = False
    replaced: Annotated[tuple[SentFile, ...], Limits(max_length=MAX_LISTED)] = ()
    scenario: Scenario
    ballot: Ballot | None = None

    def __hash__(self) -> int:
        """Cheap and consistent with equality, as what groups say is looked up at every toggle."""
        return hash((self.round, self.id, self.name))


class Hands(Value):
    """How many hands went up for a recommendation to hold, to be open, and to fall."""

    id: Identifier
    holds: Heads = 0
    open: Heads = 0
    falls: Heads = 0

    @property
    def raised(self) -> int:
        """How many hands went up."""
        return self.holds + self.open + self.falls


class Prediction(Listed):
    """What the room foresaw; `scenario` is what it was asked about, fixed when the prediction is locked.

    `unplaced` are hands for recommendations that the present case does not have.
    """

    id: Identifier
    question: FreeText = ""
    phase: Phase = Phase.ASKING
    hands: Annotated[tuple[Hands, ...], Limits(max_length=MAX_LISTED)] = ()
    unplaced: Annotated[tuple[Hands, ...], Limits(max_length=MAX_LISTED)] = ()
    scenario: Scenario | None = None
    asked: datetime | None = None
    locked: datetime | None = None
    revealed: datetime | None = None

    @cached_property
    def of(self) -> dict[str, Hands]:
        """The hands, under recommendation ids."""
        return {hands.id: hands for hands in self.hands}

    def __post_init__(self) -> None:
        if (self.phase is Phase.ASKING) != (self.scenario is None):
            raise ValueError(phrase("A prediction has a scenario once it is locked, and not before."))


class Stage(Listed):
    """A state that was given a name, to be returned to."""

    id: Identifier
    name: FreeText
    at: datetime | None = None
    scenario: Scenario


class AgendaItem(Listed):
    """One step of the day: its minutes, what it is for, and the seconds that have been spent on it."""

    id: Identifier
    title: FreeText
    minutes: Annotated[int, Limits(ge=1, le=1440)]
    purpose: FreeText = ""
    spent: Annotated[int, Limits(ge=0, le=1_000_000)] = 0


class StepNote(Listed):
    """The facilitator's note beside one step of the walk-through; never for the room."""

    id: Identifier
    text: FreeText


FIRST_ROUND = Round(id="round-1", name="Round 1")
LISTS = (
    *("rounds", "groups", "predictions", "stages", "agenda", "signposts", "actions", "step_notes"),
    "decisions",
)


class Workshop(Value):
    """All that a room has gathered; `round` is the one that is filled in now, `agenda_at` the present step.

    `log` is only ever added to, and no step takes an entry back. `unplaced` are entries of its file about
    assumptions that the present case does not have; they are kept and written back.
    """

    case: CaseReference
    created: datetime | None = None
    modified: datetime | None = None
    details: Details = Details()
    round: Identifier = FIRST_ROUND.id
    rounds: Annotated[tuple[Round, ...], Limits(min_length=1, max_length=100)] = (FIRST_ROUND,)
    groups: Annotated[tuple[Group, ...], Limits(max_length=MAX_LISTED)] = ()
    predictions: Annotated[tuple[Prediction, ...], Limits(max_length=MAX_LISTED)] = ()
    stages: Annotated[tuple[Stage, ...], Limits(max_length=MAX_LISTED)] = ()
    agenda: Annotated[tuple[AgendaItem, ...], Limits(max_length=MAX_LISTED)] = ()
    agenda_at: Identifier | None = None
    signposts: Annotated[tuple[Signpost, ...], Limits(max_length=MAX_LISTED)] = ()
    actions: Annotated[tuple[Action, ...], Limits(max_length=MAX_LISTED)] = ()
    step_notes: Annotated[tuple[StepNote, ...], Limits(max_length=MAX_LISTED)] = ()
    decisions: Annotated[tuple[Decision, ...], Limits(max_length=MAX_LISTED)] = ()
    log: Log = Log()
    unplaced: Annotated[tuple[Signpost | Action, ...], Limits(max_length=2 * MAX_LISTED)] = ()

    def __post_init__(self) -> None:
        for name in LISTS:
            tell_apart(name, getattr(self, name))
        if not isinstance(self.log, Log):
            object.__setattr__(self, "log", log_of(self.log))
        known = {item.id for item in self.rounds}
        if self.round not in known:
            raise ValueError(phrase("There is no round {round}.", round=self.round))
        for group in self.groups:
            if group.round not in known:
                what = phrase(
                    "The group {group} is in a round {round} that does not exist.",
                    group=group.name,
                    round=group.round,
                )
                raise ValueError(what)

    @property
    def is_empty(self) -> bool:
        """Whether nothing has been gathered that a scenario file could not hold."""
        gathered = (getattr(self, name) for name in LISTS if name != "rounds")
        is_fresh = self.details == Details() and self.rounds == (FIRST_ROUND,)
        return is_fresh and not any((*gathered, self.unplaced))

    @property
    def present(self) -> tuple[Group, ...]:
        """The groups of the present round."""
        return self.in_round(self.round)

    def in_round(self, identifier: str) -> tuple[Group, ...]:
        """The groups of one round."""
        return tuple(group for group in self.groups if group.round == identifier)

    def answers_in(self, identifier: str) -> tuple[Group, ...]:
        """The groups of one round but for second files, as long as nobody has said which of two counts."""
        return tuple(group for group in self.in_round(identifier) if not group.asked)

    def is_revealed(self, identifier: str) -> bool:
        """Whether the room may see what the groups said in a round; of one that is not there nobody said anything."""
        return all(item.revealed for item in self.rounds if item.id == identifier)

    @property
    def seen_round(self) -> str:
        """The round that the room may see: this one, or while that has nothing to show the last that has; else none."""
        seen = [item.id for item in self.rounds if item.revealed and self.in_round(item.id)]
        return self.round if self.round in seen else next(reversed(seen), "")

    @property
    def asking(self) -> Prediction | None:
        """The prediction that is not yet revealed; while there is one, verdicts are hidden."""
        open_ones = (item for item in self.predictions if item.phase is not Phase.REVEALED)
        return next(open_ones, None)
