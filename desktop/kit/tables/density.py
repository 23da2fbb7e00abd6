"""What a table gives up where there is little room: its size, details, and the height of its rows, step by step."""

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from desktop.kit.cells.face import Face
from desktop.kit.cells.kinds import CONTROL_ROW, LANES_ROW, LARGE_ROW, ROW, needed_height
from desktop.kit.cells.lanes import named_height
from models.schema.page import ButtonsCell, ChipsCell, EntryCell, LanesCell, OptionsCell, Row, TextCell
from models.schema.value import Answer

LARGER = (150, 135, 120, 110)
"""In percent, how much larger a table may become in front of a room that it would not fill."""
FLOOR, LAST, LEAST = 12.2, 10.4, 9.4
"""The smallest type in front of a room: as a rule, before a table comes in parts, and before columns are cut; 24, 21
and 19 px at 1080 lines."""


class Density(Answer, kw_only=False):
    """How much is given up: the scale in percent of the look's, details, rows somewhat or much lower than they like.

    In a `short` one names that have a short form take it.
    In a `named` one rows are as high as the names in their lanes ask for: large ones, or all where none is.
    In a `brief` one the details of a large row have the room that is left by its other cells, or none.
    """

    scale: float = 100
    details: bool = True
    brief: bool = False
    squeezed: bool = False
    tight: bool = False
    short: bool = False
    named: bool = False


DENSE = Density(squeezed=True)
"""What is given up on the laptop before a table scrolls."""
USUAL, ENLARGED, GIVEN = 100, 150, (80, 75)
"""A matrix whose type was enlarged, up to the second scale, gives up to a fifth of it, and then a quarter, and the
codes under its names, before it is cut, but is never set smaller than usual; whoever asks for more needs that more
than the whole."""


ENLARGED_MATRIX, ACROSS = (170, 150, 135, 120, 110), 10
"""What a matrix on the laptop may become in a large window, in percent, and how many unscaled pixels of its width
each percent asks for: so it grows from windows of about 1600 pixels on."""


def larger_matrix(width: float) -> tuple[Density, ...]:
    """What a matrix on the laptop may become in an unscaled width, the largest first."""
    return tuple(Density(scale=larger) for larger in ENLARGED_MATRIX if larger * ACROSS <= width)


def smallest_matrix(scale: int) -> tuple[Density, ...]:
    """What a matrix on the laptop gives up at last in a look of this scale."""
    if not USUAL < scale <= ENLARGED:
        return (DENSE,)
    scales = (max(given, 100 * USUAL / scale) for given in GIVEN)
    return tuple(replace(DENSE, scale=smaller, details=False) for smaller in scales)


@lru_cache(maxsize=32)
def densities_for(
    controls: bool, last_steps: tuple[Density, ...] = (DENSE,), *, has_lanes: bool = False
) -> tuple[Density, ...]:
    """The steps on the laptop, and in front of a room, where the last one is for columns that would be cut.

    Lanes give up names only after all that leaves type readable as a rule.
    """
    if controls:
        return tuple(dict.fromkeys((Density(), Density(tight=True), DENSE, *last_steps)))
    floor, last, least = (pixels / 13 * 100 for pixels in (FLOOR, LAST, LEAST))
    full = (
        *(Density(larger) for larger in LARGER),
        Density(),
        Density(tight=True),
        Density(floor, tight=True),
        Density(floor, squeezed=True),
        Density(floor, squeezed=True, brief=True),
    )
    bare = (
        Density(details=False),
        Density(details=False, squeezed=True),
        Density((100 + floor) / 2, details=False, squeezed=True),
        Density(floor, details=False, squeezed=True),
    )
    named = (replace(density, named=True) for density in (*full, *bare))
    return (
        *(named if has_lanes else full),
        *bare,
        Density(last, details=False, squeezed=True),
        Density(last, details=False, squeezed=True, short=True),
        Density(least, details=False, squeezed=True, short=True),
    )


LOWEST = 19
"""The lowest row in front of a room, in unscaled pixels."""
TIGHT, FLAT, CLOSE = 0.87, 0.66, -6
"""Parts of a row's height that are left before a table scrolls, and of a large one in the room."""
ROW_PAD, TIGHT_PAD = 6, 2
_HIGH = {OptionsCell: CONTROL_ROW, ButtonsCell: CONTROL_ROW, EntryCell: CONTROL_ROW, LanesCell: LANES_ROW}


def row_height(row: Row, widths: Sequence[int], face: Face, density: Density) -> int:
    worn = face.in_row(large=row.large and face.details, faint=False, strong=True)
    high = bare_height(*kind_of(row), face, density)
    worded = (
        (replace(cell, detail="") if density.brief and isinstance(cell, TextCell) else cell, width)
        for cell, width in zip(row.cells, widths, strict=True)
        if isinstance(cell, TextCell | ChipsCell) or (isinstance(cell, EntryCell) and cell.kind.wraps)
    )
    usual = TIGHT_PAD if density.tight or density.squeezed else ROW_PAD
    pad = worn.px(CLOSE * (density.squeezed and not face.controls) if worn.large else usual)
    named = named_height(row.cells, widths, worn) if density.named and (row.large or face.even) else 0
    return max(high, named, *(needed_height(cell, worn, width) + pad for cell, width in worded), 0)


def kind_of(row: Row) -> tuple[bool, int, bool]:
    """Whether a row is large, how high it likes to be for what stands in it, unscaled, and whether it is typed in."""
    usual = max((_HIGH.get(type(cell), ROW) for cell in row.cells), default=ROW)
    return row.large, usual, any(isinstance(cell, EntryCell | LanesCell) for cell in row.cells)


def bare_height(large: bool, usual: int, typed_in: bool, face: Face, density: Density) -> int:
    """How high a row is that holds no more words than fit."""
    large = large and face.details
    high = face.px(LARGE_ROW if large else usual)
    part = FLAT if density.squeezed and not face.controls else TIGHT
    if density.tight or (density.squeezed and (large or (face.controls and typed_in))):
        return round(high * part)
    return face.px(LOWEST) if density.squeezed and not large else high
