"""Lays boxes out in columns from left to right, in the largest type in which all of them are seen."""

from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayoutItem, QWidget
from typing_extensions import override

from desktop.base.theme import look
from desktop.widgets.item_layout import ItemLayout

SMALLEST, FULL, USUAL, LARGEST = 13, 14, 16, 24
BETWEEN, FARTHEST = 6, 30
WIDEST, TYPE_IN_WIDTH = 1240, 47


@dataclass(frozen=True)
class Setting:
    """A type of so many unscaled pixels, and whether new statements are told in full or by their short forms."""

    size: int
    full: bool = False


class FlowBox(Protocol):
    """A box that can say how high it is in a type, and that can be told its type."""

    def height_in(self, width: int, setting: Setting) -> int:
        """The height that it needs at a width."""
        ...

    def set_type(self, setting: Setting) -> None:
        """Be set like this from now on."""
        ...


class FlowLayout(ItemLayout):
    """Columns of boxes with room between them for lines; each column has a share of the width."""

    def __init__(self, shares: tuple[float, ...], gaps: tuple[int, ...], parent: QWidget) -> None:
        super().__init__(parent)
        self._shares = shares
        self._gaps = gaps
        self._columns: list[int] = []
        self._boxes: list[FlowBox] = []
        self.setting = Setting(SMALLEST)

    def put(self, box: QWidget, flow: FlowBox, column: int) -> None:
        """Add a box at the end of a column."""
        self._columns.append(column)
        self._boxes.append(flow)
        self.addWidget(box)

    def set_gaps(self, gaps: tuple[int, ...]) -> None:
        """Say how much room there is between the columns, in unscaled pixels."""
        self._gaps = gaps
        self.invalidate()

    @override
    def takeAt(self, index: int) -> QLayoutItem | None:
        taken = super().takeAt(index)
        if taken is not None:
            del self._columns[index], self._boxes[index]
        return taken

    @override
    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation.Horizontal | Qt.Orientation.Vertical

    @override
    def heightForWidth(self, width: int) -> int:
        return self._height(width, Setting(SMALLEST))

    @override
    def sizeHint(self) -> QSize:
        return self.minimumSize()

    @override
    def minimumSize(self) -> QSize:
        return QSize(look().px(420), look().px(120))

    @override
    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        setting = self.setting = self._fitting(rect.width(), rect.height())
        widths, gaps = self._widths(rect.width(), setting), self._spread(setting)
        left = rect.x() + max(0, rect.width() - sum(widths) - sum(gaps)) // 2
        for column, width in enumerate(widths):
            members = [place for place, other in enumerate(self._columns) if other == column]
            self._place(members, QRect(left, rect.y(), width, rect.height()), setting)
            left += width + (gaps[column] if column < len(gaps) else 0)

    def _place(self, members: list[int], column: QRect, setting: Setting) -> None:
        """The boxes of a column one under the other, around its middle."""
        heights = [self._boxes[place].height_in(column.width(), setting) for place in members]
        room = column.height() - sum(heights)
        gap = min(look().px(FARTHEST), max(look().px(BETWEEN), room // (len(members) + 1)))
        top = column.y() + max(0, room - gap * (len(members) - 1)) // 2
        for place, height in zip(members, heights, strict=True):
            self._boxes[place].set_type(setting)
            self._items[place].setGeometry(QRect(column.x(), top, column.width(), height))
            top += height + gap

    def _fitting(self, width: int, height: int) -> Setting:
        """The largest type that suits the width and shows everything, with statements in full if it can be."""
        most = min(LARGEST, width // look().px(TYPE_IN_WIDTH))
        settings = [Setting(size, full=True) for size in range(most, FULL - 1, -1)]
        settings += [Setting(size) for size in range(most, SMALLEST, -1)]
        return next((item for item in settings if self._height(width, item) <= height), Setting(SMALLEST))

    def _widths(self, width: int, setting: Setting) -> list[int]:
        room = min(width, look().px(WIDEST)) - sum(self._spread(setting))
        return [int(room * share) for share in self._shares]

    def _spread(self, setting: Setting) -> list[int]:
        """The room between the columns, which grows with the words that stand in it."""
        return [look().px(gap * max(1.0, setting.size / USUAL)) for gap in self._gaps]

    def _height(self, width: int, setting: Setting) -> int:
        widths = self._widths(width, setting)
        heights = [0] * len(widths)
        for box, column in zip(self._boxes, self._columns, strict=True):
            heights[column] += box.height_in(widths[column], setting) + look().px(BETWEEN)
        return max(max(heights) - look().px(BETWEEN), 0)
