"""The one undo command: takes the scenario and the workshop from one state to another and back."""

from typing import Protocol

from PySide6.QtGui import QUndoCommand
from typing_extensions import override

from models.schema.scenario import Scenario
from models.schema.state import State
from models.schema.workshop import Workshop
from models.schema.workshop_steps import rebased

MERGING = 1


class Adopts(Protocol):
    """Whatever holds the state that a command changes."""

    @property
    def state(self) -> State:
        """What is open now."""

    def adopt(self, scenario: Scenario, workshop: Workshop) -> None:
        """Take over a scenario and a workshop as they are."""


class ChangeState(QUndoCommand):
    """Takes what is saved from one state to another and back, and leaves alone what came in since.

    Steps of one merge key become one, such as the letters of a note.
    """

    def __init__(self, holder: Adopts, before: State, after: State, name: str, merge: str = "") -> None:
        super().__init__(name)
        self._holder = holder
        self._before = before
        self._after = after
        self._merge = merge

    @override
    def redo(self) -> None:
        self._take(self._before, self._after)

    @override
    def undo(self) -> None:
        self._take(self._after, self._before)

    @override
    def id(self) -> int:
        return MERGING if self._merge else -1

    @override
    def mergeWith(self, other: QUndoCommand) -> bool:
        if not isinstance(other, ChangeState) or other._merge != self._merge:
            return False
        self._after = other._after
        self.setText(other.text())
        self.setObsolete(self._changes_nothing())
        return True

    def _take(self, before: State, after: State) -> None:
        now = self._holder.state
        scenario = now.scenario if before.scenario == after.scenario else after.scenario
        self._holder.adopt(scenario, _rebased(now.workshop, before.workshop, after.workshop))

    def _changes_nothing(self) -> bool:
        before, after = self._before.workshop, self._after.workshop
        return self._before.scenario == self._after.scenario and _rebased(before, before, after) == before


def _rebased(now: Workshop, before: Workshop, after: Workshop) -> Workshop:
    return now if before is after else rebased(now, before, after)
