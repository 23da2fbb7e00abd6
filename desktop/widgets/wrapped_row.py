"""Lays parts out in a line as they come, and in more lines where one is too short."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QLayoutItem
from typing_extensions import override

from desktop.widgets.item_layout import ItemLayout


class WrappedRow(ItemLayout):
    """Every part in the width it wants; hidden ones take no room."""

    @override
    def heightForWidth(self, width: int) -> int:
        return max((box.bottom() + 1 for _, box in self._placed(QRect(0, 0, width, 0))), default=0)

    @override
    def sizeHint(self) -> QSize:
        sizes = [item.sizeHint() for item in self._shown()]
        wide = sum(size.width() for size in sizes) + self.spacing() * max(0, len(sizes) - 1)
        return QSize(wide, max((size.height() for size in sizes), default=0))

    @override
    def minimumSize(self) -> QSize:
        sizes = [item.minimumSize() for item in self._shown()]
        wide = max((size.width() for size in sizes), default=0)
        return QSize(wide, max((size.height() for size in sizes), default=0))

    @override
    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        for item, box in self._placed(rect):
            item.setGeometry(box)

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _placed(self, rect: QRect) -> list[tuple[QLayoutItem, QRect]]:
        """Every part with its place; those in one line are equally high."""
        placed: list[tuple[QLayoutItem, QRect]] = []
        top = rect.y()
        for line in self._lines(rect.width()):
            high, left = max(item.sizeHint().height() for item in line), rect.x()
            for item in line:
                wide = min(item.sizeHint().width(), rect.width())
                placed.append((item, QRect(left, top, wide, high)))
                left += wide + self.spacing()
            top += high + self.spacing()
        return placed

    def _lines(self, width: int) -> list[list[QLayoutItem]]:
        lines: list[list[QLayoutItem]] = []
        taken = 0
        for item in self._shown():
            wide = item.sizeHint().width()
            if not lines or taken + wide > width:
                lines.append([])
                taken = 0
            lines[-1].append(item)
            taken += wide + self.spacing()
        return lines
