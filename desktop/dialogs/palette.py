"""Finds anything by a few letters: commands, pages, assumptions, recommendations, findings and arguments."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from desktop.base.guard import override
from desktop.base.plain_text import named
from desktop.base.theme import look
from desktop.kit.text import Run, draw, flow, type_in
from models.schema.action import Action

WIDE, ROW, SHOWN = 560, 34, 10
STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: SHOWN, Qt.Key.Key_PageUp: -SHOWN}
OWN_KEYS = frozenset((*STEPS, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape))
"""Keys that mean something in it, before the window or a presenter's remote may take them."""


@dataclass(frozen=True, slots=True)
class Found:
    """One thing that can be found: its words, what kind it is, what follows its words softly, and what it does."""

    text: str
    kind: str
    action: Action
    note: str = ""

    def matches(self, words: Sequence[str]) -> bool:
        """Whether every word that was typed occurs in it."""
        whole = f"{self.text} {self.note} {self.kind}".casefold()
        return all(word in whole for word in words)

    def rank(self, words: Sequence[str]) -> int:
        """How far from the front it belongs: first what begins with the first word, or has a word that does."""
        text = self.text.casefold()
        if not words or text.startswith(words[0]) or self.note.casefold() == words[0]:
            return 0
        return 1 if f" {words[0]}" in text else 2


class _Model(QAbstractListModel):
    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.items: list[Found] = []

    def show_items(self, items: list[Found]) -> None:
        self.beginResetModel()
        self.items = items
        self.endResetModel()

    @override
    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.items)

    @override
    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        item = self.items[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return ", ".join(part for part in (item.text, item.note, item.kind) if part)
        return item if role == Qt.ItemDataRole.UserRole else None


class _Delegate(QStyledItemDelegate):
    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(look().px(WIDE), look().px(ROW))

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        wanted = look()
        item = index.data(Qt.ItemDataRole.UserRole)
        rect = option.rect
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        ground: QColor = wanted.colour("brand_soft" if chosen else "panel")
        painter.fillRect(rect, ground)
        kind = type_in(wanted, 11.5)
        painter.setFont(kind.font)
        painter.setPen(wanted.colour("ink_soft"))
        side = wanted.px(14)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(rect.adjusted(0, 0, -side, 0), right, item.kind)
        room = rect.width() - 2 * side - wanted.px(130)
        runs = (Run(item.text, type_in(wanted, 13)), Run(item.note, type_in(wanted, 11.5), "ink_faint"))
        flowed = flow(runs, room, 1)
        draw(painter, flowed, rect.left() + side, rect.top() + (rect.height() - flowed.height) / 2, wanted)


class Palette(QFrame):
    """A field and what it finds; Enter does it, Escape leaves."""

    acted = Signal(object)

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self._over = over
        self.setObjectName("palette")
        self._all: Sequence[Found] = ()
        self._field = named(QLineEdit(), "palette-field", self.tr("Find anything"))
        self._field.setPlaceholderText(self.tr("Find a command, a page, an assumption, an argument …"))
        self._field.textChanged.connect(self._filter)
        self._field.installEventFilter(self)
        self._before: QWidget | None = None
        self._model = _Model(self)
        self._list = named(QListView(), "palette-list")
        self._list.setModel(self._model)
        self._list.setItemDelegate(_Delegate(self._list))
        self._list.setUniformItemSizes(True)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.clicked.connect(self._take)
        self._none = named(QLabel(self.tr("Nothing is called that.")), "palette-none")
        self._none.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._field)
        self._column.addWidget(self._list, 1)
        self._column.addWidget(self._none, 1)
        self.hide()

    def open(self, everything: Sequence[Found]) -> None:
        """Lie over the window, empty, with the keyboard in the field."""
        over, wanted = self._over, look()
        self._all = everything
        side = wanted.px(10)
        self._column.setContentsMargins(side, side, side, side)
        self._column.setSpacing(wanted.px(6))
        width = min(wanted.px(WIDE), over.width() - wanted.px(32))
        height = min(wanted.px(ROW * SHOWN + 64), over.height() - wanted.px(80))
        self.setGeometry((over.width() - width) // 2, wanted.px(56), width, height)
        self._field.clear()
        self._filter("")
        before = over.window().focusWidget()
        if before is not self._field:
            self._before = before
        self.show()
        self.raise_()
        over.window().activateWindow()  # the room's screen may have the keyboard
        self._field.setFocus()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.FocusOut and self.isVisible():
            self.hide()
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride:
            event.setAccepted(event.key() in OWN_KEYS)
            return event.key() in OWN_KEYS
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            return self._press(Qt.Key(event.key()))
        return False

    def _press(self, key: Qt.Key) -> bool:
        if key in STEPS:
            row = self._list.currentIndex().row() + STEPS[key]
            self._choose(max(0, min(len(self._model.items) - 1, row)))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take(self._list.currentIndex())
        elif key == Qt.Key.Key_Escape:
            self._leave()
        else:
            return False
        return True

    def _filter(self, text: str) -> None:
        words = text.casefold().split()
        found = [item for item in self._all if item.matches(words)]
        self._model.show_items(sorted(found, key=lambda item: item.rank(words)))
        self._list.setVisible(bool(found))
        self._none.setVisible(not found)
        self._choose(0)

    def _choose(self, row: int) -> None:
        chosen = self._model.index(row)
        if chosen.isValid():
            self._list.setCurrentIndex(chosen)
        self._say(self._model.data(chosen) if chosen.isValid() else self._none.text())

    def _say(self, told: object) -> None:
        """Tell who hears it what Enter would do: the keyboard stays in the field, and the list is not heard."""
        hint = not self._field.text() and self._list.currentIndex().row() <= 0
        words = self._field.placeholderText() if hint else str(told)
        if words == self._field.accessibleDescription():
            return
        self._field.setAccessibleDescription(words)
        if QAccessible.isActive() and not hint:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._field, words))

    def _take(self, index: QModelIndex) -> None:
        if index.isValid():
            action = self._model.items[index.row()].action
            self._leave()
            self.acted.emit(action)

    def _leave(self) -> None:
        """Give the keyboard back to what had it, before hiding the field would pass it on."""
        before = self._before
        if before is not None and isValid(before) and before.isVisible():
            before.setFocus()
        else:
            self._over.setFocus()
        self.hide()
