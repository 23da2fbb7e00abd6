"""Likelihood: the room's credences, how likely they make each recommendation, and what one of them hangs on."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.theme import look
from desktop.widgets.chart_view import ChartView
from desktop.widgets.credence_row import CredenceRow
from desktop.widgets.dashboard import Dashboard
from desktop.widgets.dashboard_frame import DashboardFrame
from desktop.widgets.labels import text_label
from desktop.widgets.probability_table import ProbabilityTable
from desktop.widgets.scroll_page import scroll_page
from desktop.widgets.waiting import Waiting
from models.narrative.credences import credence_lines, credence_options, read_credence
from models.narrative.likelihood import (
    likelihood_headline,
    likelihood_line,
    likelihood_table,
    probability_lines,
    tornado,
    tornado_words,
)
from models.schema.case import Case, Recommendation
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
        self._case: Case | None = None
        self._picked = ""
        self._marked = ""
        self._rows: dict[str, CredenceRow] = {}
        self._clear = QPushButton(self.tr("Clear all"))
        self._table = ProbabilityTable()
        self._chart = ChartView()
        self._lay_out()
        self._table.picked.connect(self._pick)
        self._frame.told.connect(self.told)
        self._clear.clicked.connect(self.credences_cleared)

    @override
    def receive(self, snapshot: Snapshot) -> None:
        """Show the credences at once, and what follows from them as soon as it is worked out."""
        self._snapshot = snapshot
        if snapshot.case is not self._case:
            self._case = snapshot.case
            self._waiting.forget()
            self._build(snapshot)
        for line in credence_lines(snapshot.case, snapshot.scenario):
            options = credence_options(snapshot.scenario, line.id)
            self._rows[line.id].receive(line, options)
        self._clear.setVisible(bool(snapshot.scenario.credences))
        self._show_answers()

    @override
    def mark_picked(self, identifier: str) -> None:
        """Turn to the recommendation that is being explained, or mark the assumption."""
        if self._snapshot is None:
            self._picked = self._marked = identifier
            return
        self._marked = identifier
        for name, row in self._rows.items():
            row.show_marked(name == identifier)
            if name == identifier:
                self._credences.ensureWidgetVisible(row, 0, 0)
        if identifier != self._picked and self._is_advice(identifier):
            self._picked = identifier
            if self.isVisible():
                self._show_answers()

    @override
    def take_focus(self) -> None:
        """Put the keyboard on the credence of the marked assumption, or on the first."""
        row = self._rows.get(self._marked) or next(iter(self._rows.values()), None)
        if row is not None:
            row.take_focus()

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
        self._top.addWidget(self._credence_panel(), 1)
        self._waiting = Waiting(self._table)
        self._waiting.gave_up.connect(self._say_nothing)
        likely = self._panel(self.tr("How likely each recommendation is to hold"), self._waiting)
        self._top.addWidget(likely, 1)
        self._body.addLayout(self._top, 3)
        self._chart.setObjectName("tornado")
        self._chart.setAccessibleName(self.tr("What moves the chosen recommendation"))
        self._tornado = self._panel("", self._chart)
        self._body.addWidget(self._tornado, 2)
        self._frame = DashboardFrame("likelihood", body)
        scroll_page(QWidget(), self).addWidget(self._frame)
        self._dress()

    def _credence_panel(self) -> QFrame:
        page = QWidget()
        page.setObjectName("page")
        self._list = QVBoxLayout(page)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(0)
        self._credences = QScrollArea()
        self._credences.setWidgetResizable(True)
        self._credences.setFrameShape(QFrame.Shape.NoFrame)
        self._credences.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._credences.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._credences.setWidget(page)
        self._clear.setObjectName("clear-credences")
        self._clear.setProperty("role", "link")
        return self._panel(self.tr("How likely each assumption is"), self._credences, self._clear)

    def _panel(self, title: str, content: QWidget, beside: QWidget | None = None) -> QFrame:
        panel = QFrame()
        panel.setObjectName("panel")
        column = QVBoxLayout(panel)
        column.setContentsMargins(10, 6, 8, 8)
        column.setSpacing(4)
        if title:
            head = QHBoxLayout()
            head.addWidget(text_label(title, "section"), 1)
            if beside is not None:
                head.addWidget(beside)
            column.addLayout(head)
        column.addWidget(content, 1)
        return panel

    def _dress(self) -> None:
        wanted = look()
        self._body.setSpacing(wanted.px(12))
        self._top.setSpacing(wanted.px(12))
        self._credences.setMinimumHeight(wanted.px(40 * 5))

    def _build(self, snapshot: Snapshot) -> None:
        while (item := self._list.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        lines = credence_lines(snapshot.case, snapshot.scenario)
        self._rows = {line.id: CredenceRow(line) for line in lines}
        for row in self._rows.values():
            row.typed.connect(self._read)
            row.chosen.connect(self.credence_written)
            row.picked.connect(self.picked)
            row.show_marked(row.identifier == self._marked)
            self._list.addWidget(row)
            row.show()
        self._list.addStretch(1)

    def _is_advice(self, identifier: str) -> bool:
        return self._case is not None and isinstance(self._case.by_id.get(identifier), Recommendation)

    def _pick(self, identifier: str) -> None:
        self.mark_picked(identifier)
        self.picked.emit(identifier)

    def _read(self, identifier: str, text: str) -> None:
        try:
            credence = read_credence(text)
        except ValueError as problem:
            self.told.emit(str(problem))
            if self._snapshot is not None:
                self.receive(self._snapshot)
            return
        self.credence_written.emit(identifier, credence)
        if self._snapshot is not None:
            self.receive(self._snapshot)

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


def _draw_tornado(shown: Tornado, figure: "Figure") -> str:
    from models.charts.likelihood import draw_tornado
    from models.charts.palette import palette

    wanted = look()
    draw_tornado(figure, shown, palette("dark" if wanted.name == "dark" else "light"), wanted.scale / 100)
    return tornado_words(shown)
