"""Who the scenario is from and what it is about: title, group, planning horizon and a note; all are printed."""

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QLineEdit, QPlainTextEdit, QWidget

from desktop.kit.text import set_tip
from models.pages.glossary import meaning
from models.schema.scenario import Scenario, revised
from models.schema.value import MAX_TEXT


class DetailsDialog(QDialog):
    """Edits the words of a scenario that belong to the whole of it."""

    def __init__(self, scenario: Scenario, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("details-dialog")
        self.setWindowTitle(self.tr("Scenario details"))
        self._scenario = scenario
        self._title = QLineEdit(scenario.title)
        self._title.setObjectName("details-title")
        self._title.setMaxLength(120)
        self._group = QLineEdit(scenario.group)
        self._group.setObjectName("details-group")
        self._group.setMaxLength(120)
        self._horizon = QLineEdit(scenario.horizon)
        self._horizon.setObjectName("details-horizon")
        self._horizon.setMaxLength(60)
        self._horizon.setPlaceholderText(self.tr("such as five years, or 2030"))
        set_tip(self._horizon, meaning("Planning horizon"))
        self._note = QPlainTextEdit(scenario.note)
        self._note.setObjectName("details-note")
        self._note.setTabChangesFocus(True)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QFormLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(12)
        layout.addRow(self.tr("&Title"), self._title)
        layout.addRow(self.tr("&Group"), self._group)
        layout.addRow(self.tr("&Planning horizon"), self._horizon)
        layout.addRow(self.tr("&Note"), self._note)
        layout.addRow(buttons)
        self.resize(520, 340)

    def revised(self) -> Scenario:
        """The scenario with the words as written."""
        return revised(
            self._scenario,
            title=self._title.text().strip(),
            group=self._group.text().strip(),
            horizon=self._horizon.text().strip(),
            note=self._note.toPlainText().strip()[:MAX_TEXT],
        )
