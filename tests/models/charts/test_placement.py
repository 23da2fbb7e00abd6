"""Names beside points: none overlaps another, a mark or the edge, and the same comes out every time."""

from hypothesis import given
from hypothesis import strategies as st

from models.charts.placement import Box, Placed, Spot, placed

ROOM = Box(0, 0, 240, 260)
LINE = 11.0
RADIUS = 4.0

coordinates = st.tuples(st.integers(4, 236), st.integers(4, 256))


def measure(text: str) -> float:
    return 5.4 * len(text)


def spots_at(places: list[tuple[int, int]], codes: int = 1, room: Box = ROOM) -> list[Spot]:
    return [
        Spot(
            Box(x - RADIUS, y - RADIUS, x + RADIUS, y + RADIUS),
            room,
            tuple(f"Name {index * codes + number}" for number in range(codes)),
            tuple(f"A{index * codes + number}" for number in range(codes)),
        )
        for index, (x, y) in enumerate(places)
    ]


def boxes(items: tuple[Placed, ...]) -> list[Box]:
    return [item.box for item in items]


@given(st.lists(coordinates, max_size=24, unique=True), st.integers(1, 4))
def test_nothing_ever_overlaps(places: list[tuple[int, int]], codes: int) -> None:
    spots = spots_at(places, codes)

    found = boxes(placed(spots, LINE, measure))

    for index, box in enumerate(found):
        assert box.inside(ROOM)
        assert not any(box.overlaps(other) for other in found[:index])
        assert not any(box.overlaps(spot.mark) for spot in spots)


@given(st.lists(coordinates, min_size=1, max_size=12, unique=True))
def test_every_spot_of_a_dozen_gets_its_list(places: list[tuple[int, int]]) -> None:
    spots = spots_at(places)

    found = placed(spots, LINE, measure)

    assert {item.spot for item in found} == set(spots)


@given(st.lists(coordinates, max_size=10, unique=True))
def test_the_same_points_are_placed_the_same_way(places: list[tuple[int, int]]) -> None:
    spots = spots_at(places, 2)

    assert placed(spots, LINE, measure) == placed(spots, LINE, measure)


def test_a_lone_point_has_its_list_level_with_it_on_the_right() -> None:
    (only,) = placed(spots_at([(100, 100)], 3), LINE, measure)

    assert only.lines == ("Name 0, Name 1, Name 2",)
    assert only.box.left > 104
    assert (only.box.bottom + only.box.top) / 2 == 100
    assert not only.leads


def test_at_the_right_edge_the_list_stands_on_the_left() -> None:
    (only,) = placed(spots_at([(232, 100)]), LINE, measure)

    assert only.box.right < 228


def test_a_list_that_must_stand_apart_is_joined_to_its_point() -> None:
    stack = [(100, 100 + 5 * step) for step in range(12)]

    found = placed(spots_at(stack, 3), LINE, measure)

    assert len(found) == 12
    assert any(item.leads for item in found)


@given(st.integers(4, 116), st.integers(4, 256))
def test_a_name_stays_in_the_room_of_its_point(x: int, y: int) -> None:
    room = Box(0, 0, 120, 260)

    (only,) = placed(spots_at([(x, y)], 1, room), LINE, measure)

    assert only.box.inside(room)


def test_codes_stand_where_names_find_no_place() -> None:
    (only,) = placed(spots_at([(20, 20)], 1, Box(0, 0, 30, 40)), LINE, measure)

    assert only.lines == ("A0",)


def test_where_there_is_no_room_a_list_is_left_out() -> None:
    crowd = spots_at([(20, 20)], 9, Box(0, 0, 30, 30))

    assert placed(crowd, LINE, measure) == ()
