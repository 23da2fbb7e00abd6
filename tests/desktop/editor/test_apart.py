"""Nothing that is done with a case's file holds the window up, as a dead share would for ever."""

from collections.abc import Iterator
from pathlib import Path
from threading import current_thread, main_thread
from typing import Any

import pytest
from PySide6.QtWidgets import QMessageBox

from desktop.session.locks import OpenFile
from desktop.window.cases.writing import Writing
from tests.desktop.editor.bench import Desk
from tests.desktop.editor.written import written


@pytest.fixture
def at_hand(desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[set[str]]:
    """What the window's thread itself does with the case's file."""
    done = set()
    path = tmp_path / "library.yaml"
    written(desk)
    desk.work.save(path)
    take, read = OpenFile.take, Path.open

    def noted_take(file: OpenFile, taken: Path) -> object:
        if current_thread() is main_thread():
            done.add("take")
        return take(file, taken)

    def noted_read(opened: Path, *given: Any, **named: Any) -> Any:
        if current_thread() is main_thread() and opened == path:
            done.add("read")
        return read(opened, *given, **named)

    monkeypatch.setattr(OpenFile, "take", noted_take)
    monkeypatch.setattr(Path, "open", noted_read)
    yield done
    desk.work.give_up()


def _writing(desk: Desk) -> Writing:
    found = desk.window.window.findChild(Writing)
    assert found is not None
    return found


def _write_outside(path: Path) -> None:
    with open(path, "ab") as file:  # noqa: PTH123 - that of a path is watched
        file.write(b"# theirs\n")


def test_opening_a_case_holds_the_window_up_nowhere(desk: Desk, tmp_path: Path, at_hand: set[str]) -> None:
    assert _writing(desk).files.open(tmp_path / "library.yaml")

    assert at_hand == set()


def test_what_changed_outside_is_found_and_merged_without_holding_the_window_up(
    desk: Desk, tmp_path: Path, at_hand: set[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.pick("A1")
    desk.type("label", "Time")
    path = tmp_path / "library.yaml"
    _write_outside(path)
    asked = []

    def merges(question: QMessageBox) -> int:
        asked.append(question)
        (merge,) = (button for button in question.buttons() if button.text() == "&Merge…")
        merge.click()
        return 0

    monkeypatch.setattr(QMessageBox, "exec", merges)

    desk.come_back()

    desk.window.qtbot.waitUntil(lambda: not desk.work.unsaved)
    assert asked and "# theirs" in desk.work.document.text and "Time" in desk.work.document.text
    assert at_hand == set()


def test_a_case_with_a_fault_is_mended_without_holding_the_window_up(
    desk: Desk, tmp_path: Path, at_hand: set[str]
) -> None:
    path = tmp_path / "library.yaml"
    with open(path, "rb+") as file:  # noqa: PTH123 - that of a path is watched
        text = file.read()
        file.seek(0)
        file.write(text.replace(b": ", b":\xc2\xa0", 1))

    _writing(desk).files.open_mended(path)

    assert at_hand == set()
