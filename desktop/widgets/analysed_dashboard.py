"""What the dashboards share that stand under a sentence, and wait for their snapshot's analyses."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.base.theme import look
from desktop.widgets.choices import Choices
from desktop.widgets.dashboard import Dashboard
from desktop.widgets.dashboard_frame import DashboardFrame
from desktop.widgets.dressed import Dressed
from desktop.widgets.scroll_page import scroll_page
from desktop.widgets.waiting import Waiting
from models.schema.case import Case, Recommendation
from models.schema.snapshot import Analyses, Snapshot


class FramedDashboard(Dressed, Dashboard):
    """A dashboard with a sentence over its body, on a page that scrolls where it must.

    Below `narrow` pixels, what else stands side by side stands one below the other.
    """

    narrow = 560

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.in_room = False
        self._frame: DashboardFrame
        self._turning: tuple[QBoxLayout, ...] = ()

    def put(self, body: QWidget, *turning: QBoxLayout, title: str = "") -> QVBoxLayout:
        """Put the body into its frame; returns the layout of the page, for what stands around it."""
        self._frame = DashboardFrame(self.objectName(), body, title)
        self._frame.told.connect(self.told)
        self._turning = turning
        page = scroll_page(QWidget(), self)
        page.addWidget(self._frame, 1)
        return page

    def is_narrow(self) -> bool:
        """Whether there is no room for much side by side."""
        return self.width() < look().px(self.narrow)

    @override
    def for_the_room(self) -> None:
        self.in_room = True
        self._frame.hide_tools()
        for choices in self.findChildren(Choices):
            choices.hide()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        upright, level = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        for layout in self._turning:
            layout.setDirection(upright if self.is_narrow() else level)
        super().resizeEvent(event)


class AnalysedDashboard(FramedDashboard):
    """A dashboard that shows the analyses of its snapshot as soon as they are worked out."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._snapshot: Snapshot | None = None
        self._waiting: Waiting

    def wait_with(self, answer: QWidget) -> Waiting:
        """A place for what shows the analyses; until they are there it says so."""
        self._waiting = Waiting(answer)
        self._waiting.gave_up.connect(self._give_up)
        return self._waiting

    @override
    def receive(self, snapshot: Snapshot) -> None:
        """Show the snapshot, and its analyses or that they are being worked out."""
        if self._snapshot is None or self._snapshot.case is not snapshot.case:
            self._waiting.forget()
        self._snapshot = snapshot
        self.show_again()

    def show_again(self) -> None:
        """Show the last snapshot once more, since something else has been chosen."""
        snapshot = self._snapshot
        if snapshot is None:
            return
        self.show_at_once(snapshot)
        if snapshot.analyses is None:
            self._waiting.wait()
        else:
            self.show_answers(snapshot, snapshot.analyses)
            self._waiting.arrive()

    def show_at_once(self, snapshot: Snapshot) -> None:
        """Show what needs no analyses."""

    def show_answers(self, snapshot: Snapshot, analyses: Analyses) -> None:
        """Show what the analyses say."""
        raise NotImplementedError(type(self))

    def say_nothing(self, snapshot: Snapshot) -> None:
        """Keep only a title while the analyses are worked out for long."""
        raise NotImplementedError(type(self))

    def _give_up(self) -> None:
        if self._snapshot is not None:
            self.say_nothing(self._snapshot)


class AdviceDashboard(AnalysedDashboard):
    """A dashboard that looks into one recommendation at a time: the last that was picked, at first the first."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._picked = ""

    @override
    def show_at_once(self, snapshot: Snapshot) -> None:
        if not _is_advice(snapshot.case, self._picked):
            self._picked = snapshot.case.recommendations[0].id

    @override
    def mark_picked(self, identifier: str) -> None:
        """Turn to the recommendation that is being explained; other statements change nothing here."""
        if self._snapshot is None:
            self._picked = identifier
        elif identifier != self._picked and _is_advice(self._snapshot.case, identifier):
            self._picked = identifier
            if self.isVisible():
                self.show_again()

    def pick(self, identifier: str) -> None:
        """Turn to a recommendation that was picked here."""
        self.mark_picked(identifier)
        self.picked.emit(identifier)


def _is_advice(case: Case, identifier: str) -> bool:
    return isinstance(case.by_id.get(identifier), Recommendation)
