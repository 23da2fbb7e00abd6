"""A ranked list: code and name, words under them, and a bar for the weight; picked by click or arrow key."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QStyleOptionViewItem, QWidget
from typing_extensions import override

from desktop.base.theme import Weight, look
from desktop.widgets.dressed import Dressed
from desktop.widgets.measure import WRAP, text_height
from desktop.widgets.plain_table import Index, PaintedCells
from models.schema.load import LoadPoint

POINT = Qt.ItemDataRole.UserRole
CODE, SIDE, LINE = 36, 8, 16


class RankedList(Dressed, QListWidget):
    """Assumptions, what bears most first; one of them may be the one that is explained."""

    picked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._rows = _Rows(self)
        self.setItemDelegate(self._rows)
        self._points: tuple[LoadPoint, ...] = ()
        self._picked = ""
        self.currentItemChanged.connect(self._tell)
        self.itemClicked.connect(self._tell)

    def receive(self, points: Sequence[LoadPoint]) -> None:
        """Show these assumptions in their order."""
        if tuple(points) == self._points:
            return
        here = self.verticalScrollBar().value()
        self._points = tuple(points)
        self._rows.most = max((point.load for point in points), default=0.0)
        with QSignalBlocker(self):
            while self.count() > len(points):
                self.takeItem(self.count() - 1)
            while self.count() < len(points):
                self.addItem(QListWidgetItem())
            for place, point in enumerate(points):
                item = self.item(place)
                item.setData(POINT, point)
                item.setText(f"{point.code} {point.title}")
                item.setData(Qt.ItemDataRole.AccessibleTextRole, point.spoken)
        self.mark(self._picked)
        self.verticalScrollBar().setValue(here)

    def mark(self, identifier: str) -> None:
        """Show which one is being explained, without telling anybody."""
        self._picked = identifier
        place = next((index for index, point in enumerate(self._points) if point.id == identifier), -1)
        with QSignalBlocker(self):
            self.setCurrentRow(place)
        self.viewport().update()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    @override
    def dress(self) -> None:
        self.scheduleDelayedItemsLayout()

    def _tell(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            identifier = self._points[self.row(item)].id
            if identifier != self._picked:
                self._picked = identifier
                self.picked.emit(identifier)


class _Rows(PaintedCells):
    """Paints a point: name, words, and its load as a bar."""

    def __init__(self, view: RankedList) -> None:
        super().__init__(view)
        self._view = view
        self.most = 0.0

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        wanted = look()
        width = self._view.viewport().width()
        room = width - wanted.px(CODE + SIDE)
        point = index.data(POINT)
        if not isinstance(point, LoadPoint):
            return QSize(width, wanted.px(LINE))
        title = text_height(point.title, room, 13, Weight.SEMIBOLD)
        return QSize(width, title + text_height(_words(point), room, 12) + wanted.px(13))

    @override
    def paint_cell(self, painter: QPainter, box: QRectF, index: Index) -> None:
        point = index.data(POINT)
        if not isinstance(point, LoadPoint):
            return
        wanted = look()
        if self._view.currentRow() == index.row():
            painter.setBrush(wanted.colour("brand_soft"))
            painter.setPen(QPen(wanted.colour("brand"), 1) if self._view.hasFocus() else Qt.PenStyle.NoPen)
            painter.drawRoundedRect(box.adjusted(1, 0.5, -1, -1.5), wanted.px(5), wanted.px(5))
        left, top = box.x() + wanted.px(CODE), box.y() + wanted.px(3)
        room = box.width() - wanted.px(CODE + SIDE)
        high = text_height(point.title, int(room), 13, Weight.SEMIBOLD)
        painter.setPen(wanted.colour("ink_soft"))
        painter.setFont(wanted.font(13, Weight.SEMIBOLD))
        painter.drawText(QRectF(box.x() + wanted.px(6), top, wanted.px(CODE), high), WRAP, point.code)
        painter.setPen(wanted.colour("ink"))
        painter.drawText(QRectF(left, top, room, high), WRAP, point.title)
        painter.setPen(wanted.colour("ink_soft"))
        painter.setFont(wanted.font(12))
        words = text_height(_words(point), int(room), 12)
        painter.drawText(QRectF(left, top + high, room, words), WRAP, _words(point))
        _paint_mark(
            painter,
            QRectF(box.x() + wanted.px(8), top + high + wanted.px(2), wanted.px(10), wanted.px(10)),
            point,
        )
        self._paint_bar(painter, QRectF(left, box.bottom() - wanted.px(7), room, wanted.px(3)), point)

    def _paint_bar(self, painter: QPainter, box: QRectF, point: LoadPoint) -> None:
        wanted = look()
        painter.fillRect(box, wanted.colour("track"))
        if self.most:
            box.setWidth(box.width() * point.load / self.most)
            painter.fillRect(box, wanted.colour("brand"))


def _paint_mark(painter: QPainter, box: QRectF, point: LoadPoint) -> None:
    """Filled where a credence was entered and hollow where not, as in the picture."""
    brand = look().colour("brand")
    painter.setPen(QPen(brand, 1.6))
    painter.setBrush(brand if point.judged else Qt.BrushStyle.NoBrush)
    painter.drawEllipse(box.adjusted(1, 1, -1, -1))


def _words(point: LoadPoint) -> str:
    text = point.load_text
    return f"{text[:1].upper()}{text[1:]} · {point.vulnerability_text}"
