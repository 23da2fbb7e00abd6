"""Says what followed from a change, where a screen reader listens: nobody has to look for it on the board.

It is announced, and described on what has the keyboard: readers that know no announcements read that out.
"""

from dataclasses import replace

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget
from shiboken6 import isValid

from desktop.session.session import Session
from models.schema.scenario import asks_the_same
from models.schema.snapshot import Snapshot


class Speaking(QObject):
    """Receives every snapshot after the parts of the window did."""

    def __init__(self, window: QMainWindow, session: Session) -> None:
        super().__init__(window)
        self._window, self._session = window, session
        self._last: Snapshot | None = None
        self._lent: tuple[QWidget, str, str] | None = None
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._take_back, Qt.ConnectionType.QueuedConnection)

    def receive(self, snapshot: Snapshot) -> None:
        """Say what followed from a change, once."""
        last, self._last = self._last, snapshot
        if last is None or not QAccessible.isActive():
            return
        another = last.case is not snapshot.case
        opened = another or (snapshot.past is None and self._session.undo_stack.count() == 0)
        if (last.past, last.scenario) == (snapshot.past, snapshot.scenario):
            return
        if not opened:
            if asks_the_same(last.scenario, snapshot.scenario):
                return
            snapshot = _since(last, snapshot)
        from models.pages.caption import heard  # nothing is told at a start

        told = heard(snapshot)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._window, told))
        self._describe(self._window.focusWidget(), told)

    def _describe(self, widget: QWidget | None, told: str) -> None:
        self._take_back()
        if widget is not None:
            self._lent = (widget, widget.accessibleDescription(), told)
            widget.setAccessibleDescription(told)

    def _take_back(self) -> None:
        """Describe what had the keyboard as before, unless it has said something else since."""
        if self._lent is None:
            return
        widget, before, told = self._lent
        self._lent = None
        if isValid(widget) and widget.accessibleDescription() == told:
            widget.setAccessibleDescription(before)


def _since(last: Snapshot, snapshot: Snapshot) -> Snapshot:
    """The snapshot against the last one: after undo, its own past is that of an older change."""
    if snapshot.past == last.scenario:
        return snapshot
    return replace(snapshot, past=last.scenario, before=last.evaluation, asked=last.asked)
