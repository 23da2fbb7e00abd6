"""Two scenarios as a table: a statement, and a chip for what it is on either side; differences stand out."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSignalBlocker, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from desktop.base.theme import Weight, look
from desktop.widgets.measure import WRAP, text_height
from desktop.widgets.plain_table import SHOWN, Index, PaintedCells, PlainTable
from desktop.widgets.shapes import STANCE_TONES, VERDICT_TONES, Tone, chip_width, draw_chip
from models.pages.side_by_side import SideRow
from models.schema.case import Stance, Verdict

CODE, INSET, ROW, HEAD = 40, 8, 30, 30


class SidesTable(PlainTable[SideRow]):
    """As high as its rows, so that two of them can stand on one page."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(3, parent)
        self.setItemDelegate(_Cells(self))
        for policy in (self.setHorizontalScrollBarPolicy, self.setVerticalScrollBarPolicy):
            policy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def receive(self, rows: Sequence[SideRow], heads: Sequence[str]) -> None:
        """Show these rows under these heads."""
        self._rows = tuple(rows)
        self.setHorizontalHeaderLabels(list(heads))
        with QSignalBlocker(self):
            self.setRowCount(len(rows))
            for place, row in enumerate(rows):
                spoken = f"{row.code} {row.title}: {heads[1]} {row.one}, {heads[2]} {row.other}"
                for column, text in enumerate((f"{row.code} {row.title}", row.one, row.other)):
                    self.write(place, column, text, spoken, row)
        self.mark(self._picked)
        self.fit()

    @override
    def fit(self) -> None:
        wanted, width = look(), self.viewport().width()
        if not self._rows or width < 80:
            return
        words = {word for row in self._rows for word in (row.one, row.other)}
        chips = max(wanted.px(130), max(chip_width(word) for word in words) + wanted.px(2 * INSET))
        chips = min(chips, width // 3)
        for column, length in enumerate((width - 2 * chips, chips, chips)):
            self.setColumnWidth(column, length)
        self.horizontalHeader().setFixedHeight(wanted.px(HEAD))
        room = width - 2 * chips - wanted.px(CODE + INSET)
        for place, row in enumerate(self._rows):
            self.setRowHeight(place, max(wanted.px(ROW), _high(row, room) + wanted.px(8)))
        self.setFixedHeight(wanted.px(HEAD) + sum(self.rowHeight(row) for row in range(self.rowCount())) + 2)


class _Cells(PaintedCells):
    """Paints names and chips; what is the same on both sides stays quiet."""

    def __init__(self, table: SidesTable) -> None:
        super().__init__(table)
        self._table = table

    @override
    def paint_cell(self, painter: QPainter, box: QRectF, index: Index) -> None:
        row = index.data(SHOWN)
        if not isinstance(row, SideRow):
            return
        wanted = look()
        current = self._table.currentRow() == index.row() and self._table.hasFocus()
        painter.fillRect(box, wanted.colour("brand_soft" if current else "panel"))
        painter.fillRect(QRectF(box.x(), box.bottom() - 1, box.width(), 1), wanted.colour("line"))
        if index.column() == 0:
            _paint_title(painter, box, row)
        else:
            first = index.column() == 1
            state, word = (row.one_state, row.one) if first else (row.other_state, row.other)
            _paint_state(painter, box, state, word, row.differs)


def _paint_title(painter: QPainter, box: QRectF, row: SideRow) -> None:
    wanted = look()
    left, room = box.x() + wanted.px(CODE), box.width() - wanted.px(CODE + INSET)
    height = _high(row, int(room))
    top = box.center().y() - height / 2
    painter.setFont(wanted.font(13, Weight.SEMIBOLD))
    painter.setPen(wanted.colour("ink_soft"))
    painter.drawText(QRectF(box.x() + wanted.px(INSET), top, left - box.x(), height), WRAP, row.code)
    painter.setFont(wanted.font(13, Weight.SEMIBOLD if row.differs else Weight.REGULAR))
    painter.setPen(wanted.colour("ink" if row.differs else "ink_soft"))
    painter.drawText(QRectF(left, top, room, height), WRAP, row.title)


def _paint_state(painter: QPainter, box: QRectF, state: Stance | Verdict, word: str, differs: bool) -> None:
    wanted, height = look(), look().px(24)
    tone = STANCE_TONES[state] if isinstance(state, Stance) else VERDICT_TONES[state]
    if not differs:
        tone = Tone("ink_faint", "panel", tone.shape)
    width = min(chip_width(word), box.width() - wanted.px(INSET))
    place = QRectF(box.x() + wanted.px(INSET), box.center().y() - height / 2, width, height)
    draw_chip(painter, place, tone, word)


def _high(row: SideRow, room: int) -> int:
    return text_height(row.title, room, 13, Weight.SEMIBOLD if row.differs else Weight.REGULAR)
