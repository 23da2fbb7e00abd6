"""The values of a laid-out argument map: boxes and lines in their places, the same for screen and paper."""

from dataclasses import dataclass
from typing import TypeAlias

Point: TypeAlias = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Box:
    """One statement: its column, its corner, its size, and its name in lines.

    `part` is 0 for assumptions, 1 for findings and 2 for recommendations.
    """

    id: str
    part: int
    column: int
    x: float
    y: float
    width: float
    height: float
    lines: tuple[str, ...]

    @property
    def middle(self) -> float:
        """How high its centre is."""
        return self.y + self.height / 2

    @property
    def right(self) -> float:
        """Where it ends."""
        return self.x + self.width


@dataclass(frozen=True, eq=False, slots=True)
class Wire:
    """The way of one premise to the conclusion of its rule: a start, then three points for each cubic."""

    source: str
    target: str
    rule: str
    negated: bool
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Layout:
    """The whole map in pixels; y grows downwards. `type_sizes` and `lefts` are the
    type of each part and where it begins."""

    width: float
    height: float
    type_sizes: tuple[int, int, int]
    boxes: tuple[Box, ...]
    wires: tuple[Wire, ...]
    lefts: tuple[float, float, float]


def place_over_end(layout: Layout, wire: Wire, width: float, height: float) -> Point | None:
    """The corner of a few words over the end of a line, or under it; None where a box is in the way of both."""
    (x, y), (from_x, _), em = wire.points[-1], wire.points[-2], layout.type_sizes[0]
    left = x - width - em * 0.4 if from_x < x else x + em * 0.4
    tops = (y - height - 1, y + 1)
    return next(((left, top) for top in tops if not _meets_a_box(layout, left, top, width, height)), None)


def _meets_a_box(layout: Layout, left: float, top: float, width: float, height: float) -> bool:
    return any(
        left < box.right and box.x < left + width and top < box.y + box.height and box.y < top + height
        for box in layout.boxes
    )
