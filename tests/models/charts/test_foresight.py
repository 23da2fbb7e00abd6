"""What the room foresaw: hands as bars, what came true in full colour, surprises on top."""

from dataclasses import replace

import numpy as np
import pytest
from matplotlib.collections import PathCollection, PolyCollection
from matplotlib.colors import to_hex
from matplotlib.figure import Figure

from models.charts.foresight import draw_foresight
from models.charts.palette import palette
from models.schema.pictures import ForesightBar, ForesightPicture
from models.schema.result import Status

LIGHT = palette("light")


def bar(title: str, hands: tuple[int, int, int], status: Status, *, hit: bool) -> ForesightBar:
    return ForesightBar(
        id=title.lower(),
        code="R1",
        title=title,
        hands=hands,
        status=status,
        right="4 of 9 foresaw it",
        hit=hit,
        spoken=title,
        guess="The room: holds",
        answer="The answer: falls",
    )


PICTURE = ForesightPicture(
    ways=("holds", "open", "falls"),
    bars=(
        bar("Expected", (6, 0, 3), Status.ACCEPTED, hit=True),
        bar("Surprise", (5, 0, 4), Status.REJECTED, hit=False),
        bar("Open", (0, 9, 0), Status.OPEN, hit=True),
    ),
)
ONE = replace(PICTURE, bars=PICTURE.bars[1:2])


def drawn(width: float = 6.0, picture: ForesightPicture = PICTURE) -> Figure:
    figure = Figure(figsize=(width, 2.5), dpi=100)
    draw_foresight(figure, picture, LIGHT)
    figure.draw_without_rendering()
    return figure


def test_what_most_did_not_expect_stands_on_top() -> None:
    heights = {text.get_text(): text.get_position()[1] for text in drawn().axes[0].texts}

    assert heights["Surprise"] < heights["Expected"]


def test_only_the_hands_that_were_right_have_their_full_colour() -> None:
    drawn_parts = [item for item in drawn().axes[0].collections if isinstance(item, PolyCollection)]
    bars = [item for item in drawn_parts if item.get_zorder() > 0]
    fills = [to_hex(colour).upper() for item in bars for colour in np.asarray(item.get_facecolor())]

    assert fills == [LIGHT.good_soft, LIGHT.bad, LIGHT.good, LIGHT.bad_soft, LIGHT.warn]


def test_a_later_call_replaces_what_was_shown() -> None:
    figure = drawn()
    number = len(figure.axes[0].texts)

    draw_foresight(figure, PICTURE, LIGHT)

    assert len(figure.axes[0].texts) == number


@pytest.mark.parametrize("picture", [PICTURE, ONE, replace(PICTURE, bars=PICTURE.bars[:2])])
def test_nothing_is_cut_off(picture: ForesightPicture) -> None:
    for width in (3.6, 6.0, 12.0):
        figure = drawn(width, picture)
        extents = [text.get_window_extent() for text in figure.axes[0].texts]
        assert all(figure.bbox.padded(1).contains(*corner) for box in extents for corner in box.get_points())


def test_only_what_the_room_was_wrong_about_lies_on_a_ground_of_its_own() -> None:
    parts = [item for item in drawn().axes[0].collections if isinstance(item, PolyCollection)]
    grounds = [item for item in parts if item.get_zorder() == 0]

    assert [to_hex(colour).upper() for item in grounds for colour in np.asarray(item.get_facecolor())] == [
        LIGHT.bad_soft
    ]


def test_one_recommendation_is_drawn_larger_than_one_of_many() -> None:
    one_of_many, alone = (
        next(
            text.get_window_extent().height
            for text in drawn(picture=picture).axes[0].texts
            if text.get_text() == "Surprise"
        )
        for picture in (PICTURE, ONE)
    )

    assert alone > 1.3 * one_of_many


def test_the_guess_points_at_most_hands_from_above_and_the_answer_at_what_came_from_below() -> None:
    axes = drawn(picture=ONE).axes[0]

    hands = next(item for item in axes.collections if isinstance(item, PolyCollection))
    holds, falls = (path.get_extents() for path in hands.get_paths())
    points = [np.asarray(item.get_offsets()) for item in axes.collections if isinstance(item, PathCollection)]
    (guess_x, guess_y), (answer_x, answer_y) = (point[0] for point in points[:2])
    assert holds.x0 < guess_x < holds.x1 and guess_y < holds.y0
    assert falls.x0 < answer_x < falls.x1 and answer_y > falls.y1
