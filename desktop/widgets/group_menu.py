"""What can be done with one group, as a menu; it tells the wish and does nothing itself."""

from enum import StrEnum
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from models.schema.workshop import Group


class GroupWish(StrEnum):
    """What may be wished for a group."""

    RENAME = "rename"
    EDIT_TALLY = "edit-tally"
    TO_PLENARY = "to-plenary"
    REMOVE = "remove"


class GroupMenu(QMenu):
    """The wishes for a group, and the others it can be set side by side with."""

    wished = Signal(object, str)
    beside_wished = Signal(str, str)

    def __init__(self, group: Group, others: tuple[Group, ...], round_name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("group-menu")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._group = group
        self._add(GroupWish.RENAME, self.tr("Rename…"), "F2")
        if group.ballot is not None:
            self._add(GroupWish.EDIT_TALLY, self.tr("Edit its tally…"))
        self._add(GroupWish.TO_PLENARY, self.tr("Put its stances in the plenary"))
        if others:
            beside = self.addMenu(self.tr("Set side by side with"))
            beside.setObjectName("group-beside")
            for other in others:
                action = beside.addAction(_shown(other.name))
                action.setObjectName(f"beside:{other.id}")
                action.triggered.connect(partial(self.beside_wished.emit, group.id, other.id))
        self.addSeparator()
        self._add(GroupWish.REMOVE, self.tr("Remove from {0}").format(_shown(round_name)), "Del")

    def _add(self, wish: GroupWish, words: str, key: str = "") -> None:
        action = self.addAction(words)
        action.setObjectName(f"group-{wish.value}")
        if key:
            action.setShortcut(QKeySequence(key))
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(partial(self.wished.emit, wish, self._group.id))


def _shown(name: str) -> str:
    """A name that a menu takes no letter of for a key."""
    return name.replace("&", "&&")
