"""The other kinds of block: cards, sentences, figures, choices, forms, the map, and blocks that hold blocks."""

from enum import StrEnum
from typing import Any

from models.schema.action import Action
from models.schema.case import Case
from models.schema.page.signs import Block, Line, Option, Sign
from models.schema.page.tables import Entry
from models.schema.value import Answer


class Card(Answer):
    """One recommendation in its fixed slot, with its cause, and another in `brief` where that has no room.

    `change` is set if the last change moved it ("held → not needed", "4 → 3"); a moved card is strong, the others
    recede. `lines` are its arguments, shown where there is room. `before` is the sign that it had. `short` is a name
    for where the title would be cut.
    """

    id: str
    code: str
    title: str
    sign: Sign
    cause: str = ""
    brief: str = ""
    change: str = ""
    before: Sign | None = None
    moved: bool = False
    lines: tuple[Line, ...] = ()
    picked: bool = False
    short: str = ""
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


class Sentences(Block):
    """Lines to be read from top to bottom."""

    lines: tuple[Line, ...]
    columns: int = 1


class Chart(StrEnum):
    """The charts that `models/charts` knows how to draw."""

    REACH = "reach"
    LOAD = "load"
    TORNADO = "tornado"
    FORESIGHT = "foresight"
    CODE = "code"


class Figure(Block):
    """A chart: which, the frozen values that it is drawn from, and the same in words."""

    chart: Chart
    values: Any
    alternative: str
    height: int = 320


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


class Node(Answer):
    """One line of a tree with what stands below it; `shut` nodes are folded at first."""

    id: str
    line: Line
    children: tuple["Node", ...] = ()
    shut: bool = False


class Tree(Block):
    """An outline: why a statement stands, or the map in words."""

    nodes: tuple[Node, ...]


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
    `asks` stands where its lines arrive if not all of them are needed, the longest that has room: "any of 3", "any".
    """

    id: str
    opposes: bool
    carries: bool
    open: bool = False
    used: bool = True
    turn: Sign | None = None
    dimmed: bool = False
    argues: bool = False
    asks: tuple[str, ...] = ()
    kind: Sign | None = None
    spoken: str = ""


def arguing(assumption: str) -> str:
    """Under which id a map tells what argues for an assumption; no rule has a colon in its id."""
    return f"argued:{assumption}"


class Map(Block):
    """The argument from left to right; laid out once a case, so that a toggle only recolours it.

    `key` says what lines mean, and `kinds` what the lines under names do. `outline` says the same as a tree for those
    who do not see it; `buttons` stand beside those to zoom.
    """

    case: Case
    nodes: tuple[MapNode, ...]
    rules: tuple[MapRule, ...]
    headings: tuple[str, str, str]
    key: tuple[Sign, ...] = ()
    kinds: tuple[Sign, ...] = ()
    outline: tuple[Node, ...] = ()
    buttons: tuple[Option, ...] = ()
