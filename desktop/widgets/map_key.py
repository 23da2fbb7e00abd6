"""What the signs and lines of the argument map mean, in as many lines as it takes."""

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from desktop.theme import Weight, look
from desktop.widgets.map_strokes import draw_kind, plain_font, stroke
from desktop.widgets.shapes import MARK_TONES, draw_shape
from models.charts.map_look import AGAINST, PATTERNS
from models.narrative.map_values import KeyLine, MapKeyEntry

SIGN, LEG, SPACE, APART, LINE = 11, 13, 5, 10, 18


class MapKey(QWidget):
    """A line of signs, each with its meaning."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries: tuple[MapKeyEntry, ...] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def receive(self, entries: tuple[MapKeyEntry, ...]) -> None:
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
        return int(max((box.bottom() for _, box in self._placed(width)), default=look().px(LINE)))

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
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for entry, box in self._placed(self.width()):
            width = _sign_width(entry)
            self._paint_sign(painter, QRectF(box.x(), box.y(), width, box.height()), entry)
            painter.setFont(wanted.font(12))
            painter.setPen(wanted.colour("ink_soft"))
            text = box.adjusted(width + wanted.px(SPACE), 0, 0, 0)
            painter.drawText(text, Qt.AlignmentFlag.AlignVCenter, entry.text)

    def _placed(self, width: int) -> Iterator[tuple[MapKeyEntry, QRectF]]:
        wanted = look()
        metrics = QFontMetrics(wanted.font(12))
        left, top, height = 0, 0, wanted.px(LINE)
        for entry in self._entries:
            needed = _sign_width(entry) + wanted.px(SPACE) + metrics.horizontalAdvance(entry.text) + 2
            if left and left + needed > width:
                left, top = 0, top + height
            yield entry, QRectF(left, top, needed, height)
            left += needed + wanted.px(APART)

    def _paint_sign(self, painter: QPainter, box: QRectF, entry: MapKeyEntry) -> None:
        wanted = look()
        side = wanted.px(SIGN)
        middle = box.center().y()
        if entry.mark is not None:
            tone = MARK_TONES[entry.mark]
            square = QRectF(box.x(), middle - side / 2, side, side)
            draw_shape(painter, tone.shape, square, wanted.colour(tone.strong), wanted.colour("ground"))
            return
        end = QPointF(box.right() - (side if entry.kind is not None else 1), middle)
        against = entry.line is KeyLine.AGAINST
        pattern = AGAINST if against else PATTERNS[entry.kind] if entry.kind is not None else ()
        ink = wanted.colour("bad" if against else "ink_faint")
        painter.setPen(stroke(ink, wanted.px(13) / 10, pattern))
        painter.drawLine(QLineF(QPointF(box.x(), middle), end))
        if entry.kind is not None:
            sign = QRectF(end.x(), middle - side / 2, side, side)
            draw_kind(painter, entry.kind, sign, wanted.colour("ink_soft"), wanted.colour("ground"))
        else:
            self._paint_bar(painter, end, against)

    def _paint_bar(self, painter: QPainter, end: QPointF, against: bool) -> None:
        wanted = look()
        reach = wanted.px(4.5)
        painter.setPen(QPen(wanted.colour("bad" if against else "ink"), wanted.px(20) / 10))
        place = end.x() if against else end.x() - wanted.px(3)
        painter.drawLine(QLineF(place, end.y() - reach, place, end.y() + reach))
        if not against:
            painter.setFont(plain_font(wanted.px(9), Weight.SEMIBOLD))
            painter.drawText(QPointF(end.x() - wanted.px(20), end.y() - wanted.px(2)), "not")


def _sign_width(entry: MapKeyEntry) -> int:
    if entry.mark is not None:
        return look().px(SIGN)
    return look().px(LEG + SIGN)
