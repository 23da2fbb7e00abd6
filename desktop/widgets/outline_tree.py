"""The argument as an outline to walk through by keyboard and screen reader, with the map's selection."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)
from typing_extensions import override

from desktop.base.theme import Weight, look
from desktop.widgets.dressed import Dressed
from desktop.widgets.shapes import MARK_TONES, STANCE_TONES, VERDICT_TONES, Tone, draw_shape
from desktop.widgets.step_tree import Index
from models.pages.map_values import OutlineRow

ROW = Qt.ItemDataRole.UserRole
SIGN, ROOM, HIGH = 12, 20, 24


class OutlineTree(Dressed, QTreeWidget):
    """Rows of statements and inferences; tells which statement is wished for."""

    picked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setColumnCount(1)
        self.setHeaderHidden(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformRowHeights(True)
        self.setItemDelegate(OutlineDelegate(self))
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.currentItemChanged.connect(self._tell)
        self._homes: dict[str, QTreeWidgetItem] = {}
        self.dress()

    def receive(self, rows: tuple[OutlineRow, ...]) -> None:
        """Show these rows; where only states differ, what is folded and selected stays so."""
        with QSignalBlocker(self):
            if not self._fill(rows):
                self._build(rows)

    def mark_picked(self, identifier: str) -> None:
        """Select the row of a statement, unless a row that speaks of it is selected already."""
        current = self.currentItem()
        row = current.data(0, ROW) if current is not None else None
        home = self._homes.get(identifier)
        if home is None or (isinstance(row, OutlineRow) and row.statement == identifier):
            return
        with QSignalBlocker(self):
            self.setCurrentItem(home)
        self.scrollToItem(home)

    @override
    def sizeHint(self) -> QSize:
        return QSize(look().px(280), look().px(300))

    def _build(self, rows: tuple[OutlineRow, ...]) -> None:
        self.clear()
        self._homes.clear()
        for row in rows:
            item = self._item(row)
            self.addTopLevelItem(item)
            item.setExpanded(True)

    def _item(self, row: OutlineRow) -> QTreeWidgetItem:
        item = QTreeWidgetItem()
        self._write(item, row)
        if row.home:
            self._homes[row.statement] = item
        item.addChildren([self._item(child) for child in row.children])
        return item

    def _fill(self, rows: tuple[OutlineRow, ...]) -> bool:
        """Write new states into the rows that are there; false if they are other rows."""
        items = [self.topLevelItem(place) for place in range(self.topLevelItemCount())]
        return len(items) == len(rows) and self._refill_all(items, rows)

    def _refill_all(self, items: Sequence[QTreeWidgetItem | None], rows: tuple[OutlineRow, ...]) -> bool:
        pairs = zip(items, rows, strict=True)
        return all(self._refill(item, row) for item, row in pairs if item is not None)

    def _refill(self, item: QTreeWidgetItem, row: OutlineRow) -> bool:
        if item.text(0) != row.text or item.childCount() != len(row.children):
            return False
        if item.data(0, ROW) != row:
            self._write(item, row)
        below = [item.child(place) for place in range(item.childCount())]
        return self._refill_all(below, row.children)

    def _write(self, item: QTreeWidgetItem, row: OutlineRow) -> None:
        item.setText(0, row.text)
        item.setData(0, ROW, row)
        spoken = f"{row.text}: {row.word}" if row.word else row.text
        item.setData(0, Qt.ItemDataRole.AccessibleTextRole, spoken)
        item.setToolTip(0, spoken)

    def _tell(self, current: QTreeWidgetItem | None) -> None:
        row = current.data(0, ROW) if current is not None else None
        if isinstance(row, OutlineRow) and row.statement:
            self.picked.emit(row.statement)

    @override
    def dress(self) -> None:
        self.setIndentation(look().px(14))
        self.scheduleDelayedItemsLayout()


class OutlineDelegate(QStyledItemDelegate):
    """Paints a row: shape, text, and the state in a word."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(look().px(120), look().px(HIGH))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(ROW)
        wanted = look()
        box = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(wanted.colour("brand_soft"))
            painter.drawRoundedRect(box.adjusted(0, 1, -1, -1), wanted.px(5), wanted.px(5))
        left = box.x() + wanted.px(3)
        if row.statement:
            tone = _tone(row)
            side = wanted.px(SIGN)
            sign = QRectF(left, box.center().y() - side / 2, side, side)
            draw_shape(painter, tone.shape, sign, wanted.colour(tone.strong), wanted.colour("panel"))
            left += wanted.px(ROOM)
        heading = not row.statement
        painter.setFont(wanted.font(13, Weight.SEMIBOLD if heading else Weight.REGULAR))
        painter.setPen(wanted.colour("brand" if heading else "ink"))
        text = box.adjusted(left - box.x(), 0, -wanted.px(4), 0)
        shown = QFontMetrics(painter.font()).elidedText(
            row.text, Qt.TextElideMode.ElideRight, int(text.width())
        )
        painter.drawText(text, Qt.AlignmentFlag.AlignVCenter, shown)
        painter.restore()


def _tone(row: OutlineRow) -> Tone:
    if row.verdict is not None:
        return VERDICT_TONES[row.verdict]
    return STANCE_TONES[row.stance] if row.stance is not None else MARK_TONES[row.mark]
