"""Arranges the argument map in the room there is: as large as its type can be, with every line outside every box.

The plan is made once a case; arranging is cheap enough to be done anew whenever the room changes.
"""

from collections.abc import Mapping
from functools import lru_cache
from math import floor

from models.charts.map_levels import level, settled
from models.charts.map_measures import HEADING, PASSAGE, Measures, Room, measures, part_of
from models.charts.map_places import Box, Layout
from models.charts.map_plan import MapPlan, plan
from models.charts.map_ways import lanes, wires
from models.schema.case import Case

MARGIN = 0.5
ROOMIEST = (1.1, 1.6, 1.9)
"""How far apart boxes of each part stand at the most, in ems."""
GROWTH = (0.45, 0.5, 1.0)
"""How much higher than need be a box of each part becomes where there is room, in ems."""
ROUNDS = 12


@lru_cache(maxsize=8)
def arrange(case: Case, room: Room) -> Layout:
    """The map of a case in a room: the same for the same."""
    planned = plan(case)
    sizes, em = measures(planned, max(lanes(case).values(), default=-1) + 1, room)
    lefts = _lefts(planned, sizes, em, room.width)
    boxes, passing = _boxes(planned, sizes, em, room.height, lefts)
    drawn = wires(planned, {box.id: box for box in boxes}, passing, lefts, em)
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
