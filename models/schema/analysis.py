"""What the analyses answer: exact figures over all settings, smallest changes and reasons.

Figures stand in the order of `assumptions` or `recommendations` of the same answer; the lookups are by id.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cached_property
from typing import TYPE_CHECKING, Literal, TypeAlias

from models.schema.case import PremiseText
from models.schema.grades import Reading, Stance, Verdict
from models.schema.result import Status
from models.schema.value import Answer, Identifier

if TYPE_CHECKING:  # no start needs a fraction
    from fractions import Fraction

Tick = Callable[[], None]


class Withdrawn(Exception):  # noqa: N818 - it reads as what happened
    """A question was taken back before it was answered; raised by the tick of whoever asked."""


def patiently() -> None:
    """The tick of a question that nobody will withdraw."""


_asking: ContextVar[Tick] = ContextVar("asking", default=patiently)


@contextmanager
def asking(tick: Tick) -> Iterator[None]:
    """Let this tick withdraw every walk that is made meanwhile in this thread."""
    token = _asking.set(tick)
    try:
        yield
    finally:
        _asking.reset(token)


def asked() -> None:
    """The tick of whoever is asking now: a walk that is kept is later asked by others."""
    _asking.get()()


def as_quotient(value: "Fraction") -> str:
    """A fraction as "n/d" in lowest terms, whole numbers too."""
    return f"{value.numerator}/{value.denominator}"


Share: TypeAlias = "Fraction"


class Robustness(Answer):
    """In what share of the settings one statement is accepted, and what it hangs on there.

    For each assumption that varies: the shares of the settings in which it holds, and of those in which it
    fails, and its Banzhaf index. Where not `exact`, each figure is off by more than `error` with a chance of
    at most one in a hundred. What `never_matters` turns it in no setting, nor with what links let go along, nor by what
    it leaves others to be; where not `complete`, only what cannot by the shape of rules and links is named.
    """

    id: Identifier
    share: Share
    if_holds: tuple[Share, ...]
    if_fails: tuple[Share, ...]
    banzhaf: tuple[Share, ...]
    never_matters: tuple[Identifier, ...]
    complete: bool = True
    exact: bool = True
    error: float = 0.0


class Everywhere(Answer):
    """What holds over all settings of the assumptions that vary."""

    assumptions: tuple[Identifier, ...]
    statements: tuple[Robustness, ...]

    @cached_property
    def of(self) -> dict[str, Robustness]:
        """The figures of each statement, under its id."""
        return {item.id: item for item in self.statements}

    @cached_property
    def weights(self) -> "dict[str, Fraction]":
        """The sum of an assumption's Banzhaf indices: how many statements it decides in the mean setting."""
        from fractions import Fraction

        indices = zip(*(item.banzhaf for item in self.statements), strict=True)
        sums = (sum(filter(None, column), Fraction(0)) for column in indices)
        return dict(zip(self.assumptions, sums, strict=True))

    @cached_property
    def idle(self) -> frozenset[str]:
        """The assumptions that can never matter to any statement."""
        sets = [frozenset(item.never_matters) for item in self.statements]
        return frozenset.intersection(*sets) if sets else frozenset(self.assumptions)


class Likelihood(Answer):
    """How likely one statement is to be accepted, and how much that hangs on each assumption.

    A derivative is the probability if the assumption held minus the probability if it failed, which is `if_fails`.
    Where not `exact`, the probability is off by more than `error`, or a derivative by more than twice that, with a
    chance of at most one in a hundred each.
    """

    id: Identifier
    probability: float
    if_fails: tuple[float, ...]
    derivatives: tuple[float, ...]
    exact: bool = True
    error: float = 0.0


class Likelihoods(Answer):
    """Probabilities under independent credences, with the credences that were used."""

    assumptions: tuple[Identifier, ...]
    credences: tuple[float, ...]
    statements: tuple[Likelihood, ...]

    @cached_property
    def of(self) -> dict[str, Likelihood]:
        """The figures of each statement, under its id."""
        return {item.id: item for item in self.statements}


class Range(Answer):
    """Between which probabilities a recommendation lies, whatever the ratings of what is `unrated` would be.

    `unrated` can matter to it, nobody has rated it, and links do not settle it; without any, both ends are the
    probability. Where not `exact`, the case is too tangled to say, and it lies somewhere between the ends; or the
    ratings are `ruled_out`: what they take as certain is what links do not allow.
    """

    id: Identifier
    low: float
    high: float
    unrated: tuple[Identifier, ...] = ()
    exact: bool = True
    ruled_out: bool = False

    @property
    def probability(self) -> float | None:
        """The probability, where all that can matter is rated."""
        return self.low if self.exact and not self.unrated else None


class SufficientSets(Answer):
    """The smallest sets of literals (an id or "not id") that are enough for a statement."""

    id: Identifier
    sets: tuple[tuple[PremiseText, ...], ...]
    complete: bool


class FixingSets(Answer):
    """The smallest sets of settled stances that fix a statement's status; none where it is open."""

    id: Identifier
    status: Status
    sets: tuple[tuple[Identifier, ...], ...]
    complete: bool


class Change(Answer):
    """One stance to be changed."""

    id: Identifier
    to: Literal[Stance.HOLDS, Stance.FAILS]


class Flips(Answer):
    """The smallest sets of changes after which a statement is accepted, or rejected, in every completion.

    The direction that the statement has already is left empty. Where not all are had, every set of up to `tried`
    changes was looked at.
    """

    id: Identifier
    status: Status
    accepted: tuple[tuple[Change, ...], ...] = ()
    rejected: tuple[tuple[Change, ...], ...] = ()
    complete: bool
    tried: int = 0


class SingleFlip(Answer):
    """The verdicts on all recommendations if one stance were another, and links carried others along.

    Where links leave that no setting, it is not `possible`, and all is told as open.
    """

    assumption: Identifier
    to: Stance
    verdicts: tuple[Verdict, ...]
    possible: bool = True


class SingleFlips(Answer):
    """The verdicts from here, and after every change of a single stance."""

    recommendations: tuple[Identifier, ...]
    verdicts: tuple[Verdict, ...]
    flips: tuple[SingleFlip, ...]
    exact: bool = True

    @cached_property
    def after(self) -> dict[tuple[str, Stance], dict[str, Verdict]]:
        """The verdicts under recommendation ids, under the assumption and its new stance."""
        return {
            (flip.assumption, flip.to): dict(zip(self.recommendations, flip.verdicts, strict=True))
            for flip in self.flips
        }

    @cached_property
    def ruled_out(self) -> frozenset[tuple[str, Stance]]:
        """The changes to which links leave no setting."""
        return frozenset((flip.assumption, flip.to) for flip in self.flips if not flip.possible)

    @property
    def tied(self) -> tuple[str, ...]:
        """The assumptions that cannot be otherwise alone: with the others as they are, links rule it out."""
        ways = (
            flip.assumption
            for flip in self.flips
            if flip.to in (Stance.HOLDS, Stance.FAILS) and not flip.possible
        )
        return tuple(dict.fromkeys(ways))

    @cached_property
    def changed(self) -> dict[tuple[str, Stance], tuple[str, ...]]:
        """The recommendations whose verdict each change changes, under the assumption and its new stance."""
        return {(flip.assumption, flip.to): self.changed_by(flip) for flip in self.flips}

    @cached_property
    def load(self) -> dict[str, tuple[str, ...]]:
        """The recommendations whose verdict an assumption alone changes from here by holding or failing."""
        found: dict[str, set[str]] = {flip.assumption: set() for flip in self.flips}
        for flip in self.flips:
            if flip.to is not Stance.UNCERTAIN:
                found[flip.assumption].update(self.changed_by(flip))
        return {
            name: tuple(item for item in self.recommendations if item in changed)
            for name, changed in found.items()
        }

    def changed_by(self, flip: SingleFlip) -> tuple[str, ...]:
        """The recommendations whose verdict a flip changes."""
        if not flip.possible:
            return ()
        both = zip(self.recommendations, self.verdicts, flip.verdicts, strict=True)
        return tuple(name for name, before, after in both if before is not after)


class VerdictByReading(Answer):
    """The verdict on one recommendation under each reading."""

    id: Identifier
    any_ground: Verdict
    every_strand: Verdict

    @property
    def reading_decides(self) -> bool:
        """Whether the reading, and not the facts, makes the difference."""
        return self.any_ground is not self.every_strand

    def under(self, reading: Reading) -> Verdict:
        """The verdict under one reading."""
        return self.any_ground if reading is Reading.ONE_ARGUMENT else self.every_strand


class Readings(Answer):
    """All verdicts under both readings."""

    recommendations: tuple[VerdictByReading, ...]
    exact: bool = True

    @cached_property
    def of(self) -> dict[str, VerdictByReading]:
        """The verdicts on each recommendation, under its id."""
        return {item.id: item for item in self.recommendations}
