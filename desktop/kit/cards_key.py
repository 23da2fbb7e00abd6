"""The last slot of a board: the key with how many there are, or in the room the count in large type."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from desktop.base.theme import Look, Weight, look
from desktop.kit.card_face import Setting
from desktop.kit.signs import draw_sign
from desktop.kit.text import Flowed, Run, TextBox, boxes, draw, flow, type_in
from models.schema.page import Cards, Count

FADED = 0.55
"""How strongly the sign of what occurs nowhere is painted."""


class CardsKey(QWidget):
    """Shows what the signs mean and how many there are of each, or the count at large."""

    def __init__(self, controls: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("cards-key")
        self.look: Look = look()
        self._controls = controls
        self._block: Cards | None = None
        self._setting: Setting | None = None

    def receive(self, block: Cards) -> None:
        """Show the key of these cards."""
        if self._block is None or (self._block.key, self._block.large) != (block.key, block.large):
            told = ", ".join(f"{count.sign.word}: {count.number}" for count in block.key)
            self.setAccessibleName(
                told if self._controls else " ".join(f"{block.large} {block.small}".split())
            )
            self.update()
        self._block = block

    def set_type(self, setting: Setting) -> None:
        """Be set like the cards."""
        self._setting = setting
        self.update()

    def wear(self, look: Look) -> None:
        """Take over another look."""
        self.look = look
        self.update()

    def text_boxes(self) -> list[TextBox]:
        """Where its texts stand, as its parent sees them."""
        room = self.geometry()
        told = [(words, left, top) for words, left, top in self._large()]
        told += [(words, left, top) for row in self._rows() for words, left, top in row[1:]]
        return [
            box for words, left, top in told for box in boxes(words, room.x() + left, room.y() + top, room)
        ]

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for words, left, top in self._large():
            draw(painter, words, left, top, self.look)
        for (count, box), *told in self._rows():
            painter.setOpacity(1.0 if count.number else FADED)
            draw_sign(painter, box, count.sign, self.look, ground="ground")
            painter.setOpacity(1.0)
            for words, left, top in told:
                draw(painter, words, left, top, self.look)
        painter.end()

    @property
    def _at_large(self) -> bool:
        return not self._controls and self._block is not None and bool(self._block.large)

    def _large(self) -> list[tuple[Flowed, int, int]]:
        if self._block is None or not self._at_large:
            return []
        for size in (36, 30, 24, 20, 16, 13):
            left = self.look.px(10)
            room = max(1, self.width() - left)
            large = flow((Run(self._block.large, type_in(self.look, size, Weight.BOLD)),), room)
            small_type = type_in(self.look, max(11, min(14, size // 2)))
            small = flow((Run(self._block.small, small_type, "ink_soft"),), room)
            high = large.height + small.height
            if high <= self.height() and len(large.lines) == 1:
                break
        top = max(0, (self.height() - high) // 2)
        return [(large, left, top), (small, left, top + large.height)]

    def _rows(self) -> list[tuple[tuple[Count, QRectF], tuple[Flowed, int, int], tuple[Flowed, int, int]]]:
        """Each line of the key: its sign and its box, its word, its number."""
        if self._block is None or self._setting is None or self._at_large or not self._block.key:
            return []
        size, key = self._fitting(len(self._block.key)), self._block.key
        line = self._line(size)
        if line * len(key) > self.height():
            key = tuple(count for count in key if count.number)[: max(1, self.height() // line)]
        top = max(0, self.height() - line * len(key))
        return [self._row(count, size, top + place * line) for place, count in enumerate(key)]

    def _fitting(self, number: int) -> int:
        largest = 14 if self._setting is not None and self._setting.roomy else 13
        fitting = (size for size in range(largest, 10, -1) if self._line(size) * number <= self.height())
        return next(fitting, 11)

    def _line(self, size: int) -> int:
        return self.look.px(26 if size >= 14 else size + (7 if size >= 13 else 4))

    def _row(
        self, count: Count, size: int, top: int
    ) -> tuple[tuple[Count, QRectF], tuple[Flowed, int, int], tuple[Flowed, int, int]]:
        look, ink = self.look, "ink" if count.number else "ink_faint"
        left, side, line = look.px(10), look.px(size + 1), self._line(size)
        start, end = left + side + look.px(7), self.width() - left
        number = flow((Run(str(count.number), type_in(look, size, Weight.SEMIBOLD), ink),), self.width(), 1)
        room = max(1, round(end - start - number.width - look.px(6)))
        word = flow((Run(count.sign.word, type_in(look, size), ink),), room, 1)
        middle = top + (line - word.line) // 2
        return (
            (count, QRectF(left, top + (line - side) // 2, side, side)),
            (word, start, middle),
            (number, round(end - number.width), middle),
        )
