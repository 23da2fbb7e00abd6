"""One statement in a dashboard: shape, code, title and its state in a word; picked like a button."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget
from typing_extensions import override

from desktop.theme import Weight, look
from desktop.widgets.shapes import Tone, draw_shape

WRAP = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignLeft) | int(Qt.AlignmentFlag.AlignTop)


class StatementRow(QAbstractButton):
    """A line that leads to the explanation of its statement."""

    def __init__(self, identifier: str, code: str, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.identifier = identifier
        self._code = code
        self._title = title
        self._tone = Tone("ink_soft", "track", "dot")
        self._word = ""
        self._picked = False
        self.setObjectName(f"statement:{identifier}")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def receive(self, tone: Tone, word: str, detail: str) -> None:
        """Show the state that the statement is in."""
        if (tone, word) != (self._tone, self._word):
            self._tone, self._word = tone, word
            self.updateGeometry()
            self.update()
        self.setAccessibleName(f"{self._code} {self._title}: {word}. {detail}")
        self.setToolTip(detail)

    def show_picked(self, picked: bool) -> None:
        """Show whether this is the statement being explained."""
        if picked != self._picked:
            self._picked = picked
            self.update()

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        metrics = QFontMetrics(look().font(13))
        text = metrics.boundingRect(0, 0, self._room(width), 1000, WRAP, self._title).height()
        stacked = look().px(16) if self._is_stacked(width) else 0
        return max(look().px(28), text + stacked + look().px(10))

    @override
    def sizeHint(self) -> QSize:
        width = look().px(220)
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
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        if self._picked or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(wanted.colour("brand_soft" if self._picked else "ground"))
            painter.drawRoundedRect(box, wanted.px(6), wanted.px(6))
        if self.hasFocus():
            painter.setPen(wanted.colour("brand"))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box, wanted.px(6), wanted.px(6))
        side = wanted.px(13)
        shape = QRectF(wanted.px(6), wanted.px(8), side, side)
        ink = wanted.colour(self._tone.strong)
        draw_shape(painter, self._tone.shape, shape, ink, wanted.colour("panel"))
        painter.setFont(wanted.font(12, Weight.SEMIBOLD))
        painter.setPen(wanted.colour("ink_soft"))
        painter.drawText(QRectF(wanted.px(26), wanted.px(6), wanted.px(30), wanted.px(17)), 0, self._code)
        painter.setFont(wanted.font(12, Weight.SEMIBOLD))
        painter.setPen(ink)
        if self._is_stacked(self.width()):
            word = QRectF(wanted.px(58), self.height() - wanted.px(21), self.width(), wanted.px(17))
            painter.drawText(word, Qt.AlignmentFlag.AlignLeft, self._word)
        else:
            word = QRectF(0, wanted.px(6), self.width() - wanted.px(8), wanted.px(17))
            painter.drawText(word, Qt.AlignmentFlag.AlignRight, self._word)
        painter.setFont(wanted.font(13))
        painter.setPen(wanted.colour("ink"))
        room = self._room(self.width())
        painter.drawText(QRectF(wanted.px(58), wanted.px(5), room, self.height()), WRAP, self._title)

    def _is_stacked(self, width: int) -> bool:
        return width - look().px(58 + 16) - self._word_width() < look().px(110)

    def _room(self, width: int) -> int:
        beside = 0 if self._is_stacked(width) else self._word_width() + look().px(8)
        return max(look().px(40), width - look().px(58 + 8) - beside)

    def _word_width(self) -> int:
        return QFontMetrics(look().font(12, Weight.SEMIBOLD)).horizontalAdvance(self._word)
