"""The headers of the matrix: codes over the columns with what they are changed to, codes and names beside the rows."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QHeaderView, QTableView
from typing_extensions import override

from desktop.base.theme import Weight, look
from desktop.widgets.matrix_look import Size, verdict_shape
from desktop.widgets.shapes import STANCE_TONES, draw_shape
from models.language.matrix import Matrix, MatrixColumn, Outlook

CODE = 2.3
WRAP = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignLeft) | int(Qt.AlignmentFlag.AlignVCenter)
CENTRE = Qt.AlignmentFlag.AlignCenter
MIDDLE = Qt.AlignmentFlag.AlignVCenter


class MatrixHeader(QHeaderView):
    """Paints what the matrix has for a section; a click on it picks the statement."""

    def __init__(self, orientation: Qt.Orientation, table: QTableView) -> None:
        super().__init__(orientation, table)
        self._table = table
        self._matrix: Matrix | None = None
        self._size = Size()
        self._picked = ""
        self._weight = Weight.SEMIBOLD
        self.setSectionsClickable(True)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(1)
        self.setHighlightSections(False)

    def receive(self, matrix: Matrix, size: Size, picked: str) -> None:
        """Show the heads of this matrix, in these sizes of type."""
        self._matrix, self._size, self._picked = matrix, size, picked
        self._weight = self._fitting_weight(matrix)
        self.viewport().update()

    def _fitting_weight(self, matrix: Matrix) -> Weight:
        """Semi-bold, unless codes that are not put upright would then touch."""
        metrics = QFontMetricsF(look().font(self._size.cell, Weight.SEMIBOLD))
        tight = any(
            metrics.horizontalAdvance(column.code) + 3 > self.sectionSize(place)
            for place, column in enumerate(matrix.columns)
            if self.orientation() is Qt.Orientation.Horizontal and not _is_upright(matrix, column)
        )
        return Weight.REGULAR if tight else Weight.SEMIBOLD

    @override
    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        matrix = self._matrix
        if matrix is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.orientation() is Qt.Orientation.Horizontal:
            self._paint_column(painter, QRectF(rect), matrix, logicalIndex)
        else:
            self._paint_row(painter, QRectF(rect), matrix, logicalIndex)
        painter.restore()

    def _paint_column(self, painter: QPainter, box: QRectF, matrix: Matrix, place: int) -> None:
        wanted = look()
        column = matrix.columns[place]
        here = self._table.currentIndex().column() == place
        self._paint_ground(
            painter, box.adjusted(1, 1, -1, -2), here, bool(column.id) and column.id == self._picked
        )
        painter.setFont(wanted.font(self._size.cell, self._weight))
        painter.setPen(wanted.colour("ink_faint" if column.never else "ink" if here else "ink_soft"))
        if matrix.outlook is Outlook.EVERYWHERE:
            painter.drawText(box.adjusted(-2, 0, 2, 0), CENTRE, column.code)
        elif _is_upright(matrix, column):
            _paint_upright(painter, box, column.code)
        else:
            side = wanted.px(self._size.cell - 2)
            painter.drawText(box.adjusted(-2, 0, 2, -side), CENTRE, column.code)
            _paint_sign(painter, box, column, side)

    def _paint_row(self, painter: QPainter, box: QRectF, matrix: Matrix, place: int) -> None:
        wanted = look()
        row = matrix.rows[place]
        here = self._table.currentIndex().row() == place
        self._paint_ground(painter, box.adjusted(0, 1, -2, -1), here, row.id == self._picked)
        size = self._size.label
        code = QRectF(box.x() + wanted.px(4), box.y(), wanted.px(CODE * size), box.height())
        painter.setPen(wanted.colour("ink_soft"))
        painter.setFont(wanted.font(size, Weight.SEMIBOLD))
        if matrix.outlook is Outlook.HERE:
            side, line = wanted.px(size - 1), wanted.px(size + 3)
            top = box.center().y() - (side + line) / 2
            painter.drawText(QRectF(code.x(), top, code.width(), line), MIDDLE, row.code)
            verdict_shape(painter, QRectF(code.x() + 1, top + line, side, side), row.verdict)
        else:
            painter.drawText(code, MIDDLE, row.code)
        painter.setPen(wanted.colour("ink"))
        painter.setFont(wanted.font(size))
        painter.drawText(box.adjusted(wanted.px(4 + CODE * size), 0, -wanted.px(4), 0), WRAP, row.title)

    def _paint_ground(self, painter: QPainter, box: QRectF, here: bool, picked: bool) -> None:
        if here or picked:
            wanted = look()
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(wanted.colour("brand_soft" if picked else "track"))
            painter.drawRoundedRect(box, wanted.px(4), wanted.px(4))


def _is_upright(matrix: Matrix, column: MatrixColumn) -> bool:
    return matrix.outlook is Outlook.HERE and not column.count


def _paint_upright(painter: QPainter, box: QRectF, code: str) -> None:
    """Paint a code from bottom to top, for a column that is narrower than it."""
    painter.save()
    painter.translate(box.center().x(), box.bottom() - look().px(5))
    painter.rotate(-90)
    painter.drawText(QRectF(0, -box.width() / 2, box.height(), box.width()), MIDDLE, code)
    painter.restore()


def _paint_sign(painter: QPainter, box: QRectF, column: MatrixColumn, side: int) -> None:
    """Paint what the assumption is changed to."""
    wanted = look()
    if column.to is not None:
        place = QRectF(box.center().x() - side / 2, box.bottom() - side - wanted.px(3), side, side)
        shape = STANCE_TONES[column.to].shape
        draw_shape(painter, shape, place, wanted.colour("ink_soft"), wanted.colour("panel"))
