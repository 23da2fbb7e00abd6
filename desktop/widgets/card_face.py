"""What stands on a recommendation's card, and how high that is: roomy, closer, or no more than is needed."""

from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from desktop.base.theme import Weight, look
from desktop.widgets.measure import MIDDLE, WRAP, text_height, text_width
from desktop.widgets.shapes import VERDICT_TONES, chip_width, draw_chip
from models.language.values import Card

ROOMY, SPACIOUS = 280, 340
LEFT, RIGHT = 17, 12
TOP, TAG, CODE = 22, 18, 28
BOLD = Weight.SEMIBOLD


class Closeness(IntEnum):
    """How much room a card takes; the closer, the less it says."""

    ROOMY = 0
    CLOSE = 1
    """Not whom the advice is for."""
    DENSE = 2
    """Nor how many grounds, in words; and all of it in smaller type."""


@dataclass(frozen=True)
class CardFace:
    """The words of one card at one width: code and chip, title, reason, addressee, grounds."""

    card: Card
    width: int
    closeness: Closeness
    addressee: str

    @property
    def height(self) -> int:
        """How high the card must be."""
        return self._inset + self._head + self._words_height + self._foot_height + self._inset

    def paint(self, painter: QPainter, height: int) -> None:
        """Paint all of it onto a card that is at least so high."""
        wanted = look()
        left, top = wanted.px(LEFT), self._inset
        self._paint_top(painter, QRectF(left, top, self._room, wanted.px(TOP)))
        top += self._head
        for text, size, weight, ink in self._words:
            high = text_height(text, self._room, size, weight)
            painter.setFont(wanted.font(size, weight))
            painter.setPen(wanted.colour(ink))
            painter.drawText(QRectF(left, top, self._room, high), WRAP, text)
            top += high + wanted.px(1)
        foot = self._foot_height
        self._paint_foot(painter, QRectF(left, height - self._inset - foot, self._room, foot))

    @property
    def _dense(self) -> bool:
        return self.closeness is Closeness.DENSE

    @property
    def _inset(self) -> int:
        return look().px((9, 7, 6)[self.closeness])

    @property
    def _room(self) -> int:
        return self.width - look().px(LEFT + RIGHT)

    @property
    def _head(self) -> int:
        return look().px(TOP + (1 if self._dense else 4))

    @property
    def _words(self) -> tuple[tuple[str, int, Weight, str], tuple[str, int, Weight, str]]:
        """The title and the reason, each with its size, weight and ink."""
        wide, wider = self.width >= look().px(ROOMY), self.width >= look().px(SPACIOUS)
        title, reason = (14, 12) if self._dense else (17, 14) if wider else (15, 13)
        name = self.card.title if wide and not self._dense else self.card.label
        return (name, title, BOLD, "ink"), (self.card.reason, reason, Weight.REGULAR, "ink_soft")

    @property
    def _words_height(self) -> int:
        high = sum(text_height(text, self._room, size, weight) for text, size, weight, _ in self._words)
        return high + 2 * look().px(1)

    @property
    def _foot_height(self) -> int:
        wanted = look()
        if self._dense:
            return wanted.px(TAG) if self.card.was and not self._tag_stands_above else 0
        if self.closeness is Closeness.CLOSE:
            return wanted.px(2 + TAG)
        return wanted.px(4 + 3 + TAG) + text_height(self.addressee, self._room, 12)

    @property
    def _tag_width(self) -> int:
        return text_width(self.card.was, 12, BOLD) + look().px(14) if self.card.was else 0

    @property
    def _tag_stands_above(self) -> bool:
        """Whether what the verdict was has room between the code and the verdict."""
        beside = look().px(CODE + 8) + chip_width(self.card.word)
        return beside + self._tag_width <= self._room

    def _paint_top(self, painter: QPainter, box: QRectF) -> None:
        wanted, card = look(), self.card
        painter.setFont(wanted.font(12, BOLD))
        painter.setPen(wanted.colour("ink_faint"))
        painter.drawText(box, MIDDLE, card.code)
        chip = QRectF(box)
        chip.setLeft(box.right() - chip_width(card.word))
        draw_chip(painter, chip, VERDICT_TONES[card.verdict], card.word)
        if not self._dense:
            return
        between = QRectF(box)
        between.setLeft(box.x() + wanted.px(CODE))
        between.setRight(chip.x() - wanted.px(8))
        if card.was and self._tag_stands_above:
            self._paint_tag(painter, between)
        elif not card.was and card.total * wanted.px(10) <= between.width():
            self._paint_bars(painter, between, wanted.px(10))

    def _paint_foot(self, painter: QPainter, box: QRectF) -> None:
        wanted = look()
        line = QRectF(box)
        line.setTop(box.bottom() - wanted.px(TAG))
        if not self._dense:
            self._paint_grounds(painter, line)
        if self.card.was and box.height():
            self._paint_tag(painter, line)
        if self.closeness is Closeness.ROOMY:
            painter.setFont(wanted.font(12))
            painter.setPen(wanted.colour("ink_faint"))
            painter.drawText(box.adjusted(0, wanted.px(4), 0, 0), WRAP, self.addressee)

    def _paint_grounds(self, painter: QPainter, box: QRectF) -> None:
        wanted = look()
        words = text_width(self.card.grounds, 12, BOLD)
        step = wanted.px(18)
        bars = self.card.total * step
        if bars + words + self._tag_width + wanted.px(16) <= box.width():
            self._paint_bars(painter, box, step)
            box = box.adjusted(bars + wanted.px(6), 0, 0, 0)
        painter.setFont(wanted.font(12, BOLD))
        painter.setPen(wanted.colour("ink_soft"))
        painter.drawText(box, MIDDLE, self.card.grounds)

    def _paint_tag(self, painter: QPainter, box: QRectF) -> None:
        """What the last change did, at the right end of a box."""
        wanted = look()
        high = wanted.px(TAG)
        top = box.center().y() - high / 2
        pill = QRectF(box.right() - self._tag_width, top, self._tag_width, high)
        painter.setFont(wanted.font(12, BOLD))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(wanted.colour("brand_soft"))
        painter.drawRoundedRect(pill, wanted.px(4), wanted.px(4))
        painter.setPen(wanted.colour("brand"))
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, self.card.was)

    def _paint_bars(self, painter: QPainter, box: QRectF, step: int) -> None:
        """A bar for each ground, filled if it applies, at the left end of a box."""
        wanted = look()
        strong = VERDICT_TONES[self.card.verdict].strong
        painter.setPen(Qt.PenStyle.NoPen)
        high = wanted.px(6)
        for index in range(self.card.total):
            painter.setBrush(wanted.colour(strong if index < self.card.applying else "line"))
            left, top = box.x() + index * step, box.center().y() - high / 2
            painter.drawRoundedRect(QRectF(left, top, step - wanted.px(4), high), high / 2, high / 2)
