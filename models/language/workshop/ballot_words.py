"""What people write on a ballot for a stance, and what they are told to write: for paper, sheets and phones."""

import unicodedata
from functools import cache

from models.language.messages import languages, marked, message, speaking, told
from models.language.states import sign, state
from models.language.words import listed
from models.language.workshop.group_words import STANCES
from models.schema.grades import Stance

COLUMNS = (marked("holds"), marked("not sure"), marked("fails"))
"""The heads of a ballot's boxes, in the order of `STANCES`."""
LETTERS = "huf"
"""What each answer is typed in as, in the order of `STANCES`."""


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
