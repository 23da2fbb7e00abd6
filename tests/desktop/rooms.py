"""The room's window as the room sees it and as its keys work it, found by object name."""

from collections.abc import Iterator

from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QFrame,
    QGraphicsView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot
from shiboken6 import delete
from typing_extensions import override

from desktop.base.theme import Scheme, load_fonts, resolve, wear
from desktop.dashboards import TABS
from desktop.room_window import RoomPage, RoomWindow
from desktop.widgets.dashboard import Dashboard
from desktop.widgets.labels import text_label
from desktop.widgets.room_stage import RoomStage
from desktop.widgets.scroll_page import scroll_page
from desktop.widgets.workshop_page import WorkshopPage
from models.schema.snapshot import Snapshot
from models.schema.standing import Standing

DASHBOARDS = tuple(RoomPage(tab.name, tab.title, tab.make) for tab in TABS)
SHELF = 17
ROLES = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.StatusTipRole,
    Qt.ItemDataRole.WhatsThisRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.AccessibleDescriptionRole,
    Qt.ItemDataRole.UserRole,
)


class CountingPage(WorkshopPage):
    """A page of a workshop that only says how many groups there are, in type of the usual size."""

    def __init__(self) -> None:
        super().__init__()
        self._label = text_label("")
        self._label.setObjectName("count")
        self._label.setParent(self)

    @override
    def receive(self, snapshot: Snapshot) -> None:
        """The plenary is not shown."""

    @override
    def receive_standing(self, standing: Standing) -> None:
        """Count the groups."""
        self._label.setText(f"{len(standing.groups)} groups")
        self._label.adjustSize()

    @override
    def mark_picked(self, identifier: str) -> None:
        """Nothing is picked here."""


class ShelfPage(Dashboard):
    """More panels than a room has room for, one below the other."""

    def __init__(self) -> None:
        super().__init__()
        shelf = scroll_page(QWidget(), self)
        shelf.setSpacing(9)
        for number in range(SHELF):
            panel = QFrame()
            panel.setObjectName("panel")
            panel.setAccessibleName(str(number))
            panel.setFixedHeight(70 + 40 * (number % 3))
            shelf.addWidget(panel)

    @override
    def receive(self, snapshot: Snapshot) -> None:
        """The panels are empty."""

    @override
    def mark_picked(self, identifier: str) -> None:
        """Nothing is picked here."""


class Room:
    """The room's window, of a size, with the nine dashboards or other pages."""

    def __init__(
        self, qtbot: QtBot, width: int = 1920, height: int = 1080, pages: tuple[RoomPage, ...] = DASHBOARDS
    ) -> None:
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        load_fonts()
        wear(application, resolve(Scheme.LIGHT, 100))
        self.qtbot = qtbot
        self.window = RoomWindow(pages)
        self.window.resize(width, height)
        self.window.show()
        qtbot.waitExposed(self.window)

    def close(self) -> None:
        """Close the window and let it go at once."""
        self.window.close()
        delete(self.window)

    @property
    def stage(self) -> RoomStage:
        """Where the page is shown."""
        found = self.window.findChild(RoomStage, "room-stage")
        assert found is not None
        return found

    @property
    def page(self) -> QWidget:
        """The page that is shown."""
        assert self.stage.page is not None
        return self.stage.page

    def text(self, name: str) -> str:
        """The words of a label that is seen, round the page or on it; empty if there is none."""
        for whole in (self.window, self.page):
            label = whole.findChild(QLabel, name)
            if label is not None and label.isVisible():
                return label.text()
        return ""

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key where the room's window has the keyboard."""
        QTest.keyClick(self.window, key, held)

    def body(self) -> float:
        """How many pixels of the room the body's type is high."""
        return 13 * self.stage.magnification

    def controls(self) -> list[str]:
        """What could be pressed or typed into on the page, if somebody could reach it."""
        kinds = (QLineEdit, QPlainTextEdit)
        fields = [field for kind in kinds for field in self.page.findChildren(kind)]
        buttons = [item for item in self.page.findChildren(QAbstractButton) if item.text()]
        return [item.objectName() for item in (*fields, *buttons) if item.isVisible()]

    def words(self) -> str:
        """All that could be read, pointed at or spoken, in the whole window."""
        return "\n".join((*_words(self.window), *_words(self.page)))


def _words(whole: QWidget) -> Iterator[str]:
    for part in (whole, *whole.findChildren(QWidget)):
        yield from (part.toolTip(), part.statusTip(), part.whatsThis(), part.windowTitle())
        yield from (part.accessibleName(), part.accessibleDescription())
        if isinstance(part, (QLabel, QAbstractButton, QLineEdit)):
            yield part.text()
        elif isinstance(part, QPlainTextEdit):
            yield part.toPlainText()
        elif isinstance(part, QAbstractItemView):
            yield from _told(part)
        elif isinstance(part, QGraphicsView):
            yield from (item.toolTip() for item in part.items())
    yield from (action.text() for action in whole.findChildren(QAction))


def _told(view: QAbstractItemView) -> Iterator[str]:
    model = view.model()
    yield from _cells(model, QModelIndex())
    for way, count in (
        (Qt.Orientation.Horizontal, _columns(model, QModelIndex())),
        (Qt.Orientation.Vertical, model.rowCount(QModelIndex())),
    ):
        yield from (str(model.headerData(place, way, role) or "") for place in range(count) for role in ROLES)


def _cells(model: QAbstractItemModel, parent: QModelIndex) -> Iterator[str]:
    for row in range(model.rowCount(parent)):
        for column in range(_columns(model, parent)):
            index = model.index(row, column, parent)
            yield from (str(index.data(role) or "") for role in ROLES)
            yield from _cells(model, index)


def _columns(model: QAbstractItemModel, parent: QModelIndex) -> int:
    """A list has one, and does not like to be asked."""
    return 1 if isinstance(model, QAbstractListModel) else model.columnCount(parent)
