"""One statement on the argument map, in as much detail as can be read at the present size."""

from enum import Enum
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget
from typing_extensions import override

from desktop.base.theme import Weight, look
from desktop.widgets.map_strokes import draw_kind, plain_font
from desktop.widgets.shapes import MARK_TONES, STANCE_TONES, VERDICT_TONES, Tone, draw_shape
from models.charts.map_look import BORDERS
from models.charts.map_shapes import MapBox, MapKind, MapSizes
from models.pages.map_values import MapNode

LABEL, CODE, WORD, MARK = 11, 11, 9, 10
LEAST, LEAST_FROM_AFAR = 9, 10
LINE = 1.32
PORT = 8.0


class Detail(Enum):
    """How much of a statement can be read: everything, its code and label, or its code."""

    FULL = "full"
    LABEL = "label"
    CODE = "code"


class BoxItem(QGraphicsItem):
    """A box with mark, code, word and label."""

    def __init__(self, box: MapBox, title: str, sizes: MapSizes) -> None:
        super().__init__()
        self.identifier = box.id
        self._box = box
        self._title = title
        self._sizes = sizes
        self._rect = QRectF(box.x, box.y, box.width, box.height)
        self._node: MapNode | None = None
        self._picked = False
        self._current = False
        self._least = LEAST
        self.setZValue(3)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)

    def receive(self, node: MapNode) -> None:
        """Show the state of the statement."""
        if node != self._node:
            self._node = node
            self.update()

    def mark(self, picked: bool, current: bool) -> None:
        """Ring the statement that is being explained, and the one that the keyboard is on."""
        if (picked, current) != (self._picked, self._current):
            self._picked, self._current = picked, current
            self.update()

    def read_from(self, least: int) -> None:
        """Show nothing in type smaller than this, in unscaled pixels."""
        self._least = least
        self.update()

    @property
    def rect(self) -> QRectF:
        """The box itself, without its rings."""
        return self._rect

    @override
    def boundingRect(self) -> QRectF:
        return self._rect.adjusted(-6, -6, 6, 6)

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        node = self._node
        if node is None:
            return
        scale = painter.worldTransform().m11()
        tone = tone_of(node)
        self._paint_ground(painter, node, tone)
        match self._detail(scale):
            case Detail.FULL:
                self._paint_full(painter, node, tone)
            case Detail.LABEL:
                self._paint_label(painter, node, tone, scale)
            case Detail.CODE:
                self._paint_code(painter, node, tone, scale)
        self._paint_rings(painter)

    def _detail(self, scale: float) -> Detail:
        if LABEL * scale >= look().px(self._least) - 0.6:
            return Detail.FULL
        return Detail.LABEL if scale >= label_scale(self._sizes, self._least) else Detail.CODE

    def _paint_ground(self, painter: QPainter, node: MapNode, tone: Tone) -> None:
        width, pattern = BORDERS[node.status]
        pen = QPen(look().colour(tone.strong), width)
        if pattern:
            pen.setDashPattern(list(pattern))
        painter.setPen(pen)
        painter.setBrush(look().colour(tone.soft))
        round_ = self._sizes.strip / 2 if self._box.kind is MapKind.ASSUMPTION else 3
        painter.drawRoundedRect(self._rect, round_, round_)
        if self._box.kind is MapKind.RECOMMENDATION:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look().colour(tone.strong))
            painter.drawRect(QRectF(self._rect.x(), self._rect.y(), 3.5, self._rect.height()))
        if node.kind is not None:
            middle = QPointF(self._rect.right(), self._rect.center().y())
            port = QRectF(middle.x() - PORT / 2, middle.y() - PORT / 2, PORT, PORT)
            draw_kind(painter, node.kind, port, look().colour(tone.strong), look().colour("panel"))

    def _paint_full(self, painter: QPainter, node: MapNode, tone: Tone) -> None:
        rect, sizes = self._rect, self._sizes
        strip = self._box.kind is MapKind.ASSUMPTION
        left = rect.x() + 7
        row = rect.height() if strip else sizes.head
        spare = rect.height() - sizes.head - len(self._box.lines) * sizes.line - sizes.foot
        top = rect.y() + (0 if strip else 1 + spare / 2)
        self._paint_mark(painter, tone, QRectF(left, top + (row - MARK) / 2, MARK, MARK))
        painter.setFont(plain_font(CODE, Weight.BOLD))
        code = _paint_code_word(painter, node, QRectF(left + MARK + (6 if node.core else 4), top, 40, row))
        painter.setFont(plain_font(LABEL))
        painter.setPen(look().colour("ink"))
        lines = "\n".join(self._box.lines)
        if strip:
            label = rect.adjusted(sizes.before_label, 0, 0, 0)
            painter.drawText(label, Qt.AlignmentFlag.AlignVCenter, lines)
        else:
            label = QRectF(left, top + row - 0.5, rect.width(), rect.height())
            painter.drawText(label, Qt.AlignmentFlag.AlignTop, lines)
        painter.setFont(plain_font(WORD, Weight.SEMIBOLD))
        painter.setPen(look().colour(tone.strong))
        if strip:
            side = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
            painter.drawText(rect.adjusted(0, 0, -8, 0), side, node.word)
        else:
            word = QRectF(left + MARK + 4 + code + 5, top, rect.width(), row)
            painter.drawText(word, Qt.AlignmentFlag.AlignVCenter, node.word)

    def _paint_label(self, painter: QPainter, node: MapNode, tone: Tone, scale: float) -> None:
        painter.save()
        painter.scale(1 / scale, 1 / scale)
        rect = QRectF(
            self._rect.x() * scale,
            self._rect.y() * scale,
            self._rect.width() * scale,
            self._rect.height() * scale,
        )
        pixels = look().px(self._least)
        strip = self._box.kind is MapKind.ASSUMPTION
        inset = pixels * (0.55 if strip else 0.5)
        font, bold = plain_font(pixels), plain_font(pixels, Weight.BOLD)
        code = QFontMetricsF(bold).horizontalAdvance(node.code)
        before = pixels * (2.2 if node.core else 1.7) + code
        metrics = QFontMetricsF(font)
        step = metrics.height() * 0.93
        room = rect.width() - 2 * inset + pixels * 0.3
        most = max(1, int((rect.height() + step * 0.25) / step))
        lines = flowed(self._title, room - before, room, most, pixels)
        top = rect.center().y() - len(lines) * step / 2
        mark = QRectF(rect.x() + inset, top + (step - pixels * 0.9) / 2, pixels * 0.9, pixels * 0.9)
        self._paint_mark(painter, tone, mark)
        painter.setFont(bold)
        base = top + (step + metrics.ascent() - metrics.descent()) / 2
        gap = pixels * (0.6 if node.core else 0.35)
        _paint_code_word(painter, node, QRectF(mark.right() + gap, top, 40, step))
        painter.setFont(font)
        painter.setPen(look().colour("ink"))
        for place, line in enumerate(lines):
            left = rect.x() + inset + (before if place == 0 else 0)
            painter.drawText(QPointF(left, base + place * step), line)
        painter.restore()

    def _paint_code(self, painter: QPainter, node: MapNode, tone: Tone, scale: float) -> None:
        rect = self._rect
        size = min(rect.height() * (0.8 if self._least == LEAST else 0.9), look().px(13) / scale, 30)
        painter.setFont(plain_font(round(size), Weight.BOLD))
        code = QFontMetricsF(painter.font()).horizontalAdvance(node.code)
        whole = size * 1.15 + code
        left = rect.x() + 8 if self._box.kind is MapKind.ASSUMPTION else rect.center().x() - whole / 2 + 2
        mark = QRectF(left, rect.center().y() - size * 0.42, size * 0.84, size * 0.84)
        self._paint_mark(painter, tone, mark)
        _paint_code_word(
            painter, node, QRectF(mark.right() + size * 0.3, rect.y(), rect.width(), rect.height())
        )

    def _paint_mark(self, painter: QPainter, tone: Tone, box: QRectF) -> None:
        draw_shape(painter, tone.shape, box, look().colour(tone.strong), look().colour(tone.soft))

    def _paint_rings(self, painter: QPainter) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if self._picked:
            painter.setPen(QPen(look().colour("brand"), 2.4))
            painter.drawRoundedRect(self._rect.adjusted(-2.5, -2.5, 2.5, 2.5), 5, 5)
        if self._current:
            pen = QPen(look().colour("ink"), 1.2)
            pen.setDashPattern([3, 2])
            painter.setPen(pen)
            painter.drawRoundedRect(self._rect.adjusted(-5, -5, 5, 5), 7, 7)


def _paint_code_word(painter: QPainter, node: MapNode, place: QRectF) -> float:
    """The code, on a ground of its own if the assumption is a core one; its width."""
    metrics = QFontMetricsF(painter.font())
    width = metrics.horizontalAdvance(node.code)
    if node.core:
        high = metrics.capHeight() * 1.75
        tag = QRectF(place.x() - 3, place.center().y() - high / 2, width + 6, high)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look().colour("brand"))
        painter.drawRoundedRect(tag, 3, 3)
    painter.setPen(look().colour("on_brand" if node.core else "ink"))
    painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, node.code)
    return width


def label_scale(sizes: MapSizes, least: int) -> float:
    """The scale from which on a strip is high enough for a label in the smallest type that can be read."""
    return LINE * look().px(least) / sizes.strip


def tone_of(node: MapNode) -> Tone:
    """The colours and the shape of a statement's state."""
    if node.verdict is not None:
        return VERDICT_TONES[node.verdict]
    return STANCE_TONES[node.stance] if node.stance is not None else MARK_TONES[node.mark]


@lru_cache(maxsize=1024)
def flowed(text: str, first: float, room: float, most: int, pixels: int) -> tuple[str, ...]:
    """The text in at most so many lines, the first of them shorter; what does not fit ends in an ellipsis."""
    metrics = QFontMetricsF(plain_font(pixels))
    lines = [""]
    words = text.split()
    while words:
        width = first if len(lines) == 1 else room
        longer = f"{lines[-1]}{'' if lines[-1].endswith('-') else ' '}{words[0]}".strip()
        before, hyphen, after = words[0].partition("-")
        if after and metrics.horizontalAdvance(words[0]) > width:
            words[:1] = [before + hyphen, after]
            continue
        if metrics.horizontalAdvance(longer) <= width:
            lines[-1] = longer
        elif len(lines) == most or metrics.horizontalAdvance(words[0]) > room:
            rest = " ".join([lines[-1], *words]).strip()
            lines[-1] = metrics.elidedText(rest, Qt.TextElideMode.ElideRight, width)
            break
        else:
            lines.append(words[0])
        words.pop(0)
    return tuple(lines)
