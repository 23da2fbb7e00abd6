"""A row of buttons that becomes two where the editor is narrow, so that no label is cut."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QPushButton, QWidget

from desktop.base.guard import override
from desktop.base.layouts import flush

BESIDE, UNDER = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom


def turn(row: QBoxLayout, under: bool) -> None:
    """Put the parts of a row under one another, or beside one another again."""
    if row.direction() != (UNDER if under else BESIDE):
        row.setDirection(UNDER if under else BESIDE)


def beside(row: QBoxLayout) -> int:
    items = [row.itemAt(place) for place in range(row.count())]
    return sum(item.sizeHint().width() for item in items if item is not None)


class Tools(QWidget):
    """Two groups of buttons, at either end of a row or under one another."""

    def __init__(self, *groups: tuple[QPushButton, ...]) -> None:
        super().__init__()
        self._row, self._groups = flush(QBoxLayout(BESIDE, self)), [QHBoxLayout() for _ in groups]
        for place, (layout, buttons) in enumerate(zip(self._groups, groups, strict=True)):
            layout.setSpacing(0)
            if place:
                self._row.addStretch(1)
            for button in buttons:
                button.setProperty("role", "plain")
                layout.addWidget(button)
            self._row.addLayout(layout)

    @override
    def minimumSizeHint(self) -> QSize:
        widest = max(layout.sizeHint().width() for layout in self._groups)
        return QSize(widest, self._row.minimumSize().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        turn(self._row, beside(self._row) > self.width())
