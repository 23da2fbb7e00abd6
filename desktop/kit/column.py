"""Blocks one below the other, and side by side: which widget shows which kind, and how they share the room.

The column draws the headings of blocks, but for tables and panels, which have theirs within their frame.
"""

from importlib import import_module

from PySide6.QtCore import QEvent, QRect, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from desktop.base.theme import Look, Weight, look
from desktop.kit.block import BlockWidget
from desktop.kit.text import Run, TextBox, type_in
from desktop.kit.words_view import WordsView
from models.schema.page import (
    Beside,
    Block,
    Cards,
    Choice,
    Fields,
    Figure,
    Map,
    Sentences,
    Stack,
    Table,
    Tree,
)

GAP, UNDER_HEADING = 14, 6
"""The room between two blocks, and under a heading; unscaled."""
EDGE = 4
"""So far blocks may reach over a column's own place, for rings and such; unscaled."""
NARROWEST = 280
"""Blocks stand side by side where each has at least this width."""
KINDS: dict[type[Block], tuple[str, str]] = {
    Cards: ("cards", "CardsWidget"),
    Table: ("table", "TableWidget"),
    Sentences: ("sentences", "SentencesWidget"),
    Tree: ("tree", "TreeWidget"),
    Figure: ("figure", "FigureWidget"),
    Map: ("map", "MapWidget"),
    Choice: ("choice", "ChoiceWidget"),
    Fields: ("fields", "FieldsWidget"),
    Stack: ("stack", "StackWidget"),
    Beside: ("stack", "BesideWidget"),
}
"""Where the widget of a kind lives; each is loaded when the kind is first shown, as charts take a second."""


def widget_for(block: Block, controls: bool) -> BlockWidget:
    """A new widget for a block's kind."""
    module, name = KINDS[type(block)]
    widget: BlockWidget = getattr(import_module(f"desktop.kit.{module}"), name)(controls)
    return widget


def share_of(block: Block) -> int:
    """How much of the free height a block takes: boards and maps take some without saying so."""
    if block.share:
        return block.share
    match block:
        case Cards() | Map():
            return 1
        case Stack() | Beside():
            return max((share_of(inner) for inner in block.blocks), default=0)
        case _:
            return 0


def has_table(block: Block) -> bool:
    """Whether a table is in it, at whatever depth."""
    inner = block.blocks if isinstance(block, Stack | Beside) else ()
    return isinstance(block, Table) or any(map(has_table, inner))


def heading_of(block: Block) -> str:
    """The heading that stands above a block; what has a frame has it within."""
    framed = isinstance(block, Table) or (isinstance(block, Stack) and block.panel)
    return "" if framed else block.heading


def height_in(widget: QWidget, width: int) -> int:
    """How high a widget would be in a width."""
    return widget.heightForWidth(width) if widget.hasHeightForWidth() else widget.sizeHint().height()


def moved(found: list[TextBox], by: QWidget) -> list[TextBox]:
    """Boxes of a child's texts as its parent sees them."""
    place = by.pos()
    return [TextBox(box.text, box.place.translated(place), box.room.translated(place)) for box in found]


class Column(QWidget):
    """Keeps a widget for each block as long as its kind and id stay, and lays them out one below the other.

    One that `fills` gives panels what is free, so that panels side by side are equally high.
    """

    acted = Signal(object)
    resized = Signal()

    def __init__(self, controls: bool, parent: QWidget | None = None, *, fills: bool = False) -> None:
        super().__init__(parent)
        self.look: Look = look()
        self.framed = True
        self._fills = fills
        self._controls = controls
        self._blocks: tuple[Block, ...] = ()
        self._widgets: dict[tuple[type[Block], str], BlockWidget] = {}
        self._headings: dict[str, WordsView] = {}

    def receive(self, blocks: tuple[Block, ...]) -> None:
        """Show these blocks."""
        if blocks == self._blocks:
            return
        self._blocks = blocks
        self._drop({(type(block), block.id) for block in blocks})
        for block in blocks:
            widget = self._widgets.get((type(block), block.id)) or self._make(block)
            widget.framed = self.framed
            widget.receive(block)
            self._head(block)
        self.lay()

    def wear(self, look: Look) -> None:
        """Take over another look, with all within."""
        self.look = look
        for widget in self._widgets.values():
            widget.wear(look)
        for block in self._blocks:
            self._head(block)
        self.lay()

    def widget(self, identifier: str) -> BlockWidget | None:
        """The widget of a block, or of one within it."""
        for (_, name), widget in self._widgets.items():
            if name == identifier:
                return widget
            inner = widget.within(identifier)
            if inner is not None:
                return inner
        return None

    def height_in(self, width: int) -> int:
        """The least height for a width: blocks that share what is free with their least."""
        return sum(head + own for _, head, own in self._heights(width)) + self._gaps

    def parts(self) -> int:
        """In how many parts the blocks come that part themselves."""
        return max((widget.parts() for widget in self._widgets.values()), default=1)

    def show_part(self, number: int) -> None:
        """Show one part of each block."""
        for widget in self._widgets.values():
            widget.show_part(number)

    def text_boxes(self) -> list[TextBox]:
        """Where all texts stand."""
        heads = [self._headings[block.id] for block in self._blocks if heading_of(block)]
        found = [box for head in heads for box in head.text_boxes()]
        for block in self._blocks:
            widget = self._widgets[type(block), block.id]
            found += moved(widget.text_boxes(), widget)
        return found

    def put(self, place: QRect) -> None:
        """Take a place; the column itself is a little larger, so that nothing of a block is clipped at its edge."""
        edge = self.look.px(EDGE)
        self.setGeometry(place.adjusted(-edge, -edge, edge, edge))

    def lay(self) -> None:
        """Put every block into its place."""
        edge = self.look.px(EDGE)
        width, height = max(1, self.width() - 2 * edge), self.height() - 2 * edge
        heights = self._heights(width)
        free = height - self._gaps - sum(head + own for _, head, own in heights)
        shares = sum(self._share(block) for block, _, _ in heights)
        top = edge
        for block, head, own in heights:
            share = self._share(block)
            high = own + (max(0, free) * share // shares if share else 0)
            if head:
                self._headings[block.id].setGeometry(edge, top, width, head - self.look.px(UNDER_HEADING))
            widget = self._widgets[type(block), block.id]
            bleed = self.look.px(widget.bleed)
            place = QRect(edge, top + head, width, high)
            widget.setGeometry(place.adjusted(-bleed, -bleed, bleed, bleed))
            top += head + high + self.look.px(GAP)

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LayoutRequest:
            self.lay()
            self.resized.emit()
            return True
        return super().event(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self.lay()
        super().resizeEvent(event)

    def _share(self, block: Block) -> int:
        """In front of a room tables take what is free, and come in parts where that is not enough."""
        is_panel = isinstance(block, Stack) and block.panel
        parted = not self._controls and has_table(block)
        return share_of(block) or int(parted or (self._fills and is_panel))

    @property
    def _gaps(self) -> int:
        return self.look.px(GAP) * max(0, len(self._blocks) - 1)

    def _heights(self, width: int) -> list[tuple[Block, int, int]]:
        """For each block the height of its heading, and its own (its least, if it shares what is free)."""
        result = []
        for block in self._blocks:
            widget = self._widgets[type(block), block.id]
            head = 0
            if heading_of(block):
                head = self._headings[block.id].height_in(width) + self.look.px(UNDER_HEADING)
            nested = isinstance(block, Stack | Beside)
            least = self._share(block) and not nested
            own = widget.minimumSizeHint().height() if least else height_in(widget, width)
            result.append((block, head, own))
        return result

    def _make(self, block: Block) -> BlockWidget:
        widget = widget_for(block, self._controls)
        widget.setParent(self)
        widget.setObjectName(block.id)
        widget.wear(self.look)
        widget.acted.connect(self.acted)
        widget.show()
        self._widgets[type(block), block.id] = widget
        return widget

    def _head(self, block: Block) -> None:
        text = heading_of(block)
        if not text:
            return
        if block.id not in self._headings:
            self._headings[block.id] = WordsView(self)
            self._headings[block.id].show()
        self._headings[block.id].receive(
            (Run(text, type_in(self.look, 13, Weight.SEMIBOLD), "brand"),), self.look
        )

    def _drop(self, kept: set[tuple[type[Block], str]]) -> None:
        headed = {block.id for block in self._blocks if heading_of(block)}
        gone: list[QWidget] = [self._widgets.pop(key) for key in set(self._widgets) - kept]
        gone += [self._headings.pop(name) for name in set(self._headings) - headed]
        for widget in gone:
            widget.hide()
            widget.deleteLater()
