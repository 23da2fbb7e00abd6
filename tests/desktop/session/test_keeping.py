"""Keeping unsaved work: never in the way, the last state wins, and what is forgotten stays so."""

import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from threading import Event

import pytest
from pytestqt.qtbot import QtBot

from desktop.session.keeping import Keeping
from models.schema.case import Case
from models.schema.problem import Refused
from models.schema.scenario import Scenario, baseline_scenario
from models.store import recovery


@pytest.fixture
def keeping(tmp_path: Path) -> Iterator[Keeping]:
    keeping = Keeping(tmp_path / "recovery")
    yield keeping
    keeping.close()


def titles(folder: Path) -> list[str]:
    return [file.read_text(encoding="utf-8") for file in (folder / "recovery").iterdir()]


def titled(case: Case, title: str) -> Scenario:
    return replace(baseline_scenario(case), title=title)


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


LOADED = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication, QTimer
from desktop.session.keeping import Keeping
application = QCoreApplication([])
keeping = Keeping(Path(sys.argv[1]))
assert "pydantic" not in sys.modules
keeping.soon(60_000)
looks = QTimer(interval=10)
looks.timeout.connect(lambda: "pydantic.type_adapter" in sys.modules and application.quit())
looks.start()
application.exec()
keeping.close()
"""


def test_what_writes_is_loaded_before_it_is_due(tmp_path: Path) -> None:
    done = subprocess.run([sys.executable, "-c", LOADED, str(tmp_path)], timeout=60, check=False)

    assert done.returncode == 0


def test_nothing_is_due_any_more_once_it_is_closed(qtbot: QtBot, tmp_path: Path) -> None:
    keeping = Keeping(tmp_path / "recovery")
    keeping.close()

    keeping.soon(0)

    with qtbot.assertNotEmitted(keeping.due, wait=50):
        pass
