"""Who a scenario is from and what it is about, what a workshop is called and where it is held, and other names."""

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from desktop.base.plain_text import set_tip
from desktop.dialogs.form import LONGEST, lay_out, line, lines, number
from desktop.kit.entry.dialog import FilledDialog
from models.pages.glossary import meaning
from models.schema.record import Details
from models.schema.scenario import Scenario
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
        return replace(
            self._scenario,
            title=self._title.text().strip(),
            group=self._group.text().strip(),
            horizon=self._horizon.text().strip(),
            note=self._note.toPlainText().strip()[:MAX_TEXT],
        )


MOST_GROUPS = 200


class WorkshopDetailsDialog(FilledDialog):
    """Edits the title and the details of a workshop."""

    def __init__(self, title: str, details: Details, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("workshop-details-dialog")
        self.setWindowTitle(self.tr("Workshop details"))
        self._title = line("workshop-title", title, self.tr("such as Winter workshop"))
        self._place = line("workshop-place", details.place)
        self._held = line("workshop-held", details.held, self.tr("otherwise the days in the log"))
        self._led = line("workshop-led-by", details.led_by)
        hint = self.tr("a name in each line; for the minutes, never in the room")
        self._part = lines("workshop-took-part", details.took_part, hint)
        self._awaited = number("workshop-awaited", 0, MOST_GROUPS)
        self._awaited.setSpecialValueText(self.tr("not known"))
        self._awaited.setValue(details.awaited)
        rows = (
            (self.tr("&Title"), self._title),
            (self.tr("&Where"), self._place),
            (self.tr("Wh&en"), self._held),
            (self.tr("&Led by"), self._led),
            (self.tr("Who took &part"), self._part),
            (self.tr("&Groups expected"), self._awaited),
        )
        lay_out(self, rows, 560, 400)

    @property
    def title(self) -> str:
        return self._title.text().strip()

    @property
    def details(self) -> Details:
        return Details(
            place=self._place.text().strip(),
            held=self._held.text().strip(),
            led_by=self._led.text().strip(),
            took_part=self._part.toPlainText().strip()[:MAX_TEXT],
            awaited=self._awaited.value(),
        )


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
