"""Pages as they will be printed, as wide as the room for them, made in the background."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPixmap, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from desktop.base.guard import override
from desktop.base.roles import Role, set_role
from desktop.base.theme import look

WIDTH = 700
"""How wide a page is at most, in pixels at 100 %."""


class Preview(QScrollArea):
    """Shows page images one below the other; while new ones are made, the old ones stay."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("preview")
        self.setAccessibleName(self.tr("Preview"))
        set_role(self, Role.Document)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        page = QWidget()
        page.setObjectName("page")
        self._pages = QVBoxLayout(page)
        self._pages.setSpacing(look().px(16))
        self._pages.addStretch(1)
        self.setWidget(page)
        self._images: tuple[bytes, ...] = ()
        self._wide = self._fitting()

    @property
    def count(self) -> int:
        """How many pages are shown."""
        return self._pages.count() - 1

    def show_pages(self, images: tuple[bytes, ...]) -> None:
        """Show these and no others, from the first."""
        while self._pages.count() > 1:
            item = self._pages.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._images, self._wide = images, self._fitting()
        for number, image in enumerate(images, start=1):
            label = QLabel()
            label.setObjectName(f"sheet-page-{number}")
            label.setAccessibleName(self.tr("Page {0} of {1}").format(number, len(images)))
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            label.setPixmap(self._drawn(image))
            self._pages.insertWidget(number - 1, label)
        self.verticalScrollBar().setValue(0)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the pages to the room that there is now."""
        super().resizeEvent(event)
        if self._wide != self._fitting():
            self._wide = self._fitting()
            for place, image in enumerate(self._images):
                item = self._pages.itemAt(place)
                label = item.widget() if item is not None else None
                if isinstance(label, QLabel):
                    label.setPixmap(self._drawn(image))

    def _fitting(self) -> int:
        """How wide a page is: all of it is seen beside the scroll bar."""
        margins = self._pages.contentsMargins()
        beside = self.verticalScrollBar().sizeHint().width() + margins.left() + margins.right()
        return max(1, min(look().px(WIDTH), self.width() - beside))

    def _drawn(self, image: bytes) -> QPixmap:
        ratio = self.devicePixelRatioF()
        pixmap = QPixmap.fromImage(QImage.fromData(image))
        pixmap = pixmap.scaledToWidth(round(self._wide * ratio), Qt.TransformationMode.SmoothTransformation)
        pixmap.setDevicePixelRatio(ratio)
        return pixmap
