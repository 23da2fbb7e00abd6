"""Likelihood: the room's credences, how likely they make each recommendation, and what one of them hangs on."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.base.theme import look
from desktop.widgets.analysed_dashboard import AdviceDashboard
from desktop.widgets.chart_view import ChartView
from desktop.widgets.credence_panel import CredencePanel
from desktop.widgets.panel import panel
from desktop.widgets.probability_table import ProbabilityTable
from models.pages.likelihood import (
    likelihood_headline,
    likelihood_line,
    likelihood_table,
    probability_lines,
    tornado,
    tornado_words,
)
from models.pages.room import entered_line
from models.schema.snapshot import Analyses, Snapshot
from models.schema.tornado import Tornado

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from models.charts.palette import Palette


class LikelihoodView(AdviceDashboard):
    """Credences are entered on the left and answered on the right and below."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("likelihood", parent)
        self._rows = 0
        self._credences = CredencePanel()
        self._table = ProbabilityTable()
        self._chart = ChartView(QSize(380, 80))
        self._lay_out()
        self._table.picked.connect(self.pick)
        self._credences.written.connect(self.credence_written)
        self._credences.cleared.connect(self.credences_cleared)
        self._credences.misread.connect(self.told)
        self._credences.picked.connect(self.picked)

    @override
    def show_at_once(self, snapshot: Snapshot) -> None:
        super().show_at_once(snapshot)
        self._credences.receive(snapshot.case, snapshot.scenario)

    @override
    def show_answers(self, snapshot: Snapshot, analyses: Analyses) -> None:
        self._entitle(snapshot)
        self._table.receive(probability_lines(snapshot), self._picked)
        shown = tornado(snapshot, self._picked)
        self._tornado.setVisible(shown is not None)
        if shown is not None:
            self._rows = max(2, len(shown.bars))
            self._chart.receive(partial(_draw, shown))
            self.dress()

    @override
    def say_nothing(self, snapshot: Snapshot) -> None:
        self._tornado.hide()
        self._entitle(snapshot)

    @override
    def mark_picked(self, identifier: str) -> None:
        """Turn to the recommendation that is being explained, or mark the assumption."""
        self._credences.mark(identifier)
        super().mark_picked(identifier)

    @override
    def for_the_room(self) -> None:
        super().for_the_room()
        self._credences.hide()

    @override
    def take_focus(self) -> None:
        """Put the keyboard on the credence of the marked assumption, or on the first."""
        self._credences.take_focus()

    @override
    def dress(self) -> None:
        wanted = look()
        self._body.setSpacing(wanted.px(12))
        self._top.setSpacing(wanted.px(12))
        self._chart.setMinimumHeight(wanted.px(86 + 15 * self._rows))
        self._tornado.setMaximumHeight(wanted.px(112 + 24 * self._rows))

    def _lay_out(self) -> None:
        body = QWidget()
        self._body = QVBoxLayout(body)
        self._body.setContentsMargins(0, 0, 0, 0)
        self._top = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._top.addWidget(self._credences, 1)
        likely = panel(
            self.wait_with(self._table), title=self.tr("How likely each recommendation is to hold")
        )
        self._top.addWidget(likely, 1)
        self._body.addLayout(self._top, 3)
        self._chart.setObjectName("tornado")
        self._chart.setAccessibleName(self.tr("What moves the chosen recommendation"))
        self._tornado = panel(self._chart)
        self._body.addWidget(self._tornado, 2)
        self.put(body, self._top)
        self.dress()

    def _entitle(self, snapshot: Snapshot) -> None:
        table = partial(likelihood_table, snapshot, self._picked)
        entered = entered_line(snapshot.case, snapshot.scenario) if self.in_room else ""
        line = f"{likelihood_line(snapshot)} {entered}".rstrip()
        self._frame.receive(likelihood_headline(snapshot), line, table)


def _draw(shown: Tornado, figure: "Figure", colours: "Palette", scale: float) -> str:
    from models.charts.likelihood import draw_tornado

    draw_tornado(figure, shown, colours, scale)
    return tornado_words(shown)
