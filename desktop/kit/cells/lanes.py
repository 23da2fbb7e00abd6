"""Cells of lanes: each group a disc in the lane of what it says, with its votes, and where it was before."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import product
from math import ceil
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF

from desktop.base.theme import Weight
from desktop.kit.cells.face import Face
from desktop.kit.text import width_of
from models.schema.page import Cell, Dot, LanesCell

APART, INSET, LARGE_INSET, ROUNDED = 6, 2, 8, 3
"""Unscaled pixels: between two lanes, and above and below them; pixels that rounding may cost."""
DISC, MEDIUM_DISC, LARGE_DISC, LEAST_DISC, GHOST = 24, 28, 34, 15, 0.78
BAR, SHORT_BAR, LARGE_BAR, THICK, LARGE_THICK = 26, 18, 70, 4, 6
SIDE, NAME, COUNTS = 8, 12.5, 11
TIGHT_DISC, LONGEST, LONG = 20, 70, 110
RINGED = ((24, 12.5), (20, 12), (17, 11.5), (15, 11))
"""Discs, and the type of the names beside them, where votes stand as a ring around the disc: without bars lines are
lower."""
NATURAL, LEAST = 150, 80
PAIRED = 4
"""So many groups of a lane like to stand two by two."""
CLOSE, AIRY, WIDE = 1.05, 1.22, 1.5
"""How far lines of discs are apart, in discs: those without bars at the least, as they like to be, and at the most."""
MANY = 8
"""From more groups on small rows show no bars, so that discs stand alike in all of them."""
SHARE, CROWDED_SHARE, CROWD = 1.6, 2.4, 6


class Form(NamedTuple):
    """How much of a group is told: its disc, its bar beside it or under its name in a type; all else in pixels.

    Only where it is `counted` do figures stand beside the bar.
    """

    disc: float
    wide: float
    high: float
    bar: float = 0
    named: bool = False
    counted: bool = False
    type: float = NAME


class Placed(NamedTuple):
    """One group in its place: the corner of its disc."""

    dot: Dot
    left: float
    middle: float


class Lane(NamedTuple):
    """One lane: its box, the groups in it, and the ghosts of those who left it, with the middle of each."""

    box: QRectF
    groups: tuple[Placed, ...]
    ghosts: tuple[tuple[Dot, QPointF], ...]


def natural(cell: LanesCell, face: Face) -> float:
    usual = len(cell.lanes) * face.px(NATURAL)
    if face.large or not _are_named(cell, face):
        return usual
    form = _ringed(cell, face, *RINGED[-1], LONG)
    paired = max(Counter(dot.lane for dot in cell.dots).values(), default=0) >= PAIRED
    return max(usual, _beside(cell, form._replace(wide=2 * form.wide) if paired else form, face))


def share(cell: LanesCell) -> float:
    """How much of the free width lanes take beside words: more where many stand in one, but for discs alone."""
    most = max(Counter(dot.lane for dot in cell.dots).values(), default=0)
    return CROWDED_SHARE if most > CROWD and len(cell.dots) <= MANY else SHARE


def least(cell: LanesCell, face: Face) -> float:
    """How narrow all lanes may become: in the room, where nobody can point, those of a few have room for names."""
    if not _are_named(cell, face):
        return len(cell.lanes) * face.px(LEAST)
    form = _tight(cell, face) if face.large else _ringed(cell, face, *RINGED[-1], LONGEST)
    return _beside(cell, form, face)


def _beside(cell: LanesCell, form: Form, face: Face) -> float:
    """How wide all lanes are with one group in each, beside one that has gone."""
    ghost = any(dot.came_from is not None for dot in cell.dots)
    return len(cell.lanes) * (form.wide + _ghost_room(form, int(ghost), face) + face.px(2 * SIDE + APART))


def named_height(cells: Sequence[Cell], widths: Sequence[float], face: Face) -> int:
    """How high a row is in which each group has its name, a small one; 0 where there is no room for that."""
    pairs = zip(cells, widths, strict=True)
    found = (_named_height(cell, width, face) for cell, width in pairs if isinstance(cell, LanesCell))
    return max(found, default=0)


def _named_height(cell: LanesCell, width: float, face: Face) -> int:
    if not _are_named(cell, face) or not cell.lanes:
        return 0
    form = _ringed(cell, face, *RINGED[-1], LONGEST)
    room = width / len(cell.lanes) - face.px(APART + 2 * SIDE)
    filled = [(number, _in_line(form, gone, room, face)) for number, gone in _crowd(cell) if number]
    if not all(columns for _, columns in filled):
        return 0
    lines = max((-(-number // columns) for number, columns in filled), default=1)
    return ceil(lines * form.high + face.px(2 * (LARGE_INSET if face.large else INSET))) + ROUNDED


def _in_line(form: Form, ghosts: int, room: float, face: Face) -> int:
    """How many groups stand side by side, beside so many ghosts."""
    return max(0, int((room - _ghost_room(form, ghosts, face) + face.px(8)) / form.wide))


def lane_boxes(box: QRectF, number: int, face: Face) -> tuple[QRectF, ...]:
    apart, inset = face.px(APART), face.px(LARGE_INSET if face.large else INSET)
    wide = (box.width() - apart * number) / max(1, number)
    lefts = (round(box.x() + place * (wide + apart)) for place in range(number))
    return tuple(QRectF(left, box.y() + inset, round(wide), box.height() - 2 * inset) for left in lefts)


def arranged(cell: LanesCell, box: QRectF, face: Face) -> tuple[Form, tuple[Lane, ...]]:
    """Every group in its place, in the fullest form for which each lane has room."""
    places = lane_boxes(box, len(cell.lanes), face)
    if not places:
        return Form(0, 0, 0), ()
    inside = [_ordered(cell.dots, lane) for lane in range(len(places))]
    left = [[dot for dot in cell.dots if dot.came_from == lane != dot.lane] for lane in range(len(places))]
    form = _form(cell, places[0], face)
    groups = [
        _grid(dots, box, form, ghosts, face) for dots, box, ghosts in zip(inside, places, left, strict=True)
    ]
    groups = _spread(groups, places[0], form)
    middles = {placed.dot.letter + placed.dot.name: placed.middle for lane in groups for placed in lane}
    ghosts = [_ghosts(dots, box, form, middles, face) for dots, box in zip(left, places, strict=True)]
    return form, tuple(
        Lane(*lane) for lane in zip(places, map(tuple, groups), map(tuple, ghosts), strict=True)
    )


def _form(cell: LanesCell, lane: QRectF, face: Face) -> Form:
    """The fullest form for which each lane has room; each is worked out only if the one before has none."""
    crowd, room, tall = _crowd(cell), lane.width() - face.px(2 * SIDE), lane.height()
    for form in _forms(cell, face, tall):
        if _fits(form, crowd, room, tall, face):
            return form
    return _squeezed(form, crowd, room, tall, face)


def _crowd(cell: LanesCell) -> list[tuple[int, int]]:
    """How many groups stand in each lane, and how many have left it."""
    here = Counter(dot.lane for dot in cell.dots)
    gone = Counter(dot.came_from for dot in cell.dots if dot.came_from != dot.lane)
    return [(here[lane], gone[lane]) for lane in range(len(cell.lanes))]


def _ordered(dots: Sequence[Dot], lane: int) -> list[Dot]:
    """Those who came from the left first, those who came from the right last, so that arrows cross nobody."""

    def side(dot: Dot) -> int:
        return 0 if dot.came_from is None else (dot.came_from > lane) - (dot.came_from < lane)

    return sorted((dot for dot in dots if dot.lane == lane), key=side)


def _forms(cell: LanesCell, face: Face, tall: float) -> Iterator[Form]:
    """The forms from the fullest to the barest, none of them higher than a lane."""
    px, voted = face.px, any(dot.tally for dot in cell.dots)
    if face.large:
        yield from _large(cell, face, voted)
    if _are_named(cell, face):
        for longest, apart in product((LONG, LONGEST), (AIRY, CLOSE)):
            yield from (_ringed(cell, face, disc, size, longest, apart) for disc, size in RINGED)
    disc = min(px(DISC), tall + px(2))
    if voted and (face.large or len(cell.dots) <= MANY):
        yield Form(disc, disc + px(BAR + 18), disc + px(5), px(BAR))
        yield Form(disc, disc + px(SHORT_BAR + 10), disc + px(5), px(SHORT_BAR))
    yield Form(disc, disc + px(5), disc + px(5))


def _large(cell: LanesCell, face: Face, voted: bool) -> Iterator[Form]:
    """The forms of a large row, all with names."""
    px = face.px
    name, kind = _name(cell, face, NAME), face.type(COUNTS)
    counts = max((width_of(counts_of(dot), kind) for dot in cell.dots), default=0)
    beside = max(min(name, px(LONG)), px(LARGE_BAR + 6) + counts if voted else 0)
    for disc, apart in ((LARGE_DISC, 8), (MEDIUM_DISC, 7)):
        yield Form(px(disc), px(disc + 22) + beside, px(disc + apart), px(LARGE_BAR), True, True)
    wide, short = px(DISC + 17) + min(name, px(LONG)), min(name, px(LARGE_BAR))
    yield Form(px(DISC), wide, px(MEDIUM_DISC + 3), short, True)
    yield _tight(cell, face)


def _are_named(cell: LanesCell, face: Face) -> bool:
    """Whether names are wanted beside discs in front of a room, where nobody can point: in large rows, and in all
    where there are none or no room for them."""
    few = len(cell.dots) <= MANY
    return few and not face.controls and (face.large or face.even or not face.details)


def _ringed(
    cell: LanesCell, face: Face, disc: float, size: float, longest: float, apart: float = CLOSE
) -> Form:
    wide = face.px(disc + 21) + min(_name(cell, face, size), face.px(longest))
    return Form(face.px(disc), wide, face.px(disc * apart), named=True, type=size)


def _tight(cell: LanesCell, face: Face) -> Form:
    """The barest form with names, small ones."""
    name = min(_name(cell, face, COUNTS), face.px(LONGEST))
    wide, high = face.px(TIGHT_DISC + 19) + name, face.px(MEDIUM_DISC + 1)
    return Form(face.px(TIGHT_DISC), wide, high, name, True, type=COUNTS)


def _name(cell: LanesCell, face: Face, size: float) -> float:
    """How wide the longest name is."""
    kind = face.type(size, Weight.SEMIBOLD)
    return max((width_of(dot.name, kind) for dot in cell.dots), default=0)


def _ghost_room(form: Form, ghosts: int, face: Face) -> float:
    return ghosts * (form.disc * GHOST + face.px(6))


def _fits(form: Form, crowd: Sequence[tuple[int, int]], room: float, tall: float, face: Face) -> bool:
    lines = max(form.disc <= tall + face.px(2), int(tall / form.high))
    return all(dots <= lines * _in_line(form, ghosts, room, face) for dots, ghosts in crowd)


def _squeezed(form: Form, crowd: Sequence[tuple[int, int]], room: float, tall: float, face: Face) -> Form:
    """Discs that are as large as the fullest lane allows; past that they lie over one another."""
    lines = max(1, int(tall / form.high))
    most, ghosts = max(crowd)
    wide = (room - _ghost_room(form, ghosts, face)) / max(1, -(-most // lines))
    disc = min(form.disc, max(face.px(LEAST_DISC), wide - 2))
    return Form(disc, wide, form.high)


def _grid(dots: Sequence[Dot], box: QRectF, form: Form, ghosts: Sequence[Dot], face: Face) -> list[Placed]:
    """The groups of a lane, in a line in a small row, in the middle of a large one."""
    if not dots:
        return []
    before = [dot for dot in ghosts if dot.lane < _lane_of(ghosts)]
    first = box.x() + face.px(SIDE) + _ghost_room(form, len(before), face)
    last = box.right() - face.px(SIDE) - _ghost_room(form, len(ghosts) - len(before), face)
    lines = max(1, int(box.height() / form.high))
    columns = -(-len(dots) // lines)
    if not form.named:
        columns = max(columns, min(len(dots), int((last - first + face.px(8)) / form.wide)))
    lines = -(-len(dots) // columns)
    run = columns * form.wide - face.px(12 if form.bar else 4)
    left = max(first, min(box.center().x() - run / 2, last - run)) if form.named else first
    top = box.center().y() - (lines - 1) * form.high / 2
    return [
        Placed(dot, left + place % columns * form.wide, top + place // columns * form.high)
        for place, dot in enumerate(dots)
    ]


def _spread(lanes: list[list[Placed]], box: QRectF, form: Form) -> list[list[Placed]]:
    """The groups with their lines further apart, alike in all lanes, where the fullest has room."""
    most = max((len({placed.middle for placed in lane}) for lane in lanes), default=0)
    by = max(1.0, min(box.height() / (max(1, most) * form.high), WIDE * form.disc / form.high))
    centre = box.center().y()
    return [[one._replace(middle=centre + (one.middle - centre) * by) for one in lane] for lane in lanes]


def _lane_of(ghosts: Sequence[Dot]) -> int:
    return ghosts[0].came_from or 0 if ghosts else 0


def _ghosts(
    dots: Sequence[Dot], box: QRectF, form: Form, middles: dict[str, float], face: Face
) -> list[tuple[Dot, QPointF]]:
    """Each ghost at the end of its lane that is nearest to where the group has gone."""
    lane, side = _lane_of(dots), form.disc * GHOST
    step = side + face.px(6)
    found = []
    for way, near in ((-1, box.x() + face.px(SIDE)), (1, box.right() - face.px(SIDE))):
        gone = [dot for dot in dots if (dot.lane - lane) * way > 0]
        taken: dict[float, int] = {}
        for dot in gone if way < 0 else reversed(gone):
            middle = middles[dot.letter + dot.name]
            number = taken[middle] = taken.get(middle, -1) + 1
            found.append((dot, QPointF(near - way * (side / 2 + number * step), middle)))
    return found


def counts_of(dot: Dot) -> str:
    return "·".join(map(str, dot.tally)) if dot.tally else ""
