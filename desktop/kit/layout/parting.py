"""Parts of a page that is too high for a room's screen: blocks are packed, then cut where no text is.

Prose is set in the largest type in which it does not come in more parts.
"""

from PySide6.QtCore import QRect

from desktop.kit.column import EDGE, Column
from desktop.kit.layout.needs import GAP
from desktop.kit.layout.screens import Part, cuts, packed

LARGER = (11, 9, 7, 4, 2, 0)
"""By how many unscaled pixels lines may be larger than usual on a page that is read from afar."""


def enlarge(column: Column, room: int, high: int, wished: bool) -> None:
    """Lines are set in the largest type in which all of them are seen, where that is wished."""
    column.set_larger(LARGER[0] if wished else 0)
    for larger in LARGER[1:] if wished else ():
        if column.height_in(room) <= high:
            break
        column.set_larger(larger)


def parts_of(column: Column, room: int, high: int) -> list[Part]:
    """The parts; prose is set in the largest type in which it does not come in more of them, nor loses its edge."""
    column.set_larger(0)
    parts = _reckoned(column, room, high) or _parted(column, room, high)
    for larger in LARGER[:-1] if column.is_prose else ():
        column.show_only(column.blocks)
        column.set_larger(larger)
        found = _parted(column, room, high)
        whole = len(found) > 1 or column.height_in(room) <= high
        if len(found) <= len(parts) and whole:
            return found
    if column.is_prose:
        column.set_larger(0)
    return parts


def put(column: Column, room: int, high: int) -> int:
    """Lay out what is measured; tells how high it is."""
    edge = column.look.px(EDGE)
    needed = max(high, column.height_in(room))
    column.put(QRect(edge, edge, room, needed))
    column.lay()
    return needed


def _reckoned(column: Column, room: int, high: int) -> list[Part]:
    """The parts where only tables come in some, which is known without moving anything; else none."""
    parts: list[Part] = []
    for blocks in packed(column.comforts(room, high), high, column.look.px(GAP)):
        count = column.parts_in(blocks, room, high)
        if not count:
            return []
        parts += [Part(blocks, inner, 0, high) for inner in range(count)]
    return parts


def _parted(column: Column, room: int, high: int) -> list[Part]:
    """What is shown in each part: tables part themselves, the rest is parted where no text is cut."""
    parts: list[Part] = []
    for blocks in packed(column.comforts(room, high), high, column.look.px(GAP)):
        column.show_only(blocks)
        end = put(column, room, high)
        tops = cuts(_spans(column, high), end, high) if end > high else [0]
        feet = [*tops[1:], tops[-1] + high]
        parts += [
            Part(blocks, inner, top, foot)
            for top, foot in zip(tops, feet, strict=True)
            for inner in range(column.parts())
        ]
    return parts


def _spans(column: Column, high: int) -> set[tuple[int, int]]:
    """From where to where the texts' boxes go, or the texts where a box is large."""
    edge = column.look.px(EDGE)
    boxes = column.text_boxes()
    rooms = [box.room if box.room.height() <= high // 2 else box.place for box in boxes]
    return {(room.top() - edge, room.bottom() + 1 - edge) for room in rooms}
