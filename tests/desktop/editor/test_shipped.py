"""A case that came with the application is edited as a copy, however it was opened."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QMessageBox

from models.store.cases import case_path
from tests.desktop.editor.bench import Desk
from tests.window import Window

NAME = "night-ferry"


@pytest.fixture
def ours(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A case of an application that is installed elsewhere, so that nothing is lost where a test fails."""
    place = tmp_path / "installed"
    shutil.copytree(case_path(NAME).parent, place / "cases" / NAME)
    monkeypatch.setattr("models.store.embedded.ROOT", place)
    return place / "cases" / NAME / "case.yaml"


def _opened(window: Window, path: Path) -> None:
    window.window.open(path)
    window.qtbot.waitUntil(lambda: window.snapshot.case.id == NAME)


def _dropped(window: Window, path: Path) -> None:
    window.drop(path)
    window.qtbot.waitUntil(lambda: window.snapshot.case.id == NAME)


def _linked(window: Window, path: Path) -> None:
    link = window.paths.settings.parent / "link.yaml"
    link.symlink_to(path)
    _opened(window, link)


def _roundabout(window: Window, path: Path) -> None:
    _opened(window, path.parent / ".." / path.parent.name / path.name)


def _is_a_copy(desk: Desk) -> bool:
    return desk.work.file.path is None and desk.work.document.data["id"] == f"{NAME}-copy"


@pytest.mark.parametrize("open_it", [_opened, _dropped, _linked, _roundabout])
def test_a_case_of_the_application_is_edited_as_a_copy_however_it_was_opened(
    window: Window, ours: Path, open_it: Callable[[Window, Path], None]
) -> None:
    open_it(window, ours)

    window.command("edit-case")

    desk = Desk(window)
    assert _is_a_copy(desk)
    assert "This is a copy" in " ".join(desk.notices)
    assert not desk.work.unsaved
    assert not list(ours.parent.glob(".*.lock"))


def test_a_case_of_the_application_that_is_opened_in_the_editor_is_a_copy(
    desk: Desk, ours: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.work.give_up()
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(ours), ""))

    desk.window.command("open")

    assert _is_a_copy(desk)
    assert "This is a copy" in " ".join(desk.notices)


def test_nothing_is_written_over_a_case_of_the_application(
    desk: Desk, ours: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, link = ours.read_bytes(), tmp_path / "link.yaml"
    link.symlink_to(ours)

    for path in (ours, link):
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, path=path: (str(path), ""))
        for command in ("save-as", "case-copy"):
            monkeypatch.setattr(QMessageBox, "exec", lambda box: QMessageBox.StandardButton.Discard)
            desk.window.command(command)

    assert ours.read_bytes() == before


def test_files_are_not_proposed_in_the_folder_of_the_applications_cases(
    window: Window, ours: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    proposed: list[str] = []

    def ask(*given: str) -> tuple[str, str]:
        proposed.append(given[2])
        return "", ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    _opened(window, ours)

    window.command("case-copy")

    assert Path(proposed[0]).parent != ours.parent
