"""Recommendations with their probabilities: a table whose first column is a bar as well."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSignalBlocker, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from desktop.base.theme import Weight, look
from desktop.widgets.measure import MIDDLE, text_width
from desktop.widgets.plain_table import SHOWN, Index, PaintedCells, PlainTable
from models.pages.likelihood import ProbabilityLine

LOWEST, HIGHEST = 21, 62
CODE, THICK = 28, 4


class _Bars(PaintedCells):
    """Paints the name over its bar, the number and the words."""

    @override
    def paint_cell(self, painter: QPainter, box: QRectF, index: Index) -> None:
        line = index.data(SHOWN)
        if isinstance(line, ProbabilityLine):
            (_paint_bar, _paint_number, _paint_words)[index.column()](painter, box, line)


def _paint_bar(painter: QPainter, box: QRectF, line: ProbabilityLine) -> None:
    wanted = look()
    thick = wanted.px(THICK)
    whole = box.adjusted(0, 0, -wanted.px(4), 0)
    share = whole.width() * line.probability
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(wanted.colour("track"))
    painter.drawRect(QRectF(whole.x(), whole.bottom() - thick, whole.width(), thick))
    painter.setBrush(wanted.colour("brand"))
    painter.drawRect(QRectF(whole.x(), whole.bottom() - thick, share, thick))
    box = box.adjusted(0, 0, 0, -thick)
    painter.setPen(wanted.colour("ink"))
    painter.setFont(wanted.font(12, Weight.SEMIBOLD))
    painter.drawText(box.adjusted(wanted.px(2), 0, 0, 0), MIDDLE, line.code)
    font = wanted.font(13)
    room = int(box.width()) - wanted.px(CODE + 6)
    painter.setFont(font)
    title = QFontMetrics(font).elidedText(line.title, Qt.TextElideMode.ElideRight, room)
    painter.drawText(box.adjusted(wanted.px(CODE + 2), 0, 0, 0), MIDDLE, title)


def _paint_number(painter: QPainter, box: QRectF, line: ProbabilityLine) -> None:
    wanted = look()
    painter.setPen(wanted.colour("ink"))
    painter.setFont(wanted.font(13, Weight.SEMIBOLD))
    place = box.adjusted(0, 0, -wanted.px(4), -wanted.px(THICK))
    painter.drawText(place, MIDDLE | Qt.AlignmentFlag.AlignRight, line.number)


def _paint_words(painter: QPainter, box: QRectF, line: ProbabilityLine) -> None:
    wanted = look()
    painter.setPen(wanted.colour("ink_soft"))
    painter.setFont(wanted.font(12))
    painter.drawText(box.adjusted(wanted.px(6), 0, 0, -wanted.px(THICK)), MIDDLE, line.words)


class ProbabilityTable(PlainTable[ProbabilityLine]):
    """One line for each recommendation; the current one is the one looked into."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(3, parent)
        self.setObjectName("probabilities")
        self.setAccessibleName(self.tr("How likely each recommendation is to hold"))
        self.setHorizontalHeaderLabels(
            [self.tr("Recommendation"), self.tr("Probability"), self.tr("In words")]
        )
        self.horizontalHeader().hide()
        self.setItemDelegate(_Bars(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def receive(self, lines: Sequence[ProbabilityLine], picked: str) -> None:
        """Show these probabilities and which recommendation is looked into, without telling anybody."""
        self._rows = tuple(lines)
        with QSignalBlocker(self):
            self.setRowCount(len(lines))
            for row, line in enumerate(lines):
                self.write(row, 0, f"{line.code} {line.title}", line.spoken, line)
                self.write(row, 1, line.number, line.number, line)
                self.write(row, 2, line.words, line.words, line)
        self.updateGeometry()
        self.mark(picked)
        self.fit()

    @override
    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(look().px(150), look().px(LOWEST) * max(1, self.rowCount()))

    @override
    def fit(self) -> None:
        """Rows as high as there is room for; the words have a column where every name is still seen whole."""
        if not self._rows:
            return
        wanted = look()
        room = self.viewport().height() // len(self._rows)
        self.verticalHeader().setDefaultSectionSize(min(max(room, wanted.px(LOWEST)), wanted.px(HIGHEST)))
        name = max(text_width(line.title, 13) for line in self._rows) + wanted.px(CODE + 12)
        number = max(text_width(line.number, 13, Weight.SEMIBOLD) for line in self._rows) + wanted.px(14)
        words = max(text_width(line.words, 12) for line in self._rows) + wanted.px(14)
        width = self.viewport().width()
        worded = width >= name + number + words
        self.setColumnHidden(2, not worded)
        self.setColumnWidth(1, number)
        self.setColumnWidth(2, words)
        self.setColumnWidth(0, max(wanted.px(80), width - number - (words if worded else 0)))
