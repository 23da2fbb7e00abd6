"""Load-bearing: what every assumption bears against how vulnerable it is, as a picture and as a ranked list."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.theme import look
from desktop.widgets.chart_view import ChartView
from desktop.widgets.dashboard import Dashboard
from desktop.widgets.dashboard_frame import DashboardFrame
from desktop.widgets.labels import text_label
from desktop.widgets.ranked_list import RankedList
from desktop.widgets.scroll_page import scroll_page
from desktop.widgets.waiting import Waiting
from models.narrative.load_bearing import (
    WAITING_TITLE,
    Load,
    load_line,
    load_picture,
    load_table,
    load_title,
    load_words,
)
from models.schema.load import LoadPicture
from models.schema.snapshot import Snapshot

if TYPE_CHECKING:
    from matplotlib.figure import Figure

NARROW = 560


class LoadBearingView(Dashboard):
    """The picture of Assumption-Based Planning, its load counted from here or over all settings."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("load-bearing")
        self._snapshot: Snapshot | None = None
        self._load = Load.HERE
        self._loads = QButtonGroup(self)
        self._chart = ChartView()
        self._chart.setObjectName("load-chart")
        self._chart.setAccessibleName(self.tr("Load against vulnerability"))
        self._list = RankedList()
        self._list.setObjectName("load-list")
        self._list.setAccessibleName(self.tr("Assumptions, most load-bearing first"))
        self._lay_out()
        self._loads.idClicked.connect(self._choose)
        self._list.picked.connect(self.picked)
        self._frame.told.connect(self.told)

    @override
    def receive(self, snapshot: Snapshot) -> None:
        """Show the picture of the snapshot, or that it is being worked out."""
        if self._snapshot is None or self._snapshot.case is not snapshot.case:
            self._waiting.forget()
        self._snapshot = snapshot
        if snapshot.analyses is None:
            self._waiting.wait()
            return
        picture = load_picture(snapshot, snapshot.analyses, self._load)
        line = load_line(snapshot, snapshot.analyses, picture, self._load)
        self._frame.receive(load_title(picture, self._load), line, partial(load_table, picture))
        self._list.receive(picture.points)
        self._chart.receive(partial(_draw, picture))
        self._waiting.arrive()

    @override
    def mark_picked(self, identifier: str) -> None:
        """Mark the assumption that is being explained."""
        self._list.mark(identifier)

    @override
    def take_focus(self) -> None:
        """Put the keyboard on the list."""
        self._list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        narrow = self.width() < look().px(NARROW)
        upright, level = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._body.setDirection(upright if narrow else level)
        super().resizeEvent(event)

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.StyleChange:
            self._dress()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        heading = text_label(self.tr("Most load-bearing first"), "section")
        heading.setIndent(4)
        chart, ranks = _panel(self._chart), _panel(heading, self._list)
        body = QWidget()
        self._body = QBoxLayout(QBoxLayout.Direction.LeftToRight, body)
        self._body.setContentsMargins(0, 0, 0, 0)
        self._body.addWidget(chart, 59)
        self._body.addWidget(ranks, 41)
        self._waiting = Waiting(body)
        self._waiting.gave_up.connect(self._say_nothing)
        self._frame = DashboardFrame("load-bearing", self._waiting)
        self._top = QHBoxLayout()
        for index, (load, name) in enumerate(
            {Load.HERE: self.tr("From here"), Load.EVERYWHERE: self.tr("Everywhere")}.items()
        ):
            button = QPushButton(name)
            button.setObjectName(f"load:{load.value}")
            button.setProperty("role", "choice")
            button.setCheckable(True)
            button.setChecked(load is self._load)
            self._loads.addButton(button, index)
            self._top.addWidget(button)
        self._top.addStretch(1)
        layout = scroll_page(QWidget(), self)
        layout.addLayout(self._top)
        layout.addWidget(self._frame, 1)
        self._dress()

    def _dress(self) -> None:
        wanted = look()
        side = wanted.px(16)
        self._top.setContentsMargins(side, wanted.px(8), side, 0)
        self._top.setSpacing(wanted.px(6))
        self._body.setSpacing(wanted.px(10))
        self._chart.setMinimumHeight(wanted.px(300))
        self._list.setMinimumHeight(wanted.px(200))

    def _choose(self, index: int) -> None:
        self._load = list(Load)[index]
        if self._snapshot is not None:
            self.receive(self._snapshot)

    def _say_nothing(self) -> None:
        self._frame.receive(WAITING_TITLE, "", str)


def _panel(*contents: QWidget) -> QFrame:
    panel = QFrame()
    panel.setObjectName("panel")
    layout = QVBoxLayout(panel)
    layout.setContentsMargins(4, 4, 4, 4)
    for content in contents:
        layout.addWidget(content)
    return panel


def _draw(picture: LoadPicture, figure: "Figure") -> str:
    from models.charts.load_bearing import draw_load_bearing
    from models.charts.palette import palette

    wanted = look()
    draw_load_bearing(
        figure, picture, palette("dark" if wanted.name == "dark" else "light"), wanted.scale / 100
    )
    return load_words(picture)
