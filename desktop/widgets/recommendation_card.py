"""A recommendation as a card: code and verdict chip, title, addressee, the reason in a line, its grounds."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget
from typing_extensions import override

from desktop.theme import Weight, look
from desktop.widgets.shapes import VERDICT_TONES, Tone, chip_width, draw_chip
from models.narrative.values import Card

WRAP = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignLeft) | int(Qt.AlignmentFlag.AlignTop)
ROOMY, SPACIOUS = 280, 340
MIDDLE = Qt.AlignmentFlag.AlignVCenter


class RecommendationCard(QAbstractButton):
    """A card that is picked like a button; its height follows its words."""

    def __init__(self, card: Card, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._card = card
        self._picked = False
        self._heights: dict[tuple[str, int, float, Weight], int] = {}
        self.setObjectName(f"card:{card.id}")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(card.spoken)

    @property
    def identifier(self) -> str:
        """The id of the recommendation."""
        return self._card.id

    def receive(self, card: Card, picked: bool) -> None:
        """Show the card as it stands now."""
        if card != self._card:
            self._card = card
            self.setAccessibleName(card.spoken)
            self.update()
        self.show_picked(picked)

    def show_picked(self, picked: bool) -> None:
        """Ring the card while it is being explained."""
        if picked != self._picked:
            self._picked = picked
            self.update()

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        wanted = look()
        room = width - self._left() - wanted.px(12)
        title, reason = self._sizes(width)
        return (
            wanted.px(9 + 22 + 4)
            + self._text_height(self._title(width), room, title, Weight.SEMIBOLD)
            + wanted.px(2)
            + self._text_height(self._card.reason, room, reason, Weight.REGULAR)
            + wanted.px(4)
            + self._text_height(self._addressee(), room, 12, Weight.REGULAR)
            + wanted.px(3 + 18 + 8)
        )

    @override
    def sizeHint(self) -> QSize:
        width = look().px(230)
        return QSize(width, self.heightForWidth(width))

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
        tone = VERDICT_TONES[self._card.verdict]
        self._paint_ground(painter, tone)
        left = self._left()
        room = self.width() - left - wanted.px(12)
        top = wanted.px(9)
        self._paint_top(painter, tone, QRectF(left, top, room, wanted.px(22)))
        top += wanted.px(22 + 4)
        title, reason = self._sizes(self.width())
        for text, size, weight, ink, gap in (
            (self._title(self.width()), title, Weight.SEMIBOLD, "ink", 2),
            (self._card.reason, reason, Weight.REGULAR, "ink_soft", 4),
        ):
            height = self._text_height(text, room, size, weight)
            painter.setFont(wanted.font(size, weight))
            painter.setPen(wanted.colour(ink))
            painter.drawText(QRectF(left, top, room, height), WRAP, text)
            top += height + wanted.px(gap)
        bottom = self.height() - wanted.px(8 + 18)
        height = self._text_height(self._addressee(), room, 12, Weight.REGULAR)
        painter.setFont(wanted.font(12))
        painter.setPen(wanted.colour("ink_faint"))
        painter.drawText(QRectF(left, bottom - wanted.px(3) - height, room, height), WRAP, self._addressee())
        self._paint_grounds(painter, tone, QRectF(left, bottom, room, wanted.px(18)))

    def _title(self, width: int) -> str:
        return self._card.title if width >= look().px(ROOMY) else self._card.label

    def _sizes(self, width: int) -> tuple[int, int]:
        return (17, 14) if width >= look().px(SPACIOUS) else (15, 13)

    def _addressee(self) -> str:
        return self.tr("For {0}").format(self._card.addressee)

    def _left(self) -> int:
        return look().px(4 + 13)

    def _text_height(self, text: str, width: int, size: float, weight: Weight) -> int:
        key = (text, width, size, weight)
        if key not in self._heights:
            if len(self._heights) > 40:
                self._heights.clear()
            metrics = QFontMetrics(look().font(size, weight))
            self._heights[key] = metrics.boundingRect(0, 0, width, 10_000, WRAP, text).height()
        return self._heights[key]

    def _paint_ground(self, painter: QPainter, tone: Tone) -> None:
        wanted = look()
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        radius = wanted.px(8)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(wanted.colour(tone.strong))
        painter.drawRoundedRect(box, radius, radius)
        inner = box.adjusted(wanted.px(4), 0, 0, 0)
        painter.setBrush(wanted.colour("panel"))
        painter.drawRoundedRect(inner, radius - 2, radius - 2)
        ringed = self._picked or self.hasFocus()
        hovered = self.underMouse()
        colour = "brand" if ringed else "line_strong" if hovered else "line"
        pen = QPen(wanted.colour(colour), 2 if ringed else 1)
        if self.hasFocus() and not self._picked:
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, radius, radius)

    def _paint_top(self, painter: QPainter, tone: Tone, box: QRectF) -> None:
        wanted = look()
        painter.setFont(wanted.font(12, Weight.SEMIBOLD))
        painter.setPen(wanted.colour("ink_faint"))
        painter.drawText(box, MIDDLE, self._card.code)
        width = chip_width(self._card.word)
        chip = QRectF(box.right() - width, box.y(), width, box.height())
        draw_chip(painter, chip, tone, self._card.word)

    def _paint_grounds(self, painter: QPainter, tone: Tone, box: QRectF) -> None:
        wanted = look()
        font = wanted.font(12, Weight.SEMIBOLD)
        metrics = QFontMetrics(font)
        words = metrics.horizontalAdvance(self._card.grounds)
        tag = metrics.horizontalAdvance(self._card.was) + wanted.px(14) if self._card.was else 0
        step = wanted.px(18)
        bars = self._card.total * step
        left = box.x()
        if bars + words + tag + wanted.px(16) <= box.width():
            self._paint_bars(painter, tone, left, box.center().y(), step)
            left += bars + wanted.px(6)
        painter.setFont(font)
        painter.setPen(wanted.colour("ink_soft"))
        painter.drawText(QRectF(left, box.y(), words + 2, box.height()), MIDDLE, self._card.grounds)
        if self._card.was:
            pill = QRectF(box.right() - tag, box.y(), tag, box.height())
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(wanted.colour("brand_soft"))
            painter.drawRoundedRect(pill, wanted.px(4), wanted.px(4))
            painter.setPen(wanted.colour("brand"))
            painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, self._card.was)

    def _paint_bars(self, painter: QPainter, tone: Tone, left: float, middle: float, step: int) -> None:
        wanted = look()
        painter.setPen(Qt.PenStyle.NoPen)
        for index in range(self._card.total):
            filled = index < self._card.applying
            painter.setBrush(wanted.colour(tone.strong if filled else "line"))
            height = wanted.px(6)
            bar = QRectF(left + index * step, middle - height / 2, step - wanted.px(4), height)
            painter.drawRoundedRect(bar, height / 2, height / 2)
