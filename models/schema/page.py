"""A page: a title, a lead and blocks, the same value for the window, the room's screen, paper and files.

These are values of our own making, never read from a file, so they are plain frozen dataclasses: a page of four
hundred cells is described anew at every toggle. All texts are plain; nothing in them is ever markup.
A block, a column or a cell that is a control acts through an `Action`; the room and paper leave controls out.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from enum import StrEnum
from typing import Any, TypeAlias

from models.schema.action import Action
from models.schema.case import Case
from models.schema.value import Answer


class Shape(StrEnum):
    """The signs of states; a state is never told by colour alone."""

    TICK_DISC = "tick-disc"
    DIAMOND = "diamond"
    QUESTION_DISC = "question-disc"
    MINUS_DISC = "minus-disc"
    TRIANGLE = "triangle"
    SQUARE = "square"
    CROSS_DISC = "cross-disc"
    HALF_DISC = "half-disc"
    EMPTY_DISC = "empty-disc"
    SLASHED_DISC = "slashed-disc"
    TICK = "tick"
    CROSS = "cross"
    QUESTION = "question"
    CHAIN = "chain"
    RING = "ring"
    TWO_RINGS = "two-rings"
    DOT = "dot"
    FLAG = "flag"
    FLAG_OUTLINE = "flag-outline"
    LOOP = "loop"
    SOLID_LINE = "solid-line"
    DASHED_LINE = "dashed-line"
    DOTTED_LINE = "dotted-line"
    PLUS = "plus"


class Tone(StrEnum):
    """The names of colours in `resources/styles/tokens.toml`; a `_soft` companion exists where a ground is wanted."""

    GOOD = "good"
    WARN = "warn"
    OPEN = "open"
    BAD = "bad"
    ADDED = "added"
    BRAND = "brand"
    INK = "ink"
    SOFT = "ink_soft"
    FAINT = "ink_faint"


class Sign(Answer, kw_only=False):
    """The look of a state: a shape, a tone, and the word that says the same; `short` where there is little room."""

    shape: Shape
    tone: Tone
    word: str = ""
    short: str = ""


class Weight(StrEnum):
    """How much a line of text asks to be read."""

    CLOCK = "clock"
    CAPTION = "caption"
    TITLE = "title"
    STRONG = "strong"
    NORMAL = "normal"
    SOFT = "soft"
    FAINT = "faint"


class Option(Answer):
    """One way to choose: what it is called, what choosing it does, and whether it is chosen.

    `icon` names a file in `resources/icons`; `tip` says more.
    """

    text: str
    action: Action
    chosen: bool = False
    sign: Sign | None = None
    icon: str = ""
    tip: str = ""
    enabled: bool = True


class Line(Answer):
    """One line or short paragraph: a sign, the name before its code, and what else is said.

    `quiet` leads in softly ("Why act?"), `note` follows softly at the right end or after the text.
    `action` is what picking the line does; `buttons` are small controls at its end.
    """

    text: str
    sign: Sign | None = None
    code: str = ""
    quiet: str = ""
    note: str = ""
    weight: Weight = Weight.NORMAL
    tone: Tone | None = None
    struck: bool = False
    indent: int = 0
    private: bool = False
    tip: str = ""
    action: Action | None = None
    buttons: tuple[Option, ...] = ()


class Block(Answer):
    """What all kinds have: an id that stays the same as long as it is the same block, and perhaps a heading.

    `private` is for the facilitator only; `share` is how much of the free height or width it takes beside others
    (0 takes what it needs).
    """

    id: str
    heading: str = ""
    private: bool = False
    share: int = 0


class Card(Answer):
    """One recommendation in its fixed slot.

    `change` is set if the last change moved it ("held → not needed", "4 → 3"); a moved card is strong, the others
    recede. `lines` are its arguments, shown where there is room. `before` is the sign that it had.
    """

    id: str
    code: str
    title: str
    sign: Sign
    cause: str = ""
    change: str = ""
    before: Sign | None = None
    moved: bool = False
    lines: tuple[Line, ...] = ()
    picked: bool = False
    spoken: str = ""
    action: Action | None = None


class Count(Answer):
    """A sign of the key and how many there are; zero is shown faintly."""

    sign: Sign
    number: int


class Cards(Block):
    """Cards in fixed slots, with the key in the last one; `large` and `small` are for the room's last slot."""

    cards: tuple[Card, ...]
    key: tuple[Count, ...] = ()
    large: str = ""
    small: str = ""


class Width(StrEnum):
    """How wide a column is: as its widest cell, an equal share of what is left, or no more than a sign needs."""

    FIT = "fit"
    STRETCH = "stretch"
    SIGN = "sign"


class Column(Answer):
    """One declared column; a `control` is left out in the room and on paper. `slanted` names stand over the column."""

    id: str
    title: str = ""
    code: str = ""
    width: Width = Width.FIT
    slanted: bool = False
    right: bool = False
    control: bool = False
    private: bool = False
    tone: Tone | None = None
    sign: Sign | None = None
    tip: str = ""
    action: Action | None = None


class TextCell(Answer):
    """Words: a name before its code, with what else is said beneath."""

    text: str
    code: str = ""
    detail: str = ""
    sign: Sign | None = None
    weight: Weight = Weight.NORMAL
    tone: Tone | None = None
    struck: bool = False
    lines: int = 1
    tip: str = ""


class SignCell(Answer):
    """A state; `before` stands before it with an arrow, `ground` lays its soft colour under it, `words` spells it."""

    sign: Sign | None = None
    before: Sign | None = None
    ground: bool = False
    words: bool = False
    tip: str = ""


class BarCell(Answer):
    """A part of a whole from 0 to 1, with the words for it; None where there is no figure.

    One with an `action` is slid: the action is `filled` with where it is let go of, or with None to take that back.
    """

    value: float | None
    text: str
    tone: Tone = Tone.BRAND
    tip: str = ""
    action: Action | None = None


class SpreadCell(Answer):
    """A range from `low` to `high` within 0 to 1; `note` says what would narrow it. None where nothing is known."""

    low: float | None
    high: float | None
    text: str
    note: str = ""
    tip: str = ""


class Dot(Answer):
    """One group in a lane: a letter in a disc, its name where there is room, a small tally bar if it voted on paper.

    `lane` is the index of the stance; `came_from` the lane it was in the round before, drawn as a ghost and an arrow.
    """

    letter: str
    name: str
    lane: int
    tally: tuple[int, int, int] | None = None
    came_from: int | None = None
    tip: str = ""


class LanesCell(Answer):
    """Groups as dots in side-by-side lanes, each on the soft ground of its sign."""

    lanes: tuple[Sign, ...]
    dots: tuple[Dot, ...]
    tip: str = ""


class ChipsCell(Answer):
    """Names with their signs, as pills that wrap in a large row; in a small row the first, "and 3 more"."""

    chips: tuple[Line, ...]
    more: str = ""
    tip: str = ""


class OptionsCell(Answer):
    """A choice of one in a row of words; `wanting` draws attention where nothing is chosen."""

    options: tuple[Option, ...]
    wanting: bool = False
    tip: str = ""


class ButtonsCell(Answer):
    """Buttons, such as "Try"."""

    buttons: tuple[Option, ...]


class Entry(StrEnum):
    """What is typed in; `models.language.typed` says what value the action is filled with for each."""

    TEXT = "text"
    LONG_TEXT = "long-text"
    NUMBER = "number"
    PERCENT = "percent"
    DATE = "date"


class EntryCell(Answer):
    """Something typed in: its present words, and the action that is `filled` with what is typed.

    In the room it is a text, unless the column is private.
    """

    text: str
    action: Action
    kind: Entry = Entry.TEXT
    hint: str = ""
    label: str = ""
    day: date | None = None


Cell: TypeAlias = (
    TextCell | SignCell | BarCell | SpreadCell | LanesCell | ChipsCell | OptionsCell | ButtonsCell | EntryCell
)


class Row(Answer):
    """One row under its id. `section` heads a new section where it is set; `large` rows get room for detail.

    A `folded` row stands in one line with its neighbours until it is unfolded; `action` is what picking it does.
    """

    id: str
    cells: tuple[Cell, ...]
    section: str = ""
    large: bool = False
    picked: bool = False
    moved: bool = False
    faint: bool = False
    private: bool = False
    spoken: str = ""
    action: Action | None = None


class Table(Block):
    """Rows under declared columns, with the key to the signs in it and a line beneath."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    key: tuple[Sign, ...] = ()
    note: str = ""
    empty: str = ""


class Sentences(Block):
    """Lines to be read from top to bottom."""

    lines: tuple[Line, ...]
    columns: int = 1


class Node(Answer):
    """One line of a tree with what stands below it; `shut` nodes are folded at first."""

    id: str
    line: Line
    children: tuple["Node", ...] = ()
    shut: bool = False


class Tree(Block):
    """An outline: why a statement stands, or the map in words."""

    nodes: tuple[Node, ...]


class Chart(StrEnum):
    """The charts that `models/charts` knows how to draw."""

    REACH = "reach"
    LOAD = "load"
    TORNADO = "tornado"
    FORESIGHT = "foresight"


class Figure(Block):
    """A chart: which, the frozen values that it is drawn from, and the same in words."""

    chart: Chart
    values: Any
    alternative: str
    height: int = 320


class MapNode(Answer):
    """One statement on the map. `order` is its place in the fall, from 1; 0 where the last change did not turn it.

    A `plain` one is as the argument wants it, so that its sign need not be shown in little room.
    """

    id: str
    title: str
    code: str
    sign: Sign
    before: Sign | None = None
    order: int = 0
    plain: bool = False
    moved: bool = False
    dimmed: bool = False
    picked: bool = False
    note: str = ""
    kind: Sign | None = None
    spoken: str = ""
    action: Action | None = None


class MapRule(Answer):
    """One argument or objection on the map, or what `argues` for an assumption: whether it applies, how it turned.

    The shape of `turn` is its line: dashed where its conclusion fell with it, solid where an argument came or went.
    """

    id: str
    opposes: bool
    carries: bool
    open: bool = False
    used: bool = True
    turn: Sign | None = None
    dimmed: bool = False
    argues: bool = False
    kind: Sign | None = None
    spoken: str = ""


def arguing(assumption: str) -> str:
    """Under which id a map tells what argues for an assumption; no rule has a colon in its id."""
    return f"argued:{assumption}"


class Map(Block):
    """The argument from left to right; laid out once a case, so that a toggle only recolours it.

    `outline` says the same as a tree for those who do not see it; `buttons` stand beside those to zoom.
    """

    case: Case
    nodes: tuple[MapNode, ...]
    rules: tuple[MapRule, ...]
    headings: tuple[str, str, str]
    key: tuple[Sign, ...] = ()
    outline: tuple[Node, ...] = ()
    buttons: tuple[Option, ...] = ()


class Form(StrEnum):
    """How a choice is shown: words side by side, a menu, boxes to tick, buttons, or large ones to begin with."""

    SEGMENTS = "segments"
    MENU = "menu"
    TICKS = "ticks"
    BUTTONS = "buttons"
    LARGE = "large"


class Choice(Block):
    """A choice of one among a few, some to tick, or buttons. `label` names it for those who do not see it."""

    label: str
    options: tuple[Option, ...]
    form: Form = Form.SEGMENTS


class Field(Answer):
    """One thing to type in, with its label."""

    id: str
    label: str
    text: str
    action: Action
    kind: Entry = Entry.TEXT
    hint: str = ""
    private: bool = True


class Fields(Block):
    """Things to type in, and buttons beside them."""

    fields: tuple[Field, ...]
    buttons: tuple[Option, ...] = ()


class Beside(Block):
    """Blocks side by side, the widths by their `share`; one below the other where there is no room."""

    blocks: tuple[Block, ...]


class Stack(Block):
    """Blocks one below the other, on a panel of their own where `panel`.

    `ask` stands after the heading where there are controls, and says what they are for.
    """

    blocks: tuple[Block, ...]
    panel: bool = False
    ask: str = ""


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
    """One tile of the verdict strip: what it is, the ghost of what it was before the last change, a short name."""

    id: str
    code: str
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
