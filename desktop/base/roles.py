"""What a widget is for a screen reader: Qt knows its own kinds, and takes a widget of ours for filler.

A widget says its role by `set_role`, before it is shown. One that is pressed or ticked is a QAbstractButton and keeps
Qt's own interface, which can press it.
"""

from functools import cache

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAccessibleWidget, QWidget

from desktop.base.guard import override

Role = QAccessible.Role
PROPERTY = "spoken_role"


def set_role(widget: QWidget, role: QAccessible.Role) -> None:
    """Say what a widget is; what a screen reader that listens already was told of it, say its name, is told anew."""
    widget.setProperty(PROPERTY, role.value)
    if QAccessible.isActive():
        told = QAccessible.queryAccessibleInterface(widget)
        if told is not None and not isinstance(told, Spoken):
            QAccessible.deleteAccessibleInterface(QAccessible.uniqueId(told))


class Spoken(QAccessibleWidget):
    """Tells the role that a widget says it has."""

    @override
    def role(self) -> QAccessible.Role:
        return Role(self.object().property(PROPERTY))


@cache
def speak_roles() -> None:
    """Let Qt ask here first, once for the whole program."""
    QAccessible.installFactory(_spoken)


def _spoken(kind: str, widget: QObject | None) -> Spoken | None:
    del kind
    if isinstance(widget, QWidget) and widget.property(PROPERTY) is not None:
        return Spoken(widget)
    return None
