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
from desktop.base.theme import Look, look
from desktop.kit.block import BlockWidget, has_place
from desktop.kit.layout.kept import KeptWidgets
from desktop.kit.layout.needs import GAP, growth_of, has_only_lines, has_table, share_of
from desktop.kit.layout.screens import COMFORT
from desktop.kit.layout.sharing import Claim, dealt
from desktop.kit.text import TextBox
from desktop.kit.words_view import WordsView
from models.schema.page import Block, Table

UNDER_HEADING = 6
"""The room under a heading, unscaled."""
PARTED = 160
"""A table makes do with this height in front of a room, where it comes in parts; unscaled."""
EDGE = 4
"""So far blocks may reach over a column's own place, for rings and such; unscaled."""


def moved(found: list[TextBox], by: QWidget) -> list[TextBox]:
    """Boxes of a child's texts as its parent sees them."""
    place = by.pos()
    return [TextBox(box.text, box.place.translated(place), box.room.translated(place)) for box in found]


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


class Column(QWidget):
    """Lays blocks out one below the other.

    One that `fills` gives panels what is free, so that panels side by side are equally high.
    """

    acted = Signal(object)
    resized = Signal()

    def __init__(self, controls: bool, parent: QWidget | None = None, *, fills: bool = False) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StaticContents)  # only what is within is painted
        self.look: Look = look()
        self._fills = fills
        self._controls = controls
        self._blocks: tuple[Block, ...] = ()
        self._sight: tuple[Block, ...] = ()
        self._kept = KeptWidgets(self, controls, self.look, self.acted)
        self._laid: Measured | None = None
        self._answers = _Answers()

    def receive(self, blocks: tuple[Block, ...], *, laid: bool = True) -> None:
        """Show these blocks, laid out unless that follows anyway."""
        if blocks == self._blocks:
            return
        self._blocks = self._sight = blocks
        self._laid = None
        self._kept.receive(blocks)
        if laid:
            self.lay()

    def wear(self, look: Look) -> None:
        self.look = look
        self._kept.wear(look)
        self.lay()

    def set_framed(self, framed: bool) -> None:
        """Say whether tables have a frame of their own; a panel's have not."""
        self._kept.framed = framed

    @property
    def blocks(self) -> tuple[Block, ...]:
        """All blocks, in sight or not."""
        return self._blocks

    def show_only(self, blocks: tuple[Block, ...]) -> None:
        """Measure, lay out and show these of the blocks.

        The others are put away instead of hidden: Qt does not tell a hidden widget how large it is.
        """
        self._sight, self._laid = blocks, None
        for block in self._blocks:
            if block not in blocks:
                self._kept.put_away(block)

    def widget(self, identifier: str) -> BlockWidget | None:
        """The widget of a block, or of one within it."""
        return self._kept.named(identifier)

    def hold_back(self, identifiers: frozenset[str]) -> None:
        for widget in self._kept.all:
            widget.hold_back(identifiers)

    @property
    def share(self) -> int:
        """How much of what is left its blocks take."""
        return max((growth_of(block, self._fills) for block in self._blocks), default=0)

    @property
    def is_prose(self) -> bool:
        """Whether there is nothing but lines, which can be set larger where there is room."""
        return all(map(has_only_lines, self._blocks))

    def set_larger(self, larger: int) -> None:
        """Set lines and headings in a type that is so many unscaled pixels larger than usual."""
        self._kept.set_larger(larger)

    def set_stage(self, high: int) -> None:
        self._kept.set_stage(high)

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
            1 if has_only_lines(block) else self._kept.of(block).parts_in(width, one)
            for block, one in zip(blocks, heights, strict=True)
        ]
        return max(found, default=1) if all(found) else 0

    def most_in(self, width: int) -> int:
        """The height in a width that the blocks can fill."""
        claims = self._claims(width)
        return sum(head + one.natural + one.more for _, head, one in claims) + self._gaps(self._sight)

    def parts(self) -> int:
        return max((self._kept.of(block).parts() for block in self._sight), default=1)

    def show_part(self, number: int) -> None:
        for widget in self._kept.all:
            widget.show_part(number)

    def show_between(self, top: int, foot: int) -> None:
        for widget in self._kept.all:
            widget.show_between(top - widget.y(), foot - widget.y())

    def text_boxes(self) -> list[TextBox]:
        """Where all texts stand, those of headings first."""
        pairs = [(self._kept.of(block), self._kept.heading(block)) for block in self._sight]
        return _heads_first([(moved(widget.text_boxes(), widget), heading) for widget, heading in pairs])

    def put(self, place: QRect) -> None:
        """Take a place; the column itself is a little larger, so that nothing of a block is clipped at its edge."""
        self.setGeometry(_grown(place, self.look.px(EDGE)))
        if self._laid is None:
            self.lay()  # it has the size that it had before its blocks, or that Qt made up
        self._kept.settle()

    def lay(self) -> None:
        if not has_place(self):
            return
        edge = self.look.px(EDGE)
        width, height, claims = self._laid = self._measured()
        free = height - self._gaps(self._sight) - sum(head for _, head, _ in claims)
        heights = dealt(free, [claim for _, _, claim in claims])
        top = edge
        for (block, head, _), high in zip(claims, heights, strict=True):
            if heading := self._kept.heading(block):
                heading.setGeometry(edge, top, width, head - self.look.px(UNDER_HEADING))
            widget = self._kept.of(block)
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
            widget, heading = self._kept.of(block), self._kept.heading(block)
            head = heading.height_in(width) + self.look.px(UNDER_HEADING) if heading else 0
            natural = widget.natural_in(width)
            least = widget.least_in(width) if _yields(block) else natural
            if isinstance(block, Table) and not self._controls:
                least = min(least, self.look.px(PARTED))
            more = max(0, widget.most_in(width) - natural)
            result.append((block, head, Claim(least, natural, growth_of(block, self._fills), more)))
        return result
