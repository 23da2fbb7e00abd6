"""How a run ends, and how the next goes on from there: what is unsaved is kept, and offered again."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from desktop.session.locks import release_all
from desktop.window.acting import Acting
from desktop.window.cases.writing import Writing
from desktop.window.dialogs import Dialogs
from desktop.window.filing import Filing
from models.schema.problem import Refused

if TYPE_CHECKING:
    from models.store.recovery import Record


class Closing(QObject):
    """Keeps what is unsaved; `ended` tells what goes on beside the window to let go."""

    ended = Signal()

    def __init__(self, filing: Filing, acting: Acting, writing: Writing, dialogs: Dialogs) -> None:
        super().__init__(filing)
        self._filing, self._documents, self._acting = filing, filing.documents, acting
        self._writing, self._dialogs = writing, dialogs

    def offer_recovery(self, report: Path | None = None) -> None:
        """Offer what an earlier session left behind: its work, or else the report of what ended it."""
        records = self._documents.abandoned()
        if records:
            self._filing.offer_first("work", partial(self._offer_work, records[0], report))
        elif report is not None:
            told = self.tr("The last session ended with a fault, and a report of it was kept.")
            answer = partial(self._dialogs.show_report, report)
            self._filing.offer(told, self.tr("Show the report"), answer)
        self._writing.offers.offer_recovery()

    def _offer_work(self, record: "Record", report: Path | None) -> None:
        name = record.scenario_title or (record.path.name if record.path else "")
        told = self.tr("The last session ended without closing. Its unsaved work on “{0}” was kept.")
        if not name:
            told = self.tr(
                "The last session ended without closing. Its unsaved work, which has no title, was kept."
            )
        if report is not None:
            told += " " + self.tr("A report of what ended it is in {1}.")
        told = told.format(name, report)
        self._filing.offer(told, self.tr("Recover"), partial(self._recover, record))

    def _recover(self, record: "Record") -> None:
        if not self._filing.may_go_on():
            return
        self._filing.withdraw("work")
        try:
            self._documents.recover(record)
        except Refused as refused:
            told = self.tr("The kept work could not be opened.")
            self._filing.show_problems(told, refused.problems, bad=True)
        else:
            further = [one for one in self._documents.abandoned() if one.file != record.file]
            if further:
                self._filing.offer_first("work", partial(self._offer_work, further[0], None))
            else:
                self._filing.offer_again()

    def keep(self) -> None:
        """Keep what is unsaved at once, for the next start to offer."""
        self._acting.finish_writing()
        self.rescue()

    def rescue(self) -> None:
        """Keep what is unsaved, and what is being typed as it stands, without touching anything in the window."""
        self._documents.keep_now()
        self._writing.keep()

    def leave(self, code: int) -> None:
        """End the program without a question; what is unsaved is kept, and no lock stays beside a file."""
        try:
            self.keep()
            self.end()
        finally:
            release_all()
            QApplication.exit(code)

    def end(self) -> None:
        """Let go of all that goes on beside the window, and of the session."""
        self.ended.emit()
        self._documents.session.close()
