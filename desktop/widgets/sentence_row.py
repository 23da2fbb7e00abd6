"""Sentences with the shape of a state: one that can be pressed to make it so, and one that is only said."""

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.theme import Weight, look
from desktop.widgets.labels import text_label
from desktop.widgets.shapes import Tone, draw_shape

WRAP = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignLeft) | int(Qt.AlignmentFlag.AlignTop)
LEFT, TOP, SIDE = 32, 7, 13


class SentenceButton(QAbstractButton):
    """A sentence that says what pressing it would do, with the names it speaks of under it."""

    def __init__(self, name: str, deed: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._deed = deed
        self._tone = Tone("ink_soft", "track", "dot")
        self._detail = ""
        self._heights: dict[int, int] = {}
        self.setObjectName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def receive(self, tone: Tone, sentence: str, detail: str) -> None:
        """Show this sentence."""
        if (tone, sentence, detail) != (self._tone, self.text(), self._detail):
            self._tone, self._detail = tone, detail
            self._heights.clear()
            self.setText(sentence)
            self.setAccessibleName(f"{sentence} {self._deed}")
            self.setAccessibleDescription(detail)
            self.updateGeometry()
            self.update()

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        if width not in self._heights:
            whole = width - look().px(LEFT + 12)
            sentence = self._height(self.text(), self._room(width), Weight.SEMIBOLD, 13)
            detail = self._height(self._detail, whole, Weight.REGULAR, 12)
            self._heights[width] = sentence + detail + look().px(2 * TOP + 2)
        return self._heights[width]

    @override
    def sizeHint(self) -> QSize:
        width = look().px(300)
        return QSize(width, self.heightForWidth(width))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(look().px(180), look().px(34))

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.StyleChange:
            self._heights.clear()
            self.updateGeometry()
        super().changeEvent(event)

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
        top += self._height(self.text(), room, Weight.SEMIBOLD, 13) + wanted.px(2)
        painter.setPen(wanted.colour("ink_soft"))
        painter.setFont(wanted.font(12))
        whole = self.width() - wanted.px(LEFT + 12)
        painter.drawText(QRect(wanted.px(LEFT), top, whole, self.height()), WRAP, self._detail)
        painter.setPen(wanted.colour("brand"))
        painter.setFont(wanted.font(12, Weight.SEMIBOLD))
        place = QRect(0, wanted.px(TOP), self.width() - wanted.px(12), self.height())
        painter.drawText(place, int(Qt.AlignmentFlag.AlignRight), self._deed)

    def _room(self, width: int) -> int:
        deed = QFontMetrics(look().font(12, Weight.SEMIBOLD)).horizontalAdvance(self._deed)
        return max(look().px(80), width - look().px(LEFT + 24) - deed)

    def _height(self, text: str, room: int, weight: Weight, size: float) -> int:
        if not text:
            return 0
        metrics = QFontMetrics(look().font(size, weight))
        return metrics.boundingRect(0, 0, room, 10_000, WRAP, text).height()


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


class SentenceLine(QWidget):
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
        self._dress()

    def receive(self, tone: Tone, sentence: str, detail: str = "", state: str = "") -> None:
        """Show this sentence."""
        self._mark.receive(tone)
        self._sentence.setText(sentence)
        for label, text in ((self._detail, detail), (self._state, state)):
            label.setText(text)
            label.setVisible(bool(text))

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.StyleChange:
            self._dress()
        super().changeEvent(event)

    def _dress(self) -> None:
        wanted = look()
        self._layout.setSpacing(wanted.px(8))
        self._sentence.setFont(wanted.font(13, Weight.SEMIBOLD))
        self._mark.updateGeometry()
