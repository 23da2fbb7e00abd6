"""One window for each user: a second start hands its file to the window that is open, and ends.

A lock decides who is first, however close two starts are; the first then listens once it is painted, as Qt's network
library costs a start 3 MB. Whoever comes meanwhile waits for it.
"""

import json
import os
import stat
import sys
from pathlib import Path
from time import sleep, time
from typing import TYPE_CHECKING
from zlib import crc32

from PySide6.QtCore import QLockFile, QObject, Signal
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer, QLocalSocket

PATIENCE = 2000
"""Milliseconds that a second start waits for the first; a window that hangs is left alone."""
STARTING = 30
"""Seconds in which a window on a slow machine is painted; for so long a start that follows waits for it."""
GLANCE = 0.05
"""Seconds between two looks for the window that is being made."""
LARGEST = 65_536
LONGEST_PLACE = 100
"""Bytes that the system gives the path of a socket, with some to spare."""
TAKEN, BUSY = b"taken\n", b"busy\n"


class Instance(QObject):
    """The place where the windows of one user find each other; `handed` tells a file, or none, and a token.

    Only the user's own folders are used for it, so that nobody else can stand in its place.
    """

    handed = Signal(str, str)

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._name = _place(folder)
        named = self._name and sys.platform != "win32"
        beside = Path(self._name) if named else folder / "window"
        self._lock = QLockFile(str(beside.with_name(f"{beside.name}.lock")))
        self._lock.setStaleLockTime(0)
        self._server: QLocalServer | None = None
        self.declined = False
        """Whether a window that is open did not take what it was handed."""

    def hand_over(self, file: Path | None) -> bool:
        """Whether a window that is open, or is being made, took the file; without one it comes to the front.

        Where there is no other, this one is the first from now on.
        """
        told = {
            "file": "" if file is None else str(file.absolute()),
            "token": os.environ.get("XDG_ACTIVATION_TOKEN", ""),
        }
        socket = self._found()
        if socket is None:
            return False
        socket.write(json.dumps(told).encode() + b"\n")
        while not socket.canReadLine() and socket.waitForReadyRead(PATIENCE):
            pass
        taken = bool(socket.readLine().data() == TAKEN)
        self.declined = not taken
        return taken

    def listen(self) -> bool:
        """Be the window that others hand their files to, unless there is one; what a crash left is cleared away."""
        may = self._name and (self._is_first() or self._age() > STARTING)
        if not may or self._connected() is not None:
            return False
        from PySide6.QtNetwork import QLocalServer

        QLocalServer.removeServer(self._name)
        server = self._server = QLocalServer(self)
        server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        server.newConnection.connect(self._receive)
        return server.listen(self._name)

    def _is_first(self) -> bool:
        """Whether no other window is open or being made; where no lock can be had, all may be."""
        taken = self._lock.isLocked() or self._lock.tryLock(0)
        return taken or self._lock.error() is not QLockFile.LockError.LockFailedError

    def _age(self) -> float:
        """How many seconds ago the first window was started; a clock that was set back makes it old."""
        try:
            since = time() - Path(self._lock.fileName()).stat().st_mtime
        except OSError:
            return 0
        return since if since >= 0 else STARTING + 1

    def _found(self) -> "QLocalSocket | None":
        """The way to the first window, as soon as it listens; none where this is the first, or nobody listens."""
        if not self._name:
            return None
        until = time() + PATIENCE / 1000
        while not self._is_first():
            socket = self._connected()
            if socket is not None or (time() > until and self._age() > STARTING):
                return socket
            sleep(GLANCE)
        return self._connected() if not self._lock.isLocked() else None

    def _connected(self) -> "QLocalSocket | None":
        from PySide6.QtNetwork import QLocalSocket

        socket = QLocalSocket(self)
        socket.connectToServer(self._name)
        return socket if socket.waitForConnected(PATIENCE) else None

    def _receive(self) -> None:
        while self._server is not None and self._server.hasPendingConnections():
            socket = self._server.nextPendingConnection()
            socket.setReadBufferSize(LARGEST)
            socket.readyRead.connect(self._read)
            socket.disconnected.connect(socket.deleteLater)
            self._answer(socket)

    def _read(self) -> None:
        from PySide6.QtNetwork import QLocalSocket

        socket = self.sender()
        if isinstance(socket, QLocalSocket):
            self._answer(socket)

    def _answer(self, socket: "QLocalSocket") -> None:
        if not socket.canReadLine():
            if socket.bytesAvailable() >= LARGEST:
                socket.abort()
            return
        told = _understood(bytes(socket.readLine().data()))
        # A dialog that waits for an answer is not to be buried under another.
        if told is None or QApplication.activeModalWidget() is not None:
            socket.write(BUSY)
        else:
            socket.write(TAKEN)
            self.handed.emit(*told)
        socket.disconnectFromServer()


def _understood(line: bytes) -> tuple[str, str] | None:
    """The file and the token that were sent; none where it is no message."""
    try:
        told = json.loads(line)
        file, token = told["file"], told["token"]
    except (ValueError, TypeError, KeyError, RecursionError):
        return None
    return (file, token) if isinstance(file, str) and isinstance(token, str) else None


def _place(folder: Path) -> str:
    """The name of the socket, of the same user with the same settings; none where no safe one can be had."""
    mark = f"{crc32(str(folder).encode()):08x}"
    if sys.platform == "win32":
        return f"whatholds-{mark}"
    runtime = os.environ.get("XDG_RUNTIME_DIR", "")
    places = [Path(runtime, f"whatholds-{mark}")] if runtime and _is_private(Path(runtime)) else []
    places.append(folder / "window")
    return next((str(place) for place in places if len(os.fsencode(place)) < LONGEST_PLACE), "")


def _is_private(folder: Path) -> bool:
    if sys.platform == "win32":
        return False
    try:
        found = folder.stat()
    except OSError:
        return False
    return found.st_uid == os.getuid() and stat.S_ISDIR(found.st_mode) and not found.st_mode & 0o077
