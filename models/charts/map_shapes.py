"""The values of the argument map's picture: boxes, rules and lines, each in its place."""

from collections.abc import Iterable
from enum import StrEnum
from itertools import groupby

from models.schema.value import Answer

Point = tuple[float, float]


class MapKind(StrEnum):
    """What stands in a box of the map."""

    ASSUMPTION = "assumption"
    FINDING = "finding"
    RECOMMENDATION = "recommendation"


class MapSizes(Answer):
    """The lengths that a map is made of, in the units of its layout; type is set in `type_size`."""

    type_size: float = 11
    line: float = 13.5
    assumption: float = 253
    derived: float = 112
    strip: float = 20
    head: float = 17
    foot: float = 5
    before_label: float = 46
    after_label: float = 53
    padding: float = 5.5
    most_lines: int = 4
    small_scale: float = 0.64
    small_type: float = 9
    small_line: float = 10
    joint: float = 11
    joint_step: float = 15
    joint_zone: float = 23
    gutter: float = 27
    gap: float = 6
    passage: float = 2
    margin: float = 8
    caption: float = 22


class MapBox(Answer):
    """One statement: its corner, its size, and its label in lines."""

    id: str
    kind: MapKind
    column: int
    x: float
    y: float
    width: float
    height: float
    lines: tuple[str, ...]


class MapJoint(Answer):
    """One rule: where its premises meet, and the short line (points of one cubic) to its conclusion."""

    rule: str
    conclusion: str
    opposes: bool
    x: float
    y: float
    arrow: tuple[Point, ...]


class MapWire(Answer):
    """The way of one premise to its rule: a starting point, then three points for each cubic."""

    source: str
    rule: str
    negated: bool
    points: tuple[Point, ...]


class MapZone(Answer):
    """Where the columns of one kind of statement begin and end."""

    kind: MapKind
    left: float
    right: float


class MapLayout(Answer):
    """The whole map; y grows downwards."""

    width: float
    height: float
    sizes: MapSizes
    boxes: tuple[MapBox, ...]
    joints: tuple[MapJoint, ...]
    wires: tuple[MapWire, ...]
    zones: tuple[MapZone, ...]


def stretches(wires: Iterable[MapWire]) -> dict[tuple[Point, ...], tuple[str, ...]]:
    """The lines from one statement, each stretch once, with the rules that it leads to.

    Lines run together from their start and then part, so a stretch ends where the rules become fewer.
    """
    ways = {wire.rule: _cubics(wire.points) for wire in wires}
    rules: dict[tuple[Point, ...], tuple[str, ...]] = {}
    for rule, cubics in ways.items():
        for cubic in cubics:
            rules[cubic] = (*rules.get(cubic, ()), rule)
    found: dict[tuple[Point, ...], tuple[str, ...]] = {}
    for cubics in ways.values():
        for reached, run in groupby(cubics, key=rules.__getitem__):
            first, *others = run
            found[sum((cubic[1:] for cubic in others), first)] = reached
    return found


def _cubics(points: tuple[Point, ...]) -> list[tuple[Point, ...]]:
    return [points[place : place + 4] for place in range(0, len(points) - 1, 3)]
