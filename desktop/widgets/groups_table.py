"""Groups against statements as a table: every cell is legible with twelve groups, walked by keyboard and read out."""

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)
from typing_extensions import override

from desktop.base.theme import Look, look
from desktop.widgets.groups_fit import GroupsFit, fitted, wanted_widths
from desktop.widgets.groups_header import GroupHeads, RowHeads
from desktop.widgets.groups_look import paint_cell, paint_spread, paint_unequal
from desktop.widgets.groups_model import GroupsModel
from desktop.widgets.matrix_look import paint_ring
from models.pages.group_tables import GroupTable

Index = QModelIndex | QPersistentModelIndex


class GroupsTable(QTableView):
    """As high as its rows; tells which statement is picked and what is wished for which group."""

    picked = Signal(str)
    menu_wished = Signal(str)
    rename_wished = Signal(str)
    remove_wished = Signal(str)

    def __init__(self, last: str, buttons: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buttons = buttons
        self._model = GroupsModel(self, last)
        self._fit: GroupsFit | None = None
        self._fits: dict[tuple[int, Look], GroupsFit] = {}
        self._widths: dict[Look, tuple[int, int]] = {}
        self._picked = ""
        self._menus = True
        self._quietly = False
        self.setModel(self._model)
        self._cells = _Cells(self)
        self.setItemDelegate(self._cells)
        self._heads, self._row_heads = GroupHeads(self), RowHeads(self)
        self.setHorizontalHeader(self._heads)
        self.setVerticalHeader(self._row_heads)
        self.setStyleSheet(
            "QTableCornerButton::section, QHeaderView { background: transparent; border: none; }"
        )
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._pick_here)
        self._row_heads.sectionClicked.connect(self._pick_row)
        self._heads.menu_wished.connect(self.menu_wished)
        self.horizontalScrollBar().valueChanged.connect(self._heads.place_buttons)

    def without_menus(self) -> None:
        """Have no menus, from now on."""
        self._menus = self._buttons = False

    def receive(self, table: GroupTable) -> None:
        """Show these groups; the cursor stays where it is if it can."""
        self._model.receive(table)
        self._fits, self._widths = {}, {}
        self._refit()
        self.viewport().update()

    def mark(self, identifier: str) -> None:
        """Mark the row of the statement that is being explained, without telling anybody."""
        self._picked = identifier
        row = self._row_of(identifier)
        if row >= 0 and row != self.currentIndex().row():
            self._quietly = True
            self.setCurrentIndex(self._model.index(row, max(0, self.currentIndex().column())))
            self._quietly = False
        self._row_heads.receive(self._model.lines, identifier)
        self.viewport().update()

    def menu_place(self, group: str) -> QPoint:
        """Under the head of a group, on the screen."""
        places = {head.id: place for place, head in enumerate(self._model.table.heads)}
        left = self._heads.sectionViewportPosition(places.get(group, 0))
        return self._heads.viewport().mapToGlobal(QPoint(max(0, left), self._heads.height()))

    @property
    def wanted_widths(self) -> tuple[int, int]:
        """The least width in which every word stands beside its sign, and one with room for titles too."""
        wanted = look()
        if wanted not in self._widths:
            self._widths[wanted] = wanted_widths(self._model.table)
        return self._widths[wanted]

    @override
    def sizeHint(self) -> QSize:
        fit = self._fit
        high = fit.heads + sum(fit.rows) + 2 if fit is not None else 0
        return QSize(look().px(400), high + self._bar())

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(look().px(180), self.sizeHint().height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        self._cells.model, self._cells.stacked = self._model, self._fit is not None and self._fit.stacked
        here = self.currentIndex()
        self._cells.here = (here.row(), here.column()) if self.hasFocus() else (-1, -1)
        super().paintEvent(event)

    @override
    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.viewport().update()
        if current.isValid() and not self._quietly:
            self._pick_here()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        group = self._group_at(self.currentIndex().column())
        wishes = {Qt.Key.Key_F2: self.rename_wished, Qt.Key.Key_Delete: self.remove_wished}
        wish = wishes.get(Qt.Key(event.key()))
        if group and wish is not None and self._menus:
            wish.emit(group)
        else:
            super().keyPressEvent(event)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_mouse = event.reason() is QContextMenuEvent.Reason.Mouse
        column = self.columnAt(event.pos().x()) if by_mouse else self.currentIndex().column()
        group = self._group_at(column)
        if group and self._menus:
            self.menu_wished.emit(group)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._refit()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._fit = None
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
        table, lines = self._model.table, self._model.lines
        if not table.heads or self.width() < look().px(120):
            return
        fit = self._fitted()
        if fit != self._fit:
            self._fit = fit
            self._heads.setFixedHeight(fit.heads)
            self._row_heads.setFixedWidth(fit.labels)
            for place, length in enumerate(fit.columns):
                self._heads.resizeSection(place, length)
            self._heads.resizeSection(len(table.heads), fit.last)
            for place, height in enumerate(fit.rows):
                self._row_heads.resizeSection(place, height)
            self.updateGeometries()
            self.updateGeometry()
        self._heads.receive(table.heads, self._model.last, fit, self._buttons)
        self._row_heads.receive(lines, self._picked)

    def _fitted(self) -> GroupsFit:
        """How the table fits its width; a layout that tries several widths more than once asks for it each time."""
        key = (self.width(), look())
        if key not in self._fits:
            sections = tuple(line if isinstance(line, str) else "" for line in self._model.lines)
            self._fits[key] = fitted(self._model.table, sections, self.width(), self._buttons)
        return self._fits[key]

    def _bar(self) -> int:
        fit = self._fit
        if fit is None:
            return 0
        whole = fit.labels + sum(fit.columns) + fit.last
        return self.horizontalScrollBar().sizeHint().height() if whole > self.width() else 0

    def _group_at(self, column: int) -> str:
        heads = self._model.table.heads
        return heads[column].id if 0 <= column < len(heads) else ""

    def _row_of(self, identifier: str) -> int:
        lines = enumerate(self._model.lines)
        return next((at for at, line in lines if not isinstance(line, str) and line.id == identifier), -1)

    def _pick_here(self) -> None:
        self._pick_row(self.currentIndex().row())

    def _pick_row(self, place: int) -> None:
        line = self._model.lines[place] if 0 <= place < len(self._model.lines) else ""
        if not isinstance(line, str):
            self.picked.emit(line.id)


class _Cells(QStyledItemDelegate):
    """Paints the cells straight from the table."""

    def __init__(self, table: QTableView) -> None:
        super().__init__(table)
        self.model: GroupsModel | None = None
        self.stacked = False
        self.here = (-1, -1)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = self.model.lines[index.row()] if self.model is not None else ""
        if isinstance(row, str):
            return
        box = QRectF(option.rect)
        painter.save()
        if index.column() < len(row.cells):
            paint_cell(painter, box, row.cells[index.column()], self.stacked, not row.differs)
        elif row.spread:
            paint_spread(painter, box, row)
        elif row.differs:
            paint_unequal(painter, box)
        if (index.row(), index.column()) == self.here:
            paint_ring(painter, box, True)
        painter.restore()
