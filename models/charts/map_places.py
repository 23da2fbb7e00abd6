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
