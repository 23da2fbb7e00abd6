"""Rows and columns that fill their widget to its edge, and widgets that fit what they show into their width."""

from typing import TypeVar

from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QFrame

from desktop.base.guard import override

Box = TypeVar("Box", bound=QBoxLayout)


def flush(layout: Box, spacing: int = 0) -> Box:
    """The layout without a margin, and with so much between what is in it."""
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(spacing)
    return layout


class Fitted(QFrame):
    """Fits its parts into its width whenever that changes; before it is shown there is nothing to measure."""

    def fit(self) -> None:
        if self.isVisible():
            self._fit()

    def _fit(self) -> None:
        raise NotImplementedError(type(self))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.fit()
