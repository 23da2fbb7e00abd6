"""What a presenter's remote and a few keys mean, in the room's window as in the facilitator's."""

from enum import Enum
from functools import lru_cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from models.schema.grades import Stance


class Wish(Enum):
    """What a key asks for, with a number or a stance."""

    CLOSE = "close"
    MOVE = "move"
    BLANK = "blank"
    STANCE = "stance"
    ASSUMPTION = "assumption"


Keys = dict[Qt.Key, tuple[Wish, object]]


@lru_cache(maxsize=1)
def stance_keys() -> Keys:
    """What sets the assumption that is explained, or explains another, in either window.

    Made when a key is pressed: the names of all keys cost a start as much as a font.
    """
    return {
        Qt.Key.Key_H: (Wish.STANCE, Stance.HOLDS),
        Qt.Key.Key_1: (Wish.STANCE, Stance.HOLDS),
        Qt.Key.Key_U: (Wish.STANCE, Stance.UNCERTAIN),
        Qt.Key.Key_2: (Wish.STANCE, Stance.UNCERTAIN),
        Qt.Key.Key_F: (Wish.STANCE, Stance.FAILS),
        Qt.Key.Key_3: (Wish.STANCE, Stance.FAILS),
        Qt.Key.Key_Up: (Wish.ASSUMPTION, -1),
        Qt.Key.Key_Down: (Wish.ASSUMPTION, 1),
    }


@lru_cache(maxsize=1)
def room_keys() -> Keys:
    """What works the room's screen; presenters' remotes send the first four, besides F5 and Escape."""
    return {
        Qt.Key.Key_PageDown: (Wish.MOVE, 1),
        Qt.Key.Key_PageUp: (Wish.MOVE, -1),
        Qt.Key.Key_B: (Wish.BLANK, 0),
        Qt.Key.Key_Period: (Wish.BLANK, 0),
        **stance_keys(),
        Qt.Key.Key_Escape: (Wish.CLOSE, 0),
        Qt.Key.Key_Right: (Wish.MOVE, 1),
        Qt.Key.Key_Space: (Wish.MOVE, 1),
        Qt.Key.Key_N: (Wish.MOVE, 1),
        Qt.Key.Key_Left: (Wish.MOVE, -1),
        Qt.Key.Key_P: (Wish.MOVE, -1),
    }


def wish_of(event: QKeyEvent, keys: Keys) -> tuple[Wish, object] | None:
    """What a key asks for; Shift makes no difference, since some keyboards need it for a digit."""
    held = event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier)
    return keys.get(Qt.Key(event.key())) if held == Qt.KeyboardModifier.NoModifier else None
