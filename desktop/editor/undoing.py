"""Undo in a field is that of the case: each letter is a step of it already, and a field knows only its own letters."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence

from desktop.base.guard import override

KEYS = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)


class UndoOfTheCase(QObject):
    """Lets the keys of undo and redo pass by the fields that it watches."""

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        asked = event.type() is QEvent.Type.ShortcutOverride
        if asked and isinstance(event, QKeyEvent) and any(map(event.matches, KEYS)):
            event.ignore()
            return True
        return super().eventFilter(watched, event)
