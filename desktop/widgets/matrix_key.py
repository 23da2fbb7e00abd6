"""What the shapes and colours of the matrix mean, in as many lines as it takes."""

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from desktop.theme import look
from desktop.widgets.matrix_look import shade, verdict_shape
from desktop.widgets.shapes import STANCE_TONES, draw_shape
from models.narrative.matrix import KeyEntry

SWATCH, SPACE, APART, LINE = 12, 5, 14, 18


class MatrixKey(QWidget):
    """A line of signs, each with its meaning."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries: tuple[KeyEntry, ...] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def receive(self, entries: tuple[KeyEntry, ...]) -> None:
        """Show the meanings of these signs."""
        if entries != self._entries:
            self._entries = entries
            self.setAccessibleName("; ".join(entry.text for entry in entries))
            self.updateGeometry()
            self.update()

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        lines = max((box.bottom() for _, box in self._placed(width)), default=look().px(LINE))
        return int(lines)

    @override
    def sizeHint(self) -> QSize:
        return QSize(look().px(400), self.heightForWidth(max(self.width(), look().px(200))))

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.StyleChange:
            self.updateGeometry()
        super().changeEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        wanted = look()
        painter = QPainter(self)
        painter.setFont(wanted.font(12))
        side = wanted.px(SWATCH)
        for entry, box in self._placed(self.width()):
            sign = QRectF(box.x(), box.center().y() - side / 2, side, side)
            text = box
            if _signed(entry):
                _paint_sign(painter, sign, entry)
                text = box.adjusted(side + wanted.px(SPACE), 0, 0, 0)
            painter.setPen(wanted.colour("ink_soft"))
            painter.drawText(text, Qt.AlignmentFlag.AlignVCenter, entry.text)

    def _placed(self, width: int) -> Iterator[tuple[KeyEntry, QRectF]]:
        wanted = look()
        metrics = QFontMetrics(wanted.font(12))
        left, top, height = 0, 0, wanted.px(LINE)
        for entry in self._entries:
            sign = wanted.px(SWATCH + SPACE) if _signed(entry) else 0
            needed = sign + metrics.horizontalAdvance(entry.text) + 2
            if left and left + needed > width:
                left, top = 0, top + height
            yield entry, QRectF(left, top, needed, height)
            left += needed + wanted.px(APART)


def _signed(entry: KeyEntry) -> bool:
    return (entry.verdict, entry.stance, entry.effect) != (None, None, None)


def _paint_sign(painter: QPainter, box: QRectF, entry: KeyEntry) -> None:
    wanted = look()
    if entry.verdict is not None:
        verdict_shape(painter, box, entry.verdict)
    elif entry.stance is not None:
        shape = STANCE_TONES[entry.stance].shape
        draw_shape(painter, shape, box, wanted.colour("ink_soft"), wanted.colour("panel"))
    else:
        painter.setPen(wanted.colour("line_strong"))
        painter.setBrush(shade(entry.effect or 0)[0])
        painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5))
