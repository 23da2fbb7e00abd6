"""Finds and works the parts of a dialog."""

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

W = TypeVar("W", bound=QWidget)


def part(view: QWidget, kind: type[W], name: str) -> W:
    """The one part of this kind and name."""
    found = view.findChild(kind, name)
    assert found is not None, f"no {kind.__name__} named {name}"
    return found


def words(view: QWidget, name: str) -> str:
    """The words of a label."""
    return part(view, QLabel, name).text()


def press(view: QWidget, name: str) -> None:
    """Press a button."""
    QTest.mouseClick(part(view, QAbstractButton, name), Qt.MouseButton.LeftButton)
