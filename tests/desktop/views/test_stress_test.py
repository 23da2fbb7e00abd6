"""The stress test as its users work it: read a cell, pick what it is about, apply its change."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QPushButton
from pytestqt.qtbot import QtBot

from desktop.base.theme import Scheme, resolve, wear
from desktop.views.stress_test import StressTestView
from desktop.widgets.dashboard_frame import DashboardFrame
from desktop.widgets.key import Key
from desktop.widgets.matrix_table import MatrixTable
from models.engine.snapshot import take_snapshot
from models.schema.case import Case, Stance
from models.schema.scenario import baseline_scenario
from models.store.cases import load_embedded
from tests.analysed import analysed
from tests.desktop.views.showing import click_cell, part, press, shown, spoken, words

BASELINE_ORDER = ["A20", "A10", "A16", "A17", "A3", "A1"]


@pytest.fixture
def essay() -> Case:
    return load_embedded("dprk-lessons")


@pytest.fixture
def view(qtbot: QtBot, essay: Case) -> StressTestView:
    return shown(qtbot, StressTestView(), analysed(essay)[0])


def table(view: StressTestView) -> MatrixTable:
    return part(view, MatrixTable, "stress-table")


def heads(view: StressTestView, orientation: Qt.Orientation) -> list[str]:
    model = table(view).model()
    number = model.columnCount() if orientation is Qt.Orientation.Horizontal else model.rowCount()
    return [str(model.headerData(place, orientation)) for place in range(number)]


def go_to(view: StressTestView, row: str, column: str) -> tuple[int, int]:
    return (
        heads(view, Qt.Orientation.Vertical).index(row),
        heads(view, Qt.Orientation.Horizontal).index(column),
    )


def test_everything_is_seen_without_scrolling_at_the_smallest_window(view: StressTestView) -> None:
    for outlook in ("here", "everywhere"):
        press(view, f"stress-outlook:{outlook}")

        assert table(view).horizontalScrollBar().maximum() == 0
        assert table(view).verticalScrollBar().maximum() == 0


def test_what_bears_most_stands_first(view: StressTestView) -> None:
    assert heads(view, Qt.Orientation.Horizontal)[:6] == BASELINE_ORDER


def test_the_case_order_is_a_click_away(view: StressTestView) -> None:
    press(view, "stress-order:case")

    assert heads(view, Qt.Orientation.Horizontal)[:3] == ["A1", "A2", "A3"]
    assert heads(view, Qt.Orientation.Vertical)[:3] == ["R1", "R2", "R3"]


def test_everywhere_has_a_first_column_for_all_settings(view: StressTestView) -> None:
    press(view, "stress-outlook:everywhere")

    assert heads(view, Qt.Orientation.Horizontal)[0] == "All"
    assert words(view, "stress-test-title").startswith("If this one assumption fails")
    assert "not a probability" in words(view, "stress-test-line")


def test_clicking_a_cell_picks_its_recommendation_and_reads_the_cell_out(
    qtbot: QtBot, view: StressTestView, essay: Case
) -> None:
    place = go_to(view, "R1", "A1")

    with qtbot.waitSignal(view.picked) as caught:
        click_cell(table(view), *place)

    assert caught.args == [essay.by_code["R1"].id]
    assert words(view, "stress-sentence").startswith("If A1 alone is set to fails")


def test_arrow_keys_walk_the_cells(qtbot: QtBot, view: StressTestView, essay: Case) -> None:
    view.take_focus()
    below = heads(view, Qt.Orientation.Vertical)[1]

    with qtbot.waitSignal(view.picked) as caught:
        QTest.keyClick(table(view), Qt.Key.Key_Down)

    assert caught.args == [essay.by_code[below].id]


def test_walking_along_a_row_picks_nothing_new(qtbot: QtBot, view: StressTestView) -> None:
    QTest.keyClick(table(view), Qt.Key.Key_Down)
    before = words(view, "stress-sentence")

    with qtbot.assertNotEmitted(view.picked):
        QTest.keyClick(table(view), Qt.Key.Key_Right)

    assert words(view, "stress-sentence") != before


def test_enter_applies_the_change_of_the_cell(qtbot: QtBot, view: StressTestView, essay: Case) -> None:
    click_cell(table(view), *go_to(view, "R5", "A3"))

    with qtbot.waitSignal(view.stances_wished) as caught:
        QTest.keyClick(table(view), Qt.Key.Key_Return)

    assert caught.args == [{essay.by_code["A3"].id: Stance.FAILS}]


def test_a_button_applies_the_change_of_the_cell(qtbot: QtBot, view: StressTestView, essay: Case) -> None:
    click_cell(table(view), *go_to(view, "R5", "A3"))
    assert part(view, QPushButton, "stress-apply").text() == "Set A3 to fails"

    with qtbot.waitSignal(view.stances_wished) as caught:
        press(view, "stress-apply")

    assert caught.args == [{essay.by_code["A3"].id: Stance.FAILS}]


def test_what_fails_already_offers_no_change(qtbot: QtBot, view: StressTestView, essay: Case) -> None:
    view.receive(analysed(essay, {"A3": "fails"})[0])
    press(view, "stress-outlook:everywhere")

    click_cell(table(view), *go_to(view, "R5", "A3"))

    assert not part(view, QPushButton, "stress-apply").isVisible()
    with qtbot.assertNotEmitted(view.stances_wished):
        QTest.keyClick(table(view), Qt.Key.Key_Return)


def test_a_column_head_leads_to_its_assumption(qtbot: QtBot, view: StressTestView, essay: Case) -> None:
    header = table(view).horizontalHeader()
    place = heads(view, Qt.Orientation.Horizontal).index("A16")
    spot = header.viewport().rect().center()
    spot.setX(header.sectionViewportPosition(place) + header.sectionSize(place) // 2)

    with qtbot.waitSignal(view.picked) as caught:
        QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=spot)

    assert caught.args == [essay.by_code["A16"].id]


def test_a_pick_from_elsewhere_goes_to_its_first_change(view: StressTestView, essay: Case) -> None:
    view.mark_picked(essay.by_code["R4"].id)

    assert table(view).place() == (essay.by_code["R4"].id, essay.by_code["A10"].id)
    assert words(view, "stress-sentence").startswith("If A10 alone is set to fails")


def test_an_assumption_picked_elsewhere_moves_the_column_only(view: StressTestView, essay: Case) -> None:
    view.mark_picked(essay.by_code["R4"].id)

    view.mark_picked(essay.by_code["A16"].id)

    assert table(view).place() == (essay.by_code["R4"].id, essay.by_code["A16"].id)


def test_the_cursor_stays_on_its_cell_when_the_order_changes(view: StressTestView, essay: Case) -> None:
    click_cell(table(view), *go_to(view, "R5", "A3"))
    here = table(view).place()

    view.receive(analysed(essay, {"A20": "fails", "A16": "fails"})[0])

    assert table(view).place() == here


def test_every_cell_is_read_out_in_words(view: StressTestView) -> None:
    model = table(view).model()

    told = [
        spoken(table(view), row, column)
        for row in range(model.rowCount())
        for column in range(model.columnCount())
    ]

    assert all(text.startswith("If A") and text.endswith(".") for text in told)
    assert model.headerData(0, Qt.Orientation.Vertical, Qt.ItemDataRole.AccessibleTextRole) == (
        "R7 Prepare re-engagement and dialogue. Here: still holds."
    )


def test_the_key_is_told_in_words(view: StressTestView) -> None:
    key = part(view, Key, "stress-key")

    assert key.accessibleName().startswith("holds on fewer grounds; no longer needed")


def test_copy_puts_the_whole_matrix_on_the_clipboard(view: StressTestView) -> None:
    press(view, "stress-test-copy")

    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0].startswith("Recommendation\tNow\tA20 fails")
    assert len(lines) == 12


def test_the_picture_on_paper_is_a_drawing(view: StressTestView, tmp_path: Path) -> None:
    (frame,) = view.findChildren(DashboardFrame)

    frame.save_picture(tmp_path / "matrix.svg")

    drawing = (tmp_path / "matrix.svg").read_text(encoding="utf-8")
    assert "falls" in drawing
    assert "<image" not in drawing


def test_it_says_so_while_it_is_being_worked_out(qtbot: QtBot, essay: Case) -> None:
    view = shown(qtbot, StressTestView(), take_snapshot(essay, baseline_scenario(essay)))

    assert words(view, "waiting") == "This is being worked out."
    assert not table(view).isVisible()
    assert words(view, "stress-test-title")

    view.receive(analysed(essay)[0])
    assert table(view).isVisible()


def test_a_short_wait_is_not_shown_and_a_long_one_is(qtbot: QtBot, view: StressTestView, essay: Case) -> None:
    view.receive(take_snapshot(essay, baseline_scenario(essay)))

    assert table(view).isVisible()
    qtbot.waitUntil(lambda: not table(view).isVisible())
    assert words(view, "stress-test-line") == ""


def test_another_case_is_shown_from_its_beginning(view: StressTestView) -> None:
    tiny = load_embedded("tiny")

    view.receive(analysed(tiny)[0])

    assert table(view).model().rowCount() == len(tiny.recommendations)
    assert words(view, "stress-sentence")


@pytest.mark.parametrize("scale", [100, 150, 200])
def test_it_is_painted_at_every_scale_in_dark_too(view: StressTestView, qapp: object, scale: int) -> None:
    wear(qapp, resolve(Scheme.DARK, scale))  # type: ignore[arg-type]
    try:
        assert not view.grab().isNull()
    finally:
        wear(qapp, resolve(Scheme.LIGHT, 100))  # type: ignore[arg-type]


def test_every_control_has_a_name(view: StressTestView) -> None:
    nameless = [
        button.objectName()
        for button in view.findChildren(QAbstractButton)
        if not button.objectName().startswith("qt_") and not (button.text() or button.accessibleName())
    ]

    assert nameless == []
    assert table(view).accessibleName()
