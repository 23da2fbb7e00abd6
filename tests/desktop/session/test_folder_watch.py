"""The watched folder: what tables save comes in, what is foreign is told, and nothing blocks."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QFileSystemWatcher
from pytest import MonkeyPatch
from pytestqt.qtbot import QtBot

from desktop.session.folder_watch import FolderWatch
from models.schema.case import Case
from models.schema.grades import Stance
from models.schema.scenario import baseline_scenario, with_stances
from models.store.scenarios import save


@pytest.fixture
def watch(qtbot: QtBot) -> Iterator[FolderWatch]:
    watch = FolderWatch()
    yield watch
    watch.stop()


def save_table(folder: Path, case: Case, name: str, stance: Stance = Stance.FAILS) -> None:
    scenario = with_stances(baseline_scenario(case), {"russia-ties": stance})
    save(folder / f"{name}.scenario.json", replace(scenario, group=name))


def test_what_is_there_arrives_at_once(qtbot: QtBot, watch: FolderWatch, essay: Case, tmp_path: Path) -> None:
    save_table(tmp_path, essay, "Table 1")

    with qtbot.waitSignal(watch.arrived) as arrived:
        watch.watch(tmp_path, essay)

    assert [item.group for item in arrived.args[0]] == ["Table 1"]


def test_what_is_saved_later_arrives_by_itself(
    qtbot: QtBot, watch: FolderWatch, essay: Case, tmp_path: Path
) -> None:
    watch.watch(tmp_path, essay)

    with qtbot.waitSignal(watch.arrived) as arrived:
        save_table(tmp_path, essay, "Table 2")

    assert [item.group for item in arrived.args[0]] == ["Table 2"]


def test_a_table_that_changes_its_mind_arrives_again(
    qtbot: QtBot, watch: FolderWatch, essay: Case, tmp_path: Path
) -> None:
    save_table(tmp_path, essay, "Table 1")
    with qtbot.waitSignal(watch.arrived):
        watch.watch(tmp_path, essay)

    with qtbot.waitSignal(watch.arrived) as arrived:
        save_table(tmp_path, essay, "Table 1", Stance.UNCERTAIN)

    assert arrived.args[0][0].scenario.stance_of["russia-ties"] is Stance.UNCERTAIN


def test_foreign_files_are_refused_quietly_with_a_reason(
    qtbot: QtBot, watch: FolderWatch, essay: Case, tmp_path: Path
) -> None:
    (tmp_path / "shopping.json").write_text('["milk"]', encoding="utf-8")

    watch.watch(tmp_path, essay)

    qtbot.waitUntil(lambda: bool(watch.refused))
    assert [name for name, _ in watch.refused] == ["shopping.json"]


def test_a_folder_that_goes_away_is_told(
    qtbot: QtBot, watch: FolderWatch, essay: Case, tmp_path: Path
) -> None:
    watch.watch(tmp_path / "gone", essay)

    qtbot.waitUntil(lambda: bool(watch.refused))
    assert "no such file or folder" in watch.refused[0][1]


def test_a_stick_that_is_pulled_out_is_told_and_put_in_again_goes_on(
    qtbot: QtBot, watch: FolderWatch, essay: Case, tmp_path: Path
) -> None:
    stick, pocket = tmp_path / "stick", tmp_path / "pocket"
    stick.mkdir()
    save_table(stick, essay, "Table 1")
    with qtbot.waitSignal(watch.arrived):
        watch.watch(stick, essay)

    stick.rename(pocket)
    qtbot.waitUntil(lambda: bool(watch.refused))
    assert "no such file or folder" in watch.refused[0][1]
    save_table(pocket, essay, "Table 2")
    with qtbot.waitSignal(watch.arrived) as arrived:
        pocket.rename(stick)

    assert [item.group for item in arrived.args[0]] == ["Table 2"]
    qtbot.waitUntil(lambda: not watch.refused)


def test_nothing_is_watched_after_stopping(watch: FolderWatch, essay: Case, tmp_path: Path) -> None:
    watch.watch(tmp_path, essay)

    watch.stop()

    assert watch.folder is None
    assert watch.refused == ()


def test_a_folder_whose_stick_is_gone_is_told_though_its_place_is_still_there(
    qtbot: QtBot, watch: FolderWatch, essay: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stick, drawer = tmp_path / "stick", tmp_path / "drawer"
    stick.mkdir()
    (stick / "of-the-stick").touch()
    devices = "desktop.session.folder_watch.device_of"
    monkeypatch.setattr(devices, lambda folder: int((folder / "of-the-stick").exists()))
    save_table(stick, essay, "Table 1")
    with qtbot.waitSignal(watch.arrived):
        watch.watch(stick, essay)

    stick.rename(drawer)
    stick.mkdir()
    with qtbot.waitSignal(watch.changed):
        watch._look()
    (told,) = watch.refused
    assert told[1].startswith("The stick or disk on which stick was is not there now.")

    stick.rmdir()
    drawer.rename(stick)
    monkeypatch.setattr(devices, lambda _: 7)
    with qtbot.waitSignal(watch.arrived) as arrived:
        save_table(stick, essay, "Table 2")
    assert [item.group for item in arrived.args[0]] == ["Table 2"]
    assert not watch.refused


def test_a_share_that_is_dead_is_told_and_holds_up_neither_another_folder_nor_the_end(
    qtbot: QtBot, essay: Case, tmp_path: Path, monkeypatch: MonkeyPatch
) -> None:
    alive, asked = Event(), list[str]()

    class Telling(QFileSystemWatcher):
        def addPath(self, path: str) -> bool:  # noqa: N802 - Qt's name
            asked.append(path)
            return bool(super().addPath(path))

    monkeypatch.setattr("desktop.session.folder_watch.QFileSystemWatcher", Telling)
    monkeypatch.setattr("desktop.session.folder_watch.LONG", 50)
    watch = FolderWatch()
    save_table(tmp_path, essay, "Table 1")
    with monkeypatch.context() as dead:
        dead.setattr("desktop.session.folder_watch._looked", lambda *_: alive.wait())
        watch.watch(tmp_path / "share", essay)
        qtbot.waitUntil(lambda: bool(watch.refused))
    assert "does not answer yet" in watch.refused[0][1] and asked == []

    with qtbot.waitSignal(watch.arrived) as arrived:
        watch.watch(tmp_path, essay)

    assert [item.group for item in arrived.args[0]] == ["Table 1"] and asked == [str(tmp_path)]
    watch.stop()
    alive.set()
