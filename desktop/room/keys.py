"""What a presenter's remote and a few keys mean, in the room's window as in the facilitator's."""

from enum import Enum

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from models.schema.grades import Stance

NONE, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier


class Wish(Enum):
    """What a key asks for, with a number or a stance."""

    CLOSE = "close"
    MOVE = "move"
    BLANK = "blank"
    STANCE = "stance"
    ASSUMPTION = "assumption"


REMOTE: dict[Qt.Key, tuple[Wish, object]] = {
    Qt.Key.Key_PageDown: (Wish.MOVE, 1),
    Qt.Key.Key_PageUp: (Wish.MOVE, -1),
    Qt.Key.Key_B: (Wish.BLANK, 0),
    Qt.Key.Key_Period: (Wish.BLANK, 0),
}
"""What presenters' remotes send besides F5 and Escape."""
STANCES: dict[Qt.Key, tuple[Wish, object]] = {
    Qt.Key.Key_H: (Wish.STANCE, Stance.HOLDS),
    Qt.Key.Key_1: (Wish.STANCE, Stance.HOLDS),
    Qt.Key.Key_U: (Wish.STANCE, Stance.UNCERTAIN),
    Qt.Key.Key_2: (Wish.STANCE, Stance.UNCERTAIN),
    Qt.Key.Key_F: (Wish.STANCE, Stance.FAILS),
    Qt.Key.Key_3: (Wish.STANCE, Stance.FAILS),
    Qt.Key.Key_Up: (Wish.ASSUMPTION, -1),
    Qt.Key.Key_Down: (Wish.ASSUMPTION, 1),
}
ROOM: dict[Qt.Key, tuple[Wish, object]] = {
    **REMOTE,
    **STANCES,
    Qt.Key.Key_Escape: (Wish.CLOSE, 0),
    Qt.Key.Key_Right: (Wish.MOVE, 1),
    Qt.Key.Key_Space: (Wish.MOVE, 1),
    Qt.Key.Key_N: (Wish.MOVE, 1),
    Qt.Key.Key_Left: (Wish.MOVE, -1),
    Qt.Key.Key_P: (Wish.MOVE, -1),
}


def wish_of(event: QKeyEvent, keys: dict[Qt.Key, tuple[Wish, object]]) -> tuple[Wish, object] | None:
    """What a key asks for; Shift makes no difference, since some keyboards need it for a digit."""
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return keys.get(Qt.Key(event.key())) if held in (NONE, SHIFT) else None
