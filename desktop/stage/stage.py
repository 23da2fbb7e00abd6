"""The stage: the tabs, the page under them, and what lies over it without moving anything."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.base.layouts import flush
from desktop.base.roles import Role, set_role
from desktop.kit.page_view import PageView
from desktop.kit.stops import go_to, next_stop
from desktop.stage.notice import Notice
from desktop.stage.tabs import TabRow
from desktop.stage.welcome import Welcome
from models.pages.page import is_as_before, page
from models.schema.page import Page
from models.schema.snapshot import Snapshot


class Stage(QWidget):
    """Shows the page that the view is at."""

    acted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("stage")
        set_role(self, Role.Pane)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.tabs = TabRow()
        self.tabs.acted.connect(self.acted)
        self.view = PageView()
        self.view.setObjectName("page-view")
        self.view.acted.connect(self.acted)
        column = flush(QVBoxLayout(self))
        column.addWidget(self.tabs)
        self._beside = QHBoxLayout()
        self._beside.addWidget(self.view)
        column.addLayout(self._beside, 1)
        self.page: Page | None = None
        self._received: Snapshot | None = None
        self.notice = Notice(self)
        self.welcome = Welcome(self)

    def receive(self, snapshot: Snapshot) -> None:
        self.tabs.receive(snapshot)
        before, self._received = self._received, snapshot
        if is_as_before(snapshot, before, snapshot.view):
            return
        self.page = page(snapshot)
        self.view.receive(self.page)
        self.setAccessibleName(self.page.title)

    def leave(self, snapshot: Snapshot) -> None:
        """Say that the page of a snapshot follows; if it is another, the present one is laid out no more."""
        if self._received is not None and snapshot.view.page is not self._received.view.page:
            self.view.leave()

    def stand_aside(self, left: int, right: int) -> None:
        """Leave so much of either edge to the drawer that lies over it; the tabs stay where they are."""
        self._beside.setContentsMargins(left, 0, right, 0)

    def copy_page(self) -> None:
        """Put the page on the clipboard as tab-separated text."""
        text = self.page.text() if self.page is not None and self.page.text is not None else ""
        if text:
            QGuiApplication.clipboard().setText(text)
            self.notice.tell(self.tr("The page is on the clipboard, as a table."))
        else:
            self.notice.tell(self.tr("This page has no text to copy."))

    def take_focus(self) -> None:
        """Put the keyboard on the page."""
        go_to(next_stop((self.view,), None, forward=True) or self)
