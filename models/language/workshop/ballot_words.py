"""What people write on a ballot for a stance, and what they are told to write: for paper, sheets and phones."""

import unicodedata

from models.language.states import state
from models.language.words import listed
from models.language.workshop.group_words import STANCES
from models.schema.case import Stance

COLUMNS = ("holds", "not sure", "fails")
"""The heads of a ballot's boxes, in the order of `STANCES`."""
LETTERS = "huf"
"""What each answer is typed in as, in the order of `STANCES`."""
WANTED = f"Write {listed(COLUMNS, joined_by='or')}, or leave it empty."


def said(text: str) -> Stance | None:
    """The stance that an answer means; None for words that mean none."""
    return _SAID.get(plain(text))


def plain(text: str) -> str:
    """Words as they are compared: whatever their case, spaces, quotes and last stop."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return " ".join(folded.split()).strip(" .:;!?\"'“”‘’")


def _words(stance: Stance, column: str, letter: str) -> dict[str, Stance]:
    row = state(stance)
    return {plain(text): stance for text in (row.word, row.short, row.clause, column, letter)}


_SAID = {
    word: stance
    for stance, column, letter in zip(STANCES, COLUMNS, LETTERS, strict=True)
    for word in _words(stance, column, letter)
}
