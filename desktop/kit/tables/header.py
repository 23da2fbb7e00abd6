"""The row of heads over a table: painted whole, because slanted names lie over their neighbours; a click acts."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHeaderView, QTableView

from desktop.base.guard import override
from desktop.kit.cells.face import Canvas, Face
from desktop.kit.tables.heads import Head, foot_of, paint_head, unslanted
from desktop.kit.terms import tell
from desktop.kit.text import TextBox
from models.pages.glossary import explained_in


class TableHeader(QHeaderView):
    """Shows heads; tells the action of the one that was clicked."""

    acted = Signal(object)

    def __init__(self, table: QTableView) -> None:
        super().__init__(Qt.Orientation.Horizontal, table)
        self._heads: tuple[Head, ...] = ()
        self._face: Face | None = None
        self._high = 0
        self.setMinimumSectionSize(1)
        self.setHighlightSections(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)

    def receive(self, heads: Sequence[Head], face: Face, high: int) -> None:
        """Show these heads; the same ones again change nothing."""
        if (tuple(heads), face, high) == (self._heads, self._face, self._high):
            return
        self._heads, self._face, self._high = tuple(heads), face, high
        self.setVisible(high > 0)
        self.setFixedHeight(max(1, high))
        self.viewport().update()

    def paint_heads(self, painter: QPainter, texts: list[TextBox] | None = None) -> None:
        """Paint all heads that are in sight."""
        face = self._face
        if face is None or len(self._heads) != self.count():
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        wide, high = self.viewport().width(), self.viewport().height()
        painter.fillRect(0, 0, wide, high, face.look.colour("panel"))
        canvas, foot = Canvas(painter, texts), foot_of(self._heads, face)
        slanted = any(head.column.slanted for head in self._heads)
        for place, head in enumerate(self._heads):
            left, width = self.sectionViewportPosition(place), self.sectionSize(place)
            if left + width > -high and left < wide:
                paint_head(canvas, head, QRectF(left, 0, width, high - 1), face, slanted, foot, wide)
        painter.fillRect(0, high - 1, wide, 1, face.look.colour("line"))

    @override
    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._high)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        self.paint_heads(painter)
        painter.end()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        place = self._place_at(event.position())
        action = self._heads[place].column.action if 0 <= place < len(self._heads) else None
        if action is not None and event.button() is Qt.MouseButton.LeftButton and self._works:
            self.acted.emit(action)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = self._place_at(event.position())
        works = 0 <= place < len(self._heads) and self._heads[place].column.action is not None and self._works
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if works else Qt.CursorShape.ArrowCursor)

    @override
    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            place = self._place_at(QPointF(event.pos()))
            column = self._heads[place].column if 0 <= place < len(self._heads) else None
            told = (column.tip or explained_in(column.title) or column.title) if column else ""
            return tell(event, self, told)
        return super().viewportEvent(event)

    @property
    def _works(self) -> bool:
        return self._face is not None and self._face.controls

    def _place_at(self, point: QPointF) -> int:
        """The column of a point; above the foot that of the slanted name that is there."""
        face = self._face
        if face is None:
            return -1
        straight = self.logicalIndexAt(int(point.x()))
        foot = self._high - foot_of(self._heads, face)
        if straight >= 0 and not any(head.column.slanted for head in self._heads):
            return straight
        leaning = self.logicalIndexAt(int(unslanted(point.x(), foot - point.y())))
        if 0 <= leaning < len(self._heads) and self._heads[leaning].column.slanted:
            return leaning
        return straight
