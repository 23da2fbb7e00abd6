"""All assumptions with their credences, to be entered one after another."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.base.theme import look
from desktop.widgets.credence_row import HEIGHT, CredenceRow
from desktop.widgets.dressed import Dressed
from desktop.widgets.labels import text_label
from desktop.widgets.scroll_page import scroll_area
from models.language.credences import credence_lines, credence_options, read_credence
from models.schema.case import Case
from models.schema.scenario import Scenario

FEWEST = 5


class CredencePanel(Dressed, QFrame):
    """A row for each assumption, and a way to clear them all."""

    written = Signal(str, object)
    cleared = Signal()
    misread = Signal(str)
    picked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self._case: Case | None = None
        self._scenario: Scenario | None = None
        self._marked = ""
        self._rows: dict[str, CredenceRow] = {}
        self._clear = QPushButton(self.tr("Clear all"))
        self._clear.setObjectName("clear-credences")
        self._clear.setProperty("role", "link")
        self._clear.clicked.connect(self.cleared)
        self._lay_out()

    def receive(self, case: Case, scenario: Scenario) -> None:
        """Show the credences of a scenario, without telling anybody."""
        if case is not self._case:
            self._case = case
            self._build(case, scenario)
        self._scenario = scenario
        for line in credence_lines(case, scenario):
            self._rows[line.id].receive(line, credence_options(scenario, line.id))
        self._clear.setVisible(bool(scenario.credences))

    def mark(self, identifier: str) -> None:
        """Mark the assumption that is being explained, and bring it into sight."""
        self._marked = identifier
        for name, row in self._rows.items():
            row.show_marked(name == identifier)
            if name == identifier:
                self._area.ensureWidgetVisible(row, 0, 0)

    def take_focus(self) -> None:
        """Put the keyboard on the marked assumption, or on the first."""
        row = self._rows.get(self._marked) or next(iter(self._rows.values()), None)
        if row is not None:
            row.take_focus()

    def _lay_out(self) -> None:
        page = QWidget()
        self._list = QVBoxLayout(page)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(0)
        self._area = scroll_area(page)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        head = QHBoxLayout()
        head.addWidget(text_label(self.tr("How likely each assumption is"), "section", wrap=True), 1)
        head.addWidget(self._clear)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 6, 8, 8)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self._area, 1)
        self.dress()

    @override
    def dress(self) -> None:
        self._area.setMinimumHeight(look().px(HEIGHT * FEWEST))

    def _build(self, case: Case, scenario: Scenario) -> None:
        while (item := self._list.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._rows = {line.id: CredenceRow(line) for line in credence_lines(case, scenario)}
        for row in self._rows.values():
            row.typed.connect(self._read)
            row.chosen.connect(self.written)
            row.picked.connect(self.picked)
            row.show_marked(row.identifier == self._marked)
            self._list.addWidget(row)
            row.show()
        self._list.addStretch(1)

    def _read(self, identifier: str, text: str) -> None:
        try:
            credence = read_credence(text)
        except ValueError as problem:
            self.misread.emit(str(problem))
        else:
            self.written.emit(identifier, credence)
        if self._case is not None and self._scenario is not None:
            self.receive(self._case, self._scenario)
