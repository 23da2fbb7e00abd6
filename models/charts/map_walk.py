"""Walking over the argument map by keyboard: along the lines, and up and down the columns."""

from enum import StrEnum

from models.charts.map_shapes import MapBox, MapLayout


class Direction(StrEnum):
    """Where an arrow key points."""

    LEFT = "left"
    RIGHT = "right"
    UP = "up"
    DOWN = "down"


def next_box(layout: MapLayout, name: str, direction: Direction) -> str:
    """The statement that a step leads to; the same one where there is nothing that way."""
    boxes = {box.id: box for box in layout.boxes}
    here = boxes.get(name)
    if here is None:
        return layout.boxes[0].id
    if direction in (Direction.UP, Direction.DOWN):
        return _along_column(layout, here, 1 if direction is Direction.DOWN else -1)
    onward = direction is Direction.RIGHT
    joined = [boxes[other] for other in _joined(layout, name, onward)]
    beyond = joined or _next_column(layout, here, onward)
    return min(beyond, key=lambda box: _away(here, box), default=here).id


def _along_column(layout: MapLayout, here: MapBox, step: int) -> str:
    column = sorted((box for box in layout.boxes if box.column == here.column), key=lambda box: box.y)
    place = column.index(here) + step
    return column[place].id if 0 <= place < len(column) else here.id


def _joined(layout: MapLayout, name: str, onward: bool) -> set[str]:
    conclusions = {joint.rule: joint.conclusion for joint in layout.joints}
    if onward:
        return {conclusions[wire.rule] for wire in layout.wires if wire.source == name}
    return {wire.source for wire in layout.wires if conclusions[wire.rule] == name}


def _next_column(layout: MapLayout, here: MapBox, onward: bool) -> list[MapBox]:
    columns = {box.column for box in layout.boxes}
    beyond = [column for column in columns if (column > here.column if onward else column < here.column)]
    if not beyond:
        return []
    nearest = min(beyond) if onward else max(beyond)
    return [box for box in layout.boxes if box.column == nearest]


def _away(here: MapBox, there: MapBox) -> tuple[float, str]:
    return abs(here.y + here.height / 2 - there.y - there.height / 2), there.id
