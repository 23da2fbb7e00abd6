"""The strokes of the argument map: lines by state and by kind, and the signs of rules."""

from collections.abc import Sequence
from functools import lru_cache

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPen, QPolygonF

from desktop.base.theme import Weight, look
from models.charts.map_look import AGAINST, HANGING, HEAD, arrives, rule_line
from models.charts.map_shapes import Point
from models.schema.case import Kind
from models.schema.result import RuleState, Usage

THINNEST = 0.7


@lru_cache(maxsize=64)
def plain_font(pixels: int, weight: Weight = Weight.REGULAR) -> QFont:
    """The typeface in so many units, whatever the scale of the window."""
    font = QFont(look().font(13, weight))
    font.setPixelSize(max(1, pixels))
    return font


def as_path(points: Sequence[Point]) -> QPainterPath:
    """The cubics of a layout as a path."""
    path = QPainterPath(QPointF(*points[0]))
    for first, second, end in zip(points[1::3], points[2::3], points[3::3], strict=True):
        path.cubicTo(QPointF(*first), QPointF(*second), QPointF(*end))
    return path


def stroke(colour: QColor, width: float, pattern: Sequence[float] = ()) -> QPen:
    """A pen; the pattern is in units of its own width, so that it looks alike at every width."""
    pen = QPen(colour, width)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if pattern:
        pen.setDashPattern(list(pattern))
    return pen


def drawn_width(width: float, painter: QPainter) -> float:
    """The width of a line, which stays visible however small the map is."""
    return max(width, width * THINNEST / max(painter.worldTransform().m11(), 0.01))


def draw_kind(painter: QPainter, kind: Kind, box: QRectF, ink: QColor, ground: QColor) -> None:
    """The sign of a kind: a full, a half and an empty disc, and a diamond for what was added."""
    width = box.width() * 0.16
    inner = box.adjusted(width / 2, width / 2, -width / 2, -width / 2)
    painter.setPen(QPen(ink, width))
    painter.setBrush(ink if kind is Kind.STATED else ground)
    if kind is Kind.ADDED:
        middle = inner.center()
        corners = (
            QPointF(middle.x(), box.top()),
            QPointF(box.right(), middle.y()),
            QPointF(middle.x(), box.bottom()),
            QPointF(box.left(), middle.y()),
        )
        painter.drawPolygon(QPolygonF(corners))
        return
    painter.drawEllipse(inner)
    if kind is Kind.HEDGED:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        painter.drawPie(inner, 90 * 16, 180 * 16)


def draw_arrow(
    painter: QPainter, start: QPointF, end: QPointF, opposes: bool, state: RuleState, usage: Usage
) -> None:
    """The short line from a rule to its conclusion: an arrow if it applies, a bar across if it opposes.

    A rule that does not apply does not arrive.
    """
    name, width = rule_line(state, usage)
    ink = look().colour("bad" if opposes and state is RuleState.APPLIES and usage is Usage.IN_USE else name)
    stop = QPointF(end.x() - HEAD, end.y())
    pattern = AGAINST if opposes else HANGING if state is RuleState.OPEN else ()
    width = drawn_width(width, painter)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(stroke(ink, width, pattern))
    painter.drawLine(QLineF(start, QPointF(end.x() - 2, end.y()) if opposes else stop))
    if opposes:
        painter.setPen(QPen(ink, width + 0.8))
        painter.drawLine(QLineF(end.x() - 2, end.y() - HEAD, end.x() - 2, end.y() + HEAD))
    elif arrives(state, usage):
        painter.setPen(Qt.PenStyle.NoPen if state is RuleState.APPLIES else QPen(ink, 1))
        painter.setBrush(ink if state is RuleState.APPLIES else look().colour("ground"))
        back = end.x() - HEAD - 1
        painter.drawPolygon(QPolygonF([end, QPointF(back, end.y() - 3.6), QPointF(back, end.y() + 3.6)]))
