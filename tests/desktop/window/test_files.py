"""Files as the window handles them: opened, dropped, saved and told about."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog
from pytest import MonkeyPatch

from models.store.cases import load_embedded
from tests.window import Window

RUSSIA = load_embedded().by_code["A3"].id


def _save_as(window: Window, path: Path, monkeypatch: MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    window.command("save-as")


def test_what_was_saved_comes_back(window: Window, tmp_path: Path, monkeypatch: MonkeyPatch) -> None:
    path = tmp_path / "one.scenario.json"
    window.set_stance(RUSSIA, "fails")
    _save_as(window, path, monkeypatch)
    window.command("new")
    fresh = window.stance(RUSSIA)

    window.window.open(path)

    assert (fresh, window.stance(RUSSIA)) == ("holds", "fails")


def test_the_header_says_whether_work_is_saved(
    window: Window, tmp_path: Path, monkeypatch: MonkeyPatch
) -> None:
    window.set_stance(RUSSIA, "fails")
    before = window.text("saved-state")

    _save_as(window, tmp_path / "one.scenario.json", monkeypatch)

    assert before == "Unsaved changes"
    assert window.text("saved-state").startswith("Saved ")


def test_a_broken_file_changes_nothing_and_is_told(window: Window, tmp_path: Path) -> None:
    path = tmp_path / "broken.scenario.json"
    path.write_text("{", encoding="utf-8")
    before = window.snapshot

    window.window.open(path)

    assert window.snapshot == before
    assert "broken.scenario.json" in window.text("notice-text")


def test_files_that_are_dropped_together_are_groups(
    window: Window, tmp_path: Path, monkeypatch: MonkeyPatch
) -> None:
    paths = [tmp_path / f"{name}.scenario.json" for name in ("north", "south")]
    for path in paths:
        _save_as(window, path, monkeypatch)

    window.drop(*paths)
    window.qtbot.waitUntil(lambda: len(window.snapshot.workshop.present) == 2)

    assert window.page == "Where do we differ?"
