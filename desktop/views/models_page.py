"""One dashboard for each of the case's rule-based models: what it assumes, finds, advises and reaches."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QBoxLayout,
    QButtonGroup,
    QFrame,
    QLabel,
    QLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from desktop.base.theme import look
from desktop.widgets.analysed_dashboard import FramedDashboard
from desktop.widgets.card_grid import CardGrid
from desktop.widgets.chart_view import ChartView
from desktop.widgets.labels import text_label
from desktop.widgets.panel import panel
from desktop.widgets.shapes import MARK_TONES, STANCE_TONES, VERDICT_TONES, Tone
from desktop.widgets.statement_row import StatementRow
from models.engine.reach import Reach, reach
from models.language.values import StatementLine
from models.pages.models_page import model_headline, model_table, statement_lines
from models.schema.case import Case
from models.schema.snapshot import Snapshot

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from models.charts.palette import Palette


class ModelsView(FramedDashboard):
    """A choice of models and the dashboard of the one chosen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("models", parent)
        self._snapshot: Snapshot | None = None
        self._case: Case | None = None
        self._model = ""
        self._picked = ""
        self._choices = QButtonGroup(self)
        self._rows: dict[str, StatementRow] = {}
        self._choice_line = CardGrid(narrowest=186, widest=220, gap=8)
        self._reaches = 0
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._chart = ChartView(QSize(420, 150))
        self._chart.setObjectName("model-chart")
        self._chart.setAccessibleName(self.tr("How far each assumption of this model reaches"))
        self._lay_out()

    @override
    def receive(self, snapshot: Snapshot) -> None:
        """Show the chosen model's dashboard."""
        self._snapshot = snapshot
        if snapshot.case is not self._case:
            self._case = snapshot.case
            self._build_choices(snapshot.case)
            self._model = ""
        if not self._model:
            self._choose(snapshot.case.models[0].id)
            return
        table = partial(model_table, snapshot, self._model)
        self._frame.receive(model_headline(snapshot, self._model), "", table)
        for line in statement_lines(snapshot, self._model):
            self._rows[line.id].receive(_tone(line), line.word, line.detail)
        self._draw(snapshot)

    @override
    def mark_picked(self, identifier: str) -> None:
        """Mark the statement that is being explained."""
        self._picked = identifier
        for name, row in self._rows.items():
            row.show_picked(name == identifier)
        item = self._case.by_id.get(identifier) if self._case is not None else None
        if self.in_room and item is not None and item.model != self._model:
            self._choose(item.model)

    @override
    def for_the_room(self) -> None:
        """Offer no models; what is picked says which one is shown."""
        super().for_the_room()

    @override
    def take_focus(self) -> None:
        """Put the keyboard on the first statement."""
        for row in self._rows.values():
            row.setFocus(Qt.FocusReason.ShortcutFocusReason)
            break

    @override
    def dress(self) -> None:
        wanted = look()
        side = wanted.px(16)
        self._choice_line.setContentsMargins(side, wanted.px(10), side, 0)
        self._body.setSpacing(wanted.px(10))
        self._columns.setSpacing(wanted.px(12))
        self._chart.setMinimumHeight(wanted.px(210))
        self._reach.setMaximumHeight(wanted.px(106 + 72 * max(3, self._reaches)))

    def _lay_out(self) -> None:
        body = QWidget()
        self._body = QVBoxLayout(body)
        self._body.setContentsMargins(0, 0, 0, 0)
        self._body.addLayout(self._columns)
        self._reach = panel(self._chart)
        self._body.addWidget(self._reach, 10)
        self._body.addStretch(1)
        page = self.put(body, self._columns, title="model-sentence")
        page.insertLayout(0, self._choice_line)
        self.dress()

    def _build_choices(self, case: Case) -> None:
        for old in self._choices.buttons():
            self._choices.removeButton(old)
            old.deleteLater()
        _empty(self._choice_line)
        for model in case.models:
            button = QPushButton(model.title.replace("&", "&&"))
            button.setObjectName(f"model:{model.id}")
            button.setProperty("role", "choice")
            button.setCheckable(True)
            button.clicked.connect(partial(self._choose, model.id))
            self._choices.addButton(button)
            self._choice_line.addWidget(button)
            button.setVisible(not self.in_room)

    def _choose(self, model: str) -> None:
        self._model = model
        for button in self._choices.buttons():
            button.setChecked(button.objectName() == f"model:{model}")
        if self._snapshot is not None:
            self._build_columns(self._snapshot, model)
            self.receive(self._snapshot)

    def _build_columns(self, snapshot: Snapshot, model: str) -> None:
        _empty(self._columns)
        self._rows.clear()
        case = snapshot.case
        lines = {line.id: line for line in statement_lines(snapshot, model)}
        for title, items in (
            (self.tr("Assumptions"), case.assumptions),
            (self.tr("Findings"), case.findings),
            (self.tr("Recommendations"), case.recommendations),
        ):
            members = [lines[item.id] for item in items if item.id in lines]
            if members:
                self._columns.addWidget(self._column(title, members), 1)

    def _column(self, title: str, lines: list[StatementLine]) -> QFrame:
        panel = QFrame()
        panel.setObjectName("panel")
        column = QVBoxLayout(panel)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(0)
        label: QLabel = text_label(title, "section")
        label.setIndent(6)
        column.addWidget(label)
        for line in lines:
            row = StatementRow(line.id, line.code, line.title)
            row.clicked.connect(partial(self.picked.emit, line.id))
            row.show_picked(line.id == self._picked)
            self._rows[line.id] = row
            column.addWidget(row)
        column.addStretch(1)
        return panel

    def _draw(self, snapshot: Snapshot) -> None:
        found = reach(snapshot, self._model)
        self._reaches = len(found)
        self._chart.receive(partial(_draw_reach, snapshot.case, found))
        self.dress()


def _tone(line: StatementLine) -> Tone:
    if line.verdict is not None:
        return VERDICT_TONES[line.verdict]
    return STANCE_TONES[line.stance] if line.stance is not None else MARK_TONES[line.mark]


def _draw_reach(
    case: Case, found: tuple[Reach, ...], figure: "Figure", colours: "Palette", scale: float
) -> str:
    from models.charts.reach import draw_reach, reach_table

    draw_reach(figure, case, found, colours, scale)
    return reach_table(case, found)


def _empty(layout: QLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
