"""The display is kept on while it is wanted: asked once, and let go of."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from desktop.base.awake import Awake, OnMac, OnWindows

SCRIPT = """
import sys
from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusServiceWatcher, QDBusVirtualObject
from desktop.base.awake import Awake

SAVER = "org.freedesktop.ScreenSaver"
DBUS = "org.freedesktop.DBus"
SEEN = QDBusMessage.createMethodCall(DBUS, "/org/freedesktop/DBus", DBUS, "GetId")  # answered after the watch began

class Saver(QDBusVirtualObject):
    def introspect(self, path):
        return ""

    def handleMessage(self, message, connection):
        print("asked by", *message.arguments(), flush=True)
        watcher.addWatchedService(message.service())
        connection.send(message.createReply(7))
        QTimer.singleShot(0, lambda: (bus.call(SEEN), awake.want(False)))
        return True

application = QCoreApplication(sys.argv)
bus = QDBusConnection.connectToBus(QDBusConnection.BusType.SessionBus, "saver")
saver = Saver()
watcher = QDBusServiceWatcher("", bus, QDBusServiceWatcher.WatchModeFlag.WatchForUnregistration)
watcher.serviceUnregistered.connect(lambda name: (print("let go", flush=True), application.quit()))
bus.registerVirtualObject("/org/freedesktop/ScreenSaver", saver)
bus.registerService(SAVER)
awake = Awake()
QTimer.singleShot(0, lambda: awake.want(True))
QTimer.singleShot(20_000, application.quit)
application.exec()
"""


class Asked:
    """Counts what it is asked."""

    def __init__(self) -> None:
        self.told: list[str] = []

    def hold(self) -> None:
        self.told.append("hold")

    def release(self) -> None:
        self.told.append("release")


def test_it_asks_once_each_way() -> None:
    asked = Asked()
    awake = Awake(asked)

    for wanted in (False, True, True, False, False):
        awake.want(wanted)

    assert asked.told == ["hold", "release"]


@pytest.mark.skipif(shutil.which("dbus-run-session") is None, reason="there is no bus to start")
def test_the_screen_saver_is_held_off_over_the_bus_and_let_go(tmp_path: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": str(Path.cwd()), "XDG_RUNTIME_DIR": str(tmp_path)}
    command = ["dbus-run-session", "--", sys.executable, "-c", SCRIPT]

    told = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60)

    assert told.stdout.splitlines() == ["asked by WhatHolds The room’s screen is open", "let go"], told.stderr


def test_windows_is_told_that_the_display_is_needed(monkeypatch: pytest.MonkeyPatch) -> None:
    states: list[int] = []
    monkeypatch.setattr(OnWindows, "_tell", lambda _, state: states.append(state))
    awake = Awake(OnWindows())

    awake.want(True)
    awake.want(False)

    assert states == [0x80000003, 0x80000000]


def test_on_a_mac_a_child_waits_for_this_process_and_ends_with_the_wish(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program, told = tmp_path / "caffeinate", tmp_path / "told"
    program.write_text(f'#!/bin/sh\necho "$@" > {told}.part; mv {told}.part {told}; exec sleep 60\n')
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    holding = OnMac()

    holding.hold()
    child = holding.child
    while not told.exists():
        assert child is not None and child.poll() is None
    holding.release()

    assert told.read_text().split() == ["-d", "-i", "-w", str(os.getpid())]
    assert child is not None and child.poll() is not None
