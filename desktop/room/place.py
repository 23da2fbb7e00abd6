"""Where the room's window goes: to the projector if there is one, and where it waits where there is none."""

from collections.abc import Sequence

from PySide6.QtCore import QRect
from PySide6.QtGui import QScreen


def room_screen(screens: Sequence[QScreen], facilitator: QScreen | None, wanted: str = "") -> QScreen | None:
    """The display that is wanted by name, else the first; one that is not the facilitator's and shows something else.

    None where there is no other.
    """
    own = facilitator.geometry() if facilitator is not None else QRect()
    others = [screen for screen in screens if screen is not facilitator and screen.geometry() != own]
    return next((screen for screen in others if screen.name() == wanted), others[0] if others else None)


def waiting_place(room: QRect) -> QRect:
    """The middle of a display, with a margin that leaves the window below in sight."""
    wide, high = room.width() // 6, room.height() // 6
    return room.adjusted(wide, high, -wide, -high)
