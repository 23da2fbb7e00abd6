"""Typing in a table: one field over its cell, which keeps what is typed until it is understood and taken over."""

from typing import Any

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QToolTip, QWidget
from typing_extensions import override

from desktop.base.theme import Look, Weight
from desktop.kit.text import plain_tip
from models.language.typed import read_typed
from models.schema.page import Entry, EntryCell

LONGEST = 2000
LONG_LINES = 5


class TableEditing(QObject):
    """Opens a field for an entry; tells the filled action, and with what key the field was left."""

    acted = Signal(object)
    left = Signal(int)

    def __init__(self, viewport: QWidget) -> None:
        super().__init__(viewport)
        self._viewport = viewport
        self._field: QLineEdit | QPlainTextEdit | None = None
        self._cell: EntryCell | None = None
        self.place = ("", "")

    @property
    def is_open(self) -> bool:
        """Whether something is being typed."""
        return self._field is not None

    def open(self, cell: EntryCell, place: tuple[str, str], look: Look, typed: str = "") -> None:
        """Open a field over a cell, with its words, or with what was just typed in their place."""
        self._cell, self.place = cell, place
        field = _field(cell, self._viewport)
        field.setObjectName(f"entry:{place[0]}:{place[1]}")
        field.setAccessibleName(cell.label or cell.hint)
        self._field = field
        self.wear(look)
        _write(field, typed or cell.text)
        if not typed:
            field.selectAll()
        field.installEventFilter(self)
        field.show()
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def follow(self, cell: EntryCell | None) -> None:
        """The table shows another block: what is typed stays as long as there is a cell for it."""
        if self._field is not None and cell is None:
            self._close()
        self._cell = cell

    def move(self, box: QRect, look: Look) -> None:
        """Lie over the cell wherever it has gone; a long text gets room for its lines."""
        if self._field is None:
            return
        if isinstance(self._field, QPlainTextEdit):
            high = max(box.height(), self._field.fontMetrics().lineSpacing() * LONG_LINES + look.px(12))
            room = self._viewport.height()
            box = QRect(box.x(), max(0, min(box.y(), room - high)), box.width(), min(high, room))
        self._field.setGeometry(box)

    def wear(self, look: Look) -> None:
        """Take over another look."""
        if self._field is not None:
            self._field.setFont(look.font(13, Weight.REGULAR))
            self._field.setStyleSheet(f"padding: 0 {look.px(4)}px; font-size: {look.px(13)}px;")

    def finish(self, key: int = 0) -> bool:
        """Take over what was typed; what is not understood stays and says what would be. Tells whether it is closed."""
        if self._field is None or self._cell is None:
            return True
        cell, text = self._cell, _text(self._field)
        try:
            value = read_typed(cell.kind, text)
        except ValueError as problem:
            self._tell(str(problem))
            return False
        self._close()
        if text.strip() != cell.text.strip() and not _is_same(cell, value):
            self.acted.emit(cell.action.filled(value))
        self.left.emit(key)
        return True

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is not self._field:
            return False
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            return self._takes(event)
        if event.type() is QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        if isinstance(event, QFocusEvent) and event.type() is QEvent.Type.FocusOut and _is_left(event):
            self.finish()
        return False

    def _takes(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        new_line = (
            isinstance(self._field, QPlainTextEdit) and event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        )
        if key is Qt.Key.Key_Escape:
            self._close()
            self.left.emit(int(key))
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not new_line:
            self.finish(int(Qt.Key.Key_Return))
            return True
        if key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            self.finish(int(key))
            return True
        return False

    def _tell(self, problem: str) -> None:
        field = self._field
        if field is not None:
            place = field.mapToGlobal(QPoint(0, field.height()))
            QToolTip.showText(place, plain_tip(problem), field)
            field.setAccessibleDescription(problem)

    def _close(self) -> None:
        field, self._field = self._field, None
        if field is not None:
            field.removeEventFilter(self)
            field.hide()
            field.deleteLater()


def _is_left(event: QFocusEvent) -> bool:
    """Whether somebody went elsewhere in the window, not to a menu of the field or to another window."""
    away = Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason
    return event.reason() not in away


def _field(cell: EntryCell, parent: QWidget) -> QLineEdit | QPlainTextEdit:
    if cell.kind is Entry.LONG_TEXT:
        field = QPlainTextEdit(parent)
        field.setTabChangesFocus(True)
        field.setPlaceholderText(cell.hint)
        return field
    line = QLineEdit(parent)
    line.setMaxLength(LONGEST)
    line.setPlaceholderText(cell.hint)
    if cell.kind in (Entry.NUMBER, Entry.PERCENT):
        line.setAlignment(Qt.AlignmentFlag.AlignRight)
    return line


def _write(field: QLineEdit | QPlainTextEdit, text: str) -> None:
    if isinstance(field, QLineEdit):
        field.setText(text)
    else:
        field.setPlainText(text)
        field.moveCursor(field.textCursor().MoveOperation.End)


def _text(field: QLineEdit | QPlainTextEdit) -> str:
    return field.text() if isinstance(field, QLineEdit) else field.toPlainText()


def _is_same(cell: EntryCell, value: Any) -> bool:
    """Whether what was typed means what is there already."""
    if cell.kind is Entry.DATE and cell.day is not None:
        return bool(value == cell.day)
    try:
        return bool(read_typed(cell.kind, cell.text) == value) and bool(cell.text)
    except ValueError:
        return False
