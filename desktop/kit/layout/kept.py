"""The widgets of blocks, kept as long as a block's kind and id stay, and the headings above them.

Tables and panels have their heading within their frame; the others have one above.
"""

from importlib import import_module

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.base.theme import Look, Weight, look
from desktop.kit.block import BlockWidget
from desktop.kit.text import Run, type_in
from desktop.kit.words_view import WordsView
from models.schema.page import (
    Block,
    Stack,
    Table,
)

AWAY = -20_000
"""Where a block is put that is not on the present screen, in pixels."""
HOMES = {"Beside": "stack"}
"""Where a widget lives that has no module of its kind's name."""


def widget_for(block: Block, controls: bool) -> BlockWidget:
    """A new widget for a block's kind; its module is loaded when the kind is first shown, as charts take a second."""
    kind = type(block).__name__
    module = import_module(f"desktop.kit.{HOMES.get(kind, kind.lower())}")
    widget: BlockWidget = getattr(module, f"{kind}Widget")(controls)
    return widget


def heading_of(block: Block) -> str:
    """The heading that stands above a block; what has a frame has it within."""
    framed = isinstance(block, Table) or (isinstance(block, Stack) and block.panel)
    return "" if framed else block.heading


class BlockWidgets(QWidget):
    """Makes a widget for a block that is new, hands on what it is told, and lets go of those whose block is gone."""

    acted = Signal(object)

    def __init__(self, controls: bool, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.framed = True
        self.look: Look = look()
        self._controls = controls
        self._larger = self._stage = 0
        self.blocks: tuple[Block, ...] = ()
        self._widgets: dict[tuple[type[Block], str], BlockWidget] = {}
        self._headings: dict[str, WordsView] = {}

    @property
    def all(self) -> tuple[BlockWidget, ...]:
        return tuple(self._widgets.values())

    def of(self, block: Block) -> BlockWidget:
        return self._widgets[type(block), block.id]

    def heading(self, block: Block) -> WordsView | None:
        return self._headings[block.id] if heading_of(block) else None

    def put_away(self, block: Block) -> None:
        for widget in filter(None, (self.of(block), self.heading(block))):
            widget.move(AWAY, AWAY)

    def widget(self, identifier: str) -> BlockWidget | None:
        for (_, name), widget in self._widgets.items():
            found = widget if name == identifier else widget.within(identifier)
            if found is not None:
                return found
        return None

    def hold_back(self, identifiers: frozenset[str]) -> None:
        for widget in self.all:
            widget.hold_back(identifiers)

    def _refill(self, blocks: tuple[Block, ...]) -> None:
        self.blocks = blocks
        self._drop({(type(block), block.id) for block in blocks})
        for block in blocks:
            widget = self._widgets.get((type(block), block.id)) or self._make(block)
            widget.framed = self.framed
            widget.receive(block)
            self._head(block)

    def wear(self, look: Look) -> None:
        self.look = look
        for widget in self.all:
            widget.wear(look)
        self._head_all()

    def set_larger(self, larger: int) -> None:
        if larger == self._larger:
            return
        self._larger = larger
        for widget in self.all:
            widget.set_larger(larger)
        self._head_all()

    def set_stage(self, high: int) -> None:
        if high != self._stage:
            self._stage = high
            for widget in self.all:
                widget.set_stage(high)

    def settle(self) -> None:
        """Let the blocks take in what they were told before they had their places."""
        for widget in self.all:
            widget.settle()

    def _make(self, block: Block) -> BlockWidget:
        widget = widget_for(block, self._controls)
        widget.setParent(self)
        widget.setObjectName(block.id)
        widget.wear(self.look)
        widget.set_larger(self._larger)
        widget.set_stage(self._stage)
        widget.acted.connect(self.acted)
        widget.show()
        self._widgets[type(block), block.id] = widget
        return widget

    def _head_all(self) -> None:
        for block in self.blocks:
            self._head(block)

    def _head(self, block: Block) -> None:
        text = heading_of(block)
        if not text:
            return
        if block.id not in self._headings:
            self._headings[block.id] = WordsView(self)
            self._headings[block.id].show()
        self._headings[block.id].receive(
            (Run(text, type_in(self.look, 13 + self._larger, Weight.SEMIBOLD), "brand"),), self.look
        )

    def _drop(self, kept: set[tuple[type[Block], str]]) -> None:
        headed = {block.id for block in self.blocks if heading_of(block)}
        gone: list[QWidget] = [self._widgets.pop(key) for key in set(self._widgets) - kept]
        gone += [self._headings.pop(name) for name in set(self._headings) - headed]
        for widget in gone:
            widget.hide()
            widget.deleteLater()
