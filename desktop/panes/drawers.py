"""How the window is shared between the drawers and the stage: a drawer stands beside it, lies over it, or is folded.

All widths are in unscaled pixels, so that a window of 1366 pixels at 150 % is shared like one of 910.
"""

from enum import StrEnum

from models.schema.value import Answer

STAGE_LEAST = 700
"""The stage never gets less than this from a drawer that stands beside it."""
PAGE_LEAST = 420
"""A page moves aside for what lies over the stage as long as it keeps this, which three cards side by side need."""
NARROW = 1200
"""Below this the strip needs the whole width, and the switches stand in the left drawer."""
SMALL, LARGE = 1366, 1920
SCROLLING = 10
"""What the bar takes of the left drawer where the list has to be scrolled, so that names stay whole."""
LEFT = (300, 352)
RIGHT = (290, 400)


class Place(StrEnum):
    """Where a drawer is."""

    BESIDE = "beside"
    OVER = "over"
    FOLDED = "folded"


class Wanted(Answer, kw_only=False):
    """What was chosen by hand: open, folded, or nothing, which leaves it to the room there is."""

    left: bool | None = None
    right: bool | None = None


UNASKED = Wanted()


class Spread(Answer, kw_only=False):
    """What a window of some width gives to each part."""

    left: Place
    right: Place
    left_width: float
    right_width: float
    narrow: bool


def between(width: float, ends: tuple[int, int], least: float = 0.0) -> float:
    """A length that grows with the window, from its measure at 1366 to the one at 1920; a little less if need be."""
    part = (width - SMALL) / (LARGE - SMALL)
    return ends[0] + (ends[1] - ends[0]) * max(least, min(1.0, part))


def spread(width: float, drawn: bool = True, wanted: Wanted = UNASKED) -> Spread:
    """Share a window: the left drawer comes first, then the right, as long as the stage keeps its least.

    Where a page is not `drawn` with drawers, they are folded until somebody opens them.
    """
    left_width, right_width = between(width, LEFT), between(width, RIGHT, -0.16)
    left = _place(wanted.left, drawn, width - left_width >= STAGE_LEAST)
    taken = left_width if left is Place.BESIDE else 0
    right = _place(wanted.right, drawn, width - taken - right_width >= STAGE_LEAST)
    return Spread(left, right, left_width, right_width, width < NARROW)


def aside(now: Spread, width: float) -> tuple[float, float]:
    """How much of its left and right edge a page leaves free, so that what lies over the stage covers none of it."""
    left, right = (
        (now.left, now.left_width + (SCROLLING if now.narrow else 0)),
        (now.right, now.right_width),
    )
    rest = width - sum(taken for place, taken in (left, right) if place is Place.BESIDE) - PAGE_LEAST
    free = []
    for place, taken in (left, right):
        free.append(taken if place is Place.OVER and taken <= rest else 0.0)
        rest -= free[-1]
    return free[0], free[1]


def turned(place: Place, drawn: bool, fits: bool) -> bool | None:
    """What is wanted after somebody folded or opened a drawer by hand; nothing where that is the usual place."""
    opened = place is Place.FOLDED
    return None if opened is (drawn and fits) else opened


def _place(wanted: bool | None, drawn: bool, fits: bool) -> Place:
    if wanted is None:
        return Place.BESIDE if fits and drawn else Place.FOLDED
    if not wanted:
        return Place.FOLDED
    return Place.BESIDE if fits else Place.OVER


def as_words(page: str, wanted: Wanted) -> tuple[str, ...]:
    """What was chosen by hand for a page, as settings keep it."""
    sides = (("left", wanted.left), ("right", wanted.right))
    return tuple(
        f"{page} {side} {'open' if is_open else Place.FOLDED.value}"
        for side, is_open in sides
        if is_open is not None
    )


def from_words(words: tuple[str, ...], page: str) -> Wanted:
    """What was chosen by hand for a page; words that say nothing about it are passed over."""
    chosen = {side: f"{page} {side} {{}}" for side in ("left", "right")}
    left, right = (
        True if text.format("open") in words else False if text.format(Place.FOLDED.value) in words else None
        for text in chosen.values()
    )
    return Wanted(left, right)
