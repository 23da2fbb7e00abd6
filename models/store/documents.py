"""A file taken apart into plain data with the line and column of every part, whatever its format.

JSON is taken apart here; hostile text ends in a refusal.
"""

import json
import math
import re
from bisect import bisect_right
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property, partial, reduce
from operator import getitem
from typing import Any

from models.schema.problem import Problem, Refused, Severity, phrase
from models.schema.references import Place, suggestion
from models.schema.value import Answer
from models.store.files import refusal, spelled

MAX_DEPTH = 40
MAX_ENTRIES = 60_000
MAX_PROBLEMS = 200
PATIENCE = 50_000
Position = tuple[int, int]


_TOKEN = re.compile(r'"(?:[^"\\]++|\\.)*+"|[{}\[\],:]|[^\s{}\[\],:"]++')


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

    def without(self, gone: Collection[tuple[str, int]]) -> "Places":
        """Those of the file without some entries of its lists, under the places that the others have then."""
        values, keys = (
            {_closed_up(place, gone): position for place, position in table.items() if place[:2] not in gone}
            for table in (self.values, self.keys)
        )
        return Places(values, keys)


def _closed_up(place: Place, gone: Collection[tuple[str, int]]) -> Place:
    if len(place) < 2 or not isinstance(place[1], int):
        return place
    return (place[0], place[1] - sum(name == place[0] and at < place[1] for name, at in gone), *place[2:])


class Document(Answer, kw_only=False):
    """Plain data from a file, with a way to find out where in the file each part stands.

    It may be a part of a file, `at` a place in it; what is wrong there is then told of its `owner`.
    """

    file: str
    data: Any
    locate: Callable[[], Places]
    at: Place = ()
    owner: str = ""
    patience: list[int] = field(default_factory=lambda: [PATIENCE])

    def part(self, at: Place, owner: str) -> "Document":
        """A part of this file, with the name of whose it is."""
        data = reduce(getitem, at, self.data)
        return Document(self.file, data, lambda: self.places, at, owner, self.patience)

    def without(self, gone: Collection[tuple[str, int]]) -> "Document":
        """This file without some entries of its lists; the others keep their places in it."""
        if not gone:
            return self
        lists = {name: [*self.data[name]] for name, _ in gone}
        for name, at in sorted(gone, reverse=True):
            del lists[name][at]
        return replace(self, data=self.data | lists, locate=lambda: self.places.without(gone))

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
        """A problem at a place of this file, or of this part of it."""
        line, column = self.position((*self.at, *place), key=key)
        return Problem(
            severity=severity,
            file=spelled(self.file),
            line=line,
            column=column,
            item=spelled(item),
            what=spelled(f"{self.owner}: {what}" if self.owner else what),
            remedy=spelled(remedy),
        )

    def suggestion(self, word: str, known: Collection[str]) -> str:
        """A suggestion as long as patience lasts, so that a huge and broken file is told of in seconds."""
        self.patience[0] -= len(known)
        return suggestion(word, known) if self.patience[0] > 0 else ""

    def oddities(self, most: int = MAX_ENTRIES) -> Iterator[Problem]:
        """What no file may contain: numbers that are none, broken characters, nesting or entries without end."""
        pending: list[tuple[Place, Any]] = [((), self.data)]
        seen = 0
        while pending:
            place, value = pending.pop()
            seen += 1
            if len(place) > MAX_DEPTH:
                raise refusal(self.file, *too_deep())
            if seen + len(pending) > most:
                raise refusal(self.file, *too_many(most))
            if isinstance(value, dict):
                pending += [((*place, name), inner) for name, inner in reversed(value.items())]
                broken = [name for name in value if _is_broken(name)]
                yield from (self.problem((*place, name), *_BROKEN, key=True) for name in broken)
            elif isinstance(value, list):
                pending += [((*place, index), inner) for index, inner in reversed(list(enumerate(value)))]
            elif isinstance(value, float) and not math.isfinite(value):
                yield self.problem(
                    place,
                    phrase("{value} is not a number that can be used.", value=value),
                    phrase("Write a number."),
                )
            elif isinstance(value, str) and _is_broken(value):
                yield self.problem(place, *_BROKEN)

    def duplicates(self) -> Iterator[Problem]:
        """Every key that is given twice in the same place."""
        for place, (line, column) in self.places.repeated:
            what = phrase("The key `{place}` is given twice.", place=place[-1])
            problem = self.problem(
                place, what, phrase("Join what they say under one, or correct the name of the other.")
            )
            yield replace(problem, line=line, column=column)


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Problems as they come in the file, each once; past a great many the rest is counted."""
    once = sorted(dict.fromkeys(problems), key=lambda problem: (problem.line or 0, problem.column or 0))
    rest = len(once) - MAX_PROBLEMS
    if rest <= 0:
        return tuple(once)
    more = Problem(
        file=once[0].file,
        what=phrase("There are {rest:,} more problems.", rest=rest),
        remedy=phrase("Correct these first."),
    )
    return (*once[:MAX_PROBLEMS], more)


def too_deep() -> tuple[str, str]:
    """The sentence and remedy for data nested beyond reason."""
    return phrase("The file is nested too deeply."), phrase("Check that it is the right file.")


def too_many(most: int = MAX_ENTRIES) -> tuple[str, str]:
    """The sentence and remedy for data of more entries than any file of its kind has."""
    return phrase("The file has more than {most:,} entries.", most=most), phrase(
        "Check that it is the right file."
    )


_BROKEN = (phrase("A character here is broken (half of a pair)."), phrase("Type it again."))


def _is_broken(text: str) -> bool:
    return not text.isascii() and any("\ud800" <= char <= "\udfff" for char in text)


def read_json(file: str, text: str, most: int = MAX_ENTRIES) -> Document:
    """The document of at most so many entries in the text; refused with all that is wrong with it as JSON."""
    refuse_too_many(file, text, most)
    repeated: list[str] = []
    try:
        data = json.loads(text, object_pairs_hook=partial(_mapping, repeated))
    except json.JSONDecodeError as error:
        raise Refused(_syntax_problem(file, text, error)) from error
    except RecursionError as error:
        raise refusal(file, *too_deep()) from error
    except ValueError as error:
        what = phrase("A number in the file is too long.")
        raise refusal(file, what, phrase("Check that it is the right file.")) from error
    document = Document(file, data, partial(located, text))
    problems = [*document.oddities(most), *(document.duplicates() if repeated else ())]
    if problems:
        raise Refused(*in_order(problems))
    return document


def refuse_too_many(file: str, text: str, most: int = MAX_ENTRIES) -> None:
    """Refuse what has more keys than that: within a text a quotation mark is escaped.

    They are counted before the text is read, as reading it lets no other thread work meanwhile.
    """
    if text.count('":') - text.count('\\":') > most:
        raise refusal(file, *too_many(most))


def located(text: str) -> Places:
    """Where every key and value of valid JSON stands."""
    places = Places()
    line_starts = [0, *(match.end() for match in re.finditer("\n", text))]
    path: list[Any] = []
    opened: list[str] = []
    for token in _TOKEN.finditer(text):
        mark = token.group()
        line = bisect_right(line_starts, token.start())
        position = (line, token.start() - line_starts[line - 1] + 1)
        if mark in "}]":
            opened.pop()
            path.pop()
        elif mark == ",":
            path[-1] = path[-1] + 1 if opened[-1] == "[" else None
        elif path and path[-1] is None:
            path[-1] = json.loads(mark)
            places.add_key(tuple(path), position)
        elif mark != ":":
            place: Place = tuple(path)
            places.values.setdefault(place, position)
            if mark in "{[":
                opened.append(mark)
                path.append(0 if mark == "[" else None)
    return places


def _mapping(repeated: list[str], pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        repeated.append(pairs[-1][0])
    return found


def _syntax_problem(file: str, text: str, error: json.JSONDecodeError) -> Problem:
    rest = text[error.pos :].strip()
    if not text.strip():
        what, remedy = phrase("The file is empty."), phrase("Choose another file.")
    elif not rest or error.msg.startswith("Unterminated string"):
        what, remedy = (
            phrase("The file ends in the middle: it was cut short."),
            phrase("Use a complete copy of it."),
        )
    else:
        complaint = f"{error.msg[0].lower()}{error.msg[1:]}"
        what, remedy = (
            phrase("The file is not valid JSON: {complaint}.", complaint=complaint),
            phrase("Correct it there."),
        )
    return Problem(file=spelled(file), line=error.lineno, column=error.colno, what=what, remedy=remedy)
