"""Does one thing apart from the window's thread, and at once where it is quick; what never ends holds nothing up.

A share that is dead keeps a thread waiting for ever. So the thread is one that the end of the program does not wait
for, and whoever cancels is rid of it.
"""

from collections.abc import Callable
from contextlib import suppress
from functools import partial
from threading import Event, Thread

from PySide6.QtCore import QObject, Qt, Signal

GRACE = 0.06
"""Seconds for which the window waits, as nobody notices them: most files are read by then."""


class Apart(QObject):
    """Does the latest of what it is asked; what was asked before is dropped."""

    taking_long = Signal()
    done = Signal(object)
    failed = Signal(object)
    _ended = Signal(int, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._run = 0
        self._ended.connect(self._receive, Qt.ConnectionType.QueuedConnection)

    def ask(self, question: Callable[[], object], grace: float | None = None) -> None:
        """Do it: tells the outcome before this returns where that is quick, else that it takes long.

        `grace` is for how long to wait for that, in seconds: nought where nobody waits for it.
        """
        self.cancel()
        self._run += 1
        outcome: list[object] = []
        ended, late = Event(), Event()
        run = partial(self._ended.emit, self._run)
        Thread(target=_answer, args=(question, outcome, ended, late, run), daemon=True).start()
        if ended.wait(GRACE if grace is None else grace):
            self._receive(self._run, outcome[0])
        else:
            late.set()
            self.taking_long.emit()
            if ended.is_set():
                self._receive(self._run, outcome[0])

    def cancel(self) -> None:
        """Want nothing any more; what is under way ends by itself, if ever."""
        self._run += 1

    def _receive(self, run: int, outcome: object) -> None:
        if run != self._run:
            return
        self._run += 1
        (self.failed if isinstance(outcome, Exception) else self.done).emit(outcome)


def in_time(question: Callable[[], bool]) -> bool:
    """Whether something is so, as is known at once: what a dead share does not answer is not."""
    found: list[bool] = []
    asking = Thread(target=lambda: found.append(question()), daemon=True)
    asking.start()
    asking.join(GRACE)
    return found == [True]


def _answer(
    question: Callable[[], object],
    outcome: list[object],
    ended: Event,
    late: Event,
    tell: Callable[[object], None],
) -> None:
    try:
        outcome.append(question())
    except Exception as error:
        outcome.append(error)
    ended.set()
    if late.is_set():
        with suppress(RuntimeError):  # the window is gone
            tell(outcome[0])
