"""Shows a figure that somebody else draws: after the first paint, only while visible, many changes in one."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QSize, QTimer
from PySide6.QtGui import QImage, QPaintEngine, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from desktop.base.theme import look
from desktop.widgets.dressed import Dressed

if TYPE_CHECKING:
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    from models.charts.palette import Palette

COALESCE = 20
RESOLUTION = 100.0
SMALLEST = 0.85


Draw = Callable[["Figure", "Palette", float], str]


class ChartView(Dressed, QWidget):
    """A place for a figure; `receive` takes what draws it, and the drawing follows a moment later.

    What draws it is given the figure, the colours and the scale of the look, and returns the same in words, for
    who cannot see it. In less room than `least`, in unscaled pixels, type is drawn smaller.
    """

    def __init__(self, least: QSize, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._least_size = least
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._draw: Draw | None = None
        self._figure: Figure | None = None
        self._canvas: FigureCanvasAgg
        self._image = QImage()
        self._stale = False
        self._least = 1.0
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(COALESCE)
        self._soon.timeout.connect(self._redraw)

    def receive(self, draw: Draw) -> None:
        """Show what `draw` puts into a figure."""
        self._draw = draw
        self._ask()

    def sharpen(self, ratio: float) -> None:
        """Draw at once with so many dots to a pixel, and a moment later as the screen needs it again."""
        self._redraw(ratio)
        self._ask()

    @property
    def sharpness(self) -> float:
        """With how many dots to a pixel it was drawn last."""
        return self._image.devicePixelRatio()

    def magnify(self, ratio: float) -> None:
        """From now on draw with at least so many dots to a pixel, since it is shown enlarged."""
        if ratio != self._least:
            self._least = ratio
            self._ask()

    def drawing(self, place: QPoint) -> str:
        """The figure as it stands now, as a group to be put at a place of an SVG."""
        from matplotlib.figure import Figure

        from models.charts.style import svg_group

        if self._draw is None:
            return ""
        figure = Figure((self.width() / RESOLUTION, self.height() / RESOLUTION), layout="constrained")
        self._draw(figure, *self._look())
        return svg_group(figure, place.x(), place.y(), RESOLUTION / 72)

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
    def dress(self) -> None:
        self._ask()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if not self._image.isNull() and painter.paintEngine().type() is not QPaintEngine.Type.SVG:
            painter.drawImage(0, 0, self._image)

    def _ask(self) -> None:
        self._stale = True
        if self.isVisible():
            self._soon.start()

    def _redraw(self, ratio: float = 0) -> None:
        from matplotlib.backends.backend_agg import FigureCanvasAgg
        from matplotlib.figure import Figure

        if self._draw is None or self.width() < 40 or self.height() < 40:
            return
        if self._figure is None:
            self._figure = Figure(layout="constrained")
            self._canvas = FigureCanvasAgg(self._figure)
        ratio = ratio or max(self.devicePixelRatioF(), self._least)
        self._figure.set_dpi(RESOLUTION * ratio)
        self._figure.set_size_inches(self.width() / RESOLUTION, self.height() / RESOLUTION)
        self.setAccessibleDescription(self._draw(self._figure, *self._look()))
        canvas = self._canvas
        canvas.draw()  # type: ignore[no-untyped-call]
        width, height = canvas.get_width_height(physical=True)
        buffer = bytes(canvas.buffer_rgba())  # type: ignore[no-untyped-call]
        self._image = QImage(buffer, width, height, QImage.Format.Format_RGBA8888).copy()
        self._image.setDevicePixelRatio(ratio)
        self._stale = False
        self.update()

    def _look(self) -> tuple[Palette, float]:
        """The colours, and the scale of the look as far as there is room for type of that size."""
        from models.charts.palette import palette

        wanted = look()
        room = min(self.width() / self._least_size.width(), self.height() / self._least_size.height())
        scale = max(SMALLEST, min(wanted.scale / 100, room))
        return palette("dark" if wanted.name == "dark" else "light"), scale
