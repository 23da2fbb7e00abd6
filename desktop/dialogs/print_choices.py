"""What to print, for whom, how many and on which paper: the left side of the print dialog."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop.base.plain_text import named
from desktop.base.theme import look
from desktop.dialogs.form import line, name_fields, number
from desktop.kit.labels import text_label
from models.paper.kinds import Audience
from models.paper.pack.wish import MOST, Wish
from models.paper.prints import Print

WIDTH, ROW = 260, 32
TYPED = 600
"""Milliseconds after the last letter of a title, when the pages are set anew."""
PAPER_NAMES = {"a4": "A4", "letter": "Letter", "a3": "A3"}
AUDIENCES = {Audience.PEOPLE: "people", Audience.TABLES: "tables"}


class PrintChoices(QWidget):
    """Tells when anything is chosen differently."""

    changed = Signal()
    paper_chosen = Signal(str)

    def __init__(
        self, offered: Sequence[Print], what: Print, paper: str, tables: int, title: str = ""
    ) -> None:
        super().__init__()
        self.setFixedWidth(look().px(WIDTH))
        self._offered = offered
        self._tables = tables
        self._wanted_paper = paper
        self._prints = self._list()
        self._use = text_label("", "label", wrap=True)
        self._title = line("print-title", title, self.tr("such as Winter workshop"))
        self._title.setToolTip(self.tr("What this is called: it stands at the top of every sheet"))
        self._title_rests = QTimer(self, singleShot=True, interval=TYPED)
        self._audiences = named(QComboBox(), "print-for", self.tr("For whom"))
        self._number = number("print-number", 1, MOST)
        self._number.setAccessibleName(self.tr("How many"))
        self._papers = named(QComboBox(), "paper", self.tr("Paper"))
        self._annex = named(QCheckBox(self.tr("With the analyses")), "with-annex")
        self._annex.setToolTip(
            self.tr(
                "Adds the analyses, from what would change the verdicts to what happens if advice is ignored."
            )
        )
        self._lay_out()
        self._prints.setCurrentRow(offered.index(what))
        self._offer()
        self._told_title = title
        self._join()

    def _list(self) -> QListWidget:
        found = named(QListWidget(), "print-what", self.tr("What to print"))
        for item in self._offered:
            entry = QListWidgetItem(self.tr(item.title))
            entry.setToolTip(self.tr(item.use))
            entry.setSizeHint(QSize(0, look().px(ROW)))
            found.addItem(entry)
        return found

    def _join(self) -> None:
        self._prints.currentRowChanged.connect(self._choose)
        self._audiences.activated.connect(self._choose_audience)
        self._number.valueChanged.connect(self.changed)
        self._papers.activated.connect(self._choose_paper)
        self._annex.clicked.connect(self.changed)
        self._title.textEdited.connect(lambda _: self._title_rests.start())
        self._title.editingFinished.connect(self._title_rests.stop)
        for typed in (self._title_rests.timeout, self._title.editingFinished):
            typed.connect(self._tell_title)

    @property
    def title(self) -> str:
        return self._title.text().strip()

    def _tell_title(self) -> None:
        if self.title != self._told_title:
            self._told_title = self.title
            self.changed.emit()

    @property
    def print(self) -> Print:
        return self._offered[self._prints.currentRow()]

    @property
    def paper(self) -> str:
        return str(self._papers.currentData())

    @property
    def _audience(self) -> Audience:
        return Audience(self._audiences.currentData() or Audience.PEOPLE)  # Qt hands back a plain text

    def wish(self, base: Wish) -> Wish:
        number = self._number.value() if self.print.audience else 1
        annex = self.print.has_annex and self._annex.isChecked()
        scenario = replace(base.snapshot.scenario, title=self.title)
        return replace(
            base,
            snapshot=replace(base.snapshot, scenario=scenario),
            paper=self.paper,
            annex=annex,
            audience=self._audience,
            number=number,
        )

    def _lay_out(self) -> None:
        self._form = QFormLayout()
        self._form.addRow(self.tr("&Title"), self._title)
        self._form.addRow(self.tr("For"), self._audiences)
        self._form.addRow(self.tr("How many"), self._number)
        self._form.addRow(self.tr("Paper"), self._papers)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._prints, 1)
        layout.addWidget(self._use)
        layout.addLayout(self._form)
        name_fields(self._form)
        layout.addWidget(self._annex)

    def _offer(self) -> None:
        """What there is to choose for this print; the paper stays where it can."""
        self._use.setText(self.tr(self.print.use))
        self._audiences.clear()
        for audience in self.print.audience:
            self._audiences.addItem(self.tr(AUDIENCES[audience]), audience)
        self._form.setRowVisible(self._audiences, bool(self.print.audience))
        self._form.setRowVisible(self._number, bool(self.print.audience))
        self._suggest_number()
        self._papers.clear()
        for paper in self.print.papers:
            self._papers.addItem(PAPER_NAMES[paper], paper)
        self._papers.setCurrentIndex(max(0, self._papers.findData(self._wanted_paper)))
        self._annex.setVisible(self.print.has_annex)

    def _suggest_number(self) -> None:
        self._number.blockSignals(True)
        self._number.setValue(self._tables if self._audience is Audience.TABLES else 1)
        self._number.blockSignals(False)

    def _choose(self) -> None:
        self._offer()
        self.changed.emit()

    def _choose_audience(self) -> None:
        self._suggest_number()
        self.changed.emit()

    def _choose_paper(self) -> None:
        self._wanted_paper = self.paper
        self.paper_chosen.emit(self.paper)
        self.changed.emit()
