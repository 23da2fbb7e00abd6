"""Sentences with the shape of a state: one that can be pressed to make it so, and one that is only said."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.base.theme import Weight, look
from desktop.widgets.dressed import Dressed
from desktop.widgets.labels import text_label
from desktop.widgets.measure import WRAP, text_height, text_width
from desktop.widgets.painted_button import PaintedButton
from desktop.widgets.shapes import Tone, draw_shape

LEFT, TOP, SIDE = 32, 7, 13


class SentenceButton(PaintedButton):
    """A sentence that says what pressing it would do, with the names it speaks of under it."""

    usual_width = 300

    def __init__(self, name: str, deed: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._deed = deed
        self._tone = Tone("ink_soft", "track", "dot")
        self._detail = ""
        self.setObjectName(name)

    def receive(self, tone: Tone, sentence: str, detail: str) -> None:
        """Show this sentence."""
        if (tone, sentence, detail) != (self._tone, self.text(), self._detail):
            self._tone, self._detail = tone, detail
            self.setText(sentence)
            self.setAccessibleName(f"{sentence} {self._deed}")
            self.setAccessibleDescription(detail)
            self.updateGeometry()
            self.update()

    @override
    def heightForWidth(self, width: int) -> int:
        sentence = text_height(self.text(), self._room(width), 13, Weight.SEMIBOLD)
        detail = text_height(self._detail, width - look().px(LEFT + 12), 12)
        return sentence + detail + look().px(2 * TOP + 2)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(look().px(140), look().px(34))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        wanted = look()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        live = self.hasFocus() or self.underMouse()
        painter.setPen(wanted.colour("brand" if live else "line"))
        painter.setBrush(wanted.colour("brand_soft" if self.underMouse() else "panel"))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), wanted.px(6), wanted.px(6))
        if self.hasFocus():
            painter.drawRoundedRect(box.adjusted(1.5, 1.5, -1.5, -1.5), wanted.px(5), wanted.px(5))
        shape = QRectF(wanted.px(11), wanted.px(TOP + 2), wanted.px(SIDE), wanted.px(SIDE))
        ink = wanted.colour(self._tone.strong)
        draw_shape(painter, self._tone.shape, shape, ink, wanted.colour("panel"))
        self._paint_words(painter)

    def _paint_words(self, painter: QPainter) -> None:
        wanted = look()
        room = self._room(self.width())
        painter.setPen(wanted.colour("ink"))
        painter.setFont(wanted.font(13, Weight.SEMIBOLD))
        top = wanted.px(TOP)
        painter.drawText(QRect(wanted.px(LEFT), top, room, self.height()), WRAP, self.text())
        top += text_height(self.text(), room, 13, Weight.SEMIBOLD) + wanted.px(2)
        painter.setPen(wanted.colour("ink_soft"))
        painter.setFont(wanted.font(12))
        whole = self.width() - wanted.px(LEFT + 12)
        painter.drawText(QRect(wanted.px(LEFT), top, whole, self.height()), WRAP, self._detail)
        painter.setPen(wanted.colour("brand"))
        painter.setFont(wanted.font(12, Weight.SEMIBOLD))
        place = QRect(0, wanted.px(TOP), self.width() - wanted.px(12), self.height())
        painter.drawText(place, int(Qt.AlignmentFlag.AlignRight), self._deed)

    def _room(self, width: int) -> int:
        deed = text_width(self._deed, 12, Weight.SEMIBOLD)
        return max(look().px(80), width - look().px(LEFT + 24) - deed)


class ShapeMark(QWidget):
    """The shape of a state, by itself."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tone = Tone("ink_soft", "track", "dot")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def receive(self, tone: Tone) -> None:
        """Show this state's shape."""
        self._tone = tone
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(look().px(SIDE + 2), look().px(SIDE + 4))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        wanted = look()
        side = wanted.px(SIDE)
        ink, ground = wanted.colour(self._tone.strong), wanted.colour("panel")
        draw_shape(QPainter(self), self._tone.shape, QRectF(0, wanted.px(2), side, side), ink, ground)


class SentenceLine(Dressed, QWidget):
    """A sentence that is only said: shape, sentence, what it speaks of, and how it stands here."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mark = ShapeMark()
        self._sentence = text_label("", "strong", wrap=True)
        self._detail = text_label("", "label", wrap=True)
        self._state = text_label("", "label", wrap=True)
        words = QVBoxLayout()
        words.setSpacing(1)
        for label in (self._sentence, self._detail, self._state):
            words.addWidget(label)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(words, 1)
        self._layout = layout
        self.dress()

    def receive(self, tone: Tone, sentence: str, detail: str = "", state: str = "") -> None:
        """Show this sentence."""
        self._mark.receive(tone)
        self._sentence.setText(sentence)
        for label, text in ((self._detail, detail), (self._state, state)):
            label.setText(text)
            label.setVisible(bool(text))

    @override
    def dress(self) -> None:
        wanted = look()
        self._layout.setSpacing(wanted.px(8))
        self._sentence.setFont(wanted.font(13, Weight.SEMIBOLD))
        self._mark.updateGeometry()
