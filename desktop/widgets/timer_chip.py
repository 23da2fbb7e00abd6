"""A small quiet label for the header: the present step of the agenda and its time, with a thin line of progress."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from desktop.base.theme import Weight, look
from desktop.widgets.dressed import Dressed
from desktop.widgets.measure import MIDDLE, text_width

if TYPE_CHECKING:
    from models.pages.agenda import AgendaMoment

SIDE, HIGH, LINE, LONGEST = 10, 26, 3, 40


class TimerChip(Dressed, QWidget):
    """Takes no room while there is nothing to tell; time that is over is told by its words and a full line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self._share: float | None = None
        self._over = False
        self.setObjectName("timer-chip")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.hide()

    def receive(self, text: str, share: float | None = None, *, over: bool = False) -> None:
        """Show these words, and how much of the step's time is used if that is known."""
        shown = text if len(text) <= LONGEST else f"…{text[1 - LONGEST :]}"
        if (shown, share, over) == (self._text, self._share, self._over):
            return
        self._text, self._share, self._over = shown, share, over
        self.setAccessibleName(text)
        self.setToolTip(text)
        self.setVisible(bool(text))
        self.updateGeometry()
        self.update()

    def show_moment(self, moment: "AgendaMoment") -> None:
        """Show a moment of the agenda, with its progress."""
        self.receive(moment.chip, moment.share, over=moment.over)

    @override
    def sizeHint(self) -> QSize:
        wanted = look()
        return QSize(text_width(self._text, 13, Weight.SEMIBOLD) + wanted.px(2 * SIDE), wanted.px(HIGH))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        wanted = look()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        ink, ground = ("bad", "bad_soft") if self._over else ("brand", "brand_soft")
        painter.setPen(wanted.colour(ground))
        painter.setBrush(wanted.colour(ground))
        painter.drawRoundedRect(box, wanted.px(6), wanted.px(6))
        if self._share is not None:
            width = (box.width() - wanted.px(2 * SIDE)) * max(0.0, min(1.0, self._share))
            high = wanted.px(LINE)
            line = QRectF(wanted.px(SIDE), box.bottom() - high - 1, width, high)
            painter.fillRect(line, wanted.colour(ink))
        painter.setFont(wanted.font(13, Weight.SEMIBOLD))
        painter.setPen(wanted.colour(ink))
        words = box.adjusted(wanted.px(SIDE), 0, 0, -wanted.px(LINE if self._share is not None else 0))
        painter.drawText(words, MIDDLE, self._text)
