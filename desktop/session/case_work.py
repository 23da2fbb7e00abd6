"""The case that is being written: its text and source with their undo, its file, and recovery after a crash."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from threading import Thread
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from desktop.base.guard import override
from desktop.session.case_reading import (
    ReadCase,
    Written,
    as_it_is,
    case_in,
    mended_in,
    merged_with,
    named_as_in,
)
from desktop.session.documents import AUTOSAVE
from desktop.session.locks import OpenFile
from desktop.session.reading import digest
from models.authoring import keeping, passages
from models.authoring.beginning import duplicate, fresh
from models.authoring.document import CaseText, opened
from models.authoring.edits import Edit
from models.authoring.keeping import KeptCase
from models.authoring.mending.mended import Mended, as_it_was
from models.authoring.merging import Merged, merged_passages
from models.authoring.passages import Passages
from models.authoring.reading import Draft, case_of
from models.language.messages import message
from models.schema.case import Case
from models.schema.problem import Refused, phrase
from models.store.cases import MAX_BYTES, embedded_path
from models.store.files import read_text, refusal, write_atomically

MERGING = 1
OTHERS = b"other"
"""Stands for a content that is not known, and is that of no file."""


class CaseWork(QObject):
    """Holds what is written of a case; every change is one step of undo."""

    changed = Signal()
    told = Signal(str, tuple)

    def __init__(self, recovery: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._recovery = recovery
        self.undo_stack = QUndoStack(self)
        self.waiting: Callable[[Callable[[], Any]], Any] = _done_here
        self.typed: Callable[[], tuple[Edit, ...]] = tuple
        self._file = OpenFile()
        self._crlf = False
        self.written: Written = (fresh(), Passages())
        self._saved = self.written
        self._read: tuple[CaseText, Draft] | None = None
        self._shown: Case | None = None
        self._timer = QTimer(self, singleShot=True, interval=AUTOSAVE)
        self._timer.timeout.connect(self.keep)
        Thread(target=keeping.prepare, daemon=True).start()

    @property
    def document(self) -> CaseText:
        """The case's text."""
        return self.written[0]

    @property
    def draft(self) -> Draft:
        """What the text comes to, once somebody asks."""
        if self._read is None or self._read[0] is not self.document:
            self._read = (self.document, case_of(self.document, self.name))
        return self._read[1]

    @property
    def shown(self) -> Case | None:
        """The case, or the last one that could be read and was asked for."""
        self._shown = self.draft.case or self._shown
        return self._shown

    @property
    def kept(self) -> Passages:
        """The source and what was marked in it."""
        return self.written[1]

    @property
    def unsaved(self) -> bool:
        """Whether it, with what is being typed, differs from its file, or from a fresh one."""
        return self._with_typed.text != self._saved[0].text or self.written[1] != self._saved[1]

    @property
    def _with_typed(self) -> CaseText:
        """The case as it would be if what is being typed were entered."""
        document = self.document
        for edit in self.typed():
            document = edit.applied(document)
        return document

    @property
    def name(self) -> str:
        """The file's name, or nothing."""
        return self._file.name

    @property
    def path(self) -> Path | None:
        """Its file, if there is one."""
        return self._file.path

    def start(
        self, written: Written, path: Path | None = None, there: bytes = b"", *, saved: bool = True
    ) -> None:
        """Write at another case; `there` tells the content of its file."""
        self._forget()
        if path is None:
            self._file.release()
        self._file.know(path, there)
        self.written, self._shown = written, None
        self._saved = written if saved else (fresh(), Passages())
        self.undo_stack.clear()
        self._take(written)

    def copy(self, case: Case) -> None:
        """Write at a copy of a case that comes with the application."""
        self.start((duplicate(read_text(embedded_path(case), MAX_BYTES)), Passages()))

    def open(self, path: Path) -> None:
        """Open a case's file; raises Refused and leaves what is open as it is."""
        read = self.waiting(partial(self._taken, path))
        self._crlf = read.is_crlf
        self.start(read.written, path, read.digest)

    def _taken(self, path: Path) -> ReadCase:
        """What is in a file that nobody else has from now on, as long as that takes."""
        read = case_in(path)
        holder = self._file.take(path)
        if holder is not None:
            raise refusal(
                path,
                phrase("The file is open elsewhere: {holder}.", holder=str(holder)),
                phrase("Close it there first, or edit a copy."),
            )
        return read

    def can_open(self, path: Path) -> bool:
        """Whether what a file says can be written at, whole or not."""
        try:
            self.waiting(partial(case_in, path))
        except (Refused, TimeoutError):
            return False
        return True

    def can_mend(self, path: Path) -> bool:
        """Whether what keeps a file from being written at can be mended without a change to what it says."""
        try:
            return self.waiting(partial(mended_in, path)) is not None
        except TimeoutError:
            return False

    def open_mended(self, path: Path) -> Mended | None:
        """Write at a file's case with what is wrong in it mended, which counts as unsaved; tells what was."""
        text, there = self.waiting(partial(as_it_is, path))
        kept = self.waiting(partial(passages.load, path))
        found: Mended | None = self.waiting(partial(mended_in, path))
        if found is None or self.waiting(partial(self._file.take, path)) is not None:
            return None
        self._crlf = "\r\n" in text
        self.start((found.document, kept), path, there)
        self._saved = (CaseText((), text.replace("\r\n", "\n")), kept)
        self.changed.emit()
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
        if self.path is None:
            raise ValueError("what has no file is in no other hands")
        given: tuple[Merged, ReadCase] = self.waiting(
            partial(merged_with, self.path, self._saved[0], self.document)
        )
        return given

    def take_in(self, document: CaseText, theirs: ReadCase, told: str) -> None:
        """Go on with what was merged with theirs, as one step; it is written over theirs when it is saved."""
        all_kept = merged_passages(self._saved[1], self.kept, theirs.kept)
        self._file.know(self.path, theirs.digest)
        self._saved = theirs.written
        self.undo_stack.push(_Written(self._take, self.written, (document, all_kept), told, ""))

    def save(self, path: Path, *, over: bool = False) -> None:
        """Write the case and what is kept beside it; raises Refused or ChangedOutside, and then leaves the file."""
        written = self.written
        named_ones, there = self.waiting(partial(self._write, path, written, over=over))
        if named_ones != written and self.written is written:
            self._take(named_ones)
        self._file.know(path, there)
        self._saved = named_ones
        self.keep()  # what came in while it was written
        self.changed.emit()

    def _write(self, path: Path, written: Written, *, over: bool) -> tuple[Written, bytes]:
        """Write a case where nobody else has the file, as long as that takes; what it says and tells it then."""
        self._file.claim(path, over=over)
        document, kept = after = named_as_in(path, written, self._saved[0])
        text = document.text
        write_atomically(path, (text.replace("\n", "\r\n") if self._crlf else text).encode())
        passages.save(path, kept)
        return after, digest(path)

    @property
    def outside(self) -> bytes:
        """What tells the file from all others, if another program wrote it since it was read or written here."""
        return self._file.outside

    def note_typing(self) -> None:
        """Something changes or is typed: it is kept in a moment, however much is typed meanwhile."""
        if not self._timer.isActive():
            self._timer.start()

    def keep(self) -> None:
        """Keep what is unsaved in the recovery folder."""
        if not self.unsaved:
            self._forget()
            return
        known = self._saved[0].text if self.path else None
        try:
            keeping.keep(self._recovery, self.path, self._with_typed.text, self.kept, known)
        except Refused as refused:
            told = message("Your changes could not be kept for recovery. Save them yourself.")
            self.told.emit(told, refused.problems)

    def abandoned(self) -> tuple[KeptCase, ...]:
        """What earlier sessions left behind."""
        return keeping.abandoned(self._recovery)

    def recover(self, record: KeptCase) -> None:
        """Write on at a case that was kept; it counts as unsaved, and what its file says by now as another's."""
        text, there = self.waiting(partial(as_it_is, record.path))
        self.start((opened("case.yaml", record.text), record.kept), record.path, there, saved=False)
        if record.path is not None and record.known is not None:
            self._crlf = "\r\n" in text
            self._saved = (as_it_was(record.path.name, record.known), Passages())
            if text.replace("\r\n", "\n").rstrip() != record.known.rstrip():
                self._file.digest = OTHERS
        self.keep()
        keeping.remove(record.file)

    def give_up(self) -> None:
        """Go back to what is in the file."""
        self._saved = self.written
        self._forget()

    def close(self) -> None:
        """Leave nothing behind: the work is saved or given up."""
        self._forget()
        self._file.release()

    def _forget(self) -> None:
        self._timer.stop()
        keeping.forget(self._recovery)

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
        return True


def _done_here(work: Callable[[], Any]) -> Any:
    return work()
