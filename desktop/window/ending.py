"""Hears that the program is to end: Ctrl+C in the terminal, a signal, the end of the desktop's session.

Python's own handlers run only between its instructions, and a window that waits runs none: so a signal writes a byte
into a socket that Qt listens to. A second one of its kind ends the program at once, should the first not be heard.

Where the display dies, Qt says so and ends the program in the same breath: what it says is all that is heard of it.
"""

import signal
import socket
import sys
from types import FrameType

from PySide6.QtCore import (
    QMessageLogContext,
    QObject,
    QSocketNotifier,
    QtMsgType,
    Signal,
    qFormatLogMessage,
    qInstallMessageHandler,
)
from PySide6.QtGui import QGuiApplication

HEARD = ("SIGINT", "SIGTERM", "SIGHUP")
"""SIGHUP, a terminal that closes, is not known everywhere."""
DIED = "connection broke"
"""What Qt says of X11 and of Wayland right before it ends the program."""


class Ending(QObject):
    """Tells the exit code that is wished; `session_ends` asks to keep what is unsaved, and no more.

    When `display_died`, no widget may be painted or moved any more.
    """

    wished = Signal(int)
    session_ends = Signal()
    display_died = Signal()

    def __init__(self, application: QGuiApplication) -> None:
        super().__init__(application)
        self._near, self._far = socket.socketpair()
        self._near.setblocking(False)
        self._far.setblocking(False)
        notifier = QSocketNotifier(self._near.fileno(), QSocketNotifier.Type.Read, self)
        notifier.activated.connect(self._hear)
        application.commitDataRequest.connect(self._commit)
        qInstallMessageHandler(self._tell)
        signal.set_wakeup_fd(self._far.fileno(), warn_on_full_buffer=False)
        for number in (getattr(signal, name, None) for name in HEARD):
            if number is not None and signal.getsignal(number) is not signal.SIG_IGN:  # as nohup wishes
                signal.signal(number, _only_once)

    def _hear(self) -> None:
        for number in self._near.recv(64):
            self.wished.emit(128 + number)

    def _commit(self) -> None:
        self.session_ends.emit()

    def _tell(self, kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
        """Write what Qt says where it always goes; from other threads too."""
        if sys.stderr is not None:
            sys.stderr.write(f"{qFormatLogMessage(kind, context, text)}\n")
        if DIED in text:
            self.display_died.emit()


def _only_once(number: int, frame: FrameType | None) -> None:
    del frame
    signal.signal(number, signal.SIG_DFL)
