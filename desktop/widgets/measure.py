"""How high texts are that are painted by hand and wrapped at words."""

from functools import lru_cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics

from desktop.base.theme import Look, Weight, look

WRAP = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignLeft) | int(Qt.AlignmentFlag.AlignTop)
MIDDLE = Qt.AlignmentFlag.AlignVCenter


def text_height(text: str, room: int, size: float, weight: Weight = Weight.REGULAR) -> int:
    """How high a text is in a type of this size, in unscaled pixels, where it has so many pixels of room."""
    return _height(look(), text, room, size, weight)


def text_width(text: str, size: float, weight: Weight = Weight.REGULAR) -> int:
    """How wide a text is in one line."""
    return _width(look(), text, size, weight)


@lru_cache(maxsize=8192)
def _height(wanted: Look, text: str, room: int, size: float, weight: Weight) -> int:
    metrics = QFontMetrics(wanted.font(size, weight))
    return metrics.boundingRect(0, 0, room, 10_000, WRAP, text).height() if text else 0


@lru_cache(maxsize=4096)
def _width(wanted: Look, text: str, size: float, weight: Weight) -> int:
    return QFontMetrics(wanted.font(size, weight)).horizontalAdvance(text)
