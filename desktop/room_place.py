"""Where the room's window goes: to the projector if there is one, and where it waits when that is gone."""

from collections.abc import Sequence

from PySide6.QtCore import QRect
from PySide6.QtGui import QScreen

FULL, FULL_HEIGHT, LEAST = 1.85, 1080, 1.4


def magnification(height: int) -> float:
    """How many times its normal size a page has in a room of this height: 24 pixels for its body at 1080."""
    return max(LEAST, FULL * height / FULL_HEIGHT)


def room_screen(screens: Sequence[QScreen], facilitator: QScreen | None) -> QScreen | None:
    """The first display that is not the facilitator's, or that one if there is no other."""
    others = (screen for screen in screens if screen is not facilitator)
    return next(others, facilitator)


def waiting_place(room: QRect) -> QRect:
    """The middle of a display, with a margin that leaves the window below in sight."""
    wide, high = room.width() // 6, room.height() // 6
    return room.adjusted(wide, high, -wide, -high)
