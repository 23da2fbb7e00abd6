"""The signs and lines of the argument map, as its key shows them."""

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QPainter, QPen

from desktop.base.theme import Weight, look
from desktop.widgets.key import Sign
from desktop.widgets.map_strokes import draw_kind, plain_font, stroke
from desktop.widgets.shapes import MARK_TONES, draw_shape
from models.charts.map_look import AGAINST, PATTERNS
from models.pages.map_values import KeyLine, MapKeyEntry

SIGN, LEG = 11, 13


def map_signs(entries: Iterable[MapKeyEntry]) -> list[Sign]:
    """The signs of these entries."""
    return [
        Sign(entry.text, SIGN if entry.mark is not None else LEG + SIGN, partial(_paint_sign, entry))
        for entry in entries
    ]


def _paint_sign(entry: MapKeyEntry, painter: QPainter, box: QRectF) -> None:
    wanted = look()
    side = wanted.px(SIGN)
    middle = box.center().y()
    if entry.mark is not None:
        tone = MARK_TONES[entry.mark]
        square = QRectF(box.x(), middle - side / 2, side, side)
        draw_shape(painter, tone.shape, square, wanted.colour(tone.strong), wanted.colour("ground"))
        return
    end = QPointF(box.right() - (side if entry.kind is not None else 1), middle)
    against = entry.line is KeyLine.AGAINST
    pattern = AGAINST if against else PATTERNS[entry.kind] if entry.kind is not None else ()
    ink = wanted.colour("bad" if against else "ink_faint")
    painter.setPen(stroke(ink, wanted.px(13) / 10, pattern))
    painter.drawLine(QLineF(QPointF(box.x(), middle), end))
    if entry.kind is not None:
        sign = QRectF(end.x(), middle - side / 2, side, side)
        draw_kind(painter, entry.kind, sign, wanted.colour("ink_soft"), wanted.colour("ground"))
    else:
        _paint_bar(painter, end, against)


def _paint_bar(painter: QPainter, end: QPointF, against: bool) -> None:
    wanted = look()
    reach = wanted.px(4.5)
    painter.setPen(QPen(wanted.colour("bad" if against else "ink"), wanted.px(20) / 10))
    place = end.x() if against else end.x() - wanted.px(3)
    painter.drawLine(QLineF(place, end.y() - reach, place, end.y() + reach))
    if not against:
        painter.setFont(plain_font(wanted.px(9), Weight.SEMIBOLD))
        painter.drawText(QPointF(end.x() - wanted.px(20), end.y() - wanted.px(2)), "not")
