"""The one table: what is shown where, what a click or a key does, and what is said."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QGuiApplication, QHelpEvent, QPaintEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QPlainTextEdit, QTableView, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from desktop.base.guard import override
from desktop.base.theme import Scheme, load_fonts, resolve, wear
from desktop.kit.cells.face import Face
from desktop.kit.entry.calendar import CalendarPopup
from desktop.kit.entry.writing import hand_over
from desktop.kit.table import TableWidget
from desktop.kit.tables import fit, paint
from desktop.kit.tables.columns import wanted
from desktop.kit.tables.fit import Fitting
from models.language.credences import PHRASES
from models.language.states import sign
from models.schema.action import Command
from models.schema.grades import Verdict
from models.schema.page import BarCell, ChipsCell, Column, Row, Table, TextCell, Width
from tests.desktop.kit import tables

Shown = Callable[..., "Screen"]


class Screen:
    """A table as somebody sees and works it."""

    def __init__(self, widget: TableWidget) -> None:
        self.widget = widget
        self.acted: list[Any] = []
        widget.acted.connect(self.acted.append)

    @property
    def view(self) -> QTableView:
        view = self.widget.findChild(QTableView)
        assert isinstance(view, QTableView)
        return view

    @property
    def field(self) -> QLineEdit | None:
        return next((field for field in self.view.findChildren(QLineEdit) if field.isVisible()), None)

    def go_to(self, row: int, column: int) -> None:
        self.view.setFocus()
        self.view.setCurrentIndex(self.view.model().index(row, column))

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        target = self.field or self.view
        QTest.keyClick(target, key, modifier)

    def type(self, text: str) -> None:
        for letter in text:
            QTest.keyClicks(self.field or self.view, letter)

    def click(self, row: int, column: int, across: float = 0.5) -> None:
        box = self.view.visualRect(self.view.model().index(row, column))
        point = QPoint(box.x() + int(box.width() * across), box.center().y())
        QTest.mouseClick(self.view.viewport(), Qt.MouseButton.LeftButton, pos=point)

    def point_at(self, row: int, column: int) -> None:
        """Rest the pointer on a cell until its tip is asked for."""
        point = self.view.visualRect(self.view.model().index(row, column)).center()
        there = self.view.viewport().mapToGlobal(point)
        QApplication.sendEvent(self.view.viewport(), QHelpEvent(QEvent.Type.ToolTip, point, there))

    @property
    def here(self) -> tuple[int, int]:
        index = self.view.currentIndex()
        return index.row(), index.column()


@pytest.fixture
def shown(qtbot: QtBot, qapp: QApplication) -> Shown:
    load_fonts()

    def show(
        block: Table, width: int = 1016, height: int = 600, *, controls: bool = True, scale: int = 100
    ) -> Screen:
        look = resolve(Scheme.LIGHT, scale)
        wear(qapp, look)
        widget = TableWidget(controls)
        qtbot.addWidget(widget)
        widget.wear(look)
        widget.resize(width, height)
        widget.receive(block)
        with qtbot.waitExposed(widget):
            widget.show()
        return Screen(widget)

    return show


def test_a_click_on_a_row_does_its_action(shown: Shown) -> None:
    screen = shown(tables.matrix())

    screen.click(2, 4)

    assert screen.acted == [Command("pick", (2,))]


def test_a_click_on_an_option_chooses_it(shown: Shown) -> None:
    screen = shown(tables.load(), 700, 500)

    screen.click(1, 2, 0.8)

    assert screen.acted == [Command("doubt", (0, "much"))]


def test_the_chosen_option_is_not_chosen_again(shown: Shown) -> None:
    screen = shown(tables.load(), 700, 500)

    screen.click(1, 2, 0.1)

    assert screen.acted == []


def test_enter_presses_the_button_of_a_cell(shown: Shown) -> None:
    screen = shown(tables.load(), 700, 500)
    screen.go_to(2, 4)

    screen.key(Qt.Key.Key_Return)

    assert screen.acted == [Command("try", (1,))]


def test_control_and_an_arrow_choose_the_option_beside(shown: Shown) -> None:
    screen = shown(tables.load(), 700, 500)
    screen.go_to(2, 2)

    screen.key(Qt.Key.Key_Left, Qt.KeyboardModifier.ControlModifier)

    assert screen.acted == [Command("doubt", (1, "firm"))]


def test_arrows_pass_over_the_line_of_a_section(shown: Shown) -> None:
    screen = shown(tables.load(), 700, 500)
    screen.go_to(4, 1)

    screen.key(Qt.Key.Key_Down)

    assert screen.here == (6, 1)


def test_typing_in_an_entry_opens_it_and_enter_fills_its_action(shown: Shown) -> None:
    screen = shown(tables.load(), 700, 500)
    screen.go_to(1, 3)

    screen.type("0,7")
    screen.key(Qt.Key.Key_Return)

    assert screen.acted == [Command("rate", (0, 0.7))]


@pytest.mark.qt_log_ignore("does not support raise")
def test_what_is_not_understood_stays_to_be_mended(shown: Shown) -> None:
    screen = shown(tables.load(), 700, 500)
    screen.go_to(1, 3)
    screen.type("often")

    screen.key(Qt.Key.Key_Return)

    assert screen.acted == []
    assert screen.field is not None
    assert screen.field.text() == "often"


def test_enter_in_a_number_goes_on_to_the_next_one(shown: Shown) -> None:
    screen = shown(tables.tally(), 500, 300)
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
    screen = shown(tables.tally(), 500, 300)
    screen.go_to(0, 1)
    screen.type("4")

    screen.key(Qt.Key.Key_Escape)

    assert screen.acted == []
    assert screen.field is None


def test_what_is_being_typed_stays_when_other_cells_change(shown: Shown) -> None:
    block = tables.load()
    screen = shown(block, 700, 500)
    screen.go_to(1, 3)
    screen.type("55")

    screen.widget.receive(replace(block, note="Something else"))

    assert screen.field is not None
    assert screen.field.text() == "55"


def test_what_is_being_typed_is_taken_over_when_asked(shown: Shown) -> None:
    screen = shown(tables.load(), 700, 500)
    screen.go_to(1, 3)
    screen.type("55")

    hand_over(screen.widget)

    assert screen.acted == [Command("rate", (0, 0.55))]


def test_the_current_cell_stays_with_its_row_when_rows_come_and_go(shown: Shown) -> None:
    block = tables.matrix()
    screen = shown(block)
    screen.go_to(5, 3)

    screen.widget.receive(replace(block, rows=block.rows[2:]))

    assert screen.here == (3, 3)


def test_columns_stay_where_they_are_when_cells_change(shown: Shown) -> None:
    screen = shown(tables.matrix())
    before = [screen.view.columnViewportPosition(place) for place in range(18)]

    screen.widget.receive(tables.matrix(turned=True))

    assert [screen.view.columnViewportPosition(place) for place in range(18)] == before


def test_a_cell_and_a_head_are_heard_in_words(shown: Shown) -> None:
    screen = shown(tables.matrix())
    model = screen.view.model()

    spoken = model.index(3, 2).data(Qt.ItemDataRole.AccessibleTextRole)
    head = model.headerData(2, Qt.Orientation.Horizontal, Qt.ItemDataRole.AccessibleTextRole)

    assert (spoken, head) == ("Holds on fewer arguments", "Ferry resented A2")


def test_copied_cells_are_no_formulas_and_keep_to_their_line(shown: Shown) -> None:
    block = tables.tally()
    first = replace(block.rows[0], cells=(TextCell(text="=1+\t1\n"), *block.rows[0].cells[1:]))
    screen = shown(replace(block, rows=(first, *block.rows[1:])), 500, 300)
    screen.go_to(0, 0)

    screen.key(Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)

    assert QGuiApplication.clipboard().text().splitlines()[1] == "'=1+ 1\t0\t0\t0"


def test_without_a_row_the_table_says_why(shown: Shown) -> None:
    screen = shown(replace(tables.tally(), rows=(), empty="No group has answered yet."), 500, 300)

    assert [box.text for box in screen.widget.text_boxes()] == ["No group has answered yet."]


def test_nothing_can_be_worked_in_front_of_a_room(shown: Shown) -> None:
    screen = shown(tables.matrix(), controls=False)

    screen.click(2, 4)

    assert screen.acted == []
    assert screen.view.focusPolicy() is Qt.FocusPolicy.NoFocus


def test_markup_in_a_cell_is_a_text_in_its_tip(shown: Shown, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []
    monkeypatch.setattr(QToolTip, "showText", lambda _, text, *rest: told.append(text))
    block = tables.tally()
    rows = (
        replace(block.rows[0], cells=(TextCell(text="<img src=/dev/zero>" * 30), *block.rows[0].cells[1:])),
    )
    screen = shown(replace(block, rows=rows), 500, 300)

    screen.point_at(0, 0)

    assert told
    assert "<img" not in told[0]
    assert told[0].count("&lt;img src=/dev/zero&gt;") == 30


def test_what_was_typed_is_taken_over_when_somebody_goes_elsewhere(shown: Shown, qtbot: QtBot) -> None:
    screen = shown(tables.load(), 700, 500)
    elsewhere = QLineEdit()
    qtbot.addWidget(elsewhere)
    elsewhere.show()
    screen.go_to(1, 3)
    screen.type("55")

    screen.click(3, 0)

    assert screen.acted[0] == Command("rate", (0, 0.55))
    assert screen.field is None


def test_tab_takes_over_what_was_typed_and_leaves_the_last_field(shown: Shown) -> None:
    screen = shown(tables.tally(), 500, 300)
    last = len(tables.tally().rows) - 1
    screen.go_to(last, 3)
    screen.type("5")

    screen.key(Qt.Key.Key_Tab)

    assert screen.acted == [Command("fails", (last, 5))]
    assert screen.field is None


@pytest.mark.parametrize("away", ["tab", "click"])
@pytest.mark.qt_log_ignore("does not support raise")
def test_what_is_not_understood_holds_nobody_who_goes_elsewhere_and_is_told(
    shown: Shown, monkeypatch: pytest.MonkeyPatch, away: str
) -> None:
    told: list[str] = []
    monkeypatch.setattr(QToolTip, "showText", lambda _, text, *rest: told.append(text))
    screen = shown(tables.load(), 700, 500)
    screen.go_to(1, 3)
    screen.type("often")

    if away == "tab":
        screen.key(Qt.Key.Key_Tab)
    else:
        screen.click(3, 0)

    assert [action for action in screen.acted if action.name == "rate"] == []
    assert screen.field is None or screen.field.text() != "often"
    assert any(
        "“often” was not taken over. Write 0.7, 70% or a phrase such as likely." in text for text in told
    )


def test_tab_in_a_number_goes_on_to_the_next_one(shown: Shown) -> None:
    screen = shown(tables.tally(), 500, 300)
    screen.go_to(0, 2)

    screen.type("4")
    screen.key(Qt.Key.Key_Tab)
    screen.type("2")
    screen.key(Qt.Key.Key_Tab)

    assert screen.acted == [Command("unsure", (0, 4)), Command("fails", (0, 2))]
    assert screen.here == (1, 1)


def test_tab_goes_from_one_entry_of_a_row_to_the_other_and_back(shown: Shown) -> None:
    screen = shown(tables.reasons(), 700, 300)
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
    screen = shown(tables.load(), 700, 500)
    screen.go_to(2, 3)
    screen.key(Qt.Key.Key_Return)

    screen.key(Qt.Key.Key_Return)

    assert screen.acted == []


def test_rows_that_are_held_back_show_what_they_were(shown: Shown) -> None:
    block = tables.tally()
    after = replace(block, rows=tuple(_renamed(row, "Weir is gone") for row in block.rows))
    screen = shown(block, 500, 300)
    screen.widget.receive(after)

    screen.widget.hold_back(frozenset({"a1"}))

    names = [box.text for box in screen.widget.text_boxes() if box.text in (*tables.CLAIMS, "Weir is gone")]
    assert names == ["Weir is gone", tables.CLAIMS[1], "Weir is gone", "Weir is gone"]


def _renamed(row: Row, name: str) -> Row:
    return replace(row, cells=(TextCell(text=name), *row.cells[1:]))


def test_only_what_is_in_sight_is_painted(shown: Shown, monkeypatch: pytest.MonkeyPatch) -> None:
    painted: list[object] = []
    monkeypatch.setattr(paint, "paint_cell", lambda canvas, box, cell, *rest: painted.append(cell))

    screen = shown(tables.vast(), 900, 500)
    painted.clear()
    screen.view.viewport().repaint()

    assert 0 < len(painted) < 2000


def test_a_long_text_is_shown_in_lines_and_typed_in_as_many(shown: Shown) -> None:
    screen = shown(tables.reasons(), 500, 300)

    screen.click(0, 1)

    editor = screen.view.findChild(QPlainTextEdit)
    assert isinstance(editor, QPlainTextEdit)
    assert editor.toPlainText() == tables.LONG
    assert editor.height() > screen.view.fontMetrics().height() * 3


@pytest.mark.qt_log_ignore("does not support")
def test_a_date_may_be_chosen_in_a_calendar(shown: Shown) -> None:
    screen = shown(tables.reasons(), 500, 300)
    screen.click(0, 2)
    assert screen.field is not None

    screen.field.actions()[0].trigger()
    popup = screen.view.findChild(CalendarPopup)
    assert isinstance(popup, CalendarPopup)
    popup.chosen.emit(date(2027, 3, 1))

    assert screen.acted == [Command("by", (date(2027, 3, 1),))]
    popup.close()


@pytest.mark.qt_log_ignore("does not support")
def test_a_rating_may_be_chosen_as_a_phrase(shown: Shown) -> None:
    screen = shown(tables.load(), 700, 500)
    screen.click(1, 3)
    assert screen.field is not None

    screen.field.actions()[0].trigger()
    menu = screen.view.findChild(QMenu, "phrases")
    assert isinstance(menu, QMenu)
    phrases = [action.text().split("\t")[0] for action in menu.actions()]
    menu.actions()[4].trigger()

    assert phrases == [phrase.words for phrase in PHRASES]
    assert screen.acted == [Command("rate", (0, PHRASES[4].middle))]


def test_nothing_is_measured_again_where_only_signs_change(
    shown: Shown, monkeypatch: pytest.MonkeyPatch
) -> None:
    screen = shown(tables.matrix())
    measured: list[object] = []
    monkeypatch.setattr(Fitting, "fitted", lambda *given: measured.append(given))

    screen.widget.receive(tables.matrix(turned=True))

    assert measured == []


def test_cells_are_measured_once_however_often_their_table_is_laid_out(
    shown: Shown, monkeypatch: pytest.MonkeyPatch
) -> None:
    screen = shown(tables.matrix(), 700, 400)
    measured: list[object] = []
    monkeypatch.setattr(fit, "measured", lambda *given: measured.append(given))

    screen.widget.resize(690, 390)
    screen.widget.resize(700, 300)

    assert measured == []


def test_only_the_row_that_is_new_is_measured(shown: Shown, monkeypatch: pytest.MonkeyPatch) -> None:
    block = tables.load()
    screen = shown(block, 700, 500)
    measured: set[str] = set()

    def noted(row: Row, place: int, face: Face) -> tuple[float, float, float]:
        measured.add(row.id)
        return wanted(row, place, face)

    monkeypatch.setattr(fit, "wanted", noted)

    screen.widget.receive(with_row(tables.load(), 2, _renamed(block.rows[2], "Another name")))

    assert measured == {block.rows[2].id}


def test_only_the_row_that_changes_is_painted(qtbot: QtBot, shown: Shown) -> None:
    block = tables.matrix()
    screen = shown(block)
    qtbot.wait(1)
    painted: list[QRect] = []
    listener = _Paints(screen.view.viewport(), painted)

    screen.widget.receive(with_row(block, 2, replace(block.rows[2], picked=True)))
    qtbot.waitUntil(lambda: bool(painted))

    top, high = screen.view.rowViewportPosition(2), screen.view.rowHeight(2)
    assert all(area.top() >= top and area.bottom() <= top + high for area in painted)
    del listener


def test_advice_that_turns_measures_and_paints_nothing_but_its_pills(
    qtbot: QtBot, shown: Shown, monkeypatch: pytest.MonkeyPatch
) -> None:
    block = tables.groups()
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
