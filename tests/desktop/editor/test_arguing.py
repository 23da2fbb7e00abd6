"""An argument is built from sentences: what is entered under it, found by words, chosen and ordered."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
)

from models.authoring.edits import Edit, set_premises
from tests.desktop.editor.bench import Desk
from tests.desktop.editor.written import written


def test_an_argument_is_built_from_sentences_and_what_follows_is_shown(desk: Desk) -> None:
    written(desk)

    rule = desk.work.document.items("rules")[0].data
    assert rule["if"][0] == "most-families-are-likely-to-have-time"
    assert rule["if"][1].startswith("not visitors-on-sundays")
    assert desk.work.document.items("rules")[1].data["need"] == ["opening-would-reach-new-readers"]
    assert any(row.startswith("R1") and row.endswith("No longer needed") for row in desk.rows)


def test_a_premise_is_found_by_words_of_it_once(desk: Desk) -> None:
    written(desk)
    desk.pick("if F1")

    desk.premise("means", "likely to have")
    desk.premise("means", "not readers")
    desk.premise("means", "likely to have")
    desk.premise("means", "nothing like it")

    assert desk.work.document.items("rules")[1].data["means"] == [
        "most-families-are-likely-to-have-time",
        "not opening-would-reach-new-readers",
    ]
    assert desk.window.find(QLineEdit, "premise:means").text() == "nothing like it"


@pytest.mark.parametrize(("typed", "taken"), [("", False), ("readers", True)])
def test_undo_where_premises_are_typed_is_that_of_the_case_once_one_is_entered(
    desk: Desk, typed: str, taken: bool
) -> None:
    written(desk)
    desk.pick("if F1")
    desk.premise("means", "likely to have")
    field = desk.window.find(QLineEdit, "premise:means")
    field.setText(typed)  # as typed, but no list drops down
    undo = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier, "\x1a")
    undo.ignore()

    QApplication.sendEvent(field, undo)

    assert undo.isAccepted() is taken


def test_words_that_no_statement_has_are_told_at_their_field(desk: Desk) -> None:
    written(desk)
    desk.pick("if F1")
    told = desk.window.find(QLabel, "unknown:means")

    desk.premise("means", " ")
    assert told.isHidden()
    desk.premise("means", "zebra")
    assert told.isVisible()
    assert "“zebra”" in told.text()
    assert desk.window.find(QLineEdit, "premise:means").accessibleDescription() == told.text()

    desk.premise("means", "readers")
    assert told.isHidden()


def test_a_click_negates_a_premise_and_any_of_them_can_be_enough(desk: Desk) -> None:
    written(desk)
    desk.pick("if A1 and not A2")

    negated = desk.work.document.items("rules")[0].data["if"][1].removeprefix("not ")
    desk.click(f"negate:if:{negated}")
    least = desk.window.find(QComboBox, "least:if")
    least.setCurrentIndex(1)
    least.activated.emit(1)

    assert desk.work.document.items("rules")[0].data["if"] == [
        {"any": ["most-families-are-likely-to-have-time", negated]}
    ]
    assert any(row.startswith("R1") and row.endswith("Still holds") for row in desk.rows)


def test_a_premise_beside_a_choice_leaves_the_choice_a_choice(desk: Desk) -> None:
    written(desk)
    desk.pick("if A1 and not A2")
    first, second = (item.data["id"] for item in desk.work.document.items("assumptions"))
    mixed = (first, {"any": [first, f"not {second}"]})
    rule = desk.work.document.items("rules")[0].data["id"]
    desk.work.do(Edit(set_premises, (rule, "if", mixed)))

    desk.premise("if", "A2")

    assert desk.work.document.items("rules")[0].data["if"] == [*mixed, second]
    assert not desk.window.find(QComboBox, "least:if").isVisible()


def test_the_keyboard_stays_where_one_works_when_what_it_was_on_goes(desk: Desk) -> None:
    written(desk)
    gone = desk.window.find(QPushButton, "drop:need:opening-would-reach-new-readers")
    gone.setFocus()

    gone.click()
    in_its_row = QApplication.focusWidget() is desk.window.find(QLineEdit, "premise:need")
    desk.pick("A1")

    assert in_its_row
    assert QApplication.focusWidget() is desk.editor.form


def test_a_new_link_ties_nothing_that_nobody_tied(desk: Desk) -> None:
    written(desk)
    desk.editor.form.added.emit("links")

    assert desk.work.draft.case is not None
    assert desk.work.draft.case.clauses == ()
    assert "Says nothing yet" in " ".join(desk.rows)


def test_what_a_link_ties_is_found_by_a_word_of_its_name(desk: Desk) -> None:
    written(desk)
    desk.pick("Links")
    desk.click("add-item")
    field = desk.window.find(QLineEdit, "field:one-of")
    field.setText("A1, not visit")
    completer = field.completer()
    completer.setWidget(field)
    completer.setCompletionPrefix(field.text())

    assert completer.completionCount() == 1
    field.setText(completer.currentCompletion())
    completer.activated.emit(field.text())

    desk.window.qtbot.waitUntil(lambda: bool(desk.work.document.items("links")[0].data.get("one-of")))
    names = [item.data["id"] for item in desk.work.document.items("assumptions")]
    assert desk.work.document.items("links")[0].data["one-of"] == [names[0], f"not {names[1]}"]


def test_no_list_drops_down_where_a_whole_code_is_typed_as_it_would_take_the_next_click(desk: Desk) -> None:
    written(desk)
    desk.pick("Links")
    desk.click("add-item")
    field = desk.window.find(QLineEdit, "field:one-of")
    completer = field.completer()
    offered = []
    for typed in ("A1, ", "A1, A2", "A1, A"):
        completer.setCompletionPrefix(typed)
        offered.append(completer.completionCount())

    assert offered[:2] == [0, 0]
    assert offered[2] > 0
