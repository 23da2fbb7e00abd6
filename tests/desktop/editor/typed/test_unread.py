"""What is typed and cannot be read stays in its field, is asked about, and is there again after a crash."""

import pytest
from PySide6.QtWidgets import QLabel, QLineEdit, QMessageBox

from models.authoring.edits import Edit, set_field
from tests.desktop.editor.bench import Desk
from tests.desktop.editor.typed.filling import typed


@pytest.mark.parametrize("text", ["3-1", "eins", "1-"])
def test_paragraphs_that_cannot_be_read_stay_as_they_were_typed_and_say_so(desk: Desk, text: str) -> None:
    desk.editor.show_part("assumptions", 0)
    before = desk.work.document.items("assumptions")[0].data["paragraphs"]
    typed(desk.window.find(QLineEdit, "field:paragraphs"), text)

    desk.window.find(QLineEdit, "field:label").setFocus()
    desk.editor.show_part("assumptions", 1)
    desk.editor.show_part("assumptions", 0)

    field = desk.window.find(QLineEdit, "field:paragraphs")
    problem = desk.window.find(QLabel, "problem:paragraphs")
    assert field.text() == text
    assert field.property("wrong") and field.accessibleDescription() == problem.text()
    assert problem.isVisible() and problem.text().startswith(f"“{text}” is not taken")
    assert desk.work.document.items("assumptions")[0].data["paragraphs"] == before
    desk.window.qtbot.waitUntil(
        lambda: any(f"“Paragraphs” of A1: “{text}” is not taken" in told for told in desk.advice)
    )


def test_a_field_that_could_not_be_read_is_taken_once_it_is_mended(desk: Desk) -> None:
    desk.editor.show_part("assumptions", 0)
    field = desk.window.find(QLineEdit, "field:paragraphs")
    typed(field, "3-1")

    typed(field, "1-3")

    assert desk.work.document.items("assumptions")[0].data["paragraphs"] == [1, 2, 3]
    assert not desk.window.find(QLabel, "problem:paragraphs").isVisible()
    assert not field.property("wrong")


def test_what_could_not_be_read_gives_way_to_what_the_case_says_by_then(desk: Desk) -> None:
    desk.editor.show_part("assumptions", 0)
    name = desk.work.document.items("assumptions")[0].data["id"]
    typed(desk.window.find(QLineEdit, "field:paragraphs"), "eins")
    desk.editor.show_part("assumptions", 1)

    desk.work.do(Edit(set_field, ("assumptions", name, "paragraphs", [2])))
    desk.editor.show_part("assumptions", 0)

    assert desk.window.find(QLineEdit, "field:paragraphs").text() == "2"


def unread(desk: Desk) -> None:
    """Save all that can be, and leave a field that cannot be read."""
    desk.window.command("save")
    desk.editor.show_part("assumptions", 0)
    typed(desk.window.find(QLineEdit, "field:paragraphs"), "3-1")
    desk.editor.show_part("assumptions", 1)


def answer(monkeypatch: pytest.MonkeyPatch, words: str) -> list[str]:
    """Press the button with these words in whatever is asked; what was asked is in the list."""
    asked: list[str] = []

    def _answered(question: QMessageBox) -> int:
        asked.append(question.text())
        next(one for one in question.buttons() if one.text().replace("&", "") == words).click()
        return 0

    monkeypatch.setattr(QMessageBox, "exec", _answered)
    return asked


def test_closing_names_the_field_that_would_be_lost_and_goes_back_to_it(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    unread(desk)
    asked = answer(monkeypatch, "Back to the field")

    assert not desk.window.window.close()

    assert "“Paragraphs” of A1: “3-1” is not taken" in asked[0] and len(asked) == 1
    field = desk.window.find(QLineEdit, "field:paragraphs")
    assert (field.text(), field.hasFocus()) == ("3-1", True)


def test_a_new_case_begins_once_what_cannot_be_read_is_given_up(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    unread(desk)
    asked = answer(monkeypatch, "Go on without it")

    desk.window.command("new-case")

    assert len(asked) == 1
    assert not desk.work.document.items("assumptions")
    assert not desk.work.unread.fields(desk.work.document)


def test_leaving_the_editor_asks_about_what_cannot_be_read(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    unread(desk)
    asked = answer(monkeypatch, "Back to the field")

    desk.click("editor-done")

    assert asked and desk.editor.isVisible()


def test_saving_says_what_is_not_in_the_file_and_leaves_it_in_its_field(desk: Desk) -> None:
    unread(desk)

    desk.window.command("save")

    (told,) = (told for told in desk.notices if told.startswith("Saved as"))
    assert "What cannot be read is not in it. “Paragraphs” of A1: “3-1” is not taken" in told
    assert desk.work.unsaved
    desk.editor.show_part("assumptions", 0)
    assert desk.window.find(QLineEdit, "field:paragraphs").text() == "3-1"


def test_what_cannot_be_read_is_there_again_after_a_crash(desk: Desk) -> None:
    unread(desk)

    desk.crash_and_recover()

    desk.editor.show_part("assumptions", 0)
    field = desk.window.find(QLineEdit, "field:paragraphs")
    assert (field.text(), field.property("wrong")) == ("3-1", True)
