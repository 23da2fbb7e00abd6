"""The two readings as a table: a recommendation, what makes a difference to it, and a chip under each reading."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSignalBlocker,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)
from typing_extensions import override

from desktop.theme import Weight, look
from desktop.widgets.shapes import VERDICT_TONES, chip_width, draw_chip
from models.narrative.readings import ReadingLine
from models.schema.case import Verdict

Index = QModelIndex | QPersistentModelIndex
LINE = Qt.ItemDataRole.UserRole
WRAP = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignLeft) | int(Qt.AlignmentFlag.AlignTop)
CODE, INSET, SIGN = 40, 8, 28
ROW, HIGHEST = 30, 72
TITLE, ANY, UNEQUAL, EVERY = range(4)


class ReadingsTable(QTableWidget):
    """Rows are picked; tells the widths of its columns so that what stands under them can follow."""

    picked = Signal(str)
    fitted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0, 4, parent)
        self._lines: tuple[ReadingLine, ...] = ()
        self._picked = ""
        self.size_of_type = 13
        self.setItemDelegate(_Cells(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
            header.setMinimumSectionSize(1)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        self.currentCellChanged.connect(self._tell)

    def receive(self, lines: Sequence[ReadingLine], heads: Sequence[str]) -> None:
        """Show these lines under these heads."""
        self._lines = tuple(lines)
        self.setHorizontalHeaderLabels(list(heads))
        with QSignalBlocker(self):
            self.setRowCount(len(lines))
            for row, line in enumerate(lines):
                texts = (line.spoken, line.any_word, line.sentence, line.every_word)
                for column, text in enumerate(texts):
                    item = self.item(row, column)
                    if item is None:
                        item = QTableWidgetItem()
                        self.setItem(row, column, item)
                    item.setText(text)
                    item.setData(LINE, line)
                    item.setToolTip(line.spoken)
        self.mark(self._picked)
        self._fit()

    def mark(self, identifier: str) -> None:
        """Show which recommendation is being explained, without telling anybody."""
        self._picked = identifier
        row = next((index for index, line in enumerate(self._lines) if line.id == identifier), -1)
        with QSignalBlocker(self):
            if row != self.currentRow():
                self.setCurrentCell(row, max(self.currentColumn(), 0))
        self.viewport().update()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._fit()

    def _fit(self) -> None:
        wanted = look()
        width = self.viewport().width()
        if not self._lines or width < 80:
            return
        self.size_of_type = 15 if width >= wanted.px(900) else 13
        words = {word for line in self._lines for word in (line.any_word, line.every_word)}
        chips = max(chip_width(word, _smaller(self.size_of_type)) for word in words) + wanted.px(2 * INSET)
        chips = max(chips, wanted.px(168))
        sign = wanted.px(SIGN)
        for column, length in enumerate((width - 2 * chips - sign, chips, sign, chips)):
            self.setColumnWidth(column, length)
        self._fit_rows(width - 2 * chips - sign - wanted.px(CODE + INSET))
        self.fitted.emit()

    def _fit_rows(self, room: int) -> None:
        """As high as the words need, and higher while all rows are still seen."""
        wanted = look()
        needed = []
        for line in self._lines:
            title, words = _highs(line, self.size_of_type, room)
            needed.append(max(wanted.px(ROW), title + words + wanted.px(8)))
        spare = (self.viewport().height() - sum(needed)) // len(needed)
        for row, height in enumerate(needed):
            self.setRowHeight(row, min(height + max(0, spare), max(height, wanted.px(HIGHEST))))

    def _tell(self, row: int) -> None:
        if 0 <= row < len(self._lines) and self._lines[row].id != self._picked:
            self._picked = self._lines[row].id
            self.picked.emit(self._picked)


class _Cells(QStyledItemDelegate):
    """Paints names, chips and sentences; what is the same either way stays quiet."""

    def __init__(self, table: ReadingsTable) -> None:
        super().__init__(table)
        self._table = table

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line = index.data(LINE)
        if not isinstance(line, ReadingLine):
            return
        wanted = look()
        box = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
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
        painter.restore()


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
    title = QFontMetrics(look().font(size, Weight.SEMIBOLD)).boundingRect(0, 0, room, 2000, WRAP, line.title)
    if not line.decides:
        return title.height(), 0
    words = QFontMetrics(look().font(_smaller(size))).boundingRect(0, 0, room, 2000, WRAP, line.sentence)
    return title.height(), words.height()
