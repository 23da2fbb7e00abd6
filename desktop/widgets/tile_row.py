"""Large counts in a row with arrows between them: so many of these lead to so many of those."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from desktop.base.theme import Weight, look
from desktop.widgets.dressed import Dressed
from models.pages.walk_values import WalkTally

HIGH, ARROW, WIDEST = 92, 36, 300
MIDDLE = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter


class TileRow(Dressed, QWidget):
    """Tiles with a number, a noun and a line each."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tallies: tuple[WalkTally, ...] = ()
        self._factor = 1.0
        self.setObjectName("tiles")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def receive(self, tallies: tuple[WalkTally, ...]) -> None:
        """Show these counts."""
        if tallies != self._tallies:
            self._tallies = tallies
            told = (f"{tally.number} {tally.noun}, {tally.detail}" for tally in tallies)
            self.setAccessibleName("; ".join(told))
            self.update()

    def enlarge(self, factor: float) -> None:
        """Draw everything so many times as large."""
        if abs(factor - self._factor) > 0.02:
            self._factor = factor
            self.updateGeometry()
            self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(look().px(420), look().px(HIGH * self._factor))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._tallies:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        number, arrow = len(self._tallies), look().px(ARROW * self._factor)
        width = min((self.width() - (number - 1) * arrow) / number, look().px(WIDEST * self._factor))
        left = (self.width() - number * width - (number - 1) * arrow) / 2
        for place, tally in enumerate(self._tallies):
            tile = QRectF(left, 0.5, width, self.height() - 1)
            self._paint_tile(painter, tile, tally)
            if place < number - 1:
                self._paint_arrow(painter, QRectF(tile.right(), tile.y(), arrow, tile.height()))
            left += width + arrow

    def _paint_tile(self, painter: QPainter, tile: QRectF, tally: WalkTally) -> None:
        wanted, factor = look(), self._factor
        painter.setPen(wanted.colour("line"))
        painter.setBrush(wanted.colour("panel"))
        painter.drawRoundedRect(tile, wanted.px(8), wanted.px(8))
        rows = (
            (str(tally.number), wanted.font(30 * factor, Weight.BOLD), "brand", 8, 36),
            (tally.noun, wanted.font(14 * factor, Weight.SEMIBOLD), "ink", 43, 20),
            (tally.detail, wanted.font(12 * factor), "ink_soft", 64, 18),
        )
        for text, font, ink, top, high in rows:
            painter.setFont(font)
            painter.setPen(wanted.colour(ink))
            row = QRectF(tile.x(), tile.y() + wanted.px(top * factor), tile.width(), wanted.px(high * factor))
            painter.drawText(row, MIDDLE, text)

    def _paint_arrow(self, painter: QPainter, room: QRectF) -> None:
        wanted = look()
        start, end = room.left() + wanted.px(8), room.right() - wanted.px(8)
        middle, head = room.center().y(), wanted.px(6 * self._factor)
        painter.setPen(QPen(wanted.colour("ink_soft"), wanted.px(18) / 10))
        painter.drawLine(QPointF(start, middle), QPointF(end - head, middle))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(wanted.colour("ink_soft"))
        painter.drawPolygon(
            QPolygonF(
                [
                    QPointF(end, middle),
                    QPointF(end - head * 1.4, middle - head * 0.8),
                    QPointF(end - head * 1.4, middle + head * 0.8),
                ]
            )
        )
