"""The last slot of a board: the key with how many there are, or in the room the count in large type."""

from functools import partial
from itertools import product
from typing import NamedTuple

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop.base.guard import override
from desktop.base.roles import Role, set_role
from desktop.base.theme import Look, Weight, look
from desktop.kit.board.setting import Setting
from desktop.kit.signs import draw_sign, smooth
from desktop.kit.text import Flowed, Run, TextBox, Words, flow, type_in
from models.schema.page import Cards, Count

FADED = 0.55
"""How strongly the sign of what occurs nowhere is painted."""
LARGE = (36, 30, 24, 20, 16, 13)
"""The types in which the count may stand in the room, unscaled."""


class Row(NamedTuple):
    """A line of the key: what it counts, where its sign stands, and its words."""

    counted: Count
    box: QRectF
    words: tuple[Words, ...]


class CardsKey(QWidget):
    """Shows what the signs mean and how many there are of each, or the count at large."""

    def __init__(self, controls: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("cards-key")
        set_role(self, Role.StaticText)
        self.look: Look = look()
        self._controls = controls
        self._block: Cards | None = None
        self._setting: Setting | None = None

    def receive(self, block: Cards) -> None:
        last, self._block = self._block, block
        if last is None or (last.key, last.large, last.small) != (block.key, block.large, block.small):
            told = ", ".join(f"{count.sign.word}: {count.number}" for count in block.key)
            at_large = " ".join(f"{block.large} {block.small}".split())
            self.setAccessibleName(told if self._controls else at_large)
            self.update()

    def set_type(self, setting: Setting) -> None:
        self._setting = setting
        self.update()

    def wear(self, look: Look) -> None:
        self.look = look
        self.update()

    def text_boxes(self) -> list[TextBox]:
        told = [*self._large(), *(words for row in self._rows() for words in row.words)]
        return [box for words in told for box in words.boxes(self.geometry())]

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = smooth(self)
        for words in self._large():
            words.draw(painter, self.look)
        for row in self._rows():
            painter.setOpacity(1.0 if row.counted.number else FADED)
            draw_sign(painter, row.box, row.counted.sign, self.look, ground="ground")
            painter.setOpacity(1.0)
            for words in row.words:
                words.draw(painter, self.look)

    @property
    def _at_large(self) -> bool:
        return not self._controls and self._block is not None and bool(self._block.large)

    def _large(self) -> list[Words]:
        """The count and what it counts, in the largest type in which both have room; in brief where neither has."""
        if self._block is None or not self._at_large:
            return []
        left = self.look.px(10)
        room = max(1, self.width() - left)
        told = self._block.small
        brief = told.split("\n")[0].rstrip(":")
        for words, size in product((told, told.replace("\n", " "), brief, ""), LARGE):
            large = flow((Run(self._block.large, type_in(self.look, size, Weight.BOLD)),), room)
            small_type = type_in(self.look, max(11, min(14, size // 2)))
            small = flow((Run(words, small_type, "ink_soft"),), room)
            high = large.height + (small.height if words else 0)
            if high <= self.height() and len(large.lines) == 1:
                break
        top = max(0, (self.height() - high) // 2)
        return [Words(large, left, top), *([Words(small, left, top + large.height)] if words else [])]

    def _rows(self) -> list[Row]:
        """Each line of the key; where there is no room for lines, the signs with their numbers side by side."""
        if self._block is None or self._setting is None or self._at_large or not self._block.key:
            return []
        key = self._block.key
        size = self._fitting(key)
        line = self._line(size)
        if line * len(key) > self.height():
            key = tuple(count for count in key if count.number)
        if line * len(key) > self.height():
            return self._beside(key, size)
        top = max(0, self.height() - line * len(key))
        return [self._row(count, size, top + place * line) for place, count in enumerate(key)]

    def _fitting(self, key: tuple[Count, ...]) -> int:
        """The largest type in which all lines have room, and if it can be had their words too."""
        largest = 14 if self._setting is not None and self._setting.roomy else 13
        sizes = [size for size in range(largest, 10, -1) if self._line(size) * len(key) <= self.height()]
        return next(filter(partial(self._is_whole, key), sizes), sizes[0] if sizes else 11)

    def _is_whole(self, key: tuple[Count, ...], size: int) -> bool:
        return not any(words.flowed.cut for count in key for words in self._row(count, size, 0).words)

    def _line(self, size: int) -> int:
        return self.look.px(26 if size >= 14 else size + (7 if size >= 13 else 4))

    def _row(self, count: Count, size: int, top: int) -> Row:
        look = self.look
        left, side, line = look.px(10), look.px(size + 1), self._line(size)
        start, end = left + side + look.px(7), self.width() - left
        number = self._number(count, size)
        room = max(1, round(end - start - number.width - look.px(6)))
        said, ink = type_in(look, size), _ink(count)
        word = flow((Run(count.sign.word, said, ink),), room, 1)
        if word.cut and count.sign.short:
            word = flow((Run(count.sign.short, said, ink),), room, 1)
        middle = top + (line - word.line) // 2
        told = (Words(word, start, middle), Words(number, round(end - number.width), middle))
        return Row(count, QRectF(left, top + (line - side) // 2, side, side), told)

    def _beside(self, key: tuple[Count, ...], size: int) -> list[Row]:
        look, rows = self.look, []
        left, side = look.px(7), look.px(size + 1)
        for count in key:
            number = self._number(count, size)
            start = left + side + look.px(4)
            if start + number.width > self.width():
                break
            box = QRectF(left, (self.height() - side) // 2, side, side)
            rows.append(Row(count, box, (Words(number, start, (self.height() - number.line) // 2),)))
            left = start + round(number.width) + look.px(12)
        return rows

    def _number(self, count: Count, size: int) -> Flowed:
        run = Run(str(count.number), type_in(self.look, size, Weight.SEMIBOLD), _ink(count))
        return flow((run,), max(1, self.width()), 1)


def _ink(count: Count) -> str:
    return "ink" if count.number else "ink_faint"
