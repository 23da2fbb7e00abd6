"""What is offered where a case's file cannot be opened: to go on writing it, or to have mended what is wrong in it."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.window.filing import ENDINGS, Filing
from models.language.messages import retold
from models.schema.problem import Refused

if TYPE_CHECKING:
    from desktop.window.cases.writing import Writing


class CaseOffers(QObject):
    """Offers in the notice of what is on: the page, or the editor."""

    def __init__(self, writing: "Writing", filing: Filing) -> None:
        super().__init__(writing)
        self._writing, self._filing = writing, filing
        filing.unopened.connect(self.offer_to_write)

    def offer_to_write(self, path: Path, told: str) -> None:
        """Offer to go on with a case that cannot be on the board yet."""
        from desktop.session.case_file import can_mend, can_open

        work = self._writing.work
        if path.suffix in ENDINGS and work.is_so(partial(can_open, path)):
            told = self._wanting(path) or told
            self._filing.offer(told, self.tr("Edit the case"), partial(self._write_on, path))
        elif path.suffix in ENDINGS and work.is_so(partial(can_mend, path)):
            self.offer_to_mend(path, told)

    def offer_to_mend(self, path: Path, told: str) -> None:
        """Offer to mend what keeps a file from being edited."""
        offer = self._writing.offer if self._writing.is_open else self._filing.offer
        offer(told, self.tr("Mend and edit"), partial(self._mend, path))

    def _wanting(self, path: Path) -> str:
        """What keeps a case off the board, as its author would be told in the margin."""
        from desktop.session.case_file import wrong_in_file

        try:
            wants = self._writing.work.waiting(partial(wrong_in_file, path))
        except (Refused, TimeoutError):
            return ""
        told = self.tr("{0} could not be opened.").format(path.name)
        return f"{told} {retold(wants[0].what)}" if wants else ""  # what to do is told in the margin

    def _write_on(self, path: Path) -> None:
        if self._writing.may_go_on():
            self._writing.open(path)

    def _mend(self, path: Path) -> None:
        if self._writing.may_go_on():
            self._writing.files.open_mended(path)
