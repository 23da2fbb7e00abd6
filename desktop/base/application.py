"""The application as Qt knows it, with what the desktop tells it and nobody else."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication

from desktop.base.guard import override


class Application(QApplication):
    """Tells when the desktop asks for a file to be opened, and when it brings another theme, with fonts of its own."""

    file_asked = Signal(str)
    theme_brought = Signal()

    def __init__(self, arguments: list[str]) -> None:
        # Told to Qt here, as a style that is put on later has to be made known to Python, with all it can draw.
        super().__init__([*(arguments or ["whatholds"]), "-style", "fusion"])

    @override
    def event(self, event: QEvent) -> bool:
        if isinstance(event, QFileOpenEvent):
            self.file_asked.emit(event.file())
            return True
        if event.type() is QEvent.Type.ThemeChange:
            self.theme_brought.emit()
        return super().event(event)
