"""A chip: a shape and a word on a soft ground."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from desktop.base.theme import look
from desktop.widgets.shapes import Tone, chip_width, draw_chip

HEIGHT = 25 / 13


class Chip(QWidget):
    """Shows one state."""

    def __init__(self, parent: QWidget | None = None, *, size: float = 13) -> None:
        super().__init__(parent)
        self._usual = self._size = size
        self._tone = Tone("ink_soft", "track", "dot")
        self._word = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def receive(self, tone: Tone, word: str) -> None:
        """Show this state."""
        self._tone, self._word = tone, word
        self.setAccessibleName(word)
        self.updateGeometry()
        self.update()

    def enlarge(self, times: float) -> None:
        """Be so many times as large as usual."""
        self._size = self._usual * times
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(chip_width(self._word, self._size), look().px(self._size * HEIGHT))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        draw_chip(QPainter(self), QRectF(self.rect()), self._tone, self._word, self._size)
