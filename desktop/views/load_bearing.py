"""Load-bearing: what every assumption bears against how vulnerable it is, as a picture and as a ranked list."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget
from typing_extensions import override

from desktop.base.theme import look
from desktop.widgets.analysed_dashboard import AnalysedDashboard
from desktop.widgets.chart_view import ChartView
from desktop.widgets.choices import Choices
from desktop.widgets.panel import panel
from desktop.widgets.ranked_list import RankedList
from models.pages.load_bearing import (
    WAITING_TITLE,
    Load,
    load_line,
    load_picture,
    load_table,
    load_title,
    load_words,
)
from models.schema.load import LoadPicture
from models.schema.snapshot import Analyses, Snapshot

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from models.charts.palette import Palette


class LoadBearingView(AnalysedDashboard):
    """The picture of Assumption-Based Planning, its load counted from here or over all settings."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("load-bearing", parent)
        self._load = Load.HERE
        self._loads = Choices(
            "load", {Load.HERE: self.tr("From here"), Load.EVERYWHERE: self.tr("Everywhere")}
        )
        self._chart = ChartView(QSize(320, 290))
        self._chart.setObjectName("load-chart")
        self._chart.setAccessibleName(self.tr("Load against vulnerability"))
        self._list = RankedList()
        self._list.setObjectName("load-list")
        self._list.setAccessibleName(self.tr("Assumptions, most load-bearing first"))
        self._lay_out()
        self._loads.chosen.connect(self._choose)
        self._list.picked.connect(self.picked)

    @override
    def show_answers(self, snapshot: Snapshot, analyses: Analyses) -> None:
        picture = load_picture(snapshot, analyses, self._load)
        line = load_line(snapshot, analyses, picture, self._load)
        self._frame.receive(load_title(picture, self._load), line, partial(load_table, picture))
        self._list.receive(picture.points)
        self._chart.receive(partial(_draw, picture))

    @override
    def say_nothing(self, snapshot: Snapshot) -> None:
        self._frame.receive(WAITING_TITLE, "", str)

    @override
    def mark_picked(self, identifier: str) -> None:
        """Mark the assumption that is being explained."""
        self._list.mark(identifier)

    @override
    def for_the_room(self) -> None:
        super().for_the_room()
        self.dress()

    @override
    def take_focus(self) -> None:
        """Put the keyboard on the list."""
        self._list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @override
    def dress(self) -> None:
        wanted = look()
        side = wanted.px(16)
        self._top.setContentsMargins(side, 0 if self.in_room else wanted.px(8), side, 0)
        self._body.setSpacing(wanted.px(10))
        self._chart.setMinimumHeight(wanted.px(300))
        self._list.setMinimumHeight(wanted.px(200))

    def _lay_out(self) -> None:
        body = QWidget()
        self._body = QBoxLayout(QBoxLayout.Direction.LeftToRight, body)
        self._body.setContentsMargins(0, 0, 0, 0)
        self._body.addWidget(panel(self._chart, margin=4), 59)
        self._body.addWidget(panel(self._list, title=self.tr("Most load-bearing first"), margin=4), 41)
        self._top = QHBoxLayout()
        self._top.addWidget(self._loads)
        self._top.addStretch(1)
        self.put(self.wait_with(body), self._body).insertLayout(0, self._top)
        self.dress()

    def _choose(self, load: str) -> None:
        self._load = Load(load)
        self.show_again()


def _draw(picture: LoadPicture, figure: "Figure", colours: "Palette", scale: float) -> str:
    from models.charts.load_bearing import draw_load_bearing

    draw_load_bearing(figure, picture, colours, scale)
    return load_words(picture)
