"""A switch with its name and one sentence that says what it means as it stands."""

from PySide6.QtCore import QRectF, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from desktop.base.theme import Weight, look
from desktop.widgets.measure import WRAP, text_height
from desktop.widgets.painted_button import PaintedButton

NARROW = 150


class PlainSwitch(PaintedButton):
    """On or off, by mouse, by space bar or by a screen reader."""

    usual_width = 300

    switched = Signal(bool)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sentence = ""
        self.setText(name)
        self.setCheckable(True)
        self.toggled.connect(self.switched)

    def receive(self, on: bool, sentence: str) -> None:
        """Show the state and its sentence without telling anybody."""
        with QSignalBlocker(self):
            self.setChecked(on)
        if sentence != self._sentence:
            self._sentence = sentence
            self.setAccessibleDescription(sentence)
            self.setToolTip(sentence)
            self.updateGeometry()
        self.update()

    @override
    def heightForWidth(self, width: int) -> int:
        wanted = look()
        sentence = text_height(self._sentence, _room(width), 12) if _has_room(width) else 0
        return _top(width) + wanted.px(6) + self._name_height(width) + sentence

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        wanted = look()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        track = QRectF(wanted.px(6), wanted.px(7), wanted.px(32), wanted.px(18))
        on = self.isChecked()
        painter.setPen(wanted.colour("brand" if on else "ink_faint"))
        painter.setBrush(wanted.colour("brand" if on else "track"))
        painter.drawRoundedRect(track, track.height() / 2, track.height() / 2)
        side = track.height() - wanted.px(6)
        left = track.right() - side - wanted.px(3) if on else track.left() + wanted.px(3)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(wanted.colour("on_brand" if on else "ink_faint"))
        painter.drawEllipse(QRectF(left, track.top() + wanted.px(3), side, side))
        start, top, room = _start(self.width()), _top(self.width()), _room(self.width())
        painter.setFont(wanted.font(13, Weight.SEMIBOLD))
        painter.setPen(wanted.colour("ink"))
        painter.drawText(QRectF(start, top, room, self.height()), WRAP, self.text())
        top += self._name_height(self.width())
        painter.setFont(wanted.font(12))
        painter.setPen(wanted.colour("ink_soft"))
        if _has_room(self.width()):
            painter.drawText(QRectF(start, top, room, self.height()), WRAP, self._sentence)
        if self.hasFocus():
            painter.setPen(wanted.colour("brand"))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
            painter.drawRoundedRect(box, wanted.px(6), wanted.px(6))

    def _name_height(self, width: int) -> int:
        return text_height(self.text(), _room(width), 13, Weight.SEMIBOLD)


def _has_room(width: int) -> bool:
    """Whether the sentence can be read beside the name; where not, it is in the tip."""
    return width >= look().px(220)


def _start(width: int) -> int:
    """Where the words begin: beside the switch, or under it where the longest word would not be seen whole."""
    return look().px(46 if width >= look().px(NARROW) else 8)


def _top(width: int) -> int:
    return look().px(6 if width >= look().px(NARROW) else 28)


def _room(width: int) -> int:
    return width - _start(width) - look().px(4)
