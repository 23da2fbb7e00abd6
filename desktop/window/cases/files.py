"""The file of a case that is written: saving it, and what is done where another program has changed it meanwhile."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.base.apart import Apart
from desktop.session.case_file import can_mend
from desktop.session.case_work import CaseWork, is_so
from desktop.session.locks import ChangedOutside
from desktop.window.asking import Answer, ask_changed, ask_unread, ask_unsaved
from desktop.window.filing import CASES, Filing
from models.authoring.keeping import KeptCase
from models.language.messages import retold, wrong
from models.schema.problem import Refused

if TYPE_CHECKING:  # loaded when a source is first read, or two are merged
    from models.authoring.document import CaseText
    from models.authoring.merging import Merged
    from models.authoring.source import SourceText

SOURCES = "Texts (*.txt *.md *.markdown *.docx *.pdf)"


class CaseFiles(QObject):
    """Writes and merges; tells what was done, and what was refused."""

    opened = Signal()
    told = Signal(str, bool)
    refused = Signal(str, tuple)
    mendable = Signal(object, str)
    mended = Signal(str, int)
    unread = Signal(str, int)

    def __init__(self, filing: Filing, work: CaseWork) -> None:
        super().__init__(filing)
        self._window, self._filing, self._work = filing.window, filing, work
        self._asked = b""
        self._opening: Path | None = None
        self._looking = Apart(self)
        self._looking.done.connect(self._take_outside)
        self._looking.failed.connect(_raise)
        work.waiting = self._waited

    def save(self) -> bool:
        """Write the case to its file; asks for one where there is none."""
        return self.ask_save() if self._work.file.path is None else self._write(self._work.file.path)

    def ask_save(self) -> bool:
        name = str(self._work.document.data.get("id", "case"))
        start = self._work.file.path or f"{name}.yaml"
        path, _ = self._filing.ask_target(self.tr("Save the case"), start, CASES)
        if path is None:
            return False
        return self._write(path if path.suffix else path.with_suffix(".yaml"))

    def open(self, path: Path) -> bool:
        """Take what is in a file; says whether it could be opened."""
        self._opening = path
        told = self.tr("{0} could not be opened.").format(path.name)
        try:
            self._work.open(path)
        except TimeoutError:
            self.told.emit(told, True)
            return False
        except Refused as refused:
            if is_so(self._work, partial(can_mend, path)):
                self.mendable.emit(path, f"{told} {wrong(refused.problems[0])}")
            else:
                self.refused.emit(told, refused.problems)
            return False
        finally:
            self._opening = None
        self.opened.emit()
        return True

    def _waited(self, work: Callable[[], Any]) -> Any:
        return self._filing.waited(work, self._opening)

    def open_mended(self, path: Path) -> None:
        """Take what is in a file with what is wrong in it mended, show where that was, and say so."""
        try:
            found = self._work.open_mended(path)
        except TimeoutError:
            found = None
        except Refused as refused:
            self.refused.emit(self.tr("{0} could not be opened.").format(path.name), refused.problems)
            return
        if found is None:
            self.open(path)
            return
        self.opened.emit()
        self.mended.emit(found.section, found.place)
        lines = ", ".join(map(str, found.lines))
        told = self.tr("Mended, without a change to what it says, in line {0}. It is not saved yet.")
        self.told.emit(told.format(lines), False)

    def ask_open(self) -> None:
        path = self._filing.ask_file(self.tr("Edit a case"), CASES)
        if path is not None and self.may_go_on():
            self.open(path)

    def ask_source(self) -> "SourceText | None":
        """Let the user choose the text that the case encodes, and read it."""
        from models.authoring.source import read_source

        path = self._filing.ask_file(self.tr("Open the source"), SOURCES)
        if path is None:
            return None
        try:
            return read_source(path)
        except Refused as refused:
            self.refused.emit(self.tr("{0} could not be read.").format(path.name), refused.problems)
            return None

    def may_go_on(self) -> bool:
        """Whether what is written is safe or may be given up; asks if it is neither."""
        if self._filing.is_waiting or not self._may_lose_unread():
            return False
        if self._work.differs:
            answer = ask_unsaved(self._window, self.tr("Save the changes to this case first?"))
            if answer is Answer.CANCEL or (answer is Answer.SAVE and not self.save()):
                return False
            if answer is Answer.DISCARD:
                self._work.give_up()
        self._work.unread.clear()
        return True

    def _may_lose_unread(self) -> bool:
        """Whether no field holds what cannot be read, or that may be given up; else the field is shown."""
        unread = tuple(self._work.unread.advice(self._work.document))
        if not unread or ask_unread(self._window, "\n".join(retold(one.what) for one in unread)):
            return True
        self.opened.emit()
        self.unread.emit(unread[0].section, unread[0].place)
        return False

    def look_outside(self) -> None:
        """Take in what another program wrote to the file; where work would be lost, ask once which is gone on with."""
        file = self._work.file
        if file.path is not None and not self._filing.is_waiting:
            self._looking.ask(lambda: (file.path, file.outside))

    def _take_outside(self, found: tuple[Path | None, bytes]) -> None:
        path, there = found
        is_news = path == self._work.file.path and there not in (b"", self._asked)
        if path is None or not is_news or self._filing.is_waiting:
            return
        self._asked = there
        told = self.tr("Another program has changed {0}.").format(path.name)
        if self._work.unsaved:
            self.settle(path, told)
        elif self.open(path):
            self.told.emit(self.tr("{0} It is shown as it is now.").format(told), False)

    def recover(self, record: KeptCase) -> bool:
        """Take what an earlier session kept; says whether it could be opened."""
        failed = self.tr("The kept work could not be opened.")
        try:
            self._work.recover(record)
        except TimeoutError:
            self.told.emit(failed, True)
            return False
        except Refused as refused:
            self.refused.emit(failed, refused.problems)
            return False
        self.opened.emit()
        return True

    def settle(self, path: Path, told: str) -> bool:
        """Ask what shall be in a file that another program has changed; says whether ours is in it."""
        answer = ask_changed(self._window, told, merge=True)
        if answer is Answer.THEIRS:
            self.open(path)
        if answer is Answer.MERGE:
            return self._merge() and self._write(path)
        if answer is Answer.BOTH:
            return self.ask_save()
        return answer is Answer.MINE and self._write(path, over=True)

    def _merge(self) -> bool:
        """Take in what the file says now, asking where both changed the same; says whether it was done."""
        failed = self.tr("The two could not be merged.")
        try:
            found, theirs = self._work.merged()
        except TimeoutError:
            self.told.emit(failed, True)
            return False
        except Refused as refused:
            self.refused.emit(failed, refused.problems)
            return False
        document = _settled(found, self._window)
        if document is not None:
            self._work.take_in(document, theirs, self.tr("Merge with the file"))
        return document is not None

    def _write(self, path: Path, *, over: bool = False) -> bool:
        if self._filing.is_waiting:
            return False
        try:
            self._work.save(path, over=over)
        except ChangedOutside as changed:
            return self.settle(path, retold(changed.problems[0].what))
        except Refused as refused:
            self.refused.emit(self.tr("It was not saved."), refused.problems)
            return False
        except TimeoutError:
            told = self.tr("It is not known whether {0} was saved: its place does not answer.")
            self.told.emit(told.format(path.name), True)
            return False
        self._filing.preferences.add_recent(path)
        told = self.tr("Saved as {0}.").format(path.name)
        unread = [retold(one.what) for one in self._work.unread.advice(self._work.document)]
        if unread:
            told = self.tr("{0} What cannot be read is not in it. {1}").format(told, " ".join(unread))
        self.told.emit(told, bool(unread))
        return True


def _settled(found: "Merged", window: QWidget) -> "CaseText | None":
    """What was merged, asking where both changed the same; None where that is not answered."""
    from desktop.dialogs.clashes import ClashesDialog
    from models.authoring.merging import settled
    from models.pages.editor.clashes import question

    document = found.document
    if found.clashes:
        dialog = ClashesDialog([question(document, clash) for clash in found.clashes], window)
        if not dialog.exec():
            return None
        for clash, mine in zip(found.clashes, dialog.mine, strict=True):
            document = settled(document, clash, mine=mine)
    return document


def _raise(error: Exception) -> None:
    raise error
