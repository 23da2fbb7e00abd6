"""Shows a single view as the window would, dressed and with its picks echoed to it."""

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QTableView, QWidget
from pytestqt.qtbot import QtBot

from desktop.base.theme import Scheme, load_fonts, resolve, wear
from desktop.widgets.dashboard import Dashboard
from models.schema.snapshot import Snapshot

W = TypeVar("W", bound=QWidget)
V = TypeVar("V", bound=Dashboard)
WIDTH, HEIGHT = 724, 595


def shown(qtbot: QtBot, view: V, snapshot: Snapshot) -> V:
    """The view on the screen with this snapshot, in the room it has at 1366×768."""
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    load_fonts()
    wear(application, resolve(Scheme.LIGHT, 100))
    qtbot.addWidget(view)
    view.picked.connect(view.mark_picked)
    view.resize(WIDTH, HEIGHT)
    view.receive(snapshot)
    view.show()
    qtbot.waitExposed(view)
    return view


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


def click_cell(table: QTableView, row: int, column: int) -> None:
    """Click into the middle of a cell."""
    place = table.visualRect(table.model().index(row, column)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)


def spoken(table: QTableView, row: int, column: int) -> str:
    """What a screen reader says of a cell."""
    index = table.model().index(row, column)
    return str(index.data(Qt.ItemDataRole.AccessibleTextRole) or index.data())
