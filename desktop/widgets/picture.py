"""A picture to take along: what is drawn stands under its sentence, and in SVG even charts are drawings."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPixmap, QRegion
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QWidget

from desktop.base.theme import FAMILY, Weight, look
from desktop.widgets.chart_view import ChartView

WRAP = int(Qt.TextFlag.TextWordWrap)
MARGIN, APART, HIGH = 16, 12, 1000
DOTS_PER_INCH, SHARPNESS = 96, 2
# Qt reads no lists of families; the `:not`, which says nothing, keeps it from reading this one
FAMILIES = f"<defs><style>text:not(g) {{ font-family: {FAMILY}, 'Segoe UI', Arial, sans-serif }}</style>"


@dataclass(frozen=True)
class Picture:
    """What is drawn under a sentence and a line, in a size of its own; charts are put in as drawings."""

    title: str
    line: str
    size: QSize
    draw: Callable[[QPainter], None]
    charts: tuple[tuple[QPoint, ChartView], ...] = ()

    def save(self, path: Path) -> bool:
        """Write it: SVG if the name says so, else PNG at twice the size; says whether that could be done."""
        data = self._svg() if path.suffix.lower() == ".svg" else self._png()
        try:
            path.write_bytes(data)
        except OSError:
            return False
        return True

    def _words(self) -> list[tuple[str, QFont, str, QRect]]:
        """What stands over the picture, each text with its font, its ink and its place."""
        wanted = look()
        side, top, placed = wanted.px(MARGIN), wanted.px(APART), []
        for text, font, ink in (
            (self.title, wanted.font(18, Weight.BOLD), "ink"),
            (self.line, wanted.font(13), "ink_soft"),
        ):
            room = QRect(side, top, self.size.width(), HIGH)
            box = QFontMetrics(font).boundingRect(room, WRAP, text) if text else QRect()
            placed.append((text, font, ink, QRect(side, top, self.size.width(), box.height())))
            top += box.height() + wanted.px(2)
        return placed

    def _place(self) -> QPoint:
        return QPoint(look().px(MARGIN), self._words()[-1][-1].bottom() + look().px(APART))

    def _whole(self) -> QSize:
        place = self._place()
        return QSize(place.x() + look().px(MARGIN), place.y() + look().px(MARGIN)) + self.size

    def _paint(self, painter: QPainter) -> None:
        painter.fillRect(QRect(QPoint(), self._whole()), look().colour("ground"))
        for text, font, ink, box in self._words():
            painter.setFont(font)
            painter.setPen(look().colour(ink))
            painter.drawText(box, WRAP, text)
        painter.translate(self._place())
        self.draw(painter)

    def _svg(self) -> bytes:
        buffer, size = QBuffer(), self._whole()
        drawing = QSvgGenerator()
        drawing.setOutputDevice(buffer)
        drawing.setResolution(DOTS_PER_INCH)
        drawing.setSize(size)
        drawing.setViewBox(QRect(QPoint(), size))
        drawing.setTitle(self.title)
        drawing.setDescription(self.line)
        with QPainter(drawing) as painter:
            self._paint(painter)
        before, end, after = bytes(buffer.data().data()).decode().rpartition("</svg>")
        charts = "".join(chart.drawing(self._place() + place) for place, chart in self.charts)
        return f"{before.replace('<defs>', FAMILIES, 1)}{charts}{end}{after}".encode()

    def _png(self) -> bytes:
        pixmap = QPixmap(self._whole() * SHARPNESS)
        pixmap.setDevicePixelRatio(SHARPNESS)
        for _, chart in self.charts:
            chart.sharpen(SHARPNESS)
        with QPainter(pixmap) as painter:
            self._paint(painter)
        data = QByteArray()
        pixmap.save(QBuffer(data), "PNG")
        return bytes(data.data())


def picture_of(body: QWidget, title: str, line: str) -> Picture:
    """A widget, as far down as there is anything to see in it, under a sentence and a line."""

    def draw(painter: QPainter) -> None:
        body.render(painter, QPoint(), QRegion(QRect(QPoint(), size)))

    size = QSize(body.width(), min(body.height(), _lowest(body)))
    charts = [chart for chart in body.findChildren(ChartView) if chart.isVisible()]
    places = [chart.mapTo(body, QPoint()) for chart in charts]
    return Picture(title, line, size, draw, tuple(zip(places, charts, strict=True)))


def _lowest(body: QWidget) -> int:
    """How far down the lowest panel goes, or the lowest part that has no parts itself."""
    parts = [part for part in body.findChildren(QWidget) if part.isVisible()]
    ends = [part for part in parts if part.objectName() == "panel" or not part.findChildren(QWidget)]
    return max(part.mapTo(body, QPoint(0, part.height())).y() for part in ends)
