"""Files as the window handles them: opened, dropped, saved and told about."""

import errno
import os
from dataclasses import replace
from pathlib import Path
from threading import Event, current_thread, main_thread

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFileDialog, QMessageBox
from pytest import MonkeyPatch
from pytestqt.qtbot import QtBot

from desktop.base.settings import Settings, save_settings
from desktop.session.reading import ReadFile, read_file
from models.schema.action import Change
from models.schema.case import Case
from models.schema.grades import Stance
from models.schema.scenario import baseline_scenario, with_stances
from models.schema.steps.scenario_steps import set_stance
from models.store.cases import load_embedded
from models.store.scenarios import load, save
from tests.window import Window, paths_in, save_as, stop_waiting

RUSSIA = load_embedded().by_code["A3"].id


def test_what_was_saved_comes_back(window: Window, tmp_path: Path, monkeypatch: MonkeyPatch) -> None:
    path = tmp_path / "one.scenario.json"
    window.set_stance(RUSSIA, "fails")
    save_as(window, path, monkeypatch)
    window.command("new")
    fresh = window.stance(RUSSIA)

    window.window.open(path)

    assert (fresh, window.stance(RUSSIA)) == ("holds", "fails")


def test_the_header_says_whether_work_is_saved(
    window: Window, tmp_path: Path, monkeypatch: MonkeyPatch
) -> None:
    window.set_stance(RUSSIA, "fails")
    before = window.text("saved-state")

    save_as(window, tmp_path / "one.scenario.json", monkeypatch)

    assert before == "Unsaved changes"
    assert window.text("saved-state").startswith("Saved ")


def test_a_broken_file_changes_nothing_and_is_told(window: Window, tmp_path: Path) -> None:
    path = tmp_path / "broken.scenario.json"
    path.write_text("{", encoding="utf-8")
    before = window.snapshot

    window.window.open(path)

    assert window.snapshot == before
    assert "broken.scenario.json" in window.text("notice-text")


def test_a_scenario_is_saved_under_its_groups_name(window: Window, monkeypatch: MonkeyPatch) -> None:
    proposed: list[str] = []

    def ask(*given: str) -> tuple[str, str]:
        proposed.append(given[2])
        return "", ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    session = window.window.session
    session.act(Change(lambda case, scenario: replace(scenario, group="Table 5")))

    window.command("save-as")
    session.act(Change(lambda case, scenario: replace(scenario, group="", title="Winter workshop")))
    window.command("new-round")
    window.command("save-as")
    session.act(Change(lambda case, scenario: replace(scenario, title="")))
    window.command("save-as")

    assert [Path(name).name for name in proposed] == [
        "table-5.scenario.json",
        "winter-workshop.workshop.json",
        "dprk-lessons.workshop.json",
    ]


def test_a_share_that_does_not_answer_leaves_the_window_free_and_can_be_left(
    window: Window, tmp_path: Path, monkeypatch: MonkeyPatch
) -> None:
    answers, ended = Event(), Event()

    def dead(path: Path, here: Case) -> ReadFile:
        answers.wait(30)
        ended.set()
        return read_file(saved, here)

    saved = tmp_path / "room.scenario.json"
    save(saved, replace(baseline_scenario(load_embedded()), title="From the share"))
    monkeypatch.setattr("desktop.base.apart.GRACE", 0.01)
    monkeypatch.setattr("desktop.window.filing.read_file", dead)

    window.window.open(saved)
    told = window.text("notice-text")
    window.set_stance("russia-ties", "fails")
    window.click("notice-action")
    answers.set()
    ended.wait(30)

    assert told == "room.scenario.json is being opened…"
    assert window.stance("russia-ties") == "fails"
    assert window.snapshot.scenario.title == ""


def test_a_file_that_is_slow_opens_when_it_has_come(
    window: Window, tmp_path: Path, monkeypatch: MonkeyPatch
) -> None:
    answers = Event()

    def slow(path: Path, here: Case) -> ReadFile:
        answers.wait(30)
        return read_file(path, here)

    saved = tmp_path / "room.scenario.json"
    save(saved, replace(baseline_scenario(load_embedded()), title="From the share"))
    monkeypatch.setattr("desktop.base.apart.GRACE", 0.01)
    monkeypatch.setattr("desktop.window.filing.read_file", slow)

    window.window.open(saved)
    answers.set()

    window.qtbot.waitUntil(lambda: window.snapshot.scenario.title == "From the share")
    assert not window.shows("notice-text")


def test_a_full_disk_keeps_no_window_open(window: Window, monkeypatch: MonkeyPatch) -> None:
    def full(stream: int, *_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "replace", full)

    assert window.window.close()
    assert not window.window.isVisible()


def _held(monkeypatch: MonkeyPatch) -> Event:
    """Every scenario is held by another program until the event is set; what waits for it longest gives up."""
    free, replace_it = Event(), Path.replace

    def wait(draft: Path, target: Path) -> Path:
        if target.name.endswith(".scenario.json") and not free.wait(20):
            raise PermissionError(errno.EACCES, "held")
        return replace_it(draft, target)

    monkeypatch.setattr(Path, "replace", wait)
    monkeypatch.setattr("desktop.base.apart.GRACE", 0.01)
    return free


def test_the_window_goes_on_while_a_file_is_held_and_what_comes_in_meanwhile_is_unsaved(
    window: Window, tmp_path: Path, monkeypatch: MonkeyPatch
) -> None:
    path = tmp_path / "held.scenario.json"
    window.set_stance(RUSSIA, "fails")
    free = _held(monkeypatch)

    def go_on() -> None:
        window.act(set_stance("council-deadlock", Stance.FAILS))
        free.set()

    QTimer.singleShot(100, window.window, go_on)
    save_as(window, path, monkeypatch)

    held = load(path, load_embedded()).scenario.stance_of
    assert (held[RUSSIA], held["council-deadlock"]) == (Stance.FAILS, Stance.HOLDS)
    assert window.text("saved-state") == "Unsaved changes"
    window.command("save")
    assert load(path, load_embedded()).scenario.stance_of["council-deadlock"] is Stance.FAILS


def test_whoever_waits_no_longer_for_a_place_that_does_not_answer_keeps_the_work(
    window: Window, tmp_path: Path, monkeypatch: MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop.window.asking.UNNOTICED", 10)
    window.set_stance(RUSSIA, "fails")
    free = _held(monkeypatch)

    stop_waiting(window)
    save_as(window, tmp_path / "dead.scenario.json", monkeypatch)

    assert "It is not known whether dead.scenario.json was saved" in window.text("notice-text")
    assert window.text("saved-state") == "Unsaved changes"
    free.set()
    save_as(window, tmp_path / "other.scenario.json", monkeypatch)
    assert window.text("saved-state").startswith("Saved ")


def test_theirs_is_read_apart_from_the_window(
    window: Window, tmp_path: Path, monkeypatch: MonkeyPatch
) -> None:
    path, readers = tmp_path / "ours.scenario.json", []
    save_as(window, path, monkeypatch)
    save(path, with_stances(baseline_scenario(load_embedded()), {RUSSIA: Stance.FAILS}))

    def read(path: Path, here: Case) -> ReadFile:
        readers.append(current_thread())
        return read_file(path, here)

    def take_theirs(question: QMessageBox) -> int:
        next(each for each in question.buttons() if each.text() == "Take theirs").click()
        return 0

    monkeypatch.setattr("desktop.window.filing.read_file", read)
    monkeypatch.setattr(QMessageBox, "exec", take_theirs)
    window.act(set_stance("council-deadlock", Stance.FAILS))
    window.command("save")

    assert window.stance(RUSSIA) == "fails"
    assert readers and main_thread() not in readers


def test_nothing_is_saved_beneath_a_stick_that_is_gone_unless_it_is_wished(
    window: Window, tmp_path: Path, monkeypatch: MonkeyPatch
) -> None:
    stick, drawer = tmp_path / "stick", tmp_path / "drawer"
    stick.mkdir()
    (stick / "of-the-stick").touch()
    devices = "desktop.session.locks.device_of"
    monkeypatch.setattr(devices, lambda folder: int((folder / "of-the-stick").exists()))
    path = stick / "day.scenario.json"
    save_as(window, path, monkeypatch)

    stick.rename(drawer)
    stick.mkdir()
    window.set_stance(RUSSIA, "fails")
    window.command("save")
    assert "The stick or disk on which day.scenario.json was is not there now." in window.text("notice-text")
    assert not any(stick.iterdir())
    assert window.text("saved-state") == "Unsaved changes"

    window.click("notice-action")
    assert load(path, load_embedded()).scenario.stance_of[RUSSIA] is Stance.FAILS


def test_a_stick_that_is_plugged_in_again_takes_the_file_whatever_its_number_is(
    window: Window, tmp_path: Path, monkeypatch: MonkeyPatch
) -> None:
    path = tmp_path / "day.scenario.json"
    save_as(window, path, monkeypatch)
    monkeypatch.setattr("desktop.session.locks.device_of", lambda _: -7)
    window.set_stance(RUSSIA, "fails")

    window.command("save")

    assert load(path, load_embedded()).scenario.stance_of[RUSSIA] is Stance.FAILS


def test_a_dialog_about_files_waits_for_no_folder_on_a_dead_share(
    qtbot: QtBot, tmp_path: Path, monkeypatch: MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop.base.apart.GRACE", 0.1)
    dead, waits, is_dir = tmp_path / "dead", Event(), Path.is_dir
    monkeypatch.setattr(Path, "is_dir", lambda path: waits.wait(9) if path == dead else is_dir(path))
    save_settings(paths_in(tmp_path).settings, Settings(welcomed=True, folder=str(dead)))
    window = Window(qtbot, tmp_path)
    asked: list[str] = []

    def chosen(*given: str) -> tuple[str, str]:
        asked.append(given[2])
        return "", ""

    monkeypatch.setattr(QFileDialog, "getOpenFileName", chosen)

    window.command("open")

    assert asked == [str(Path.home())]
    waits.set()
    window.close()
