"""What the keys do in the room: those of presenters' remotes, and a few for a laptop with one screen."""

from enum import Enum

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier


class Wish(Enum):
    """What a key asks for; each comes with a number."""

    CLOSE = "close"
    MOVE = "move"
    PAGE = "page"
    NUMBER = "number"
    BLANK = "blank"
    REPLAY = "replay"


_KEYS: dict[tuple[Qt.Key, Qt.KeyboardModifier], tuple[Wish, int]] = {
    **{(key, NONE): (Wish.CLOSE, 0) for key in (Qt.Key.Key_Escape, Qt.Key.Key_F5)},
    **{
        (key, NONE): (Wish.MOVE, 1)
        for key in (Qt.Key.Key_PageDown, Qt.Key.Key_Right, Qt.Key.Key_Space, Qt.Key.Key_N)
    },
    **{
        (key, NONE): (Wish.MOVE, -1)
        for key in (Qt.Key.Key_PageUp, Qt.Key.Key_Left, Qt.Key.Key_Backspace, Qt.Key.Key_P)
    },
    **{(key, NONE): (Wish.BLANK, 0) for key in (Qt.Key.Key_B, Qt.Key.Key_Period)},
    **{(Qt.Key(Qt.Key.Key_0 + digit), NONE): (Wish.NUMBER, digit) for digit in range(1, 10)},
    (Qt.Key.Key_PageDown, CONTROL): (Wish.PAGE, 1),
    (Qt.Key.Key_PageUp, CONTROL): (Wish.PAGE, -1),
    (Qt.Key.Key_Z, CONTROL): (Wish.REPLAY, -1),
    (Qt.Key.Key_Z, CONTROL | SHIFT): (Wish.REPLAY, 1),
    (Qt.Key.Key_Y, CONTROL): (Wish.REPLAY, 1),
}


def wish_of(event: QKeyEvent) -> tuple[Wish, int] | None:
    """What a key asks for; Shift alone makes no difference, since some keyboards need it for a digit."""
    key = Qt.Key(event.key())
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    found = _KEYS.get((key, held))
    return _KEYS.get((key, NONE)) if found is None and held == SHIFT else found
