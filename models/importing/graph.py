"""An argument graph as other formats have it: claims, steps for and against them, and rivals."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from models.schema.problem import Problem, Refused, Severity, phrase
from models.store.files import refusal, spelled

MOST = 900
"""Claims and steps of one file: the codes of a case have three figures."""
SHOWN = 100
"""So many things of one kind are told each; a dialogue may have thousands."""
_TOO_MANY = (phrase("There are more than {most} claims or steps.", most=MOST), phrase("Import it in parts."))

Literal = tuple[str, bool]
"""A claim by its key, and whether it must not be so."""


@dataclass(frozen=True)
class Claim:
    """Something that is said; `role` is what it is in a case where the file tells that itself."""

    key: str
    text: str
    title: str = ""
    group: str = ""
    role: str = ""
    kind: str = "stated"
    baseline: str = "holds"


@dataclass(frozen=True)
class Step:
    """An argument from premises to a claim, or `against` it; one that is accepted of `unless` takes it away."""

    premises: tuple[Literal, ...]
    conclusion: str
    against: bool = False
    title: str = ""
    because: str = ""
    kind: str = "stated"
    line: int | None = None
    weight: float = 0.0
    unless: tuple[str, ...] = ()


@dataclass(frozen=True)
class Graph:
    """What a file says, with what of it cannot be said in a case."""

    file: str
    title: str
    claims: tuple[Claim, ...]
    steps: tuple[Step, ...]
    rivals: tuple[tuple[str, ...], ...] = ()
    author: str = ""
    year: int | None = None
    left_out: tuple[Problem, ...] = ()
    has_stances: bool = False

    def __post_init__(self) -> None:
        if max(len(self.claims), len(self.steps), sum(map(len, self.rivals))) > MOST:
            raise refusal(self.file, *_TOO_MANY)


class LeftOut:
    """What cannot be said in a case, gathered by its kind."""

    def __init__(self, file: str) -> None:
        self._file = file
        self._found: dict[tuple[str, str], list[tuple[int | None, str]]] = {}

    def add(self, what: str, remedy: str = "", *, line: int | None = None, example: str = "") -> None:
        """Something that was left out; `what` is one sentence for all of its kind."""
        self._found.setdefault((what, remedy), []).append((line, example))

    @property
    def problems(self) -> tuple[Problem, ...]:
        """A remark for each thing, by kinds, with where it stands; past a hundred of a kind only how many."""
        return tuple(problem for kind, found in self._found.items() for problem in self._told(*kind, found))

    def _told(self, what: str, remedy: str, found: list[tuple[int | None, str]]) -> Iterator[Problem]:
        things = Counter(found)
        for (line, example), number in islice(things.items(), SHOWN):
            yield self._remark(_named(what, example, number), remedy, line)
        if rest := sum(islice(things.values(), SHOWN, None)):
            yield self._remark(phrase("{what}: {more} more.", what=what, more=rest), remedy, None)

    def _remark(self, what: str, remedy: str, line: int | None) -> Problem:
        severity = Severity.REMARK
        return Problem(severity=severity, file=spelled(self._file), line=line, what=what, remedy=remedy)


def _named(what: str, example: str, number: int) -> str:
    """The sentence with the thing, and how often it is there."""
    first = f"“{_short(example)}”" if example else ""
    if number > 1:
        several = phrase("{what}: {number} ({first}).", what=what, number=number, first=first)
        return several if first else phrase("{what}: {number}.", what=what, number=number)
    return phrase("{what} ({first}).", what=what, first=first) if first else phrase("{what}.", what=what)


def _short(text: str) -> str:
    word = spelled(" ".join(text.split()))
    return word if len(word) <= 60 else f"{word[:60]}…"


def nothing(file: str, wanted: str) -> Refused:
    """The refusal of a file without a single claim."""
    return refusal(
        file,
        phrase("No {wanted} was found in it.", wanted=wanted),
        phrase("Check that it is the right file."),
    )
