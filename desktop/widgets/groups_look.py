"""How the cells of the groups' tables are painted: sign and word on a soft colour, counts with who is missing."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen

from desktop.base.theme import Weight, look
from desktop.widgets.groups_fit import APART, PAD, SIGN, missing_words
from desktop.widgets.shapes import STANCE_TONES, VERDICT_TONES, Tone, draw_shape
from models.language.group_words import STANCES
from models.pages.group_tables import GroupCell, GroupRow

CENTRE = Qt.AlignmentFlag.AlignCenter
MIDDLE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


def paint_cell(painter: QPainter, box: QRectF, cell: GroupCell, stacked: bool, quiet: bool) -> None:
    """Paint what one group says or gets, `quiet` where that is the same for all."""
    tone = _tone(cell)
    wanted = look()
    if cell.lent or tone is None:
        painter.setPen(wanted.colour("ink_faint"))
        painter.setFont(wanted.font(12))
        painter.drawText(box, CENTRE, cell.short if stacked else cell.text)
        return
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if quiet:
        tone = Tone(tone.strong, "panel", tone.shape)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(wanted.colour(tone.soft))
    painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), wanted.px(4), wanted.px(4))
    paint = _paint_under if stacked else _paint_beside
    paint(painter, box, cell, tone, wanted.font(12, Weight.REGULAR if quiet else Weight.SEMIBOLD))


def _paint_beside(painter: QPainter, box: QRectF, cell: GroupCell, tone: Tone, font: QFont) -> None:
    wanted = look()
    side, gap = wanted.px(SIGN), wanted.px(APART)
    left = box.x() + wanted.px(PAD)
    _paint_sign(painter, QRectF(left, box.center().y() - side / 2, side, side), tone)
    left += side + gap
    painter.setFont(font)
    painter.setPen(wanted.colour(tone.strong))
    room = QRectF(left, box.y(), box.right() - left, box.height())
    painter.drawText(room, MIDDLE, cell.text)
    if cell.missing:
        left += QFontMetricsF(font).horizontalAdvance(cell.text) + gap
        painter.setFont(wanted.font(12))
        painter.setPen(wanted.colour("ink_soft"))
        painter.drawText(QRectF(left, box.y(), box.right() - left, box.height()), MIDDLE, missing_words(cell))


def _paint_under(painter: QPainter, box: QRectF, cell: GroupCell, tone: Tone, font: QFont) -> None:
    wanted = look()
    side = wanted.px(SIGN)
    high = QFontMetricsF(font).height()
    top = box.center().y() - (side + high) / 2
    left = box.center().x() - side / 2
    if cell.missing:
        missing = missing_words(cell)
        small = wanted.font(12)
        wide = QFontMetricsF(small).horizontalAdvance(missing)
        left -= (wide + 2) / 2
        painter.setFont(small)
        painter.setPen(wanted.colour("ink_soft"))
        painter.drawText(QRectF(left + side + 2, top - 1, wide + 2, side + 2), MIDDLE, missing)
    _paint_sign(painter, QRectF(left, top, side, side), tone)
    painter.setFont(font)
    painter.setPen(wanted.colour(tone.strong))
    painter.drawText(QRectF(box.x() - 2, top + side, box.width() + 4, high), CENTRE, cell.short)


def paint_spread(painter: QPainter, box: QRectF, row: GroupRow) -> None:
    """Paint how many groups hold it, are unsure and fail it, each number in a column of its own."""
    wanted = look()
    for stance, number, place in zip(STANCES, row.spread, _thirds(box), strict=True):
        painter.setPen(wanted.colour(STANCE_TONES[stance].strong if number else "line_strong"))
        painter.setFont(wanted.font(13, Weight.SEMIBOLD if number else Weight.REGULAR))
        painter.drawText(place, CENTRE, str(number))


def paint_spread_head(painter: QPainter, box: QRectF) -> None:
    """Paint the signs of the three stances over their numbers."""
    wanted, side = look(), look().px(SIGN)
    for stance, place in zip(STANCES, _thirds(box), strict=True):
        tone, middle = STANCE_TONES[stance], place.center()
        sign = QRectF(middle.x() - side / 2, middle.y() - side / 2, side, side)
        draw_shape(painter, tone.shape, sign, wanted.colour(tone.strong), wanted.colour("panel"))


def _thirds(box: QRectF) -> list[QRectF]:
    each = box.width() / len(STANCES)
    return [QRectF(box.x() + place * each, box.y(), each, box.height()) for place in range(len(STANCES))]


def paint_unequal(painter: QPainter, box: QRectF) -> None:
    """Paint a sign of inequality, for what is not the same for all groups."""
    side, middle = look().px(11), box.center()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(look().colour("brand"), look().px(2)))
    for away in (-0.17, 0.17):
        y = middle.y() + away * side
        painter.drawLine(QPointF(middle.x() - side / 2, y), QPointF(middle.x() + side / 2, y))
    painter.drawLine(middle + QPointF(-side / 3, side / 2), middle + QPointF(side / 3, -side / 2))


def _paint_sign(painter: QPainter, box: QRectF, tone: Tone) -> None:
    wanted = look()
    draw_shape(painter, tone.shape, box, wanted.colour(tone.strong), wanted.colour(tone.soft))


def _tone(cell: GroupCell) -> Tone | None:
    if cell.verdict is not None:
        return VERDICT_TONES[cell.verdict]
    return STANCE_TONES[cell.stance] if cell.stance is not None else None
