"""What signs mean: a line of them, each with its words, in as many lines as it takes."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from desktop.base.theme import look
from desktop.widgets.measure import MIDDLE, text_width

SPACE, APART, LINE = 5, 12, 18


@dataclass(frozen=True)
class Sign:
    """Words, and what paints the sign before them, so many unscaled pixels wide; none where that is 0."""

    words: str
    width: int
    paint: Callable[[QPainter, QRectF], None]


class Key(QWidget):
    """Signs with their meanings."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._signs: tuple[Sign, ...] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def receive(self, signs: Sequence[Sign]) -> None:
        """Show the meanings of these signs."""
        self._signs = tuple(signs)
        self.setAccessibleName("; ".join(sign.words for sign in signs))
        self.updateGeometry()
        self.update()

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        return int(max((box.bottom() for _, box in self._placed(width)), default=look().px(LINE)))

    @override
    def sizeHint(self) -> QSize:
        return QSize(look().px(400), self.heightForWidth(max(self.width(), look().px(200))))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        wanted = look()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for sign, box in self._placed(self.width()):
            if sign.width:
                sign.paint(painter, QRectF(box.x(), box.y(), wanted.px(sign.width), box.height()))
            painter.setFont(wanted.font(12))
            painter.setPen(wanted.colour("ink_soft"))
            painter.drawText(box.adjusted(_before_words(sign), 0, 0, 0), MIDDLE, sign.words)

    def _placed(self, width: int) -> Iterator[tuple[Sign, QRectF]]:
        wanted = look()
        left, top, height = 0, 0, wanted.px(LINE)
        for sign in self._signs:
            needed = _before_words(sign) + text_width(sign.words, 12) + 2
            if left and left + needed > width:
                left, top = 0, top + height
            yield sign, QRectF(left, top, needed, height)
            left += needed + wanted.px(APART)


def _before_words(sign: Sign) -> int:
    return look().px(sign.width + SPACE) if sign.width else 0
