"""The argument as a map, from left to right, and as a tree for those who do not see it."""

from models.schema.action import Action
from models.schema.case import Case
from models.schema.page.lines import Block, Line, Option
from models.schema.page.signs import Sign
from models.schema.value import Answer


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
