"""Pages as they will be printed, as wide as the room for them, made in the background."""

from functools import partial

from PySide6.QtCore import QBuffer, QByteArray, QSize, Qt, Signal
from PySide6.QtGui import QImage, QImageReader, QPixmap, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from desktop.base.guard import override
from desktop.base.plain_text import named
from desktop.base.roles import Role, set_role
from desktop.base.tasks import Tasks
from desktop.base.theme import look
from models.schema.analysis import Tick

WIDTH = 700
"""How wide a page is at most, in pixels at 100 %."""


class Preview(QScrollArea):
    """Shows page images one below the other; while new ones are made, the old ones stay."""

    shown = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, "preview", self.tr("Preview"))
        set_role(self, Role.Document)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        page = named(QWidget(), "page")
        self._pages = QVBoxLayout(page)
        self._pages.setSpacing(look().px(16))
        self._pages.addStretch(1)
        self.setWidget(page)
        self._images: tuple[bytes, ...] = ()
        self._is_new = False
        self._wide = self._fitting()
        self.tasks = Tasks(self)
        self.tasks.answered.connect(self._receive)

    @property
    def count(self) -> int:
        return self._pages.count() - 1

    def show_pages(self, images: tuple[bytes, ...]) -> None:
        """Show these and no others, from the first, as soon as they fit the room for them."""
        self._images, self._is_new = images, True
        self._fit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the pages to the room that there is now."""
        super().resizeEvent(event)
        if self._images and self._wide != self._fitting():
            self._fit()

    def _fit(self) -> None:
        self._wide = self._fitting()
        ratio = self.devicePixelRatioF()
        self.tasks.ask(partial(_drawn, self._images, round(self._wide * ratio), ratio))

    def _receive(self, drawn: tuple[QImage, ...]) -> None:
        if self._is_new:
            self._is_new = False
            self._lay_out(len(drawn))
            self.verticalScrollBar().setValue(0)
        for place, image in enumerate(drawn):
            item = self._pages.itemAt(place)
            label = item.widget() if item is not None else None
            if isinstance(label, QLabel):
                label.setPixmap(QPixmap.fromImage(image))
        self.shown.emit()

    def _lay_out(self, number: int) -> None:
        """A label for each page in place of those that were there."""
        while self._pages.count() > 1:
            item = self._pages.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for place in range(number):
            label = QLabel()
            label.setObjectName(f"sheet-page-{place + 1}")
            label.setAccessibleName(self.tr("Page {0} of {1}").format(place + 1, number))
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            self._pages.insertWidget(place, label)

    def _fitting(self) -> int:
        """How wide a page is: all of it is seen beside the scroll bar and within the ring."""
        margins = self._pages.contentsMargins()
        beside = self.verticalScrollBar().sizeHint().width() + margins.left() + margins.right()
        return max(1, min(look().px(WIDTH), self.contentsRect().width() - beside))


def _drawn(images: tuple[bytes, ...], width: int, ratio: float, tick: Tick) -> tuple[QImage, ...]:
    """The pages so many pixels wide, in the form that the screen takes."""
    found = []
    for image in images:
        tick()
        page = _read(image, width)
        page.setDevicePixelRatio(ratio)
        found.append(page)
    return tuple(found)


def _read(image: bytes, width: int) -> QImage:
    """One page so wide. A reader lets the window go on meanwhile; what else Qt has to read an image with does not."""
    data = QBuffer()
    data.setData(QByteArray(image))
    reader = QImageReader(data, b"png")
    whole = reader.size()
    reader.setScaledSize(QSize(width, max(1, round(whole.height() * width / max(1, whole.width())))))
    return reader.read().convertToFormat(QImage.Format.Format_RGB32)
