"""The two readings as a table: a recommendation, what makes a difference to it, and a chip under each reading."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from desktop.base.theme import Weight, look
from desktop.widgets.measure import WRAP, text_height
from desktop.widgets.plain_table import SHOWN, Index, PaintedCells, PlainTable
from desktop.widgets.shapes import VERDICT_TONES, chip_width, draw_chip
from models.pages.readings import ReadingLine
from models.schema.case import Verdict

CODE, INSET, SIGN = 40, 8, 28
ROW, HIGHEST = 30, 72
TITLE, ANY, UNEQUAL, EVERY = range(4)


class ReadingsTable(PlainTable[ReadingLine]):
    """Rows are picked; tells the widths of its columns so that what stands under them can follow."""

    fitted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(4, parent)
        self.size_of_type = 13
        self.setItemDelegate(_Cells(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def receive(self, lines: Sequence[ReadingLine], heads: Sequence[str]) -> None:
        """Show these lines under these heads."""
        self._rows = tuple(lines)
        self.setHorizontalHeaderLabels(list(heads))
        with QSignalBlocker(self):
            self.setRowCount(len(lines))
            for row, line in enumerate(lines):
                texts = (line.spoken, line.any_word, line.sentence, line.every_word)
                for column, text in enumerate(texts):
                    self.write(row, column, text, text or line.spoken, line)
        self.mark(self._picked)
        self.fit()

    @override
    def fit(self) -> None:
        wanted = look()
        width = self.viewport().width()
        if not self._rows or width < 80:
            return
        self._fit_columns(15 if width >= wanted.px(900) else 13)
        if self.size_of_type > 13 and sum(self._needed()) > self.viewport().height():
            self._fit_columns(13)
        self._fit_rows(self._needed())
        self.fitted.emit()

    def _fit_columns(self, size_of_type: int) -> None:
        wanted, width = look(), self.viewport().width()
        self.size_of_type = size_of_type
        words = {word for line in self._rows for word in (line.any_word, line.every_word)}
        chips = max(chip_width(word, _smaller(self.size_of_type)) for word in words) + wanted.px(2 * INSET)
        chips = max(chips, wanted.px(168))
        sign = wanted.px(SIGN)
        for column, length in enumerate((width - 2 * chips - sign, chips, sign, chips)):
            self.setColumnWidth(column, length)

    def _needed(self) -> list[int]:
        """How high each row is at least."""
        wanted = look()
        room = self.columnWidth(TITLE) - wanted.px(CODE + INSET)
        highs = (sum(_highs(line, self.size_of_type, room)) for line in self._rows)
        return [max(wanted.px(ROW), high + wanted.px(8)) for high in highs]

    def _fit_rows(self, needed: Sequence[int]) -> None:
        """As high as the words need, and higher while all rows are still seen."""
        wanted = look()
        spare = (self.viewport().height() - sum(needed)) // len(needed)
        for row, height in enumerate(needed):
            self.setRowHeight(row, min(height + max(0, spare), max(height, wanted.px(HIGHEST))))


class _Cells(PaintedCells):
    """Paints names, chips and sentences; what is the same either way stays quiet."""

    def __init__(self, table: ReadingsTable) -> None:
        super().__init__(table)
        self._table = table

    @override
    def paint_cell(self, painter: QPainter, box: QRectF, index: Index) -> None:
        line = index.data(SHOWN)
        if not isinstance(line, ReadingLine):
            return
        wanted = look()
        if self._table.currentRow() == index.row():
            painter.fillRect(box, wanted.colour("brand_soft"))
            if self._table.hasFocus():
                painter.fillRect(QRectF(box.x(), box.y(), box.width(), 1), wanted.colour("brand"))
                painter.fillRect(QRectF(box.x(), box.bottom() - 1, box.width(), 1), wanted.colour("brand"))
        else:
            painter.fillRect(QRectF(box.x(), box.bottom() - 1, box.width(), 1), wanted.colour("line"))
        size = self._table.size_of_type
        match index.column():
            case 0:
                _paint_title(painter, box, line, size)
            case 1:
                _paint_chip(painter, box, line.any_ground, line.any_word, size)
            case 2:
                _paint_unequal(painter, box, line)
            case _:
                _paint_chip(painter, box, line.every_strand, line.every_word, size)


def _paint_title(painter: QPainter, box: QRectF, line: ReadingLine, size: int) -> None:
    wanted = look()
    left, room = box.x() + wanted.px(CODE), box.width() - wanted.px(CODE + INSET)
    title, words = _highs(line, size, int(room))
    top = box.center().y() - (title + words) / 2
    painter.setPen(wanted.colour("ink_soft"))
    painter.setFont(wanted.font(size, Weight.SEMIBOLD))
    painter.drawText(QRectF(box.x() + wanted.px(INSET), top, left - box.x(), title), WRAP, line.code)
    painter.setPen(wanted.colour("ink"))
    painter.setFont(wanted.font(size, Weight.SEMIBOLD if line.decides else Weight.REGULAR))
    painter.drawText(QRectF(left, top, room, title), WRAP, line.title)
    if line.decides:
        painter.setPen(wanted.colour("ink_soft"))
        painter.setFont(wanted.font(_smaller(size)))
        painter.drawText(QRectF(left, top + title, room, words), WRAP, line.sentence)


def _paint_chip(painter: QPainter, box: QRectF, verdict: Verdict, word: str, size: int) -> None:
    chip = _smaller(size)
    height = look().px(chip * 2)
    top = box.center().y() - height / 2
    place = QRectF(box.x() + look().px(INSET), top, chip_width(word, chip), height)
    draw_chip(painter, place, VERDICT_TONES[verdict], word, chip)


def _paint_unequal(painter: QPainter, box: QRectF, line: ReadingLine) -> None:
    """A sign of inequality where the reading decides."""
    if not line.decides:
        return
    side, middle = look().px(12), box.center()
    painter.setPen(QPen(look().colour("brand"), look().px(2)))
    for away in (-0.17, 0.17):
        y = middle.y() + away * side
        painter.drawLine(QPointF(middle.x() - side / 2, y), QPointF(middle.x() + side / 2, y))
    painter.drawLine(middle + QPointF(-side / 3, side / 2), middle + QPointF(side / 3, -side / 2))


def _smaller(size: int) -> int:
    return 13 if size > 13 else 12


def _highs(line: ReadingLine, size: int, room: int) -> tuple[int, int]:
    """The heights of the title and of the sentence under it."""
    title = text_height(line.title, room, size, Weight.SEMIBOLD)
    return title, text_height(line.sentence, room, _smaller(size)) if line.decides else 0
