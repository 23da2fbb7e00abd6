"""Words for a premise that fit several statements, or none, stay in their field and are told, asked about and kept."""

import pytest
from PySide6.QtWidgets import QLabel, QLineEdit

from models.authoring.edits import Edit, remove
from tests.desktop.editor.bench import Desk
from tests.desktop.editor.typed.filling import typed
from tests.desktop.editor.typed.test_unread import answer

FIELD = "premise:if"


def named(desk: Desk, words: str) -> QLineEdit:
    """Type words for a premise of the first argument."""
    desk.window.command("save")
    desk.editor.show_part("rules", 0)
    field = desk.window.find(QLineEdit, FIELD)
    typed(field, words)
    return field


@pytest.mark.parametrize("words", ["russia", "zebra"])
def test_words_that_name_no_statement_alone_are_there_again_after_another_part(
    desk: Desk, words: str
) -> None:
    before = desk.work.document
    named(desk, words)

    desk.editor.show_part("assumptions", 1)
    assert desk.work.unsaved and desk.work.document == before
    desk.window.qtbot.waitUntil(
        lambda: any(f"“If” of an argument for F1: “{words}” is no premise yet" in one for one in desk.advice)
    )
    desk.editor.show_part("rules", 0)

    field, told = desk.window.find(QLineEdit, FIELD), desk.window.find(QLabel, "unknown:if")
    assert field.text() == words
    assert field.property("wrong") and field.accessibleDescription() == told.text()
    assert told.isVisible() and told.text().startswith(f"“{words}” is no premise yet")


def test_a_field_that_is_left_within_its_argument_says_so_too(desk: Desk) -> None:
    named(desk, "russia")

    desk.window.find(QLineEdit, "field:paragraphs").setFocus()

    assert desk.window.find(QLabel, "unknown:if").isVisible()


def test_words_that_come_to_name_a_statement_or_are_taken_out_wait_no_more(desk: Desk) -> None:
    field = named(desk, "russia")

    typed(field, "A22")
    assert not desk.work.unread.fields(desk.work.document)
    typed(field, "russia")
    field.clear()

    assert not desk.work.unread.fields(desk.work.document)


def test_leaving_the_editor_asks_about_them_and_goes_back_to_their_field(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    named(desk, "russia")
    desk.editor.show_part("assumptions", 1)
    asked = answer(monkeypatch, "Back to the field")

    desk.click("editor-done")

    assert "“If” of an argument for F1: “russia” is no premise yet" in asked[0]
    assert desk.window.find(QLineEdit, FIELD).hasFocus()


def test_they_go_with_their_argument(desk: Desk) -> None:
    named(desk, "russia")

    desk.work.do(Edit(remove, ("rules", 0)))

    assert not any(desk.work.unread.advice(desk.work.document))


def test_they_are_there_again_after_a_crash(desk: Desk) -> None:
    named(desk, "russia")

    desk.crash_and_recover()

    desk.editor.show_part("rules", 0)
    field = desk.window.find(QLineEdit, FIELD)
    assert (field.text(), field.property("wrong")) == ("russia", True)
