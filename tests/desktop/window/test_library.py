"""The library of cases: one window turns from case to case, and nothing that was done is lost on the way."""

from pathlib import Path
from time import sleep

import pytest
from PySide6.QtWidgets import QFileDialog, QLabel, QMenu, QMessageBox, QTextEdit
from pytest import MonkeyPatch

from desktop.session.reading import ReadFile, read_file
from desktop.window import filing
from models.authoring import passages
from models.authoring.passages import Passages, with_passage, with_source
from models.authoring.source import pasted
from models.schema.action import look
from models.schema.case import Case
from models.schema.grades import Stance
from models.schema.steps.scenario_steps import set_stance
from models.schema.view import PageName
from models.store.cases import case_path, embedded_case_ids, load_embedded
from models.store.scenarios import load
from tests.models.authoring.examples import CASE
from tests.models.importing.texts import ARGDOWN, CARNEADES
from tests.window import Window


def _menu(window: Window) -> QMenu:
    return window.find(QMenu, "cases-menu")


def _listed(window: Window) -> dict[str, str]:
    _menu(window).aboutToShow.emit()
    return {action.objectName(): action.text() for action in _menu(window).actions()}


def _choose(window: Window, name: str) -> None:
    _listed(window)
    next(a for a in _menu(window).actions() if a.objectName() == name).trigger()


def _russia(window: Window) -> Stance:
    return window.snapshot.scenario.stance_of["russia-ties"]


def _saved_as(path: Path, monkeypatch: MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))


def test_the_essay_is_listed_first_and_the_small_example_is_left_out(window: Window) -> None:
    listed = _listed(window)

    assert next(iter(listed)) == "case:dprk-lessons"
    assert "case:tiny" not in listed
    assert listed["case:night-ferry"] == load_embedded("night-ferry").title


@pytest.mark.parametrize("page", PageName)
def test_every_worked_case_opens_on_every_page(window: Window, page: PageName) -> None:
    window.act(look(page=page, picked="keeps-arsenal"))

    for name in embedded_case_ids():
        window.window.open(case_path(name))
        window.act(look(picked=window.snapshot.case.recommendations[0].id))

    assert window.snapshot.case.id == load_embedded(name).id
    assert window.snapshot.view.page is page


def test_the_same_case_in_another_language_goes_on_with_the_work(window: Window) -> None:
    window.act(set_stance("russia-ties", Stance.FAILS))

    _choose(window, "case:dprk-lessons:ko")

    assert window.snapshot.case.language == "ko"
    assert _russia(window) is Stance.FAILS
    window.command("undo")
    assert _russia(window) is Stance.HOLDS
    assert window.snapshot.case.language == "ko"


def test_a_file_saved_in_one_language_opens_in_the_other_without_a_remark(
    window: Window, tmp_path: Path, monkeypatch: MonkeyPatch
) -> None:
    window.act(set_stance("russia-ties", Stance.FAILS))
    _saved_as(tmp_path / "ours.scenario.json", monkeypatch)
    window.command("save")

    read = load(tmp_path / "ours.scenario.json", load_embedded("dprk-lessons", "ko"))

    assert read.problems == ()
    assert read.scenario.stance_of["russia-ties"] is Stance.FAILS


def test_a_case_that_is_chosen_takes_the_place_of_the_open_one(window: Window) -> None:
    _choose(window, "case:wedding-illness")

    assert window.snapshot.case.id == "wedding-illness"
    assert "uncertain" in window.stance("oysters-bad")


def test_what_was_told_of_one_case_goes_when_another_is_chosen(window: Window, tmp_path: Path) -> None:
    path = tmp_path / "ice.yaml"
    path.write_text(CASE.replace("[thick-ice, cold-winters]", "[thick-ice]"), encoding="utf-8")
    window.window.open(path)
    window.qtbot.waitUntil(lambda: window.shows("notice"))

    _choose(window, "case:wedding-illness")

    assert not window.shows("notice")


def test_turning_to_another_case_asks_about_unsaved_work(window: Window, monkeypatch: MonkeyPatch) -> None:
    window.set_stance("russia-ties", "fails")
    asked: list[str] = []

    def cancel(box: QMessageBox) -> QMessageBox.StandardButton:
        asked.append(box.text())
        return QMessageBox.StandardButton.Cancel

    monkeypatch.setattr(QMessageBox, "exec", cancel)

    _choose(window, "case:night-ferry")

    assert asked == ["Save the changes to this scenario first?"]
    assert (window.snapshot.case.id, window.stance("russia-ties")) == ("dprk-lessons", "fails")


def test_a_copy_has_an_id_of_its_own_and_leaves_the_embedded_case_as_it_is(
    window: Window, tmp_path: Path, monkeypatch: MonkeyPatch
) -> None:
    before = case_path("dprk-lessons").read_bytes()
    path = tmp_path / "dprk-lessons.yaml"
    _saved_as(path, monkeypatch)

    window.command("case-copy")

    assert window.snapshot.case.id == "dprk-lessons-copy"
    assert case_path("dprk-lessons").read_bytes() == before
    assert path.read_text(encoding="utf-8").count("#") == before.decode().count("#")
    assert f"case:{path}" in _listed(window)


def test_a_copy_is_opened_in_the_editor_and_another_case_takes_its_place(
    window: Window, tmp_path: Path, monkeypatch: MonkeyPatch
) -> None:
    _saved_as(tmp_path / "mine.yaml", monkeypatch)
    window.command("case-copy")
    edited = window.shows("case-editor")

    _choose(window, "case:night-ferry")

    assert (edited, window.shows("case-editor")) == (True, False)
    assert window.snapshot.case.id == "night-ferry"


def test_a_copy_of_ones_own_case_keeps_its_source_and_what_was_marked(
    window: Window, tmp_path: Path, monkeypatch: MonkeyPatch
) -> None:
    own, copy = tmp_path / "own.yaml", tmp_path / "mine.yaml"
    own.write_text(case_path("tiny").read_text(encoding="utf-8"), encoding="utf-8")
    kept = with_passage(with_source(Passages(), pasted("The banks stay dry.")), "dry-banks", 1, "banks")
    passages.save(own, kept)
    window.window.open(own)
    window.qtbot.waitUntil(lambda: window.snapshot.case.id == "bridge")
    _saved_as(copy, monkeypatch)

    window.command("case-copy")

    assert passages.load(copy) == kept
    assert window.find(QTextEdit, "source-text").toPlainText().endswith("The banks stay dry.")


def test_a_copy_that_cannot_be_written_is_told(
    window: Window, tmp_path: Path, monkeypatch: MonkeyPatch
) -> None:
    _saved_as(tmp_path / "no such folder" / "copy.yaml", monkeypatch)

    window.command("case-copy")

    assert window.snapshot.case.id == "dprk-lessons"
    assert window.text("notice-text").startswith("It was not saved.")


def test_the_welcome_lists_the_cases_too(window: Window) -> None:
    window.command("welcome")

    _choose(window, "case:sunday-library")

    assert window.snapshot.case.id == "sunday-library"
    assert not window.shows("welcome")


def test_whoever_begins_a_case_from_the_welcome_comes_back_without_it(window: Window) -> None:
    window.command("welcome")

    window.command("new-case")
    window.command("edit-case")

    assert not window.shows("welcome")


def _imports(path: Path, target: Path, monkeypatch: MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    _saved_as(target, monkeypatch)


def test_an_imported_case_is_opened_and_what_was_left_out_is_told(
    window: Window, tmp_path: Path, monkeypatch: MonkeyPatch
) -> None:
    path = tmp_path / "bridge.argdown"
    path.write_text(ARGDOWN, encoding="utf-8")
    _imports(path, tmp_path / "bridge.yaml", monkeypatch)

    window.command("case-import")

    assert window.snapshot.case.title == "Should the town build a bridge?"
    assert window.text("notice-text").startswith("Imported as bridge.yaml. What the file does not say")
    assert f"case:{tmp_path / 'bridge.yaml'}" in _listed(window)


def _slowly(path: Path, here: Case) -> ReadFile:
    sleep(0.1)
    return read_file(path, here)


def test_what_an_import_left_out_is_told_after_a_case_that_took_long_to_open(
    window: Window, tmp_path: Path, monkeypatch: MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop.base.apart.GRACE", 0)
    monkeypatch.setattr(filing, "read_file", _slowly)
    path = tmp_path / "bridge.argdown"
    path.write_text(ARGDOWN, encoding="utf-8")
    _imports(path, tmp_path / "bridge.yaml", monkeypatch)

    window.command("case-import")

    window.qtbot.waitUntil(lambda: window.snapshot.case.title == "Should the town build a bridge?")
    assert window.shows("notice-text")
    assert window.text("notice-text").startswith("Imported as bridge.yaml. What the file does not say")


def test_an_imported_case_never_takes_the_name_of_the_file_that_it_comes_from(
    window: Window, tmp_path: Path, monkeypatch: MonkeyPatch
) -> None:
    path = tmp_path / "gate.yaml"
    path.write_text(CARNEADES, encoding="utf-8")
    offered: list[str] = []

    def ask(_: object, title: str, name: str, kinds: str) -> tuple[str, str]:
        offered.append(name)
        return "", ""

    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)

    window.command("case-import")

    assert [Path(name).name for name in offered] == ["gate-case.yaml"]


def test_an_imported_case_that_wants_finishing_is_opened_in_the_editor(
    window: Window, tmp_path: Path, monkeypatch: MonkeyPatch
) -> None:
    path = tmp_path / "go.argdown"
    path.write_text("[Go]: Go.\n  - [Rain]: It rains.\n", encoding="utf-8")
    _imports(path, tmp_path / "go.yaml", monkeypatch)

    window.command("case-import")

    assert window.shows("case-editor")
    notices = window.window.findChildren(QLabel, "notice-text")
    assert any(one.text().startswith("Imported as go.yaml. It wants finishing here") for one in notices)


def test_a_file_that_cannot_be_imported_changes_nothing(
    window: Window, tmp_path: Path, monkeypatch: MonkeyPatch
) -> None:
    path = tmp_path / "empty.argdown"
    path.write_text("\n", encoding="utf-8")
    _imports(path, tmp_path / "empty.yaml", monkeypatch)

    window.command("case-import")

    assert window.snapshot.case.id == "dprk-lessons"
    assert window.text("notice-text").startswith(
        "empty.argdown could not be imported. No statement or argument"
    )
    assert not (tmp_path / "empty.yaml").exists()


def test_the_spreadsheet_to_fill_in_can_be_imported(
    window: Window, tmp_path: Path, monkeypatch: MonkeyPatch
) -> None:
    _saved_as(tmp_path / "case", monkeypatch)
    window.command("case-sheets")
    _imports(tmp_path / "case.xlsx", tmp_path / "case.yaml", monkeypatch)

    window.command("case-import")

    assert window.snapshot.case.id == "bridge"
