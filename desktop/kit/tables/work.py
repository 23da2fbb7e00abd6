"""A table that can be worked: by pointer, and by keyboard alone; it tells actions and opens no field itself."""

from dataclasses import replace

from PySide6.QtCore import QEvent, QModelIndex, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QKeySequence, QMouseEvent

from desktop.base.guard import override
from desktop.kit.cells.figures import STEPS, share_at
from desktop.kit.tables.model import Index
from desktop.kit.tables.paint import NOWHERE, Marks
from desktop.kit.tables.view import Place, TableView
from desktop.kit.terms import tell
from models.schema.page import BarCell, ButtonsCell, EntryCell, OptionsCell, Row

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2)
WAYS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
ERASES = (Qt.Key.Key_Backspace, Qt.Key.Key_Delete)
SLIDES = {Qt.Key.Key_Minus: -1, Qt.Key.Key_Plus: 1, **WAYS}


class WorkedTable(TableView):
    """Tells the actions that somebody chooses, and which entry somebody wants to fill, with what was typed."""

    acted = Signal(object)
    entered = Signal(int, int, str)
    copied = Signal()

    def __init__(self, controls: bool) -> None:
        super().__init__(controls)
        self._controls = controls
        self.header.acted.connect(self.acted)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._controls:
            super().mousePressEvent(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        place = self.place_at(event.position())
        if place is None or event.button() is not Qt.MouseButton.LeftButton or not self._controls:
            return
        part = self.part_at(place, event.position())
        cell = self.table.cell(*place)
        if part >= 0:
            self._choose(place, part)
        elif isinstance(cell, BarCell) and cell.action is not None:
            self._slide(cell, self._share_at(place, event.position()))
        elif isinstance(cell, EntryCell):
            self.entered.emit(*place, "")
        elif not isinstance(cell, OptionsCell | ButtonsCell):
            self._act(place)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = self.place_at(event.position()) if self._controls else None
        slid = self.table.cell(*place) if place else None
        if place and isinstance(slid, BarCell) and event.buttons() & Qt.MouseButton.LeftButton:
            self._slide(slid, self._share_at(place, event.position()))
        part = self.part_at(place, event.position()) if place else -1
        line = self.table.lines[place[0]] if place else None
        acts = isinstance(line, Row) and line.action is not None
        hovered = place[0] if place and acts else -1
        self._mark(
            replace(self.marks, hovered=hovered, under=(*place, part) if place and part >= 0 else NOWHERE)
        )
        entry = place is not None and isinstance(self.table.cell(*place), EntryCell)
        hand = Qt.CursorShape.IBeamCursor if entry else Qt.CursorShape.PointingHandCursor
        self.viewport().setCursor(hand if acts or entry or part >= 0 else Qt.CursorShape.ArrowCursor)

    @override
    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._mark(replace(self.marks, hovered=-1, under=NOWHERE))

    @override
    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            return tell(event, self.viewport(), self.tip_at(event.pos()) if self._controls else "")
        return super().viewportEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copied.emit()
        elif not self._takes(event):
            super().keyPressEvent(event)

    @override
    def moveCursor(self, action: TableView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """The next cell in a direction, past the lines of sections."""
        found, start = super().moveCursor(action, modifiers), self.currentIndex()
        ways = {TableView.CursorAction.MoveUp: -1, TableView.CursorAction.MoveDown: 1}
        way = ways.get(action, 1)
        place = found.row()
        while 0 <= place < len(self.table.lines) and not isinstance(self.table.lines[place], Row):
            place += way
        if not 0 <= place < len(self.table.lines):
            return start
        return self.table.index(place, found.column() if action not in ways else start.column())

    @override
    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self._mark(replace(self.marks, inner=0))
        self._see_here()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid():
            rows = (place for place, line in enumerate(self.table.lines) if isinstance(line, Row))
            first = next(rows, None)
            if first is not None:
                self.setCurrentIndex(self.table.index(first, 0))
        self._see_here()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._see_here()

    @override
    def keyboardSearch(self, search: str) -> None:
        """Typing where nothing can be typed goes nowhere: the current cell moves only when asked."""

    def leave(self, *, forwards: bool) -> None:
        """Hand the keyboard on to what stands before or after the table."""
        self.focusNextPrevChild(forwards)

    def _see_here(self) -> None:
        index = self.currentIndex()
        here = (index.row(), index.column()) if self.hasFocus() and index.isValid() else NOWHERE[:2]
        self._mark(replace(self.marks, here=here))

    def _mark(self, marks: Marks) -> None:
        if marks != self.marks:
            self.marks = marks
            self.viewport().update()

    def _act(self, place: Place) -> None:
        line = self.table.lines[place[0]]
        if isinstance(line, Row) and line.action is not None:
            self.acted.emit(line.action)

    def _choose(self, place: Place, number: int) -> None:
        option = self.parts_of(place)[number].option
        if option.enabled and not (option.chosen and isinstance(self.table.cell(*place), OptionsCell)):
            self.acted.emit(option.action)

    def _takes(self, event: QKeyEvent) -> bool:
        """Whether a key does something in the current cell."""
        index = self.currentIndex()
        if not index.isValid() or not self._controls:
            return False
        place, key = (index.row(), index.column()), Qt.Key(event.key())
        cell = self.table.cell(*place)
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if key in WAYS and control and isinstance(cell, OptionsCell | ButtonsCell):
            self._step(place, cell, WAYS[key])
        elif isinstance(cell, BarCell) and cell.action is not None and _slides(key, control):
            self._slide(cell, _slid(cell.value, key))
        elif key in ENTER and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._act_column(place[1])
        elif key in ENTER or key is Qt.Key.Key_Space:
            self._activate(place)
        elif isinstance(cell, EntryCell) and event.text().isprintable() and event.text() and not control:
            self.entered.emit(*place, event.text())
        else:
            return False
        return True

    def _share_at(self, place: Place, point: QPointF) -> float:
        if self.fit is None:
            return 0.0
        face = replace(self.fit.face, reserves=self.fit.reserves[place[1]])
        return share_at(QRectF(self.cell_box(place)), point.x(), face)

    def _slide(self, cell: BarCell, value: float | None) -> None:
        if cell.action is not None and value != cell.value:
            self.acted.emit(cell.action.filled(value))

    def _activate(self, place: Place) -> None:
        cell = self.table.cell(*place)
        if isinstance(cell, EntryCell):
            self.entered.emit(*place, "")
        elif isinstance(cell, OptionsCell):
            self._step(place, cell, 1)
        elif isinstance(cell, ButtonsCell) and cell.buttons:
            self._choose(place, min(self.marks.inner, len(cell.buttons) - 1))
        else:
            self._act(place)

    def _act_column(self, place: int) -> None:
        action = self.table.columns[place].action
        if action is not None:
            self.acted.emit(action)

    def _step(self, place: Place, cell: OptionsCell | ButtonsCell, way: int) -> None:
        """Choose the option before or after the chosen one; with buttons, go to the one before or after."""
        if isinstance(cell, ButtonsCell):
            self._mark(replace(self.marks, inner=(self.marks.inner + way) % max(1, len(cell.buttons))))
            return
        chosen = next((number for number, option in enumerate(cell.options) if option.chosen), None)
        number = (0 if way > 0 else len(cell.options) - 1) if chosen is None else chosen + way
        if cell.options:
            self._choose(place, number % len(cell.options))


def _slides(key: Qt.Key, control: bool) -> bool:
    """Whether a key moves a bar: plus and minus, Ctrl with the arrows, and what takes its figure back."""
    return key in ERASES or (key in SLIDES and (control or key not in WAYS))


def _slid(value: float | None, key: Qt.Key) -> float | None:
    if key in ERASES:
        return None
    start = 0.5 if value is None else value
    return max(0.0, min(1.0, round(start * STEPS + SLIDES[key]) / STEPS))
