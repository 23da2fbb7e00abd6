"""What is offered of a case: what was left unsaved, and to write on or to mend what cannot be opened."""

from collections.abc import Callable
from functools import partial
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.window.filing import ENDINGS, Filing
from models.language.messages import retold
from models.schema.problem import Refused

if TYPE_CHECKING:
    from desktop.window.cases.writing import Writing
    from models.authoring.keeping import KeptCase

Offer = Callable[[str, str, Callable[[], object]], None]
"""What is told, the button's words, and what it does."""


class CaseOffers(QObject):
    """Offers in the notice of what is on: the page, or the editor."""

    def __init__(self, writing: "Writing", filing: Filing, recovery: Path) -> None:
        super().__init__(writing)
        self._writing, self._filing, self._recovery = writing, filing, recovery
        filing.unopened.connect(self.offer_to_write)

    def offer_to_write(self, path: Path, told: str) -> None:
        """Offer to go on with a case that cannot be on the board yet."""
        from desktop.session.case_file import can_mend, can_open
        from desktop.session.case_work import is_so

        work = self._writing.work
        if path.suffix in ENDINGS and is_so(work, partial(can_open, path)):
            told = self._wanting(path) or told
            self._filing.offer(told, self.tr("Edit the case"), partial(self._write_on, path))
        elif path.suffix in ENDINGS and is_so(work, partial(can_mend, path)):
            self.offer_to_mend(path, told)

    def offer_to_mend(self, path: Path, told: str) -> None:
        """Offer to mend what keeps a file from being edited."""
        offer = self._writing.offer if self._writing.is_open else self._filing.offer
        offer(told, self.tr("Mend and edit"), partial(self._mend, path))

    def offer_recovery(self) -> None:
        """Offer a case that an earlier session left behind when it ended without closing."""
        for record in self._left_behind()[:1]:
            self._filing.offer_first("case", partial(self._offer, record, self._filing.offer))

    def offer_recovery_of(self, path: Path) -> None:
        """Offer what an earlier session left behind of the case in this file, which is open now."""
        left = (record for record in self._left_behind() if record.path == path.absolute())
        for record in islice(left, 1):
            self._offer(record, self._writing.offer)

    def _left_behind(self) -> "tuple[KeptCase, ...]":
        """What earlier sessions kept; what reads it is loaded where there is any, be it this one's."""
        if not any(self._recovery.glob("*.case-recovery.json")):
            return ()
        from models.authoring import keeping

        return keeping.abandoned(self._recovery)

    def _offer(self, record: "KeptCase", offer: Offer) -> None:
        name = record.name or self.tr("an untitled case")
        told = self.tr("The last session ended without closing. Its unsaved work on “{0}” was kept.")
        offer(told.format(name), self.tr("Recover"), partial(self._recover, record))

    def _recover(self, record: "KeptCase") -> None:
        if not self._writing.files.may_go_on():
            return
        self._filing.withdraw("case")
        if self._writing.files.recover(record):
            self._filing.offer_again()

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
            self._writing.files.open(path)

    def _mend(self, path: Path) -> None:
        if self._writing.may_go_on():
            self._writing.files.open_mended(path)
