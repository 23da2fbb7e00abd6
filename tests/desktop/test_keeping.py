"""Keeping unsaved work: never in the way, the last state wins, and all of a workshop outlives its process."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from desktop.keeping import Keeping
from models.schema.case import Case, Stance
from models.schema.problem import Refused
from models.schema.scenario import Scenario, baseline_scenario, revised, with_stances
from models.schema.workshop import Hands
from models.store import recovery, scenarios, workshops
from models.store.cases import load_embedded
from tests.desktop.conftest import close
from tests.pages import WindowPage
from tests.workshops import four_tables

VICTIM = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QLineEdit
import desktop.application as application

build = application.build_window

def drive(window):
    QFileDialog.getOpenFileNames = lambda *_: ([sys.argv[2]], "")
    commands = {action.objectName(): action.trigger for action in window.actions()}
    window.findChild(QAbstractButton, "stance:russia-ties:fails").click()
    commands["add-groups"]()
    commands["go-predict"]()
    window.findChild(QAbstractButton, "predict-ask").click()
    field = window.findChild(QLineEdit, "hands:draw-from-moscow:falls")
    field.selectAll()
    QTest.keyClicks(field, "17")
    print("done", flush=True)

def built(paths):
    window = build(paths)
    QTimer.singleShot(500, window, lambda: drive(window))
    return window

application.build_window = built
application.start(Path(sys.argv[1]))
"""


@pytest.fixture
def essay() -> Case:
    return load_embedded()


@pytest.fixture
def keeping(tmp_path: Path) -> Iterator[Keeping]:
    keeping = Keeping(tmp_path / "recovery")
    yield keeping
    keeping.close()


@pytest.fixture
def day(tmp_path: Path, essay: Case) -> Path:
    """A workshop's file with four tables in two rounds."""
    path = tmp_path / "day.workshop.json"
    workshops.save(path, baseline_scenario(essay), four_tables(essay))
    return path


@pytest.fixture
def late(tmp_path: Path, essay: Case) -> Path:
    """The file of a table that comes late."""
    path = tmp_path / "late.scenario.json"
    scenario = with_stances(baseline_scenario(essay), {"council-deadlock": Stance.FAILS})
    scenarios.save(path, revised(scenario, group="Late table"))
    return path


def titles(folder: Path) -> list[str]:
    return [file.read_text(encoding="utf-8") for file in (folder / "recovery").iterdir()]


def titled(case: Case, title: str) -> Scenario:
    return revised(baseline_scenario(case), title=title)


def test_a_slow_disk_holds_nobody_up(
    keeping: Keeping, essay: Case, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    disk, keep = Event(), recovery.keep
    monkeypatch.setattr(recovery, "keep", lambda *given: disk.wait() and keep(*given))

    keeping.keep(titled(essay, "First"), None, None, None)
    keeping.keep(titled(essay, "Second"), None, None, None)

    disk.set()
    assert keeping.finish()
    assert ["Second" in text for text in titles(tmp_path)] == [True]


def test_what_is_forgotten_is_not_written_afterwards(keeping: Keeping, essay: Case, tmp_path: Path) -> None:
    keeping.keep(titled(essay, "First"), None, None, None)

    keeping.forget()

    assert titles(tmp_path) == []


def test_a_disk_that_takes_nothing_is_told(
    qtbot: QtBot, keeping: Keeping, essay: Case, tmp_path: Path
) -> None:
    (tmp_path / "recovery").write_text("in the way", encoding="utf-8")

    with qtbot.waitSignal(keeping.refused) as refused:
        keeping.keep(titled(essay, "First"), None, None, None)

    assert isinstance(refused.args[0], Refused)
    assert not keeping.finish()
    (tmp_path / "recovery").unlink()


def test_all_of_a_workshop_is_there_again_after_kill_9(
    qtbot: QtBot, tmp_path: Path, essay: Case, day: Path, late: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    state = tmp_path / "state"
    _kill_two_seconds_after_the_last_change(tmp_path, day, late)
    page = WindowPage(qtbot, state / "whatholds")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "b.workshop.json"), ""))

    page.window.offer_recovery()
    page.press_notice()
    page.command("save-as")

    kept = workshops.load(tmp_path / "b.workshop.json", essay)
    assert kept.scenario.stance_of["russia-ties"] is Stance.FAILS
    names = [group.name for group in kept.workshop.present]
    assert names == ["Table 1", "Table 2", "Table 3", "Table 4", "Late table"]
    whats = [entry.what for entry in kept.workshop.log]
    assert whats[:2] == ["Set A3 to fails", "Add Late table"]
    asking = kept.workshop.asking
    assert asking is not None and asking.hands == (Hands(id="draw-from-moscow", falls=17),)
    close(page)


def _kill_two_seconds_after_the_last_change(home: Path, day: Path, late: Path) -> None:
    places = {"XDG_STATE_HOME": str(home / "state"), "XDG_CONFIG_HOME": str(home / "config")}
    victim = subprocess.Popen(
        [sys.executable, "-c", VICTIM, str(day), str(late)],
        env={**os.environ, **places},
        stdout=subprocess.PIPE,
        text=True,
    )
    assert victim.stdout is not None
    assert victim.stdout.readline() == "done\n"
    time.sleep(2)
    victim.send_signal(signal.SIGKILL)
    victim.communicate()
