"""What typed words are taken for."""

from datetime import date

import pytest

from models.language.typed import NO_NUMBER, read_typed, too_long
from models.schema.page import Entry
from models.schema.value import MAX_TEXT


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        (Entry.TEXT, "  two\n words ", "two words"),
        (Entry.WRAPPING, "  two\n words ", "two words"),
        (Entry.LONG_TEXT, " one\ntwo ", "one\ntwo"),
        (Entry.NUMBER, " 12 ", 12),
        (Entry.NUMBER, "", 0),
        (Entry.PERCENT, "0.7", 0.7),
        (Entry.PERCENT, "0,7", 0.7),
        (Entry.PERCENT, "70 %", 0.7),
        (Entry.PERCENT, "70", 0.7),
        (Entry.PERCENT, "", None),
        (Entry.DATE, "2027-03-01", date(2027, 3, 1)),
    ],
)
def test_typed_words_have_the_value_that_people_mean(kind: Entry, text: str, value: object) -> None:
    assert read_typed(kind, text) == value


@pytest.mark.parametrize(
    ("kind", "text", "sentence"),
    [
        (Entry.NUMBER, "-3", NO_NUMBER),
        (Entry.NUMBER, "²", NO_NUMBER),
        (Entry.PERCENT, "130", "Write 0.7, 70% or a phrase"),
        (Entry.LONG_TEXT, "x" * (MAX_TEXT + 1), too_long()),
    ],
)
def test_what_is_not_understood_is_answered_with_what_would_be(kind: Entry, text: str, sentence: str) -> None:
    with pytest.raises(ValueError, match=sentence):
        read_typed(kind, text)
