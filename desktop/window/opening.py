"""Files that come from outside the window: from a second start, and from the desktop."""

import os
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QTimer

from desktop.window.main_window import MainWindow


def take(window: MainWindow, file: str, token: str = "") -> None:
    """Bring the window to the front, and open the file if there is one."""
    if token:
        os.environ["XDG_ACTIVATION_TOKEN"] = token  # Wayland's leave to come forward; Qt reads it
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.raise_()
    window.activateWindow()
    if file:
        QTimer.singleShot(0, window, partial(window.open, Path(file)))
