"""Fields: what is typed is told once it is understood, and never written over while somebody types."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from desktop.kit.block import BlockWidget
from desktop.kit.entry.calendar import CalendarPopup
from desktop.kit.entry.field_row import FieldRow
from models.schema.action import Command
from models.schema.page import Entry, Field, Fields, Option
from tests.desktop.kit.boxes import faults
from tests.desktop.kit.looks import shown_block

NOTE = Command("note")


def fields(text: str = "", kind: Entry = Entry.TEXT) -> Fields:
    field = Field(id="field", label="Who watches it", text=text, kind=kind, action=NOTE)
    return Fields(id="fields", fields=(field,), buttons=(Option(text="Add", action=Command("add")),))


def line(widget: BlockWidget) -> QLineEdit:
    found = widget.findChild(QLineEdit, "field")
    assert isinstance(found, QLineEdit)
    return found


@pytest.mark.parametrize(
    ("kind", "typed", "value"),
    [
        (Entry.TEXT, "Ms  Kim", "Ms Kim"),
        (Entry.NUMBER, "7", 7),
        (Entry.PERCENT, "70", 0.7),
        (Entry.DATE, "2027-03-01", date(2027, 3, 1)),
    ],
)
def test_what_is_typed_is_told_as_what_it_means(qtbot: QtBot, kind: Entry, typed: str, value: object) -> None:
    widget = shown_block(qtbot, fields(kind=kind))

    with qtbot.waitSignal(widget.acted) as told:
        QTest.keyClicks(line(widget), typed)
        QTest.keyClick(line(widget), Qt.Key.Key_Return)

    assert told.args == [NOTE.filled(value)]


def test_what_is_not_understood_stays_and_says_what_would_be(qtbot: QtBot) -> None:
    widget = shown_block(qtbot, fields(kind=Entry.NUMBER))

    with qtbot.assertNotEmitted(widget.acted):
        QTest.keyClicks(line(widget), "many")
        QTest.keyClick(line(widget), Qt.Key.Key_Return)

    row = widget.findChild(FieldRow)
    assert line(widget).text() == "many"
    assert row is not None and row.problem.text() == line(widget).accessibleDescription() != ""


def test_what_is_being_typed_is_not_written_over(qtbot: QtBot) -> None:
    widget = shown_block(qtbot, fields("Ms Kim"))
    widget.activateWindow()
    line(widget).setFocus()
    qtbot.waitUntil(line(widget).hasFocus)
    QTest.keyClicks(line(widget), " and")

    widget.receive(fields("Mr Lee"))

    assert line(widget).text() == "Ms Kim and"


def test_a_field_that_nobody_is_in_shows_the_new_text(qtbot: QtBot) -> None:
    widget = shown_block(qtbot, fields("Ms Kim"))

    widget.receive(fields("Mr Lee"))

    assert line(widget).text() == "Mr Lee"


def test_a_long_text_is_told_when_the_keyboard_goes_elsewhere(qtbot: QtBot) -> None:
    block = fields(kind=Entry.LONG_TEXT)
    widget = shown_block(
        qtbot, replace(block, fields=(*block.fields, replace(fields().fields[0], id="other")))
    )
    editor = widget.findChild(QPlainTextEdit, "field")
    assert editor is not None
    editor.setFocus()

    with qtbot.waitSignal(widget.acted) as told:
        QTest.keyClicks(editor, "A note")
        QTest.keyClick(editor, Qt.Key.Key_Tab)

    assert told.args == [NOTE.filled("A note")]


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_a_day_is_chosen_in_a_calendar(qtbot: QtBot) -> None:
    widget = shown_block(qtbot, fields("2027-03-01", Entry.DATE))
    row = widget.findChild(FieldRow)
    assert row is not None
    row.open_calendar()
    popup = row.findChild(CalendarPopup)
    assert popup is not None

    with qtbot.waitSignal(widget.acted) as told:
        popup.chosen.emit("2027-04-02")

    assert told.args == [NOTE.filled(date(2027, 4, 2))]
    popup.close()


@pytest.mark.parametrize("width", [200, 300, 700])
def test_labels_and_buttons_stand_apart(qtbot: QtBot, width: int) -> None:
    widget = shown_block(qtbot, fields(kind=Entry.PERCENT), width)

    assert faults(widget.text_boxes(), widget.rect()) == []


def test_a_line_of_text_is_no_wider_than_it_can_be_read(qtbot: QtBot) -> None:
    widget = shown_block(qtbot, fields(), 1300)

    assert line(widget).width() <= 640


def two(first: str, second: str) -> Fields:
    names = (first, second)
    rows = tuple(Field(id=name, label=name, text="", action=Command(name), kind=Entry.TEXT) for name in names)
    return Fields(id="fields", fields=rows)


def test_a_field_that_takes_the_place_of_another_tells_its_own_action(qtbot: QtBot) -> None:
    widget = shown_block(qtbot, two("note-a", "note-b"))
    editor = widget.findChild(QLineEdit, "note-a")

    widget.receive(two("note-c", "note-b"))
    taken = widget.findChild(QLineEdit, "note-c")
    assert taken is not None
    with qtbot.waitSignal(widget.acted) as told:
        QTest.keyClicks(taken, "new")
        QTest.keyClick(taken, Qt.Key.Key_Return)

    assert taken is editor
    assert told.args == [Command("note-c").filled("new")]


def test_a_field_in_which_somebody_types_goes_with_what_is_typed(qtbot: QtBot) -> None:
    widget = shown_block(qtbot, two("note-a", "note-b"))
    editor = widget.findChild(QLineEdit, "note-a")
    assert editor is not None
    editor.setText("half a th")

    widget.receive(two("note-c", "note-b"))

    taken = widget.findChild(QLineEdit, "note-c")
    assert taken is not None and taken is not editor
    assert taken.text() == ""
