"""What stands on a card and where: the head with the verdict, the title, its cause, and its arguments.

How much is told falls with the room there is: first the arguments go, then the cause, then the type gets smaller, and
last the verdict's word. How well a card fits depends on its fixed words only, so that a toggle changes no type.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from PySide6.QtCore import QRect, QRectF

from desktop.base.theme import Look, Weight
from desktop.kit.board.setting import CAUSE_LINES, ENLARGED, SMALLEST, Detail, Setting
from desktop.kit.text import Flowed, Run, TextBox, Words, flow, type_in, width_of
from models.schema.page import Card, Sign
from models.schema.value import Answer

BOLD = Weight.SEMIBOLD
CLAUSE = re.compile("[:;] ")
MOST_CAUSE_LINES = 4
"""So many lines a cause may take where its card has room under the arguments."""
LEAST_CAUSE = 8
"""The least type of a cause that would be cut, where all is enlarged."""


def _shorter(cause: str, brief: str) -> Iterator[str]:
    """A cause, and what is told where it has no room: why before how many, in whole clauses, the most first."""
    yield cause
    if brief:
        yield brief
    why = cause.partition(": ")[2]
    why = why[:1].upper() + why[1:]
    for text in (why, cause):
        if text:
            ends = [len(text), *(found.start() for found in reversed([*CLAUSE.finditer(text)]))]
            yield from (text[:end] for end in ends)


class Face(Answer, kw_only=False):
    """A card laid out: its words, its signs, and the heights of its head and of the line above its arguments."""

    words: tuple[Words, ...]
    signs: tuple[tuple[Sign, QRectF], ...]
    head: int = 0
    rule: int = 0

    @property
    def cut(self) -> bool:
        return any(words.flowed.cut for words in self.words)

    def text_boxes(self, room: QRect) -> list[TextBox]:
        return [box for words in self.words for box in words.boxes(room)]


class Setter(Answer, kw_only=False):
    """Lays cards out in one setting, width and height; those that `recede` in softer inks."""

    setting: Setting
    width: int
    height: int
    look: Look
    recedes: bool = False

    def fits(self, card: Card) -> bool:
        """Whether all that this setting tells has room, whatever the card's state is."""
        bare = self.setting.detail is Detail.BARE
        title = self._title(card, coded=not (self.setting.room or bare))
        if title.cut:
            return False
        if bare:
            beneath = self.look.scale >= ENLARGED and self.setting.title > SMALLEST + 1
            reason = type_in(self.look, SMALLEST).line + self._px(3) if beneath else 0
            return title.height + reason + 2 * self._px(2) <= self.height
        needed = self._px(self.setting.head + 2 * self.setting.gap) + title.height
        if self.setting.detail <= Detail.CAUSE:
            needed += CAUSE_LINES * type_in(self.look, self.setting.cause).line + self._px(3)
        if self.setting.detail is Detail.ARGUMENTS:
            needed += self._under(card)
        return needed <= self.height

    def _under(self, card: Card) -> int:
        """How high the arguments are, with the line above them."""
        return self._px(15) + len(card.lines) * self._line if card.lines else 0

    def lay(self, card: Card) -> Face:
        if self.setting.detail is Detail.BARE:
            return self._bare(card)
        head, coded = self._head(card)
        title = self._title(card, coded)
        top = self._px(self.setting.head + self.setting.gap)
        words = [*head.words, Words(self._within(title, top), self._px(self.setting.inset), top)]
        top += title.height
        told = self._cause(card, self.height - top - self._px(self.setting.gap - 2))
        if told.lines:
            words.append(Words(told, self._px(self.setting.inset), top + self._px(3)))
            top += told.height + self._px(3)
        face = replace(head, words=tuple(words))
        return self._arguments(card, face, top) if self.setting.detail is Detail.ARGUMENTS else face

    def _px(self, length: float) -> int:
        return self.look.px(length)

    @property
    def _room(self) -> int:
        return self.width - 2 * self._px(self.setting.inset)

    @property
    def _line(self) -> int:
        return self._px(21 if self.setting.roomy else 17)

    def _head(self, card: Card) -> tuple[Face, bool]:
        """The head, and whether the code is still to stand after the title."""
        setting = self.setting
        high, left = self._px(setting.head), self._px(setting.inset)
        side = self._px(setting.verdict + 2)
        ink = "panel" if card.moved else card.sign.tone.value
        start = left + side + self._px(6 if not setting.room else 8)
        room = self.width - start - left
        word = self._verdict(card, ink, room)
        right = self._right(card, room - flow(word, 10_000).width - self._px(8))
        if right is not None:
            room -= int(right.width) + self._px(6)
        told = flow(word, max(1, room), 1)
        words = [Words(told, start, (high - told.line) // 2)]
        if right is not None:
            words.append(Words(right, round(self.width - left - right.width), (high - right.line) // 2))
        sign = (card.sign, QRectF(left, (high - side) // 2, side, side))
        beside = right is not None and right.lines[0][0].text == card.code
        return Face(tuple(words), (sign,), head=high), not setting.room and not beside

    def _verdict(self, card: Card, ink: str, room: int) -> tuple[Run]:
        """The verdict's word, or its short one where the whole has no room."""
        said = type_in(self.look, self.setting.verdict, BOLD)
        whole = (Run(card.sign.word, said, ink),)
        short = card.sign.short
        return (Run(short, said, ink),) if short and flow(whole, 10_000).width > room else whole

    def _right(self, card: Card, room: float) -> Flowed | None:
        """What stands at the right of the head: what the change was, or the code."""
        if self.setting.room:
            return None
        ink = "panel" if card.moved else "ink_faint"
        for text in (card.change if card.moved else "", card.code):
            type_ = type_in(self.look, self.setting.verdict - (0.5 if self.setting.roomy else 1))
            if text and width_of(text, type_) <= room:
                return flow((Run(text, type_, ink),), int(room) + 1, 1)
        return None

    def _title(self, card: Card, coded: bool) -> Flowed:
        ink = "ink_soft" if self.recedes else "ink"
        runs = [Run(card.title, type_in(self.look, self.setting.title, BOLD), ink)]
        if coded:
            small = type_in(self.look, max(10, min(12, self.setting.title - 4)))
            runs.append(Run(card.code, small, "ink_faint", glued=True))
        room = self._room
        if self.setting.detail is Detail.BARE:
            room -= self._px(self.setting.title + 7)
        return flow(tuple(runs), max(1, room), balanced=True)

    def _within(self, title: Flowed, top: int) -> Flowed:
        """The title in the lines that there is room for, at least one."""
        most = max(1, (self.height - top) // max(1, title.line))
        if len(title.lines) <= most:
            return title
        runs = dict.fromkeys(piece.run for line in title.lines for piece in line)
        room = self._room - (self._px(self.setting.title + 7) if self.setting.detail is Detail.BARE else 0)
        return flow(tuple(runs), max(1, room), most)

    def _cause(self, card: Card, room: int) -> Flowed:
        """The cause in the lines there are; where it has no room, as many of its clauses as have."""
        listed = self.setting.detail is Detail.ARGUMENTS and card.lines and self.recedes
        if not card.cause or listed or not (card.moved or self.setting.tells_all_causes):
            return flow((), 1)
        found = self._cause_in(card, room, self.setting.cause)
        least = LEAST_CAUSE if self.look.scale >= ENLARGED else self.setting.cause
        for size in range(self.setting.cause - 1, least - 1, -1):
            if not found.cut:
                break
            found = self._cause_in(card, room, size)
        return found

    def _cause_in(self, card: Card, room: int, size: int) -> Flowed:
        type_ = type_in(self.look, size)
        most = min(self.setting.most, (room - self._px(3)) // type_.line)
        if self.setting.detail is Detail.ARGUMENTS:
            spare = room - self._px(3) - self._under(card)
            most = max(most, min(MOST_CAUSE_LINES, spare // type_.line))
        if most < 1:
            return flow((), 1)
        ink = "ink" if card.moved else "ink_faint" if self.recedes else "ink_soft"
        told = (flow((Run(text, type_, ink),), self._room, most) for text in _shorter(card.cause, card.brief))
        last = flow((Run(card.brief or card.cause, type_, ink),), self._room, most)
        return next((one for one in told if not one.cut), last)

    def _arguments(self, card: Card, face: Face, top: int) -> Face:
        if not card.lines:
            return face
        left, side = self._px(self.setting.inset), self._px(12)
        rule = top + self._px(8)
        top = rule + self._px(7)
        words, signs = list(face.words), list(face.signs)
        start = left + side + self._px(8)
        for line in card.lines:
            ink = "ink" if card.moved and not line.struck else "ink_soft"
            run = Run(line.text, type_in(self.look, 13 if self.setting.roomy else 12), ink, line.struck)
            told = flow((run,), max(1, self.width - start - left), 1)
            words.append(Words(told, start, top + (self._line - told.line) // 2))
            if line.sign is not None:
                signs.append((line.sign, QRectF(left, top + (self._line - side) // 2, side, side)))
            top += self._line
        return Face(tuple(words), tuple(signs), face.head, rule)

    def _bare(self, card: Card) -> Face:
        """The sign with the title beside it, both in the middle of the height."""
        coded, short = not self.setting.room, replace(card, title=card.short or card.title)
        ways = [(card, coded), (card, False), (short, coded), (short, False)]
        titles = (self._title(*way) for way in ways)
        title = next((one for one in titles if one.height + self._px(2) <= self.height), None)
        if title is None:
            title = self._within(self._title(short, coded=False), self._px(2))
        side, left = self._px(self.setting.title + 1), self._px(self.setting.inset)
        cause = self._beneath(card, self._room - side - self._px(6), self.height - title.height)
        top = max(0, (self.height - title.height - cause.height) // 2)
        sign = QRectF(left, top + (title.line - side) // 2, side, side)
        words = [Words(title, left + side + self._px(6), top)]
        if cause.lines:
            words.append(Words(cause, words[0].left, top + title.height))
        return Face(tuple(words), ((card.sign, sign),))

    def _beneath(self, card: Card, width: int, height: int) -> Flowed:
        """The cause of a card that moved, where it has room in whole clauses under a bare title."""
        type_ = type_in(self.look, min(self.setting.cause, SMALLEST))
        most = min(CAUSE_LINES, (height - self._px(3)) // type_.line)
        texts = _shorter(card.cause, card.brief) if card.moved and card.cause and most else ()
        told = (flow((Run(text, type_, "ink"),), max(1, width), most) for text in texts)
        return next((one for one in told if not one.cut), flow((), 1))
