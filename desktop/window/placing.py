"""How large the first window is: what there is room for on the screen with its title bar, and never more."""

from PySide6.QtCore import QSize

LARGEST = QSize(1920, 1080)
EDGES = QSize(16, 48)
"""Pixels that a window manager puts round a window, at the most of the usual ones."""


def first_size(available: QSize) -> QSize:
    """The size of the first window on a screen of which so much is available."""
    return (available - EDGES).boundedTo(LARGEST).expandedTo(QSize(640, 400))
