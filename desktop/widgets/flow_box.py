"""What the boxes of the walk-through have in common: their type, and rows of words with shapes and signs."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter

from desktop.base.theme import Weight, look
from desktop.widgets.map_strokes import draw_kind
from desktop.widgets.measure import MIDDLE, text_height, text_width
from desktop.widgets.shapes import Tone, draw_shape
from models.schema.case import Kind

SIDE, EDGE, GAP = 10, 5, 6
SMALLEST = 12


def small(size: int) -> int:
    """The size of the lesser words beside a type."""
    return max(SMALLEST, size - 1)


def row_height(size: int) -> int:
    """How high one row of a type is."""
    return text_height("Ag", 10_000, size, Weight.SEMIBOLD)


class RowPainter:
    """Paints a row from the left and from the right; what was painted takes room from the rest."""

    def __init__(self, painter: QPainter, row: QRect, ground: str) -> None:
        self._painter = painter
        self._row = QRect(row)
        self._ground = ground

    def shape(self, tone: Tone, size: int, *, right: bool = False) -> None:
        """The shape of a state."""
        colours = look().colour(tone.strong), look().colour(self._ground)
        draw_shape(self._painter, tone.shape, self._square(size, right), *colours)

    def sign(self, kind: Kind, size: int, ink: str) -> None:
        """The sign of a kind."""
        draw_kind(self._painter, kind, self._square(size, False), look().colour(ink), look().colour("panel"))

    def words(
        self, text: str, size: int, ink: str, weight: Weight = Weight.REGULAR, *, right: bool = False
    ) -> None:
        """Words; what does not fit ends in an ellipsis."""
        self._painter.setFont(look().font(size, weight))
        self._painter.setPen(look().colour(ink))
        metrics = QFontMetrics(self._painter.font())
        width = min(text_width(text, size, weight) + 1, self._row.width())
        place = self._take(width, right)
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)
        self._painter.drawText(place, MIDDLE, shown)

    def pill(self, text: str, size: int, weight: Weight, *, right: bool = False) -> None:
        """Words on a ground of the brand's colour."""
        inset = look().px(5)
        width = text_width(text, size, weight) + 2 * inset
        place = QRectF(self._take(width, right)).adjusted(0, 0, 0, 1)
        high = min(place.height(), look().px(size + 5))
        place = QRectF(place.x(), place.center().y() - high / 2, width, high)
        self._painter.setPen(look().colour("brand"))
        self._painter.setBrush(look().colour("brand"))
        self._painter.drawRoundedRect(place, look().px(4), look().px(4))
        self._painter.setFont(look().font(size, weight))
        self._painter.setPen(look().colour("on_brand"))
        self._painter.drawText(place.adjusted(inset, 0, inset, 0), MIDDLE, text)

    def _square(self, size: int, right: bool) -> QRectF:
        side = look().px(size)
        place = self._take(side, right)
        return QRectF(place.x(), place.center().y() - side / 2 + 1, side, side)

    def _take(self, width: int, right: bool) -> QRect:
        row, gap = self._row, look().px(GAP)
        if right:
            place = QRect(row.right() + 1 - width, row.y(), width, row.height())
            self._row = QRect(row.x(), row.y(), max(0, row.width() - width - gap), row.height())
        else:
            place = QRect(row.x(), row.y(), width, row.height())
            self._row = row.adjusted(width + gap, 0, 0, 0)
        return place
