"""A page, and the page as the room sees it: without what is private, and without controls."""

from collections.abc import Callable
from dataclasses import replace

from models.schema.action import Action
from models.schema.page.blocks import Beside, Cards, Choice, Fields, Map, Node, Sentences, Stack, Tree
from models.schema.page.signs import Block, Line, Sign
from models.schema.page.tables import (
    BarCell,
    ButtonsCell,
    Cell,
    ChipsCell,
    EntryCell,
    OptionsCell,
    Table,
    TextCell,
)
from models.schema.value import Answer


class Page(Answer):
    """One page: its title (a whole sentence), what stands under it, the choices at its right, and its blocks.

    `caption` is the one sentence that forty people read first; without one the title serves. A `large` page is set in
    the largest type in which all of it is seen. `progress` is the part of a walk that is behind it. `text` is the page
    as tab-separated text for the clipboard, made when it is asked for.
    """

    name: str
    title: str
    lead: tuple[Line, ...] = ()
    tools: tuple[Choice, ...] = ()
    blocks: tuple[Block, ...] = ()
    caption: tuple[Line, ...] = ()
    large: bool = False
    progress: float | None = None
    text: Callable[[], str] | None = None


class Tile(Answer):
    """One tile of the verdict strip: what it is, the ghost of what it was before the last change, its name.

    `short` stands where the tile has no room for it.
    """

    id: str
    code: str
    name: str
    short: str
    sign: Sign
    before: Sign | None = None
    moved: bool = False
    picked: bool = False
    spoken: str = ""
    action: Action | None = None


def for_room(page: Page) -> Page:
    """The page as the room sees it: without what is private, and without controls."""
    return replace(
        page,
        lead=_shown_lines(page.lead),
        tools=(),
        blocks=_shown(page.blocks),
        caption=_shown_lines(page.caption),
        text=None,
    )


def _shown(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    kept = (_shown_block(block) for block in blocks if not block.private)
    return tuple(block for block in kept if block is not None)


def _shown_block(block: Block) -> Block | None:
    match block:
        case Choice() | Fields():
            return None
        case Beside() | Stack():
            inner = _shown(block.blocks)
            return replace(block, blocks=inner) if inner else None
        case Cards():
            return replace(
                block,
                cards=tuple(
                    replace(card, action=None, lines=_shown_lines(card.lines)) for card in block.cards
                ),
            )
        case Sentences():
            lines = _shown_lines(block.lines)
            return replace(block, lines=lines) if lines else None
        case Tree():
            return replace(block, nodes=_shown_nodes(block.nodes))
        case Map():
            nodes = tuple(replace(node, action=None) for node in block.nodes)
            return replace(block, nodes=nodes, outline=_shown_nodes(block.outline), buttons=())
        case Table():
            return _shown_table(block)
        case _:
            return block


def _shown_lines(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    return tuple(replace(line, action=None, buttons=()) for line in lines if not line.private)


def _shown_nodes(nodes: tuple[Node, ...]) -> tuple[Node, ...]:
    return tuple(
        replace(
            node,
            line=replace(node.line, action=None, buttons=()),
            children=_shown_nodes(node.children),
        )
        for node in nodes
        if not node.line.private
    )


def _shown_table(table: Table) -> Table:
    kept = [place for place, column in enumerate(table.columns) if not (column.control or column.private)]
    columns = tuple(replace(table.columns[place], action=None) for place in kept)
    rows = tuple(
        replace(row, action=None, cells=tuple(_shown_cell(row.cells[place]) for place in kept))
        for row in table.rows
        if not row.private
    )
    return _without_empty(replace(table, columns=columns, rows=rows))


def _without_empty(table: Table) -> Table:
    """A table without the columns in which nobody has written anything yet."""
    kept = [
        place
        for place, _ in enumerate(table.columns)
        if not table.rows or any(row.cells[place] != TextCell(text="") for row in table.rows)
    ]
    columns = tuple(table.columns[place] for place in kept)
    rows = (replace(row, cells=tuple(row.cells[place] for place in kept)) for row in table.rows)
    return replace(table, columns=columns, rows=tuple(rows)) if len(kept) < len(table.columns) else table


def _shown_cell(cell: Cell) -> Cell:
    match cell:
        case EntryCell():
            return TextCell(text=cell.text)
        case ButtonsCell():
            return TextCell(text="")
        case OptionsCell():
            chosen = next((option for option in cell.options if option.chosen), None)
            return TextCell(text=chosen.text if chosen else "", sign=chosen.sign if chosen else None)
        case BarCell() if cell.action is not None:
            return replace(cell, action=None)
        case ChipsCell():
            return replace(cell, chips=_shown_lines(cell.chips))
        case _:
            return cell
