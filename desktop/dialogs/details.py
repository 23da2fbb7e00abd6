"""Who the scenario is from and what it is about: title, group, planning horizon and a note; all are printed."""

from PySide6.QtWidgets import QWidget

from desktop.base.plain_text import set_tip
from desktop.dialogs.form import lay_out, line, lines
from desktop.kit.entry.dialog import FilledDialog
from models.pages.glossary import meaning
from models.schema.scenario import Scenario, revised
from models.schema.value import MAX_TEXT

LONGEST_HORIZON = 60


class DetailsDialog(FilledDialog):
    """Edits the words of a scenario that belong to the whole of it."""

    def __init__(self, scenario: Scenario, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("details-dialog")
        self.setWindowTitle(self.tr("Scenario details"))
        self._scenario = scenario
        self._title = line("details-title", scenario.title)
        self._group = line("details-group", scenario.group)
        self._horizon = line(
            "details-horizon", scenario.horizon, self.tr("such as five years, or 2030"), LONGEST_HORIZON
        )
        set_tip(self._horizon, meaning("Planning horizon"))
        self._note = lines("details-note", scenario.note)
        rows = (
            (self.tr("&Title"), self._title),
            (self.tr("&Group"), self._group),
            (self.tr("&Planning horizon"), self._horizon),
            (self.tr("&Note"), self._note),
        )
        lay_out(self, rows, 520, 340)

    def revised(self) -> Scenario:
        return revised(
            self._scenario,
            title=self._title.text().strip(),
            group=self._group.text().strip(),
            horizon=self._horizon.text().strip(),
            note=self._note.toPlainText().strip()[:MAX_TEXT],
        )
