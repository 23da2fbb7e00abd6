"""Walking over the laid-out argument map by keyboard: along the lines, and up and down the columns."""

from enum import StrEnum

from models.charts.map_places import Box, Layout


class Direction(StrEnum):
    """Where an arrow key points."""

    LEFT = "left"
    RIGHT = "right"
    UP = "up"
    DOWN = "down"


def next_box(layout: Layout, name: str, direction: Direction) -> str:
    """The statement that a step leads to; the same one where there is nothing that way."""
    boxes = {box.id: box for box in layout.boxes}
    here = boxes.get(name)
    if here is None:
        return layout.boxes[0].id
    if direction in (Direction.UP, Direction.DOWN):
        return _along_column(layout, here, 1 if direction is Direction.DOWN else -1)
    step = 1 if direction is Direction.RIGHT else -1
    joined = [boxes[other] for other in _joined(layout, name) if _beyond(here, boxes[other], step)]
    beyond = joined or _next_column(layout, here, step)
    return min(beyond, key=lambda box: (abs(here.middle - box.middle), box.id), default=here).id


def _along_column(layout: Layout, here: Box, step: int) -> str:
    column = sorted((box for box in layout.boxes if box.column == here.column), key=lambda box: box.y)
    place = column.index(here) + step
    return column[place].id if 0 <= place < len(column) else here.id


def _joined(layout: Layout, name: str) -> set[str]:
    ends = {(wire.source, wire.target) for wire in layout.wires}
    return {one if other == name else other for one, other in ends if name in (one, other)}


def _beyond(here: Box, there: Box, step: int) -> bool:
    return (there.column - here.column) * step > 0


def _next_column(layout: Layout, here: Box, step: int) -> list[Box]:
    beyond = {box.column for box in layout.boxes if _beyond(here, box, step)}
    nearest = min(beyond, key=lambda column: abs(column - here.column), default=here.column)
    return [box for box in layout.boxes if box.column == nearest and _beyond(here, box, step)]
