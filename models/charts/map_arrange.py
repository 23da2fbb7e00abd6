"""Arranges the argument map in the room there is: as large as its type can be, with every line outside every box.

The plan is made once a case; arranging is cheap enough to be done anew whenever the room changes.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import floor

from models.charts.map_measures import BAND_GAP, HEADING, LANE, PASSAGE, Measures, Room, measures, part_of
from models.charts.map_places import Box, Layout, Point, Wire
from models.charts.map_plan import Arc, MapPlan, arcs, joined, level, plan, settled, way
from models.schema.case import Case

MARGIN = 0.5
ROOMIEST = (1.1, 1.6, 1.9)
"""How far apart boxes of each part stand at the most, in ems."""
GROWTH = (0.45, 0.5, 1.0)
"""How much higher than need be a box of each part becomes where there is room, in ems."""
ROUNDS = 12


PORT = 0.8
"""How far apart arguments arrive at most, in ems."""
CORNER = 0.5


@lru_cache(maxsize=8)
def arrange(case: Case, room: Room) -> Layout:
    """The map of a case in a room: the same for the same."""
    planned = plan(case)
    sizes, em = measures(planned, max(_lanes(case).values(), default=-1) + 1, room)
    lefts = _lefts(planned, sizes, em, room.width)
    boxes, passing = _boxes(planned, sizes, em, room.height, lefts)
    drawn = _wires(planned, {box.id: box for box in boxes}, passing, lefts, em)
    bottom = max([box.y + box.height for box in boxes])
    return Layout(
        width=max(room.width, sizes.width * em),
        height=round(bottom + MARGIN * em, 3),
        type_sizes=(em, floor(em * sizes.factors[1]), floor(em * sizes.factors[2])),
        boxes=tuple(boxes),
        wires=drawn,
        lefts=(lefts[0][0], lefts[min(1, planned.last)][0], lefts[-1][0]),
    )


def _lefts(plan: MapPlan, sizes: Measures, em: float, width: float) -> list[tuple[float, float]]:
    """Where each column begins and ends; spare room goes between them, and where there is much, into the boxes."""
    spare = max(0.0, width - sizes.width * em)
    columns = plan.last + 1
    wider = min(spare * 0.4 / columns, 3 * em)
    gutter = sizes.density.gutter * em + min((spare - wider * columns) / max(1, plan.last), 9 * em)
    edges, left = [], MARGIN * em
    for column in range(columns):
        right = left + sizes.wide(part_of(plan, column)) * em + wider
        edges.append((left, right))
        left = right + gutter
    return edges


def _boxes(
    plan: MapPlan, sizes: Measures, em: float, height: float, edges: list[tuple[float, float]]
) -> tuple[list[Box], dict[str, float]]:
    """The boxes in their places, and how high passing lines pass."""
    top, bottom = HEADING * em, max(height, sizes.height * em) - MARGIN * em
    high = {
        name: _high(plan, sizes, name, column, (bottom - top) / em) * em
        for name, column in plan.column.items()
    }
    y = _levels(plan, high, (top, min(bottom, top + _roomiest(plan, high, em))), sizes.density.gap * em)
    boxes = [
        Box(
            id=name,
            part=part_of(plan, column),
            column=column,
            x=edges[column][0],
            y=y[name] - high[name] / 2,
            width=edges[column][1] - edges[column][0],
            height=high[name],
            lines=sizes.parts[part_of(plan, column)].lines[name],
        )
        for name, column in plan.column.items()
        if ">" not in name
    ]
    return boxes, {name: value for name, value in y.items() if ">" in name}


def _high(plan: MapPlan, sizes: Measures, name: str, column: int, room: float) -> float:
    """How high something is, in ems: a box takes a part of the room that its column has to spare."""
    if ">" in name:
        return PASSAGE
    part = part_of(plan, column)
    names = plan.columns[column]
    used = sum(
        PASSAGE if ">" in other else sizes.high(other, part) for other in names
    ) + sizes.density.gap * len(names)
    number = sum(">" not in other for other in names)
    return sizes.high(name, part) + min(GROWTH[part], max(0.0, (room - used) / number * 0.45))


def _roomiest(plan: MapPlan, high: Mapping[str, float], em: float) -> float:
    """The height beyond which boxes would only stand farther apart."""
    return max(
        sum(high[name] + (0 if ">" in name else ROOMIEST[part_of(plan, column)] * em) for name in names)
        for column, names in enumerate(plan.columns)
    )


def _levels(
    plan: MapPlan, high: Mapping[str, float], bounds: tuple[float, float], gap: float
) -> dict[str, float]:
    """How high the centre of everything stands: the ends evenly, findings level with what they are joined to."""
    joined: dict[str, list[str]] = {}
    for link in plan.links:
        joined.setdefault(link.left, []).append(link.right)
        joined.setdefault(link.right, []).append(link.left)
    y: dict[str, float] = {}
    for names in (plan.columns[0], plan.columns[-1]):
        y.update(_evenly(names, high, bounds))
    middle = sum(bounds) / 2
    inner = range(1, plan.last)
    for turn in range(ROUNDS):
        for column in inner if turn % 2 == 0 else reversed(inner):
            names = plan.columns[column]
            wanted = [level(name, joined, y, middle) for name in names]
            y.update(zip(names, settled(wanted, [high[name] for name in names], gap, bounds), strict=True))
    return y


def _evenly(
    names: tuple[str, ...], high: Mapping[str, float], bounds: tuple[float, float]
) -> dict[str, float]:
    spare = max(0.0, bounds[1] - bounds[0] - sum(high[name] for name in names))
    gap = spare / max(1, len(names) - 1)
    y, top = {}, bounds[0]
    for name in names:
        y[name] = top + high[name] / 2
        top += high[name] + gap
    return y


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
def _lanes(case: Case) -> dict[str, int]:
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


def _wires(
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
        lane = start.right + (BAND_GAP * 0.75 + _lanes(ways.plan.case).get(source, 0) * LANE) * ways.em
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
