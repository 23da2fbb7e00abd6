"""What becomes of a case's file: saved, opened, read apart, merged with what another wrote, recovered."""

import os
from pathlib import Path
from threading import Event, current_thread, main_thread

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QFileDialog,
    QLabel,
    QMenu,
    QMessageBox,
    QRadioButton,
)

from desktop.dialogs.clashes import ClashesDialog
from desktop.session.case_file import case_in
from desktop.session.locks import ChangedOutside
from models.authoring.keeping import abandoned
from models.authoring.passages import load
from models.store.cases import load_embedded, read_case
from tests.desktop.editor.bench import Desk
from tests.desktop.editor.written import written
from tests.models.authoring.examples import CASE
from tests.window import Window, stop_waiting


def test_saving_writes_a_case_that_opens_and_its_passages_beside_it(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written(desk)
    path = tmp_path / "library.yaml"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *args: (str(path), ""))

    desk.window.command("save")

    assert read_case(path).case.recommendations[0].code == "R1"
    assert len(load(path).passages) == 4
    assert not desk.work.unsaved
    desk.click("editor-done")
    assert desk.window.snapshot.case.id == "should-the-library-open-on-sundays"


def test_the_case_that_is_open_is_edited_and_not_the_one_edited_before(desk: Desk, tmp_path: Path) -> None:
    written(desk)
    desk.work.save(tmp_path / "library.yaml")
    desk.click("editor-done")
    desk.window.command("edit-case")
    assert desk.work.file.name == "library.yaml"

    desk.click("editor-done")
    menu = desk.window.find(QMenu, "cases-menu")
    menu.aboutToShow.emit()
    next(one for one in menu.actions() if one.objectName() == "case:night-ferry").trigger()
    desk.window.command("edit-case")

    assert desk.work.file.path is None
    assert desk.work.document.data["title"] == load_embedded("night-ferry").title


def test_what_is_first_saved_is_called_by_short_names_in_its_file(desk: Desk, tmp_path: Path) -> None:
    written(desk)
    desk.pick("A1")
    desk.type("label", "Families have time")

    desk.work.save(tmp_path / "library.yaml")

    case = read_case(tmp_path / "library.yaml").case
    assert case.assumptions[0].id == "families-have-time"
    assert {one.id for one in load(tmp_path / "library.yaml").passages} <= {*case.by_id, *case.rule_by_id}
    desk.type("label", "Sundays are free")
    desk.work.save(tmp_path / "library.yaml")
    assert read_case(tmp_path / "library.yaml").case.assumptions[0].id == "families-have-time"


def test_a_file_changed_outside_is_not_written_over(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written(desk)
    path = tmp_path / "library.yaml"
    desk.work.save(path)
    theirs = path.read_text(encoding="utf-8") + "# theirs\n"
    path.write_text(theirs, encoding="utf-8")
    desk.pick("A1")
    desk.type("label", "Time")

    with pytest.raises(ChangedOutside):
        desk.work.save(path)

    assert path.read_text(encoding="utf-8") == theirs
    monkeypatch.setattr(QMessageBox, "exec", _takes_theirs)
    desk.window.command("save")
    assert desk.work.document.text == theirs


def _takes_theirs(question: QMessageBox) -> int:
    button = next(button for button in question.buttons() if button.text() == "Take theirs")
    button.click()
    return 0


def test_whoever_waits_no_longer_for_a_place_that_holds_a_case_keeps_the_work(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written(desk)
    path = tmp_path / "library.yaml"
    desk.work.save(path)
    desk.pick("A1")
    desk.type("label", "Time")
    free, replace_it = Event(), Path.replace
    monkeypatch.setattr("desktop.window.asking.UNNOTICED", 10)
    monkeypatch.setattr("desktop.base.apart.GRACE", 0.01)

    def wait(draft: Path, target: Path) -> Path:
        return replace_it(draft, target if target != path or free.wait(20) else draft)

    monkeypatch.setattr(Path, "replace", wait)

    stop_waiting(desk.window)
    desk.window.command("save")

    told = [label.text() for label in desk.window.window.findChildren(QLabel, "notice-text")]
    assert any("It is not known whether library.yaml was saved" in text for text in told), told
    assert desk.work.unsaved
    free.set()
    desk.window.qtbot.waitUntil(lambda: "Time" in path.read_text(encoding="utf-8"))
    desk.work.save(path, over=True)
    assert not desk.work.unsaved


def test_a_case_is_read_apart_from_the_window_when_theirs_is_taken(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "library.yaml"
    written(desk)
    desk.work.save(path)
    theirs = path.read_text(encoding="utf-8") + "# theirs\n"
    path.write_text(theirs, encoding="utf-8")
    readers = []

    def read(path: Path) -> object:
        readers.append(current_thread())
        return case_in(path)

    monkeypatch.setattr("desktop.session.case_file.case_in", read)
    monkeypatch.setattr(QMessageBox, "exec", _takes_theirs)
    desk.pick("A1")
    desk.type("label", "Time")

    desk.window.command("save")

    assert desk.work.document.text == theirs
    assert readers and main_thread() not in readers


def test_what_was_changed_here_and_outside_is_merged_and_what_clashes_is_asked(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written(desk)
    path = tmp_path / "library.yaml"
    desk.work.save(path)
    text = path.read_text(encoding="utf-8")
    theirs = text.replace("title: Should", "title: Why should", 1).replace("text: ", "text: Indeed ", 1)
    path.write_text("# theirs\n" + theirs, encoding="utf-8")
    desk.pick("A1")
    desk.type("text", "Ours")
    desk.type("label", "Time")
    asked: list[str] = []

    def answers(dialog: ClashesDialog) -> int:
        asked.extend(label.text() for label in dialog.findChildren(QLabel))
        button = dialog.findChild(QRadioButton, "clash:0:theirs")
        assert button is not None
        button.click()
        return 1

    monkeypatch.setattr(QMessageBox, "exec", _merges)
    monkeypatch.setattr(ClashesDialog, "exec", answers)
    desk.window.command("save")

    case = read_case(path).case
    assert case.title.startswith("Why should")
    assert case.assumptions[0].label == "Time"
    assert case.assumptions[0].text.startswith("Indeed ")
    assert any(told == "“Time”: In a sentence" for told in asked)
    assert path.read_text(encoding="utf-8").startswith("# theirs\n")
    assert not desk.work.unsaved


def _merges(question: QMessageBox) -> int:
    next(button for button in question.buttons() if button.text() == "&Merge…").click()
    return 0


def test_a_scenario_of_an_earlier_text_opens_and_says_so(
    window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk, path, scenario = Desk(window), tmp_path / "ice.yaml", tmp_path / "old.scenario.json"
    path.write_text(CASE, encoding="utf-8")
    window.window.open(path)
    window.qtbot.waitUntil(lambda: window.snapshot.case.id == "ice-road")
    window.set_stance("thick-ice", "fails")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(scenario), ""))
    window.command("save")
    window.command("edit-case")
    desk.pick("A2")
    QTest.keyClick(desk.outline, Qt.Key.Key_Delete)
    window.command("save")
    desk.click("editor-done")
    window.qtbot.waitUntil(lambda: len(window.snapshot.case.assumptions) == 1)

    window.window.open(scenario)

    window.qtbot.waitUntil(lambda: window.stance("thick-ice") == "fails")
    told = [label.text() for label in window.window.findChildren(QLabel, "notice-text")]
    assert any("saved with an earlier text of the case" in text for text in told)


def test_unsaved_work_is_kept_and_recovered(desk: Desk, tmp_path: Path) -> None:
    written(desk)
    desk.work.keep()
    (side,) = desk.window.paths.recovery.glob("*.case-recovery.json")
    dead = side.with_name("4194304.case-recovery.json")
    dead.write_text(
        side.read_text(encoding="utf-8").replace(f'"process": {os.getpid()}', '"process": 4194304')
    )
    text, kept = desk.work.document.text, desk.work.kept
    desk.window.command("new-case") if not desk.work.unsaved else desk.work.start((desk.work.document, kept))

    (record,) = abandoned(desk.window.paths.recovery)
    assert record.name == "Should the library open on Sundays?"
    desk.work.recover(record)

    assert (desk.work.document.text, desk.work.kept) == (text, kept)
    assert desk.work.unsaved
    assert not dead.exists()


def test_what_another_wrote_since_a_crash_is_not_written_over(desk: Desk, tmp_path: Path) -> None:
    written(desk)
    path = tmp_path / "library.yaml"
    desk.work.save(path)
    desk.pick("A1")
    desk.type("label", "Time")
    desk.work.keep()
    (side,) = desk.window.paths.recovery.glob("*.case-recovery.json")
    dead = side.with_name("4194304.case-recovery.json")
    dead.write_text(
        side.read_text(encoding="utf-8").replace(f'"process": {os.getpid()}', '"process": 4194304')
    )
    theirs = path.read_text(encoding="utf-8").replace("title: Should", "title: Why should", 1)
    path.write_text(theirs, encoding="utf-8")

    desk.work.recover(abandoned(desk.window.paths.recovery)[0])

    with pytest.raises(ChangedOutside):
        desk.work.save(path)
    merged, there = desk.work.merged()
    assert not merged.clashes
    assert merged.document.data["title"].startswith("Why should")
    assert merged.document.items("assumptions")[0].data["label"] == "Time"
    desk.work.take_in(merged.document, there, "Merge")
    desk.work.save(path)


def test_what_another_program_wrote_is_taken_in_where_nothing_is_lost(desk: Desk, tmp_path: Path) -> None:
    written(desk)
    path = tmp_path / "library.yaml"
    desk.work.save(path)
    theirs = path.read_text(encoding="utf-8") + "# theirs\n"
    path.write_text(theirs, encoding="utf-8")

    desk.come_back()

    desk.window.qtbot.waitUntil(lambda: desk.work.document.text == theirs)
    told = desk.editor.findChildren(QLabel, "notice-text")
    assert ["Another program has changed library.yaml." in label.text() for label in told] == [True]


def test_work_that_another_program_would_undo_is_asked_about_once(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[QMessageBox] = []
    monkeypatch.setattr(QMessageBox, "exec", lambda question: asked.append(question))
    written(desk)
    path = tmp_path / "library.yaml"
    desk.work.save(path)
    desk.pick("A1")
    desk.type("label", "Time")
    mine = desk.work.document.text
    path.write_text("# theirs\n", encoding="utf-8")

    desk.come_back()
    desk.window.qtbot.waitUntil(lambda: bool(asked))
    desk.come_back()

    assert desk.work.document.text == mine
    assert len(asked) == 1
