"""The few words that a case and all that is said of it are made of: kinds, stances, readings, strengths, verdicts."""

from collections.abc import Mapping, Sequence
from enum import StrEnum


class Kind(StrEnum):
    """How the source carries a statement or an inference."""

    STATED = "stated"
    HEDGED = "hedged"
    IMPLIED = "implied"
    ADDED = "added"


class Stance(StrEnum):
    """What a workshop takes an assumption to be; as argued, it holds where a finding that argues for it follows."""

    HOLDS = "holds"
    FAILS = "fails"
    UNCERTAIN = "uncertain"
    AS_ARGUED = "as-argued"

    @property
    def opposite(self) -> "Stance":
        """The other way in which a settled assumption can be."""
        swapped = {Stance.HOLDS: Stance.FAILS, Stance.FAILS: Stance.HOLDS}
        return swapped.get(self, Stance.UNCERTAIN)


def is_split(votes: Sequence[int]) -> bool:
    """Whether people are of several minds, and no more than half of them of one."""
    return len([number for number in votes if number]) > 1 and 2 * max(votes) <= sum(votes)


class Vote(StrEnum):
    """How a vote can come out besides for one stance."""

    SPLIT = "split"


class Reading(StrEnum):
    """How the arguments of a recommendation combine; the names of schema 1 are read too."""

    ONE_ARGUMENT = "one-argument"
    EVERY_ARGUMENT = "every-argument"

    @classmethod
    def _missing_(cls, value: object) -> "Reading | None":
        return {"any-ground": cls.ONE_ARGUMENT, "every-strand": cls.EVERY_ARGUMENT}.get(str(value))


class Strength(StrEnum):
    """How a rule weighs against those that oppose it."""

    WEAK = "weak"
    NORMAL = "normal"
    STRONG = "strong"

    @property
    def rank(self) -> int:
        """0 for weak, 1 for normal, 2 for strong."""
        return _RANKS[self]


_RANKS = {strength: rank for rank, strength in enumerate(Strength)}


class Verdict(StrEnum):
    """What became of a recommendation; six say how it falls, the last that how depends on what is not settled."""

    HOLDS = "holds"
    FEWER = "fewer"
    OPEN = "open"
    NOT_NEEDED = "not-needed"
    NOT_WORKABLE = "not-workable"
    NO_STANDING = "no-standing"
    OVERRULED = "overruled"
    INCOMPLETE = "incomplete"
    UNSUPPORTED = "unsupported"
    FALLS = "falls"

    @classmethod
    def fallen(cls, ways: Sequence["Verdict"]) -> "Verdict":
        """The verdict on what falls in one of these ways in each completion."""
        return ways[0] if len(ways) == 1 else cls.FALLS


HOLDING = (Verdict.HOLDS, Verdict.FEWER)
"""The verdicts on advice that holds, in full or not."""
VERDICTS: Mapping[Verdict, str] = {
    Verdict.HOLDS: "Still holds",
    Verdict.FEWER: "Holds on fewer arguments",
    Verdict.OPEN: "Open",
    Verdict.NOT_NEEDED: "No longer needed",
    Verdict.NOT_WORKABLE: "No longer workable",
    Verdict.NO_STANDING: "Not ours to do",
    Verdict.OVERRULED: "Overruled",
    Verdict.INCOMPLETE: "Incomplete",
    Verdict.UNSUPPORTED: "No argument left",
    Verdict.FALLS: "Does not hold",
}
"""Their words, in English: what files say of them and the table of states have one source."""


class Speaks(StrEnum):
    """Which way a signpost points: that its assumption holds, that it fails, or one or the other."""

    FOR = "for"
    AGAINST = "against"
    OPEN = "open"
