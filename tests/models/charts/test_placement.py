"""Lists of codes beside points: none overlaps another, a mark or the edge, and the same comes out every time."""

from hypothesis import given
from hypothesis import strategies as st

from models.charts.placement import Box, Placed, Spot, placed

ROOM = Box(0, 0, 240, 260)
LINE = 11.0
RADIUS = 4.0

coordinates = st.tuples(st.integers(4, 236), st.integers(4, 256))


def measure(text: str) -> float:
    return 5.4 * len(text)


def spots_at(places: list[tuple[int, int]], codes: int = 1) -> list[Spot]:
    return [
        Spot(
            Box(x - RADIUS, y - RADIUS, x + RADIUS, y + RADIUS),
            tuple(f"A{index * codes + number}" for number in range(codes)),
        )
        for index, (x, y) in enumerate(places)
    ]


def boxes(items: tuple[Placed, ...]) -> list[Box]:
    return [item.box for item in items]


@given(st.lists(coordinates, max_size=24, unique=True), st.integers(1, 4))
def test_nothing_ever_overlaps(places: list[tuple[int, int]], codes: int) -> None:
    spots = spots_at(places, codes)

    found = boxes(placed(spots, ROOM, LINE, measure))

    for index, box in enumerate(found):
        assert box.inside(ROOM)
        assert not any(box.overlaps(other) for other in found[:index])
        assert not any(box.overlaps(spot.mark) for spot in spots)


@given(st.lists(coordinates, min_size=1, max_size=12, unique=True))
def test_every_spot_of_a_dozen_gets_its_list(places: list[tuple[int, int]]) -> None:
    spots = spots_at(places)

    found = placed(spots, ROOM, LINE, measure)

    assert {item.spot for item in found} == set(spots)


@given(st.lists(coordinates, max_size=10, unique=True))
def test_the_same_points_are_placed_the_same_way(places: list[tuple[int, int]]) -> None:
    spots = spots_at(places, 2)

    assert placed(spots, ROOM, LINE, measure) == placed(spots, ROOM, LINE, measure)


def test_a_lone_point_has_its_list_level_with_it_on_the_right() -> None:
    (only,) = placed(spots_at([(100, 100)], 3), ROOM, LINE, measure)

    assert only.lines == ("A0, A1, A2",)
    assert only.box.left > 104
    assert (only.box.bottom + only.box.top) / 2 == 100
    assert not only.leads


def test_at_the_right_edge_the_list_stands_on_the_left() -> None:
    (only,) = placed(spots_at([(232, 100)]), ROOM, LINE, measure)

    assert only.box.right < 228


def test_a_list_that_must_stand_apart_is_joined_to_its_point() -> None:
    stack = [(100, 100 + 5 * step) for step in range(12)]

    found = placed(spots_at(stack, 3), ROOM, LINE, measure)

    assert len(found) == 12
    assert any(item.leads for item in found)


def test_where_there_is_no_room_a_list_is_left_out() -> None:
    crowd = spots_at([(20, 20)], 9)

    assert placed(crowd, Box(0, 0, 30, 30), LINE, measure) == ()
