"""Pages as they will be printed, as wide as the room for them, made in the background."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from desktop.base.roles import Role, set_role
from desktop.base.theme import look

WIDTH = 700


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
        for number, image in enumerate(images, start=1):
            label = _page(image, self.devicePixelRatioF())
            label.setObjectName(f"sheet-page-{number}")
            label.setAccessibleName(self.tr("Page {0} of {1}").format(number, len(images)))
            self._pages.insertWidget(number - 1, label)
        self.verticalScrollBar().setValue(0)


def _page(image: bytes, ratio: float) -> QLabel:
    pixmap = QPixmap.fromImage(QImage.fromData(image))
    pixmap = pixmap.scaledToWidth(round(look().px(WIDTH) * ratio), Qt.TransformationMode.SmoothTransformation)
    pixmap.setDevicePixelRatio(ratio)
    label = QLabel()
    label.setPixmap(pixmap)
    label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    return label
