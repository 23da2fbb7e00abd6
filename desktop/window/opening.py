"""Files that come from outside the window: from a second start, and from the desktop, as macOS hands them over."""

import os
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication

from desktop.base.guard import override
from desktop.window.main_window import MainWindow


class Application(QApplication):
    """Tells when the desktop asks for a file to be opened."""

    file_asked = Signal(str)

    @override
    def event(self, event: QEvent) -> bool:
        if isinstance(event, QFileOpenEvent):
            self.file_asked.emit(event.file())
            return True
        return super().event(event)


def take(window: MainWindow, file: str, token: str = "") -> None:
    """Bring the window to the front, and open the file if there is one."""
    if token:
        os.environ["XDG_ACTIVATION_TOKEN"] = token  # Wayland's leave to come forward; Qt reads it
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.raise_()
    window.activateWindow()
    if file:
        QTimer.singleShot(0, window, partial(window.open, Path(file)))
