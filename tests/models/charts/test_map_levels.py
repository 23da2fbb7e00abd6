"""Boxes of a column stand as near as can be to where they are wanted, apart and in order."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from models.charts.map_plan import settled

WANTED = st.lists(st.floats(0, 100), min_size=1, max_size=8)


def test_boxes_that_want_one_place_share_it() -> None:
    assert settled([50, 50], [10, 10], 2, (0, 100)) == [44, 56]


def test_a_box_with_room_stands_where_it_is_wanted() -> None:
    assert settled([10, 80], [10, 10], 2, (0, 100)) == [10, 80]


@given(WANTED)
def test_boxes_never_overlap_nor_leave_their_bounds(wanted: list[float]) -> None:
    found = settled(wanted, [10] * len(wanted), 2, (0, 100))

    assert all(other - one >= 12 - 1e-9 for one, other in pairwise(found))
    assert found[0] >= 5 - 1e-9 and found[-1] <= 95 + 1e-9
