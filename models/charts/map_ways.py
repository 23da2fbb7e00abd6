"""The lines of the argument map: from a premise to where its rule arrives, past every box on the way.

The lines of one argument arrive at one point of its conclusion, so that what must come together is seen to. Between
two recommendations a line runs in a lane of its own at the right.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from models.charts.map_measures import BAND_GAP, LANE
from models.charts.map_places import Box, Point, Wire
from models.charts.map_plan import Arc, MapPlan, arcs, joined, way
from models.schema.case import Case

PORT = 0.8
"""How far apart arguments arrive at most, in ems."""
CORNER = 0.5


@dataclass(frozen=True)
class _Ways:
    plan: MapPlan
    boxes: Mapping[str, Box]
    passing: Mapping[str, float]
    edges: Sequence[tuple[float, float]]
    em: float

    def same(self, source: str, target: str) -> bool:
        """Whether both stand in one column."""
        return self.plan.column[source] == self.plan.column[target]

    def stops(self, source: str, target: str) -> tuple[str, ...]:
        """The passages between two boxes."""
        return way(self.plan.column, source, target)

    def before(self, source: str, target: str) -> float:
        """How high a line is when it comes to its conclusion."""
        stops = self.stops(source, target)
        return self.passing[stops[-1]] if stops else self.boxes[source].middle


@lru_cache(maxsize=4)
def lanes(case: Case) -> dict[str, int]:
    """The lane, from the left, of each recommendation that leads to others: the shorter, the nearer."""
    place = {item.id: number for number, item in enumerate(case.recommendations)}
    spans: dict[str, tuple[int, int]] = {}
    for source, target in joined(case):
        if source in place and target in place:
            low, high = spans.get(source, (place[source], place[source]))
            spans[source] = (min(low, place[target]), max(high, place[target]))
    found: dict[str, int] = {}
    for name in sorted(spans, key=lambda name: (spans[name][1] - spans[name][0], place[name])):
        low, high = spans[name]
        taken = {found[other] for other in found if spans[other][0] <= high and low <= spans[other][1]}
        found[name] = next(lane for lane in range(len(found) + 1) if lane not in taken)
    return found


def wires(
    plan: MapPlan,
    boxes: Mapping[str, Box],
    passing: Mapping[str, float],
    edges: Sequence[tuple[float, float]],
    em: float,
) -> tuple[Wire, ...]:
    """All lines, rule by rule in the case's order."""
    ways = _Ways(plan, boxes, passing, edges, em)
    ports, sides = _ports(ways), _side_ports(ways)
    return tuple(
        Wire(source, arc.target, arc.id, negated, _points(ways, source, arc, ports, sides))
        for arc in arcs(plan.case)
        for source, negated in arc.sources
    )


def _ports(ways: _Ways) -> dict[str, float]:
    """How high each rule arrives at its conclusion, in the order in which its lines come."""
    arriving: dict[str, list[tuple[float, str]]] = {}
    for arc in arcs(ways.plan.case):
        heights = [
            ways.before(source, arc.target) for source, _ in arc.sources if not ways.same(source, arc.target)
        ]
        if heights:
            arriving.setdefault(arc.target, []).append((sum(heights) / len(heights), arc.id))
    ports: dict[str, float] = {}
    for target, rules in arriving.items():
        ports.update(_spread([rule for _, rule in sorted(rules)], ways.boxes[target], ways.em))
    return ports


def _side_ports(ways: _Ways) -> dict[tuple[str, str], float]:
    """How high lines between recommendations leave and arrive: under the box and the one at the other end."""
    ends: dict[str, dict[str, float]] = {}
    for source, target in joined(ways.plan.case):
        if ways.same(source, target):
            ends.setdefault(target, {})[source] = ways.boxes[source].middle
            ends.setdefault(source, {})[source] = ways.boxes[target].middle
    ports: dict[tuple[str, str], float] = {}
    for name, others in ends.items():
        order = sorted(others, key=lambda other: (others[other], other))
        spread = _spread(order, ways.boxes[name], ways.em)
        ports.update({(name, other): y for other, y in spread.items()})
    return ports


def _spread(names: Sequence[str], box: Box, em: float) -> dict[str, float]:
    step = min(PORT * em, (box.height - 0.7 * em) / max(1, len(names) - 1))
    first = box.middle - step * (len(names) - 1) / 2
    return {name: first + place * step for place, name in enumerate(names)}


def _points(
    ways: _Ways,
    source: str,
    arc: Arc,
    ports: Mapping[str, float],
    sides: Mapping[tuple[str, str], float],
) -> tuple[Point, ...]:
    start, end = ways.boxes[source], ways.boxes[arc.target]
    if ways.same(source, arc.target):
        ys = sides[source, source], sides[arc.target, source]
        lane = start.right + (BAND_GAP * 0.75 + lanes(ways.plan.case).get(source, 0) * LANE) * ways.em
        return _round_the_side(start.right, lane, ys, CORNER * ways.em)
    onward = end.column > start.column
    points: list[Point] = [(start.right if onward else start.x, start.middle)]
    for stop in ways.stops(source, arc.target):
        edges = ways.edges[int(stop.rpartition(">")[2])]
        near, far = edges if onward else edges[::-1]
        y = ways.passing[stop]
        points += curve(points[-1], (near, y)) + _straight((near, y), (far, y))
    points += curve(points[-1], (end.x if onward else end.right, ports[arc.id]))
    return tuple(points)


def curve(start: Point, end: Point) -> list[Point]:
    """A cubic that leaves and arrives level, without its start."""
    middle = (start[0] + end[0]) / 2
    return [(middle, start[1]), (middle, end[1]), end]


def _straight(start: Point, end: Point) -> list[Point]:
    (x, y), (dx, dy) = start, ((end[0] - start[0]) / 3, (end[1] - start[1]) / 3)
    return [(x + dx, y + dy), (x + 2 * dx, y + 2 * dy), end]


def _round_the_side(x: float, lane: float, ys: tuple[float, float], corner: float) -> tuple[Point, ...]:
    """Out of the right side, along a lane and in again, with round corners."""
    start, end = ys
    turn = min(corner, abs(end - start) / 2) * (1 if end > start else -1)
    points: list[Point] = [(x, start)]
    points += _straight(points[-1], (lane - corner, start))
    points += [(lane - corner / 3, start), (lane, start + turn / 3), (lane, start + turn)]
    points += _straight(points[-1], (lane, end - turn))
    points += [(lane, end - turn / 3), (lane - corner / 3, end), (lane - corner, end)]
    points += _straight(points[-1], (x, end))
    return tuple(points)
