"""How far a walk has come, as a line along the top of its page."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop.base.guard import override
from desktop.base.theme import Look

HIGH = 4


class ProgressLine(QWidget):
    """Shows a part of the whole width filled; without a part it is not there."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("progress")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.look = look
        self.part: float | None = None
        self.hide()

    def lie(self, part: float | None, width: int) -> None:
        """Lie along the top, so far filled."""
        self.part = part
        self.setGeometry(0, 0, width, self.look.px(HIGH))
        self.setVisible(part is not None)
        self.raise_()
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.look.colour("line"))
        filled = QRectF(0, 0, self.width() * (self.part or 0), self.height())
        painter.fillRect(filled, self.look.colour("brand"))
