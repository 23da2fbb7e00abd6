"""The workshop in the window: groups come in, rounds go by, all can be undone, saved and opened again."""

import json
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from models.schema.case import Case, Stance
from models.schema.scenario import baseline_scenario, revised, with_stances
from models.schema.workshop import Workshop
from models.store import workshops
from models.store.cases import load_embedded
from models.store.scenarios import save
from tests.desktop.conftest import close
from tests.pages import WindowPage
from tests.workshops import four_tables


@pytest.fixture
def essay() -> Case:
    return load_embedded()


@pytest.fixture
def tables(tmp_path: Path, essay: Case) -> list[Path]:
    """Two tables' files; the second takes Russia ties to fail."""
    folder = tmp_path / "tables"
    folder.mkdir()
    paths = []
    for number, stance in ((1, Stance.HOLDS), (2, Stance.FAILS)):
        scenario = with_stances(baseline_scenario(essay), {"russia-ties": stance})
        path = folder / f"table-{number}.scenario.json"
        save(path, revised(scenario, group=f"Table {number}"))
        paths.append(path)
    return paths


@pytest.fixture
def whole(tmp_path: Path, essay: Case) -> Path:
    """A workshop's file with four tables in two rounds."""
    path = tmp_path / "day.workshop.json"
    workshops.save(path, baseline_scenario(essay), four_tables(essay))
    return path


def told(page: WindowPage, notice: str) -> bool:
    return page.notice() == notice


def drop_all(page: WindowPage, paths: list[Path]) -> None:
    page.command("go-groups")
    for number, path in enumerate(paths, start=1):
        page.drop(path)
        page.qtbot.waitUntil(partial(told, page, f"Table {number} came in."))


def saved(path: Path, case: Case) -> Workshop:
    return workshops.load(path, case).workshop


def chosen_file(monkeypatch: pytest.MonkeyPatch, path: Path) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))


def test_dropped_files_become_groups_of_the_round(page: WindowPage, tables: list[Path]) -> None:
    drop_all(page, tables)

    page.qtbot.waitUntil(lambda: page.text("groups-title").startswith("The tables differ on 1 assumption"))
    assert page.notice() == "Table 2 came in."


def test_taking_a_group_back_is_named_and_leaves_the_other(page: WindowPage, tables: list[Path]) -> None:
    drop_all(page, tables)

    assert page.command_text("undo") == "&Undo Add Table 2"
    page.command("undo")

    assert page.command_text("undo") == "&Undo Add Table 1"


def test_a_workshop_is_saved_under_its_own_ending(
    page: WindowPage, tables: list[Path], tmp_path: Path, essay: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    drop_all(page, tables)
    chosen_file(monkeypatch, tmp_path / "day")

    page.command("save")

    assert [group.name for group in saved(tmp_path / "day.workshop.json", essay).groups] == [
        "Table 1",
        "Table 2",
    ]
    assert page.text("saved-state").startswith("Saved")


def test_saving_only_the_scenario_says_that_the_workshop_is_not_saved(
    page: WindowPage, tables: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    drop_all(page, tables)
    chosen_file(monkeypatch, tmp_path / "plenary.scenario.json")

    page.command("save-as")

    assert (tmp_path / "plenary.scenario.json").exists()
    assert "the workshop is not saved yet" in page.notice()
    assert page.text("saved-state") == "Unsaved changes"


def test_a_workshop_opens_with_its_rounds(page: WindowPage, whole: Path) -> None:
    page.window.open(whole)

    page.command("go-groups")

    assert page.find(QPushButton, "round:round-2").isChecked()
    assert page.text("saved-state") == "day.workshop.json"


def test_a_toggle_is_written_into_the_log_with_what_it_moved(
    page: WindowPage, tmp_path: Path, essay: Case, whole: Path
) -> None:
    page.window.open(whole)

    page.set_stance("russia-ties", "fails")
    page.command("save")

    entry = saved(whole, essay).log[-1]
    assert entry.what == "Set A3 to fails"
    assert "R5 is no longer needed" in entry.moved


def test_undo_is_written_into_the_log_and_takes_nothing_out_of_it(
    page: WindowPage, essay: Case, whole: Path
) -> None:
    page.window.open(whole)
    page.set_stance("russia-ties", "fails")

    page.command("undo")
    page.command("save")

    assert [entry.what for entry in saved(whole, essay).log] == ["Set A3 to fails", "Set A3 to holds"]


def test_stepping_back_and_forth_goes_over_what_came_in_between(page: WindowPage, tables: list[Path]) -> None:
    page.set_stance("russia-ties", "fails")
    drop_all(page, tables)

    page.command("before")
    assert page.stance("russia-ties") == "holds"
    page.command("after")

    assert page.stance("russia-ties") == "fails"


def test_verdicts_are_hidden_while_the_room_is_asked(page: WindowPage) -> None:
    page.command("go-predict")
    page.click("predict-ask")

    page.click("section:case")

    assert page.find(QPushButton, "veil-leave").isVisible()
    assert not page.find(QWidget, "board").isVisible()


def test_the_reveal_brings_the_verdicts_back(page: WindowPage) -> None:
    page.command("go-predict")
    for name in ("predict-ask", "predict-lock", "predict-reveal"):
        page.click(name)

    page.click("section:case")

    assert page.find(QWidget, "board").isVisible()
    assert page.find(QWidget, "why").isVisible()


def test_a_second_window_opens_read_only_and_says_who_has_the_file(page: WindowPage, whole: Path) -> None:
    hold = (
        "import sys; from pathlib import Path; from desktop.session.locks import FileLock; lock = FileLock(); "
        "lock.take(Path(sys.argv[1])); print('held', flush=True); sys.stdin.read()"
    )
    other = subprocess.Popen(
        [sys.executable, "-c", hold, str(whole)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert other.stdout is not None
    other.stdout.readline()

    page.window.open(whole)

    assert "is open elsewhere:" in page.notice()
    assert "(read-only)" in page.window.windowTitle()
    other.communicate("")


def test_a_read_only_file_is_not_saved_over(
    page: WindowPage, whole: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    other = WindowPage(qtbot, tmp_path / "other")
    other.window.open(whole)
    before = whole.read_bytes()
    chosen_file(monkeypatch, whole)
    page.window.open(whole)
    page.set_stance("russia-ties", "fails")

    page.command("save")

    assert whole.read_bytes() == before
    assert "open elsewhere" in page.notice()
    close(other)


def test_the_workshop_comes_back_after_a_crash(
    page: WindowPage, tables: list[Path], tmp_path: Path, qtbot: QtBot
) -> None:
    drop_all(page, tables)
    kept = page.paths.recovery
    qtbot.waitUntil(lambda: any("Table 2" in file.read_text() for file in kept.glob("*.json")), timeout=5000)
    (file,) = kept.glob("*.json")
    text = json.loads(file.read_text())

    assert text["workshop"] is True
    assert text["process"] > 0


def test_a_remote_works_as_soon_as_the_walk_through_is_turned_to(page: WindowPage) -> None:
    page.command("go-walk-through")
    before = page.text("walk-progress")

    page.press("PgDown")

    assert page.text("walk-progress") != before
