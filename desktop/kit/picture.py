"""A page as a picture to take along: all of it under its title, without controls; in SVG even charts are drawings."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from PySide6.QtCore import QBuffer, QByteArray, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QScrollArea

from desktop.base.theme import FAMILY, Look
from desktop.kit.figure import FigureWidget
from desktop.kit.page_view import PageView
from models.schema.page import Page, for_room

DOTS_PER_INCH, SHARPNESS = 96, 2
# Qt reads no lists of families; the `:not`, which says nothing, keeps it from reading this one
FAMILIES = f"<defs><style>text:not(g) {{ font-family: {FAMILY}, 'Segoe UI', Arial, sans-serif }}</style>"


def page_picture(page: Page, look: Look, size: QSize, vector: bool) -> bytes:
    """The page at least so large: as SVG, or as PNG with twice the pixels."""
    with _hung(page, look, size) as view:
        return _svg(view, page.title) if vector else _png(view)


@contextmanager
def _hung(page: Page, look: Look, size: QSize) -> Iterator[PageView]:
    """The page in a view that is never on a screen, as high as all of it needs, its charts drawn."""
    view = PageView(controls=False)
    view.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    view.setAutoFillBackground(True)
    view.wear(look)
    view.resize(size)
    view.receive(replace(for_room(page), caption=()))
    view.show()
    for area in view.findChildren(QScrollArea, options=Qt.FindChildOption.FindDirectChildrenOnly):
        whole = area.widget()
        hidden = whole.height() - area.viewport().height() if whole else 0
        view.resize(size.width(), view.height() + max(0, hidden))
    for figure in view.findChildren(FigureWidget):
        figure.draw_now(SHARPNESS)
    try:
        yield view
    finally:
        view.hide()
        view.deleteLater()


def _png(view: PageView) -> bytes:
    pixmap = QPixmap(view.size() * SHARPNESS)
    pixmap.setDevicePixelRatio(SHARPNESS)
    pixmap.fill(view.look.colour("ground"))
    view.render(pixmap)
    data = QByteArray()
    pixmap.save(QBuffer(data), "PNG")
    return bytes(data.data())


def _svg(view: PageView, title: str) -> bytes:
    buffer, drawing = QBuffer(), QSvgGenerator()
    drawing.setOutputDevice(buffer)
    drawing.setResolution(DOTS_PER_INCH)
    drawing.setSize(view.size())
    drawing.setViewBox(QRect(0, 0, view.width(), view.height()))
    drawing.setTitle(title)
    with QPainter(drawing) as painter:
        painter.fillRect(view.rect(), view.look.colour("ground"))
        view.render(painter, QPoint())
    figures = [figure for figure in view.findChildren(FigureWidget) if figure.isVisible()]
    charts = "".join(figure.drawing(figure.mapTo(view, QPoint())) for figure in figures)
    before, end, after = bytes(buffer.data().data()).decode().rpartition("</svg>")
    return f"{before.replace('<defs>', FAMILIES, 1)}{charts}{end}{after}".encode()
