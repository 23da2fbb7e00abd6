"""Reads groups' files apart from the window: many take long, and a share that is dead holds nothing up."""

from collections.abc import Iterable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.base.apart import Apart
from desktop.session.session import Session
from desktop.stage.notice import Notice, NoticeTone
from models.engine.evaluate import evaluated
from models.language.messages import plural
from models.schema.case import Case
from models.schema.problem import Problem, Refused

if TYPE_CHECKING:  # read when the first file comes in
    from models.store.inbox import Arrival


class FileReading(QObject):
    """Reads all files that it is asked for together; `read` gives what came in, and what is wrong with the others."""

    read = Signal(object, object)

    def __init__(self, parent: QObject, session: Session, notice: Notice) -> None:
        super().__init__(parent)
        self._session = session
        self._notice = notice
        self._paths: tuple[Path, ...] = ()
        self._is_late = False
        self._apart = Apart(self)
        self._apart.taking_long.connect(self._tell_late)
        self._apart.done.connect(self._receive)
        self._apart.failed.connect(self._fail)

    def add(self, paths: Iterable[Path]) -> None:
        self._paths = (*self._paths, *paths)
        self._apart.ask(partial(_read, self._paths, self._session.case))

    def drop(self) -> None:
        self._apart.cancel()
        self._paths = ()

    def _tell_late(self) -> None:
        self._is_late = True
        told = plural("{number} file is being read…", "{number} files are being read…", len(self._paths))
        self._notice.tell(told, NoticeTone.WARN, self.tr("Cancel"), self.drop)

    def _fail(self, error: Exception) -> None:
        self._paths = ()
        raise error

    def _receive(self, found: "tuple[Case, tuple[Arrival, ...], tuple[Problem, ...]]") -> None:
        case, arrivals, problems = found
        if case is not self._session.case:
            self.add(())
            return
        self._paths = ()
        if self._is_late:
            self._is_late = False
            self._notice.hide()
        self.read.emit(arrivals, problems)


def _read(paths: tuple[Path, ...], case: Case) -> "tuple[Case, tuple[Arrival, ...], tuple[Problem, ...]]":
    """What files bring in, evaluated already, and what is wrong with those that bring in nothing."""
    from models.gathering.arrivals import arrivals as read

    arrivals: list[Arrival] = []
    problems: list[Problem] = []
    for path in paths:
        try:
            arrivals += [replace(item, path=path) for item in read(path, case)]
        except Refused as refused:
            problems += refused.problems
    for item in arrivals:
        evaluated(case, item.scenario)
    return case, tuple(arrivals), tuple(problems)
