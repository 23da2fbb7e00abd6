"""Typing in a table: one field over its cell, whose words are taken over if they are understood.

What is not understood stays with Enter, to be mended; who goes elsewhere finds what was there before, and is told why.
"""

from typing import Any

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QToolTip, QWidget

from desktop.base.guard import override
from desktop.base.plain_text import plain_tip
from desktop.base.theme import Look, look
from desktop.kit.entry.editor import editor_for, text_of
from desktop.kit.tables.offering import Offering, is_choosing
from desktop.kit.tables.view import Place
from desktop.kit.tables.work import WorkedTable
from models.language.typed import read_typed
from models.schema.action import Action, Command
from models.schema.page import Entry, EntryCell

LONGEST = 2000
LONG_LINES = 5
QUOTED = 40
"""So many letters of what is not understood are told."""
TYPED_ON = (Entry.NUMBER, Entry.PERCENT)
STAYING = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
TABS = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
OWN_KEYS = frozenset((Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter))
"""These belong to the field while it is open, whatever they do elsewhere in the window."""


class TableEditing(QObject):
    """Opens a field for an entry; tells the filled action."""

    acted = Signal(object)

    def __init__(self, view: WorkedTable) -> None:
        super().__init__(view)
        self._view = view
        self._field: QLineEdit | QPlainTextEdit | None = None
        self._cell: EntryCell | None = None
        self._ids = ("", "")
        self._look: Look = look()
        self._offering = Offering(self)
        self._offering.chosen.connect(self._choose)
        view.entered.connect(self._open)
        for bar in (view.verticalScrollBar(), view.horizontalScrollBar()):
            bar.valueChanged.connect(self._move)

    def wear(self, look: Look) -> None:
        self._look = look
        if self._field is not None:
            self._field.setFont(look.font(13))
            self._field.setStyleSheet(f"padding: 0 {look.px(4)}px; font-size: {look.px(13)}px;")

    def follow(self) -> None:
        """The table shows another block: what is typed stays as long as there is a cell for it."""
        if self._field is None:
            return
        self._cell = self._entry_at(self._view.table.place_of(*self._ids))
        if self._cell is None:
            self._close()
        self._move()

    def _entry_at(self, place: Place | None) -> EntryCell | None:
        cell = self._view.table.cell(*place) if place is not None else None
        return cell if isinstance(cell, EntryCell) else None

    def _open(self, row: int, column: int, typed: str) -> None:
        """Open a field over a cell, with its words, or with what was just typed in their place.

        What is typed elsewhere is taken over first.
        """
        ids = self._view.table.lines[row].id, self._view.table.columns[column].id
        self.finish()
        place = self._view.table.place_of(*ids)
        cell = self._entry_at(place)
        if place is None or cell is None:
            return
        self._view.setCurrentIndex(self._view.table.index(*place))
        self._cell, self._ids = cell, ids
        self._field = field = editor_for(cell.kind, cell.hint, LONGEST, self._view.viewport())
        field.setObjectName(f"entry:{ids[0]}:{ids[1]}")
        field.setAccessibleName(cell.label or cell.hint)
        if cell.kind in TYPED_ON and isinstance(field, QLineEdit):
            field.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.wear(self._look)
        _write(field, typed or cell.text)
        if isinstance(field, QLineEdit):
            if not typed:
                field.selectAll()
            self._offering.put_in(field, cell, self._look)
        field.installEventFilter(self)
        self._move()
        field.show()
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _move(self) -> None:
        """Lie over the cell wherever it has gone; a long text gets room for its lines."""
        place = self._view.table.place_of(*self._ids)
        if self._field is None or place is None:
            return
        box = self._view.cell_box(place)
        if isinstance(self._field, QPlainTextEdit):
            lines = self._field.fontMetrics().lineSpacing() * LONG_LINES + self._look.px(12)
            room = self._view.viewport().height()
            high = min(max(box.height(), lines), room)
            box = QRect(box.x(), max(0, min(box.y(), room - high)), box.width(), high)
        self._field.setGeometry(box)

    def _choose(self, text: str) -> None:
        if self._field is not None:
            _write(self._field, text)
            self.finish(int(Qt.Key.Key_Return))

    def pending(self) -> tuple[Action, ...]:
        """The action that would take over what is typed; none where that is there already, or not understood."""
        if (
            self._field is None
            or self._cell is None
            or text_of(self._field).strip() == self._cell.text.strip()
        ):
            return ()
        try:
            return (self._cell.action.filled(read_typed(self._cell.kind, text_of(self._field))),)
        except ValueError:
            return ()

    def finish(self, key: int = 0) -> bool:
        """Take over what was typed; what is not understood is told, and stays with Enter. Says whether it is closed."""
        if self._field is None or self._cell is None:
            return True
        cell, text = self._cell, text_of(self._field)
        try:
            value = read_typed(cell.kind, text)
        except ValueError as problem:
            if key in STAYING:
                self._tell(str(problem))
                return False
            self._refuse(text, str(problem))
            self._leave(key)
            return True
        self._close()
        if text.strip() != cell.text.strip() and not _is_same(cell, value):
            self.acted.emit(cell.action.filled(value))
        self._leave(key)
        return True

    def _leave(self, key: int) -> None:
        """Go where the key leads, to another entry or out of the table."""
        if not key:
            return
        self._view.setFocus(Qt.FocusReason.OtherFocusReason)
        place = self._view.table.place_of(*self._ids)
        following = self._following(place, Qt.Key(key)) if place is not None else None
        if following is not None:
            self._open(*following, "")
        elif key in TABS:
            self._view.leave(forwards=key == Qt.Key.Key_Tab)

    def _following(self, place: Place, key: Qt.Key) -> Place | None:
        """Tab goes on in its row, and Enter from a number to the next; from a number both go on to the next row."""
        cell = self._entry_at(place)
        numbers = cell is not None and cell.kind in TYPED_ON
        if key is Qt.Key.Key_Backtab:
            return self._view.previous_in_row(place)
        if key is Qt.Key.Key_Tab or (key is Qt.Key.Key_Return and numbers):
            following = self._view.next_entry(place)
            return following if numbers or (following and following[0] == place[0]) else None
        return None

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self._field is None or watched is not self._field:
            return False
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            return self._takes(event)
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride:
            event.setAccepted(event.key() in OWN_KEYS)
            return bool(event.key() in OWN_KEYS)
        if _is_left(self._field, event):
            self.finish()
        return False

    def _takes(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        new_line = (
            isinstance(self._field, QPlainTextEdit) and event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        )
        if key is Qt.Key.Key_Escape:
            self._close()
            self._leave(int(key))
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not new_line:
            self.finish(int(Qt.Key.Key_Return))
            return True
        if key in TABS:
            self.finish(int(key))
            return True
        return False

    def _refuse(self, text: str, problem: str) -> None:
        """Let go of what is not understood, and have it told where it stays to be read."""
        self._close()
        told = self.tr("“{text}” was not taken over. {problem}.").format(
            text=text if len(text) <= QUOTED else f"{text[:QUOTED]}…", problem=problem.rstrip(".")
        )
        self.acted.emit(Command("tell", (told,)))

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
            if field.hasFocus():
                self._view.setFocus(Qt.FocusReason.OtherFocusReason)
            field.hide()
            field.deleteLater()


def _is_left(field: QWidget, event: QEvent) -> bool:
    """Whether somebody went elsewhere in the window, not to a menu or calendar, or to another window."""
    if not isinstance(event, QFocusEvent) or event.type() is not QEvent.Type.FocusOut:
        return False
    away = Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason
    return event.reason() not in away and not is_choosing(field)


def _write(field: QLineEdit | QPlainTextEdit, text: str) -> None:
    if isinstance(field, QLineEdit):
        field.setText(text)
    else:
        field.setPlainText(text)
        field.moveCursor(field.textCursor().MoveOperation.End)


def _is_same(cell: EntryCell, value: Any) -> bool:
    """Whether what was typed means what is there already."""
    if cell.kind is Entry.DATE and cell.day is not None:
        return bool(value == cell.day)
    try:
        return bool(read_typed(cell.kind, cell.text) == value) and bool(cell.text)
    except ValueError:
        return False
