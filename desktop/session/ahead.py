"""What follows from a state: at once, or, where too much is uncertain for that, worked out in the background.

There all that the window is about to say of it is put into words too, so that no page has to be waited for.
"""

from contextlib import AbstractContextManager
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal

from desktop.session.answers import Answers, promptly
from models.analyses.evaluated import being_worked_out
from models.analyses.snapshots import take
from models.engine.completions import EITHER, fits_in_columns
from models.schema.analysis import Tick, Withdrawn
from models.schema.scenario import asks_the_same
from models.schema.snapshot import Snapshot
from models.schema.state import State
from models.schema.view import Clock


class Ahead(QObject):
    """Takes snapshots for one session; tells when one is ready that was asked for."""

    ready = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._answers = Answers(self)
        self._answers.answered.connect(self._tell)
        self._tangled = False
        self._case: object = None

    def first(self, state: State) -> Snapshot:
        """The snapshot that a session begins with."""
        return self.taken(state, None) or take(state, None, being_worked_out)

    def taken(self, state: State, last: Snapshot | None) -> Snapshot | None:
        """The snapshot of a state, at once; what follows may still be pending, and is `ready` a moment later.

        Where nothing but the way of looking is new, there is nothing to show until then.
        """
        if state.case is not self._case:
            self.forget()
            self._case = state.case
        if _is_easy(state):
            return take(state, last)
        if not self._is_tangled(state):
            try:
                with promptly():
                    return take(state, last)
            except Withdrawn:
                self._tangled = True
        question = replace(state, clock=Clock())
        if self._answers.ask(question, partial(_worked_out, state, last), at_once=False) is not None:
            return take(state, last)
        if last is not None and last.case is state.case and _shows(last, state):
            return None
        return take(state, last, being_worked_out)

    def promptly(self, state: State) -> AbstractContextManager[Tick]:
        """Let walks through a state take no longer than a hand would notice; none at all where that is not enough."""
        return promptly(0) if self._is_tangled(state) else promptly()

    def forget(self) -> None:
        self._answers.forget()
        self._tangled = False

    def close(self) -> None:
        self._answers.close()

    def _is_tangled(self, state: State) -> bool:
        return self._tangled and not _is_easy(state)

    def _tell(self, _: object) -> None:
        self.ready.emit()


def _is_easy(state: State) -> bool:
    """Whether so little is uncertain that all completions are walked in a moment."""
    return fits_in_columns(sum(stance in EITHER for stance in state.scenario.stance_of.values()))


def _shows(last: Snapshot, state: State) -> bool:
    """Whether what is shown is about the same stances already."""
    shown = state.past if state.view.looking_back and state.past is not None else state.scenario
    return asks_the_same(last.scenario, shown)


def _worked_out(state: State, last: Snapshot | None, tick: Tick) -> bool:
    """Evaluate a state and describe what is looked at; what is found out on the way is kept."""
    from models.pages.page import page
    from models.pages.why.page import why_page

    snapshot = take(state, last)
    for describe in (page, why_page):
        tick()
        describe(snapshot)
    return True
