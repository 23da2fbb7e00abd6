"""What typed words mean for each kind of entry, and the sentence that says what would be understood instead."""

import re
from typing import Any, assert_never

from models.language.credences import read_credence
from models.language.dates import read_date
from models.language.messages import marked, message, told
from models.schema.page import Entry
from models.schema.value import MAX_TEXT

NO_NUMBER = marked("Type a whole number, such as 7")
LARGEST = 9999


def read_typed(kind: Entry, text: str) -> Any:
    """The value that an entry's action is filled with: words, a number, a share from 0 to 1, or a date.

    Nothing typed means 0 for a number, and None for a share or a date. Raises ValueError with a sentence.
    """
    match kind:
        case Entry.TEXT | Entry.WRAPPING:
            return _no_longer(" ".join(text.split()))
        case Entry.LONG_TEXT:
            return _no_longer(text.strip())
        case Entry.NUMBER:
            return _read_number(text)
        case Entry.PERCENT:
            return read_credence(text)
        case Entry.DATE:
            return read_date(text)
        case _:
            assert_never(kind)


def too_long() -> str:
    """How long a text may be."""
    return told("Write at most {number} characters", number=f"{MAX_TEXT:,}")


def _no_longer(text: str) -> str:
    """A text that a file may hold; it could be saved longer, but not opened again."""
    if len(text) > MAX_TEXT:
        raise ValueError(too_long())
    return text


def _read_number(text: str) -> int:
    plain = text.strip()
    if not plain:
        return 0
    if not re.fullmatch(r"[0-9]{1,6}", plain) or int(plain) > LARGEST:
        raise ValueError(message(NO_NUMBER))
    return int(plain)
