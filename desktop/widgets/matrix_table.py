"""A matrix as a table: painted in a frame's time, walked by keyboard, and read out cell by cell."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)
from typing_extensions import override

from desktop.widgets.dressed import Dressed
from desktop.widgets.matrix_fit import Fit, fitted
from desktop.widgets.matrix_header import MatrixHeader
from desktop.widgets.matrix_look import Size, paint_cell, paint_ring
from models.language.matrix import Matrix, MatrixCell, MatrixColumn, MatrixRow

Index = QModelIndex | QPersistentModelIndex
Sentence = Callable[[MatrixRow, MatrixColumn, MatrixCell], str]
SPOKEN = (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole)


class MatrixModel(QAbstractTableModel):
    """Hands a matrix to Qt; what a cell says is put into words only when somebody asks."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.matrix: Matrix | None = None
        self._sentence: Sentence | None = None

    def receive(self, matrix: Matrix, sentence: Sentence) -> None:
        """Take another matrix; the view keeps its place if it is of the same size."""
        same = self.matrix is not None and _extent(self.matrix) == _extent(matrix)
        if not same:
            self.beginResetModel()
        self.matrix, self._sentence = matrix, sentence
        if not same:
            self.endResetModel()

    @override
    def rowCount(self, parent: Index | None = None) -> int:
        return len(self.matrix.rows) if self.matrix is not None and not (parent and parent.isValid()) else 0

    @override
    def columnCount(self, parent: Index | None = None) -> int:
        return (
            len(self.matrix.columns) if self.matrix is not None and not (parent and parent.isValid()) else 0
        )

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if self.matrix is None or self._sentence is None or not index.isValid():
            return None
        row, column = self.matrix.rows[index.row()], self.matrix.columns[index.column()]
        cell = row.cells[index.column()]
        if role in SPOKEN:
            return self._sentence(row, column, cell)
        return cell.text if role == Qt.ItemDataRole.DisplayRole else None

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if self.matrix is None:
            return None
        heads = self.matrix.columns if orientation is Qt.Orientation.Horizontal else self.matrix.rows
        if section >= len(heads):
            return None  # while the model is reset, one header still has the sections of before
        if role in SPOKEN:
            return heads[section].spoken
        return heads[section].code if role == Qt.ItemDataRole.DisplayRole else None


class MatrixTable(Dressed, QTableView):
    """Tells where the user goes and what is wished; `place` is told in ids."""

    moved = Signal(str, str)
    wished = Signal()
    head_picked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = MatrixModel(self)
        self._fit: Fit | None = None
        self._picked = ""
        self._quietly = False
        self.setModel(self._model)
        self._cells = _Cells(self)
        self.setItemDelegate(self._cells)
        self.setHorizontalHeader(MatrixHeader(Qt.Orientation.Horizontal, self))
        self.setVerticalHeader(MatrixHeader(Qt.Orientation.Vertical, self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.clicked.connect(self._tell_place)
        self.horizontalHeader().sectionClicked.connect(self._pick_column)
        self.verticalHeader().sectionClicked.connect(self._pick_row)

    @property
    def size_of_type(self) -> Size:
        """The sizes of type that fit."""
        return self._fit.size if self._fit is not None else Size()

    def receive(self, matrix: Matrix, sentence: Sentence) -> None:
        """Show a matrix; the cursor stays on its recommendation and assumption wherever they have gone."""
        here = self.place()
        self._model.receive(matrix, sentence)
        self.go_to(*here)
        self._refit()
        self.viewport().update()

    def place(self) -> tuple[str, str]:
        """The recommendation and the assumption of the cursor; empty where there is none."""
        matrix, index = self._model.matrix, self.currentIndex()
        if matrix is None or not index.isValid():
            return "", ""
        return matrix.rows[index.row()].id, matrix.columns[index.column()].id

    def go_to(self, row: str, column: str) -> None:
        """Put the cursor on a cell without telling anybody; what is not there is taken to be the first."""
        matrix = self._model.matrix
        if matrix is None:
            return
        rows = [item.id for item in matrix.rows]
        columns = [item.id for item in matrix.columns]
        first = next((place for place, name in enumerate(columns) if name), 0)
        place = (
            rows.index(row) if row in rows else 0,
            columns.index(column) if column in columns else first,
        )
        self._quietly = True
        self.setCurrentIndex(self._model.index(*place))
        self._quietly = False

    def mark(self, picked: str) -> None:
        """Mark the head of the statement that is being explained."""
        self._picked = picked
        self._head_up()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        here = self.currentIndex()
        self._cells.matrix, self._cells.size = self._model.matrix, self.size_of_type
        self._cells.here, self._cells.focused = (here.row(), here.column()), self.hasFocus()
        super().paintEvent(event)

    @override
    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self._head_up()
        if current.isValid() and not self._quietly:
            self._tell_place()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if Qt.Key(event.key()) in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.wished.emit()
        else:
            super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._refit()

    @override
    def dress(self) -> None:
        self._refit()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def _refit(self) -> None:
        matrix = self._model.matrix
        if matrix is None or self.width() < 80 or self.height() < 80:
            return
        fit = fitted(matrix, self.width(), self.height())
        if fit != self._fit:
            self._fit = fit
            self.horizontalHeader().setFixedHeight(fit.heads)
            self.verticalHeader().setFixedWidth(fit.labels)
            for header, lengths in (
                (self.horizontalHeader(), fit.columns),
                (self.verticalHeader(), fit.rows),
            ):
                for place, length in enumerate(lengths):
                    header.resizeSection(place, length)
            self.updateGeometries()
        self._head_up()

    def _head_up(self) -> None:
        if self._model.matrix is not None:
            for header in (self.horizontalHeader(), self.verticalHeader()):
                if isinstance(header, MatrixHeader):
                    header.receive(self._model.matrix, self.size_of_type, self._picked)

    def _tell_place(self) -> None:
        self.moved.emit(*self.place())

    def _pick_column(self, place: int) -> None:
        if self._model.matrix is not None and self._model.matrix.columns[place].id:
            self.head_picked.emit(self._model.matrix.columns[place].id)

    def _pick_row(self, place: int) -> None:
        if self._model.matrix is not None:
            self.head_picked.emit(self._model.matrix.rows[place].id)


class _Cells(QStyledItemDelegate):
    """Paints the cells straight from the matrix; asking the model for each would take too long."""

    def __init__(self, table: QTableView) -> None:
        super().__init__(table)
        self.matrix: Matrix | None = None
        self.size = Size()
        self.here = (-1, -1)
        self.focused = False

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        if self.matrix is None:
            return
        row, column = index.row(), index.column()
        box = QRectF(option.rect)
        paint_cell(painter, box, self.matrix.rows[row].cells[column], self.matrix.columns[column], self.size)
        if (row, column) == self.here:
            paint_ring(painter, box, self.focused)


def _extent(matrix: Matrix) -> tuple[int, int]:
    return len(matrix.rows), len(matrix.columns)
