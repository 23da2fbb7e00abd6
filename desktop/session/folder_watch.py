"""Watches a folder into which tables save, and hands over what arrives; never in the way of the window."""

from functools import partial
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from desktop.base.apart import Apart
from desktop.base.tasks import MOMENT, answer
from models.engine.evaluate import evaluated
from models.language.messages import message, retold, wrong
from models.schema.analysis import Tick
from models.schema.case import Case
from models.schema.problem import Refused, phrase
from models.store.files import device_of, is_there, refusal

if TYPE_CHECKING:  # loaded with the first folder
    from models.store.inbox import Inbox, Seen

SETTLE = 200
LOOK_AGAIN = 2000
LONG = 8000
"""Milliseconds after which a look that has not ended is told: a dead share keeps it for ever."""


class FolderWatch(QObject):
    """Looks at a folder when it is told that something changed, and every two seconds in any case.

    Shared drives tell nothing, so looking again is the rule and being told makes it quicker. What arrives is told
    with whether it was there before the folder was watched.
    """

    arrived = Signal(object, bool)
    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.folder: Path | None = None
        self.refused: tuple[tuple[str, str], ...] = ()
        self.case: Case | None = None
        self._seen: dict[str, Seen] = {}
        self._device: int | None = None
        self._looking = self._looked = False
        self._apart = Apart(self)
        self._apart.done.connect(self._receive)
        self._apart.failed.connect(self._fail)
        self._end = Event()
        self._watcher = QFileSystemWatcher(self)
        self._watcher.directoryChanged.connect(self._soon)
        self._settle = QTimer(self, singleShot=True, interval=SETTLE)
        self._settle.timeout.connect(self._look)
        self._late = QTimer(self, singleShot=True, interval=LONG)
        self._late.timeout.connect(self._tell_late)
        self._again = QTimer(self, interval=LOOK_AGAIN)
        self._again.timeout.connect(self._look)

    def watch(self, folder: Path, case: Case) -> None:
        """Watch a folder for scenarios of a case; everything in it arrives at once."""
        self.stop()
        self.folder, self.case = folder, case
        self._again.start()
        QTimer.singleShot(MOMENT, self, self._look)
        self.changed.emit()

    def stop(self) -> None:
        """Watch nothing any more; what a dead share keeps waiting holds up no end."""
        if self.folder is None:
            return
        self._end.set()
        self._apart.cancel()
        for timer in (self._settle, self._again, self._late):
            timer.stop()
        self._watcher.removePath(str(self.folder))
        self.folder, self.case, self._seen, self.refused = None, None, {}, ()
        self._looking = self._looked = False
        self._device = None
        self.changed.emit()

    def _soon(self) -> None:
        """A table that saves writes many times; one look when it is done is enough."""
        if not self._settle.isActive():
            self._settle.start()

    def _look(self) -> None:
        if self.folder is not None and self.case is not None and not self._looking:
            self._looking, self._end = True, Event()
            look = partial(_looked, self.folder, self.case, dict(self._seen), self._device)
            self._late.start()
            self._apart.ask(partial(answer, look, self._end), grace=0)

    def _receive(self, found: "tuple[Inbox, int | None]") -> None:
        inbox, self._device = found
        self._end_look()
        first, self._looked = not self._looked, True
        if first:  # and not before: to ask a dead share to tell of changes would never end
            self._watcher.addPath(str(self.folder))
        self._seen = dict(inbox.seen)
        if inbox.arrivals:
            self.arrived.emit(inbox.arrivals, first)
        if inbox.pending:
            self._soon()
        self._tell(tuple((item.file, retold(item.reason)) for item in inbox.refusals))

    def _end_look(self) -> None:
        self._looking = False
        self._late.stop()

    def _tell_late(self) -> None:
        name = self.folder.name if self.folder is not None else ""
        self._tell(((name, message("It does not answer yet. See whether its disk or network is there.")),))

    def _fail(self, error: BaseException) -> None:
        self._end_look()
        if not isinstance(error, Refused):
            raise error
        name = self.folder.name if self.folder is not None else ""
        self._tell(tuple((name, wrong(problem)) for problem in error.problems))

    def _tell(self, refused: tuple[tuple[str, str], ...]) -> None:
        if refused != self.refused:
            self.refused = refused
            self.changed.emit()


def _looked(
    folder: Path, case: Case, seen: dict[str, "Seen"], device: int | None, tick: Tick
) -> "tuple[Inbox, int | None]":
    """What a look finds, evaluated already: the window knows these answers then, and need not wait for them.

    Raises Refused where the folder's `device` is not there, but only the place in which it was.
    """
    from models.gathering.arrivals import READERS
    from models.store.inbox import scan

    there = device_of(folder)
    if None not in (there, device) and there != device and not any(is_there(folder / name) for name in seen):
        what = phrase("The stick or disk on which {name} was is not there now.", name=folder.name)
        raise refusal(folder.name, what, phrase("Plug it in again, or watch another folder."))
    inbox = scan(folder, case, seen, tick, readers=READERS)
    for item in inbox.arrivals:
        tick()
        evaluated(case, item.scenario)
    return inbox, there
