"""Readings: both ways to combine a recommendation's grounds side by side, and where that decides."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QSpacerItem, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.base.theme import look
from desktop.widgets.analysed_dashboard import AnalysedDashboard
from desktop.widgets.labels import text_label
from desktop.widgets.readings_table import ANY, EVERY, INSET, TITLE, UNEQUAL, ReadingsTable
from desktop.widgets.scroll_page import scroll_area
from models.pages.readings import (
    WAITING_TITLE,
    ReadingHead,
    reading_heads,
    reading_lines,
    readings_line,
    readings_table,
    readings_title,
)
from models.schema.case import Reading
from models.schema.snapshot import Analyses, Snapshot


class ReadingsView(AnalysedDashboard):
    """A table of verdicts under each reading, and under each column the wish to read it so."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("readings", parent)
        self._table = ReadingsTable()
        self._table.setObjectName("readings-table")
        self._table.setAccessibleName(self.tr("Verdicts under both readings"))
        self._wishes = {reading: self._wish(reading) for reading in Reading}
        self._counts = {reading: text_label("", "label") for reading in Reading}
        self._indent, self._between = QSpacerItem(0, 0), QSpacerItem(0, 0)
        self._lay_out()
        self._table.picked.connect(self.picked)
        self._table.fitted.connect(self._follow)

    @override
    def show_answers(self, snapshot: Snapshot, analyses: Analyses) -> None:
        found = analyses.readings
        lines, heads = reading_lines(snapshot, found), reading_heads(snapshot, found)
        self._frame.receive(
            readings_title(found), readings_line(snapshot, found), partial(readings_table, lines)
        )
        self._table.receive(lines, (self.tr("Recommendation"), heads[0].title, "", heads[1].title))
        for head in heads:
            self._show_head(head)

    @override
    def say_nothing(self, snapshot: Snapshot) -> None:
        self._frame.receive(WAITING_TITLE, "", str)

    @override
    def mark_picked(self, identifier: str) -> None:
        """Mark the recommendation that is being explained."""
        self._table.mark(identifier)

    @override
    def for_the_room(self) -> None:
        super().for_the_room()
        for button in self._wishes.values():
            button.hide()

    @override
    def take_focus(self) -> None:
        """Put the keyboard on the table."""
        self._table.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @override
    def dress(self) -> None:
        wanted = look()
        side = wanted.px(4)
        self._body.setContentsMargins(side, side, side, wanted.px(10))
        self._body.setSpacing(wanted.px(6))
        self._table.setMinimumSize(wanted.px(540), wanted.px(240))
        self._area.setMinimumHeight(wanted.px(330))

    def _wish(self, reading: Reading) -> QPushButton:
        button = QPushButton()
        button.setObjectName(f"read:{reading.value}")
        button.clicked.connect(partial(self.reading_wished.emit, reading))
        return button

    def _lay_out(self) -> None:
        body = QFrame()
        body.setObjectName("panel")
        foot = QWidget()
        foot.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._foot = QHBoxLayout(foot)
        self._foot.setContentsMargins(0, 0, 0, 0)
        self._foot.setSpacing(0)
        for space, reading in ((self._indent, Reading.ANY_GROUND), (self._between, Reading.EVERY_STRAND)):
            column = QVBoxLayout()
            column.setSpacing(2)
            column.addWidget(self._counts[reading])
            column.addWidget(self._wishes[reading])
            self._foot.addSpacerItem(space)
            self._foot.addLayout(column)
        self._foot.addStretch(1)
        self._body = QVBoxLayout(body)
        self._body.addWidget(self._table, 1)
        self._body.addWidget(foot)
        page = QWidget()
        whole = QVBoxLayout(page)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(body)
        self._area = scroll_area(page)
        self._area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.put(self.wait_with(self._area))
        self.dress()

    def _show_head(self, head: ReadingHead) -> None:
        button, count = self._wishes[head.reading], self._counts[head.reading]
        button.setText(head.wish)
        button.setAccessibleName(f"{head.wish}: {head.name}")
        button.setToolTip(head.meaning)
        button.setEnabled(not head.present)
        count.setText(head.holding)

    def _follow(self) -> None:
        """Keep the buttons under their columns."""
        inset = look().px(INSET)
        width = self._table.columnWidth
        self._indent.changeSize(width(TITLE) + inset, 0)
        self._between.changeSize(width(UNEQUAL) + 2 * inset, 0)
        for column, reading in ((ANY, Reading.ANY_GROUND), (EVERY, Reading.EVERY_STRAND)):
            for part in (self._wishes[reading], self._counts[reading]):
                part.setFixedWidth(width(column) - 2 * inset)
        self._foot.invalidate()
