"""Opening, saving and recovering: bad files change nothing, and nothing is lost."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFileDialog,
    QMessageBox,
    QPlainTextEdit,
    QTabWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

from models.engine.evaluate import evaluate
from models.schema.case import Stance
from models.schema.scenario import Scenario, baseline_scenario, with_stances
from models.store.cases import load_embedded
from models.store.scenarios import as_saved, save
from tests.desktop.conftest import close
from tests.pages import WindowPage


@pytest.fixture
def russia_fails(tmp_path: Path) -> Path:
    """A scenario file in which A3 fails."""
    case = load_embedded()
    scenario: Scenario = with_stances(baseline_scenario(case), {"russia-ties": Stance.FAILS})
    path = tmp_path / "russia.scenario.json"
    save(path, scenario)
    return path


def answering(qtbot: QtBot, answer: Callable[[QWidget], None], act: Callable[[], None]) -> None:
    """Act, and answer the dialog that this brings up."""
    timer = QTimer()

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if dialog is not None:
            timer.stop()
            answer(dialog)

    timer.timeout.connect(look)
    timer.start(10)
    act()
    timer.stop()


def press_answer(button: QMessageBox.StandardButton) -> Callable[[QWidget], None]:
    def press(dialog: QWidget) -> None:
        assert isinstance(dialog, QMessageBox)
        found = dialog.button(button)
        assert found is not None
        found.click()

    return press


def test_an_opened_scenario_is_shown_and_listed_as_recent(page: WindowPage, russia_fails: Path) -> None:
    page.window.open(russia_fails)

    assert page.stance("russia-ties") == "fails"
    assert page.window.windowTitle().startswith("russia.scenario.json")
    assert not page.window.isWindowModified()


def test_a_file_dropped_on_the_window_is_opened(page: WindowPage, russia_fails: Path, qtbot: QtBot) -> None:
    page.drop(russia_fails)

    qtbot.waitUntil(lambda: page.stance("russia-ties") == "fails")


def test_saving_writes_the_file_and_clears_the_mark(
    page: WindowPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "mine.scenario.json"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    page.set_stance("russia-ties", "fails")
    assert page.window.isWindowModified()

    page.command("save")

    assert not page.window.isWindowModified()
    assert json.loads(target.read_text())["stances"]["russia-ties"] == "fails"


def test_saving_twice_gives_the_same_bytes_but_for_the_date(page: WindowPage, russia_fails: Path) -> None:
    page.window.open(russia_fails)
    page.command("save")
    first = json.loads(russia_fails.read_text())

    page.set_stance("russia-ties", "holds")
    page.command("undo")
    page.command("save")

    second = json.loads(russia_fails.read_text())
    assert {**first, "modified": None} == {**second, "modified": None}


def test_a_broken_file_is_refused_and_what_is_open_stays(page: WindowPage, tmp_path: Path) -> None:
    broken = tmp_path / "broken.scenario.json"
    broken.write_text('{"format": "whatholds-scenario", "sche')
    page.set_stance("russia-ties", "fails")
    page.window.abandon()
    page.window.show()

    page.window.open(broken)

    assert "could not be opened" in page.notice()
    assert page.stance("russia-ties") == "fails"


def test_a_failed_save_is_told_and_keeps_the_work(
    page: WindowPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "no-such-folder" / "x.scenario.json"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    page.set_stance("russia-ties", "fails")

    page.command("save")

    assert "was not saved" in page.notice()
    assert page.window.isWindowModified()


def test_cancelling_the_question_keeps_what_is_unsaved(
    page: WindowPage, russia_fails: Path, qtbot: QtBot
) -> None:
    page.set_stance("council-deadlock", "fails")
    cancel = press_answer(QMessageBox.StandardButton.Cancel)

    answering(qtbot, cancel, lambda: page.window.open(russia_fails))

    assert page.stance("council-deadlock") == "fails"
    assert page.stance("russia-ties") == "holds"


def test_discarding_opens_the_other_file(page: WindowPage, russia_fails: Path, qtbot: QtBot) -> None:
    page.set_stance("council-deadlock", "fails")
    discard = press_answer(QMessageBox.StandardButton.Discard)

    answering(qtbot, discard, lambda: page.window.open(russia_fails))

    assert page.stance("council-deadlock") == "holds"
    assert page.stance("russia-ties") == "fails"


def test_an_older_case_says_which_verdicts_changed(page: WindowPage, tmp_path: Path) -> None:
    case = load_embedded()
    scenario = baseline_scenario(case)
    path = tmp_path / "old.scenario.json"
    save(path, as_saved(scenario, evaluate(case, scenario), datetime(2026, 1, 1, tzinfo=UTC)))
    old = json.loads(path.read_text())
    old["case"]["version"], old["case"]["hash"] = "0.9", "0" * 16
    old["verdicts"]["draw-from-moscow"] = "not-needed"
    path.write_text(json.dumps(old))

    page.window.open(path)

    assert "R5" in page.notice() or "0.9" in page.notice()


def test_unsaved_work_is_kept_and_removed_once_saved(
    page: WindowPage, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "x.scenario.json"), ""))

    page.set_stance("russia-ties", "fails")
    qtbot.waitUntil(lambda: len(list(page.paths.recovery.iterdir())) == 1, timeout=2000)
    page.command("save")

    assert list(page.paths.recovery.iterdir()) == []


VICTIM = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from PySide6.QtCore import QTimer
from desktop.application import build_window
from desktop.base.paths import Paths
from PySide6.QtWidgets import QAbstractButton
application = QApplication([])
home = Path(sys.argv[1])
window = build_window(Paths(home / "settings.json", home / "log", home / "recovery"))
window.show()
QTimer.singleShot(0, window.findChild(QAbstractButton, "stance:russia-ties:fails").click)
application.exec()
"""


def test_work_survives_kill_9(qtbot: QtBot, tmp_path: Path) -> None:
    home = tmp_path / "home"
    (home / "recovery").mkdir(parents=True)
    victim = subprocess.Popen([sys.executable, "-c", VICTIM, str(home)], env=os.environ)
    deadline = time.monotonic() + 30
    while not list((home / "recovery").glob("*.recovery.json")) and time.monotonic() < deadline:
        time.sleep(0.05)
    victim.send_signal(signal.SIGKILL)
    victim.wait()

    page = WindowPage(qtbot, home)
    page.window.offer_recovery()
    assert "was kept" in page.notice()
    page.press_notice()

    assert page.notice() == ""
    assert page.stance("russia-ties") == "fails"
    assert page.window.isWindowModified()
    close(page)


def test_a_broken_settings_file_is_told_and_costs_only_the_settings(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "settings.json").write_text("{not json")

    page = WindowPage(qtbot, tmp_path)

    assert "settings" in page.notice()
    assert page.text("headline") == "All 11 recommendations still hold"
    close(page)


def test_the_problems_of_a_case_are_listed_with_their_lines(
    page: WindowPage, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "wrong.yaml"
    path.write_text("schema: 1\nid: wrong\nversoin: '1'\n")
    seen: list[str] = []

    def read(dialog: QWidget) -> None:
        seen.append(dialog.objectName())
        assert isinstance(dialog, QDialog)
        dialog.reject()

    page.window.open(path)
    answering(qtbot, read, page.press_notice)

    assert seen == ["problems"]


def test_what_is_being_typed_is_asked_about_when_another_file_is_opened(
    page: WindowPage, qtbot: QtBot, russia_fails: Path
) -> None:
    page.write("note", "Said by the second table")

    answering(qtbot, press_answer(QMessageBox.StandardButton.Cancel), lambda: page.window.open(russia_fails))

    assert page.text("saved-state") == "Unsaved changes"
    assert page.stance("russia-ties") == "holds"


def test_what_is_being_typed_does_not_follow_into_another_case(page: WindowPage, qtbot: QtBot) -> None:
    other = Path(__file__).parents[2] / "resources" / "cases" / "tiny" / "case.yaml"
    page.set_stance("russia-ties", "fails")
    page.write("rationale", "Because of the treaty")
    discard = press_answer(QMessageBox.StandardButton.Discard)

    answering(qtbot, discard, lambda: page.window.open(other))

    assert page.find(QPlainTextEdit, "rationale").toPlainText() == ""
    assert page.find(QPlainTextEdit, "note").toPlainText() == ""


@pytest.mark.parametrize(("section", "row"), [("case", "dashboards"), ("workshop", "workshop-pages")])
def test_every_page_goes_on_with_a_smaller_case(page: WindowPage, section: str, row: str) -> None:
    cases = Path(__file__).parents[2] / "resources" / "cases"
    for _ in range(3):
        page.command("larger")
    page.click(f"section:{section}")
    tabs = page.find(QTabWidget, row)

    for place in range(tabs.count()):
        page.window.open(cases / "dprk-lessons" / "case.yaml")
        tabs.setCurrentIndex(place)
        page.window.grab()
        page.window.open(cases / "tiny" / "case.yaml")

    assert page.window.windowTitle().startswith("Untitled")
