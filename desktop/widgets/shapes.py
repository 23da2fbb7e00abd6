"""The shapes and colours of states, drawn by hand so that they are sharp at every scale.

Shape and word come before colour: a disc with a tick, a diamond, a ring, a triangle, a bar.
"""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetrics, QPainter, QPen, QPolygonF

from desktop.base.theme import Weight, look
from models.language.values import Mark
from models.schema.case import Stance, Verdict


@dataclass(frozen=True)
class Tone:
    """The names of a state's two colours and its shape."""

    strong: str
    soft: str
    shape: str


VERDICT_TONES = {
    Verdict.HOLDS: Tone("good", "good_soft", "tick"),
    Verdict.FEWER: Tone("warn", "warn_soft", "diamond"),
    Verdict.OPEN: Tone("open", "open_soft", "ring"),
    Verdict.NOT_NEEDED: Tone("open", "open_soft", "bar"),
    Verdict.NOT_WORKABLE: Tone("bad", "bad_soft", "triangle"),
    Verdict.NO_STANDING: Tone("bad", "bad_soft", "square"),
    Verdict.OVERRULED: Tone("bad", "bad_soft", "cross"),
    Verdict.INCOMPLETE: Tone("bad", "bad_soft", "half"),
}
STANCE_TONES = {
    Stance.HOLDS: Tone("good", "good_soft", "check"),
    Stance.UNCERTAIN: Tone("warn", "warn_soft", "question"),
    Stance.FAILS: Tone("bad", "bad_soft", "x"),
}
MARK_TONES = {
    Mark.ACCEPTED: Tone("good", "good_soft", "tick"),
    Mark.REJECTED: Tone("bad", "bad_soft", "cross"),
    Mark.OPEN: Tone("warn", "warn_soft", "ring"),
    Mark.OPPOSED: Tone("bad", "bad_soft", "triangle"),
    Mark.OFF: Tone("ink_faint", "track", "bar"),
    Mark.PLAIN: Tone("ink_soft", "track", "dot"),
}


def draw_shape(painter: QPainter, shape: str, box: QRectF, ink: QColor, ground: QColor) -> None:
    """Draw a named shape into a square box; an unknown name raises KeyError."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QBrush(ink))
    _SHAPES[shape](painter, box, ink, ground)
    painter.restore()


def _line(painter: QPainter, colour: QColor, width: float) -> None:
    pen = QPen(colour, width)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)


def _at(box: QRectF, *points: tuple[float, float]) -> QPolygonF:
    return QPolygonF([QPointF(box.x() + x * box.width(), box.y() + y * box.height()) for x, y in points])


def _tick(painter: QPainter, box: QRectF, ink: QColor, ground: QColor) -> None:
    painter.drawEllipse(box)
    _line(painter, ground, box.width() * 0.13)
    painter.drawPolyline(_at(box, (0.28, 0.52), (0.44, 0.67), (0.72, 0.36)))


def _check(painter: QPainter, box: QRectF, ink: QColor, ground: QColor) -> None:
    _line(painter, ink, box.width() * 0.15)
    painter.drawPolyline(_at(box, (0.16, 0.54), (0.40, 0.76), (0.84, 0.26)))


def _x(painter: QPainter, box: QRectF, ink: QColor, ground: QColor) -> None:
    _line(painter, ink, box.width() * 0.15)
    painter.drawPolyline(_at(box, (0.22, 0.22), (0.78, 0.78)))
    painter.drawPolyline(_at(box, (0.78, 0.22), (0.22, 0.78)))


def _question(painter: QPainter, box: QRectF, ink: QColor, ground: QColor) -> None:
    font = painter.font()
    font.setPixelSize(max(6, round(box.height() * 1.05)))
    font.setBold(True)
    painter.setFont(font)
    painter.setPen(ink)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, "?")


def _cross(painter: QPainter, box: QRectF, ink: QColor, ground: QColor) -> None:
    painter.drawEllipse(box)
    _line(painter, ground, box.width() * 0.13)
    painter.drawPolyline(_at(box, (0.34, 0.34), (0.66, 0.66)))
    painter.drawPolyline(_at(box, (0.66, 0.34), (0.34, 0.66)))


def _diamond(painter: QPainter, box: QRectF, ink: QColor, ground: QColor) -> None:
    painter.drawPolygon(_at(box, (0.5, 0.0), (1.0, 0.5), (0.5, 1.0), (0.0, 0.5)))


def _ring(painter: QPainter, box: QRectF, ink: QColor, ground: QColor) -> None:
    width = box.width() * 0.17
    _line(painter, ink, width)
    painter.drawEllipse(box.adjusted(width / 2, width / 2, -width / 2, -width / 2))


def _triangle(painter: QPainter, box: QRectF, ink: QColor, ground: QColor) -> None:
    painter.drawPolygon(_at(box, (0.5, 0.04), (1.0, 0.94), (0.0, 0.94)))


def _square(painter: QPainter, box: QRectF, ink: QColor, ground: QColor) -> None:
    painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 1.5, 1.5)


def _bar(painter: QPainter, box: QRectF, ink: QColor, ground: QColor) -> None:
    painter.drawEllipse(box)
    _line(painter, ground, box.width() * 0.15)
    painter.drawPolyline(_at(box, (0.28, 0.5), (0.72, 0.5)))


def _half(painter: QPainter, box: QRectF, ink: QColor, ground: QColor) -> None:
    painter.drawPie(box, 90 * 16, 180 * 16)
    _ring(painter, box, ink, ground)


def _dot(painter: QPainter, box: QRectF, ink: QColor, ground: QColor) -> None:
    painter.drawEllipse(box.center(), box.width() * 0.22, box.height() * 0.22)


_SHAPES: dict[str, Callable[[QPainter, QRectF, QColor, QColor], None]] = {
    "tick": _tick,
    "check": _check,
    "x": _x,
    "question": _question,
    "cross": _cross,
    "diamond": _diamond,
    "ring": _ring,
    "triangle": _triangle,
    "square": _square,
    "bar": _bar,
    "half": _half,
    "dot": _dot,
}


def chip_width(word: str, size: float = 12) -> int:
    """The width in pixels that a chip with this word takes."""
    wanted = look()
    return QFontMetrics(wanted.font(size, Weight.SEMIBOLD)).horizontalAdvance(word) + wanted.px(size * 2.6)


def draw_chip(painter: QPainter, box: QRectF, tone: Tone, word: str, size: float = 12) -> None:
    """Draw a verdict chip: a soft pill with a shape and a word."""
    wanted = look()
    ink, ground = wanted.colour(tone.strong), wanted.colour(tone.soft)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
    side = wanted.px(size - 1)
    inset = wanted.px(size * 0.7)
    shape = QRectF(box.x() + inset, box.center().y() - side / 2, side, side)
    draw_shape(painter, tone.shape, shape, ink, ground)
    painter.setPen(ink)
    painter.setFont(wanted.font(size, Weight.SEMIBOLD))
    text = box.adjusted(inset + side + wanted.px(size * 0.4), 0, 0, 0)
    painter.drawText(text, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, word)
    painter.restore()
