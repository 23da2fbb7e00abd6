"""The case that is being written: its text and source with their undo, its file, and recovery after a crash."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from threading import Thread
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from desktop.base.guard import override
from desktop.session import case_file
from desktop.session.case_file import CaseFile, ReadCase, Written
from desktop.session.documents import AUTOSAVE
from desktop.session.unread import Unread
from models.authoring import keeping
from models.authoring.beginning import fresh
from models.authoring.document import CaseText, opened
from models.authoring.edits import Edit
from models.authoring.keeping import KeptCase, KeptField
from models.authoring.mending.mended import Mended, as_it_was
from models.authoring.merging import Merged, merged_passages
from models.authoring.passages import Passages
from models.authoring.reading import Draft, case_of
from models.language.messages import message
from models.schema.case import Case
from models.schema.problem import Refused

MERGING = 1


class CaseWork(QObject):
    """Holds what is written of a case; every change is one step of undo."""

    changed = Signal()
    turned = Signal()
    told = Signal(str, tuple)

    def __init__(self, recovery: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._recovery = recovery
        self.undo_stack = QUndoStack(self)
        self.waiting: Callable[[Callable[[], Any]], Any] = lambda work: work()
        self.typed: Callable[[], tuple[Edit, ...]] = tuple
        self.unread = Unread()
        self.file = CaseFile(recovery)
        self.is_copy = False
        self.written: Written = (fresh(), Passages())
        self._saved = self.written
        self._read: tuple[CaseText, Draft] | None = None
        self._shown: Case | None = None
        self._timer = QTimer(self, singleShot=True, interval=AUTOSAVE)
        self._timer.timeout.connect(self.keep)
        Thread(target=keeping.prepare, daemon=True).start()

    @property
    def document(self) -> CaseText:
        return self.written[0]

    @property
    def draft(self) -> Draft:
        """What the text comes to, once somebody asks."""
        if self._read is None or self._read[0] is not self.document:
            self._read = (self.document, case_of(self.document, self.file.name))
        return self._read[1]

    @property
    def shown(self) -> Case | None:
        """The case, or the last one that could be read and was asked for."""
        self._shown = self.draft.case or self._shown
        return self._shown

    @property
    def kept(self) -> Passages:
        return self.written[1]

    @property
    def unsaved(self) -> bool:
        """Whether something is in no file: an edit, or what stands in a field and cannot be read."""
        return self.differs or any(self.unread.advice(self.document))

    @property
    def differs(self) -> bool:
        """Whether it, with what is being typed, differs from its file, or from a fresh one."""
        return self._with_typed.text != self._saved[0].text or self.written[1] != self._saved[1]

    @property
    def _with_typed(self) -> CaseText:
        """The case as it would be if what is being typed were entered."""
        document = self.document
        for edit in self.typed():
            document = edit.applied(document)
        return document

    def start(self, written: Written) -> None:
        """Write at a case that is in no file yet."""
        self._turn(ReadCase(None, "", *written, b""), written, written)

    def open(self, path: Path) -> None:
        """Open a case's file, or a copy of one of the application's own; raises Refused and leaves what is open."""
        read: ReadCase = self.waiting(partial(self.file.read, path))
        self._turn(read, read.written, read.written, is_copy=read.path is None)

    def open_mended(self, path: Path) -> Mended | None:
        """Write at a file's case with what is wrong in it mended, which counts as unsaved; tells what was."""
        given: tuple[Mended, ReadCase] | None = self.waiting(partial(self.file.mend, path))
        if given is None:
            return None
        found, read = given
        self._turn(read, (found.document, read.kept), read.written)
        return found

    def do(self, edit: Edit, kept: Passages | None = None) -> None:
        """Make an edit, with what is marked by then; what changes nothing is no step."""
        after = (edit.applied(self.document), self.kept if kept is None else kept)
        if after != self.written:
            self.undo_stack.push(_Written(self._take, self.written, after, edit.told, edit.merge))

    def merged(self) -> tuple[Merged, ReadCase]:
        """The case with what another program has written to its file since, and that; raises Refused.

        Nothing is changed yet.
        """
        given: tuple[Merged, ReadCase] = self.waiting(partial(self.file.merge, self._saved[0], self.document))
        return given

    def take_in(self, document: CaseText, theirs: ReadCase, told: str) -> None:
        """Go on with what was merged with theirs, as one step; it is written over theirs when it is saved."""
        all_kept = merged_passages(self._saved[1], self.kept, theirs.kept)
        self.file.know(self.file.path, theirs.digest)
        self._saved = theirs.written
        self.undo_stack.push(_Written(self._take, self.written, (document, all_kept), told, ""))

    def save(self, path: Path, *, over: bool = False) -> None:
        """Write the case and what is kept beside it; raises Refused or ChangedOutside, and then leaves the file."""
        written = self.written
        named_ones, there = self.waiting(partial(self.file.write, path, written, self._saved[0], over=over))
        if named_ones != written and self.written is written:
            self._take(named_ones)
        self.file.know(path, there)
        self._saved, self.is_copy = named_ones, False
        self.keep()  # what came in while it was written
        self.changed.emit()

    def note_typing(self) -> None:
        """Something changes or is typed: it is kept in a moment, however much is typed meanwhile."""
        if not self._timer.isActive():
            self._timer.start()

    def keep(self) -> None:
        if not self.unsaved:
            self._forget()
            return
        known, unread = self._saved[0].text if self.file.path else None, self.unread.fields(self.document)
        try:
            keeping.keep(self._recovery, self.file.path, self._with_typed.text, self.kept, known, unread)
        except Refused as refused:
            told = message("Your changes could not be kept for recovery. Save them yourself.")
            self.told.emit(told, refused.problems)

    def recover(self, record: KeptCase) -> None:
        """Write on at a case that was kept; it counts as unsaved, and what its file says by now as another's."""
        written, saved = (opened("case.yaml", record.text), record.kept), (fresh(), Passages())
        if record.path is not None and record.known is not None:
            saved = (as_it_was(record.path.name, record.known), Passages())
        there: ReadCase = self.waiting(partial(case_file.kept_there, record.path, record.known))
        self._turn(there, written, saved, unread=record.unread)
        self.keep()
        keeping.remove(record.file)

    def give_up(self) -> None:
        """Go back to what is in the file."""
        self._saved = self.written
        self.unread.clear()
        self._forget()

    def close(self) -> None:
        """Leave nothing behind: the work is saved or given up."""
        self._forget()
        self.file.release()

    def _forget(self) -> None:
        self._timer.stop()
        keeping.forget(self._recovery)

    def _turn(
        self,
        read: ReadCase,
        written: Written,
        saved: Written,
        *,
        is_copy: bool = False,
        unread: tuple[KeptField, ...] = (),
    ) -> None:
        """Write at another case, of which so much is saved in the file that was read."""
        self._forget()
        if read.path is None or read.path != self.file.path:
            self.turned.emit()
        if read.path is None:
            self.file.release()
        self.file.know(read.path, read.digest)
        self.file.is_crlf, self.is_copy = read.is_crlf, is_copy
        self._saved, self._shown = saved, None
        self.undo_stack.clear()
        self.unread.restore(unread, written[0])
        self._take(written)

    def _take(self, written: Written) -> None:
        self.written = written
        self.note_typing()
        self.changed.emit()


class _Written(QUndoCommand):
    """Goes from one text to the next and back; letters typed into one field are one step."""

    def __init__(
        self, take: Callable[[Written], None], before: Written, after: Written, name: str, merge: str
    ) -> None:
        super().__init__(name)
        self._take, self._before, self._after, self._merge = take, before, after, merge

    @override
    def redo(self) -> None:
        self._take(self._after)

    @override
    def undo(self) -> None:
        self._take(self._before)

    @override
    def id(self) -> int:
        return MERGING if self._merge else -1

    @override
    def mergeWith(self, other: QUndoCommand) -> bool:
        if not isinstance(other, _Written) or other._merge != self._merge:
            return False
        self._after = other._after
        self.setObsolete(self._after == self._before)  # no step that undoes nothing
        return True


def is_so(work: CaseWork, asked: Callable[[], bool]) -> bool:
    """Whether something is so of a file, as long as that takes; what is not answered is not."""
    try:
        return bool(work.waiting(asked))
    except TimeoutError:
        return False
