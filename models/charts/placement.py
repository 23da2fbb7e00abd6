"""Places lists of codes beside their points so that none overlaps another, a mark, or the edge; always the same way.

Every list gets the best free place of several round its point, else the nearest free place of a grid with a line
to it. What finds no room at all is left out and told, never drawn over something else.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from math import ceil, hypot

Measure = Callable[[str], float]
GAP = 3.0
STEP = 4.0
APART = 9.0
SEPARATOR = ", "
SHIFTS = (0.0, 0.5, -0.5, 1.0, -1.0, 1.5, -1.5, 2.0, -2.0, 3.0, -3.0, 4.0, -4.0)


@dataclass(frozen=True)
class Box:
    """A rectangle, its edges in points."""

    left: float
    bottom: float
    right: float
    top: float

    def overlaps(self, other: "Box") -> bool:
        """Whether two boxes share more than an edge."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.bottom < other.top
            and other.bottom < self.top
        )

    def inside(self, other: "Box") -> bool:
        """Whether this box does not stick out of the other."""
        return (
            other.left <= self.left
            and self.right <= other.right
            and other.bottom <= self.bottom
            and self.top <= other.top
        )


@dataclass(frozen=True)
class Spot:
    """A place of the picture with the codes of all points there, and the box of their marks."""

    mark: Box
    codes: tuple[str, ...]

    @property
    def x(self) -> float:
        """Its middle from left to right."""
        return (self.mark.left + self.mark.right) / 2

    @property
    def y(self) -> float:
        """Its middle from bottom to top."""
        return (self.mark.bottom + self.mark.top) / 2


@dataclass(frozen=True)
class Placed:
    """A list of codes in its box; `leads` says that it stands apart from its spot, so that a line must join them."""

    spot: Spot
    lines: tuple[str, ...]
    box: Box
    leads: bool = False


def placed(
    spots: Sequence[Spot],
    room: Box,
    line_height: float,
    measure: Measure,
    splits: tuple[float, float] = (-1.0, -1.0),
) -> tuple[Placed, ...]:
    """Places the lists of all spots; of several orders to go about it, the one with the best result is taken."""
    orders = [
        list(spots),
        list(reversed(spots)),
        sorted(spots, key=lambda spot: spot.y),
        sorted(spots, key=lambda spot: -len(spot.codes)),
    ]
    found = [_one_by_one(order, spots, room, line_height, measure, splits) for order in orders]
    return min(found, key=lambda items: (-len(items), sum(_cost(item, splits) for item in items)))


def _one_by_one(
    order: Sequence[Spot],
    spots: Sequence[Spot],
    room: Box,
    line_height: float,
    measure: Measure,
    splits: tuple[float, float],
) -> tuple[Placed, ...]:
    marks = [spot.mark for spot in spots]
    done: list[Placed] = []
    for spot in order:
        taken = [*marks, *(item.box for item in done)]
        near = _free(_beside(spot, line_height, measure), room, taken)
        best = min(near, key=lambda item: _cost(item, splits), default=None)
        if best is None:
            best = _nearest(spot, room, taken, line_height, measure)
        if best is not None:
            done.append(best)
    return tuple(done)


def _beside(spot: Spot, line_height: float, measure: Measure) -> Iterator[Placed]:
    """Lists right and left of a spot, level with it or joined to it by a short line, and over and under it."""
    mark = spot.mark
    for lines in _wraps(spot.codes):
        width, height = _extent(lines, line_height, measure)
        for shift in SHIFTS:
            apart = GAP if abs(shift) < 1 else APART
            bottom = spot.y + shift * line_height - height / 2
            for left in (mark.right + apart, mark.left - apart - width):
                yield Placed(spot, lines, Box(left, bottom, left + width, bottom + height), abs(shift) >= 1)
        for bottom in (mark.top + 1, mark.bottom - 1 - height):
            left = spot.x - width / 2
            yield Placed(spot, lines, Box(left, bottom, left + width, bottom + height))


def _wraps(codes: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """The list in one line, in two, and so on, each line as full as the others."""
    seen = set()
    for number in range(1, min(len(codes), 6) + 1):
        each = ceil(len(codes) / number)
        if each not in seen:
            seen.add(each)
            rows = [codes[start : start + each] for start in range(0, len(codes), each)]
            yield tuple(
                SEPARATOR.join(row) + ("," if index < len(rows) - 1 else "") for index, row in enumerate(rows)
            )


def _extent(lines: tuple[str, ...], line_height: float, measure: Measure) -> tuple[float, float]:
    return max(map(measure, lines)), len(lines) * line_height


def _free(items: Iterator[Placed], room: Box, taken: Sequence[Box]) -> Iterator[Placed]:
    return (
        item for item in items if item.box.inside(room) and not any(item.box.overlaps(box) for box in taken)
    )


def _cost(item: Placed, splits: tuple[float, float]) -> float:
    """Few lines, level with the mark and right of it, and not across a split line."""
    box, spot = item.box, item.spot
    lines = 2.0 * (len(item.lines) - 1)
    off = hypot(max(0.0, box.left - spot.x, spot.x - box.right) / 8, (box.bottom + box.top) / 2 - spot.y) / 4
    left = 0.5 if box.right < spot.x else 0.0
    crossing = 2.5 * (box.left < splits[0] < box.right) + 2.0 * (box.bottom < splits[1] < box.top)
    return lines + off + left + crossing + (4.0 if item.leads else 0.0)


def _nearest(
    spot: Spot, room: Box, taken: Sequence[Box], line_height: float, measure: Measure
) -> Placed | None:
    """The free place of a grid that is nearest to the spot, for the widest list that has one."""
    for lines in _wraps(spot.codes):
        width, height = _extent(lines, line_height, measure)
        columns = int(max(0.0, room.right - room.left - width) / STEP)
        rows = int(max(0.0, room.top - room.bottom - height) / STEP)
        corners = [
            (room.left + column * STEP, room.bottom + row * STEP)
            for row in range(rows + 1)
            for column in range(columns + 1)
        ]
        corners.sort(
            key=lambda corner: hypot(corner[0] + width / 2 - spot.x, corner[1] + height / 2 - spot.y)
        )
        boxes = (Box(left, bottom, left + width, bottom + height) for left, bottom in corners)
        items = (Placed(spot, lines, box, leads=True) for box in boxes)
        found = next(_free(items, room, taken), None)
        if found is not None:
            return found
    return None
