"""A row of counts, each with the shape of its state: 18 hold, 1 uncertain, 1 fails."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from desktop.base.theme import Weight, look
from desktop.widgets.shapes import STANCE_TONES, VERDICT_TONES, Tone, draw_shape
from models.language.values import Count
from models.schema.case import Verdict


class Tally(QWidget):
    """Counts of states; with `large`, the number stands out and the word follows."""

    def __init__(self, *, large: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._large = large
        self._counts: tuple[Count, ...] = ()
        self.setObjectName("tally-large" if large else "tally")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def receive(self, counts: tuple[Count, ...]) -> None:
        """Show these counts."""
        if counts != self._counts:
            self._counts = counts
            words = ", ".join(f"{count.number} {count.word}" for count in counts)
            self.setAccessibleName(words)
            self.setToolTip(words)
            self.updateGeometry()
            self.update()

    @override
    def sizeHint(self) -> QSize:
        width = sum(self._width(count) for count in self._counts)
        return QSize(width, look().px(26 if self._large else 22))

    @override
    def minimumSizeHint(self) -> QSize:
        width = sum(self._width(count, worded=False) for count in self._counts)
        return QSize(width, self.sizeHint().height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        left = 0
        worded = self.width() >= self.sizeHint().width()
        for count in self._counts:
            self._paint_count(painter, left, count, worded)
            left += self._width(count, worded=worded)

    def _paint_count(self, painter: QPainter, left: int, count: Count, worded: bool) -> None:
        wanted = look()
        tone = _tone(count)
        side = wanted.px(14 if self._large else 11)
        box = QRectF(left, (self.height() - side) / 2, side, side)
        draw_shape(painter, tone.shape, box, wanted.colour(tone.strong), wanted.colour("panel"))
        left += side + wanted.px(6 if self._large else 4)
        number, word = self._texts(count)
        painter.setFont(self._number_font())
        painter.setPen(wanted.colour("ink"))
        room = self.width() - left
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(QRectF(left, 0, room, self.height()), flags, number)
        if word and worded:
            left += QFontMetrics(self._number_font()).horizontalAdvance(number) + wanted.px(6)
            painter.setFont(wanted.font(13))
            painter.setPen(wanted.colour("ink_soft"))
            painter.drawText(QRectF(left, 1, room, self.height()), flags, word)

    def _texts(self, count: Count) -> tuple[str, str]:
        return str(count.number), count.word if self._large else ""

    def _number_font(self) -> QFont:
        return look().font(16 if self._large else 12, Weight.BOLD if self._large else Weight.SEMIBOLD)

    def _width(self, count: Count, *, worded: bool = True) -> int:
        wanted = look()
        number, word = self._texts(count)
        width = wanted.px(14 + 6 if self._large else 11 + 4)
        width += QFontMetrics(self._number_font()).horizontalAdvance(number)
        if word and worded:
            width += wanted.px(6) + QFontMetrics(wanted.font(13)).horizontalAdvance(word)
        return width + wanted.px(20 if self._large else 10)


def _tone(count: Count) -> Tone:
    if isinstance(count.state, Verdict):
        return VERDICT_TONES[count.state]
    return STANCE_TONES[count.state]
