"""Which way Qt is to set a text."""

from PySide6.QtCore import Qt

from models.language.writing import from_right

DIRECTIONS = {
    None: Qt.LayoutDirection.LayoutDirectionAuto,
    True: Qt.LayoutDirection.RightToLeft,
    False: Qt.LayoutDirection.LeftToRight,
}


def direction_of(text: str) -> Qt.LayoutDirection:
    """Which way it runs: left to Qt where nothing in it runs from right to left."""
    return DIRECTIONS[from_right(text)]
