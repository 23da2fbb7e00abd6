"""How large the first window is: what there is room for on the screen with its title bar, and never more."""

from PySide6.QtCore import QSize

LARGEST = QSize(1920, 1080)
EDGES = QSize(16, 48)
"""Pixels that a window manager puts round a window, at the most of the usual ones."""

PANEL = QSize(0, 48)
"""Pixels of a panel or task bar, of which Wayland tells a window nothing."""


def first_size(available: QSize, platform: str = "") -> QSize:
    """The size of the first window on a screen of which so much is available, as a platform tells it."""
    unseen = PANEL if platform.startswith("wayland") else QSize(0, 0)
    return (available - EDGES - unseen).boundedTo(LARGEST).expandedTo(QSize(640, 400))
