"""The files of a session: opening, saving, the unsaved mark, who has a file, and recovery after a crash."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import partial, reduce
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.session.keeping import Keeping
from desktop.session.locks import Holder, OpenFile, digest, tidy
from desktop.session.session import Session
from models.engine.evaluate import evaluated
from models.language.messages import retold
from models.schema.action import Action, Step
from models.schema.case import Case
from models.schema.problem import Problem, Refused, phrase
from models.schema.scenario import Scenario
from models.schema.snapshot import State, fresh_state
from models.schema.steps.acting import acted, reopened, with_time
from models.schema.workshop import Workshop

if TYPE_CHECKING:  # what reads and writes files is loaded with the first one
    from desktop.session.reading import ReadFile
    from models.store.recovery import Record

AUTOSAVE = 700
"""With the time that writing takes, an end at any moment loses at most 0.9 seconds of work."""
KEPT_WHILE_RUNNING = 30_000
"""A timer that runs alone costs no disk: half a minute of an agenda's time is what a crash may take."""

SCENARIO_ENDING = ".scenario.json"
WORKSHOP_ENDING = ".workshop.json"


class Documents(QObject):
    """Knows where what is open came from, whether it has been saved, and whether somebody else has it."""

    moved = Signal()
    opened = Signal()
    told = Signal(str, tuple)

    def __init__(self, session: Session, recovery_folder: Path, now: Callable[[], datetime]) -> None:
        super().__init__()
        self.session = session
        self._folder = recovery_folder
        self._keeping = Keeping(recovery_folder, self)
        self._keeping.due.connect(self.keep)
        self._keeping.refused.connect(self._tell_unkept)
        self._now = now
        self.typed: Callable[[], tuple[Action, ...]] = tuple
        self.waiting: Callable[[Callable[[], bytes]], bytes] = lambda work: work()
        self._saved: tuple[Scenario, Workshop] | None = self._work
        self._noted = self._work
        self._created = now()
        self.file = OpenFile(recovery_folder)
        self.case_path: Path | None = None
        self.saved_at: datetime | None = None
        session.changed.connect(self._note_change)

    @property
    def unsaved(self) -> bool:
        """Whether what is open, with what is being typed, differs from its file; a timer that runs on is no change."""
        if self._saved is None:
            return True
        saved, whole = self._saved, _is_workshop(self.file.path)
        return _differs(saved, self._work, whole) or _differs(saved, self._with_typed.work, whole)

    @property
    def is_workshop(self) -> bool:
        """Whether there is more to save than a scenario."""
        return _is_workshop(self.file.path) or not self._work[1].is_empty

    @property
    def may_save(self) -> bool:
        """Whether the open file can take what is open: it is nobody else's, and it is of the right kind."""
        return (
            self.file.path is not None
            and self.file.holder is None
            and self.is_workshop is _is_workshop(self.file.path)
        )

    def new(self, case: Case | None = None) -> None:
        """Start afresh from the baseline of a case that comes with the program, or of the open one."""
        self._take(fresh_state(case or self.session.case), None)

    def take(self, read: "ReadFile") -> None:
        """Open the scenario, workshop or case that was read."""
        from models.store.kinds import Kind

        self._take(read.state, None if read.kind is Kind.CASE else read.path, read.digest)
        if read.case_path is not None:
            self.case_path = read.case_path
        self._tell(phrase("{name} was opened with remarks.", name=read.path.name), read.problems)

    def save(self, path: Path, *, over: bool = False) -> None:
        """Write what is open; raises Refused and leaves the file as it was.

        Raises ChangedOutside where the open file was written by another program, unless that is to be written `over`.
        Under a scenario's name only the plenary's scenario is written, and a workshop stays unsaved.
        """
        self.session.write_time()
        moment, work, whole = self._now(), self._work, self.is_workshop
        there = self.waiting(partial(self._write, path, work, moment, over=over))
        if whole and not _is_workshop(path):
            self.file.return_to()
            return
        self.file.know(path, there)
        self.saved_at, self._saved = moment, work
        self.keep()  # what came in while it was written
        self.moved.emit()

    def _write(self, path: Path, work: tuple[Scenario, Workshop], moment: datetime, *, over: bool) -> bytes:
        """Write work where nobody else has the file, as long as that takes; what tells the file then."""
        from models.store import scenarios, workshops

        with self.file.claimed(path, over=over):
            scenario, workshop = work
            evaluation = evaluated(self.session.case, scenario)
            dated = replace(scenario, created=scenario.created or self._created)
            if _is_workshop(path):
                workshops.save(path, *workshops.as_saved(dated, workshop, evaluation, moment))
            else:
                scenarios.save(path, scenarios.as_saved(dated, evaluation, moment))
        return digest(path)

    def keep(self) -> None:
        """Keep what is unsaved in the recovery folder, a moment later."""
        if not self.unsaved:
            self._keeping.forget()
            return
        scenario, workshop = with_time(self._with_typed, self._now()).work
        whole = _is_workshop(self.file.path) or not workshop.is_empty
        self._keeping.keep(
            scenario, self.file.path, self.case_path, workshop if whole else None, self.file.digest
        )

    def note_typing(self, within: int = AUTOSAVE) -> None:
        """Something changes or is typed: it counts as unsaved, and is kept in a moment."""
        self._keeping.soon(within)
        self.moved.emit()

    def keep_now(self) -> None:
        """Keep what is unsaved, and come back when it is on the disk."""
        self.keep()
        self._keeping.finish()

    def give_up(self) -> None:
        """Count what is unsaved as not wanted."""
        self._saved = self._work

    def close(self) -> None:
        self.file.release()
        self._keeping.close()

    def abandoned(self) -> tuple["Record", ...]:
        """What earlier sessions left behind when they ended without closing; their locks are taken away."""
        from models.store import recovery

        tidy(self._folder)
        found, problems = recovery.abandoned(self._folder)
        self._tell(phrase("A recovery file could not be read."), problems)
        return found

    def recover(self, record: "Record") -> None:
        """Open what was kept; it counts as unsaved until the user saves it.

        What another program wrote to the file since the kept session knew it is asked about then.
        """
        from desktop.session.reading import read_kept
        from models.store import recovery

        state = read_kept(record, self.session.case)
        known = digest(record.path) if record.path and record.known is None else record.known
        self._take(state, record.path, known or b"")
        self._saved = None
        self.keep()
        if self._keeping.finish():
            recovery.remove(record.file)
        self.moved.emit()

    @property
    def _with_typed(self) -> State:
        """The state as it would be if what is being typed were handed over, with what the log would tell of it."""
        return reduce(partial(_with_action, self._now()), self.typed(), self.session.state)

    @property
    def _work(self) -> tuple[Scenario, Workshop]:
        return self.session.state.work

    def _take(self, state: State, path: Path | None, on_disk: bytes = b"") -> None:
        self._keeping.forget()
        if state.case is not self.session.case:
            self.case_path = None
        self.file.turn(path, on_disk)
        self.saved_at = None
        self._created = self._now()
        self._saved = state.work
        if path is not None and self.file.holder is not None:
            self._tell("", (_read_only(path, self.file.holder),))
        self.session.start(reopened(self.session.state, state))
        self.opened.emit()
        self.moved.emit()

    def _tell_unkept(self, refused: Refused) -> None:
        told = phrase("Your changes could not be kept for recovery. Save them yourself.")
        self._tell(told, refused.problems)

    def _note_change(self) -> None:
        """Keep what has changed in a moment; where only the agenda's time runs on, that has time."""
        before, self._noted = self._noted, self._work
        if all(one is other for one, other in zip(before, self._noted, strict=True)):
            self._keeping.soon(KEPT_WHILE_RUNNING)
            return
        self.note_typing()

    def _tell(self, text: str, problems: tuple[Problem, ...]) -> None:
        if problems:
            self.told.emit(retold(text), problems)  # a signal hands on plain text


def _read_only(path: Path, holder: Holder) -> Problem:
    what = phrase("{name} is open elsewhere: {holder}.", name=path.name, holder=str(holder))
    remedy = phrase("It was opened read-only; save it under another name to keep what you change.")
    return Problem(file=path.name, what=what, remedy=remedy)


def _differs(saved: tuple[Scenario, Workshop], work: tuple[Scenario, Workshop], of_workshop: bool) -> bool:
    """Whether work differs from what is in a file, which may be that of a workshop."""
    (scenario, workshop), (saved_scenario, saved_workshop) = work, saved
    if scenario != saved_scenario:
        return True
    whole = of_workshop or not workshop.is_empty
    return whole and _but_for_time(workshop) != _but_for_time(saved_workshop)


def _but_for_time(workshop: Workshop) -> Workshop:
    """A workshop as if no step of its day had taken any time."""
    if not any(item.spent for item in workshop.agenda):
        return workshop
    return replace(workshop, agenda=tuple(replace(item, spent=0) for item in workshop.agenda))


def _with_action(moment: datetime, before: State, action: Action) -> State:
    """The state after an action, with the line of the log that tells a step of the workshop."""
    after = acted(before, action, moment)
    if not isinstance(action, Step) or action.merge or action.lasting:
        return after
    from models.language.workshop.logbook import with_step  # loaded with the first that is typed

    told, _ = with_step(before, after.workshop, moment)
    return replace(after, workshop=replace(after.workshop, log=told.workshop.log))


def _is_workshop(path: Path | None) -> bool:
    return path is not None and path.name.endswith(WORKSHOP_ENDING)
