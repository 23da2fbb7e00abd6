"""What people write on a ballot for a stance, and what they are told to write: for paper, sheets and phones.

Paper ballots are read out one by one: a key an answer, the next person with Enter, and the last taken back.
"""

import unicodedata
from dataclasses import replace
from functools import cache

from models.language.messages import languages, marked, message, speaking, told
from models.language.states import sign, state
from models.language.words import listed
from models.language.workshop.group_words import STANCES
from models.schema.grades import Stance
from models.schema.value import Answer

COLUMNS = (marked("holds"), marked("not sure"), marked("fails"))
"""The heads of a ballot's boxes, in the order of `STANCES`."""
LETTERS = "huf"
"""What each answer is typed in as, in the order of `STANCES`."""


KEYS: dict[str, Stance | None] = {
    **dict(zip(LETTERS, STANCES, strict=True)),
    **dict(zip("123", STANCES, strict=True)),
    " ": None,
}
"""What each key says: the letters of the answers, the columns by number, and nothing."""

Marks = tuple[Stance | None, ...]


def wanted() -> str:
    """What to write instead of an answer that means none."""
    return told("Write {words}, or leave it empty.", words=listed(map(message, COLUMNS), joined_by="or"))


def said(text: str) -> Stance | None:
    """The stance that an answer means, in any language that can be spoken; None for words that mean none."""
    return _meanings().get(plain(text))


def plain(text: str) -> str:
    """Words as they are compared: whatever their case, spaces, quotes and last stop."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return " ".join(folded.split()).strip(" .:;!?\"'“”‘’")


@cache
def _meanings() -> dict[str, Stance]:
    """What each answer means, in every language that is spoken: a form may have been filled in in another."""
    found: dict[str, Stance] = {}
    for language in languages():
        with speaking(language):
            for stance, column, letter in zip(STANCES, COLUMNS, LETTERS, strict=True):
                row, shown = state(stance), sign(stance)
                words = (
                    row.word,
                    row.short,
                    row.clause,
                    column,
                    letter,
                    shown.word,
                    shown.short,
                    message(column),
                )
                found |= {plain(text): stance for text in words}
    return found


class BallotsTyped(Answer):
    """The ballots that were read, each with an answer or none for every line, and the one that is being read."""

    lines: int
    present: Marks = ()
    read: tuple[Marks, ...] = ()

    @property
    def is_full(self) -> bool:
        """Whether every line of the present ballot was read."""
        return len(self.present) >= self.lines

    def answered(self, stance: Stance | None) -> "BallotsTyped":
        """With the next line answered; a full ballot waits for Enter."""
        return self if self.is_full else replace(self, present=(*self.present, stance))

    def finished(self) -> "BallotsTyped":
        """With the present ballot read, its other lines empty; one of which nothing was read is none."""
        if not self.present:
            return self
        rest = (None,) * (self.lines - len(self.present))
        return replace(self, present=(), read=(*self.read, (*self.present, *rest)))

    def back(self) -> "BallotsTyped":
        """Without the last answer; at the head of a ballot the one before is open again, behind its last mark."""
        if self.present:
            return replace(self, present=self.present[:-1])
        if not self.read:
            return self
        last = self.read[-1]
        marked = max(place for place, mark in enumerate((Stance.HOLDS, *last)) if mark is not None)
        return replace(self, present=last[:marked], read=self.read[:-1])
