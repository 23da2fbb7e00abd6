"""The one undo command: takes the scenario and the workshop from one state to another and back."""

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QUndoCommand

from desktop.base.guard import override
from models.schema.scenario import Scenario, asks_the_same
from models.schema.snapshot import State
from models.schema.steps.room_steps import timed
from models.schema.steps.workshop_steps import rebased, spent_changed
from models.schema.workshop import Workshop

if TYPE_CHECKING:  # it pushes the commands
    from desktop.session.session import Session

MERGING = 1
Rebased = tuple[Scenario, Workshop, Scenario | None, tuple[str, ...], bool]
"""What is saved, the scenario from before its last change, the stances for which that asked, and if time runs again."""


class ChangeState(QUndoCommand):
    """Takes what is saved from one state to another and back, and leaves alone what came in since.

    Steps of one merge key become one, such as the letters of a note.
    """

    def __init__(
        self,
        holder: "Session",
        before: State,
        after: State,
        name: str,
        merge: str = "",
        entries: tuple[str, ...] = (),
    ) -> None:
        super().__init__(name)
        self._holder = holder
        self._before = before
        self._after = after
        self._merge = merge
        self._entries = entries
        self._spent: dict[bool, dict[str, int]] = {False: {}, True: {}}

    @override
    def redo(self) -> None:
        self._take(self._before, self._after, undone=False)

    @override
    def undo(self) -> None:
        self._take(self._after, self._before, undone=True)

    @override
    def id(self) -> int:
        return MERGING if self._merge else -1

    @override
    def mergeWith(self, other: QUndoCommand) -> bool:
        if not isinstance(other, ChangeState) or other._merge != self._merge:
            return False
        self._after = other._after
        self._entries += other._entries
        self.setText(other.text())
        self.setObsolete(self._changes_nothing())
        return True

    def _take(self, before: State, after: State, *, undone: bool) -> None:
        rebase = partial(self._rebase, before, after, undone)
        self._entries = self._holder.adopt(rebase, self._entries, undone)

    def _rebase(self, before: State, after: State, undone: bool, now: State) -> Rebased:
        """Undone, the last change is again the one before, so that one state is told in one way."""
        scenario = now.scenario if before.scenario == after.scenario else after.scenario
        same = asks_the_same(now.scenario, scenario)
        past = now.past if same else after.past if undone else now.scenario
        asked = now.asked if same else after.asked
        workshop = _rebased(now.workshop, before.workshop, after.workshop)
        changed = spent_changed(before.workshop, after.workshop)
        runs = before.clock.since is None and after.clock.since is not None
        return scenario, self._with_time(now.workshop, workshop, changed, undone), past, asked, runs

    def _with_time(
        self, now: Workshop, workshop: Workshop, changed: Mapping[str, int], undone: bool
    ) -> Workshop:
        """The workshop in which a step of the day that comes back has the time that it had when it went.

        So has one that another plan began anew.
        """
        here = {item.id: item.spent for item in now.agenda}
        self._spent[not undone] |= here
        known = self._spent[undone]
        back = {item.id for item in workshop.agenda if item.id not in here or item.id in changed}
        spent = {name: known[name] for name in back if name in known}
        return timed(workshop, spent, workshop.agenda_at) if spent else workshop

    def _changes_nothing(self) -> bool:
        before, after = self._before.workshop, self._after.workshop
        return self._before.scenario == self._after.scenario and _rebased(before, before, after) == before


def _rebased(now: Workshop, before: Workshop, after: Workshop) -> Workshop:
    return now if before is after else rebased(now, before, after)
