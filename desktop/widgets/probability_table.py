"""Recommendations with their probabilities: a table whose first column is a bar as well."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSignalBlocker,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)
from typing_extensions import override

from desktop.theme import Weight, look
from models.narrative.likelihood import ProbabilityLine

LINE = Qt.ItemDataRole.UserRole
LOWEST, HIGHEST = 21, 44
CODE, THICK = 28, 4
MIDDLE = Qt.AlignmentFlag.AlignVCenter


class _Bars(QStyledItemDelegate):
    """Paints the name over its bar, the number and the words."""

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        line = index.data(LINE)
        if isinstance(line, ProbabilityLine):
            box = QRectF(option.rect)
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if index.column() == 0:
                _paint_bar(painter, box, line)
            elif index.column() == 1:
                _paint_number(painter, box, line)
            else:
                _paint_words(painter, box, line)
            painter.restore()


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


class ProbabilityTable(QTableWidget):
    """One line for each recommendation; the current one is the one looked into."""

    picked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0, 3, parent)
        self.setObjectName("probabilities")
        self.setAccessibleName(self.tr("How likely each recommendation is to hold"))
        self.setHorizontalHeaderLabels(
            [self.tr("Recommendation"), self.tr("Probability"), self.tr("In words")]
        )
        self.horizontalHeader().hide()
        self.verticalHeader().hide()
        self.setShowGrid(False)
        self.setItemDelegate(_Bars(self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setMinimumSectionSize(1)
        self.horizontalHeader().setMinimumSectionSize(1)
        self._lines: tuple[ProbabilityLine, ...] = ()
        self.currentCellChanged.connect(self._tell)

    def receive(self, lines: Sequence[ProbabilityLine], picked: str) -> None:
        """Show these probabilities and which recommendation is looked into, without telling anybody."""
        self._lines = tuple(lines)
        with QSignalBlocker(self):
            if self.rowCount() != len(lines):
                self._build(len(lines))
            for row, line in enumerate(lines):
                for column, text in enumerate((f"{line.code} {line.title}", line.number, line.words)):
                    item = self.item(row, column)
                    if item is not None:
                        item.setText(text)
                        item.setData(LINE, line)
                        item.setData(Qt.ItemDataRole.AccessibleTextRole, line.spoken if not column else text)
                        item.setToolTip(line.spoken)
                if line.id == picked:
                    self.setCurrentCell(row, 0)
        self._fit()
        self.viewport().update()

    @override
    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(look().px(230), look().px(LOWEST) * max(1, self.rowCount()))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange and self.rowCount():
            self.updateGeometry()
            self._fit()

    def _build(self, count: int) -> None:
        self.setRowCount(count)
        for row in range(count):
            for column in range(3):
                self.setItem(row, column, QTableWidgetItem())
        self.updateGeometry()

    def _fit(self) -> None:
        """Rows as high as there is room for; the words have a column where every name is still seen whole."""
        if not self._lines:
            return
        wanted = look()
        room = self.viewport().height() // len(self._lines)
        self.verticalHeader().setDefaultSectionSize(min(max(room, wanted.px(LOWEST)), wanted.px(HIGHEST)))
        regular, bold = QFontMetrics(wanted.font(13)), QFontMetrics(wanted.font(13, Weight.SEMIBOLD))
        small = QFontMetrics(wanted.font(12))
        name = max(regular.horizontalAdvance(line.title) for line in self._lines) + wanted.px(CODE + 12)
        number = max(bold.horizontalAdvance(line.number) for line in self._lines) + wanted.px(14)
        words = max(small.horizontalAdvance(line.words) for line in self._lines) + wanted.px(14)
        width = self.viewport().width()
        worded = width >= name + number + words
        self.setColumnHidden(2, not worded)
        self.setColumnWidth(1, number)
        self.setColumnWidth(2, words)
        self.setColumnWidth(0, max(wanted.px(80), width - number - (words if worded else 0)))

    def _tell(self, row: int) -> None:
        self.viewport().update()
        if 0 <= row < len(self._lines):
            self.picked.emit(self._lines[row].id)
