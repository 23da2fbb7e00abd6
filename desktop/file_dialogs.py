"""The dialogs that the commands of the window bring up, each loaded when it is first asked for."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from desktop.preferences import Preferences
from desktop.problems import UnexpectedDialog
from desktop.scenario_session import Session
from desktop.workshop import WorkshopSession


class Dialogs(QObject):
    """Shows dialogs over one window."""

    def __init__(
        self,
        window: QWidget,
        session: Session,
        workshop: WorkshopSession,
        preferences: Preferences,
        log: Path,
    ) -> None:
        super().__init__(window)
        self.picked = ""
        self._window = window
        self._session = session
        self._workshop = workshop
        self._preferences = preferences
        self._log = log

    @property
    def deeds(self) -> dict[str, Callable[[], None]]:
        """What each command does, under its name."""
        return {
            "sheet": self.show_sheet,
            "details": self.edit_details,
            "keys": self.show_keys,
            "about-case": self.show_case,
            "about": self.show_about,
        }

    def show_sheet(self) -> None:
        """Preview the briefing sheet, to be printed or saved."""
        from desktop.printing import SheetDialog
        from desktop.prints import Wish

        standing = self._workshop.standing
        wish = Wish(
            self._session.snapshot,
            self._preferences.settings.paper,
            date.today(),
            picked=self.picked,
            standing=standing if standing.workshop.log or not standing.workshop.is_empty else None,
        )
        dialog = SheetDialog(wish, self._window)
        dialog.paper_chosen.connect(self._preferences.set_paper)
        dialog.exec()

    def edit_details(self) -> None:
        """Edit the title, the group and the note of the scenario."""
        from desktop.views.details import DetailsDialog

        dialog = DetailsDialog(self._session.scenario, self._window)
        if dialog.exec():
            self._session.replace(dialog.revised())

    def show_keys(self) -> None:
        """List the keys."""
        from desktop.views.about import KeysDialog

        KeysDialog(self._window).exec()

    def show_case(self) -> None:
        """Tell about the case and its source."""
        from desktop.views.about import CaseDialog

        CaseDialog(self._session.case, self._window).exec()

    def show_about(self) -> None:
        """Tell about the application."""
        from importlib.metadata import version

        from desktop.views.about import AboutDialog

        AboutDialog(version("whatholds"), str(self._log), self._window).exec()

    def show_unexpected(self, details: str) -> None:
        """Tell what nobody caught, once at a time."""
        if self._window.findChild(UnexpectedDialog) is None:
            dialog = UnexpectedDialog(details, self._log, self._window)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.open()
