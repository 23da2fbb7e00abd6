"""What becomes of the board, and of the work on it, when the case has been written."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QMessageBox

from models.schema.grades import Stance
from models.schema.steps.scenario_steps import set_stance
from models.store import workshops
from tests.desktop.editor.bench import Desk
from tests.desktop.editor.written import written


@pytest.fixture
def board(desk: Desk, tmp_path: Path) -> Desk:
    """The board with a case that was written, its first assumption taken to fail."""
    written(desk)
    desk.work.save(tmp_path / "library.yaml")
    desk.click("editor-done")
    desk.window.qtbot.waitUntil(lambda: desk.window.snapshot.case.id.startswith("should-the-library"))
    desk.window.act(set_stance(desk.window.snapshot.case.assumptions[0].id, Stance.FAILS))
    return desk


def edited(desk: Desk, remove: bool = False) -> None:
    """Change the case, save it, and go back to the board."""
    desk.window.command("edit-case")
    desk.pick("A2")
    if remove:
        desk.editor.outline.removed.emit("assumptions", 1)
    else:
        desk.type("label", "New readers")
    desk.window.command("save")
    desk.click("editor-done")


def test_a_workshop_on_the_case_is_open_again_and_says_what_changed(
    board: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "day.workshop.json"
    board.window.command("new-round")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    board.window.command("save")

    edited(board, remove=True)

    board.window.qtbot.waitUntil(lambda: board.window.window.windowTitle().startswith("day.workshop"))
    state = board.window.snapshot
    assert [one.code for one in state.case.assumptions] == ["A1"]
    assert state.scenario.stance_of[state.case.assumptions[0].id] is Stance.FAILS
    assert workshops.load(path, state.case).workshop.rounds == state.workshop.rounds
    assert any("earlier text of the case" in told for told in board.notices)


def test_work_that_is_in_no_file_is_asked_about_and_open_again_once_it_is(
    board: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "ours.scenario.json"
    monkeypatch.setattr(QMessageBox, "exec", lambda box: QMessageBox.StandardButton.Save)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))

    edited(board)

    board.window.qtbot.waitUntil(lambda: board.window.window.windowTitle().startswith("ours.scenario"))
    state = board.window.snapshot
    assert state.case.assumptions[1].label == "New readers"
    assert state.scenario.stance_of[state.case.assumptions[0].id] is Stance.FAILS


def test_what_goes_with_a_statement_is_counted(desk: Desk) -> None:
    written(desk)

    desk.editor.outline.removed.emit("assumptions", 0)

    assert "1 argument that rests on it went with it. Undo brings all back." in desk.notices
