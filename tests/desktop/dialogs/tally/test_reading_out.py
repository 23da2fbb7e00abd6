"""Ballots that are read out: one key an answer, taken back by one, and none counted that is not at its end."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from desktop.dialogs.ballot_reader import BallotReader
from models.schema.workshop import Count
from tests.desktop.dialogs.showing import part, press
from tests.desktop.dialogs.tally.tally_page import FIRST, Page


def read_out(page: Page, keys: str) -> None:
    """Type ballots as they are read out; "/" is Enter, "<" takes back."""
    reader = part(page.dialog, BallotReader, "ballot-reader")
    named = {"/": Qt.Key.Key_Return, "<": Qt.Key.Key_Backspace}
    for key in keys:
        if key in named:
            QTest.keyClick(reader, named[key])
        else:
            QTest.keyClicks(reader, key)


def counts(page: Page, code: str) -> list[str]:
    line = page.case.by_code[code].id
    return [page.field(f"tally:{line}:{stance}").text() for stance in ("holds", "uncertain", "fails")]


@pytest.fixture
def reading(page: Page) -> Page:
    press(page.dialog, "tally-one-by-one")
    return page


def test_ballots_are_read_out_by_one_key_an_answer(reading: Page) -> None:
    assert reading.here() == "ballot-reader"

    read_out(reading, "hfu/HF/h/")

    assert counts(reading, "A1") == ["3", "", ""]
    assert counts(reading, "A4") == ["", "", "2"]
    assert counts(reading, "A5") == ["", "1", ""]
    assert reading.field("tally-heads").text() == "3"


def test_a_line_without_an_answer_is_left_out_by_space(reading: Page) -> None:
    read_out(reading, " f/")

    assert (counts(reading, "A1"), counts(reading, "A4")) == (["", "", ""], ["", "", "1"])


def test_the_next_line_is_shown_in_the_ballots_order(reading: Page) -> None:
    shown = []
    for key in "hh":
        read_out(reading, key)
        shown.append(part(reading.dialog, QLabel, "ballot-line").text().partition(" ")[0])

    assert shown == ["A4", "A5"]


def test_the_last_answer_and_the_last_ballot_are_taken_back(reading: Page) -> None:
    read_out(reading, "hhf/<<u/")

    assert counts(reading, "A1") == ["1", "", ""]
    assert counts(reading, "A4") == ["1", "", ""]
    assert counts(reading, "A5") == ["", "1", "0"]
    assert reading.field("tally-heads").text() == "1"


def test_ballots_that_were_announced_are_counted_up_to_their_number(page: Page) -> None:
    heads = page.field("tally-heads")
    QTest.keyClicks(heads, "3")
    press(page.dialog, "tally-one-by-one")

    numbers = []
    for keys in ("h/", "h/", "f/", "u/", "<<"):
        read_out(page, keys)
        numbers.append(heads.text())

    assert numbers == ["3", "3", "3", "4", "3"]


def test_a_ballot_that_turns_up_late_is_one_more_than_those_typed_in_as_counts(page: Page) -> None:
    QTest.keyClicks(page.field("tally-heads"), "3")
    QTest.keyClicks(page.field(f"tally:{page.case.by_code['A1'].id}:holds"), "3")
    press(page.dialog, "tally-one-by-one")

    read_out(page, "f/")

    assert (page.field("tally-heads").text(), counts(page, "A1")) == ("4", ["3", "", "1"])


def test_enter_by_itself_is_no_ballot_and_a_full_one_waits_for_it(reading: Page) -> None:
    read_out(reading, "//" + "h" * 30)
    before = reading.field("tally-heads").text()

    read_out(reading, "//")

    assert (before, reading.field("tally-heads").text()) == ("", "1")


def test_a_ballot_that_is_begun_is_not_counted_unsaid(reading: Page) -> None:
    read_out(reading, "h/f")

    press(reading.dialog, "tally-take")

    assert reading.given == []
    assert "not read to its end" in part(reading.dialog, QLabel, "tally-problem").text()
    assert counts(reading, "A1") == ["1", "", ""]

    read_out(reading, "/")
    press(reading.dialog, "tally-take")

    ((_, ballot),) = reading.given
    assert (ballot.heads, ballot.of[FIRST]) == (2, Count(id=FIRST, holds=1, fails=1))


def test_what_is_read_out_is_added_to_what_was_typed(page: Page) -> None:
    page.type_in("tally-heads", "4")
    page.type_in(f"tally:{FIRST}:holds", "4")

    press(page.dialog, "tally-one-by-one")
    read_out(page, "h/")

    assert counts(page, "A1") == ["5", "", ""]
    assert page.field("tally-heads").text() == "5"
