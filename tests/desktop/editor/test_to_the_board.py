"""From the editor to the board and back: what is unfinished stays off it, and commands mean what is in sight."""

from pathlib import Path

from PySide6.QtWidgets import (
    QLabel,
)

from models.authoring.edits import Edit, set_field
from models.schema.grades import Stance
from models.schema.steps.scenario_steps import set_stance
from models.store.cases import case_path
from models.store.files import read_text
from tests.desktop.editor.bench import Desk
from tests.desktop.editor.written import written
from tests.window import Window


def test_what_follows_goes_without_an_argument_that_is_unfinished(desk: Desk) -> None:
    written(desk)
    rules = desk.work.draft.case.rules if desk.work.draft.case else ()
    desk.pick("R1")

    desk.click("add-argument")

    assert desk.work.draft.case is not None
    assert desk.work.draft.case.rules == rules
    desk.window.qtbot.waitUntil(lambda: any("says not yet what it rests on" in one for one in desk.advice))


def test_the_last_readable_case_stays_while_a_text_is_typed_anew(desk: Desk) -> None:
    written(desk)
    desk.pick("R1")

    desk.work.do(Edit(set_field, ("recommendations", 0, "text", "")))

    assert desk.work.draft.case is None
    assert desk.work.shown is not None
    labels = [label.text() for label in desk.window.window.findChildren(QLabel) if label.isVisible()]
    assert "This is the case as it last made sense." in labels


def test_the_board_goes_without_what_is_unfinished_and_the_file_keeps_it(desk: Desk, tmp_path: Path) -> None:
    written(desk)
    for section in ("feedback", "links"):
        desk.editor.form.added.emit(section)
    desk.editor.form.argued.emit("open-on-sundays", True)
    desk.work.save(path := tmp_path / "unfinished.yaml")
    whole = desk.work.document.text

    desk.window.command("edit-case")

    desk.window.qtbot.waitUntil(lambda: desk.window.snapshot.case.id != "dprk-lessons")
    told = desk.window.text("notice-text")
    assert told.startswith("The board goes without what is unfinished; the file keeps it. The objection to")
    assert "The loop does not say yet" in told
    assert "The link does not say yet" in told
    assert desk.window.snapshot.case.links == ()
    assert path.read_text(encoding="utf-8") == whole
    desk.take_offer("Edit the case")
    assert desk.work.document.text == whole


def test_whoever_only_looks_into_the_editor_goes_on_with_the_scenario(desk: Desk, tmp_path: Path) -> None:
    written(desk)
    desk.work.save(tmp_path / "library.yaml")
    desk.window.command("edit-case")
    desk.window.qtbot.waitUntil(lambda: desk.window.snapshot.case.id != "dprk-lessons")
    name = desk.window.snapshot.case.assumptions[0].id
    desk.window.set_stance(name, "fails")

    desk.window.command("edit-case")
    desk.window.command("edit-case")

    assert not desk.window.shows("case-editor")
    assert desk.window.stance(name) == "fails"


def test_whoever_leaves_a_case_without_an_argument_is_told_why_it_is_not_on_the_board(
    desk: Desk, tmp_path: Path
) -> None:
    desk.mark("Most families are likely to have time for it", "assumptions")
    desk.work.save(tmp_path / "begun.yaml")

    desk.window.command("edit-case")

    told = desk.window.text("notice-text")
    assert told.startswith("The case is not whole yet, so it is not on the board.")
    assert desk.window.snapshot.case.id == "dprk-lessons"


def test_a_case_that_comes_with_the_application_is_edited_as_a_copy(window: Window) -> None:
    window.command("edit-case")
    desk = Desk(window)

    assert desk.work.document.data["id"] == "dprk-lessons-copy"
    assert desk.work.file.path is None
    assert read_text(case_path("dprk-lessons"), 10**7) != desk.work.document.text


def test_the_header_names_the_case_that_is_written_whatever_happens_on_the_board(desk: Desk) -> None:
    desk.window.act(set_stance("russia-ties", Stance.FAILS))

    assert desk.window.text("scenario-title") == "Should the library open on Sundays?"


def test_commands_of_the_window_mean_the_scenario_again_after_the_editor(
    window: Window, tmp_path: Path
) -> None:
    desk = Desk(window)
    desk.begin(tmp_path)
    desk.work.give_up()
    desk.click("editor-done")

    assert window.shows("stage")
    assert not window.shows("case-editor")
    assert not window.action("undo").isEnabled()
