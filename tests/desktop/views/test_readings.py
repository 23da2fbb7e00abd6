"""Readings as its users work it: both verdicts side by side, and a wish to read it the other way."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from desktop.views.readings import ReadingsView
from desktop.widgets.readings_table import ReadingsTable
from models.engine.snapshot import take_snapshot
from models.schema.case import Case, Reading
from models.schema.scenario import baseline_scenario
from models.store.cases import load_embedded
from tests.analysed import analysed
from tests.desktop.views.showing import click_cell, part, press, shown, spoken, words


@pytest.fixture
def essay() -> Case:
    return load_embedded("dprk-lessons")


@pytest.fixture
def view(qtbot: QtBot, essay: Case) -> ReadingsView:
    return shown(qtbot, ReadingsView(), analysed(essay, {"A3": "fails"})[0])


def table(view: ReadingsView) -> ReadingsTable:
    return part(view, ReadingsTable, "readings-table")


def test_the_title_counts_where_the_reading_decides(view: ReadingsView) -> None:
    assert words(view, "readings-title") == "For 5 of 11 recommendations the reading decides, not the facts"


def test_all_rows_are_seen_at_the_smallest_window(view: ReadingsView) -> None:
    assert table(view).rowCount() == 11
    assert table(view).verticalScrollBar().maximum() == 0
    assert table(view).horizontalScrollBar().maximum() == 0


def test_a_row_is_read_out_as_a_sentence(view: ReadingsView) -> None:
    assert spoken(table(view), 0, 0) == (
        "R7 Prepare re-engagement and dialogue: it holds on fewer grounds if any ground is enough, and is "
        "incomplete if every strand must stand. 3 of 4 grounds stand: any, but not every."
    )
    assert [spoken(table(view), 0, column) for column in (1, 3)] == ["Holds on fewer grounds", "Incomplete"]


def test_clicking_a_row_picks_its_recommendation(qtbot: QtBot, view: ReadingsView, essay: Case) -> None:
    with qtbot.waitSignal(view.picked) as caught:
        click_cell(table(view), 1, 1)

    assert caught.args == [essay.by_code["R8"].id]


def test_arrow_keys_pick_the_next_row(qtbot: QtBot, view: ReadingsView, essay: Case) -> None:
    view.take_focus()
    view.mark_picked(essay.by_code["R7"].id)

    with qtbot.waitSignal(view.picked) as caught:
        QTest.keyClick(table(view), Qt.Key.Key_Down)

    assert caught.args == [essay.by_code["R8"].id]


def test_a_pick_from_elsewhere_is_marked_without_an_echo(
    qtbot: QtBot, view: ReadingsView, essay: Case
) -> None:
    with qtbot.assertNotEmitted(view.picked):
        view.mark_picked(essay.by_code["R10"].id)

    assert table(view).currentRow() == 3


def test_picking_an_assumption_marks_no_row(view: ReadingsView, essay: Case) -> None:
    view.mark_picked(essay.by_code["R10"].id)

    view.mark_picked(essay.by_code["A1"].id)

    assert table(view).currentRow() == -1


def test_the_mark_follows_its_recommendation_to_another_row(view: ReadingsView, essay: Case) -> None:
    view.mark_picked(essay.by_code["R7"].id)

    view.receive(analysed(essay)[0])

    assert table(view).currentRow() == 6


def test_the_other_reading_can_be_wished(qtbot: QtBot, view: ReadingsView) -> None:
    with qtbot.waitSignal(view.reading_wished) as caught:
        press(view, f"read:{Reading.EVERY_STRAND.value}")

    assert caught.args == [Reading.EVERY_STRAND]


def test_the_present_reading_is_marked_and_cannot_be_wished(view: ReadingsView) -> None:
    button = part(view, QPushButton, f"read:{Reading.ANY_GROUND.value}")

    assert button.text() == "Read this way now"
    assert not button.isEnabled()
    assert table(view).model().headerData(1, Qt.Orientation.Horizontal) == "Any ground (now)"


def test_each_button_stands_under_its_column(view: ReadingsView) -> None:
    for column, reading in ((1, Reading.ANY_GROUND), (3, Reading.EVERY_STRAND)):
        button = part(view, QPushButton, f"read:{reading.value}")
        left = table(view).columnViewportPosition(column) + table(view).x()

        assert left <= button.x() < left + table(view).columnWidth(column) // 4


def test_where_both_agree_the_title_says_so(view: ReadingsView, essay: Case) -> None:
    view.receive(analysed(essay)[0])

    assert words(view, "readings-title") == "Both readings come to the same 11 verdicts"


def test_copy_puts_both_verdicts_on_the_clipboard(view: ReadingsView) -> None:
    press(view, "readings-copy")

    assert "\tHolds on fewer grounds\tIncomplete\t" in QGuiApplication.clipboard().text()


def test_it_says_so_while_it_is_being_worked_out(qtbot: QtBot, essay: Case) -> None:
    view = shown(qtbot, ReadingsView(), take_snapshot(essay, baseline_scenario(essay)))

    assert words(view, "waiting") == "This is being worked out."
    assert not table(view).isVisible()


def test_a_window_once_large_can_become_small_again(qtbot: QtBot, view: ReadingsView) -> None:
    wide, last = view.width(), part(view, QPushButton, "read:every-strand")

    view.resize(wide + 500, 900)

    qtbot.waitUntil(lambda: last.geometry().right() > wide)
    body = table(view).parentWidget()
    assert body is not None
    assert body.minimumSizeHint().width() < wide
