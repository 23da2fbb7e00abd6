"""One window a user: what a second start hands over, and what a crash, a dialog or a stranger makes of it."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtNetwork import QLocalSocket
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from desktop.base import instance
from desktop.base.instance import LARGEST, Instance

SECOND = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from desktop.base.instance import Instance
application = QCoreApplication([])
print(Instance(Path(sys.argv[1])).hand_over(Path(sys.argv[2]) if sys.argv[2:] else None))
"""
CRASHED = """
import os, sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from desktop.base.instance import Instance
application = QCoreApplication([])
first = Instance(Path(sys.argv[1]))
assert first.listen()
os._exit(1)
"""


@pytest.fixture(autouse=True)
def _runtime(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("XDG_RUNTIME_DIR", raising=False)


@pytest.fixture
def first(qtbot: QtBot, tmp_path: Path) -> Iterator[Instance]:
    del qtbot
    first = Instance(tmp_path)
    assert first.listen()
    yield first
    first.deleteLater()


def _second(qtbot: QtBot, folder: Path, *file: str) -> str:
    started = subprocess.Popen(
        [sys.executable, "-c", SECOND, str(folder), *file], stdout=subprocess.PIPE, text=True
    )
    qtbot.waitUntil(lambda: started.poll() is not None)
    return started.communicate()[0].strip()


def test_a_second_start_hands_its_file_to_the_first(qtbot: QtBot, first: Instance, tmp_path: Path) -> None:
    with qtbot.waitSignal(first.handed) as handed:
        answer = _second(qtbot, tmp_path, "bold.scenario.json")

    assert answer == "True"
    assert handed.args == [str(Path("bold.scenario.json").absolute()), ""]


def test_a_second_start_without_a_file_brings_the_first_forward(
    qtbot: QtBot, first: Instance, tmp_path: Path
) -> None:
    with qtbot.waitSignal(first.handed) as handed:
        _second(qtbot, tmp_path)

    assert handed.args == ["", ""]


def test_without_a_first_nothing_is_handed_over(qtbot: QtBot, tmp_path: Path) -> None:
    assert _second(qtbot, tmp_path, "bold.scenario.json") == "False"


def test_another_window_leaves_the_first_its_place(qtbot: QtBot, first: Instance, tmp_path: Path) -> None:
    assert not Instance(tmp_path, first).listen()

    with qtbot.waitSignal(first.handed):
        _second(qtbot, tmp_path)


def test_what_a_crash_left_is_cleared_away(qtbot: QtBot, tmp_path: Path) -> None:
    subprocess.run([sys.executable, "-c", CRASHED, str(tmp_path)], check=False)
    assert list(tmp_path.iterdir())
    assert _second(qtbot, tmp_path) == "False"

    first = Instance(tmp_path)

    assert first.listen()
    assert _second(qtbot, tmp_path) == "True"
    first.deleteLater()


def test_a_window_that_asks_something_takes_no_file(qtbot: QtBot, first: Instance, tmp_path: Path) -> None:
    del first
    dialog = QDialog(modal=True)
    qtbot.addWidget(dialog)
    dialog.show()

    assert _second(qtbot, tmp_path, "bold.scenario.json") == "False"


LOOKING = f"""
from desktop.base import instance
pause = instance.sleep
instance.sleep = lambda seconds: (print("looking", flush=True), pause(seconds))
{SECOND}"""
TOLD = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from desktop.base.instance import Instance
from desktop.window.application import is_taken
application = QCoreApplication([])
print(is_taken(Instance(Path(sys.argv[1])), Path("bold.scenario.json"), "en"))
"""


def test_the_terminal_is_told_why_another_window_opens(qtbot: QtBot, first: Instance, tmp_path: Path) -> None:
    del first
    dialog = QDialog(modal=True)
    qtbot.addWidget(dialog)
    dialog.show()
    told = [sys.executable, "-c", TOLD, str(tmp_path)]

    started = subprocess.Popen(told, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    qtbot.waitUntil(lambda: started.poll() is not None, timeout=30_000)

    taken, why = started.communicate()
    assert taken == "False\n"
    assert why == "The window that is open asks something or does not answer, so another opens.\n"


@pytest.mark.parametrize(
    "sent", [b"\n", b"{}\n", b'{"file": 1, "token": ""}\n', b"[" * 60_000 + b"\n", b"x" * (2 * LARGEST)]
)
def test_what_is_no_message_is_turned_away(
    qtbot: QtBot, first: Instance, tmp_path: Path, sent: bytes
) -> None:
    socket = QLocalSocket()
    socket.connectToServer(str(tmp_path / "window"))
    assert socket.waitForConnected(1000)

    with qtbot.assertNotEmitted(first.handed), qtbot.waitSignal(socket.disconnected):
        socket.write(sent)


@pytest.mark.skipif(sys.platform == "win32", reason="pipes there have no place")
def test_a_runtime_folder_that_others_may_write_to_is_not_used(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_to_all, home = tmp_path / "runtime", tmp_path / "home"
    for folder in (open_to_all, home):
        folder.mkdir()
    open_to_all.chmod(0o777)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(open_to_all))
    first = Instance(home)

    assert first.listen()

    assert not list(open_to_all.iterdir())
    assert (home / "window").is_socket()
    first.deleteLater()


def test_of_two_that_start_at_once_the_lock_makes_one_the_first(qtbot: QtBot, tmp_path: Path) -> None:
    del qtbot
    first, second = Instance(tmp_path), Instance(tmp_path)

    assert not first.hand_over(None)

    assert not second.listen()
    assert first.listen()
    for one in (first, second):
        one.deleteLater()


def test_a_start_waits_for_the_window_that_is_being_made(qtbot: QtBot, tmp_path: Path) -> None:
    first = Instance(tmp_path)
    assert not first.hand_over(None)

    with qtbot.waitSignal(first.handed) as handed:
        command = [sys.executable, "-c", LOOKING, str(tmp_path), "bold.scenario.json"]
        second = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        assert second.stdout is not None
        assert [second.stdout.readline() for _ in range(3)] == ["looking\n"] * 3
        first.listen()

    assert handed.args[0].endswith("bold.scenario.json")
    qtbot.waitUntil(lambda: second.poll() is not None)
    assert second.communicate()[0].splitlines()[-1] == "True"
    first.deleteLater()


def test_a_first_that_never_listens_is_left_alone(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    del qtbot
    first, second = Instance(tmp_path), Instance(tmp_path)
    assert not first.hand_over(None)
    monkeypatch.setattr(instance, "STARTING", -1)
    monkeypatch.setattr(instance, "PATIENCE", 50)

    assert not second.hand_over(None)

    assert second.listen()
    for one in (first, second):
        one.deleteLater()
