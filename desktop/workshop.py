"""What the session keeps beside the scenario: the workshop, its steps on the same undo stack, and its log."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from time import perf_counter

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand
from typing_extensions import override

from desktop.base.tasks import Tasks
from desktop.scenario_session import Session
from models.analyses.standing import take_standing, with_disagreements
from models.language.words import FACILITATOR
from models.schema.analysis import Withdrawn
from models.schema.case import Case
from models.schema.scenario import Scenario, asks_the_same
from models.schema.snapshot import Snapshot
from models.schema.standing import Standing, restated
from models.schema.workshop import Entry, Workshop, fresh_workshop, reworked
from models.schema.workshop_steps import rebased

WORKSHOP_STEPS = 2
AT_ONCE = 0.008
MANY = 1000
TIME_KEY = "agenda-time"

Step = Callable[[Workshop, datetime], Workshop]


class ChangeWorkshop(QUndoCommand):
    """Takes a workshop from one state to another and back, and leaves alone what came in since."""

    def __init__(
        self, session: "WorkshopSession", before: Workshop, after: Workshop, name: str, key: str
    ) -> None:
        super().__init__(name)
        self._session = session
        self._before = before
        self._after = after
        self._key = key

    @override
    def redo(self) -> None:
        self._session.adopt(rebased(self._session.workshop, self._before, self._after))

    @override
    def undo(self) -> None:
        self._session.adopt(rebased(self._session.workshop, self._after, self._before))

    @override
    def id(self) -> int:
        return WORKSHOP_STEPS if self._key else -1

    @override
    def mergeWith(self, other: QUndoCommand) -> bool:
        if not isinstance(other, ChangeWorkshop) or other._key != self._key:
            return False
        self._after = other._after
        self.setText(other.text())
        self.setObsolete(rebased(self._before, self._before, self._after) == self._before)
        return True


class WorkshopSession(QObject):
    """Holds the workshop that goes with the open scenario, and tells its standing when it has changed.

    What the plenary changes is written into the log before the session has told anybody else of it, so that
    those who listen to the session find the log as it is now, and need not be told a second time.
    """

    changed = Signal(object)

    def __init__(self, session: Session, now: Callable[[], datetime], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._now = now
        self._tasks = Tasks(self)
        self._tasks.answered.connect(self._receive)
        self._tasks.failed.connect(_raise)
        self._logged = session.snapshot
        self._many = MANY
        self.speaker = FACILITATOR
        self.standing: Standing = _fresh_standing(session.case, session.scenario)
        session.changed.connect(self._follow)

    @property
    def workshop(self) -> Workshop:
        """The workshop as it stands."""
        return self.standing.workshop

    def start(self, workshop: Workshop) -> None:
        """Open another workshop, on the case that the session has opened."""
        self._logged = self._session.snapshot
        self._many = MANY
        self._take(workshop)

    def step(self, step: Step, key: str = "") -> None:
        """Change the workshop as one undoable step; time spent is written down without one."""
        after = step(self.workshop, self._now())
        if after == self.workshop:
            return
        if key == TIME_KEY:
            self._take(after)
            return
        from models.language.workshop_changes import workshop_change_name

        before, name = self.workshop, workshop_change_name(self.workshop, after, self._session.case)
        if not key:
            self._log(name)
        self._session.undo_stack.push(ChangeWorkshop(self, before, after, name, key))

    def adopt(self, workshop: Workshop) -> None:
        """Take a workshop as it is; only undo commands call this."""
        self._take(workshop)

    def write_why(self, entry: str, why: str) -> None:
        """Write down why something was done; the log is no matter of undoing."""
        log = tuple(
            Entry(**{**{name: getattr(item, name) for name in Entry.model_fields}, "why": why.strip()})
            if item.id == entry
            else item
            for item in self.workshop.log
        )
        self._take(reworked(self.workshop, log=log))

    def speak(self, who: str) -> None:
        """Whose changes the next ones are."""
        self.speaker = who

    def replay(self, direction: int) -> None:
        """Step the plenary's last change back (-1) or forth (1), over what else was done in between."""
        stack, before = self._session.undo_stack, self._session.scenario
        while self._session.scenario == before and (stack.canUndo() if direction < 0 else stack.canRedo()):
            stack.undo() if direction < 0 else stack.redo()

    def close(self) -> None:
        """Let go of the thread that answers slow questions."""
        self._tasks.close()

    def _follow(self, snapshot: Snapshot) -> None:
        """Write down what the plenary changed, if it could change a verdict."""
        before, self._logged = self._logged, snapshot
        if snapshot.case is not before.case:
            self.standing = _fresh_standing(snapshot.case, snapshot.scenario)
            return
        if asks_the_same(before.scenario, snapshot.scenario):
            return
        from models.language.workshop_changes import logged

        what, moved, why = logged(snapshot.case, before.scenario, snapshot.scenario)
        if what:
            self._log(what, moved, why)

    def _log(self, what: str, moved: str = "", why: str = "") -> None:
        entry = Entry(
            id=f"entry-{len(self.workshop.log) + 1}",
            at=self._now(),
            who=self.speaker,
            what=what,
            why=why,
            moved=moved,
        )
        log = (*self.workshop.log, entry)
        self.standing = restated(self.standing, workshop=reworked(self.workshop, log=log))

    def _take(self, workshop: Workshop) -> None:
        last, standing = self.standing, take_standing(self._session.case, workshop, self.standing)
        if standing.case is last.case and standing.groups == last.groups:
            self._show(restated(standing, disagreements=last.disagreements))  # or they are on their way
            return
        self._tasks.withdraw()
        known = _at_once(standing) if len(standing.groups) < self._many else None
        self._show(known or standing)
        if known is None:
            self._many = len(standing.groups)  # so many take longer than a hand would notice
            self._tasks.ask(partial(with_disagreements, standing))

    def _receive(self, answer: Standing) -> None:
        """Say on what the groups differ; the rest of the workshop may have gone on since that was asked."""
        self._show(restated(self.standing, disagreements=answer.disagreements))

    def _show(self, standing: Standing) -> None:
        self.standing = standing
        self.changed.emit(standing)


def _fresh_standing(case: Case, scenario: Scenario) -> Standing:
    return with_disagreements(take_standing(case, fresh_workshop(scenario.case)))


def _at_once(standing: Standing) -> Standing | None:
    """The standing with its disagreements, or None where they take longer than a hand would notice."""
    until = perf_counter() + AT_ONCE

    def tick() -> None:
        if perf_counter() > until:
            raise Withdrawn

    try:
        return with_disagreements(standing, tick)
    except Withdrawn:
        return None


def _raise(error: BaseException) -> None:
    raise error
