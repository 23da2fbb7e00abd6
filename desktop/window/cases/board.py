"""What becomes of the board when a case has been written: it shows the case as its file has it, with the work on it."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.window.filing import Filing
from models.language.messages import retold
from models.schema.value import as_plain

if TYPE_CHECKING:  # loaded when a case is first written
    from desktop.session.case_work import CaseWork


class WrittenToBoard(QObject):
    """Opens what was written; `write` goes on writing where something is left out."""

    def __init__(self, filing: Filing, write: Callable[[], object]) -> None:
        super().__init__(filing)
        self._documents, self._filing, self._write = filing.documents, filing, write

    def take(self, work: "CaseWork") -> None:
        """Open the case in its file; one that is not whole stays off the board, and what is wrong is told.

        A scenario or a workshop on an earlier text of it is opened again, and tells what that changed.
        """
        from desktop.session.case_file import wrong_in

        here, path, draft = self._documents.session.case, work.path, work.draft
        if path is None:
            return
        if draft.case is None:
            told = self.tr("The case is not whole yet, so it is not on the board.")
            self._filing.show_problems(told, wrong_in(work.written, work.name))
        elif as_plain(draft.case) != as_plain(here) and self._filing.may_go_on():
            worked_on = self._documents.path if draft.case.id == here.id else None
            self._documents.give_up()
            self._filing.open(path, partial(self._go_on, worked_on, draft.unfinished))

    def _go_on(self, worked_on: Path | None, unfinished: tuple[str, ...]) -> None:
        if worked_on is None:
            self._tell_left_out(unfinished)
        else:
            self._filing.open(worked_on, partial(self._tell_left_out, unfinished))

    def _tell_left_out(self, unfinished: tuple[str, ...]) -> None:
        """Tell what stands in the case's file and is not on the board, if anything."""
        if unfinished:
            told = self.tr("The board goes without what is unfinished; the file keeps it.")
            named = " ".join(map(retold, dict.fromkeys(unfinished)))
            self._filing.offer(f"{told} {named}", self.tr("Edit the case"), self._write)
