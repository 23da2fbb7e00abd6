"""Asks what something is called: the state as it stands, so that it can be returned to, or a group that came in."""

from PySide6.QtWidgets import QWidget

from desktop.dialogs.form import LONGEST, lay_out, line
from desktop.kit.entry.dialog import FilledDialog


class NameDialog(FilledDialog):
    """Asks for the name of a kind of thing, which has one to begin with or none."""

    def __init__(
        self, kind: str, title: str, asked: str, parent: QWidget, name: str = "", longest: int = LONGEST
    ) -> None:
        super().__init__(parent)
        self.setObjectName(f"{kind}-name-dialog")
        self.setWindowTitle(title)
        self._name = line(f"{kind}-name", name, longest=longest)
        self._name.selectAll()
        lay_out(self, ((asked, self._name),), 520, 120)

    @property
    def name(self) -> str:
        return self._name.text().strip()
