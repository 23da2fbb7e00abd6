"""One window for each user: a second start hands its file to the window that is open, and ends."""

import json
import os
import stat
import sys
from pathlib import Path
from zlib import crc32

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket
from PySide6.QtWidgets import QApplication

PATIENCE = 2000
"""Milliseconds that a second start waits for the first; a window that hangs is left alone."""
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
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._receive)

    def hand_over(self, file: Path | None) -> bool:
        """Whether a window that is open took the file; without one it comes to the front."""
        told = {
            "file": "" if file is None else str(file.absolute()),
            "token": os.environ.get("XDG_ACTIVATION_TOKEN", ""),
        }
        socket = self._connected()
        if socket is None:
            return False
        socket.write(json.dumps(told).encode() + b"\n")
        while not socket.canReadLine():
            if not socket.waitForReadyRead(PATIENCE):
                return False
        return socket.readLine().data() == TAKEN

    def listen(self) -> bool:
        """Be the window that others hand their files to, unless there is one; what a crash left is cleared away."""
        if not self._name or self._connected() is not None:
            return False
        QLocalServer.removeServer(self._name)
        return self._server.listen(self._name)

    def _connected(self) -> QLocalSocket | None:
        if not self._name:
            return None
        socket = QLocalSocket(self)
        socket.connectToServer(self._name)
        return socket if socket.waitForConnected(PATIENCE) else None

    def _receive(self) -> None:
        while self._server.hasPendingConnections():
            socket = self._server.nextPendingConnection()
            socket.setReadBufferSize(LARGEST)
            socket.readyRead.connect(self._read)
            socket.disconnected.connect(socket.deleteLater)
            self._answer(socket)

    def _read(self) -> None:
        socket = self.sender()
        if isinstance(socket, QLocalSocket):
            self._answer(socket)

    def _answer(self, socket: QLocalSocket) -> None:
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
