"""The change log: every toggle adds a line to it, and shares all earlier lines with the log before.

A day's log is long and every undo step, snapshot and screen holds one. So it is kept in stretches that never change:
whoever has gone over one once (to hide what is private, to count, to write it down) need not do it again. What was
done is told as values that any language can put into words.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date, datetime
from enum import StrEnum
from functools import cached_property

from models.schema.grades import Verdict
from models.schema.record import Listed
from models.schema.scenario import StanceOn
from models.schema.value import FreeText, Identifier, Value

STRETCH = 128
"""Lines: near the root of the longest log, so that neither a stretch nor the row of them is long."""
NAME, DIGITS = "entry-", 12
"""What a line is called; a longer number was never counted up to, and is a name like any other."""


class WordKind(StrEnum):
    """What stands in a place of a pattern, and so how it is put into words."""

    TEXT = "text"
    QUOTED = "quoted"
    NAMES = "names"
    ROUND = "round"
    NAMED = "named"
    TITLED = "titled"
    RULES = "rules"
    ITEMS = "items"
    OURS = "ours"
    STANCE = "stance"
    WATCH = "watch"
    DECISION = "decision"


class Word(Value):
    """What stands in one place: a text, names, ids of statements or arguments, or a word of ours."""

    place: FreeText
    kind: WordKind
    items: tuple[FreeText, ...]


class Deed(Value):
    """What was done; `pattern` is its English pattern, `more` counts further changes in the same step."""

    pattern: FreeText
    words: tuple[Word, ...] = ()
    more: int = 0


class Became(Value):
    """What became of some recommendations in one step."""

    verdict: Verdict
    advice: tuple[Identifier, ...]


class Clash(Value):
    """Stances that could not be so together after one step, and the ids of the links that rule them out."""

    stances: tuple[StanceOn, ...]
    links: tuple[Identifier, ...]


class Entry(Listed):
    """One line of the change log: what was done and when, which verdicts it moved, why, and who said so.

    `what` and `moved` are in the language in which they were told first; `did`, `became` and `clashes` are the same
    as values, which any language words, where they are known. What was `undone`, and what is `aside` of the matter
    (a page turned to, the agenda), is no part of what came out.
    """

    id: Identifier
    at: datetime
    who: FreeText = ""
    what: FreeText
    why: FreeText = ""
    said_by: FreeText = ""
    moved: FreeText = ""
    undone: bool = False
    aside: bool = False
    did: Deed | None = None
    became: tuple[Became, ...] = ()
    clashes: tuple[Clash, ...] = ()


class Stretch(Value):
    """Lines of the log that follow each other."""

    entries: tuple[Entry, ...] = ()

    def __hash__(self) -> int:
        """Cheap and consistent with equality, as what was made of a stretch is looked up at every toggle."""
        return hash((len(self.entries), self.entries[0].id if self.entries else ""))

    @cached_property
    def telling(self) -> "Stretch":
        """The lines of what came out."""
        kept = tuple(entry for entry in self.entries if not (entry.undone or entry.aside))
        return self if len(kept) == len(self.entries) else Stretch(entries=kept)

    @cached_property
    def days(self) -> frozenset[date]:
        """The days on which something was done."""
        return frozenset(entry.at.date() for entry in self.entries)


class Log(Value):
    """The lines in the order in which they were written; `number` tells the next one apart from all of them."""

    stretches: tuple[Stretch, ...] = ()
    latest: tuple[Entry, ...] = ()
    number: int = 1

    def __len__(self) -> int:
        return len(self.stretches) * STRETCH + len(self.latest)

    def __iter__(self) -> Iterator[Entry]:
        for part in self.stretches:
            yield from part.entries
        yield from self.latest

    def __getitem__(self, place: int) -> Entry:
        index = place + len(self) if place < 0 else place
        if not 0 <= index < len(self):
            raise IndexError(place)
        stretch, within = divmod(index, STRETCH)
        entries = self.stretches[stretch].entries if stretch < len(self.stretches) else self.latest
        return entries[within]

    @property
    def next_id(self) -> str:
        """The id for one more line."""
        return f"{NAME}{self.number}"

    @property
    def parts(self) -> tuple[Stretch, ...]:
        """All lines, in the stretches in which they are kept."""
        return (*self.stretches, Stretch(entries=self.latest))

    def with_line(self, entry: Entry) -> "Log":
        """The log with one more line, whose id none of the others has."""
        latest = (*self.latest, entry)
        number = max(self.number, _number(entry) + 1)
        if len(latest) < STRETCH:
            return Log(stretches=self.stretches, latest=latest, number=number)
        return Log(stretches=(*self.stretches, Stretch(entries=latest)), number=number)

    def changed(self, ids: Iterable[str], change: Callable[[Entry], Entry]) -> "Log":
        """The log in which some lines are changed; they are looked for from the last one on."""
        left, parts = set(ids), list(self.parts)
        for place in range(len(parts) - 1, -1, -1):
            found = {entry.id for entry in parts[place].entries} & left if left else set()
            if found:
                entries = parts[place].entries
                new = tuple(change(entry) if entry.id in found else entry for entry in entries)
                parts[place] = Stretch(entries=new)
                left -= found
        return replace(self, stretches=tuple(parts[:-1]), latest=parts[-1].entries)

    def since(self, count: int) -> tuple[Entry, ...]:
        """What was written after so many lines."""
        return tuple(self[place] for place in range(count, len(self)))


def log_of(entries: Iterable[Entry]) -> Log:
    """The log of these lines; raises ValueError where two of them have one id."""
    lines = tuple(entries)
    seen: set[str] = set()
    for entry in lines:
        if entry.id in seen:
            raise ValueError(f"log has {entry.id} twice")
        seen.add(entry.id)
    whole = len(lines) - len(lines) % STRETCH
    stretches = (Stretch(entries=lines[start : start + STRETCH]) for start in range(0, whole, STRETCH))
    number = max(map(_number, lines), default=0) + 1
    return Log(stretches=tuple(stretches), latest=lines[whole:], number=number)


def _number(entry: Entry) -> int:
    """The number in a line's name; 0 where it bears another name."""
    digits = entry.id.removeprefix(NAME)
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) <= DIGITS else 0
