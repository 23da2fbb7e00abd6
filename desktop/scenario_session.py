"""The session: one case, one scenario, and the only way to change it, which can always be undone."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import partial
from time import perf_counter

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack
from typing_extensions import override

from desktop.base.tasks import Tasks
from models.analyses.bundle import analyse
from models.engine.snapshot import take_snapshot
from models.language.changes import change_name
from models.schema.analysis import Withdrawn
from models.schema.case import Case, Reading, Stance
from models.schema.scenario import (
    Scenario,
    asks_the_same,
    baseline_scenario,
    revised,
    with_credence,
    with_note,
    with_rationale,
    with_set_aside,
    with_stances,
)
from models.schema.snapshot import Analyses, Snapshot

TEXT_EDITS = 1
AT_ONCE = 0.008


class ReplaceScenario(QUndoCommand):
    """Puts one scenario in place of another; writing on in the same text stays one step."""

    def __init__(self, session: "Session", before: Scenario, after: Scenario, merge: str = "") -> None:
        super().__init__(change_name(session.case, before, after))
        self._session = session
        self._before = before
        self._after = after
        self._merge = merge

    @override
    def redo(self) -> None:
        self._session.adopt(self._after)

    @override
    def undo(self) -> None:
        self._session.adopt(self._before)

    @override
    def id(self) -> int:
        return TEXT_EDITS if self._merge else -1

    @override
    def mergeWith(self, other: QUndoCommand) -> bool:
        if not isinstance(other, ReplaceScenario) or other._merge != self._merge:
            return False
        self._after = other._after
        self.setObsolete(self._after == self._before)
        return True


class Session(QObject):
    """Holds what is open and tells every view, once, when it has changed."""

    changed = Signal(object)

    def __init__(self, case: Case, scenario: Scenario | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.undo_stack = QUndoStack(self)
        self._tasks = Tasks(self)
        self._tasks.answered.connect(self._receive_analyses)
        self._tasks.failed.connect(_raise)
        self.snapshot: Snapshot
        self._take(take_snapshot(case, scenario or baseline_scenario(case)))

    @property
    def case(self) -> Case:
        """The case that is open."""
        return self.snapshot.case

    @property
    def scenario(self) -> Scenario:
        """The scenario as it stands."""
        return self.snapshot.scenario

    def start(self, case: Case, scenario: Scenario) -> None:
        """Open something else; what was done before cannot be undone into it."""
        self.undo_stack.clear()
        self._take(take_snapshot(case, scenario))

    def adopt(self, scenario: Scenario) -> None:
        """Take a scenario as it is and tell every view; only undo commands call this.

        Words that are written leave it told what the last change of a stance did.
        """
        last = self.snapshot
        before = last.before if asks_the_same(last.scenario, scenario) else last.evaluation
        self._take(take_snapshot(self.case, scenario, before))

    def replace(self, scenario: Scenario, merge: str = "") -> None:
        """Change the scenario as one undoable step; an equal one is no step."""
        if scenario != self.scenario:
            self.undo_stack.push(ReplaceScenario(self, self.scenario, scenario, merge))

    def set_stance(self, identifier: str, stance: Stance) -> None:
        """Set one assumption to holds, fails or uncertain."""
        self.set_stances({identifier: stance})

    def set_stances(self, stances: Mapping[str, Stance]) -> None:
        """Set several assumptions in one step."""
        self.replace(with_stances(self.scenario, stances))

    def reset(self, identifiers: Iterable[str]) -> None:
        """Put assumptions back to the case's baseline, in one step."""
        wanted = set(identifiers)
        self.set_stances({item.id: item.baseline for item in self.case.assumptions if item.id in wanted})

    def reset_all(self) -> None:
        """Put every assumption back to the case's baseline."""
        self.reset(item.id for item in self.case.assumptions)

    def set_credence(self, identifier: str, credence: float | None) -> None:
        """Enter how likely the room takes an assumption to hold, or take that back."""
        after = with_credence(self.case, self.scenario, identifier, credence)
        self.replace(after, f"credence:{identifier}")

    def clear_credences(self) -> None:
        """Take back every credence that was entered."""
        self.replace(revised(self.scenario, credences=()))

    def set_reading(self, reading: Reading) -> None:
        """Choose how the grounds of a recommendation combine."""
        self.replace(revised(self.scenario, reading=reading))

    def set_added(self, added: bool) -> None:
        """Include or leave out the objections that the source does not raise."""
        self.replace(revised(self.scenario, added=added))

    def set_aside(self, rule: str, aside: bool) -> None:
        """Set one inference aside, or take it up again."""
        self.replace(with_set_aside(self.case, self.scenario, rule, aside))

    def set_note(self, identifier: str, text: str) -> None:
        """Write a note on a statement or rule."""
        self.replace(with_note(self.case, self.scenario, identifier, text), f"note:{identifier}")

    def set_rationale(self, identifier: str, text: str) -> None:
        """Write why an assumption is taken as it is."""
        self.replace(with_rationale(self.case, self.scenario, identifier, text), f"rationale:{identifier}")

    def set_title(self, title: str) -> None:
        """Name the scenario."""
        self.replace(revised(self.scenario, title=title), "title")

    def set_group(self, group: str) -> None:
        """Name the group whose scenario it is."""
        self.replace(revised(self.scenario, group=group), "group")

    def close(self) -> None:
        """Let go of the thread that answers slow questions, and of the steps while they can still be let go.

        A step refers to this session, and Qt to the step: collected together, Qt would free it twice.
        """
        self._tasks.close()
        self.undo_stack.clear()

    def _take(self, snapshot: Snapshot) -> None:
        """Show the snapshot, with its analyses if they can be had at once; else they follow."""
        self._tasks.withdraw()
        analyses = _at_once(snapshot)
        self.snapshot = _with_analyses(snapshot, analyses)
        self.changed.emit(self.snapshot)
        if analyses is None:
            self._tasks.ask(partial(analyse, snapshot.case, snapshot.scenario))

    def _receive_analyses(self, analyses: Analyses) -> None:
        self.snapshot = _with_analyses(self.snapshot, analyses)
        self.changed.emit(self.snapshot)


def _at_once(snapshot: Snapshot) -> Analyses | None:
    """The analyses, or None where they take longer than a hand on the mouse would notice."""
    until = perf_counter() + AT_ONCE

    def tick() -> None:
        if perf_counter() > until:
            raise Withdrawn

    try:
        return analyse(snapshot.case, snapshot.scenario, tick)
    except Withdrawn:
        return None


def _with_analyses(snapshot: Snapshot, analyses: Analyses | None) -> Snapshot:
    return replace(snapshot, analyses=analyses)


def _raise(error: BaseException) -> None:
    raise error
