"""A file taken apart into plain data with the line and column of every part, whatever its format."""

import math
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from models.schema.problem import Problem, Refused, Severity
from models.schema.references import Place
from models.store.files import spelled

MAX_DEPTH = 40
MAX_ENTRIES = 60_000
MAX_PROBLEMS = 200
Position = tuple[int, int]


@dataclass
class Places:
    """Where the values and keys of a file stand (line and column from 1), and the keys given twice."""

    values: dict[Place, Position] = field(default_factory=dict)
    keys: dict[Place, Position] = field(default_factory=dict)
    repeated: list[tuple[Place, Position]] = field(default_factory=list)

    def add_key(self, place: Place, position: Position) -> None:
        """Notes where a key stands, or that it stands there again."""
        if place in self.keys:
            self.repeated.append((place, position))
        else:
            self.keys[place] = position


@dataclass(frozen=True)
class Document:
    """Plain data from a file, with a way to find out where in the file each part stands."""

    file: str
    data: Any
    locate: Callable[[], Places]

    @cached_property
    def places(self) -> Places:
        """Found out only when there is something to tell."""
        return self.locate()

    def position(self, place: Place, *, key: bool = False) -> Position | tuple[None, None]:
        """Line and column of the value (or its key) at the place, or of what encloses it."""
        tables = [self.places.keys, self.places.values] if key else [self.places.values, self.places.keys]
        for length in range(len(place), -1, -1):
            for table in tables:
                if place[:length] in table:
                    return table[place[:length]]
        return (None, None)

    def problem(
        self,
        place: Place,
        what: str,
        remedy: str = "",
        *,
        item: str = "",
        severity: Severity = Severity.ERROR,
        key: bool = False,
    ) -> Problem:
        """A problem at a place of this file."""
        line, column = self.position(place, key=key)
        return Problem(
            severity=severity,
            file=spelled(self.file),
            line=line,
            column=column,
            item=spelled(item),
            what=spelled(what),
            remedy=spelled(remedy),
        )

    def oddities(self) -> Iterator[Problem]:
        """What no file may contain: numbers that are none, broken characters, bottomless nesting."""
        pending: list[tuple[Place, Any]] = [((), self.data)]
        seen = 0
        while pending:
            place, value = pending.pop()
            seen += 1
            if len(place) > MAX_DEPTH:
                raise Refused(self.problem((), *too_deep()))
            if seen + len(pending) > MAX_ENTRIES:
                raise Refused(self.problem((), *too_many()))
            if isinstance(value, dict):
                pending += [((*place, name), inner) for name, inner in reversed(value.items())]
                broken = [name for name in value if _is_broken(name)]
                yield from (self.problem((*place, name), *_BROKEN, key=True) for name in broken)
            elif isinstance(value, list):
                pending += [((*place, index), inner) for index, inner in reversed(list(enumerate(value)))]
            elif isinstance(value, float) and not math.isfinite(value):
                yield self.problem(place, f"{value} is not a number that can be used.", "Write a number.")
            elif isinstance(value, str) and _is_broken(value):
                yield self.problem(place, *_BROKEN)

    def duplicates(self) -> Iterator[Problem]:
        """Every key that is given twice in the same place."""
        for place, (line, column) in self.places.repeated:
            what = f"The key `{place[-1]}` is given twice."
            problem = self.problem(place, what, "Keep one of the two.")
            yield problem.model_copy(update={"line": line, "column": column})


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Problems as they come in the file, each once; past a great many the rest is counted."""
    once = sorted(dict.fromkeys(problems), key=lambda problem: (problem.line or 0, problem.column or 0))
    rest = len(once) - MAX_PROBLEMS
    if rest <= 0:
        return tuple(once)
    more = Problem(
        file=once[0].file, what=f"There are {rest:,} more problems.", remedy="Correct these first."
    )
    return (*once[:MAX_PROBLEMS], more)


def too_deep() -> tuple[str, str]:
    """The sentence and remedy for data nested beyond reason."""
    return "The file is nested too deeply.", "Check that it is the right file."


def too_many() -> tuple[str, str]:
    """The sentence and remedy for data of more entries than any case or scenario has."""
    return f"The file has more than {MAX_ENTRIES:,} entries.", "Check that it is the right file."


_BROKEN = ("A character here is broken (half of a pair).", "Type it again.")


def _is_broken(text: str) -> bool:
    return not text.isascii() and any("\ud800" <= char <= "\udfff" for char in text)
