"""Unexpected errors go to one place: the log, and one calm dialog from which the details can be copied."""

import signal
import sys
import threading
import traceback
from collections import Counter
from pathlib import Path
from types import TracebackType

from PySide6 import __version__ as qt_version
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.base.guard import was_asked_by_qt
from desktop.base.log import log
from desktop.dialogs.sizing import open_at
from desktop.kit.labels import text_label


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
        """Take over Python's last resorts."""
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


class UnexpectedDialog(QDialog):
    """Says calmly that something went wrong, that the work is kept, and offers the details."""

    def __init__(
        self, details: str, log_path: Path, parent: QWidget | None = None, heading: str = "", told: str = ""
    ) -> None:
        super().__init__(parent)
        self.setObjectName("unexpected")
        self.setWindowTitle(self.tr("Something went wrong"))
        self._details = details
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(10)
        heading = heading or self.tr("Something went wrong that should not have")
        layout.addWidget(text_label(heading, "panel"))
        told = told or self.tr(
            "The last action may not have been carried out. Your scenario is still open and is kept in a "
            "recovery file; the rest of the window goes on. The log is in {0}."
        ).format(log_path)
        layout.addWidget(text_label(told, wrap=True))
        text = QPlainTextEdit(details)
        text.setReadOnly(True)
        text.setAccessibleName(self.tr("Details of the error"))
        layout.addWidget(text)
        layout.addLayout(self._buttons())
        open_at(self, 640, 380)

    def _buttons(self) -> QHBoxLayout:
        copy = QPushButton(self.tr("Copy details"))
        copy.setObjectName("copy-details")
        copy.clicked.connect(self._copy)
        close = QPushButton(self.tr("Go on"))
        close.setObjectName("go-on")
        close.setProperty("role", "primary")
        close.setDefault(True)
        close.clicked.connect(self.accept)
        line = QHBoxLayout()
        line.addWidget(copy, 0, Qt.AlignmentFlag.AlignLeft)
        line.addStretch(1)
        line.addWidget(close)
        return line

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._details)


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
