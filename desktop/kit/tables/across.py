"""What stands beside a table that is wider than its place: that there is more, and the way to it for the pointer."""

from functools import partial

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QTableView, QToolButton, QWidget

from desktop.base.guard import override
from desktop.base.plain_text import named, set_tip
from desktop.base.theme import Look, icon
from desktop.kit.tables.fit import Fit

WIDE, ARROW, STEP = 28, 16, 0.7
"""Unscaled pixels: the strip, and the arrows in it; which part of what is in sight a press goes on by."""


class Across(QWidget):
    """Two arrows at the right of the table, for as long as columns are out of sight; keys go there cell by cell."""

    def __init__(self, view: QTableView, parent: QWidget) -> None:
        super().__init__(parent)
        self._view = view
        self._look: Look | None = None
        self._arrows: tuple[QToolButton, ...] = ()
        self.hide()

    def lay(self, box: QRect, fit: Fit, look: Look, *, controls: bool) -> None:
        """Give the table its place, less the strip where its columns do not fit."""
        down = self._view.verticalScrollBar().sizeHint().width() if fit.height > box.height() else 0
        wide = look.px(WIDE) if controls and fit.head and sum(fit.widths) > box.width() - down else 0
        self._view.setGeometry(box.adjusted(0, 0, -wide, 0))
        self.setVisible(wide > 0)
        if wide:
            self._look = look
            self.setGeometry(box.adjusted(box.width() - wide, 0, 0, 0))
            self._dress(wide, QSize(look.px(ARROW), look.px(ARROW)))

    def _made(self) -> tuple[QToolButton, ...]:
        """The arrows, made when a table first needs them."""
        bar = self._view.horizontalScrollBar()
        bar.valueChanged.connect(self._follow)
        bar.rangeChanged.connect(self._follow)
        return (
            self._arrow("table-left", self.tr("Columns to the left"), -1),
            self._arrow("table-right", self.tr("Columns to the right"), 1),
        )

    def _arrow(self, name: str, words: str, way: int) -> QToolButton:
        button = named(QToolButton(self), name, words, role="tiny")
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        set_tip(button, words)
        button.clicked.connect(partial(self._go, way))
        return button

    def _dress(self, wide: int, arrow: QSize) -> None:
        """The arrows stand at the top, which is seen first, one over the other, however low the heads are."""
        self._arrows = self._arrows or self._made()
        for place, button in enumerate(self._arrows):
            button.setIcon(icon("chevron-right" if place else "chevron-left", "brand", ARROW))
            button.setIconSize(arrow)
            button.setGeometry(1, place * wide, wide - 1, wide)
            button.show()
        self._follow()

    def _follow(self) -> None:
        bar, (back, on) = self._view.horizontalScrollBar(), self._arrows
        back.setEnabled(bar.value() > bar.minimum())
        on.setEnabled(bar.value() < bar.maximum())
        self.update()

    def _go(self, way: int) -> None:
        bar = self._view.horizontalScrollBar()
        bar.setValue(bar.value() + way * round(self._view.viewport().width() * STEP))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._look is not None:
            painter = QPainter(self)
            for button in self._arrows:
                if button.isEnabled():
                    painter.fillRect(button.geometry(), self._look.colour("brand_soft"))
            painter.fillRect(0, 0, 1, self.height(), self._look.colour("line"))
            painter.end()
