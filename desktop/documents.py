"""The files of a session: opening, saving, the unsaved mark, and recovery after a crash."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.session import Session
from models.schema.case import Case
from models.schema.problem import Problem, Refused
from models.schema.scenario import Scenario, baseline_scenario, revised
from models.store import recovery, scenarios
from models.store.cases import embedded_case_ids, load_embedded, read_case

AUTOSAVE = 1000
CASE_ENDINGS = (".yaml", ".yml")


class Documents(QObject):
    """Knows where the open scenario came from and whether it has been saved."""

    moved = Signal()
    told = Signal(str, tuple)

    def __init__(
        self,
        session: Session,
        recovery_folder: Path,
        now: Callable[[], datetime],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._folder = recovery_folder
        self._now = now
        self._saved: Scenario | None = session.scenario
        self._created = now()
        self.path: Path | None = None
        self.case_path: Path | None = None
        self.saved_at: datetime | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(AUTOSAVE)
        self._timer.timeout.connect(self.keep)
        session.changed.connect(self._note_change)

    @property
    def unsaved(self) -> bool:
        """Whether the scenario differs from its file (or from a fresh one)."""
        return self._session.scenario != self._saved

    @property
    def name(self) -> str:
        """The file's name, or nothing."""
        return self.path.name if self.path else ""

    def new(self) -> None:
        """Start afresh from the baseline of the open case."""
        self._take(self._session.case, baseline_scenario(self._session.case), None)

    def open(self, path: Path) -> None:
        """Open a scenario or a case; raises Refused and leaves what is open as it is."""
        if path.suffix.lower() in CASE_ENDINGS:
            self._open_case(path)
            return
        wanted = scenarios.case_reference(path)
        case = self._case_for(wanted.id)
        loaded = scenarios.load(path, case)
        self._take(case, loaded.scenario, path)
        self._tell(f"{path.name} was opened with remarks.", loaded.problems)

    def save(self, path: Path) -> None:
        """Write the scenario; raises Refused and leaves the file as it was."""
        moment = self._now()
        dated = revised(self._session.scenario, created=self._session.scenario.created or self._created)
        scenarios.save(path, scenarios.as_saved(dated, self._session.snapshot.evaluation, moment))
        self.path = path
        self.saved_at = moment
        self._saved = self._session.scenario
        self._forget()
        self.moved.emit()

    def keep(self) -> None:
        """Keep an unsaved scenario in the recovery folder."""
        self._timer.stop()
        if self.unsaved:
            try:
                recovery.keep(self._folder, self._session.scenario, self.path, self.case_path)
            except Refused as refused:
                self._tell(
                    "Your changes could not be kept for recovery. Save them yourself.", refused.problems
                )
        else:
            self._forget()

    def give_up(self) -> None:
        """Count what is unsaved as not wanted."""
        self._saved = self._session.scenario

    def close(self) -> None:
        """Leave nothing behind: the work is saved or given up."""
        self._timer.stop()
        self._forget()

    def abandoned(self) -> tuple[recovery.Record, ...]:
        """What earlier sessions left behind when they ended without closing."""
        found, problems = recovery.abandoned(self._folder)
        self._tell("A recovery file could not be read.", problems)
        return found

    def recover(self, record: recovery.Record) -> None:
        """Open what was kept; it counts as unsaved until the user saves it."""
        case = read_case(record.case_path).case if record.case_path else self._case_for(record.case_id)
        loaded = scenarios.load(record.scenario, case)
        self._take(case, loaded.scenario, record.path)
        self._saved = None
        self.keep()
        recovery.remove(record)
        self.moved.emit()

    def discard(self, record: recovery.Record) -> None:
        """Give up what was kept."""
        recovery.remove(record)

    def _open_case(self, path: Path) -> None:
        read = read_case(path)
        self._take(read.case, baseline_scenario(read.case), None)
        self.case_path = path
        self._tell(f"{path.name} was opened with remarks.", read.problems)

    def _case_for(self, identifier: str) -> Case:
        if identifier == self._session.case.id:
            return self._session.case
        if identifier in embedded_case_ids():
            return load_embedded(identifier)
        what = f"The scenario is for the case {identifier}, which is not open."
        raise Refused(Problem(file=identifier, what=what, remedy="Open that case's file first."))

    def _take(self, case: Case, scenario: Scenario, path: Path | None) -> None:
        self._forget()
        if case is not self._session.case:
            self.case_path = None
        self.path = path
        self.saved_at = None
        self._saved = scenario
        self._created = self._now()
        self._session.start(case, scenario)
        self.moved.emit()

    def _forget(self) -> None:
        recovery.forget(self._folder)

    def _note_change(self) -> None:
        self._timer.start()
        self.moved.emit()

    def _tell(self, text: str, problems: tuple[Problem, ...]) -> None:
        if problems:
            self.told.emit(text, problems)
