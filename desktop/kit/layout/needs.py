"""What a block needs, by its kind and by what is in it: its part of what is free, and room to stand beside another.

Blocks one below the other share a height: each gets its least, then what it would like, then of what is left.
"""

from collections.abc import Sequence
from typing import NamedTuple

from desktop.base.theme import Look
from models.schema.page import (
    Beside,
    Block,
    Cards,
    Column,
    Fields,
    Figure,
    Map,
    Sentences,
    Stack,
    Table,
    Width,
)

GAP = 14
"""The room between two blocks, unscaled."""
NARROWEST, NARROWEST_TABLE = 280, 440
"""Blocks stand side by side where each has at least this width; unscaled."""
NAMED = 240
"""A matrix stands beside something where its rows have so much for their names, and every column is seen; unscaled."""


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


def growth_of(block: Block, fills: bool = False) -> int:
    """How much of what is left a block takes once all have what they like: what has lines or a chart, none.

    In a column that `fills`, a panel takes some nonetheless: panels side by side are equally high.
    """
    match block:
        case Stack(panel=True) if fills:
            return growth_of(block) or 1
        case Table() | Figure():
            return 0
        case Stack() | Beside():
            return max(map(growth_of, block.blocks), default=0)
        case _:
            return share_of(block)


def has_table(block: Block) -> bool:
    """Whether a table is in it, at whatever depth."""
    inner = block.blocks if isinstance(block, Stack | Beside) else ()
    return isinstance(block, Table) or any(map(has_table, inner))


def cells_in(blocks: tuple[Block, ...]) -> int:
    """How many cells the tables among blocks have, at whatever depth."""
    return sum(
        cells_in(block.blocks)
        if isinstance(block, Stack | Beside)
        else len(block.rows) * len(block.columns)
        if isinstance(block, Table)
        else 0
        for block in blocks
    )


def has_places(block: Block) -> bool:
    """Whether cards, a map or a chart is in it, at whatever depth: in these everything has a place of its own."""
    inner = block.blocks if isinstance(block, Stack | Beside) else ()
    return isinstance(block, Cards | Map | Figure) or any(map(has_places, inner))


def has_only_lines(block: Block) -> bool:
    """Whether nothing but lines is in it, at whatever depth, and what is typed in."""
    if isinstance(block, Stack | Beside):
        return all(map(has_only_lines, block.blocks))
    return isinstance(block, Sentences | Fields)


def narrowest(block: Block, *, whole: bool = False) -> int:
    """The width, unscaled, below which a block does not stand beside another; a matrix perhaps only if it is whole."""
    if isinstance(block, Stack | Beside):
        return max((narrowest(inner, whole=whole) for inner in block.blocks), default=NARROWEST)
    if isinstance(block, Table):
        if whole and any(column.slanted for column in block.columns):
            named = NAMED if block.columns[0].width is not Width.SIGN else 0
            return max(NARROWEST, named + sum(map(_narrowest_column, block.columns[1:])))
        return min(NARROWEST_TABLE, max(NARROWEST, sum(map(_narrowest_column, block.columns))))
    return NARROWEST


def _narrowest_column(column: Column) -> int:
    return 26 if column.width is Width.SIGN else 70 if column.control else 150


def stands_beside(block: Beside, width: int, look: Look, *, whole: bool = False) -> bool:
    pairs = zip(block.blocks, widths_beside(block, width, look), strict=True)
    return all(across >= look.px(narrowest(inner, whole=whole)) for inner, across in pairs)


def widths_beside(block: Beside, width: int, look: Look) -> list[int]:
    shares = [inner.share or 1 for inner in block.blocks]
    free = width - look.px(GAP) * max(0, len(shares) - 1)
    return [free * share // sum(shares) for share in shares]


def unfolded(blocks: tuple[Block, ...], width: int, look: Look) -> tuple[Block, ...]:
    """The blocks, with those side by side that have no room for it one below the other."""
    result: list[Block] = []
    for block in blocks:
        apart = isinstance(block, Beside) and not stands_beside(block, width, look)
        result += unfolded(block.blocks, width, look) if isinstance(block, Beside) and apart else (block,)
    return tuple(result)


def apart(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks with all of them one below the other, so that tables among them come in parts by themselves."""
    result: list[Block] = []
    for block in blocks:
        holds_others = isinstance(block, Beside) or (isinstance(block, Stack) and not block.panel)
        plain = holds_others and not block.heading and has_table(block)
        result += apart(block.blocks) if isinstance(block, Stack | Beside) and plain else (block,)
    return tuple(result)


class Claim(NamedTuple):
    """What a block needs at least and would like, and how much it takes of what is left once all have that.

    `more` is how much higher than it would like it can become to good use, before anything is left.
    """

    least: int
    natural: int
    share: int = 0
    more: int = 0


def dealt(height: int, claims: Sequence[Claim]) -> list[int]:
    """The heights for blocks in a height; never less than their least, so that all may be more than it."""
    free = max(0, height - sum(claim.least for claim in claims))
    needs = [max(0, claim.natural - claim.least) for claim in claims]
    given = _parts(min(free, sum(needs)), needs)
    more = [claim.more for claim in claims]
    grown = _parts(min(free - sum(given), sum(more)), more)
    rest = _parts(free - sum(given) - sum(grown), [claim.share for claim in claims])
    return [claim.least + sum(parts) for claim, *parts in zip(claims, given, grown, rest, strict=True)]


def _parts(whole: int, weights: Sequence[int]) -> list[int]:
    """A whole in parts after weights, without a remainder lost."""
    total, parts, given, passed = sum(weights), [], 0, 0
    for weight in weights:
        passed += weight
        upto = whole * passed // total if total else 0
        parts.append(upto - given)
        given = upto
    return parts
