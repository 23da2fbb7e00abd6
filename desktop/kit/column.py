"""Blocks one below the other: where each of them stands.

The column draws the headings of blocks, but for tables and panels, which have theirs within their frame.
"""

from collections.abc import Callable, Iterator
from itertools import count
from typing import TypeAlias

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from desktop.base.guard import override
from desktop.base.theme import Look
from desktop.kit.block import has_place
from desktop.kit.layout.kept import BlockWidgets
from desktop.kit.layout.needs import GAP, Claim, dealt, growth_of, has_only_lines, has_table, share_of
from desktop.kit.layout.screens import COMFORT
from desktop.kit.text import TextBox
from desktop.kit.words_view import WordsView
from models.schema.page import Block, Table

UNDER_HEADING = 6
"""The room under a heading, unscaled."""
PARTED = 160
"""A table makes do with this height in front of a room, where it comes in parts; unscaled."""
EDGE = 4
"""So far blocks may reach over a column's own place, for rings and such; unscaled."""


def _heads_first(found: list[tuple[list[TextBox], WordsView | None]]) -> list[TextBox]:
    """The texts of blocks behind those of all headings over them."""
    heads = [box for boxes, heading in found if heading for box in _heads_over(boxes, heading.text_boxes())]
    return heads + [box for boxes, _ in found for box in boxes]


def _heads_over(boxes: list[TextBox], heads: list[TextBox]) -> Iterator[TextBox]:
    """The texts of a heading, with room down to the first line under them: they are not cut off from it."""
    for head in heads:
        below = (box.place for box in boxes if box.place.top() >= head.place.bottom())
        yield head._replace(room=head.room.united(next(below, QRect())))


def _grown(place: QRect, by: int) -> QRect:
    return place.adjusted(-by, -by, by, by)


def _yields(block: Block) -> bool:
    """Whether a block does with its least: tables do, as their rows can be lower, and come in parts in a room."""
    return bool(share_of(block)) or has_table(block)


Claims: TypeAlias = list[tuple[Block, int, Claim]]
Measured: TypeAlias = tuple[int, int, Claims]


class _Answers:
    """What a column has answered within one question of how high something is, while which nothing changes.

    A column asks each block for its natural, its least and its most height, and a block that holds blocks
    would ask each of its own three times for each of these.
    """

    numbers = count(1)
    question = 0

    def __init__(self) -> None:
        self._question = 0
        self._known: dict[tuple[int, tuple[int, ...]], Claims] = {}

    def of(self, width: int, blocks: tuple[Block, ...], worked_out: Callable[[], Claims]) -> Claims:
        """What blocks claim in a width: worked out once for a question, which lasts as long as the outermost of it."""
        outermost = not _Answers.question
        if outermost:
            _Answers.question = next(_Answers.numbers)
        try:
            if _Answers.question != self._question:
                self._question, self._known = _Answers.question, {}
            key = width, tuple(map(id, blocks))
            if key not in self._known:
                self._known[key] = worked_out()
            return self._known[key]
        finally:
            if outermost:
                _Answers.question = 0


class Column(BlockWidgets):
    """Lays blocks out one below the other.

    One that `fills` gives panels what is free, so that panels side by side are equally high.
    """

    resized = Signal()

    def __init__(self, controls: bool, parent: QWidget | None = None, *, fills: bool = False) -> None:
        super().__init__(controls, parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StaticContents)  # only what is within is painted
        self._fills = fills
        self._sight: tuple[Block, ...] = ()
        self._laid: Measured | None = None
        self._answers = _Answers()

    def receive(self, blocks: tuple[Block, ...], *, laid: bool = True) -> None:
        """Show these blocks, laid out unless that follows anyway."""
        if blocks == self.blocks:
            return
        self._sight, self._laid = blocks, None
        self._refill(blocks)
        if laid:
            self.lay()

    @override
    def wear(self, look: Look) -> None:
        super().wear(look)
        self.lay()

    def show_only(self, blocks: tuple[Block, ...]) -> None:
        """Measure, lay out and show these of the blocks.

        The others are put away instead of hidden: Qt does not tell a hidden widget how large it is.
        """
        self._sight, self._laid = blocks, None
        for block in self.blocks:
            if block not in blocks:
                self.put_away(block)

    @property
    def share(self) -> int:
        """How much of what is left its blocks take."""
        return max((growth_of(block, self._fills) for block in self.blocks), default=0)

    @property
    def is_prose(self) -> bool:
        """Whether there is nothing but lines, which can be set larger where there is room."""
        return all(map(has_only_lines, self.blocks))

    def height_in(self, width: int) -> int:
        """The least height for a width: blocks that share what is free with their least."""
        return sum(head + claim.least for _, head, claim in self._claims(width)) + self._gaps(self._sight)

    def natural_in(self, width: int) -> int:
        """The height in a width in which nothing has to scroll."""
        return sum(head + claim.natural for _, head, claim in self._claims(width)) + self._gaps(self._sight)

    def comforts(self, width: int, high: int) -> list[tuple[Block, int]]:
        """Each block in sight with the height that it should have on a screen of the room."""
        return [
            (block, head + (min(claim.natural, round(high * COMFORT)) if has_table(block) else claim.least))
            for block, head, claim in self._claims(width)
        ]

    def parts_in(self, blocks: tuple[Block, ...], width: int, high: int) -> int:
        """In how many parts some of the blocks would come; 0 where that is known only once they are laid out."""
        claims = self._claims(width, blocks)
        free = high - self._gaps(blocks) - sum(head for _, head, _ in claims)
        if free < sum(claim.least for _, _, claim in claims):
            return 0
        heights = dealt(free, [claim for _, _, claim in claims])
        found = [
            1 if has_only_lines(block) else self.of(block).parts_in(width, one)
            for block, one in zip(blocks, heights, strict=True)
        ]
        return max(found, default=1) if all(found) else 0

    def most_in(self, width: int) -> int:
        """The height in a width that the blocks can fill."""
        claims = self._claims(width)
        return sum(head + one.natural + one.more for _, head, one in claims) + self._gaps(self._sight)

    def parts(self) -> int:
        return max((self.of(block).parts() for block in self._sight), default=1)

    def show_part(self, number: int) -> None:
        for widget in self.all:
            widget.show_part(number)

    def show_between(self, top: int, foot: int) -> None:
        for widget in self.all:
            widget.show_between(top - widget.y(), foot - widget.y())

    def text_boxes(self) -> list[TextBox]:
        """Where all texts stand, those of headings first."""
        found = []
        for block in self._sight:
            widget = self.of(block)
            found.append(([box.moved(widget.pos()) for box in widget.text_boxes()], self.heading(block)))
        return _heads_first(found)

    def put(self, place: QRect) -> None:
        """Take a place; the column itself is a little larger, so that nothing of a block is clipped at its edge."""
        self.setGeometry(_grown(place, self.look.px(EDGE)))
        if self._laid is None:
            self.lay()  # it has the size that it had before its blocks, or that Qt made up
        self.settle()

    def lay(self) -> None:
        if not has_place(self):
            return
        edge = self.look.px(EDGE)
        width, height, claims = self._laid = self._measured()
        free = height - self._gaps(self._sight) - sum(head for _, head, _ in claims)
        heights = dealt(free, [claim for _, _, claim in claims])
        top = edge
        for (block, head, _), high in zip(claims, heights, strict=True):
            if heading := self.heading(block):
                heading.setGeometry(edge, top, width, head - self.look.px(UNDER_HEADING))
            widget = self.of(block)
            widget.setGeometry(_grown(QRect(edge, top + head, width, high), self.look.px(widget.bleed)))
            top += head + high + self.look.px(GAP)

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LayoutRequest:
            if self._laid != self._measured():
                self.lay()
                self.resized.emit()
            return True
        return super().event(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self.lay()
        super().resizeEvent(event)

    def _measured(self) -> Measured:
        """Its width and height, and what its blocks claim there."""
        edges = 2 * self.look.px(EDGE)
        width = max(1, self.width() - edges)
        return width, self.height() - edges, self._claims(width)

    def _gaps(self, blocks: tuple[Block, ...]) -> int:
        return self.look.px(GAP) * max(0, len(blocks) - 1)

    def _claims(self, width: int, blocks: tuple[Block, ...] | None = None) -> Claims:
        """For each block, of those in sight or of others, the height of its heading, and what it claims for itself."""
        shown = self._sight if blocks is None else blocks
        return self._answers.of(width, shown, lambda: self._claimed(width, shown))

    def _claimed(self, width: int, blocks: tuple[Block, ...]) -> Claims:
        result = []
        for block in blocks:
            widget, heading = self.of(block), self.heading(block)
            head = heading.height_in(width) + self.look.px(UNDER_HEADING) if heading else 0
            natural = widget.natural_in(width)
            least = widget.least_in(width) if _yields(block) else natural
            if isinstance(block, Table) and not self._controls:
                least = min(least, self.look.px(PARTED))
            more = max(0, widget.most_in(width) - natural)
            result.append((block, head, Claim(least, natural, growth_of(block, self._fills), more)))
        return result
