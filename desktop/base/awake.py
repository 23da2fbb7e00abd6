"""Holds the screen saver and sleep off while the room's screen is open, by whatever the system offers for it.

What is held ends with the process, however that ends: a bus lets go of what a closed connection asked for, Windows of
what a thread asked for, and `caffeinate` waits for the process that it is told.
"""

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    import subprocess

NAME, WHY = "WhatHolds", "The room’s screen is open"
SESSION, SYSTEM = "whatholds-awake", "whatholds-awake-system"
CONTINUOUS, SYSTEM_REQUIRED, DISPLAY_REQUIRED = 0x80000000, 0x00000001, 0x00000002
"""The flags of `SetThreadExecutionState`, as Windows documents them."""


class Holding(Protocol):
    """A way to keep the display on."""

    def hold(self) -> None:
        """Ask for it; what the system refuses is left as it is."""

    def release(self) -> None:
        """Ask for it no longer."""


class Awake:
    """Keeps the display on while it is wanted, and asks once each way."""

    def __init__(self, holding: Holding | None = None) -> None:
        self._holding = holding or _holding()
        self._held = False

    def want(self, wanted: bool) -> None:
        if wanted is not self._held:
            self._held = wanted
            (self._holding.hold if wanted else self._holding.release)()


class OnLinux:
    """Asks the desktop's screen saver and the login manager, each over a connection that is closed to let go."""

    def __init__(self) -> None:
        self._kept: list[object] = []

    def hold(self) -> None:
        from PySide6.QtDBus import QDBusConnection, QDBusMessage

        bus = QDBusConnection.BusType
        saver, login = "org.freedesktop.ScreenSaver", "org.freedesktop.login1"
        calls = []
        if _has_session_bus():
            call = QDBusMessage.createMethodCall(saver, f"/{saver.replace('.', '/')}", saver, "Inhibit")
            call.setArguments([NAME, WHY])
            calls.append((bus.SessionBus, SESSION, call))
        if Path("/run/dbus/system_bus_socket").exists():
            call = QDBusMessage.createMethodCall(
                login, "/org/freedesktop/login1", f"{login}.Manager", "Inhibit"
            )
            call.setArguments(["idle:sleep", NAME, WHY, "block"])
            calls.append((bus.SystemBus, SYSTEM, call))
        for kind, name, call in calls:
            connection = QDBusConnection.connectToBus(kind, name)
            self._kept += [
                connection,
                connection.asyncCall(call),
            ]  # the answer holds the login manager's lock

    def release(self) -> None:
        from PySide6.QtDBus import QDBusConnection

        self._kept.clear()
        for name in (SESSION, SYSTEM):
            QDBusConnection.disconnectFromBus(name)


class OnWindows:
    """Tells Windows that this thread needs the display."""

    def hold(self) -> None:
        self._tell(CONTINUOUS | SYSTEM_REQUIRED | DISPLAY_REQUIRED)

    def release(self) -> None:
        self._tell(CONTINUOUS)

    def _tell(self, state: int) -> None:
        import ctypes

        libraries = getattr(ctypes, "windll", None)
        if libraries is not None:
            libraries.kernel32.SetThreadExecutionState(ctypes.c_uint(state))


class OnMac:
    """Runs `caffeinate` beside this process."""

    def __init__(self) -> None:
        self.child: subprocess.Popen[bytes] | None = None

    def hold(self) -> None:
        import subprocess
        from shutil import which

        program = which("caffeinate")
        if program is not None:
            self.child = subprocess.Popen([program, "-d", "-i", "-w", str(os.getpid())])  # noqa: S603

    def release(self) -> None:
        if self.child is not None:
            self.child.terminate()
            self.child.wait()
            self.child = None


def _holding() -> Holding:
    match sys.platform:
        case "win32":
            return OnWindows()
        case "darwin":
            return OnMac()
        case _:
            return OnLinux()


def _has_session_bus() -> bool:
    """Whether there is a bus to ask; without one Qt would start one."""
    runtime = os.environ.get("XDG_RUNTIME_DIR", "")
    return "DBUS_SESSION_BUS_ADDRESS" in os.environ or bool(runtime and (Path(runtime) / "bus").exists())
