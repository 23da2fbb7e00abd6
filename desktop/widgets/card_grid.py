"""Lays cards out in as many columns as fit, each row as high as its highest card."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QLayoutItem, QWidget
from typing_extensions import override

from desktop.base.theme import look
from desktop.widgets.item_layout import ItemLayout


class CardGrid(ItemLayout):
    """A grid that takes the widest cards with which everything is still seen; columns stay equally wide."""

    def __init__(
        self, narrowest: int, widest: int = 480, gap: int = 12, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._narrowest = narrowest
        self._widest = widest
        self._spread = gap
        self._room = 0

    @override
    def heightForWidth(self, width: int) -> int:
        return self._arrange(QRect(0, 0, width, 0), place=False)

    @override
    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._arrange(rect, place=True)

    @override
    def sizeHint(self) -> QSize:
        return self.minimumSize()

    @override
    def minimumSize(self) -> QSize:
        margins = self.contentsMargins()
        return QSize(look().px(self._narrowest) + margins.left() + margins.right(), look().px(100))

    def try_on(self, gap: int, height: int) -> None:
        """Measure with so much between the cards, in unscaled pixels, and so much height to be seen at once."""
        self._spread, self._room = gap, height

    def arrangement(self, width: int) -> tuple[int, ...]:
        """What the places of the cards depend on: the columns, what is between them, and the rows' heights."""
        columns, gap = self.columns(width), self._gap()
        wide = min((width - gap * (columns - 1)) // columns, look().px(self._widest))
        rows = (self._items[start : start + columns] for start in range(0, len(self._items), columns))
        return columns, gap, wide, *(max(_item_height(item, wide) for item in row) for row in rows)

    def columns(self, width: int) -> int:
        """The fewest columns with which all cards are seen in the height there is, or as many as fit."""
        gap = self._gap()
        most = max(1, min((width + gap) // (look().px(self._narrowest) + gap), len(self._items)))
        fewest = max(1, min(most, -(-(width + gap) // (look().px(self._widest) + gap))))
        margins = self.contentsMargins()
        room = self._room - margins.top() - margins.bottom()
        for columns in range(fewest, most):
            if self._height(columns, (width + gap) // columns - gap) <= room:
                return columns
        return most

    def _height(self, columns: int, width: int) -> int:
        rows = (self._items[start : start + columns] for start in range(0, len(self._items), columns))
        return sum(max(_item_height(item, width) for item in row) + self._gap() for row in rows)

    def _gap(self) -> int:
        return look().px(self._spread)

    def _arrange(self, rect: QRect, *, place: bool) -> int:
        margins = self.contentsMargins()
        inner = rect.marginsRemoved(margins)
        columns = self.columns(inner.width())
        gap = self._gap()
        width = min((inner.width() - gap * (columns - 1)) // columns, look().px(self._widest))
        top = inner.y()
        for start in range(0, len(self._items), columns):
            row = self._items[start : start + columns]
            height = max(_item_height(item, width) for item in row)
            if place:
                for index, item in enumerate(row):
                    item.setGeometry(QRect(inner.x() + index * (width + gap), top, width, height))
            top += height + gap
        return top - gap + margins.bottom() - rect.y() if self._items else 0


def _item_height(item: QLayoutItem, width: int) -> int:
    return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()
