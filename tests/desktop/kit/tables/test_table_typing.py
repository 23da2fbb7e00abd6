"""Entries of a table: typed in, taken over, passed by keys, and told where they are not understood."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QMenu, QPlainTextEdit
from pytestqt.qtbot import QtBot

from desktop.kit.entry.calendar import CalendarPopup
from desktop.kit.entry.writing import hand_over
from models.language.credences import PHRASES
from models.schema.action import Command
from models.schema.page import BarCell, Column, Row, Table, Width
from tests.desktop.kit.tables import invented
from tests.desktop.kit.tables.screen import Screen, Shown


def at_a_rating(shown: Shown) -> Screen:
    """The table of ratings, with the keyboard on one that nobody has entered."""
    screen = shown(invented.load(), 700, 500)
    screen.go_to(1, 3)
    return screen


def test_typing_in_an_entry_opens_it_and_enter_fills_its_action(shown: Shown) -> None:
    screen = at_a_rating(shown)

    screen.type("0,7")
    screen.key(Qt.Key.Key_Return)

    assert screen.acted == [Command("rate", (0, 0.7))]


@pytest.mark.qt_log_ignore("does not support raise")
def test_what_is_not_understood_stays_to_be_mended(shown: Shown) -> None:
    screen = at_a_rating(shown)
    screen.type("often")

    screen.key(Qt.Key.Key_Return)

    assert screen.acted == []
    assert screen.field is not None
    assert screen.field.text() == "often"


def test_enter_in_a_number_goes_on_to_the_next_one(shown: Shown) -> None:
    screen = shown(invented.tally(), 500, 300)
    screen.go_to(0, 1)

    screen.type("4")
    screen.key(Qt.Key.Key_Return)
    screen.type("2")
    screen.key(Qt.Key.Key_Return)
    screen.type("1")
    screen.key(Qt.Key.Key_Return)

    assert screen.acted == [Command("holds", (0, 4)), Command("unsure", (0, 2)), Command("fails", (0, 1))]
    assert screen.here == (1, 1)


def test_escape_leaves_an_entry_as_it_was(shown: Shown) -> None:
    screen = shown(invented.tally(), 500, 300)
    screen.go_to(0, 1)
    screen.type("4")

    screen.key(Qt.Key.Key_Escape)

    assert screen.acted == []
    assert screen.field is None


def test_what_is_being_typed_stays_when_other_cells_change(shown: Shown) -> None:
    block = invented.load()
    screen = shown(block, 700, 500)
    screen.go_to(1, 3)
    screen.type("55")

    screen.widget.receive(replace(block, note="Something else"))

    assert screen.field is not None
    assert screen.field.text() == "55"


def test_what_is_being_typed_is_taken_over_when_asked(shown: Shown) -> None:
    screen = at_a_rating(shown)
    screen.type("55")

    hand_over(screen.widget)

    assert screen.acted == [Command("rate", (0, 0.55))]


def test_what_was_typed_is_taken_over_when_somebody_goes_elsewhere(shown: Shown, qtbot: QtBot) -> None:
    screen = shown(invented.load(), 700, 500)
    elsewhere = QLineEdit()
    qtbot.addWidget(elsewhere)
    elsewhere.show()
    screen.go_to(1, 3)
    screen.type("55")

    screen.click(3, 0)

    assert screen.acted[0] == Command("rate", (0, 0.55))
    assert screen.field is None


def test_tab_takes_over_what_was_typed_and_leaves_the_last_field(shown: Shown) -> None:
    screen = shown(invented.tally(), 500, 300)
    last = len(invented.tally().rows) - 1
    screen.go_to(last, 3)
    screen.type("5")

    screen.key(Qt.Key.Key_Tab)

    assert screen.acted == [Command("fails", (last, 5))]
    assert screen.field is None


@pytest.mark.parametrize("away", ["tab", "click"])
def test_what_is_not_understood_holds_nobody_who_goes_elsewhere_and_is_told(shown: Shown, away: str) -> None:
    screen = at_a_rating(shown)
    screen.type("often")

    if away == "tab":
        screen.key(Qt.Key.Key_Tab)
    else:
        screen.click(3, 0)

    told = "“often” was not taken over. Write 0.7, 70% or a phrase such as likely."
    assert [action for action in screen.acted if action.name == "rate"] == []
    assert screen.field is None or screen.field.text() != "often"
    assert Command("tell", (told,)) in screen.acted


def test_tab_in_a_number_goes_on_to_the_next_one(shown: Shown) -> None:
    screen = shown(invented.tally(), 500, 300)
    screen.go_to(0, 2)

    screen.type("4")
    screen.key(Qt.Key.Key_Tab)
    screen.type("2")
    screen.key(Qt.Key.Key_Tab)

    assert screen.acted == [Command("unsure", (0, 4)), Command("fails", (0, 2))]
    assert screen.here == (1, 1)


def test_tab_goes_from_one_entry_of_a_row_to_the_other_and_back(shown: Shown) -> None:
    screen = shown(invented.reasons(), 700, 300)
    screen.go_to(0, 2)
    screen.key(Qt.Key.Key_Return)

    screen.key(Qt.Key.Key_Backtab)
    back = screen.here
    editor = screen.view.findChild(QPlainTextEdit)
    assert isinstance(editor, QPlainTextEdit)
    QTest.keyClick(editor, Qt.Key.Key_Tab)

    assert back == (0, 1)
    assert screen.here == (0, 2)


def test_the_same_again_is_no_change(shown: Shown) -> None:
    screen = shown(invented.load(), 700, 500)
    screen.go_to(2, 3)
    screen.key(Qt.Key.Key_Return)

    screen.key(Qt.Key.Key_Return)

    assert screen.acted == []


def test_a_long_text_is_shown_in_lines_and_typed_in_as_many(shown: Shown) -> None:
    screen = shown(invented.reasons(), 500, 300)

    screen.click(0, 1)

    editor = screen.view.findChild(QPlainTextEdit)
    assert isinstance(editor, QPlainTextEdit)
    assert editor.toPlainText() == invented.LONG
    assert editor.height() > screen.view.fontMetrics().height() * 3


@pytest.mark.qt_log_ignore("does not support")
def test_a_date_may_be_chosen_in_a_calendar(shown: Shown) -> None:
    screen = shown(invented.reasons(), 500, 300)
    screen.click(0, 2)
    assert screen.field is not None

    screen.field.actions()[0].trigger()
    popup = screen.view.findChild(CalendarPopup)
    assert isinstance(popup, CalendarPopup)
    popup.chosen.emit("2027-03-01")

    assert screen.acted == [Command("by", (date(2027, 3, 1),))]
    popup.close()


@pytest.mark.qt_log_ignore("does not support")
def test_a_rating_may_be_chosen_as_a_phrase(shown: Shown) -> None:
    screen = shown(invented.load(), 700, 500)
    screen.click(1, 3)
    assert screen.field is not None

    screen.field.actions()[0].trigger()
    menu = screen.view.findChild(QMenu, "phrases")
    assert isinstance(menu, QMenu)
    phrases = [action.text().split("\t")[0] for action in menu.actions()]
    menu.actions()[4].trigger()

    assert phrases == [phrase.words for phrase in PHRASES]
    assert screen.acted == [Command("rate", (0, PHRASES[4].middle))]


def slider(value: float | None) -> Table:
    cell = BarCell(value=value, text="", action=Command("rate"))
    return Table(
        id="slider",
        columns=(Column(id="share", width=Width.STRETCH),),
        rows=(Row(id="one", cells=(cell,)),),
    )


def colours_along(screen: "Screen") -> set[int]:
    """The colours in the middle of the bar's cell, from a quarter to three quarters of its width."""
    box = screen.view.visualRect(screen.view.model().index(0, 0))
    image = screen.view.viewport().grab(box).toImage()
    across = range(image.width() // 4, 3 * image.width() // 4)
    return {image.pixel(x, image.height() // 2) for x in across}


def test_a_bar_that_nobody_gave_a_figure_is_empty_and_shows_none(shown: Shown) -> None:
    empty, half = colours_along(shown(slider(None), 400, 200)), colours_along(shown(slider(0.5), 400, 200))

    assert len(empty) == 1
    assert len(half) > 1


def test_a_bar_is_slid_to_where_it_is_let_go_of(shown: Shown) -> None:
    screen = shown(slider(None), 400, 200)

    screen.click(0, 0, across=0.75)

    ((name, (share,)),) = [(action.name, action.arguments) for action in screen.acted]
    assert name == "rate"
    assert share == pytest.approx(0.75, abs=0.06)


@pytest.mark.parametrize(
    ("key", "control", "share"),
    [
        (Qt.Key.Key_Plus, False, 0.75),
        (Qt.Key.Key_Minus, False, 0.65),
        (Qt.Key.Key_Right, True, 0.75),
        (Qt.Key.Key_Delete, False, None),
    ],
)
def test_a_bar_is_slid_and_cleared_by_keys(
    shown: Shown, key: Qt.Key, control: bool, share: float | None
) -> None:
    screen = shown(slider(0.7), 400, 200)
    screen.go_to(0, 0)

    modifier = Qt.KeyboardModifier.ControlModifier if control else Qt.KeyboardModifier.NoModifier
    screen.key(key, modifier)

    assert screen.acted == [Command("rate", (share,))]


def test_in_front_of_a_room_nothing_is_slid(shown: Shown) -> None:
    screen = shown(slider(0.7), 400, 200, controls=False)

    screen.click(0, 0)

    assert screen.acted == []
