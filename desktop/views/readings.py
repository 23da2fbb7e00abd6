"""Readings: both ways to combine a recommendation's grounds side by side, and where that decides."""

from functools import partial

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSpacerItem, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.theme import look
from desktop.widgets.dashboard import Dashboard
from desktop.widgets.dashboard_frame import DashboardFrame
from desktop.widgets.labels import text_label
from desktop.widgets.readings_table import ANY, EVERY, INSET, TITLE, UNEQUAL, ReadingsTable
from desktop.widgets.scroll_page import scroll_page
from desktop.widgets.waiting import Waiting
from models.narrative.readings import (
    WAITING_TITLE,
    ReadingHead,
    reading_heads,
    reading_lines,
    readings_line,
    readings_table,
    readings_title,
)
from models.schema.case import Reading
from models.schema.snapshot import Snapshot


class ReadingsView(Dashboard):
    """A table of verdicts under each reading, and under each column the wish to read it so."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("readings")
        self._snapshot: Snapshot | None = None
        self._table = ReadingsTable()
        self._table.setObjectName("readings-table")
        self._table.setAccessibleName(self.tr("Verdicts under both readings"))
        self._wishes = {reading: self._wish(reading) for reading in Reading}
        self._counts = {reading: text_label("", "label") for reading in Reading}
        self._indent, self._between = QSpacerItem(0, 0), QSpacerItem(0, 0)
        self._lay_out()
        self._table.picked.connect(self.picked)
        self._table.fitted.connect(self._follow)
        self._frame.told.connect(self.told)

    @override
    def receive(self, snapshot: Snapshot) -> None:
        """Show both readings, or that they are being worked out."""
        if self._snapshot is None or self._snapshot.case is not snapshot.case:
            self._waiting.forget()
        self._snapshot = snapshot
        if snapshot.analyses is None:
            self._waiting.wait()
            return
        found = snapshot.analyses.readings
        lines, heads = reading_lines(snapshot, found), reading_heads(snapshot, found)
        self._frame.receive(
            readings_title(found), readings_line(snapshot, found), partial(readings_table, lines)
        )
        self._table.receive(lines, (self.tr("Recommendation"), heads[0].title, "", heads[1].title))
        for head in heads:
            self._show_head(head)
        self._waiting.arrive()

    @override
    def mark_picked(self, identifier: str) -> None:
        """Mark the recommendation that is being explained."""
        self._table.mark(identifier)

    @override
    def take_focus(self) -> None:
        """Put the keyboard on the table."""
        self._table.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.StyleChange:
            self._dress()
        super().changeEvent(event)

    def _wish(self, reading: Reading) -> QPushButton:
        button = QPushButton()
        button.setObjectName(f"read:{reading.value}")
        button.clicked.connect(partial(self.reading_wished.emit, reading))
        return button

    def _lay_out(self) -> None:
        body = QFrame()
        body.setObjectName("panel")
        self._foot = QHBoxLayout()
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
        self._body.addLayout(self._foot)
        self._waiting = Waiting(body)
        self._waiting.gave_up.connect(self._say_nothing)
        self._frame = DashboardFrame("readings", self._waiting)
        scroll_page(QWidget(), self).addWidget(self._frame)
        self._dress()

    def _dress(self) -> None:
        wanted = look()
        side = wanted.px(4)
        self._body.setContentsMargins(side, side, side, wanted.px(10))
        self._body.setSpacing(wanted.px(6))
        self._table.setMinimumSize(wanted.px(540), wanted.px(240))

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
            self._wishes[reading].setFixedWidth(width(column) - 2 * inset)
        self._foot.invalidate()

    def _say_nothing(self) -> None:
        self._frame.receive(WAITING_TITLE, "", str)
