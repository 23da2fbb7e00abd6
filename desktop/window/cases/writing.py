"""Writing a case: enters and leaves the editor, and its files; the editor takes the place of the page meanwhile."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoGroup

from desktop.stage.notice import Notice, NoticeTone
from desktop.window.cases.offers import CaseOffers
from desktop.window.filing import Filing
from desktop.window.frame import Frame
from models.language.messages import retold, spoken, wrong
from models.schema.case import Case
from models.schema.problem import Problem, Refused, Severity
from models.schema.value import as_plain
from models.store.embedded import embedded_path

if TYPE_CHECKING:  # loaded when a case is first written
    from desktop.editor.editor import Editor
    from desktop.session.case_work import CaseWork
    from desktop.window.cases.files import CaseFiles


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

        here, path, draft = self._documents.session.case, work.file.path, work.draft
        if path is None:
            return
        if draft.case is None:
            told = self.tr("The case is not whole yet, so it is not on the board.")
            self._filing.show_problems(told, wrong_in(work.written, work.file.name))
        elif as_plain(draft.case) != as_plain(here) and self._filing.may_go_on():
            worked_on = self._documents.file.path if draft.case.id == here.id else None
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


class Writing(QObject):
    """The case editor in its window."""

    turned = Signal(bool)
    changed = Signal()

    def __init__(self, filing: Filing, frame: Frame, undo_group: QUndoGroup, recovery: Path) -> None:
        super().__init__(filing)
        self._filing, self._frame = filing, frame
        self._documents, self._session = filing.documents, filing.documents.session
        self._undo_group, self._recovery = undo_group, recovery
        self._work: CaseWork | None = None
        self._files: CaseFiles | None = None
        self._editor: Editor | None = None
        self._notice: Notice | None = None
        self._left: Case | None = None
        self._board = WrittenToBoard(filing, self.turn)
        self.offers = CaseOffers(self, filing, recovery)

    @property
    def commands(self) -> dict[str, Callable[..., object]]:
        return {"edit-case": self.turn, "new-case": self.new}

    @property
    def work(self) -> "CaseWork":
        """The case that is written; what reads and writes YAML is loaded with it."""
        if self._work is None:
            from desktop.session.case_work import CaseWork

            self._work = CaseWork(self._recovery, self)
            self._undo_group.addStack(self._work.undo_stack)
            self._work.changed.connect(self.changed)
        return self._work

    @property
    def files(self) -> "CaseFiles":
        """What reads and writes its file."""
        if self._files is None:
            from desktop.window.cases.files import CaseFiles

            self._files = CaseFiles(self._filing, self.work)
            self._files.opened.connect(self._enter)
            self._files.told.connect(self._tell)
            self._files.refused.connect(self._show_problems)
            self._files.mendable.connect(self.offers.offer_to_mend)
        return self._files

    @property
    def is_open(self) -> bool:
        return self._editor is not None and self._frame.instead is self._editor

    def takes(self, name: str) -> bool:
        """Do a command that means the case while it is written; says whether it does."""
        if not self.is_open:
            return False
        commands: dict[str, Callable[[], object]] = {
            "undo": self.work.undo_stack.undo,
            "redo": self.work.undo_stack.redo,
            "save": self.files.save,
            "save-as": self.files.ask_save,
            "open": self.files.ask_open,
            "new": self.new,
            "new-case": self.new,
            "edit-case": self.leave,
        }
        if name in commands:
            self.finish()
            commands[name]()
        return name in commands

    def turn(self) -> None:
        """Write at the case that is open: in its file, or in a copy of one that came with the application."""
        if not self.work.unsaved and not self._is_at_hand:
            told = self.tr("The case cannot be edited here.")
            try:
                self.work.open(self._documents.case_path or embedded_path(self._session.case))
            except TimeoutError:
                self._filing.show_problems(told, (), bad=True)
                return
            except Refused as refused:
                self._filing.show_problems(told, refused.problems, bad=True)
                return
        self._enter()

    @property
    def _is_at_hand(self) -> bool:
        """Whether what was written at last is the case on the board, or no other was opened since."""
        path = self.work.file.path
        return path is not None and (path == self._documents.case_path or self._left is self._session.case)

    def new(self) -> None:
        from models.authoring.beginning import fresh
        from models.authoring.passages import Passages

        if self.may_go_on():
            begun = fresh(self.tr("New case"), self.tr("Author unknown"), spoken())
            self.work.start((begun, Passages()))
            self._enter()

    def leave(self) -> None:
        """Leave the editor: a case that is saved is opened without what is unfinished, which stays in its file."""
        if self.work.unsaved and not self.may_go_on():
            return
        self._left = self._session.case
        self._frame.show_instead(None)
        self._undo_group.setActiveStack(self._session.undo_stack)
        self.turned.emit(False)
        self._board.take(self.work)

    def finish(self) -> None:
        if self._editor is not None:
            self._editor.finish()

    def may_go_on(self) -> bool:
        self.finish()
        return self._work is None or self.files.may_go_on()

    def look_outside(self) -> None:
        if self.is_open:
            self.files.look_outside()

    def keep(self) -> None:
        if self._work is not None:
            self._work.keep()

    def close(self) -> None:
        if self._work is not None:
            self._work.close()

    def _enter(self) -> None:
        if self._editor is None:
            from desktop.editor.editor import Editor

            self._editor = Editor(self.work)
            self._notice = Notice(self._editor)
            self._editor.closed.connect(self.leave)
            self._editor.source_wanted.connect(self._ask_source)
            self._editor.told.connect(self._tell)
            self.files.mended.connect(self._editor.show_part)
            self.files.unread.connect(self._editor.show_unread)
            self.work.told.connect(self._show_problems)
        self._frame.show_instead(self._editor)
        if self._notice is not None:
            self._notice.hide()  # it may tell of another case
        if self.work.is_copy and not self.work.unsaved:
            self._tell(self.tr("This is a copy: a case that came with WhatHolds is never changed."), False)
        if self.work.file.path is not None:
            self.offers.offer_recovery_of(self.work.file.path)
        self._undo_group.setActiveStack(self.work.undo_stack)
        self._editor.take_focus()
        self.turned.emit(True)

    def _ask_source(self) -> None:
        source = self.files.ask_source()
        if source is not None and self._editor is not None:
            self._editor.take_source(source)

    def _tell(self, text: str, bad: bool) -> None:
        if self._notice is not None:
            self._notice.tell(text, NoticeTone.WARN if bad else NoticeTone.INFO)

    def offer(self, text: str, action: str, answer: Callable[[], object]) -> None:
        """Offer something that can be done about what is told, over the editor."""
        if self._notice is not None:
            self._notice.tell(text, NoticeTone.WARN, action, answer)

    def _show_problems(self, text: str, problems: tuple[Problem, ...]) -> None:
        if self._notice is None or not self.is_open:
            self._filing.show_problems(text, problems, bad=True)
            return
        worst = next((one for one in problems if one.severity is Severity.ERROR), problems[0])
        told = " ".join(part for part in (text, wrong(worst)) if part)
        self._notice.tell(told, NoticeTone.BAD)
