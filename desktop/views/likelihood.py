"""Likelihood: the room's credences, how likely they make each recommendation, and what one of them hangs on."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.theme import look
from desktop.widgets.chart_view import ChartView
from desktop.widgets.credence_panel import CredencePanel
from desktop.widgets.dashboard import Dashboard
from desktop.widgets.dashboard_frame import DashboardFrame
from desktop.widgets.labels import text_label
from desktop.widgets.probability_table import ProbabilityTable
from desktop.widgets.scroll_page import scroll_page
from desktop.widgets.waiting import Waiting
from models.narrative.likelihood import (
    likelihood_headline,
    likelihood_line,
    likelihood_table,
    probability_lines,
    tornado,
    tornado_words,
)
from models.schema.case import Recommendation
from models.schema.snapshot import Snapshot
from models.schema.tornado import Tornado

if TYPE_CHECKING:
    from matplotlib.figure import Figure

NARROW = 560


class LikelihoodView(Dashboard):
    """Credences are entered on the left and answered on the right and below."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("likelihood")
        self._snapshot: Snapshot | None = None
        self._picked = ""
        self._credences = CredencePanel()
        self._table = ProbabilityTable()
        self._chart = ChartView()
        self._lay_out()
        self._table.picked.connect(self._pick)
        self._frame.told.connect(self.told)
        self._credences.written.connect(self.credence_written)
        self._credences.cleared.connect(self.credences_cleared)
        self._credences.misread.connect(self.told)
        self._credences.picked.connect(self.picked)

    @override
    def receive(self, snapshot: Snapshot) -> None:
        """Show the credences at once, and what follows from them as soon as it is worked out."""
        if self._snapshot is None or self._snapshot.case is not snapshot.case:
            self._waiting.forget()
        self._snapshot = snapshot
        self._credences.receive(snapshot.case, snapshot.scenario)
        self._show_answers()

    @override
    def mark_picked(self, identifier: str) -> None:
        """Turn to the recommendation that is being explained, or mark the assumption."""
        self._credences.mark(identifier)
        if self._snapshot is None:
            self._picked = identifier
        elif identifier != self._picked and self._is_advice(identifier):
            self._picked = identifier
            if self.isVisible():
                self._show_answers()

    @override
    def take_focus(self) -> None:
        """Put the keyboard on the credence of the marked assumption, or on the first."""
        self._credences.take_focus()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        narrow = self.width() < look().px(NARROW)
        upright, level = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._top.setDirection(upright if narrow else level)
        super().resizeEvent(event)

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.StyleChange:
            self._dress()
            if self._snapshot is not None and self._snapshot.analyses is not None:
                self._show_tornado(self._snapshot)
        super().changeEvent(event)

    def _lay_out(self) -> None:
        body = QWidget()
        self._body = QVBoxLayout(body)
        self._body.setContentsMargins(0, 0, 0, 0)
        self._top = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._top.addWidget(self._credences, 1)
        self._waiting = Waiting(self._table)
        self._waiting.gave_up.connect(self._say_nothing)
        likely = _panel(self._waiting, self.tr("How likely each recommendation is to hold"))
        self._top.addWidget(likely, 1)
        self._body.addLayout(self._top, 3)
        self._chart.setObjectName("tornado")
        self._chart.setAccessibleName(self.tr("What moves the chosen recommendation"))
        self._tornado = _panel(self._chart)
        self._body.addWidget(self._tornado, 2)
        self._frame = DashboardFrame("likelihood", body)
        scroll_page(QWidget(), self).addWidget(self._frame)
        self._dress()

    def _dress(self) -> None:
        wanted = look()
        self._body.setSpacing(wanted.px(12))
        self._top.setSpacing(wanted.px(12))

    def _is_advice(self, identifier: str) -> bool:
        case = self._snapshot.case if self._snapshot is not None else None
        return case is not None and isinstance(case.by_id.get(identifier), Recommendation)

    def _pick(self, identifier: str) -> None:
        self.mark_picked(identifier)
        self.picked.emit(identifier)

    def _show_answers(self) -> None:
        snapshot = self._snapshot
        if snapshot is None:
            return
        if not self._is_advice(self._picked):
            self._picked = snapshot.case.recommendations[0].id
        if snapshot.analyses is None:
            self._waiting.wait()
            return
        self._entitle(snapshot)
        self._table.receive(probability_lines(snapshot), self._picked)
        self._show_tornado(snapshot)
        self._waiting.arrive()

    def _entitle(self, snapshot: Snapshot) -> None:
        table = partial(likelihood_table, snapshot, self._picked)
        self._frame.receive(likelihood_headline(snapshot), likelihood_line(snapshot), table)

    def _show_tornado(self, snapshot: Snapshot) -> None:
        shown = tornado(snapshot, self._picked)
        self._tornado.setVisible(shown is not None)
        if shown is not None:
            rows = max(4, len(shown.bars))
            self._chart.setMinimumHeight(look().px(86 + 15 * rows))
            self._tornado.setMaximumHeight(look().px(112 + 24 * rows))
            self._chart.receive(partial(_draw_tornado, shown))

    def _say_nothing(self) -> None:
        self._tornado.hide()
        if self._snapshot is not None:
            self._entitle(self._snapshot)


def _panel(content: QWidget, title: str = "") -> QFrame:
    panel = QFrame()
    panel.setObjectName("panel")
    column = QVBoxLayout(panel)
    column.setContentsMargins(10, 6, 8, 8)
    column.setSpacing(4)
    if title:
        column.addWidget(text_label(title, "section"))
    column.addWidget(content, 1)
    return panel


def _draw_tornado(shown: Tornado, figure: "Figure") -> str:
    from models.charts.likelihood import draw_tornado
    from models.charts.palette import palette

    wanted = look()
    draw_tornado(figure, shown, palette("dark" if wanted.name == "dark" else "light"), wanted.scale / 100)
    return tornado_words(shown)
