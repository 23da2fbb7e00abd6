"""Settings are kept when they change; where they cannot be, the window says so once, and goes on."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from desktop.base.settings import load_settings
from models.schema.problem import Refused, phrase
from models.store.files import refusal
from models.store.scenarios import save
from tests.window import Window


def test_a_setting_is_kept_at_once(window: Window) -> None:
    window.command("larger")

    assert load_settings(window.paths.settings)[0].scale > 100


def test_settings_that_cannot_be_kept_are_told_once(
    window: Window, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(path: Path, _: bytes) -> Refused:
        raise refusal(path, phrase("The disk is full."), phrase("Free some space, or choose another disk."))

    monkeypatch.setattr("desktop.base.settings.write_atomically", full)
    window.command("larger")

    qtbot.waitUntil(lambda: window.shows("notice-text"))
    assert window.text("notice-text").startswith(
        "Settings are not kept for the next start. The disk is full."
    )
    window.click("notice-close")
    window.command("smaller")
    qtbot.wait(50)
    assert not window.shows("notice-text")
    assert window.window.isVisible()


@pytest.mark.parametrize(
    "command", ["open", "add-groups", "export", "save-as", "export-minutes", "watch-folder"]
)
def test_a_dialog_begins_in_the_folder_that_was_used_last(
    window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    stick, begun = tmp_path / "stick", list[str]()
    stick.mkdir()
    save(stick / "table-1.scenario.json", window.snapshot.scenario)

    def ask(_window: object, _title: str, start: str, *_: object) -> tuple[list[str] | str, str]:
        begun.append(start)
        return ([str(stick / "table-1.scenario.json")], "") if len(begun) == 1 else ("", "")

    monkeypatch.setattr(QFileDialog, "getOpenFileNames", ask)
    for name in ("getOpenFileName", "getSaveFileName"):
        monkeypatch.setattr(QFileDialog, name, ask)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *given: ask(*given)[0])
    window.command("add-groups")

    window.command(command)

    assert [begun[-1] == str(stick) or Path(begun[-1]).parent == stick, len(begun)] == [True, 2]
    assert load_settings(window.paths.settings)[0].used == str(stick)


def test_a_file_that_is_opened_takes_dialogs_to_its_folder(
    window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home, begun = tmp_path / "workshop", list[str]()
    home.mkdir()
    save(home / "day.scenario.json", window.snapshot.scenario)

    def ask(_window: object, _title: str, start: str, *_: object) -> tuple[list[str], str]:
        begun.append(start)
        return [], ""

    monkeypatch.setattr(QFileDialog, "getOpenFileNames", ask)

    window.window.open(home / "day.scenario.json")
    window.command("add-groups")

    assert begun == [str(home)]
