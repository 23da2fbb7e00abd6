"""What is being typed in a window and not taken over yet: handed over before a command, and kept through a crash."""

import sys
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from models.schema.action import Action

PLACES = (
    ("desktop.kit.entry.field_row", "FieldRow"),
    ("desktop.kit.tables.editing", "TableEditing"),
    ("desktop.kit.entry.dialog", "FilledDialog"),
)
"""Where something is typed, by the module that makes it: until a page has such a place, none of them is loaded."""

LOOKED_AT = 300
"""Milliseconds between two looks at a field that has the keyboard."""


def hand_over(window: QWidget) -> None:
    """Take over what is typed in any field, wherever the keyboard is; what is not understood stays."""
    for place in _places(window):
        place.finish()


def pending(window: QWidget) -> tuple[Action, ...]:
    return tuple(action for place in _places(window) for action in place.pending())


def _places(window: QWidget) -> list[Any]:
    kinds = (getattr(sys.modules[module], name) for module, name in PLACES if module in sys.modules)
    return [place for kind in kinds for place in window.findChildren(kind)]


class Typing(QObject):
    """Tells when what is being typed in a window has changed; it looks only while a field has the keyboard."""

    told = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._last: tuple[Action, ...] = ()
        self._soon = QTimer(self, interval=0, singleShot=True)
        self._soon.timeout.connect(self._follow)
        self._looks = QTimer(self, interval=LOOKED_AT)
        self._looks.timeout.connect(self._look)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._soon.start)

    def _follow(self) -> None:
        """See who has the keyboard, in a turn of its own: where a field is being destroyed, so may others be."""
        now = QApplication.focusWidget()
        if now is not None and _is_typed_in(now) and _is_over(self._window, now):
            self._looks.start()
        elif self._looks.isActive():
            self._looks.stop()
            self._look()

    def _look(self) -> None:
        now = pending(self._window)
        if now != self._last:
            self._last = now
            self.told.emit()


def _is_typed_in(widget: QWidget) -> bool:
    """Whether what is typed goes there; in a dialog that is filled in, keys may mean something too."""
    return isinstance(widget, QLineEdit | QPlainTextEdit) or hasattr(widget.window(), "pending")


def _is_over(window: QWidget, widget: QWidget | None) -> bool:
    """Whether it is in the window, or in a dialog over it."""
    while widget is not None and widget is not window:
        widget = widget.parentWidget()
    return widget is not None
