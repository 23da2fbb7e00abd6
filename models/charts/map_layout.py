"""Where everything stands on the argument map: worked out once a case, the same for screen and paper.

`dot` orders each column and says how high in it everything stands (Gansner and others, "A technique for
drawing directed graphs", IEEE Transactions on Software Engineering 19, 1993). Columns and lines are ours: a
line that passes a column has a place of its own in it, and lines from one statement run together as far as
they can.
"""

from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from models.charts.map_columns import columns
from models.charts.map_dot import heights, heights_apart
from models.charts.map_shapes import MapBox, MapJoint, MapKind, MapLayout, MapSizes, MapWire, MapZone, Point
from models.charts.map_text import broken
from models.schema.case import Assumption, Case, Finding, Rule, Statement

SIGN = "@"
# From so many passing lines on, `dot` is told to stop improving early and works apart, so that nobody waits.
MANY = 600


@lru_cache(maxsize=4)
def lay_out(case: Case, sizes: MapSizes | None = None) -> MapLayout:
    """The map of a case: the same case gives the same map."""
    plan = _Plan(case, sizes or MapSizes())
    plan.settle(_heights(plan))
    return plan.drawn()


class _Plan:
    """A map in the making: what stands in which column, how high, and what passes it on the way."""

    def __init__(self, case: Case, sizes: MapSizes) -> None:
        self.case = case
        self.sizes = sizes
        self.column = columns(case)
        self.last = max(self.column.values())
        self.rules: dict[str, list[Rule]] = {name: [] for name in case.by_id}
        for rule in case.rules:
            self.rules[rule.conclusion].append(rule)
        self.lines = {item.id: self._lines(item) for item in case.by_id.values()}
        self.height = {name: self._height(name) for name in case.by_id}
        self.passing = self._passing()
        self.y: dict[str, float] = {}

    def settle(self, heights: dict[str, float]) -> None:
        """Take over how high everything stands, measured from the top of the highest box."""
        top = min(heights[name] - self.height[name] / 2 for name in self.case.by_id)
        top = min([top, *(heights[name] for name in self.passing)])
        start = self.sizes.margin + self.sizes.caption
        self.y = {name: round(value - top + start, 2) for name, value in heights.items()}

    def left(self, column: int) -> float:
        """Where a column begins; right of the first, with the room for its rules."""
        sizes = self.sizes
        if column == 0:
            return sizes.margin
        step = sizes.gutter + sizes.joint_zone + sizes.derived
        return sizes.margin + sizes.assumption + sizes.gutter + (column - 1) * step

    def right(self, column: int) -> float:
        """Where a column ends."""
        sizes = self.sizes
        return self.left(column) + (sizes.joint_zone + sizes.derived if column else sizes.assumption)

    def drawn(self) -> MapLayout:
        """Everything in its place."""
        boxes = tuple(self._box(item) for item in self.case.by_id.values())
        bottom = max([*(box.y + box.height for box in boxes), *(self.y[name] for name in self.passing)])
        joints = {joint.rule: joint for name in self.case.by_id for joint in self._joints(name)}
        return MapLayout(
            width=self.right(self.last) + self.sizes.margin,
            height=round(bottom + self.sizes.margin, 2),
            sizes=self.sizes,
            boxes=boxes,
            joints=tuple(joints[rule.id] for rule in self.case.rules),
            wires=tuple(wire for rule in self.case.rules for wire in self._wires(rule, joints[rule.id])),
            zones=self._zones(boxes),
        )

    def _lines(self, item: Statement) -> tuple[str, ...]:
        sizes = self.sizes
        if isinstance(item, Assumption):
            room = sizes.assumption - sizes.before_label - sizes.after_label
        else:
            room = sizes.derived - 2 * sizes.padding
        return broken(item.title, room / sizes.type_size, sizes.most_lines)

    def _height(self, name: str) -> float:
        sizes, lines = self.sizes, len(self.lines[name])
        if self.column[name] == 0:
            return sizes.strip + (lines - 1) * sizes.line
        text = sizes.head + lines * sizes.line + sizes.foot
        return max(text, self._small_height(name), len(self.rules[name]) * sizes.joint_step)

    def _small_height(self, name: str) -> float:
        """The height that the code and the label need together, where the map is shown small."""
        sizes, item = self.sizes, self.case.by_id[name]
        room = (sizes.derived - 2 * sizes.padding) * sizes.small_scale / sizes.small_type
        lines = broken(f"{SIGN}{item.code} {item.title}", room, sizes.most_lines)
        return (len(lines) * sizes.small_line + 2) / sizes.small_scale

    def _passing(self) -> dict[str, tuple[str, int]]:
        """The places where lines pass columns: for each statement, all columns before its last conclusion."""
        reach = dict.fromkeys(self.column, 0)
        for rule in self.case.rules:
            for premise in rule.premises:
                end = self.column[rule.conclusion]
                reach[premise.statement] = max(reach[premise.statement], end)
        return {
            f"{name}@{column}": (name, column)
            for name in self.case.by_id
            for column in range(self.column[name] + 1, reach[name])
        }

    def before(self, source: str, column: int) -> str:
        """What stands for a statement in the column before this one: itself, or its passing line."""
        return source if self.column[source] == column - 1 else f"{source}@{column - 1}"

    def _box(self, item: Statement) -> MapBox:
        column = self.column[item.id]
        indent = self.sizes.joint_zone if column else 0
        return MapBox(
            id=item.id,
            kind=_kind(item),
            column=column,
            x=self.left(column) + indent,
            y=round(self.y[item.id] - self.height[item.id] / 2, 2),
            width=self.sizes.derived if column else self.sizes.assumption,
            height=self.height[item.id],
            lines=self.lines[item.id],
        )

    def _joints(self, name: str) -> tuple[MapJoint, ...]:
        """The rules for and against a statement, from top to bottom in the order of their premises."""
        sizes, column = self.sizes, self.column[name]
        x = self.left(column) + sizes.joint / 2
        edge = self.left(column) + sizes.joint_zone
        rules = sorted(self.rules[name], key=lambda rule: self._incoming(rule, column))
        first = self.y[name] - (len(rules) - 1) / 2 * sizes.joint_step
        joints = []
        for place, rule in enumerate(rules):
            y = round(first + place * sizes.joint_step, 2)
            arrow = _straight((x + sizes.joint / 2, y), (edge, y))
            joint = MapJoint(
                rule=rule.id, conclusion=name, opposes=rule.opposes is not None, x=x, y=y, arrow=arrow
            )
            joints.append(joint)
        return tuple(joints)

    def _incoming(self, rule: Rule, column: int) -> float:
        heights = [self.y[self.before(premise.statement, column)] for premise in rule.premises]
        return sum(heights) / len(heights)

    def _wires(self, rule: Rule, joint: MapJoint) -> tuple[MapWire, ...]:
        end = (joint.x - self.sizes.joint / 2, joint.y)
        return tuple(
            MapWire(
                source=premise.statement,
                rule=rule.id,
                negated=premise.negated,
                points=self._way(premise.statement, self.column[rule.conclusion], end),
            )
            for premise in rule.premises
        )

    def _way(self, source: str, target: int, end: Point) -> tuple[Point, ...]:
        """Straight through the columns, curved between them."""
        start = self.column[source]
        points: list[Point] = [(self.right(start), self.y[source])]
        for column in range(start + 1, target):
            y = self.y[f"{source}@{column}"]
            points += _curve(points[-1], (self.left(column), y))[1:]
            points += _straight(points[-1], (self.right(column), y))[1:]
        points += _curve(points[-1], end)[1:]
        return tuple(points)

    def _zones(self, boxes: tuple[MapBox, ...]) -> tuple[MapZone, ...]:
        """The stretch of columns that each kind takes, as far as the next kind."""
        zones = []
        for kind in MapKind:
            of_kind = [box for box in boxes if box.kind is kind]
            if of_kind:
                left, right = min(box.x for box in of_kind), max(box.x + box.width for box in of_kind)
                zones.append(MapZone(kind=kind, left=left, right=right))
        return tuple(zones)


def _heights(plan: _Plan) -> dict[str, float]:
    """How high the centre of every box and passing line stands, as `dot` finds it."""
    graph = "\n".join(_dot(plan))
    placed = heights_apart(graph) if len(plan.passing) > MANY else heights(graph)
    return {name: placed[name] for name in (*plan.column, *plan.passing)}


def _dot(plan: _Plan) -> Iterator[str]:
    """The map in dot's language: a rank for each column, in inches; ids need no more than quotes."""
    sizes = plan.sizes
    yield "digraph { rankdir=LR; newrank=true; splines=none; ratio=compress;"
    yield f'nodesep={sizes.gap / 72}; ranksep={sizes.gutter / 72}; size="1000,{_tallest(plan) / 72}";'
    if len(plan.passing) > MANY:
        yield f"nslimit={MANY / 4 / len(plan.passing)}; mclimit=0.1; searchsize=10;"
    yield 'node [label="" shape=box fixedsize=true width=1];'
    levels: list[list[str]] = [[f"@{column}"] for column in range(plan.last + 1)]
    for name, column in plan.column.items():
        levels[column].append(name)
        yield f'"{name}" [height={plan.height[name] / 72}];'
    for name, (source, column) in plan.passing.items():
        levels[column].append(name)
        before = plan.before(source, column)
        yield f'"{name}" [height={sizes.passage / 72}];'
        yield f'"{before}" -> "{name}" [weight={3 if before == source else 8}];'
    pairs = {
        (plan.before(premise.statement, plan.column[rule.conclusion]), rule.conclusion): None
        for rule in plan.case.rules
        for premise in rule.premises
    }
    for before, conclusion in pairs:
        yield f'"{before}" -> "{conclusion}" [weight=2];'
    for level in levels:
        yield f'"{level[0]}" [width=0.01 height=0.01];'
        yield "{ rank=same; " + " ".join(f'"{name}"' for name in level) + " }"
    for one, next_one in pairwise(level[0] for level in levels):
        yield f'"{one}" -> "{next_one}" [weight=0];'
    yield "}"


def _tallest(plan: _Plan) -> float:
    """The height that the fullest column needs, with a little air."""
    gap = plan.sizes.gap
    load = [0.0] * (plan.last + 1)
    for name, column in plan.column.items():
        load[column] += plan.height[name] + gap
    for _, column in plan.passing.values():
        load[column] += plan.sizes.passage + gap
    return 1.15 * max(load)


def _kind(item: Statement) -> MapKind:
    if isinstance(item, Assumption):
        return MapKind.ASSUMPTION
    return MapKind.FINDING if isinstance(item, Finding) else MapKind.RECOMMENDATION


def _curve(start: Point, end: Point) -> tuple[Point, ...]:
    """A cubic that leaves and arrives level."""
    middle = round((start[0] + end[0]) / 2, 2)
    return start, (middle, start[1]), (middle, end[1]), end


def _straight(start: Point, end: Point) -> tuple[Point, ...]:
    """A line as a cubic."""
    (x, y), (dx, dy) = start, ((end[0] - start[0]) / 3, (end[1] - start[1]) / 3)
    return start, (x + dx, y + dy), (x + 2 * dx, y + 2 * dy), end
