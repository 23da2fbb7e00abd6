"""One statement in a dashboard: shape, code, title and its state in a word; picked like a button."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from desktop.base.theme import Weight, look
from desktop.widgets.measure import WRAP, text_height, text_width
from desktop.widgets.painted_button import PaintedButton
from desktop.widgets.shapes import Tone, draw_shape

SIGN, CODE, LINE = 26, 32, 17
WIDE = 340


class StatementRow(PaintedButton):
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
    def heightForWidth(self, width: int) -> int:
        text = text_height(self._title, self._room(width), 13)
        return max(look().px(28), text + look().px(LINE if width < look().px(WIDE) else 0) + look().px(10))

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
        code = QRectF(wanted.px(SIGN), wanted.px(6), wanted.px(CODE), wanted.px(LINE))
        painter.drawText(code, 0, self._code)
        painter.setPen(ink)
        word = QRectF(0, wanted.px(6), self.width() - wanted.px(8), wanted.px(LINE))
        painter.drawText(word, Qt.AlignmentFlag.AlignRight, self._word)
        painter.setFont(wanted.font(13))
        painter.setPen(wanted.colour("ink"))
        left, top = (SIGN, 5 + LINE) if self.width() < wanted.px(WIDE) else (SIGN + CODE, 5)
        room = self._room(self.width())
        painter.drawText(QRectF(wanted.px(left), wanted.px(top), room, self.height()), WRAP, self._title)

    def _room(self, width: int) -> int:
        """The title has a line of its own where it would have little room between code and state."""
        wanted = look()
        if width < wanted.px(WIDE):
            return max(wanted.px(40), width - wanted.px(SIGN + 8))
        return width - wanted.px(SIGN + CODE + 16) - text_width(self._word, 12, Weight.SEMIBOLD)
