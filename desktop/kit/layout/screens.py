"""How a page comes in parts in front of a room: which blocks stand on a screen together, and what of them is seen."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from desktop.kit.layout.needs import has_places, has_table
from models.schema.page import Block, Page, Sentences, Weight

COMFORT = 0.55
"""A table that comes in parts gets at least so much of a screen, if it needs it; two such ones get a screen each."""
LITTLE = 0.3
"""A screen of which no more than this part is used has room for the beginning of what follows."""
STEPS = 24
"""So many heights are tried before parts are left as uneven as they come."""
EDGE_OF = 40
"""What is lower than this part of a screen's height and has no text in it is the edge of something."""


class Part(NamedTuple):
    """One part: its blocks, which of their own parts is shown, and from where to where the rest is seen."""

    blocks: tuple[Block, ...]
    inner: int = 0
    top: int = 0
    foot: int = 0


def slimmer(page: Page) -> tuple[Page, Page, Page]:
    """The page without what its lead says softly, without its lead, and also without the notes of its lines.

    These go, in this order, before it comes in parts.
    """
    told = tuple(line for line in page.lead if line.weight not in (Weight.SOFT, Weight.FAINT))
    bare = replace(page, lead=())
    short = replace(bare, blocks=tuple(_without_notes(block) for block in page.blocks))
    return replace(page, lead=told), bare, short


def _without_notes(block: Block) -> Block:
    if not isinstance(block, Sentences):
        return block
    return replace(block, lines=tuple(replace(line, note="") for line in block.lines))


def packed(blocks: Sequence[tuple[Block, int]], high: int, gap: int) -> Iterator[tuple[Block, ...]]:
    """Blocks, each with the height that it should have, on as few screens as hold them in their order.

    What can be cut begins on a screen of which little is used: else a sentence would stand there alone.
    """
    screen: list[Block] = []
    used = 0
    for block, needed in blocks:
        alone = used > high * LITTLE or has_places(block) or has_table(block)
        if screen and used + needed > high and alone:
            yield tuple(screen)
            screen, used = [], 0
        screen.append(block)
        used += needed + gap
    yield tuple(screen)


def cuts(spans: set[tuple[int, int]], end: int, high: int) -> list[int]:
    """Where parts begin of what is higher than a screen: as evenly as can be, but never within a span.

    A span that is itself higher than a screen is cut all the same. The lower edge of a frame below all is no part.
    """
    last = max((foot for _, foot in spans), default=end)
    end = max(last, end - high // EDGE_OF)
    fewest = _cuts(spans, end, high, high)
    even = -(-end // len(fewest))
    for filled in range(even, high, max(1, (high - even) // STEPS)):
        found = _cuts(spans, end, high, filled)
        if len(found) == len(fewest) and not any(_cut(spans, -1, top, high) for top in found[1:]):
            return found
    return fewest


def _cuts(spans: set[tuple[int, int]], end: int, high: int, filled: int) -> list[int]:
    """The same where so much of each screen is filled."""
    tops = [0]
    while tops[-1] + filled < end:
        bottom = tops[-1] + filled
        cut = _cut(spans, tops[-1], bottom, high)
        while cut:
            bottom = min(cut)
            cut = _cut(spans, tops[-1], bottom, high)
        tops.append(bottom)
    return tops


def _cut(spans: set[tuple[int, int]], top: int, bottom: int, high: int) -> list[int]:
    return [start for start, foot in spans if top < start < bottom < foot and foot - start <= high]
