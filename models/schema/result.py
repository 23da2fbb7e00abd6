"""What the engine answers: the status of every statement, the state of every rule, the verdicts."""

from enum import StrEnum
from functools import cached_property

from models.schema.grades import Verdict
from models.schema.scenario import StanceOn
from models.schema.value import Answer, Identifier


class Status(StrEnum):
    """Whether a statement is accepted in every completion, in none, or in some."""

    ACCEPTED = "accepted"
    REJECTED = "rejected"
    OPEN = "open"

    @property
    def opposite(self) -> "Status":
        """The status of the statement's negation."""
        swapped = {Status.ACCEPTED: Status.REJECTED, Status.REJECTED: Status.ACCEPTED}
        return swapped.get(self, Status.OPEN)


class RuleState(StrEnum):
    """Whether a rule applies in every completion, in none, or in some."""

    APPLIES = "applies"
    FAILS = "fails"
    OPEN = "open"


class Usage(StrEnum):
    """Whether a rule takes part at all."""

    IN_USE = "in-use"
    SET_ASIDE = "set-aside"
    SWITCHED_OFF = "switched-off"


class StatementResult(Answer):
    """The status of one assumption, finding or recommendation; one that is not `known` is told as open."""

    id: Identifier
    status: Status
    known: bool = True


class RuleResult(Answer):
    """What became of one rule; one whose state is not `known` is told as open."""

    id: Identifier
    state: RuleState
    usage: Usage
    known: bool = True


class Tally(Answer, kw_only=False):
    """How many of `total` things are so at least, and at most."""

    least: int
    most: int
    total: int


class RecommendationResult(Answer):
    """The verdict on one recommendation and the count of its arguments.

    `falls` lists every way in which it falls in some completion, what is told `first` coming first. At `least` so
    many arguments apply in every completion and at `most` so many in any; in the case's baseline, at least
    `baseline_applying`, or no more than that where it is too tangled to say. `holding` counts those that are asked
    for, apply, and are outweighed by nothing: what people are told. One whose status is not `known`, as the case is
    too tangled, is told as open. Where its count is not proven, or not that it is none fewer than in the baseline,
    it is not `counted`.
    """

    id: Identifier
    status: Status
    verdict: Verdict
    falls: tuple[Verdict, ...] = ()
    least: int
    most: int
    holding: Tally
    baseline_applying: int
    known: bool = True
    counted: bool = True

    @property
    def first(self) -> Verdict:
        """The verdict, or the first way in which it falls where it falls in several: what programs are told."""
        return self.falls[0] if self.falls else self.verdict


class Contradiction(Answer):
    """Stances that no possible setting has together, and the ids of the links that rule them out."""

    stances: tuple[StanceOn, ...]
    links: tuple[Identifier, ...]


class Evaluation(Answer):
    """The engine's answer for one scenario; `exact` is false where not everything in it is known.

    Where it is not `whole`, each statement was walked by itself, and what it depends on is not proven either.
    Where the stances have `contradictions`, nothing follows from them: everything is told as open, and not known;
    while it is `pending`, what follows is still being worked out.
    """

    statements: tuple[StatementResult, ...]
    rules: tuple[RuleResult, ...]
    recommendations: tuple[RecommendationResult, ...]
    completions: int
    exact: bool = True
    whole: bool = True
    contradictions: tuple[Contradiction, ...] = ()
    pending: bool = False

    @property
    def contradiction(self) -> Contradiction | None:
        """The first of the contradictions."""
        return self.contradictions[0] if self.contradictions else None

    @property
    def says_nothing(self) -> bool:
        """Whether no verdict can be told: nothing follows from the stances, or not yet."""
        return self.pending or self.contradiction is not None

    @cached_property
    def not_known(self) -> tuple[str, ...]:
        """The statements whose status is not proven."""
        return tuple(result.id for result in self.statements if not result.known)

    @cached_property
    def status_of(self) -> dict[str, Status]:
        """The status of each statement, under its id."""
        return {result.id: result.status for result in self.statements}

    @cached_property
    def rule(self) -> dict[str, RuleResult]:
        """The result of each rule, under its id."""
        return {result.id: result for result in self.rules}

    @cached_property
    def recommendation(self) -> dict[str, RecommendationResult]:
        """The result of each recommendation, under its id."""
        return {result.id: result for result in self.recommendations}
