"""A switch with its name and one sentence that says what it means as it stands."""

from PySide6.QtCore import QEvent, QRectF, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget
from typing_extensions import override

from desktop.theme import Weight, look

WRAP = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignLeft) | int(Qt.AlignmentFlag.AlignTop)


class PlainSwitch(QAbstractButton):
    """On or off, by mouse, by space bar or by a screen reader."""

    switched = Signal(bool)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sentence = ""
        self.setText(name)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
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
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        wanted = look()
        sentence = self._height(width, self._sentence) if self._has_room(width) else 0
        return wanted.px(5 + 7) + self._height(width, self.text()) + sentence

    @override
    def sizeHint(self) -> QSize:
        width = look().px(300)
        return QSize(width, self.heightForWidth(width))

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.StyleChange:
            self.updateGeometry()
        super().changeEvent(event)

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
        start = wanted.px(46)
        room = self.width() - wanted.px(46 + 12)
        top = wanted.px(6)
        painter.setFont(wanted.font(13, Weight.SEMIBOLD))
        painter.setPen(wanted.colour("ink"))
        painter.drawText(QRectF(start, top, room, self.height()), WRAP, self.text())
        top += self._height(self.width(), self.text())
        painter.setFont(wanted.font(12))
        painter.setPen(wanted.colour("ink_soft"))
        if self._has_room(self.width()):
            painter.drawText(QRectF(start, top, room, self.height()), WRAP, self._sentence)
        if self.hasFocus():
            painter.setPen(wanted.colour("brand"))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
            painter.drawRoundedRect(box, wanted.px(6), wanted.px(6))

    def _has_room(self, width: int) -> bool:
        """Whether the sentence can be read beside the name; where not, it is in the tip."""
        return width >= look().px(220)

    def _height(self, width: int, text: str) -> int:
        wanted = look()
        font = wanted.font(13, Weight.SEMIBOLD) if text == self.text() else wanted.font(12)
        room = width - wanted.px(46 + 12)
        return QFontMetrics(font).boundingRect(0, 0, room, 1000, WRAP, text).height()
