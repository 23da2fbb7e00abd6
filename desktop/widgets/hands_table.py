"""The recommendations with the hands that went up for each: typed while they are counted, told afterwards."""

from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QSizePolicy, QWidget
from typing_extensions import override

from desktop.base.theme import look
from desktop.widgets.chip import Chip
from desktop.widgets.dressed import Dressed
from desktop.widgets.labels import text_label
from desktop.widgets.shapes import VERDICT_TONES
from desktop.widgets.tally_grid import CountField
from models.language.words import VERDICT_WORDS
from models.pages.predictions import FALLS, HOLDS, OPEN, PredictionRow
from models.schema.case import Verdict
from models.schema.workshop import Hands

WAYS = (("holds", HOLDS), ("open", OPEN), ("falls", FALLS))


class HandsRow:
    """The widgets of one recommendation; they stand in the table's grid."""

    def __init__(self, place: int, parent: QWidget) -> None:
        self.code = text_label("", "label")
        self.title = text_label("", wrap=True)
        self.title.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.fields = [CountField(place, column, parent) for column in range(len(WAYS))]
        self.counts = [text_label("", "title") for _ in WAYS]
        self.chip = Chip(parent)
        self.foreseen = text_label("", "label")
        for count in self.counts:
            count.setAlignment(Qt.AlignmentFlag.AlignCenter)

    @property
    def parts(self) -> tuple[QWidget, ...]:
        """Every widget of the row, from left to right."""
        return (self.code, self.title, *self.fields, *self.counts, self.chip, self.foreseen)


class HandsTable(Dressed, QFrame):
    """One row a recommendation; tells the hands of a row whenever one of its numbers is typed."""

    counted = Signal(object)
    picked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self._rows: list[HandsRow] = []
        self._shown: tuple[PredictionRow, ...] = ()
        self._grid = QGridLayout(self)
        self._grid.setColumnStretch(1, 1)
        self._heads = [text_label(self.tr(name), "label") for _, name in WAYS]
        for column, head in enumerate(self._heads, start=2):
            head.setAlignment(Qt.AlignmentFlag.AlignCenter)
            self._grid.addWidget(head, 0, column)
        self.dress()

    def receive(self, rows: tuple[PredictionRow, ...], typing: bool, counts: bool) -> None:
        """Show the rows: with fields to type in, with the counts, or with neither."""
        self._shown = rows
        while len(self._rows) < len(rows):
            self._add()
        for head in self._heads:
            head.setVisible(typing or counts)
        for row, shown in zip(self._rows, rows, strict=False):
            self._fill(row, shown, typing, counts)
        for row in self._rows[len(rows) :]:
            for part in row.parts:
                part.hide()

    def take_focus(self) -> None:
        """Put the keyboard on the first number."""
        if self._rows:
            self._rows[0].fields[0].setFocus(Qt.FocusReason.ShortcutFocusReason)

    @override
    def dress(self) -> None:
        wanted = look()
        self._grid.setContentsMargins(wanted.px(14), wanted.px(8), wanted.px(14), wanted.px(10))
        self._grid.setHorizontalSpacing(wanted.px(8))
        self._grid.setVerticalSpacing(wanted.px(4))
        for row in self._rows:
            for field in row.fields:
                field.setFixedWidth(wanted.px(54))

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.MouseButtonRelease:
            for row, shown in zip(self._rows, self._shown, strict=False):
                if watched in (row.code, row.title):
                    self.picked.emit(shown.id)
        return super().eventFilter(watched, event)

    def _add(self) -> None:
        place = len(self._rows) + 1
        row = HandsRow(place - 1, self)
        self._grid.addWidget(row.code, place, 0)
        self._grid.addWidget(row.title, place, 1)
        for column, (field, count) in enumerate(zip(row.fields, row.counts, strict=True), start=2):
            self._grid.addWidget(field, place, column)
            self._grid.addWidget(count, place, column)
            field.textEdited.connect(partial(self._tell, place - 1))
            field.left.connect(self._go_to)
        self._grid.addWidget(row.chip, place, 5)
        self._grid.addWidget(row.foreseen, place, 6)
        for label in (row.code, row.title):
            label.installEventFilter(self)
            label.setCursor(Qt.CursorShape.PointingHandCursor)
        self._rows.append(row)
        self.dress()

    def _fill(self, row: HandsRow, shown: PredictionRow, typing: bool, counts: bool) -> None:
        row.code.show()
        row.title.show()
        row.code.setText(shown.code)
        row.title.setText(shown.title)
        row.title.setAccessibleName(shown.spoken)
        numbers = (shown.hands.holds, shown.hands.open, shown.hands.falls)
        for (way, name), field, count, number in zip(WAYS, row.fields, row.counts, numbers, strict=True):
            field.setObjectName(f"hands:{shown.id}:{way}")
            field.setAccessibleName(f"{shown.code} {name}")
            field.setVisible(typing)
            count.setVisible(counts and not typing)
            count.setText(str(number))
            if field.number != number:
                field.setText(str(number))
        row.chip.setVisible(shown.verdict is not None)
        row.foreseen.setVisible(shown.verdict is not None)
        row.foreseen.setText(shown.foreseen)
        row.foreseen.setProperty("role", "strong-label" if shown.hit else "label")
        _mark(row.counts, shown.verdict)
        if shown.verdict is not None:
            row.chip.receive(VERDICT_TONES[shown.verdict], VERDICT_WORDS[shown.verdict])

    def _go_to(self, place: int, column: int) -> None:
        if 0 <= place < len(self._shown):
            self._rows[place].fields[column].setFocus(Qt.FocusReason.TabFocusReason)

    def _tell(self, place: int, _: str) -> None:
        row, shown = self._rows[place], self._shown[place]
        holds, still_open, falls = (field.number for field in row.fields)
        self.counted.emit(Hands(id=shown.id, holds=holds, open=still_open, falls=falls))


def _mark(counts: list[QLabel], verdict: Verdict | None) -> None:
    """Put the number of hands that were right in heavier type than the others."""
    right = {Verdict.HOLDS: 0, Verdict.FEWER: 0, Verdict.OPEN: 1}.get(verdict, 2) if verdict else None
    for place, count in enumerate(counts):
        count.setProperty("role", "title" if right in (None, place) else "faint")
        count.style().unpolish(count)
        count.style().polish(count)
