"""What the feedback loops of a case do, round by round, and which advice keeps what other advice needs."""

from enum import StrEnum
from functools import cached_property

from models.schema.grades import Stance, Verdict
from models.schema.scenario import StanceOn
from models.schema.value import Answer, Identifier


class LoopState(StrEnum):
    """What a loop does at the end of a round."""

    RUNS = "runs"
    MAY_RUN = "may-run"
    CUT = "cut"
    IDLE = "idle"


class LoopResult(Answer):
    """The state of one feedback loop in one round."""

    id: Identifier
    state: LoopState


class Shift(Answer):
    """One stance that loops changed on the way into a round; two that pull apart leave it uncertain."""

    id: Identifier
    before: Stance
    after: Stance
    loops: tuple[Identifier, ...]


class Round(Answer):
    """One round: what the loops changed on the way into it, the verdicts in it, and what the loops do then."""

    number: int
    stances: tuple[StanceOn, ...]
    shifts: tuple[Shift, ...]
    verdicts: tuple[Verdict, ...]
    loops: tuple[LoopResult, ...]

    @cached_property
    def state_of(self) -> dict[str, LoopState]:
        """What each loop does at the end of this round, under its id."""
        return {loop.id: loop.state for loop in self.loops}


class Ending(StrEnum):
    """How the rounds end."""

    SETTLES = "settles"
    CYCLES = "cycles"
    UNFINISHED = "unfinished"


class Rounds(Answer):
    """All rounds from one scenario, with the recommendations that are followed in every one of them.

    Verdicts stand in the order of `recommendations`. Where it cycles, the round after the last is `back_to`.
    """

    recommendations: tuple[Identifier, ...]
    followed: tuple[Identifier, ...]
    rounds: tuple[Round, ...]
    ending: Ending
    back_to: int | None = None
    exact: bool = True


class Protection(Answer):
    """Following one recommendation cuts a loop that would change an assumption which other advice rests on.

    `supports` names that other advice; `itself` tells whether the recommendation rests on it too.
    """

    recommendation: Identifier
    loop: Identifier
    assumption: Identifier
    supports: tuple[Identifier, ...]
    itself: bool
