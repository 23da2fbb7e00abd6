"""How wide the columns of a table are: what they like, how far they give way, and who takes what is left.

What a column once liked it goes on liking as long as it has the same rows, so that no column moves when cells change.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from math import ceil
from typing import TypeAlias

from desktop.kit.cells import figures, lanes
from desktop.kit.cells.face import Face
from desktop.kit.cells.kinds import least_width, natural_width
from desktop.kit.tables.heads import Head, head_width
from models.schema.page import BarCell, Cell, LanesCell, Row, SignCell, SpreadCell, TextCell, Width
from models.schema.value import Answer

SIGN_COLUMN, NARROWEST_SIGN, WIDEST_SIGN, READABLE = 35, 20, 54, 240
"""Unscaled pixels: a column of signs as it is, at its narrowest, and at its widest; names where all scrolls."""
COMFORT, FAR_TOO_WIDE, SENTENCE = 360, 1.3, 210
"""A column that stretches is not narrower than this while details can give way; from when on all scrolls; how narrow
the sentence of a large row becomes before others give way."""


class Measured(Answer, kw_only=False):
    """For each column, in pixels at a scale: the width it likes, that of its names in one line, and the least.

    `texts` and `notes` are the room that words take beside bars; `laned` and `worded`
    are the columns of lanes and of words.
    """

    scale: int
    likes: tuple[float, ...]
    names: tuple[float, ...]
    leasts: tuple[float, ...]
    texts: tuple[float, ...]
    notes: tuple[float, ...]
    laned: tuple[bool, ...] = ()
    worded: tuple[bool, ...] = ()

    def with_room_for(self, before: "Measured | None") -> "Measured":
        """The same, nowhere narrower than it was before."""
        if before is None or len(before.likes) != len(self.likes):
            return self
        times = self.scale / before.scale
        pairs = (
            (self.likes, before.likes),
            (self.names, before.names),
            (self.leasts, before.leasts),
            (self.texts, before.texts),
            (self.notes, before.notes),
        )
        grown = (tuple(max(new, ceil(old * times)) for new, old in zip(*pair, strict=True)) for pair in pairs)
        likes, names, leasts, texts, notes = grown
        return replace(self, likes=likes, names=names, leasts=leasts, texts=texts, notes=notes)


Wants: TypeAlias = Callable[[Row, int, Face], tuple[float, float, float]]


def wanted(row: Row, place: int, face: Face) -> tuple[float, float, float]:
    """What one cell likes, with its names in one line, and at least."""
    worn = face.in_row(large=row.large and face.details, faint=False, strong=True)
    cell = row.cells[place]
    like = natural_width(cell, worn)
    bare = replace(cell, detail="") if isinstance(cell, TextCell) and cell.detail else cell
    name = like if bare is cell else natural_width(bare, worn)
    if bare is not cell and worn.large and worn.details:
        name = max(name, min(like, worn.px(SENTENCE)))
    return like, name, least_width(cell, worn)


def measured(heads: Sequence[Head], rows: Sequence[Row], face: Face, wants: Wants = wanted) -> Measured:
    """Measure the columns of these rows; what a cell wants may be known from before."""
    demands = [_demand(head, rows, place, face, wants) for place, head in enumerate(heads)]
    words = [_words(rows, place, face) for place in range(len(heads))]
    alike = [place for place, head in enumerate(heads) if head.column.width is Width.SIGN and words[place][0]]
    widest = max((words[place][0] for place in alike), default=0)  # a column of 0 looks like one of 25
    words = [(widest if place in alike else text, note) for place, (text, note) in enumerate(words)]
    return Measured(
        face.look.scale,
        tuple(like for like, _, _ in demands),
        tuple(name for _, name, _ in demands),
        tuple(least for _, _, least in demands),
        tuple(text for text, _ in words),
        tuple(note for _, note in words),
        tuple(any(isinstance(row.cells[place], LanesCell) for row in rows) for place in range(len(heads))),
        tuple(any(isinstance(row.cells[place], TextCell) for row in rows) for place in range(len(heads))),
    )


def widths_of(
    found: Measured, heads: Sequence[Head], rows: Sequence[Row], face: Face, width: int
) -> tuple[int, ...]:
    """Each column as wide as it likes where all have room, else narrower, down to the least."""
    flexible = [head.column.width is Width.STRETCH for head in heads]
    comfort = face.px(COMFORT)
    liked = [
        max(least, min(like, comfort)) if stretch and not laned else like
        for like, least, stretch, laned in zip(found.likes, found.leasts, flexible, found.laned, strict=True)
    ]
    spare = width - sum(liked)
    if spare < 0:
        return _all_narrowed(found, liked, flexible, width, face)
    if any(flexible):
        floors = [
            min(like, least) if stretch else like
            for like, least, stretch in zip(liked, found.leasts, flexible, strict=True)
        ]
        return _stretched(rows, floors, flexible, width)
    return _spread_out(heads, [int(like) for like in liked], int(spare), face)


def _all_narrowed(
    found: Measured,
    liked: list[float],
    flexible: Sequence[bool],
    width: int,
    face: Face,
) -> tuple[int, ...]:
    """Signs and figures give way first, then details, then what stretches, names last.

    Where most is out of sight anyway, names stay as they are; in front of a room nothing is.
    """
    leasts, worded = found.leasts, found.worded
    if face.controls and sum(leasts) > FAR_TOO_WIDE * width:
        most = face.px(READABLE)
        pairs = zip(liked, leasts, worded, strict=True)
        return tuple(int(min(like, most) if words else least) for like, least, words in pairs)
    fixed = [not stretch for stretch in flexible]
    figured = [stays and not words for stays, words in zip(fixed, worded, strict=True)]
    for chosen, floors in ((figured, leasts), (fixed, found.names), (flexible, leasts), (fixed, leasts)):
        liked = _narrowed(liked, floors, chosen, width)
    widths = [int(like) for like in liked]
    if widths:
        widths[worded.index(True) if any(worded) else 0] += max(0, width - sum(widths))
    return tuple(widths)


def _narrowed(
    liked: Sequence[float], floors: Sequence[float], chosen: Sequence[bool], width: int
) -> list[float]:
    """The chosen columns narrower as far as it is needed, all by the same part of what they can give."""
    over = sum(liked) - width
    can = [max(0, like - floor) * pick for like, floor, pick in zip(liked, floors, chosen, strict=True)]
    part = max(0.0, min(1.0, over / sum(can))) if sum(can) else 0.0
    return [like - give * part for like, give in zip(liked, can, strict=True)]


def _demand(
    head: Head, rows: Sequence[Row], place: int, face: Face, wants: Wants
) -> tuple[float, float, float]:
    """What a column likes, with its names in one line, and at least; moved rows are no wider than others."""
    like, least = head_width(head, face)
    if head.column.width is Width.SIGN and all(_is_plain(row.cells[place]) for row in rows):
        words = max((figures.number_width(row.cells[place], face) for row in rows), default=0)
        like = ceil(max(like, words, face.px(SIGN_COLUMN)))
        return like, like, ceil(max(least, words, face.px(NARROWEST_SIGN)))
    found = [wants(row, place, face) for row in rows]
    name = max((each for _, each, _ in found), default=least)
    like, name = max((like, *(each for each, _, _ in found))), max(least, name)
    least = max((least, *(each for _, _, each in found)))
    return ceil(max(like, least)), ceil(max(name, least)), ceil(least)


def _words(rows: Sequence[Row], place: int, face: Face) -> tuple[float, float]:
    cells = (row.cells[place] for row in rows)
    found = [figures.word_widths(cell, face) for cell in cells if isinstance(cell, BarCell | SpreadCell)]
    return (max(text for text, _ in found), max(note for _, note in found)) if found else (0, 0)


def _is_plain(cell: Cell) -> bool:
    return isinstance(cell, BarCell) or (
        isinstance(cell, SignCell) and not cell.words and cell.before is None
    )


def _stretched(
    rows: Sequence[Row], liked: Sequence[float], flexible: Sequence[bool], width: int
) -> tuple[int, ...]:
    """What is left goes to the columns that stretch, in equal shares, more to lanes."""
    shares = [
        max((_share(row.cells[place]) for row in rows), default=1.0) if stretch else 0.0
        for place, stretch in enumerate(flexible)
    ]
    wide = {place for place, share in enumerate(shares) if share}
    unit = 0.0
    while wide:
        left = width - sum(like for place, like in enumerate(liked) if place not in wide)
        unit = left / sum(shares[place] for place in wide)
        short = {place for place in wide if shares[place] * unit < liked[place]}
        if not short:
            break
        wide -= short
    return tuple(
        int(shares[place] * unit) if place in wide else int(like) for place, like in enumerate(liked)
    )


def _share(cell: Cell) -> float:
    return lanes.share(cell) if isinstance(cell, LanesCell) else 1.0


def _spread_out(heads: Sequence[Head], widths: list[int], spare: int, face: Face) -> tuple[int, ...]:
    """Columns of signs become somewhat wider, then the last column takes the rest if it has words."""
    signs = [place for place, head in enumerate(heads) if head.column.width is Width.SIGN]
    most = face.px(WIDEST_SIGN)
    each = spare // len(signs) if signs else 0
    for place in signs:
        more = max(0, min(most - widths[place], each))
        widths[place] += more
        spare -= more
    if heads and heads[-1].column.width is not Width.SIGN:
        widths[-1] += spare
    return tuple(widths)
