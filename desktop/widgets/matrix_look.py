"""How a cell of the matrix is painted: a shape and a word from here, a number on a colour everywhere."""

from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from desktop.base.theme import Weight, look
from desktop.widgets.shapes import VERDICT_TONES, draw_shape
from models.language.matrix import MatrixCell, MatrixColumn
from models.schema.case import Verdict

STRENGTHS = (0.0, 0.14, 0.28, 0.42, 0.56, 1.0)
LOSS, GAIN = "bad", "brand"
CENTRE = Qt.AlignmentFlag.AlignCenter


@dataclass(frozen=True)
class Size:
    """The sizes of type in cells and in row headers, in unscaled pixels."""

    cell: int = 12
    label: int = 12


def shade(level: int) -> tuple[QColor, QColor]:
    """The ground and the ink of an effect from -5 to 5, dark on light or light on dark."""
    return _shade(look().name, level)


@lru_cache(maxsize=32)
def _shade(_look: str, level: int) -> tuple[QColor, QColor]:
    wanted = look()
    strength = STRENGTHS[abs(level)]
    ground = _mixed(wanted.colour("panel"), wanted.colour(LOSS if level < 0 else GAIN), strength)
    return ground, wanted.colour("panel" if strength == 1.0 else "ink")


def _mixed(one: QColor, other: QColor, part: float) -> QColor:
    return QColor.fromRgbF(
        one.redF() + (other.redF() - one.redF()) * part,
        one.greenF() + (other.greenF() - one.greenF()) * part,
        one.blueF() + (other.blueF() - one.blueF()) * part,
    )


def paint_cell(painter: QPainter, box: QRectF, cell: MatrixCell, column: MatrixColumn, size: Size) -> None:
    """Paint one cell into its box."""
    if column.never:
        painter.fillRect(box, look().colour("ground"))
    inner = box.adjusted(1, 1, -1, -1)
    if cell.share is None:
        _paint_verdict(painter, inner, cell, size)
    elif not column.id:
        _paint_overall(painter, inner, cell, size)
    else:
        _paint_share(painter, inner, cell, size)


def _paint_verdict(painter: QPainter, box: QRectF, cell: MatrixCell, size: Size) -> None:
    wanted = look()
    if not cell.changed or cell.verdict is None:
        dot = wanted.px(3)
        place = QRectF(box.center().x() - dot / 2, box.center().y() - dot / 2, dot, dot)
        painter.fillRect(place, wanted.colour("line_strong"))
        return
    tone = VERDICT_TONES[cell.verdict]
    ink, ground = wanted.colour(tone.strong), wanted.colour(tone.soft)
    _fill(painter, box, ground)
    font, width, height = _measured(wanted.scale, size.cell, cell.text)
    worded = width <= box.width() + 1
    side = wanted.px(size.cell - 1 if worded else size.cell + 2)
    top = box.center().y() - (side + height if worded else side) / 2
    draw_shape(painter, tone.shape, QRectF(box.center().x() - side / 2, top, side, side), ink, ground)
    if worded:
        painter.setPen(ink)
        painter.setFont(font)
        painter.drawText(QRectF(box.x() - 2, top + side, box.width() + 4, height), CENTRE, cell.text)


def _paint_share(painter: QPainter, box: QRectF, cell: MatrixCell, size: Size) -> None:
    wanted = look()
    ink = wanted.colour("ink_faint")
    if cell.changed:
        ground, ink = shade(cell.effect)
        _fill(painter, box, ground)
    painter.setPen(ink)
    painter.setFont(wanted.font(size.cell, Weight.SEMIBOLD if cell.changed else Weight.REGULAR))
    painter.drawText(box, CENTRE, cell.text)


def _paint_overall(painter: QPainter, box: QRectF, cell: MatrixCell, size: Size) -> None:
    """The share over all settings, with a bar under the number."""
    wanted = look()
    font, _, height = _measured(wanted.scale, size.cell, cell.text)
    top = box.center().y() - height / 2 - wanted.px(3)
    bar = QRectF(
        box.x() + wanted.px(3), top + height + wanted.px(1), box.width() - wanted.px(8), wanted.px(4)
    )
    painter.fillRect(bar, wanted.colour("track"))
    bar.setWidth(bar.width() * float(cell.share or 0))
    painter.fillRect(bar, wanted.colour("ink_soft"))
    painter.setPen(wanted.colour("ink"))
    painter.setFont(font)
    painter.drawText(QRectF(box.x(), top, box.width() - wanted.px(2), height), CENTRE, cell.text)


def paint_ring(painter: QPainter, box: QRectF, focused: bool) -> None:
    """Ring the cell that is read out."""
    wanted = look()
    pen = painter.pen()
    pen.setColor(wanted.colour("brand" if focused else "ink_soft"))
    pen.setWidth(2)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), wanted.px(4), wanted.px(4))
    pen.setColor(wanted.colour("panel"))
    pen.setWidth(1)
    painter.setPen(pen)
    painter.drawRoundedRect(box.adjusted(2.5, 2.5, -2.5, -2.5), wanted.px(3), wanted.px(3))


def verdict_shape(painter: QPainter, box: QRectF, verdict: Verdict) -> None:
    """Draw the shape of a verdict on the ground of a panel."""
    wanted = look()
    tone = VERDICT_TONES[verdict]
    draw_shape(painter, tone.shape, box, wanted.colour(tone.strong), wanted.colour("panel"))


def _fill(painter: QPainter, box: QRectF, ground: QColor) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawRoundedRect(box, 3, 3)


@lru_cache(maxsize=64)
def _measured(_scale: int, pixels: int, word: str) -> tuple[QFont, float, float]:
    font = look().font(pixels, Weight.SEMIBOLD)
    metrics = QFontMetricsF(font)
    return font, metrics.horizontalAdvance(word), metrics.height()
