"""An argument graph as other formats have it: claims, steps for and against them, and rivals."""

from collections.abc import Iterable
from dataclasses import dataclass

from models.schema.problem import Problem, Refused, Severity, phrase
from models.store.files import refusal, spelled

MOST = 900
"""Claims and steps of one file: the codes of a case have three figures."""
SHOWN = 4
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
    """What cannot be said in a case, gathered by its kind and told once for each."""

    def __init__(self, file: str) -> None:
        self._file = file
        self._found: dict[tuple[str, str], list[tuple[int | None, str]]] = {}

    def add(self, what: str, remedy: str = "", *, line: int | None = None, example: str = "") -> None:
        """Something that was left out; `what` is one sentence for all of its kind."""
        self._found.setdefault((what, remedy), []).append((line, example))

    @property
    def problems(self) -> tuple[Problem, ...]:
        """A remark for each kind, with the first few examples and where the first one stands."""
        return tuple(
            Problem(
                severity=Severity.REMARK,
                file=spelled(self._file),
                line=next((line for line, _ in found if line is not None), None),
                what=_with_examples(what, [example for _, example in found], len(found)),
                remedy=remedy,
            )
            for (what, remedy), found in self._found.items()
        )


def _with_examples(what: str, given: Iterable[str], number: int) -> str:
    """The sentence with how many there are, and the first few of them."""
    names = [f"“{_short(name)}”" for name in dict.fromkeys(given) if name]
    first, more = ", ".join(names[:SHOWN]), len(names) - SHOWN
    if more > 0:
        return phrase(
            "{what}: {number} ({first} and {more} more).", what=what, number=number, first=first, more=more
        )
    if not names:
        return (
            phrase("{what}: {number}.", what=what, number=number)
            if number > 1
            else phrase("{what}.", what=what)
        )
    if number > 1:
        return phrase("{what}: {number} ({first}).", what=what, number=number, first=first)
    return phrase("{what} ({first}).", what=what, first=first)


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
