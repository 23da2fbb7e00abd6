"""What the lines on the argument map mean, in one row under it; what has no room there is left out from the end."""

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.base.guard import override
from desktop.base.theme import Look
from desktop.kit.maps.paint import FALL, THIN, pen
from desktop.kit.signs import smooth
from desktop.kit.text import type_in, width_of
from models.schema.page import Shape, Sign

LINES = (Shape.SOLID_LINE, Shape.DASHED_LINE, Shape.DOTTED_LINE)
LENGTH, GAP, BETWEEN, HIGH, TYPE = 26, 8, 20, 28, 11.5


class MapKey(QWidget):
    """Paints a row of lines with their words."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._signs: tuple[Sign, ...] = ()
        self._kinds: tuple[Sign, ...] = ()
        self.setObjectName("map-key")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def receive(self, signs: tuple[Sign, ...], kinds: tuple[Sign, ...]) -> None:
        """Show these signs, then the kinds of claims, each word on its line."""
        self._signs, self._kinds = signs, kinds
        self.setAccessibleName(", ".join(sign.word for sign in (*signs, *kinds)))
        self.update()

    def wear(self, look: Look) -> None:
        self._look = look
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._look.px(200), self._look.px(HIGH))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look, type_ = self._look, type_in(self._look, TYPE)
        painter = smooth(self)
        painter.setFont(type_.font)
        left, middle = 2.0, self.height() / 2
        for sign in (*self._signs, *self._kinds):
            under = sign in self._kinds
            length = look.px(LENGTH) if sign.shape in LINES and not under else 0
            gap = look.px(GAP) if length else 0
            words = width_of(sign.word, type_)
            if left + length + gap + words > self.width():
                return
            if length:
                painter.setPen(pen(look.colour(sign.tone.value), look.px(FALL * 10) / 10, sign.shape))
                painter.drawLine(QPointF(left, middle), QPointF(left + length, middle))
            painter.setPen(look.colour("ink_soft"))
            place = QRectF(left + length + gap, 0, words + 4, self.height())
            painter.drawText(place, 0x80, sign.word)
            if under:
                painter.setPen(pen(look.colour("ink"), look.px(THIN * 10) / 10, sign.shape))
                low = middle + look.px(TYPE * 0.75)
                painter.drawLine(QPointF(place.left(), low), QPointF(place.left() + words, low))
            left = place.right() + look.px(BETWEEN)
