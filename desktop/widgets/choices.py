"""A few buttons in a row of which one is chosen."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QWidget
from typing_extensions import override

from desktop.base.theme import look
from desktop.widgets.dressed import Dressed


class Choices(Dressed, QWidget):
    """Tells which choice the user takes; the first one is taken at the beginning."""

    chosen = Signal(str)

    def __init__(self, prefix: str, names: Mapping[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._values = list(names)
        self._group = QButtonGroup(self)
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(0, 0, 0, 0)
        for place, (value, name) in enumerate(names.items()):
            button = QPushButton(name)
            button.setObjectName(f"{prefix}:{value}")
            button.setProperty("role", "choice")
            button.setCheckable(True)
            button.setChecked(place == 0)
            self._group.addButton(button, place)
            self._line.addWidget(button)
        self._group.idClicked.connect(self._tell)
        self.dress()

    def take(self, value: str) -> None:
        """Show a choice as taken without telling anybody."""
        self._group.button(self._values.index(value)).setChecked(True)

    @override
    def dress(self) -> None:
        self._line.setSpacing(look().px(6))

    def _tell(self, place: int) -> None:
        self.chosen.emit(self._values[place])
