"""A picture that can be zoomed, moved and fitted; what is fitted stays so when its room changes."""

from enum import Enum

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QResizeEvent, QShowEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QGraphicsScene, QGraphicsView, QWidget
from typing_extensions import override

from desktop.base.theme import look

STEP = 1.25
NEAREST = 4.0
LARGEST_FIT = 1.5
MARGIN = 2


class Fit(Enum):
    """What the view keeps to when its size changes."""

    WHOLE = "whole"
    WIDTH = "width"
    FREE = "free"


class ZoomView(QGraphicsView):
    """Shows a scene at the scale that its room or its user wants."""

    def __init__(self, scene: QGraphicsScene, parent: QWidget | None = None) -> None:
        super().__init__(scene, parent)
        self.fitting = Fit.WHOLE
        self._opened = False
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.AnchorViewCenter)
        self.setDragMode(QGraphicsView.DragMode.ScrollHandDrag)

    def least_scale(self) -> float:
        """The scale from which on the scene can be read."""
        return 0

    def reopen(self) -> None:
        """Fit the scene anew, now or when it is first seen: all of it, or if it can be read then, its width."""
        self._opened = False
        self._open()

    def fit_whole(self) -> None:
        """Show all of it."""
        self.fitting = Fit.WHOLE
        self._apply_fit()

    def fit_width(self) -> None:
        """Show its whole width, and of its height what can be seen then."""
        self.fitting = Fit.WIDTH
        self._apply_fit()

    def height_at_width(self) -> int:
        """How high all of it is where its whole width is shown; nought where all of it can be read at once."""
        whole, wide = self._scales() if not self.sceneRect().isEmpty() else (1, 1)
        return int(self.sceneRect().height() * wide) if whole < min(self.least_scale(), wide) else 0

    def zoom_in(self) -> None:
        """Come nearer."""
        self._zoom(STEP)

    def zoom_out(self) -> None:
        """Go farther."""
        self._zoom(1 / STEP)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._opened:
            self._apply_fit()
        else:
            self._open()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._opened:
            self._open()

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.setTransformationAnchor(QGraphicsView.ViewportAnchor.AnchorUnderMouse)
            self._zoom(1.0015 ** event.angleDelta().y())
            self.setTransformationAnchor(QGraphicsView.ViewportAnchor.AnchorViewCenter)
            event.accept()
        else:
            super().wheelEvent(event)

    def _open(self) -> None:
        if self.sceneRect().isEmpty() or not self.isVisible():
            return
        self._opened = True
        whole, wide = self._scales()
        self.fitting = Fit.WIDTH if whole < self.least_scale() <= wide else Fit.WHOLE
        self._apply_fit()

    def _scales(self) -> tuple[float, float]:
        """The scales at which the whole scene and its width fit."""
        room = self.maximumViewportSize() - QSize(2 * MARGIN, 2 * MARGIN)
        size = self.sceneRect().size()
        bar = self.verticalScrollBar().sizeHint().width()
        most = LARGEST_FIT * look().scale / 100
        wide, high = room.width() / size.width(), room.height() / size.height()
        return max(0.05, min(wide, high, most)), max(0.05, min((room.width() - bar) / size.width(), most))

    def _apply_fit(self) -> None:
        if self.fitting is Fit.FREE or self.sceneRect().isEmpty():
            return
        whole, wide = self._scales()
        scale = whole if self.fitting is Fit.WHOLE else wide
        self.resetTransform()
        self.scale(scale, scale)

    def _zoom(self, factor: float) -> None:
        if self.sceneRect().isEmpty():
            return
        whole, _ = self._scales()
        present = self.transform().m11()
        wanted = min(max(present * factor, whole * 0.7), NEAREST * look().scale / 100)
        self.fitting = Fit.FREE
        self.scale(wanted / present, wanted / present)
