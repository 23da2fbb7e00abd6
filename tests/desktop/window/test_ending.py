"""Whatever ends the program from outside, unsaved work is kept at once and offered at the next start."""

import os
import shutil
import signal
import subprocess
import sys
from ctypes.util import find_library
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.session.documents import Documents
from desktop.session.locks import lock_path
from models.schema.scenario import baseline_scenario
from models.store.cases import load_embedded
from models.store.scenarios import save
from tests.window import Window

PROGRAM = """
import os, signal, sys
for number in (signal.SIGTERM, signal.SIGHUP):  # as at a terminal, also where the tests run behind it or under nohup
    signal.signal(number, signal.SIG_DFL)
signal.signal(signal.SIGINT, signal.default_int_handler)
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit
from desktop.window import application
from desktop.base.paths import Paths
from models.schema.action import look
from models.schema.view import PageName, WatchPart
home, deed = Path(sys.argv[1]), sys.argv[2]
application.find_paths = lambda: Paths(home / "settings.json", home / "log", home / "recovery")
def click():
    window = next(one for one in QApplication.topLevelWidgets() if one.objectName() == "whatholds")
    if deed == "open" and not [*Path(sys.argv[3]).parent.glob(".*.lock")]:
        QTimer.singleShot(50, click)  # it is being read
        return
    window.findChild(QAbstractButton, "stance:russia-ties:fails").click()
    if deed == "session":
        QApplication.instance().commitDataRequest.emit(None)
    elif deed == "type":
        window.session.act(look(page=PageName.WATCH, watch=WatchPart.MINUTES))
        QTest.keyClicks(window.findChild(QLineEdit, "decision"), "We meet in May")
    elif deed == "raise":
        raise KeyboardInterrupt
    print("clicked", flush=True)
application.warm_up = lambda *_: click()
code = application.start(Path(sys.argv[3]) if sys.argv[3:] else None)
if deed == "open":
    os._exit(code)  # nothing that Python tidies up is let go of by chance
sys.exit(code)
"""


@pytest.fixture
def home(tmp_path: Path) -> Path:
    (tmp_path / "recovery").mkdir()
    (tmp_path / "settings.json").write_text('{"welcomed": true}')
    return tmp_path


def _start(home: Path, deed: str = "", *file: Path) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", PROGRAM, str(home), deed, *map(str, file)]
    program = subprocess.Popen(command, env=os.environ, stdout=subprocess.PIPE, text=True)
    assert program.stdout is not None
    with program.stdout:
        assert program.stdout.readline() == ("" if deed == "raise" else "clicked\n")
    return program


def _assert_offered(qtbot: QtBot, home: Path) -> None:
    window = Window(qtbot, home)
    window.window.closing.offer_recovery()
    window.click("notice-action")
    assert window.stance("russia-ties") == "fails"


@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM", "SIGHUP"])
def test_a_signal_ends_the_program_in_order_and_keeps_the_work(name: str, qtbot: QtBot, home: Path) -> None:
    number = getattr(signal, name)
    program = _start(home)

    program.send_signal(number)

    assert program.wait(60) == 128 + number
    _assert_offered(qtbot, home)


def test_a_signal_leaves_no_lock_beside_the_file(home: Path) -> None:
    file = home / "mine" / "bold.scenario.json"
    file.parent.mkdir()
    save(file, baseline_scenario(load_embedded()))
    program = _start(home, "open", file)
    assert lock_path(file).exists()

    program.terminate()

    assert program.wait(60) == 128 + signal.SIGTERM
    assert [*file.parent.iterdir()] == [file]


def test_ctrl_c_that_reaches_python_ends_the_program_in_order(qtbot: QtBot, home: Path) -> None:
    program = _start(home, "raise")

    assert program.wait(60) == 130
    _assert_offered(qtbot, home)


def test_the_end_of_the_session_keeps_the_work_at_once(qtbot: QtBot, home: Path) -> None:
    program = _start(home, "session")

    program.kill()

    program.wait(60)
    _assert_offered(qtbot, home)


@pytest.mark.skipif(
    shutil.which("Xvfb") is None or find_library("xcb-cursor") is None,
    reason="there is no X server whose death could be seen, or Qt cannot open a window on it",
)
def test_a_display_that_dies_while_somebody_types_takes_nothing(
    qtbot: QtBot, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", "1", "-screen", "0", "1366x768x24", "-nolisten", "tcp"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert server.stdout is not None
    with server.stdout:
        display = server.stdout.readline().strip()
    with monkeypatch.context() as there:
        there.setenv("DISPLAY", f":{display}")
        there.setenv("QT_QPA_PLATFORM", "xcb")
        program = _start(home, "type")

    server.kill()
    server.wait()

    assert program.wait(60) == 1
    window = Window(qtbot, home)
    window.window.closing.offer_recovery()
    window.click("notice-action")
    assert window.stance("russia-ties") == "fails"
    assert [item.text for item in window.snapshot.workshop.decisions] == ["We meet in May"]


def test_nothing_is_kept_of_a_window_that_is_gone(qtbot: QtBot, tmp_path: Path) -> None:
    window = Window(qtbot, tmp_path / "home")
    window.set_stance("russia-ties", "fails")
    documents = window.find(Documents, "")

    gone: list[str] = []
    documents.destroyed.connect(lambda: gone.append("documents"))
    window.window.destroyed.connect(lambda: gone.append("window"))

    window.window.deleteLater()

    qtbot.waitUntil(lambda: sorted(gone) == ["documents", "window"])
