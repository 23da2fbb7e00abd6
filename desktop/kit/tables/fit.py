"""How a table is fitted into the room that it gets: widths, heights, and what is given up where there is little.

On the laptop a table that is too high makes its rows lower, then scrolls. In front of a room it first becomes larger
where there is room, then its type smaller and its rows lower, then drops details, and only then comes in parts.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache, partial
from typing import Any

from desktop.base.theme import Look
from desktop.kit.cells.face import Face
from desktop.kit.layout.screens import STEPS
from desktop.kit.tables.columns import Measured, measured, wanted, widths_of
from desktop.kit.tables.density import (
    DENSE,
    Density,
    bare_height,
    densities_for,
    kind_of,
    larger_matrix,
    row_height,
    smallest_matrix,
)
from desktop.kit.tables.heads import Head, heads_height, heads_least, overhang
from desktop.kit.tables.model import Section, TableLine
from models.schema.page import Row, SignCell
from models.schema.value import Answer

SECTION = 28
"""A section's line, in unscaled pixels."""
SPARE, ROOM_SPARE = 0.35, 0.6
"""Parts of a row's height that it may grow by, on the laptop and in front of a room."""
NARROWINGS = 4
"""So often columns become narrower, so that the last slanted name ends within the table."""
MEASURED = 4000
"""So many cells are measured; of a larger table only a sample is, and its rows are of one height."""
KEPT = 64
"""So many fits of one table are kept: ten densities in a few widths."""


class Fit(Answer, kw_only=False):
    """Lengths in pixels and the face that goes with them; `parts` are ranges of lines, the end left out.

    `blanks` are columns in which nothing stands, such as one of those that are folded.
    """

    face: Face
    widths: tuple[int, ...]
    head: int
    heights: tuple[int, ...]
    measured: Measured
    parts: tuple[tuple[int, int], ...]
    blanks: frozenset[int] = frozenset()

    @property
    def reserves(self) -> tuple[tuple[float, float], ...]:
        """For each column the room that words and note take beside a bar."""
        return tuple(zip(self.measured.texts, self.measured.notes, strict=True))

    @property
    def height(self) -> int:
        return self.head + sum(self.heights)

    def growth(self, lines: Sequence[TableLine], part: float = SPARE) -> int:
        """By how much all of it becomes higher where every row grows by a part of the lowest."""
        rows = [high for line, high in zip(lines, self.heights, strict=True) if isinstance(line, Row)]
        return len(rows) * int(min(rows, default=0) * part)


class Fitting:
    """The lines of one table in one look, fitted into any room; what was measured is not measured twice.

    A page is laid out several times, in front of a room in up to ten densities; the lines and the look never change.
    """

    def __init__(
        self, heads: Sequence[Head], lines: Sequence[TableLine], look: Look, before: "Fitting | None" = None
    ) -> None:
        """`before` fitted other lines; of rows that are the very same it is known what they need."""
        self._heads, self._lines, self._look = heads, lines, look
        self._rows = [line for line in lines if isinstance(line, Row)]
        self._sample = _sample(self._rows, len(heads))
        self._is_matrix = any(head.column.slanted for head in heads)
        self._last_steps = smallest_matrix(look.scale) if self._is_matrix else (DENSE,)
        known = before._known if before is not None and before._look == look else {}
        self._known: dict[int, dict[object, Any]] = {id(row): known.get(id(row), {}) for row in self._rows}
        self._blanks = _blanks(self._sample, len(heads))
        self._bare, self._even = Counter(map(kind_of, self._rows)), not any(row.large for row in self._rows)
        self._has_lanes = any(head.lanes for head in heads)
        self._columns: dict[Face, Measured] = {}
        self._leasts: dict[tuple[bool, Density], int] = {}
        self._fits: dict[tuple[int, bool, Density, Measured | None], Fit] = {}

    def lowest(self, width: int, room: int, before: Measured | None = None) -> int:
        """How high the table is on the laptop with rows as low as they go, the lowest only where the room is less."""
        heights = [self._at(width, True, step, before).height for step in self._last_steps]
        return next((high for high in heights if high <= room), heights[-1])

    def highest(self, width: int, height: int, before: Measured | None = None) -> int:
        """How high the table becomes on the laptop to good use: a matrix in a large window is set larger.

        What does not fit the height of the window anyway is not measured.
        """
        largest = next(self._enlarged(width, height, before), None)
        fit = largest or self._at(width, True, Density(), before)
        return fit.height + fit.growth(self._lines)

    def _enlarged(self, width: int, height: int, before: Measured | None) -> Iterator[Fit]:
        """A matrix in larger type, as long as no name in it takes a second line."""
        for density in larger_matrix(width * 100 / self._look.scale) if self._is_matrix else ():
            if self._least(True, density) > height:
                continue
            fit = self._at(width, True, density, before)
            if sum(fit.widths) <= width and len({*fit.heights}) <= 1:
                yield fit

    def fitted(self, width: int, height: int, controls: bool, before: Measured | None = None) -> Fit:
        """The lengths in a room of this size; only on the laptop does the table become larger than that.

        `before` is what was measured when other cells stood in the same rows and columns.
        """
        densities = densities_for(controls, self._last_steps, has_lanes=self._has_lanes)
        for fit in self._enlarged(width, height, before) if controls else ():
            if fit.height <= height:
                return _filled(fit, self._lines, height, controls)
        too_wide: Fit | None = None
        for density in densities if controls else densities[:-1]:
            if self._least(controls, density) <= height:
                fit = self._at(width, controls, density, before)
                if fit.height <= height and sum(fit.widths) <= width:
                    return _filled(fit, self._lines, height, controls)
                if fit.height <= height and too_wide is None:
                    too_wide = fit
        if controls:
            scrolled = self._at(width, controls, densities[0], before)
            return _filled(too_wide, self._lines, height, controls) if too_wide else scrolled
        fit = self._at_last(width, height, densities, before)
        whole = fit.height <= height
        return _filled(fit, self._lines, height, controls) if whole else _in_parts(fit, self._lines, height)

    def _at_last(self, width: int, height: int, densities: Sequence[Density], before: Measured | None) -> Fit:
        """The lengths in parts, in type as large as lets all columns be seen; whole where smaller type does that.

        Type that is large as a rule stays where it costs no part.
        """
        seen: Fit | None = None
        for density in densities[-3:]:  # each is worked out only if it may be of use
            if seen is not None and self._least(False, density) > height:
                continue
            fit = self._at(width, False, density, before)
            if sum(fit.widths) <= width:
                if fit.height <= height:
                    return fit
                seen = seen or fit
        fit = seen or fit
        larger = self._at(width, False, densities[-4], before)
        costs = len(_in_parts(larger, self._lines, height).parts) - len(
            _in_parts(fit, self._lines, height).parts
        )
        return larger if sum(larger.widths) <= width and costs <= 0 else fit

    def _least(self, controls: bool, density: Density) -> int:
        """What heads and rows take at least, whatever words stand in them: where that is too much, none is measured."""
        if len(self._rows) * len(self._heads) > MEASURED:
            return 0
        key = controls, density
        if key not in self._leasts:
            face = Face(_scaled(self._look, density.scale), controls, density.details)
            rows = sum(number * bare_height(*kind, face, density) for kind, number in self._bare.items())
            self._leasts[key] = heads_least(self._heads, face) + rows
        return self._leasts[key]

    def _at(self, width: int, controls: bool, density: Density, before: Measured | None) -> Fit:
        key = width, controls, density, before
        found = self._fits.get(key)
        if found is None:
            if len(self._fits) >= KEPT:
                self._fits.pop(next(iter(self._fits)))
            found = self._fits[key] = self._worked_out(width, controls, density, before)
        return found

    def _worked_out(self, width: int, controls: bool, density: Density, before: Measured | None) -> Fit:
        heads, sample = self._heads, self._sample
        face = Face(_scaled(self._look, density.scale), controls, density.details, density.short, self._even)
        if face not in self._columns:
            self._columns[face] = measured(heads, sample, face, self._wanted)
        found = self._columns[face].with_room_for(before)
        widths = widths_of(found, heads, sample, face, width)
        room = width
        for _ in range(NARROWINGS if self._is_matrix else 0):
            beyond = sum(widths) + overhang(heads, widths, face) - width
            if beyond <= 0:
                break
            # a pixel a column at the least, as they are equally wide
            room = min(room, sum(widths)) - max(beyond, len(heads))
            widths = widths_of(found, heads, sample, face, max(1, room))
        one_height = len(self._rows) * len(heads) > MEASURED
        section = face.px(SECTION - (6 if density.squeezed or density.tight else 0))
        high = partial(self._height, widths, face, density)
        heights = _heights(self._lines, sample, high, section, one_height)
        head, whole = heads_height(heads, widths, face), ((0, len(self._lines)),)
        return Fit(face, widths, head, heights, found, whole, self._blanks)

    def _wanted(self, row: Row, place: int, face: Face) -> tuple[float, float, float]:
        known, key = self._known[id(row)], (place, face.look.scale, face.details, face.short, face.even)
        if key not in known:
            known[key] = wanted(row, place, face)
        found: tuple[float, float, float] = known[key]
        return found

    def _height(self, widths: tuple[int, ...], face: Face, density: Density, row: Row) -> int:
        known, key = self._known[id(row)], (widths, face.controls, density, face.even)
        if key not in known:
            if len(known) >= KEPT * 4:
                known.clear()
            known[key] = row_height(row, widths, face, density)
        found: int = known[key]
        return found


@lru_cache(maxsize=64)
def _scaled(look: Look, percent: float) -> Look:
    return look if percent == 100 else replace(look, scale=round(look.scale * percent / 100))


def _blanks(rows: Sequence[Row], columns: int) -> frozenset[int]:
    nothing = SignCell()
    return frozenset(
        place for place in range(columns) if rows and all(row.cells[place] == nothing for row in rows)
    )


def _sample(rows: Sequence[Row], columns: int) -> Sequence[Row]:
    step = max(1, len(rows) * columns // MEASURED)
    return rows if step == 1 else rows[::step]


def _heights(
    lines: Sequence[TableLine],
    sample: Sequence[Row],
    height: Callable[[Row], int],
    section: int,
    one_height: bool,
) -> tuple[int, ...]:
    if not one_height:
        return tuple(section if isinstance(line, Section) else height(line) for line in lines)
    small = max((height(row) for row in sample if not row.large), default=0)
    large = max((height(row) for row in sample if row.large), default=small)
    return tuple(section if isinstance(line, Section) else large if line.large else small for line in lines)


def _filled(fit: Fit, lines: Sequence[TableLine], height: int, controls: bool) -> Fit:
    """The same with higher rows where there is room to spare."""
    rows = sum(isinstance(line, Row) for line in lines)
    if not rows:
        return fit
    spare = (height - fit.height) // rows
    most = fit.growth(lines, SPARE if controls else ROOM_SPARE) // rows
    more = max(0, min(spare, most))
    heights = (
        high + more if isinstance(line, Row) else high for line, high in zip(lines, fit.heights, strict=True)
    )
    return replace(fit, heights=tuple(heights))


def _in_parts(fit: Fit, lines: Sequence[TableLine], height: int) -> Fit:
    """The same in as few parts as can be, about equally full."""
    room = height - fit.head
    fewest = _parts(fit, lines, room)
    even = -(-sum(fit.heights) // len(fewest))
    tried = (_parts(fit, lines, filled) for filled in range(even, room, max(1, (room - even) // STEPS)))
    return replace(fit, parts=next((parts for parts in tried if len(parts) == len(fewest)), fewest))


def _parts(fit: Fit, lines: Sequence[TableLine], room: int) -> tuple[tuple[int, int], ...]:
    """Where parts of this height begin and end; each but the first begins by naming its section, if there is any."""
    parts, start, used, section = [], 0, 0, 0
    for place, (line, high) in enumerate(zip(lines, fit.heights, strict=True)):
        heads = isinstance(line, Section)
        section = high if heads else section
        follower = fit.heights[place + 1] if heads and place + 1 < len(lines) else 0
        if used and used + high + follower > room:
            parts.append((start, place))
            start, used = place, section if isinstance(line, Row) else 0
        used += high
    return (*parts, (start, len(lines)))
