"""Slow questions, answered in the background: a new one withdraws the old, and stale answers are dropped."""

from collections.abc import Callable
from contextlib import suppress
from functools import cached_property, partial
from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from models.schema.analysis import Tick, Withdrawn, asking

if TYPE_CHECKING:  # loaded with the first question
    from concurrent.futures import Future, ThreadPoolExecutor

Question = Callable[[Tick], object]
MOMENT = 30
"""Milliseconds until an answer is begun: the window is painted by then, and shares the machine with nothing."""


class Tasks(QObject):
    """Answers one question at a time, the latest."""

    answered = Signal(object)
    failed = Signal(object)
    _finished = Signal(int, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._run = 0
        self._stop = Event()
        self._finished.connect(self._receive, Qt.ConnectionType.QueuedConnection)
        self._question: Question | None = None
        self._soon = QTimer(self, singleShot=True, interval=MOMENT)
        self._soon.timeout.connect(self._begin)
        self._turn = QTimer(self, singleShot=True, interval=0)  # from when the window has had its turn
        self._turn.timeout.connect(self._soon.start)

    @cached_property
    def _pool(self) -> "ThreadPoolExecutor":
        from concurrent.futures import ThreadPoolExecutor

        return ThreadPoolExecutor(1, thread_name_prefix="answers")

    def ask(self, question: Question) -> None:
        """Answer a question; what was asked before is withdrawn.

        A timer begins it and no thread waits: what the window still has to do and to paint comes before, however long.
        """
        self.withdraw()
        self._question = question
        self._turn.start()

    def withdraw(self) -> None:
        """Ask nothing any more; an answer that is under way is dropped."""
        self._stop.set()
        self._turn.stop()
        self._soon.stop()
        self._question = None
        self._run += 1

    def close(self) -> None:
        """Withdraw what is asked and let the thread end."""
        self.withdraw()
        self._pool.shutdown(wait=True, cancel_futures=True)

    def _begin(self) -> None:
        if self._question is None:
            return
        self._stop = Event()
        future = self._pool.submit(answer, self._question, self._stop)
        self._question = None
        future.add_done_callback(partial(self._hand_over, self._run))

    def _hand_over(self, run: int, future: "Future[object]") -> None:
        with suppress(RuntimeError):  # Qt has deleted this with its window, so nobody waits for the answer
            self._finished.emit(run, future)

    def _receive(self, run: int, future: "Future[object]") -> None:
        if run != self._run or future.cancelled():
            return
        error = future.exception()
        if error is None:
            self.answered.emit(future.result())
        elif not isinstance(error, Withdrawn):
            self.failed.emit(error)


def answer(question: Question, stop: Event) -> object:
    """The answer to a question; raises Withdrawn once `stop` is set."""
    tick = partial(_tick, stop)
    tick()
    with asking(tick):
        return question(tick)


def _tick(stop: Event) -> None:
    if stop.is_set():
        raise Withdrawn
