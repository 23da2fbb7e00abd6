"""The files of a session: opening, saving, the unsaved mark, who has a file, and recovery after a crash."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, QTimer, Signal, SignalInstance

from desktop.session.keeping import Keeping
from desktop.session.locks import FileLock, Holder
from desktop.session.reading import ReadFile, case_for, digest, read_file
from models.analyses.evaluated import evaluated
from models.language.messages import retold
from models.schema.action import Action
from models.schema.case import Case
from models.schema.problem import Problem, Refused, phrase
from models.schema.scenario import Scenario, revised
from models.schema.state import State, fresh_state
from models.schema.steps.acting import acted, reopened, with_time
from models.schema.workshop import Workshop, reworked
from models.store.cases import read_case
from models.store.files import refusal
from models.store.kinds import Kind

if TYPE_CHECKING:  # what reads and writes files is loaded with the first one
    from models.store.recovery import Record

AUTOSAVE = 1000
KEPT_WHILE_RUNNING = 30_000
"""A timer that runs alone costs no disk: half a minute of an agenda's time is what a crash may take."""

SCENARIO_ENDING = ".scenario.json"
WORKSHOP_ENDING = ".workshop.json"


class ChangedOutside(Refused):
    """The open file is no longer as it was read or written here last: another program wrote it."""


class Open(Protocol):
    """What is open, as far as files are concerned with it."""

    @property
    def changed(self) -> SignalInstance:
        """Told after each change."""

    @property
    def state(self) -> State:
        """What is open now."""

    def start(self, state: State) -> None:
        """Open something else."""

    def read_in(self, case: Case) -> None:
        """Go on in the same case in another language."""

    def write_time(self) -> None:
        """Write the seconds until now into the workshop."""


class Documents(QObject):
    """Knows where what is open came from, whether it has been saved, and whether somebody else has it."""

    moved = Signal()
    opened = Signal()
    told = Signal(str, tuple)

    def __init__(
        self,
        session: Open,
        recovery_folder: Path,
        now: Callable[[], datetime],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._folder = recovery_folder
        self._keeping = Keeping(recovery_folder, self)
        self._keeping.refused.connect(self._tell_unkept)
        self._now = now
        self.typed: Callable[[], tuple[Action, ...]] = tuple
        self._saved: tuple[Scenario, Workshop] | None = self._work
        self._noted = self._work
        self._created = now()
        self._lock = FileLock()
        self._on_disk = b""
        self.holder: Holder | None = None
        self.path: Path | None = None
        self.case_path: Path | None = None
        self.saved_at: datetime | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.keep)
        session.changed.connect(self._note_change)

    @property
    def unsaved(self) -> bool:
        """Whether what is open, with what is being typed, differs from its file; a timer that runs on is no change."""
        if self._saved is None:
            return True
        saved_scenario, saved_workshop = self._saved
        scenario, workshop = self._with_typed.work
        if scenario != saved_scenario:
            return True
        whole = _is_workshop(self.path) or not workshop.is_empty
        return whole and _but_for_time(workshop) != _but_for_time(saved_workshop)

    @property
    def is_workshop(self) -> bool:
        """Whether there is more to save than a scenario."""
        return _is_workshop(self.path) or not self._work[1].is_empty

    @property
    def case(self) -> Case:
        """The case that is open."""
        return self._session.state.case

    @property
    def group(self) -> str:
        """Whose scenario is open, if that was said."""
        return self._work[0].group

    @property
    def name(self) -> str:
        """The file's name, or nothing."""
        return self.path.name if self.path else ""

    @property
    def may_save(self) -> bool:
        """Whether the open file can take what is open: it is nobody else's, and it is of the right kind."""
        return self.path is not None and self.holder is None and self.is_workshop is _is_workshop(self.path)

    def new(self) -> None:
        """Start afresh from the baseline of the open case."""
        self._take(fresh_state(self._session.state.case), None)

    def open_case(self, case: Case) -> None:
        """Turn to a case that comes with the program, at its baseline."""
        self._take(fresh_state(case), None)

    def read_in(self, case: Case) -> None:
        """Go on in the same case in another language."""
        self._session.read_in(case)

    def open(self, path: Path) -> None:
        """Open a scenario, a workshop or a case; raises Refused and leaves what is open as it is."""
        self.take(read_file(path, self._session.state.case))

    def take(self, read: ReadFile) -> None:
        """Open what was read."""
        is_case = read.kind is Kind.CASE
        self._take(read.state, None if is_case else read.path, read.digest)
        if is_case:
            self.case_path = read.path
        self._tell(phrase("{name} was opened with remarks.", name=read.path.name), read.problems)

    def save(self, path: Path, *, over: bool = False) -> None:
        """Write what is open; raises Refused and leaves the file as it was.

        Raises ChangedOutside where the open file was written by another program, unless that is to be written `over`.
        Under a scenario's name only the plenary's scenario is written, and a workshop stays unsaved.
        """
        from models.store import scenarios, workshops

        holder = self._lock.take(path)
        if holder is not None:
            what = phrase("The file is open elsewhere: {holder}.", holder=str(holder))
            raise refusal(path, what, phrase("Choose another name."))
        if path == self.path and not over and digest(path) not in (self._on_disk, b""):
            what = phrase("Another program has changed {name} since it was opened here.", name=path.name)
            raise ChangedOutside(
                Problem(file=path.name, what=what, remedy=phrase("Keep both, take theirs, or overwrite it."))
            )
        self._session.write_time()
        moment, (scenario, workshop) = self._now(), self._work
        evaluation = evaluated(self._session.state.case, scenario)
        dated = revised(scenario, created=scenario.created or self._created)
        if _is_workshop(path):
            workshops.save(path, *workshops.as_saved(dated, workshop, evaluation, moment))
        else:
            scenarios.save(path, scenarios.as_saved(dated, evaluation, moment))
        if self.is_workshop and not _is_workshop(path):
            return
        self.path, self.holder = path, None
        self._on_disk = digest(path)
        self.saved_at = moment
        self._saved = self._work
        self._keeping.forget()
        self.moved.emit()

    def keep(self) -> None:
        """Keep what is unsaved in the recovery folder, a moment later."""
        self._timer.stop()
        if not self.unsaved:
            self._keeping.forget()
            return
        scenario, workshop = with_time(self._with_typed, self._now()).work
        whole = _is_workshop(self.path) or not workshop.is_empty
        self._keeping.keep(scenario, self.path, self.case_path, workshop if whole else None)

    def note_typing(self) -> None:
        """Somebody types: it counts as unsaved, and is kept in a moment."""
        if not self._timer.isActive() or self._timer.remainingTime() > AUTOSAVE:
            self._timer.start(AUTOSAVE)
        self.moved.emit()

    def keep_now(self) -> None:
        """Keep what is unsaved, and come back when it is on the disk."""
        self.keep()
        self._keeping.finish()

    def give_up(self) -> None:
        """Count what is unsaved as not wanted."""
        self._saved = self._work

    def close(self) -> None:
        """Leave nothing behind: the work is saved or given up."""
        self._timer.stop()
        self._lock.release()
        self._keeping.close()

    def abandoned(self) -> tuple["Record", ...]:
        """What earlier sessions left behind when they ended without closing."""
        from models.store import recovery

        found, problems = recovery.abandoned(self._folder)
        self._tell(phrase("A recovery file could not be read."), problems)
        return found

    def recover(self, record: "Record") -> None:
        """Open what was kept; it counts as unsaved until the user saves it."""
        from models.store import recovery, scenarios, workshops

        case = (
            read_case(record.case_path).case
            if record.case_path
            else case_for(record.case_id, self._session.state.case)
        )
        on_disk = digest(record.path) if record.path else b""
        if record.workshop:
            kept = workshops.load(record.scenario, case)
            self._take(fresh_state(case, kept.scenario, kept.workshop), record.path, on_disk)
        else:
            scenario = scenarios.load(record.scenario, case).scenario
            self._take(fresh_state(case, scenario), record.path, on_disk)
        self._saved = None
        self.keep()
        if self._keeping.finish():
            recovery.remove(record)
        self.moved.emit()

    def discard(self, record: "Record") -> None:
        """Give up what was kept."""
        from models.store import recovery

        recovery.remove(record)

    @property
    def _with_typed(self) -> State:
        """The state as it would be if what is being typed were handed over."""
        state = self._session.state
        for action in self.typed():
            state = acted(state, action, self._now())
        return state

    @property
    def _work(self) -> tuple[Scenario, Workshop]:
        return self._session.state.work

    def _take(self, state: State, path: Path | None, on_disk: bytes = b"") -> None:
        self._keeping.forget()
        if state.case is not self._session.state.case:
            self.case_path = None
        self._lock_for(path)
        self.path = path
        self._on_disk = on_disk if path else b""
        self.saved_at = None
        self._created = self._now()
        self._saved = state.work
        self._session.start(reopened(self._session.state, state))
        self.opened.emit()
        self.moved.emit()

    def _lock_for(self, path: Path | None) -> None:
        """Let go of the file before, and say so if the next one is somebody else's for now."""
        self.holder = None
        if path is None:
            self._lock.release()
            return
        self.holder = self._lock.take(path)
        if self.holder is not None:
            self._lock.release()
            what = phrase("{name} is open elsewhere: {holder}.", name=path.name, holder=str(self.holder))
            remedy = phrase("It was opened read-only; save it under another name to keep what you change.")
            self._tell("", (Problem(file=path.name, what=what, remedy=remedy),))

    def _tell_unkept(self, refused: Refused) -> None:
        told = phrase("Your changes could not be kept for recovery. Save them yourself.")
        self._tell(told, refused.problems)

    def _note_change(self) -> None:
        """Keep what has changed in a moment; where only the agenda's time runs on, that has time."""
        before, self._noted = self._noted, self._work
        if all(one is other for one, other in zip(before, self._noted, strict=True)):
            if not self._timer.isActive():
                self._timer.start(KEPT_WHILE_RUNNING)
            return
        if not self._timer.isActive() or self._timer.remainingTime() > AUTOSAVE:
            self._timer.start(AUTOSAVE)
        self.moved.emit()

    def _tell(self, text: str, problems: tuple[Problem, ...]) -> None:
        if problems:
            self.told.emit(retold(text), problems)  # a signal hands on plain text


def _but_for_time(workshop: Workshop) -> Workshop:
    """A workshop as if no step of its day had taken any time."""
    if not any(item.spent for item in workshop.agenda):
        return workshop
    return reworked(workshop, agenda=tuple(replace(item, spent=0) for item in workshop.agenda))


def _is_workshop(path: Path | None) -> bool:
    return path is not None and path.name.endswith(WORKSHOP_ENDING)
