"""One dashboard for each of the case's rule-based models: what it assumes, finds, advises and reaches."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from desktop.theme import look
from desktop.widgets.card_grid import CardGrid
from desktop.widgets.chart_view import ChartView
from desktop.widgets.dashboard import Dashboard
from desktop.widgets.labels import text_label
from desktop.widgets.shapes import MARK_TONES, STANCE_TONES, VERDICT_TONES, Tone
from desktop.widgets.statement_row import StatementRow
from models.engine.reach import Reach, reach
from models.narrative.models_page import model_sentence, statement_lines
from models.narrative.values import StatementLine
from models.schema.case import Case
from models.schema.snapshot import Snapshot

if TYPE_CHECKING:
    from matplotlib.figure import Figure


class ModelsView(Dashboard):
    """A choice of models and the dashboard of the one chosen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("models")
        self._snapshot: Snapshot | None = None
        self._case: Case | None = None
        self._model = ""
        self._picked = ""
        self._choices = QButtonGroup(self)
        self._rows: dict[str, StatementRow] = {}
        self._choice_line = CardGrid(narrowest=186, widest=220, gap=8)
        self._sentence = text_label("", "headline", wrap=True)
        self._sentence.setObjectName("model-sentence")
        self._columns = QHBoxLayout()
        self._chart = ChartView()
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
        self._sentence.setText(model_sentence(snapshot, self._model))
        for line in statement_lines(snapshot, self._model):
            self._rows[line.id].receive(_tone(line), line.word, line.detail)
        self._draw(snapshot)

    @override
    def mark_picked(self, identifier: str) -> None:
        """Mark the statement that is being explained."""
        self._picked = identifier
        for name, row in self._rows.items():
            row.show_picked(name == identifier)

    @override
    def take_focus(self) -> None:
        """Put the keyboard on the first statement."""
        for row in self._rows.values():
            row.setFocus(Qt.FocusReason.ShortcutFocusReason)
            break

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.StyleChange:
            self._dress()
            if self._snapshot is not None and self._model:
                self._draw(self._snapshot)
        super().changeEvent(event)

    def _lay_out(self) -> None:
        page = QWidget()
        page.setObjectName("page")
        self._page = QVBoxLayout(page)
        self._page.addLayout(self._choice_line)
        self._page.addWidget(self._sentence)
        self._page.addLayout(self._columns)
        panel = QFrame()
        panel.setObjectName("panel")
        inside = QVBoxLayout(panel)
        inside.addWidget(self._chart)
        self._page.addWidget(panel, 10)
        self._page.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(area)
        self._dress()

    def _dress(self) -> None:
        wanted = look()
        self._page.setContentsMargins(wanted.px(16), wanted.px(10), wanted.px(16), wanted.px(12))
        self._page.setSpacing(wanted.px(10))
        self._columns.setSpacing(wanted.px(12))
        self._chart.setMinimumHeight(wanted.px(210))

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
        self._chart.setMaximumHeight(look().px(90 + 72 * max(3, len(found))))
        self._chart.receive(partial(_draw_reach, snapshot.case, found))


def _tone(line: StatementLine) -> Tone:
    if line.verdict is not None:
        return VERDICT_TONES[line.verdict]
    return STANCE_TONES[line.stance] if line.stance is not None else MARK_TONES[line.mark]


def _draw_reach(case: Case, found: tuple[Reach, ...], figure: "Figure") -> str:
    from models.charts.palette import palette
    from models.charts.reach import draw_reach, reach_table

    wanted = look()
    draw_reach(figure, case, found, palette("dark" if wanted.name == "dark" else "light"), wanted.scale / 100)
    return reach_table(case, found)


def _empty(layout: QLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
