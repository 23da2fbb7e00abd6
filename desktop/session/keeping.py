"""Keeps unsaved work through a crash without holding anybody up, however slow the disk is."""

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from models.schema.problem import Refused
from models.schema.scenario import Scenario
from models.schema.workshop import Workshop

if TYPE_CHECKING:  # loaded with the first that is kept
    from concurrent.futures import Future, ThreadPoolExecutor

    Kept = Future[Path]

AHEAD = 150
"""Milliseconds after the first change in which what writes is loaded: the first that is kept is not late for it."""


class Keeping(QObject):
    """Writes this session's side file in a thread of its own, each state after the one before."""

    due = Signal()
    refused = Signal(object)
    _ended = Signal(object)

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._last: Kept | None = None
        self._ahead: QTimer | None = QTimer(self, singleShot=True, interval=AHEAD)
        self._ahead.timeout.connect(self._load)
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.due)
        self._closed = False
        self._ended.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    @cached_property
    def _pool(self) -> "ThreadPoolExecutor":
        from concurrent.futures import ThreadPoolExecutor

        return ThreadPoolExecutor(1, thread_name_prefix="keeping")

    def soon(self, within: int) -> None:
        """It is `due` to keep what is unsaved within so many milliseconds; what is due earlier stays so.

        Nothing is due any more once this is closed, whatever is still typed into a window that goes.
        """
        if self._closed:
            return
        if not self._timer.isActive() or self._timer.remainingTime() > within:
            self._timer.start(within)
        if self._ahead is not None and not self._ahead.isActive():
            self._ahead.start()

    def keep(
        self,
        scenario: Scenario,
        path: Path | None,
        case_path: Path | None,
        workshop: Workshop | None,
        known: bytes = b"",
    ) -> None:
        """Keep this state in the place of the one before; a state that was still waiting is left out.

        `known` tells what the file at the path said when it was last read or written here.
        """
        self._timer.stop()
        if self._last is not None:
            self._last.cancel()
        self._last = self._pool.submit(_keep, self._folder, scenario, path, case_path, workshop, known)
        self._last.add_done_callback(self._ended.emit)

    def finish(self) -> bool:
        """Wait until what is to be kept is on the disk; says whether it is."""
        return self._last is not None and self._last.exception() is None

    def forget(self) -> None:
        """Keep nothing any more."""
        self._timer.stop()
        self.finish()
        self._last = None
        from models.store import recovery

        recovery.forget(self._folder)

    def close(self) -> None:
        """Keep nothing any more, and let the thread end."""
        self._closed = True
        if self._ahead is not None:
            self._ahead.stop()
            self._ahead = None
        self.forget()
        self._pool.shutdown(wait=True)

    def _load(self) -> None:
        self._ahead = None
        self._pool.submit(_prepare)

    def _tell(self, kept: "Kept") -> None:
        error = None if kept.cancelled() else kept.exception()
        if isinstance(error, Refused):
            self.refused.emit(error)
        elif error is not None:
            raise error


def _prepare() -> None:
    from models.store import recovery

    recovery.prepare()


def _keep(*what: Any) -> Path:
    from models.store import recovery

    return recovery.keep(*what)
