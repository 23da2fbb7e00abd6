"""How a table is fitted into the room that it gets: widths, heights, and what is given up where there is little.

On the laptop a table that is too high scrolls. In front of a room it first becomes larger where there is room, then
drops details, then makes its rows lower and its type smaller, and only then comes in parts.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from math import ceil

from desktop.base.theme import Look
from desktop.kit.cells import figures
from desktop.kit.cells.face import Face
from desktop.kit.cells.kinds import (
    CONTROL_ROW,
    LANES_ROW,
    LARGE_ROW,
    ROW,
    least_width,
    natural_width,
    needed_height,
)
from desktop.kit.table_heads import Head, head_width, heads_height, overhang
from desktop.kit.table_model import Section, TableLine
from models.schema.page import (
    BarCell,
    ButtonsCell,
    Cell,
    ChipsCell,
    EntryCell,
    LanesCell,
    OptionsCell,
    Row,
    SignCell,
    SpreadCell,
    TextCell,
    Width,
)

SIGN_COLUMN, NARROWEST_SIGN, WIDEST_SIGN, SECTION, LOWEST = 35, 20, 46, 28, 19
"""Unscaled pixels: a column of signs as it is, at its narrowest and widest, a section's line, the lowest row."""
LARGER = (150, 135, 120, 110)
"""In percent, how much larger a table may become in front of a room that it would not fill."""
FLOOR = 12.2
"""The smallest type in front of a room, in unscaled pixels: 22 px at 1080 lines, where the scale is 180 %."""
SPARE, ROOM_SPARE, TIGHT = 0.3, 0.6, 0.87
"""By how much of its height a row may grow where there is more room; what is left of it before a table scrolls."""
MEASURED = 4000
"""So many cells are measured; of a larger table only a sample is, and its rows are of one height."""
LANES_SHARE, ROW_PAD, TIGHT_PAD = 1.6, 6, 2
_HIGH = {OptionsCell: CONTROL_ROW, ButtonsCell: CONTROL_ROW, EntryCell: CONTROL_ROW, LanesCell: LANES_ROW}


@dataclass(frozen=True)
class Fit:
    """Lengths in pixels and the face that goes with them; `parts` are ranges of lines, the end left out.

    `blanks` are columns in which nothing stands, such as one of those that are folded.
    """

    face: Face
    widths: tuple[int, ...]
    head: int
    heights: tuple[int, ...]
    reserves: tuple[tuple[float, float], ...]
    parts: tuple[tuple[int, int], ...]
    blanks: frozenset[int] = frozenset()

    @property
    def height(self) -> int:
        """How high all of it is."""
        return self.head + sum(self.heights)


@dataclass(frozen=True)
class _Density:
    """How much is given up: the scale in percent of the look's, details, rows somewhat or much lower than they like."""

    scale: float = 100
    details: bool = True
    squeezed: bool = False
    tight: bool = False


def fitted(
    heads: Sequence[Head],
    lines: Sequence[TableLine],
    look: Look,
    width: int,
    height: int,
    controls: bool,
) -> Fit:
    """The lengths for a table in a room of this size; only on the laptop does it become larger than that."""
    fit = None
    for density in _densities(controls):
        fit = _at(heads, lines, look, width, controls, density)
        if fit.height <= height and (controls or sum(fit.widths) <= width):
            break
    assert fit is not None  # noqa: S101  there is always one density
    if fit.height <= height:
        return _filled(fit, lines, height, controls)
    if controls:
        return _at(heads, lines, look, width, controls, _Density())
    return _in_parts(fit, lines, height)


def _densities(controls: bool) -> Iterator[_Density]:
    if controls:
        yield _Density()
        yield _Density(tight=True)
        return
    for larger in LARGER:
        yield _Density(larger)
    yield _Density()
    yield _Density(details=False)
    yield _Density(details=False, squeezed=True)
    floor = min(100.0, FLOOR / 13 * 100)
    yield _Density((100 + floor) / 2, details=False, squeezed=True)
    yield _Density(floor, details=False, squeezed=True)


@lru_cache(maxsize=64)
def _scaled(look: Look, percent: float) -> Look:
    return look if percent == 100 else replace(look, scale=round(look.scale * percent / 100))


def _at(
    heads: Sequence[Head],
    lines: Sequence[TableLine],
    look: Look,
    width: int,
    controls: bool,
    density: _Density,
) -> Fit:
    face = Face(_scaled(look, density.scale), controls, density.details)
    rows = [line for line in lines if isinstance(line, Row)]
    sample = _sample(rows, len(heads))
    reserves = tuple(_reserve(sample, place, face) for place in range(len(heads)))
    widths = _widths(heads, sample, face, width)
    over = overhang(heads, widths, face)
    if over and sum(widths) + over > width:
        widths = _widths(heads, sample, face, width - over)
    one_height = len(rows) * len(heads) > MEASURED
    heights = _heights(lines, sample, widths, face, density, one_height)
    head, whole = heads_height(heads, widths, face), ((0, len(lines)),)
    return Fit(face, widths, head, heights, reserves, whole, _blanks(sample, len(heads)))


def _blanks(rows: Sequence[Row], columns: int) -> frozenset[int]:
    nothing = SignCell()
    return frozenset(
        place for place in range(columns) if rows and all(row.cells[place] == nothing for row in rows)
    )


def _sample(rows: Sequence[Row], columns: int) -> Sequence[Row]:
    step = max(1, len(rows) * columns // MEASURED)
    return rows if step == 1 else rows[::step]


def _reserve(rows: Sequence[Row], place: int, face: Face) -> tuple[float, float]:
    cells = (row.cells[place] for row in rows)
    found = [figures.word_widths(cell, face) for cell in cells if isinstance(cell, BarCell | SpreadCell)]
    return (max(text for text, _ in found), max(note for _, note in found)) if found else (0, 0)


def _widths(heads: Sequence[Head], rows: Sequence[Row], face: Face, width: int) -> tuple[int, ...]:
    """Each column as wide as it likes where all have room, else narrower, down to the least."""
    demands = [_demand(head, rows, place, face) for place, head in enumerate(heads)]
    flexible = [head.column.width is Width.STRETCH for head in heads]
    liked = [
        least if stretch else natural for (natural, least), stretch in zip(demands, flexible, strict=True)
    ]
    spare = width - sum(liked)
    if spare < 0:
        leasts = [min(least, like) for (_, least), like in zip(demands, liked, strict=True)]
        worded = [_is_worded(rows, place) for place in range(len(heads))]
        for last in (False, True):
            liked = _narrowed(liked, leasts, [words is last for words in worded], width)
        widths = [int(like) for like in liked]
        widths[worded.index(True) if any(worded) else 0] += max(0, width - sum(widths))
        return tuple(widths)
    if any(flexible):
        return _stretched(heads, liked, flexible, width)
    return _spread_out(heads, [int(like) for like in liked], int(spare), face)


def _narrowed(
    liked: Sequence[float], leasts: Sequence[float], chosen: Sequence[bool], width: int
) -> list[float]:
    """The widths with the chosen columns narrower, all by the same part of what they can give."""
    over = sum(liked) - width
    can = [(like - least) * pick for like, least, pick in zip(liked, leasts, chosen, strict=True)]
    part = max(0.0, min(1.0, over / sum(can))) if sum(can) else 0.0
    return [like - give * part for like, give in zip(liked, can, strict=True)]


def _is_worded(rows: Sequence[Row], place: int) -> bool:
    """Whether names stand in a column; these give way last."""
    return any(isinstance(row.cells[place], TextCell) for row in rows)


def _demand(head: Head, rows: Sequence[Row], place: int, face: Face) -> tuple[float, float]:
    """How wide a column likes to be, and how narrow it may become."""
    like, least = head_width(head, face)
    if head.column.width is Width.SIGN and all(_is_plain(row.cells[place]) for row in rows):
        words = max((figures.number_width(row.cells[place], face) for row in rows), default=0)
        return max(like, words, face.px(SIGN_COLUMN)), max(least, words, face.px(NARROWEST_SIGN))
    for row in rows:
        cell, worn = row.cells[place], _worn(row, face)
        like = max(like, natural_width(cell, worn))
        least = max(least, least_width(cell, worn))
    return ceil(max(like, least)), least


def _is_plain(cell: Cell) -> bool:
    return isinstance(cell, BarCell) or (
        isinstance(cell, SignCell) and not cell.words and cell.before is None
    )


def _worn(row: Row, face: Face) -> Face:
    return face.in_row(large=row.large and face.details, faint=False, strong=row.moved)


def _stretched(
    heads: Sequence[Head], liked: Sequence[float], flexible: Sequence[bool], width: int
) -> tuple[int, ...]:
    """What is left goes to the columns that stretch, in equal shares, more to lanes."""
    shares = [
        (LANES_SHARE if head.lanes else 1.0) if stretch else 0.0
        for head, stretch in zip(heads, flexible, strict=True)
    ]
    open_ = {place for place, share in enumerate(shares) if share}
    while open_:
        left = width - sum(like for place, like in enumerate(liked) if place not in open_)
        unit = left / sum(shares[place] for place in open_)
        short = {place for place in open_ if shares[place] * unit < liked[place]}
        if not short:
            break
        open_ -= short
    return tuple(
        int(shares[place] * unit) if place in open_ else int(like) for place, like in enumerate(liked)
    )


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


def _heights(
    lines: Sequence[TableLine],
    sample: Sequence[Row],
    widths: Sequence[int],
    face: Face,
    density: _Density,
    one_height: bool,
) -> tuple[int, ...]:
    section = face.px(SECTION - (6 if density.squeezed or density.tight else 0))
    if not one_height:
        return tuple(
            section if isinstance(line, Section) else _height(line, widths, face, density) for line in lines
        )
    small = max(
        (_height(row, widths, face, density) for row in sample if not row.large), default=face.px(ROW)
    )
    large = max((_height(row, widths, face, density) for row in sample if row.large), default=small)
    return tuple(section if isinstance(line, Section) else large if line.large else small for line in lines)


def _height(row: Row, widths: Sequence[int], face: Face, density: _Density) -> int:
    worn = _worn(row, face)
    if worn.large:
        high = worn.px(LARGE_ROW)
    elif density.squeezed:
        high = worn.px(LOWEST + 4 if any(isinstance(cell, LanesCell) for cell in row.cells) else LOWEST)
    else:
        high = worn.px(max((_HIGH.get(type(cell), ROW) for cell in row.cells), default=ROW))
        high = round(high * TIGHT) if density.tight else high
    worded = (
        (cell, width)
        for cell, width in zip(row.cells, widths, strict=True)
        if isinstance(cell, TextCell | ChipsCell)
    )
    pad = worn.px(0 if worn.large else TIGHT_PAD if density.tight or density.squeezed else ROW_PAD)
    return max(high, *(needed_height(cell, worn, width) + pad for cell, width in worded), 0)


def _filled(fit: Fit, lines: Sequence[TableLine], height: int, controls: bool) -> Fit:
    """The same with higher rows where there is room to spare."""
    rows = sum(isinstance(line, Row) for line in lines)
    if not rows:
        return fit
    spare = (height - fit.height) // rows
    most = SPARE if controls else ROOM_SPARE
    least = min(high for line, high in zip(lines, fit.heights, strict=True) if isinstance(line, Row))
    more = max(0, min(spare, int(least * most)))
    heights = (
        high + more if isinstance(line, Row) else high for line, high in zip(lines, fit.heights, strict=True)
    )
    return replace(fit, heights=tuple(heights))


def _in_parts(fit: Fit, lines: Sequence[TableLine], height: int) -> Fit:
    """The same in parts; each but the first begins by naming its section, if the table has any."""
    room, parts, start, used, section = height - fit.head, [], 0, 0, 0
    for place, (line, high) in enumerate(zip(lines, fit.heights, strict=True)):
        if isinstance(line, Section):
            section = high
            follower = fit.heights[place + 1] if place + 1 < len(lines) else 0
        else:
            follower = 0
        if used and used + high + follower > room:
            parts.append((start, place))
            start, used = place, section if isinstance(line, Row) else 0
        used += high
    return replace(fit, parts=(*parts, (start, len(lines))))
