"""Slow questions: answered at once where a hand on the mouse would not notice, else a moment later."""

from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import perf_counter
from typing import Any

from PySide6.QtCore import QObject, Signal

from desktop.base.tasks import Tasks
from models.schema.analysis import Tick, Withdrawn, asking

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
