"""Places names beside their points so that none overlaps another, a mark or an edge; always the same way.

The names at a point get the best free place of several round it, else a free place near by with a line to it; where
there is none, codes do instead. What finds no room at all is left out, never drawn over something else.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from math import ceil, hypot, inf

Measure = Callable[[str], float]
GAP = 3.0
STEP = 4.0
APART = 9.0
FAR = 60.0
"""No name stands farther than this from its point, in points; rather its code does."""
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
    """A place of the picture: the box of its marks, the room for its list, and names and codes of all points there."""

    mark: Box
    room: Box
    names: tuple[str, ...]
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
    """A list of names or codes in its box; one that `leads` stands apart from its spot, and a line must join them."""

    spot: Spot
    lines: tuple[str, ...]
    box: Box
    leads: bool = False


def placed(spots: Sequence[Spot], line_height: float, measure: Measure) -> tuple[Placed, ...]:
    """Places the lists of all spots; of several orders to go about it, the one with the best result is taken."""
    orders = [
        list(spots),
        list(reversed(spots)),
        sorted(spots, key=lambda spot: spot.y),
        sorted(spots, key=lambda spot: -len(spot.codes)),
    ]
    found = [_one_by_one(order, line_height, measure) for order in orders]
    return min(found, key=lambda items: (-len(items), sum(map(_cost, items))))


def _one_by_one(order: Sequence[Spot], line_height: float, measure: Measure) -> tuple[Placed, ...]:
    taken = [spot.mark for spot in order]
    done: list[Placed] = []
    for spot in order:
        ways = ((spot.names, FAR), (spot.codes, inf))
        tries = (_best(spot, words, taken, line_height, measure, far) for words, far in ways)
        item = next(filter(None, tries), None)
        if item is not None:
            done.append(item)
            taken.append(item.box)
    return tuple(done)


def _best(
    spot: Spot, words: tuple[str, ...], taken: Sequence[Box], line_height: float, measure: Measure, far: float
) -> Placed | None:
    """The best free place beside a spot, else the nearest one that is not too far."""
    near = _free(_beside(spot, words, line_height, measure), taken)
    best = min(near, key=_cost, default=None)
    return best or _nearest(spot, words, taken, line_height, measure, far)


def _beside(spot: Spot, words: tuple[str, ...], line_height: float, measure: Measure) -> Iterator[Placed]:
    """Lists right and left of a spot, level with it or joined to it by a short line, and over and under it."""
    mark = spot.mark
    for lines in _wraps(words):
        width, height = _extent(lines, line_height, measure)
        for shift in SHIFTS:
            apart = GAP if abs(shift) < 1 else APART
            bottom = spot.y + shift * line_height - height / 2
            for left in (mark.right + apart, mark.left - apart - width):
                yield Placed(spot, lines, Box(left, bottom, left + width, bottom + height), abs(shift) >= 1)
        for bottom in (mark.top + 1, mark.bottom - 1 - height):
            left = spot.x - width / 2
            yield Placed(spot, lines, Box(left, bottom, left + width, bottom + height))


def _wraps(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """The list in one line, in two, and so on, each line as full as the others."""
    seen = set()
    for number in range(1, min(len(words), 6) + 1):
        each = ceil(len(words) / number)
        if each not in seen:
            seen.add(each)
            rows = [words[start : start + each] for start in range(0, len(words), each)]
            yield tuple(
                SEPARATOR.join(row) + ("," if index < len(rows) - 1 else "") for index, row in enumerate(rows)
            )


def _extent(lines: tuple[str, ...], line_height: float, measure: Measure) -> tuple[float, float]:
    return max(map(measure, lines)), len(lines) * line_height


def _free(items: Iterator[Placed], taken: Sequence[Box]) -> Iterator[Placed]:
    return (
        item
        for item in items
        if item.box.inside(item.spot.room) and not any(item.box.overlaps(box) for box in taken)
    )


def _cost(item: Placed) -> float:
    """Names, in few lines, level with the mark and right of it."""
    box, spot = item.box, item.spot
    lines = 2.0 * (len(item.lines) - 1)
    off = hypot(max(0.0, box.left - spot.x, spot.x - box.right) / 8, (box.bottom + box.top) / 2 - spot.y) / 4
    left = 0.5 if box.right < spot.x else 0.0
    coded = 10.0 * (item.lines not in _wraps(spot.names))
    return lines + off + left + coded + (4.0 if item.leads else 0.0)


def _nearest(
    spot: Spot, words: tuple[str, ...], taken: Sequence[Box], line_height: float, measure: Measure, far: float
) -> Placed | None:
    """The free place of a grid that is nearest to the spot, for the widest list that has one."""
    room = spot.room
    for lines in _wraps(words):
        width, height = _extent(lines, line_height, measure)
        left, bottom = max(room.left, spot.x - far - width), max(room.bottom, spot.y - far - height)
        columns = int(max(0.0, min(room.right - width, spot.x + far) - left) / STEP)
        rows = int(max(0.0, min(room.top - height, spot.y + far) - bottom) / STEP)
        corners = [
            (left + column * STEP, bottom + row * STEP)
            for row in range(rows + 1)
            for column in range(columns + 1)
        ]
        corners.sort(
            key=lambda corner: hypot(corner[0] + width / 2 - spot.x, corner[1] + height / 2 - spot.y)
        )
        boxes = (Box(x, y, x + width, y + height) for x, y in corners)
        found = next(_free((Placed(spot, lines, box, leads=True) for box in boxes), taken), None)
        if found is not None:
            return found
    return None
