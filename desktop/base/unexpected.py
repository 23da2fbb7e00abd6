"""Unexpected errors go to one place: the log, and whoever shows them with their details."""

import signal
import sys
import threading
import traceback
from collections import Counter
from types import TracebackType

from PySide6 import __version__ as qt_version
from PySide6.QtCore import QObject, Signal

from desktop.base.guard import was_asked_by_qt
from desktop.base.log import log


class Unexpected(QObject):
    """Receives every exception that nobody caught, in any thread; the rest of the window goes on.

    What Qt asks for again and again, as a paint, is told once for each place where it fails.
    """

    happened = Signal(str)
    ended = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._times: Counter[tuple[type[BaseException], str, int]] = Counter()

    def install(self) -> None:
        sys.excepthook = self._receive
        sys.unraisablehook = _log_unraisable
        threading.excepthook = self._receive_from_thread

    def _receive(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if isinstance(error, KeyboardInterrupt | SystemExit):
            self.ended.emit(_exit_code(error))
            return
        place = (kind, *_innermost(trace))
        self._times[place] += 1
        if self._times[place] > 1 and was_asked_by_qt(error):
            return
        details = "".join(traceback.format_exception(kind, error, trace))
        log.error("unexpected error\n%s", details)
        self.happened.emit(described(details))

    def _receive_from_thread(self, what: threading.ExceptHookArgs) -> None:
        if what.exc_value is not None and not isinstance(what.exc_value, SystemExit):
            self._receive(what.exc_type, what.exc_value, what.exc_traceback)


def described(details: str) -> str:
    """The details of an error with the machine on which it happened."""
    import platform

    machine = f"WhatHolds on {platform.system()}, Python {platform.python_version()}, Qt {qt_version}"
    return f"{machine}\n\n{details}"


def _log_unraisable(what: "sys.UnraisableHookArgs") -> None:
    """What fails while something is thrown away harms nothing that is shown."""
    error = what.exc_value
    log.error("error while letting go of something", exc_info=error)


def _innermost(trace: TracebackType | None) -> tuple[str, int]:
    """Where it happened."""
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    return (trace.tb_frame.f_code.co_filename, trace.tb_lineno) if trace is not None else ("", 0)


def _exit_code(error: KeyboardInterrupt | SystemExit) -> int:
    if isinstance(error, KeyboardInterrupt):
        return 128 + signal.SIGINT
    return error.code if isinstance(error.code, int) else int(error.code is not None)
