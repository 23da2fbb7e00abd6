"""Asks what something is called: the state as it stands, so that it can be returned to, or a group that came in."""

from PySide6.QtWidgets import QWidget

from desktop.dialogs.form import lay_out, line
from desktop.kit.entry.dialog import FilledDialog
from models.store.inbox import LONGEST_NAME


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


class GroupNameDialog(FilledDialog):
    """Asks for a group's name, which is known so far only by its file."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("group-name-dialog")
        self.setWindowTitle(self.tr("Rename the group"))
        self._name = line("group-name", name, longest=LONGEST_NAME)
        self._name.selectAll()
        lay_out(self, ((self.tr("What the group is called"), self._name),), 520, 120)

    @property
    def name(self) -> str:
        """What is typed."""
        return self._name.text().strip()
