"""Slow questions, answered in the background: a new one withdraws the old, and stale answers are dropped."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from threading import Event

from PySide6.QtCore import QObject, Qt, Signal

from models.schema.analysis import Tick, Withdrawn, asking

Question = Callable[[Tick], object]
MOMENT = 0.03


class Tasks(QObject):
    """Answers one question at a time, the latest."""

    answered = Signal(object)
    failed = Signal(object)
    _finished = Signal(int, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = ThreadPoolExecutor(1, thread_name_prefix="answers")
        self._run = 0
        self._stop = Event()
        self._finished.connect(self._receive, Qt.ConnectionType.QueuedConnection)

    def ask(self, question: Question) -> None:
        """Answer a question; what was asked before is withdrawn."""
        self._stop.set()
        self._stop = Event()
        self._run += 1
        future = self._pool.submit(_answer, question, self._stop)
        future.add_done_callback(partial(self._hand_over, self._run))

    def withdraw(self) -> None:
        """Ask nothing any more; an answer that is under way is dropped."""
        self._stop.set()
        self._run += 1

    def close(self) -> None:
        """Withdraw what is asked and let the thread end."""
        self.withdraw()
        self._pool.shutdown(wait=True, cancel_futures=True)

    def _hand_over(self, run: int, future: "Future[object]") -> None:
        self._finished.emit(run, future)

    def _receive(self, run: int, future: "Future[object]") -> None:
        if run != self._run or future.cancelled():
            return
        error = future.exception()
        if error is None:
            self.answered.emit(future.result())
        elif not isinstance(error, Withdrawn):
            self.failed.emit(error)


def _answer(question: Question, stop: Event) -> object:
    """The answer; it is begun when the window has been painted, which would have to share the machine with it."""
    stop.wait(MOMENT)
    tick = partial(_tick, stop)
    tick()
    with asking(tick):
        return question(tick)


def _tick(stop: Event) -> None:
    if stop.is_set():
        raise Withdrawn
