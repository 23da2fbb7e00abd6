"""How a window is shared: the stage keeps its least, and what is opened by hand lies over it where it must."""

import pytest

from desktop.panes.drawers import PAGE_LEAST, SCROLLING, STAGE_LEAST, Place, Wanted, aside, spread, turned


@pytest.mark.parametrize("width", [1280, 1366, 1536, 1600, 1920, 2560])
def test_both_drawers_stand_beside_the_stage_from_1280_on(width: float) -> None:
    shared = spread(width)

    assert (shared.left, shared.right) == (Place.BESIDE, Place.BESIDE)
    assert width - shared.left_width - shared.right_width >= STAGE_LEAST


def test_the_measures_of_the_two_sizes() -> None:
    small, large = spread(1366), spread(1920)

    assert (small.left_width, small.right_width) == (300, 290)
    assert (large.left_width, large.right_width) == (352, 400)


def test_the_right_drawer_folds_before_the_left() -> None:
    shared = spread(1100)

    assert (shared.left, shared.right) == (Place.BESIDE, Place.FOLDED)


def test_both_fold_where_there_is_room_for_neither() -> None:
    shared = spread(1366 / 1.5)

    assert (shared.left, shared.right) == (Place.FOLDED, Place.FOLDED)


def test_what_is_opened_where_there_is_no_room_lies_over_the_stage() -> None:
    shared = spread(1366 / 1.5, wanted=Wanted(left=True))

    assert shared.left is Place.OVER


def test_a_page_without_drawers_gives_them_room_when_asked() -> None:
    shared = spread(1366, drawn=False, wanted=Wanted(left=True))

    assert (shared.left, shared.right) == (Place.BESIDE, Place.FOLDED)


@pytest.mark.parametrize("drawn", [True, False])
@pytest.mark.parametrize("fits", [True, False])
def test_turning_a_drawer_twice_leaves_it_as_usual(drawn: bool, fits: bool) -> None:
    usual = Place.BESIDE if drawn and fits else Place.FOLDED
    other = Place.FOLDED if usual is Place.BESIDE else Place.OVER

    assert turned(usual, drawn, fits) is not None
    assert turned(other, drawn, fits) is None


@pytest.mark.parametrize("side", ["left", "right"])
def test_a_page_stands_aside_for_what_lies_over_the_stage(side: str) -> None:
    width = 1366 / 1.5
    shared = spread(width, wanted=Wanted(**{side: True}))

    left, right = aside(shared, width)

    assert (left > 0, right > 0) == (side == "left", side == "right")
    assert width - left - right >= PAGE_LEAST


def test_a_page_keeps_what_it_needs_where_it_cannot_stand_aside() -> None:
    both = spread(1366 / 1.5, wanted=Wanted(left=True, right=True))
    narrow = spread(640, wanted=Wanted(right=True))

    assert aside(both, 1366 / 1.5) == (both.left_width + SCROLLING, 0)
    assert aside(narrow, 640) == (0, 0)
