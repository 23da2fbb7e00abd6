"""The change log as a table, newest at the bottom; the reasons may be written into it, and nothing else."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QHeaderView,
    QLineEdit,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)
from typing_extensions import override

from desktop.base.theme import Weight, look
from desktop.widgets.dressed import Dressed
from desktop.widgets.measure import WRAP, text_height
from desktop.widgets.plain_table import PaintedCells
from models.pages.minutes_values import LogLine

Index = QModelIndex | QPersistentModelIndex
LINE = Qt.ItemDataRole.UserRole
WHEN, WHO, WHAT, WHY = range(4)
SHARES = (58, 92)
INSET, TOP = 8, 5
LONGEST = 1000


class LogTable(Dressed, QTableWidget):
    """Tells the reason that was written into a line, with the line's id."""

    why_written = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0, 4, parent)
        self._lines: tuple[LogLine, ...] = ()
        self._width = 0
        self._at_end = True
        self._for_room = False
        self.setHorizontalHeaderLabels(
            [self.tr("When"), self.tr("Who"), self.tr("What happened"), self.tr("Why")]
        )
        self.setItemDelegate(_LogCells(self))
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
            header.setMinimumSectionSize(1)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        self.verticalHeader().hide()
        self.verticalScrollBar().valueChanged.connect(self._follow)
        self.verticalScrollBar().rangeChanged.connect(self._stay)

    def receive(self, lines: Sequence[LogLine]) -> None:
        """Show these lines; a new one at the end is brought into sight, whatever else is there stays."""
        if self._lines == tuple(lines):
            return
        if not _goes_on(self._lines, lines):
            self._give_up_writing()
        before, self._lines = self._lines, tuple(lines)
        grown = len(self._lines) > len(before)
        self.setRowCount(len(self._lines))
        for row, line in enumerate(self._lines):
            if row >= len(before) or before[row] != line:
                self._write(row, line)
                self._fit_row(row)
        self._hug()
        if grown:
            self.scrollToBottom()

    def for_the_room(self) -> None:
        """Leave out why things were done, and what is not needed to read the rest."""
        self._for_room = True
        self.setColumnHidden(WHY, True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def why(self, row: int, text: str) -> None:
        """Take over what was written into a line."""
        wanted = " ".join(text.split())
        if row < len(self._lines) and wanted != self._lines[row].why:
            self.why_written.emit(self._lines[row].id, wanted)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        here, idle = self.currentRow(), self.state() is not QAbstractItemView.State.EditingState
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and here >= 0 and idle:
            self.edit(self.model().index(here, WHY))
        else:
            super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.viewport().width() != self._width:
            self._fit()

    @override
    def dress(self) -> None:
        self._fit()

    def _write(self, row: int, line: LogLine) -> None:
        spoken = {WHEN: line.spoken, WHAT: f"{line.what}. {line.moved}".rstrip()}
        for column, text in enumerate((line.when, line.who, line.what, line.why)):
            item = self.item(row, column)
            if item is None:
                item = QTableWidgetItem()
                plain = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
                item.setFlags(plain | Qt.ItemFlag.ItemIsEditable if column == WHY else plain)
                self.setItem(row, column, item)
            item.setText(text)
            item.setData(LINE, line)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken.get(column, text))

    def _give_up_writing(self) -> None:
        """Close the field of a reason that is about a line of another log."""
        field = self.findChild(QLineEdit, "log-why")
        if isinstance(field, QLineEdit):
            self.closeEditor(field, QAbstractItemDelegate.EndEditHint.RevertModelCache)

    def _fit(self) -> None:
        wanted, self._width = look(), self.viewport().width()
        when, who = (wanted.px(share) for share in SHARES)
        rest = max(self._width - when - who, wanted.px(120))
        why = 0 if self.isColumnHidden(WHY) else round(rest * 0.44)
        for column, width in enumerate((when, who, rest - why, why)):
            if not self.isColumnHidden(column):
                self.setColumnWidth(column, width)
        for row in range(len(self._lines)):
            self._fit_row(row)
        self._hug()

    def _hug(self) -> None:
        """Be no higher than the lines are where nobody can scroll."""
        if self._for_room:
            rows = sum(self.rowHeight(row) for row in range(self.rowCount()))
            self.setFixedHeight(self.horizontalHeader().height() + rows + 2)

    def _follow(self, value: int) -> None:
        self._at_end = value >= self.verticalScrollBar().maximum()

    def _stay(self, _: int, end: int) -> None:
        """Stay at the newest line when there is more or less to scroll."""
        if self._at_end:
            self.verticalScrollBar().setValue(end)

    def _fit_row(self, row: int) -> None:
        line, wanted = self._lines[row], look()
        what, why = (self.columnWidth(column) - wanted.px(2 * INSET) for column in (WHAT, WHY))
        who = self.columnWidth(WHO) - wanted.px(2 * INSET)
        heights = (
            text_height(line.when, self.columnWidth(WHEN), 12),
            text_height(line.who, who, 12),
            text_height(line.what, what, 13, Weight.SEMIBOLD) + text_height(line.moved, what, 12),
            0 if self.isColumnHidden(WHY) else text_height(line.why, why, 12),
        )
        self.setRowHeight(row, max(heights) + wanted.px(2 * TOP))


class _LogCells(PaintedCells):
    """Paints a line, and opens a field for its reason."""

    def __init__(self, table: LogTable) -> None:
        super().__init__(table)
        self._table = table

    @override
    def paint_cell(self, painter: QPainter, box: QRectF, index: Index) -> None:
        line = index.data(LINE)
        if not isinstance(line, LogLine):
            return
        wanted = look()
        if self._table.currentRow() == index.row() and self._table.hasFocus():
            painter.fillRect(box, wanted.colour("brand_soft"))
        painter.fillRect(QRectF(box.x(), box.bottom() - 1, box.width(), 1), wanted.colour("line"))
        inside = box.adjusted(wanted.px(INSET), wanted.px(TOP), -wanted.px(INSET), 0)
        match index.column():
            case 0:
                _paint(painter, box.adjusted(wanted.px(INSET), wanted.px(TOP), 0, 0), line.when, "ink_soft")
            case 1:
                _paint(painter, inside, line.who, "ink")
            case 2:
                room = int(inside.width())
                _paint(painter, inside, line.what, "ink", 13, Weight.SEMIBOLD)
                inside.setTop(inside.top() + text_height(line.what, room, 13, Weight.SEMIBOLD))
                _paint(painter, inside, line.moved, "ink_soft")
            case _:
                _paint(painter, inside, line.why, "ink")

    @override
    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        field = QLineEdit(parent)
        field.setObjectName("log-why")
        field.setAccessibleName(self.tr("Why"))
        field.setMaxLength(LONGEST)
        return field

    @override
    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, QLineEdit):
            editor.setText(str(index.data()))

    @override
    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, QLineEdit):
            self._table.why(index.row(), editor.text())

    @override
    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        box = option.rect
        box.setHeight(max(min(box.height() - 2, editor.sizeHint().height()), look().px(26)))
        editor.setGeometry(box)


def _goes_on(before: Sequence[LogLine], after: Sequence[LogLine]) -> bool:
    """Whether these are the lines of before with more at the end, whatever was written into them."""
    told = [(line.id, line.when, line.what) for line in after[: len(before)]]
    return told == [(line.id, line.when, line.what) for line in before]


def _paint(
    painter: QPainter,
    box: QRectF,
    text: str,
    ink: str,
    size: float = 12,
    weight: Weight = Weight.REGULAR,
) -> None:
    painter.setPen(look().colour(ink))
    painter.setFont(look().font(size, weight))
    painter.drawText(box, WRAP, text)
