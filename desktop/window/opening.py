"""Files that come from outside the window: from a second start, and from the desktop."""

import os
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication

from desktop.window.main_window import MainWindow

AGAIN = 200
"""Milliseconds until it is looked again whether a dialog is still in the way."""


def take(window: MainWindow, file: str, token: str = "") -> None:
    """Bring the window to the front, and open the file if there is one."""
    if token:
        os.environ["XDG_ACTIVATION_TOKEN"] = token  # Wayland's leave to come forward; Qt reads it
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.raise_()
    window.activateWindow()
    if file:
        QTimer.singleShot(0, window, partial(_open, window, Path(file)))


def _open(window: MainWindow, path: Path) -> None:
    """Open a file once no dialog is in the way: what is filled in there is meant for what is open."""
    if QApplication.activeModalWidget() is None:
        window.open(path)
    else:
        QTimer.singleShot(AGAIN, window, partial(_open, window, path))
