"""Shows a figure that somebody else draws: after the first paint, only while visible, many changes in one."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

if TYPE_CHECKING:
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

COALESCE = 20
RESOLUTION = 100.0


class ChartView(QWidget):
    """A place for a figure; `receive` takes what draws it, and the drawing follows a moment later."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._draw: Callable[[Figure], str] | None = None
        self._figure: Figure | None = None
        self._canvas: FigureCanvasAgg
        self._image = QImage()
        self._stale = False
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(COALESCE)
        self._soon.timeout.connect(self._redraw)

    def receive(self, draw: Callable[[Figure], str]) -> None:
        """Show what `draw` puts into a figure; it returns the same in words, for who cannot see it."""
        self._draw = draw
        self._ask()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._soon.start()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._ask()

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.StyleChange:
            self._ask()
        super().changeEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._image.isNull():
            QPainter(self).drawImage(0, 0, self._image)

    def _ask(self) -> None:
        self._stale = True
        if self.isVisible():
            self._soon.start()

    def _redraw(self) -> None:
        from matplotlib.backends.backend_agg import FigureCanvasAgg
        from matplotlib.figure import Figure

        if self._draw is None or self.width() < 40 or self.height() < 40:
            return
        if self._figure is None:
            self._figure = Figure(layout="constrained")
            self._canvas = FigureCanvasAgg(self._figure)
        ratio = self.devicePixelRatioF()
        self._figure.set_dpi(RESOLUTION * ratio)
        self._figure.set_size_inches(self.width() / RESOLUTION, self.height() / RESOLUTION)
        self.setAccessibleDescription(self._draw(self._figure))
        canvas = self._canvas
        canvas.draw()  # type: ignore[no-untyped-call]
        width, height = canvas.get_width_height(physical=True)
        buffer = bytes(canvas.buffer_rgba())  # type: ignore[no-untyped-call]
        self._image = QImage(buffer, width, height, QImage.Format.Format_RGBA8888).copy()
        self._image.setDevicePixelRatio(ratio)
        self._stale = False
        self.update()
