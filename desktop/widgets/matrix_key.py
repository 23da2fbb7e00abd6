"""The shapes and colours of the matrix, as its key shows them."""

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from desktop.base.theme import look
from desktop.widgets.key import Sign
from desktop.widgets.matrix_look import shade, verdict_shape
from desktop.widgets.shapes import STANCE_TONES, draw_shape
from models.language.matrix import KeyEntry

SWATCH = 12


def matrix_signs(entries: Iterable[KeyEntry]) -> list[Sign]:
    """The signs of these entries; an entry may be words alone."""
    return [
        Sign(entry.text, SWATCH if _signed(entry) else 0, partial(_paint_sign, entry)) for entry in entries
    ]


def _signed(entry: KeyEntry) -> bool:
    return (entry.verdict, entry.stance, entry.effect) != (None, None, None)


def _paint_sign(entry: KeyEntry, painter: QPainter, box: QRectF) -> None:
    wanted = look()
    side = wanted.px(SWATCH)
    square = QRectF(box.x(), box.center().y() - side / 2, side, side)
    if entry.verdict is not None:
        verdict_shape(painter, square, entry.verdict)
    elif entry.stance is not None:
        shape = STANCE_TONES[entry.stance].shape
        draw_shape(painter, shape, square, wanted.colour("ink_soft"), wanted.colour("panel"))
    else:
        painter.setPen(wanted.colour("line_strong"))
        painter.setBrush(shade(entry.effect or 0)[0])
        painter.drawRect(square.adjusted(0.5, 0.5, -0.5, -0.5))
