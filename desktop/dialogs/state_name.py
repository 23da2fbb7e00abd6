"""Asks what the state as it stands is called, so that it can be returned to."""

from PySide6.QtWidgets import QWidget

from desktop.dialogs.form import lay_out, line
from desktop.kit.entry.dialog import FilledDialog


class StateNameDialog(FilledDialog):
    """Asks for a name."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("state-name-dialog")
        self.setWindowTitle(self.tr("Name this state"))
        self._name = line("state-name", "")
        lay_out(self, ((self.tr("Name, to return to it from the minutes"), self._name),), 520, 120)

    @property
    def name(self) -> str:
        """What is typed."""
        return self._name.text().strip()
