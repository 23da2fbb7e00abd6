"""The panel that blocks stand on: in front of a room it ends with each part, and goes where it would be empty."""

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QPen
from PySide6.QtWidgets import QWidget

from desktop.base.theme import Look
from desktop.kit.signs import smooth
from desktop.kit.text import TextBox

RADIUS = 8


def seen_of(place: QRect, words: list[TextBox], between: tuple[int, int] | None) -> QRect:
    """What of a panel is seen between two heights of its widget: nothing where none of its words is."""
    if between is None:
        return place
    top, foot = between
    if not any(top <= box.place.top() and box.place.bottom() < foot for box in words):
        return QRect()
    return place.intersected(QRect(place.x(), top, place.width(), foot - top))


def paint_panel(widget: QWidget, place: QRect, look: Look) -> None:
    """Paint it, with the edge that every panel has; nothing where it has no place."""
    if place.isEmpty():
        return
    painter = smooth(widget)
    painter.setPen(QPen(look.colour("line"), 1))
    painter.setBrush(look.colour("panel"))
    radius = look.px(RADIUS)
    painter.drawRoundedRect(QRectF(place).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
