"""The argument map in its places: in any room no line runs through a box, and what is fixed stays in its order."""

from itertools import pairwise

import pytest

from models.charts.map_arrange import arrange
from models.charts.map_measures import LINE, Room
from models.charts.map_places import Box, Layout, Point
from models.charts.map_plan import plan
from models.schema.case import Case
from models.store.cases import load_embedded

ROOMS = (
    Room(744, 520, 11, 17),
    Room(1136, 720, 11, 17),
    Room(1856, 660, 1, 40),
    Room(560, 400, 17, 26),
)


@pytest.fixture(scope="module", params=["dprk-lessons", "tiny"])
def case(request: pytest.FixtureRequest) -> Case:
    return load_embedded(request.param)


def along(points: tuple[Point, ...]) -> list[Point]:
    found = []
    for place in range(0, len(points) - 1, 3):
        a, b, c, d = points[place : place + 4]
        for step in range(21):
            t = step / 20
            parts = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
            found.append(
                (
                    sum(part * point[0] for part, point in zip(parts, (a, b, c, d), strict=True)),
                    sum(part * point[1] for part, point in zip(parts, (a, b, c, d), strict=True)),
                )
            )
    return found


def inside(box: Box, point: Point) -> bool:
    return box.x + 1 < point[0] < box.right - 1 and box.y + 1 < point[1] < box.y + box.height - 1


def ordered(layout: Layout, part: int) -> list[str]:
    return [box.id for box in sorted(layout.boxes, key=lambda box: box.y) if box.part == part]


@pytest.mark.parametrize("room", ROOMS)
def test_no_line_runs_through_a_box(case: Case, room: Room) -> None:
    layout = arrange(case, room)

    crossed = [
        (wire.rule, box.id)
        for wire in layout.wires
        for points in [along(wire.points)]
        for box in layout.boxes
        if any(inside(box, point) for point in points)
    ]
    assert crossed == []


@pytest.mark.parametrize("room", ROOMS)
def test_no_box_lies_on_another_or_outside(case: Case, room: Room) -> None:
    layout = arrange(case, room)

    for column in {box.column for box in layout.boxes}:
        boxes = sorted((box for box in layout.boxes if box.column == column), key=lambda box: box.y)
        assert all(one.y + one.height <= other.y for one, other in pairwise(boxes))
        assert boxes[0].y >= 0 and boxes[-1].y + boxes[-1].height <= layout.height
    assert all(box.x >= 0 and box.right <= layout.width for box in layout.boxes)


@pytest.mark.parametrize("room", ROOMS)
def test_recommendations_stand_in_the_order_of_the_board(case: Case, room: Room) -> None:
    layout = arrange(case, room)

    assert ordered(layout, 2) == [item.id for item in case.recommendations]
    assert {box.column for box in layout.boxes if box.part == 2} == {plan(case).last}


def test_names_are_set_in_eleven_pixels_beside_both_drawers() -> None:
    layout = arrange(load_embedded("dprk-lessons").drawn(False), ROOMS[0])

    assert layout.type_sizes[0] >= 11
    assert layout.width <= 744 and layout.height <= 520


def test_under_a_title_bar_boxes_stand_closer_before_the_map_is_scrolled() -> None:
    layout = arrange(load_embedded("dprk-lessons").drawn(False), Room(731, 438, 11, 17))

    assert min(layout.type_sizes) >= 11
    assert layout.width <= 731 and layout.height <= 438
    for box in layout.boxes:
        assert box.height >= len(box.lines) * LINE * layout.type_sizes[box.part]
    for part in range(3):
        column = [box for box in layout.boxes if box.part == part]
        assert all(
            below.y >= box.y + box.height
            for box in column
            for below in column
            if below.column == box.column and below.y > box.y
        )


def test_the_room_is_filled_without_scrolling() -> None:
    layout = arrange(load_embedded("dprk-lessons").drawn(False), ROOMS[2])

    assert min(layout.type_sizes) > 11
    assert layout.width <= 1856 and layout.height <= 660


def test_every_name_is_whole(case: Case) -> None:
    for box in arrange(case, ROOMS[0]).boxes:
        assert " ".join(box.lines) == case.by_id[box.id].title


def test_the_lines_of_one_argument_arrive_at_one_point() -> None:
    layout = arrange(load_embedded("dprk-lessons").drawn(False), ROOMS[0])

    ends = {wire.points[-1] for wire in layout.wires if wire.rule == "from-moscow"}
    assert len(ends) == 1
