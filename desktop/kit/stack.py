"""Blocks that hold blocks: one below the other, perhaps on a panel, and side by side."""

from collections.abc import Callable, Sequence
from typing import TypeAlias

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop.base.guard import override
from desktop.base.theme import Look, Weight
from desktop.kit.block import BlockWidget, follow_width, has_place
from desktop.kit.column import EDGE, Column
from desktop.kit.layout.needs import GAP, NARROWEST, Claim, dealt, stands_beside, widths_beside
from desktop.kit.layout.panel import paint_panel, seen_of
from desktop.kit.text import Run, TextBox, type_in
from desktop.kit.words_view import WordsView
from models.schema.page import Beside, Stack, Table

PADDING, ABOVE, UNDER_TITLE = 14, 10, 4
"""The room within a panel at its sides, above and below, and under its heading; unscaled."""
HeightIn: TypeAlias = Callable[[Column, int], int]


class HoldingWidget(BlockWidget):
    """Holds columns of blocks, which hear all that it is told."""

    bleed = EDGE

    def __init__(self, controls: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(controls, parent)
        self._columns: list[Column] = []
        self._larger = 0
        follow_width(self)

    def _add_column(self, *, fills: bool) -> Column:
        column = Column(self.controls, self, fills=fills)
        column.wear(self.look)
        column.set_larger(self._larger)
        column.acted.connect(self.acted)
        column.resized.connect(self.updateGeometry)
        self._columns.append(column)
        return column

    @property
    def _shown(self) -> Sequence[Column]:
        return self._columns

    def _high(self, width: int, height_in: HeightIn) -> int:
        """How high all of it is in a width, if columns are as high as they answer."""
        raise NotImplementedError(type(self))

    @override
    def wear(self, look: Look) -> None:
        super().wear(look)
        for column in self._columns:
            column.wear(look)
        self.lay()

    @override
    def within(self, identifier: str) -> BlockWidget | None:
        found = (column.widget(identifier) for column in self._columns)
        return next((widget for widget in found if widget is not None), None)

    @override
    def parts(self) -> int:
        return max((column.parts() for column in self._columns), default=1)

    @override
    def show_part(self, number: int) -> None:
        for column in self._columns:
            column.show_part(number)

    @override
    def show_between(self, top: int, foot: int) -> None:
        for column in self._columns:
            column.show_between(top - column.y(), foot - column.y())

    @override
    def hold_back(self, identifiers: frozenset[str]) -> None:
        for column in self._columns:
            column.hold_back(identifiers)

    @override
    def text_boxes(self) -> list[TextBox]:
        return [box.moved(column.pos()) for column in self._shown for box in column.text_boxes()]

    @override
    def natural_in(self, width: int) -> int:
        return self._high(width, Column.natural_in)

    @override
    def least_in(self, width: int) -> int:
        return self._high(width, Column.height_in)

    @override
    def most_in(self, width: int) -> int:
        return self._high(width, Column.most_in)

    @override
    def set_larger(self, larger: int) -> None:
        self._larger = larger
        for column in self._columns:
            column.set_larger(larger)
        self.lay()

    @override
    def heightForWidth(self, width: int) -> int:
        return self.natural_in(width)

    @override
    def sizeHint(self) -> QSize:
        width = self.look.px(NARROWEST) * max(1, len(self._shown))
        return QSize(width, self.heightForWidth(width))


class StackWidget(HoldingWidget):
    """Shows blocks one below the other, on a panel where that is wished."""

    def __init__(self, controls: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(controls, parent)
        self._panel = False
        self._between: tuple[int, int] | None = None
        self._words = ("", "")
        self._heading = WordsView(self)
        self._column = self._add_column(fills=False)

    @override
    def receive(self, block: Stack) -> None:
        self._panel = block.panel
        self._words = (block.heading, block.ask if self.controls else "") if block.panel else ("", "")
        self._set_heading()
        self._column.framed = not block.panel
        self._column.receive(block.blocks)
        for widget in map(self._column.widget, [part.id for part in block.blocks]):
            if widget is not None:
                widget.stand_under(block.heading)
        self.updateGeometry()
        self.lay()

    @override
    def wear(self, look: Look) -> None:
        self.look = look
        self._set_heading()
        super().wear(look)

    @override
    def show_between(self, top: int, foot: int) -> None:
        self._between = top, foot
        super().show_between(top, foot)
        self.update()

    @override
    def text_boxes(self) -> list[TextBox]:
        return self._heading.text_boxes() + super().text_boxes()

    @override
    def set_larger(self, larger: int) -> None:
        self._larger = larger
        self._set_heading()
        super().set_larger(larger)

    @override
    def _high(self, width: int, height_in: HeightIn) -> int:
        room = width - 2 * self._padding
        return height_in(self._column, room) + self._head(room) + 2 * self._above

    def _set_heading(self) -> None:
        heading, ask = self._words
        kind = type_in(self.look, 14 + self._larger, Weight.SEMIBOLD)
        runs = [Run(heading, kind, "brand")] if heading else []
        runs += [Run(ask, type_in(self.look, 13), "ink_soft")] if ask else []
        self._heading.receive(tuple(runs), self.look)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._panel:
            paint_panel(self, seen_of(self._place, self.text_boxes(), self._between), self.look)

    @property
    def _padding(self) -> int:
        return self.look.px(PADDING) if self._panel else 0

    @property
    def _above(self) -> int:
        return self.look.px(ABOVE) if self._panel else 0

    def _head(self, width: int) -> int:
        return self._heading.height_in(width) + self.look.px(UNDER_TITLE) if self._heading.text() else 0

    @property
    def _place(self) -> QRect:
        edge = self.look.px(EDGE)
        return self.rect().adjusted(edge, edge, -edge, -edge)

    @override
    def lay(self) -> None:
        if not has_place(self):
            return
        pad, above = self._padding, self._above
        place = self._place.adjusted(pad, above, -pad, -above)
        head = self._head(place.width())
        self._heading.setGeometry(QRect(place.topLeft(), QSize(place.width(), head)))
        self._column.put(place.adjusted(0, head, 0, 0))


class BesideWidget(HoldingWidget):
    """Shows blocks side by side, or one below the other where there is no room."""

    _block: Beside | None = None

    @override
    def receive(self, block: Beside) -> None:
        self._block = block
        while len(self._columns) < len(block.blocks):
            self._add_column(fills=True)
        for place, column in enumerate(self._columns):
            shown = place < len(block.blocks)
            column.framed = self.framed
            column.receive((block.blocks[place],) if shown else ())
            column.setVisible(shown)
        self.updateGeometry()
        self.lay()

    @override
    def _high(self, width: int, height_in: HeightIn) -> int:
        heights = [height_in(column, across) for column, across in self._pairs(width)]
        if self._stands_beside(width):
            return max(heights, default=0)
        return sum(heights) + self.look.px(GAP) * max(0, len(heights) - 1)

    def _stands_beside(self, width: int) -> bool:
        block = self._block
        # in front of a room what does not fit is set smaller: a screen more costs more
        return block is None or stands_beside(block, width, self.look, whole=self.controls)

    def _pairs(self, width: int) -> list[tuple[Column, int]]:
        columns = self._shown
        if self._block is None or not self._stands_beside(width):
            return [(column, width) for column in columns]
        return list(zip(columns, widths_beside(self._block, width, self.look), strict=True))

    @property
    def _shown(self) -> Sequence[Column]:
        return self._columns[: len(self._block.blocks)] if self._block is not None else []

    @override
    def lay(self) -> None:
        if not has_place(self):
            return
        edge, gap = self.look.px(EDGE), self.look.px(GAP)
        width, height = max(1, self.width() - 2 * edge), self.height() - 2 * edge
        left = top = edge
        beside, pairs = self._stands_beside(width), self._pairs(width)
        heights = self._alike(height, pairs)
        if not beside:
            claims = [
                Claim(one.height_in(across), one.natural_in(across), one.share) for one, across in pairs
            ]
            heights = dealt(height - gap * max(0, len(pairs) - 1), claims)
        for (column, across), high in zip(pairs, heights, strict=True):
            column.put(QRect(left, top, across, high))
            left, top = (left + across + gap, top) if beside else (left, top + high + gap)

    def _alike(self, height: int, pairs: list[tuple[Column, int]]) -> list[int]:
        """Heights side by side: tables give way and grow by the same part, so that their rows are equally high."""
        blocks = self._block.blocks if self._block is not None else ()
        if not all(isinstance(block, Table) for block in blocks):
            return [height] * len(pairs)
        if not self.controls:
            return [min(height, one.natural_in(across)) for one, across in pairs]
        spans = [(one.height_in(across), one.most_in(across)) for one, across in pairs]
        least, most = max(spans, key=lambda span: span[1], default=(height, height))
        part = (height - least) / (most - least) if most > least else 1.0
        return [min(height, round(low + max(0.0, min(1.0, part)) * (high - low))) for low, high in spans]
