"""What follows from a state: at once, or, where too much is uncertain for that, worked out in the background.

There all that the window is about to say of it is put into words too, so that no page has to be waited for.
"""

from collections import deque
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace
from functools import partial
from time import perf_counter
from typing import Any

from PySide6.QtCore import QObject, Signal

from desktop.base.tasks import Tasks
from models.analyses.snapshots import take
from models.engine.completions import EITHER, fits_in_columns
from models.engine.evaluate import being_worked_out
from models.schema.analysis import Tick, Withdrawn, asking
from models.schema.scenario import asks_the_same
from models.schema.snapshot import Snapshot, State
from models.schema.view import Clock

AT_ONCE = 0.008
"""Half a frame at 60 Hz: what takes longer would hold up the painting of a toggle."""

REMEMBERED = 4
"""Answers that are not asked for again: looking back and forth, and undoing, goes between two or three."""


class Answers(QObject):
    """Answers one kind of question, the latest; a question that is equal to one on its way waits for that one."""

    answered = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._known: deque[tuple[object, Any]] = deque(maxlen=REMEMBERED)
        self._asked: object = None
        self._slow_from = 0
        self._tasks = Tasks(self)
        self._tasks.answered.connect(self._receive)
        self._tasks.failed.connect(_raise)

    def ask(
        self, question: object, answer: Callable[[Tick], Any], size: int = 0, *, at_once: bool = True
    ) -> Any | None:
        """The answer, or None where it follows by `answered`; another question that is under way is withdrawn.

        A question of some `size` that took too long once is not tried at once again, and one that nothing in
        sight waits for need not be answered `at_once`.
        """
        if self._asked is not None and question == self._asked:
            return None
        self._tasks.withdraw()
        self._asked = None
        known = next((answer for asked, answer in self._known if asked == question), None)
        if known is not None:
            return known
        too_long = 0 < self._slow_from <= size
        found = _at_once(answer) if at_once and not too_long else None
        if found is None:
            self._slow_from = (size if at_once else 0) or self._slow_from
            self._asked = question
            self._tasks.ask(answer)
        else:
            self._known.append((question, found))
        return found

    def forget(self) -> None:
        """Ask nothing any more, and try everything at once again."""
        self._tasks.withdraw()
        self._asked = None
        self._slow_from = 0

    def close(self) -> None:
        self.forget()
        self._tasks.close()

    def _receive(self, answer: object) -> None:
        self._known.append((self._asked, answer))
        self._asked = None
        self.answered.emit(answer)


@contextmanager
def promptly(patience: float = AT_ONCE) -> Iterator[Tick]:
    """Withdraw every walk that is made meanwhile once it takes longer than a hand would notice."""
    until = perf_counter() + patience

    def tick() -> None:
        if perf_counter() > until:
            raise Withdrawn

    with asking(tick):
        yield tick


def _at_once(answer: Callable[[Tick], Any]) -> Any | None:
    try:
        with promptly() as tick:
            return answer(tick)
    except Withdrawn:
        return None


def _raise(error: BaseException) -> None:
    raise error


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
