"""What the tests of table share."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QTableView

from desktop.kit.table import TableWidget
from desktop.kit.text import TextBox
from models.schema.page import Row, TextCell

Shown = Callable[..., "Screen"]
Made = Callable[..., TableWidget]


class Screen:
    """A table as somebody sees and works it."""

    def __init__(self, widget: TableWidget) -> None:
        self.widget = widget
        self.acted: list[Any] = []
        widget.acted.connect(self.acted.append)

    @property
    def view(self) -> QTableView:
        view = self.widget.findChild(QTableView)
        assert isinstance(view, QTableView)
        return view

    @property
    def field(self) -> QLineEdit | None:
        return next((field for field in self.view.findChildren(QLineEdit) if field.isVisible()), None)

    def go_to(self, row: int, column: int) -> None:
        self.view.setFocus()
        self.view.setCurrentIndex(self.view.model().index(row, column))

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        target = self.field or self.view
        QTest.keyClick(target, key, modifier)

    def type(self, text: str) -> None:
        for letter in text:
            QTest.keyClicks(self.field or self.view, letter)

    def click(self, row: int, column: int, across: float = 0.5) -> None:
        box = self.view.visualRect(self.view.model().index(row, column))
        point = QPoint(box.x() + int(box.width() * across), box.center().y())
        QTest.mouseClick(self.view.viewport(), Qt.MouseButton.LeftButton, pos=point)

    def point_at(self, row: int, column: int) -> None:
        """Rest the pointer on a cell until its tip is asked for."""
        point = self.view.visualRect(self.view.model().index(row, column)).center()
        there = self.view.viewport().mapToGlobal(point)
        QApplication.sendEvent(self.view.viewport(), QHelpEvent(QEvent.Type.ToolTip, point, there))

    @property
    def here(self) -> tuple[int, int]:
        index = self.view.currentIndex()
        return index.row(), index.column()


def renamed(row: Row, name: str) -> Row:
    return replace(row, cells=(TextCell(text=name), *row.cells[1:]))


def overprinted(boxes: list[TextBox]) -> list[tuple[str, str]]:
    """The pairs of texts that lie on one another, and the texts that leave their box, with the box's name."""
    found = [
        (box.text, "its box") for box in boxes if not box.room.adjusted(-1, -2, 1, 2).contains(box.place)
    ]
    places = sorted(
        ((box.place.adjusted(1, 2, -1, -2), box.text) for box in boxes), key=lambda one: one[0].top()
    )
    for number, (place, text) in enumerate(places):
        for other, words in places[number + 1 :]:
            if other.top() > place.bottom():
                break
            if place.intersects(other):
                found.append((text, words))
    return found
