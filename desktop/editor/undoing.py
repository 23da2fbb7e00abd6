"""Undo in a field is that of the case: each letter is a step of it already, and a field knows only its own letters.

What is typed to find a statement is no step yet, and undone by its field as long as it stands there.
"""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit

from desktop.base.guard import override

KEYS = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)


class UndoOfTheCase(QObject):
    """Lets the keys of undo and redo pass by the fields that it watches."""

    def __init__(self, parent: QObject, *, finding: bool = False) -> None:
        super().__init__(parent)
        self._finding = finding

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        asked = event.type() is QEvent.Type.ShortcutOverride
        own = self._finding and isinstance(watched, QLineEdit) and watched.text() != ""
        if asked and not own and isinstance(event, QKeyEvent) and any(map(event.matches, KEYS)):
            event.ignore()
            return True
        return super().eventFilter(watched, event)
