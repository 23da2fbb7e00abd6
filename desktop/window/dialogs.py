"""The dialogs that commands bring up, each loaded when it is first asked for."""

from collections.abc import Callable
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from desktop.session.session import Session
from desktop.window.asking import fill_in, question_box
from desktop.window.preferences import Preferences
from models.schema.action import Action, Change, Step
from models.schema.case import Case
from models.schema.scenario import Scenario
from models.schema.steps.group_steps import with_group
from models.schema.steps.room_steps import state_named, with_agenda
from models.schema.steps.scenario_steps import field_set
from models.schema.steps.signpost_steps import detailed
from models.schema.steps.workshop_steps import balloted, renamed_group
from models.schema.view import PageName
from models.schema.workshop import AgendaItem, Ballot, Origin, Workshop

if TYPE_CHECKING:
    from desktop.dialogs.manual import ManualDialog

CHAPTERS = {
    PageName.PROGRAMME: "programme",
    PageName.HOLDS: "what-still-holds",
    PageName.DEPENDS: "depends",
    PageName.DIFFER: "differ",
    PageName.WATCH: "watch",
}
"""What the manual tells of each page."""
WRITING = "write-a-case"
"""What it tells of the case editor, which stands in the place of the pages."""


class Dialogs(QObject):
    """Shows dialogs over one window."""

    def __init__(self, window: QWidget, session: Session, preferences: Preferences, log: Path) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._preferences = preferences
        self._log = log
        self.is_writing: Callable[[], bool] = lambda: False

    @property
    def commands(self) -> dict[str, Callable[..., object]]:
        return {
            "print": self.show_prints,
            "details": self.edit_details,
            "replan": self.replace_agenda,
            "workshop-details": self.edit_workshop,
            "tally": self.type_tally,
            "name-state": self.name_state,
            "glossary": self.show_glossary,
            "preferences": self.show_preferences,
            "manual": self.show_manual,
            "keys": partial(self.show_manual, "keys"),
            "whats-new": partial(self.show_manual, "whats-new"),
            "about-case": self.show_case,
            "about": self.show_about,
        }

    def show_prints(self) -> None:
        """Preview the briefing sheet and what else can be printed."""
        from desktop.dialogs.printing import PrintDialog
        from models.paper.pack.wish import Wish

        snapshot = self._session.worked_out
        gathered = bool(snapshot.workshop.log) or not snapshot.workshop.is_empty
        wish = Wish(
            snapshot,
            self._preferences.settings.paper,
            date.today(),
            picked=snapshot.view.picked,
            gathered=gathered,
        )
        dialog = PrintDialog(wish, self._window)
        dialog.paper_chosen.connect(partial(self._preferences.choose, "paper"))
        dialog.titled.connect(self._title)
        dialog.folder = self._preferences.folder
        dialog.written.connect(lambda path: self._preferences.note_used(path.parent))
        dialog.wishes = lambda: self._titling(dialog.choices.title)
        dialog.exec()
        dialog.deleteLater()

    def edit_details(self) -> None:
        from desktop.dialogs.details import DetailsDialog

        dialog = DetailsDialog(self._session.scenario, self._window)
        fill_in(self._session, dialog, lambda: (Change(_replaced, (dialog.revised(),)),))

    def edit_workshop(self) -> None:
        from desktop.dialogs.details import WorkshopDetailsDialog

        scenario, details = self._session.scenario, self._session.workshop.details
        dialog = WorkshopDetailsDialog(scenario.title, details, self._window)
        fill_in(
            self._session, dialog, lambda: (*self._titling(dialog.title), Step(detailed, (dialog.details,)))
        )

    def _title(self, title: str) -> None:
        for action in self._titling(title):
            self._session.act(action)

    def _titling(self, title: str) -> tuple[Action, ...]:
        return (Change(field_set, ("title", title)),) if title != self._session.scenario.title else ()

    def replace_agenda(self, items: tuple[AgendaItem, ...]) -> None:
        """Ask before the agenda that has begun gives way to another; Undo brings it back with its time."""
        text = self.tr("Put another plan in the place of the agenda that is under way?")
        more = self.tr("Its time so far goes with it. Undo brings both back.")
        title = self.tr("The agenda has begun")
        question = question_box(self._window, "replan-question", title, text, more)
        replace = question.addButton(self.tr("Replace it"), question.ButtonRole.AcceptRole)
        keep = question.addButton(self.tr("Keep the agenda"), question.ButtonRole.RejectRole)
        question.setDefaultButton(keep)
        question.setEscapeButton(keep)
        question.exec()
        if question.clickedButton() is replace:
            self._session.act(Step(with_agenda, (items,)))

    def type_tally(self, round_id: str = "", group: str = "") -> None:
        """Type in a group's paper ballots, or mend those of one that is there."""
        from desktop.dialogs.tally import TallyDialog
        from models.pages.differ.group_list import next_name

        snapshot = self._session.snapshot
        workshop = snapshot.workshop
        known = next((item for item in workshop.groups if item.key == (round_id, group)), None)
        name = next_name(snapshot.standing) if snapshot.standing else ""
        dialog = TallyDialog(
            snapshot.case, workshop, known, name, self._window, added=snapshot.scenario.added
        )
        tallied = partial(self._tallying, known.id if known else "")
        dialog.taken.connect(lambda name, ballot: self._session.act(tallied(name, ballot)))
        dialog.wishes = lambda: (tallied(*dialog.so_far),)
        dialog.open()

    def name_state(self) -> None:
        """Give the state as it stands a name, to be returned to."""
        from desktop.dialogs.details import NameDialog

        title, asked = self.tr("Name this state"), self.tr("Name, to return to it from the minutes")
        dialog = NameDialog("state", title, asked, self._window)
        fill_in(self._session, dialog, lambda: self._naming(dialog.name))

    def _naming(self, name: str) -> tuple[Action, ...]:
        return (Step(state_named, (self._session.scenario, name), dated=True),) if name else ()

    def show_manual(self, chapter: str = "") -> None:
        """Open the manual beside the work, at a chapter or at what is on the screen."""
        here = WRITING if self.is_writing() else CHAPTERS[self._session.snapshot.view.page]
        self._manual().open_chapter(chapter or here)

    def show_glossary(self, wanted: str = "") -> None:
        """Tell what the words mean; with one that is wanted, that one first."""
        self._manual().open_word(wanted)

    def _manual(self) -> "ManualDialog":
        from desktop.dialogs.manual import ManualDialog

        dialog = self._window.findChild(ManualDialog) or ManualDialog(self._window)
        dialog.show()
        dialog.raise_()
        dialog.activateWindow()
        dialog.await_words()
        return dialog

    def show_preferences(self) -> None:
        """Let the user choose; every choice is in force at once."""
        from desktop.dialogs.preferences import PreferencesDialog

        dialog = PreferencesDialog(self._preferences.settings, self._window)
        dialog.chosen.connect(self._preferences.choose)
        dialog.exec()

    def show_case(self) -> None:
        from desktop.dialogs.about import CaseDialog

        CaseDialog(self._session.case, self._window).exec()

    def show_about(self) -> None:
        from importlib.metadata import version

        from desktop.dialogs.about import AboutDialog

        AboutDialog(version("whatholds"), str(self._log), self._window).exec()

    def show_unexpected(self, details: str) -> None:
        """Tell what nobody caught, once at a time."""
        from desktop.dialogs.unexpected import UnexpectedDialog

        if self._window.findChild(UnexpectedDialog) is None:
            dialog = UnexpectedDialog(details, self._log, self._window)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.open()

    def show_report(self, report: Path) -> None:
        """Show what the last session wrote while it ended."""
        from desktop.base.unexpected import described
        from desktop.dialogs.unexpected import UnexpectedDialog

        told = self.tr(
            "This was written while it ended; it names places in the program and nothing of your work. "
            "It is kept in {0}, until there is another."
        ).format(report)
        details = described(report.read_text(encoding="utf-8", errors="replace"))
        heading = self.tr("The last session ended with a fault")
        dialog = UnexpectedDialog(details, self._log, self._window, heading, told)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _tallying(self, identifier: str, name: str, ballot: Ballot) -> Action:
        return Step(_tallied, (self._session.case, identifier, name, ballot), dated=True)


def _replaced(case: Case, scenario: Scenario, other: Scenario) -> Scenario:
    del case, scenario
    return other


def _tallied(
    workshop: Workshop, moment: datetime, case: Case, identifier: str, name: str, ballot: Ballot
) -> Workshop:
    named = renamed_group(workshop, identifier, name) if identifier else workshop
    return with_group(named, name, balloted(case, ballot), Origin.TALLY, ballot=ballot, arrived=moment)
