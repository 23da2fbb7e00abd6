"""Parts of a page that is too high for a room's screen: blocks are packed, then cut where no text is.

Prose is set in the largest type in which it does not come in more parts.
"""

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QScrollArea, QWidget

from desktop.kit.column import EDGE, Column
from desktop.kit.layout.needs import GAP, apart, unfolded
from desktop.kit.layout.page_head import PageHead
from desktop.kit.layout.screens import Part, cuts, packed
from models.schema.page import Block, Page

LARGER = (11, 9, 7, 4, 2, 0)
"""By how many unscaled pixels lines may be larger than usual on a page that is read from afar."""


def enlarge(column: Column, room: int, high: int, wished: bool) -> None:
    """Lines are set in the largest type in which all of them are seen, where that is wished."""
    column.set_larger(LARGER[0] if wished else 0)
    for larger in LARGER[1:] if wished else ():
        if column.height_in(room) <= high:
            break
        column.set_larger(larger)


def tried(head: PageHead, column: Column, page: Page, place: QRect) -> tuple[QRect, list[Part]]:
    """Where what is under the head of a page can stand in a place, and its parts. What is shown moves afterwards."""
    head.receive(page)
    look, high = column.look, head.height_in(place.width())
    area = place.adjusted(0, high + (look.px(12) if high else 0), 0, 0)
    area.setHeight(max(1, area.height()))
    blocks = unfolded(page.blocks, area.width(), look)
    parts = _received(column, blocks, area.size())
    if any(part.top and part.inner for part in parts) and apart(blocks) != blocks:
        parts = _received(column, apart(blocks), area.size())
    return area, parts


def _received(column: Column, blocks: tuple[Block, ...], screen: QSize) -> list[Part]:
    column.receive(blocks, laid=False)
    column.show_only(column.blocks)
    return parts_of(column, screen.width(), screen.height())


def show_in(
    area: QScrollArea, canvas: QWidget, column: Column, cover: QWidget, part: Part, screen: QSize
) -> None:
    """Scroll to a part, and cover what belongs to the next with the ground, so that nothing is seen of it."""
    edge, high = column.look.px(EDGE), screen.height()
    above = edge if part.top else 0  # else the foot of what is before it would be seen
    column.show_only(part.blocks)
    needed = put(column, screen.width(), high)
    column.show_part(part.inner)
    column.show_between(part.top + edge, part.foot + edge)
    canvas.resize(screen.width() + 2 * edge, max(needed, part.top + high) + 2 * edge + above)
    area.verticalScrollBar().setValue(part.top + above)
    palette = cover.palette()
    palette.setColor(cover.backgroundRole(), column.look.colour("ground"))
    cover.setPalette(palette)
    foot = part.foot - part.top + edge - above
    cover.setGeometry(0, foot, area.width(), max(0, area.height() - foot))
    cover.setVisible(part.foot < needed or part.foot - part.top < high)


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
