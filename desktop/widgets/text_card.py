"""A card of plain text, painted: a coded title, a remark at its right, and paragraphs; picked like a button."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget
from typing_extensions import override

from desktop.base.theme import Look, Weight, look

WRAP = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignLeft) | int(Qt.AlignmentFlag.AlignTop)
SIDE, TOP, CODE, GAP, INSET = 12, 9, 38, 4, 10
MOST = 10_000


@dataclass(frozen=True)
class Paragraph:
    """A text with its size and ink; what is `hung` stands behind a line at its left."""

    text: str
    size: int = 13
    ink: str = "ink"
    weight: Weight = Weight.REGULAR
    hung: bool = False


@dataclass(frozen=True)
class CardText:
    """All that a card says; `spoken` is for a screen reader."""

    code: str
    title: str
    spoken: str
    remark: str = ""
    paragraphs: tuple[Paragraph, ...] = ()
    size: int = 15


class TextCard(QAbstractButton):
    """Shows its text in whatever width there is, and is marked while its statement is explained."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._card = CardText("", "", "")
        self._marked = False
        self._heights: dict[int, int] = {}
        self.setObjectName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def receive(self, card: CardText) -> None:
        """Show this text."""
        if card != self._card:
            self._card = card
            self._heights.clear()
            self.setAccessibleName(card.spoken)
            self.updateGeometry()
            self.update()

    def show_marked(self, marked: bool) -> None:
        """Show whether its statement is being explained."""
        if marked != self._marked:
            self._marked = marked
            self.update()

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        if width not in self._heights:
            self._heights[width] = max(
                (box.bottom() for _, box in self._placed(width)), default=0
            ) + look().px(TOP)
        return self._heights[width]

    @override
    def sizeHint(self) -> QSize:
        width = look().px(320)
        return QSize(width, self.heightForWidth(max(self.width(), width)))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(look().px(160), look().px(34))

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
        self._paint_frame(painter)
        hung = 0
        for paragraph, box in self._placed(self.width()):
            if paragraph.hung:
                top = hung or box.y() + 1
                hung = box.bottom()
                line = QRectF(box.x() - wanted.px(INSET), top, wanted.px(3), hung - top)
                painter.fillRect(line, wanted.colour("line_strong"))
            painter.setPen(wanted.colour(paragraph.ink))
            painter.setFont(wanted.font(paragraph.size, paragraph.weight))
            painter.drawText(box, WRAP, paragraph.text)

    def _paint_frame(self, painter: QPainter) -> None:
        wanted = look()
        live = self.hasFocus() or self.underMouse() or self._marked
        width = 2 if self.hasFocus() or self._marked else 1
        painter.setPen(QPen(wanted.colour("brand" if live else "line"), width))
        painter.setBrush(wanted.colour("brand_soft" if self.underMouse() or self._marked else "panel"))
        inset = width / 2
        box = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(box, wanted.px(6), wanted.px(6))

    def _placed(self, width: int) -> Iterator[tuple[Paragraph, QRect]]:
        """Every text of the card with its place; the remark goes under the title where it has no room beside it."""
        wanted, card = look(), self._card
        side, top, room = wanted.px(SIDE), wanted.px(TOP), width - 2 * wanted.px(SIDE)
        code = Paragraph(card.code, card.size, "brand", Weight.SEMIBOLD)
        title = Paragraph(card.title, card.size, weight=Weight.SEMIBOLD)
        remark = Paragraph(card.remark, 12, "ink_soft", Weight.SEMIBOLD)
        left = side + max(wanted.px(CODE), _width(code) + wanted.px(8)) if card.code else side
        taken = _width(remark) + wanted.px(12) if card.remark else 0
        beside = _width(title) + left + taken <= width - side
        box = _box(title, left, top, side + room - left - (taken if beside else 0))
        if card.code:
            yield code, _box(code, side, top, room)
        yield title, box
        top = box.bottom() + 1
        if card.remark:
            right = QPoint(width - side - _width(remark), box.y() + (box.height() - _high(remark)) // 2)
            place = _box(remark, right.x(), right.y(), room) if beside else _box(remark, left, top, room)
            top = max(top, place.bottom() + 1)
            yield remark, place
        for paragraph in card.paragraphs:
            top += wanted.px(GAP)
            inset = wanted.px(INSET) if paragraph.hung else 0
            place = _box(paragraph, side + inset, top, room - inset)
            top = place.bottom() + 1
            yield paragraph, place


def _box(paragraph: Paragraph, left: int, top: int, room: int) -> QRect:
    wide, high = _wrapped(look(), paragraph.text, max(room, 1), paragraph.size, paragraph.weight)
    return QRect(left, top, max(room, wide), high)


@lru_cache(maxsize=2048)
def _wrapped(wanted: Look, text: str, room: int, size: int, weight: Weight) -> tuple[int, int]:
    """How wide and high a text is in this room; a layout asks for it at several widths, and each time it changes."""
    box = QFontMetrics(wanted.font(size, weight)).boundingRect(QRect(0, 0, room, MOST), WRAP, text)
    return box.width(), box.height()


def _width(paragraph: Paragraph) -> int:
    return QFontMetrics(look().font(paragraph.size, paragraph.weight)).horizontalAdvance(paragraph.text) + 1


def _high(paragraph: Paragraph) -> int:
    return QFontMetrics(look().font(paragraph.size, paragraph.weight)).height()
