"""A slim line of marks, one for each step of the walk-through: what was shown, what is, what comes."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget
from typing_extensions import override

from desktop.base.theme import look
from desktop.widgets.dressed import Dressed
from models.pages.walk_values import Place, WalkStep

HIGH, GAP = 14, 3


class StepStrip(Dressed, QWidget):
    """Marks that can be clicked: high ones are recommendations, filled ones are done, the present one is larger."""

    step_wished = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._steps: tuple[WalkStep, ...] = ()
        self._at = 0
        self.setObjectName("step-strip")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def receive(self, steps: tuple[WalkStep, ...], at: int) -> None:
        """Show these steps, and at which of them the walk is."""
        self._steps, self._at = steps, at
        self.setAccessibleName(steps[at].progress if steps else "")
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(look().px(200), look().px(HIGH))

    @override
    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and self._steps:
            QToolTip.showText(event.globalPos(), self._steps[self._under(event.pos().x())].listing, self)
            return True
        return super().event(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._steps:
            self.step_wished.emit(self._steps[self._under(event.position().x())].id)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        wanted = look()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        each = self.width() / max(1, len(self._steps))
        gap = min(wanted.px(GAP), each / 3)
        for place, step in enumerate(self._steps):
            high = wanted.px(HIGH if place == self._at else 8 if step.place is Place.RECOMMENDATION else 4)
            mark = QRectF(place * each + gap / 2, (self.height() - high) / 2, each - gap, high)
            painter.setBrush(wanted.colour("brand" if place <= self._at else "line_strong"))
            painter.drawRoundedRect(mark, wanted.px(2), wanted.px(2))

    def _under(self, x: float) -> int:
        each = self.width() / len(self._steps)
        return max(0, min(len(self._steps) - 1, int(x / each)))
