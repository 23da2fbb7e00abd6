"""A chart that matplotlib draws: after the first paint, only while it is seen, and many changes in one drawing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import (
    QAction,
    QHelpEvent,
    QImage,
    QPaintEngine,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.base.guard import override
from desktop.base.roles import Role, set_role
from desktop.base.theme import Look
from desktop.kit.block import BlockWidget
from desktop.kit.terms import tell
from models.pages.glossary import explained_in
from models.schema.action import Command
from models.schema.page import Figure

if TYPE_CHECKING:
    from matplotlib.backends.backend_agg import FigureCanvasAgg

SOON = 20
"""Milliseconds after the last change: what is read repaints first, and quick changes are drawn once."""
DOTS, POINTS = 96.0, 72.0
"""Pixels to the inch at a scale of 100 %, so that 9 points stand in 12 pixels."""
WIDE, LEAST_WIDE, LEAST_HIGH = 480, 260, 140
GROWTH = 1.1
"""A chart becomes a little higher than it likes where there is room."""
SMALLEST, SMALLEST_IN_ROOM = 0.8, 0.66
"""Type is drawn smaller than wished where there is less room, but no smaller than this part: in the room, where it is
twice as large, a little smaller, as a chart would go on in another part there."""


class FigureWidget(BlockWidget):
    """Shows a chart; its text alternative is its accessible description. Its menu asks to save or copy it."""

    def __init__(self, controls: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(controls, parent)
        self._block: Figure | None = None
        self._canvas: FigureCanvasAgg | None = None
        self._image = QImage()
        self._stale = False
        self._soon = QTimer(self, singleShot=True, interval=SOON)
        self._soon.timeout.connect(self._redraw)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        if controls:
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            set_role(self, Role.Chart)
            self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
            self._offer(self.tr("Save picture…"), "save-figure")
            self._offer(self.tr("Copy picture"), "copy-figure")

    @override
    def receive(self, block: Figure) -> None:
        if block == self._block:
            return
        if self._block is not None and block.chart is not self._block.chart:
            self._canvas = None
        self._block = block
        self.setAccessibleName(block.heading or self.tr("Chart"))
        self.setAccessibleDescription(block.alternative)
        self.updateGeometry()
        self._ask()

    @override
    def wear(self, look: Look) -> None:
        super().wear(look)
        self._ask()

    @property
    def is_drawn(self) -> bool:
        """Whether the chart shows what was received last."""
        return not self._stale and not self._image.isNull()

    @override
    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip and self._block is not None:
            return tell(event, self, explained_in(f"{self._block.heading} · {self._block.alternative}"))
        return super().event(event)

    @override
    def sizeHint(self) -> QSize:
        return QSize(self.look.px(WIDE), self.look.px(self._block.height if self._block else LEAST_HIGH))

    @override
    def most_in(self, width: int) -> int:
        """A chart that has become much higher would be mostly empty."""
        return round(self.natural_in(width) * GROWTH)

    @property
    def _smallest(self) -> float:
        return SMALLEST if self.controls else SMALLEST_IN_ROOM

    @override
    def minimumSizeHint(self) -> QSize:
        least = max(LEAST_HIGH, self._block.height * self._smallest) if self._block else LEAST_HIGH
        return QSize(self.look.px(LEAST_WIDE), self.look.px(least))

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
    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            drawing = painter.paintEngine().type() is QPaintEngine.Type.SVG
            if not self._image.isNull() and not drawing:
                self._paint_panel(painter)
            if self.hasFocus():
                painter.setPen(QPen(self.look.colour("brand"), self.look.px(2)))
                painter.drawRect(self.rect().adjusted(1, 1, -1, -1))

    def _paint_panel(self, painter: QPainter) -> None:
        """The chart within the edge that every panel has."""
        edge, radius = QPainterPath(), self.look.px(8)
        edge.addRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipPath(edge)
        painter.drawImage(0, 0, self._image)
        painter.setClipping(False)
        painter.setPen(QPen(self.look.colour("line"), 1))
        painter.drawPath(edge)

    def draw_now(self, ratio: float) -> None:
        """Draw at once, with so many pixels to one: for a picture to take along."""
        self._soon.stop()
        self._redraw(ratio)

    def drawing(self, place: QPoint) -> str:
        """The chart as it was drawn last, as a group to be put at a place of an SVG, which has no pixels for it."""
        from models.charts.style import svg_group

        return svg_group(self._canvas.figure, place.x(), place.y(), DOTS / POINTS) if self._canvas else ""

    def _offer(self, words: str, name: str) -> None:
        action = QAction(words, self)
        action.setObjectName(name)
        action.triggered.connect(lambda: self.acted.emit(Command(name, (self._block,))))
        self.addAction(action)

    def _ask(self) -> None:
        self._stale = True
        if self.isVisible():
            self._soon.start()

    def _redraw(self, ratio: float = 0) -> None:
        if self._block is None or not self.isVisible() or min(self.width(), self.height()) < SOON:
            return
        ratio, scale = ratio or self.devicePixelRatioF(), self.look.scale / 100
        room = min(1.0, self.width() / self.sizeHint().width(), self.height() / self.sizeHint().height())
        self._image = self._drawn(ratio, scale * max(self._smallest, room))
        self._image.setDevicePixelRatio(ratio)
        self._stale = False
        self.update()

    def _drawn(self, ratio: float, scale: float) -> QImage:
        from matplotlib.backends.backend_agg import FigureCanvasAgg
        from matplotlib.figure import Figure as Canvas

        from models.charts.draw import draw
        from models.charts.palette import palette_of

        canvas = self._canvas
        if canvas is None:
            canvas = self._canvas = FigureCanvasAgg(Canvas(layout="constrained"))
        canvas.figure.set_dpi(DOTS * ratio)
        canvas.figure.set_size_inches(self.width() / DOTS, self.height() / DOTS)
        if self._block is not None:
            draw(canvas.figure, self._block, palette_of(dict(self.look.colours)), scale)
        canvas.draw()  # type: ignore[no-untyped-call]
        width, height = canvas.get_width_height(physical=True)
        buffer = bytes(canvas.buffer_rgba())  # type: ignore[no-untyped-call]
        return QImage(buffer, width, height, QImage.Format.Format_RGBA8888).copy()
