"""What a table measures and paints again: no more than what changed and is in sight."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QObject, QRect
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.base.guard import override
from desktop.kit.cells.face import Face
from desktop.kit.tables import fit, paint
from desktop.kit.tables.columns import wanted
from desktop.kit.tables.fit import Fitting
from models.language.states import sign
from models.schema.grades import Verdict
from models.schema.page import ChipsCell, Row, Table
from tests.desktop.kit.tables import invented
from tests.desktop.kit.tables.screen import Shown, renamed


def test_only_what_is_in_sight_is_painted(shown: Shown, monkeypatch: pytest.MonkeyPatch) -> None:
    painted: list[object] = []
    monkeypatch.setattr(paint, "paint_cell", lambda canvas, box, cell, *rest: painted.append(cell))

    screen = shown(invented.vast(), 900, 500)
    painted.clear()
    screen.view.viewport().repaint()

    assert 0 < len(painted) < 2000


def test_nothing_is_measured_again_where_only_signs_change(
    shown: Shown, monkeypatch: pytest.MonkeyPatch
) -> None:
    screen = shown(invented.matrix())
    measured: list[object] = []
    monkeypatch.setattr(Fitting, "fitted", lambda *given: measured.append(given))

    screen.widget.receive(invented.matrix(turned=True))

    assert measured == []


def test_cells_are_measured_once_however_often_their_table_is_laid_out(
    shown: Shown, monkeypatch: pytest.MonkeyPatch
) -> None:
    screen = shown(invented.matrix(), 700, 400)
    measured: list[object] = []
    monkeypatch.setattr(fit, "measured", lambda *given: measured.append(given))

    screen.widget.resize(690, 390)
    screen.widget.resize(700, 300)

    assert measured == []


def test_only_the_row_that_is_new_is_measured(shown: Shown, monkeypatch: pytest.MonkeyPatch) -> None:
    block = invented.load()
    screen = shown(block, 700, 500)
    measured: set[str] = set()

    def noted(row: Row, place: int, face: Face) -> tuple[float, float, float]:
        measured.add(row.id)
        return wanted(row, place, face)

    monkeypatch.setattr(fit, "wanted", noted)

    screen.widget.receive(with_row(invented.load(), 2, renamed(block.rows[2], "Another name")))

    assert measured == {block.rows[2].id}


def test_only_the_row_that_changes_is_painted(qtbot: QtBot, shown: Shown) -> None:
    block = invented.matrix()
    screen = shown(block)
    qtbot.wait(1)
    painted: list[QRect] = []
    listener = _Paints(screen.view.viewport(), painted)

    screen.widget.receive(with_row(block, 2, replace(block.rows[2], picked=True)))
    qtbot.waitUntil(lambda: bool(painted))

    top, high = screen.view.rowViewportPosition(2), screen.view.rowHeight(2)
    assert all(area.top() >= top and area.bottom() <= top + high for area in painted)
    del listener


def test_rows_that_become_higher_are_painted_once(qtbot: QtBot, shown: Shown) -> None:
    screen = shown(invented.matrix(), 900, 400)
    qtbot.wait(20)
    painted: list[QRect] = []
    listener = _Paints(screen.view.viewport(), painted)

    screen.widget.resize(900, 420)
    qtbot.wait(20)

    assert painted == [screen.view.viewport().rect()]
    del listener


def test_advice_that_turns_measures_and_paints_nothing_but_its_pills(
    qtbot: QtBot, shown: Shown, monkeypatch: pytest.MonkeyPatch
) -> None:
    block = invented.groups()
    screen = shown(block)
    qtbot.wait(1)
    fitted: list[object] = []
    monkeypatch.setattr(Fitting, "fitted", lambda *given: fitted.append(given))
    painted: list[QRect] = []
    listener = _Paints(screen.view.viewport(), painted)

    screen.widget.receive(with_row(block, 1, _turned(block.rows[1])))
    qtbot.waitUntil(lambda: bool(painted))

    pills = screen.view.visualRect(screen.view.model().index(1, 2))
    assert fitted == []
    assert all(pills.contains(area) for area in painted)
    del listener


def _turned(row: Row) -> Row:
    """The row with its advice in another state."""
    *others, cell = row.cells
    assert isinstance(cell, ChipsCell)
    chips = tuple(replace(chip, sign=sign(Verdict.OPEN)) for chip in cell.chips)
    return replace(row, cells=(*others, replace(cell, chips=chips)))


class _Paints(QObject):
    """Notes which parts of a widget are painted."""

    def __init__(self, widget: QWidget, painted: list[QRect]) -> None:
        super().__init__(widget)
        self._painted = painted
        widget.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            self._painted.append(event.rect())
        return super().eventFilter(watched, event)


def with_row(block: Table, place: int, row: Row) -> Table:
    """The table with another row at a place; all others are equal and not the same."""
    rows = [replace(item) for item in block.rows]
    return replace(block, rows=(*rows[:place], row, *rows[place + 1 :]))
