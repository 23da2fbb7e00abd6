"""What the tables share whose rows are recommendations: picked whole, only read, and fitted into their room."""

from typing import Generic, Protocol, TypeVar

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)
from typing_extensions import override

from desktop.widgets.dressed import Dressed
from desktop.widgets.measure import MIDDLE

Index = QModelIndex | QPersistentModelIndex
SHOWN = Qt.ItemDataRole.UserRole


class Row(Protocol):
    """What a row shows; it knows whose row it is."""

    @property
    def id(self) -> str: ...


R = TypeVar("R", bound=Row)


class PaintedCells(QStyledItemDelegate):
    """Leaves the painter as it was, whatever a cell does with it."""

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint_cell(painter, QRectF(option.rect), index)
        painter.restore()

    def paint_cell(self, painter: QPainter, box: QRectF, index: Index) -> None:
        """Paint one cell into its box."""
        raise NotImplementedError(type(self))


class PlainTable(Dressed, QTableWidget, Generic[R]):
    """Tells which row the user picks, by its id; `fit` gives columns and rows their room."""

    picked = Signal(str)

    def __init__(self, columns: int, parent: QWidget | None = None) -> None:
        super().__init__(0, columns, parent)
        self._rows: tuple[R, ...] = ()
        self._picked = ""
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
            header.setMinimumSectionSize(1)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | MIDDLE)
        self.verticalHeader().hide()
        self.currentCellChanged.connect(self._tell)

    def mark(self, identifier: str) -> None:
        """Make the row of a recommendation the current one, without telling anybody."""
        self._picked = identifier
        row = next((place for place, row in enumerate(self._rows) if row.id == identifier), -1)
        with QSignalBlocker(self):
            if row != self.currentRow():
                self.setCurrentCell(row, max(self.currentColumn(), 0))
        self.viewport().update()

    def write(self, row: int, column: int, text: str, spoken: str, shown: object) -> None:
        """Put something into a cell: its text, what a screen reader says of it, and what is painted."""
        item = self.item(row, column)
        if item is None:
            item = QTableWidgetItem()
            self.setItem(row, column, item)
        item.setText(text)
        item.setData(SHOWN, shown)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)
        item.setToolTip(spoken)

    def fit(self) -> None:
        """Give columns and rows their room."""
        raise NotImplementedError(type(self))

    @override
    def dress(self) -> None:
        self.fit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def _tell(self, row: int) -> None:
        self.viewport().update()
        if 0 <= row < len(self._rows) and self._rows[row].id != self._picked:
            self._picked = self._rows[row].id
            self.picked.emit(self._picked)
