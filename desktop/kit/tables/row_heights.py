"""How high a row of a table is: what its kind likes, more where its words ask for it, and less where little is left."""

from collections.abc import Sequence
from dataclasses import replace

from desktop.kit.cells.face import Face
from desktop.kit.cells.kinds import CONTROL_ROW, LANES_ROW, LARGE_ROW, ROW, needed_height
from desktop.kit.cells.lanes import named_height
from desktop.kit.tables.density import Density
from models.schema.page import ButtonsCell, ChipsCell, EntryCell, LanesCell, OptionsCell, Row, TextCell

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
