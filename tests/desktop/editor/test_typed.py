"""What is typed into any field of the case editor is saved, asked about, and kept through a crash."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from desktop.editor.form import CaseForm
from desktop.editor.outline import Outline
from models.authoring.document import opened
from models.authoring.edits import Edit, set_field
from models.authoring.form import FIELDS, Entering, fields_of
from models.authoring.keeping import CaseRecovery, KeptCase
from models.authoring.outline import CASE
from models.store.border import from_text
from tests.desktop.editor.bench import Desk
from tests.window import Window

TYPED = {
    Entering.LINE: "Yak",
    Entering.LONG: "A yak",
    Entering.LINES: "Yak",
    Entering.SIGNPOSTS: "for: yak",
    Entering.NUMBERS: "7",
    Entering.NAME: "A4",
    Entering.NAMES: "A4, A5",
    Entering.STANCES: "A4: fails",
}
Deed = Callable[[Desk], str]


@pytest.fixture
def desk(window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    """A copy of the embedded case in its own file, with a part of each kind; questions are answered with Cancel."""
    desk = Desk(window)
    window.command("edit-case")
    path = tmp_path / "case.yaml"
    monkeypatch.setattr("PySide6.QtWidgets.QFileDialog.getSaveFileName", lambda *_: (str(path), ""))
    monkeypatch.setattr(QMessageBox, "exec", lambda _: QMessageBox.StandardButton.Cancel)
    window.command("save")
    for section in sorted(set(FIELDS) - {CASE, "rules"}):
        if not desk.work.document.items(section):
            desk.editor.show_part(section, -1)
            desk.click("add-item")
    yield desk
    desk.work.give_up()


def typed(field: QWidget | None, text: str) -> None:
    """Type in place of what is there; offscreen no list may drop down under it."""
    assert isinstance(field, QLineEdit | QPlainTextEdit)
    field.setFocus()
    field.selectAll()
    if isinstance(field, QLineEdit):
        field.setCompleter(None)  # type: ignore[arg-type]
    QTest.keyClicks(field, text)


def _saved(desk: Desk) -> str:
    desk.window.command("save")
    assert not desk.work.unsaved
    return (desk.work.path or Path()).read_text(encoding="utf-8")


def _quit(desk: Desk) -> str:
    assert not desk.window.window.close()
    return desk.work.document.text


def _presented(desk: Desk) -> str:
    desk.window.command("present")
    desk.window.command("present")
    return _killed(desk)


def _opened(desk: Desk) -> str:
    desk.window.window.open(Path("another.scenario.json"))
    return _killed(desk)


def _killed(desk: Desk) -> str:
    desk.window.window.closing.rescue()
    (kept,) = desk.window.paths.recovery.glob("*.case-recovery.json")
    return from_text(CaseRecovery, kept.read_text(encoding="utf-8")).text


@pytest.mark.parametrize("deed", [_saved, _quit, _killed], ids=lambda deed: deed.__name__)
def test_every_field_of_every_part_is_in_what_is_left(desk: Desk, deed: Deed) -> None:
    seen = 0
    for section in sorted(FIELDS):
        desk.editor.show_part(section, -1 if section == CASE else 0)
        for field in fields_of(desk.work.document, section):
            entry = desk.editor.form.findChild(QWidget, f"field:{field.key}")
            if isinstance(entry, QLineEdit | QPlainTextEdit):  # a reply is an objection's alone
                before = desk.work.document
                typed(entry, TYPED[field.entering])
                assert desk.work.document.data != before.data, (section, field.key)
                shown = entry.text() if isinstance(entry, QLineEdit) else entry.toPlainText()
                assert shown == TYPED[field.entering], (section, field.key)
                seen += 1
        wanted = desk.work.document
        assert opened("", deed(desk)).data == wanted.data, section
    assert seen > 35


@pytest.mark.parametrize(
    "deed", [_saved, _quit, _presented, _opened, _killed], ids=lambda deed: deed.__name__
)
def test_a_premise_that_is_named_and_not_entered_yet_is_in_what_is_left(desk: Desk, deed: Deed) -> None:
    desk.editor.show_part("rules", 0)
    field = desk.window.find(QLineEdit, "premise:if")
    typed(field, "not a9")
    name = next(one.data["id"] for one in desk.work.document.items("assumptions") if one.data["code"] == "A9")
    assert desk.work.unsaved

    left = opened("", deed(desk))

    assert f"not {name}" in left.items("rules")[0].data["if"]


def test_a_premise_that_is_named_stays_with_the_argument_in_which_it_was_typed(desk: Desk) -> None:
    desk.editor.show_part("rules", 0)
    before = desk.work.document.items("rules")
    field = desk.window.find(QLineEdit, "premise:if")
    typed(field, "A9")

    desk.editor.show_part("rules", 1)

    now = desk.work.document.items("rules")
    assert len(now[0].data["if"]) == len(before[0].data["if"]) + 1
    assert now[1].data == before[1].data


def test_words_that_several_statements_have_are_left_to_be_typed_on(desk: Desk) -> None:
    desk.editor.show_part("rules", 0)
    field = desk.window.find(QLineEdit, "premise:if")
    typed(field, "e")

    desk.window.command("save")

    assert field.text() == "e"
    assert not desk.work.unsaved


def test_no_field_of_the_editor_is_left_out_of_what_is_tried_here(desk: Desk) -> None:
    for section in sorted(FIELDS):
        desk.editor.show_part(section, -1 if section == CASE else 0)
        for kind in (QLineEdit, QPlainTextEdit, QTextEdit, QAbstractSpinBox):
            for field in desk.editor.findChildren(kind):
                if field.isVisible() and not field.property("readOnly"):
                    assert field.objectName().startswith(("field:", "premise:")), field.objectName()
                    assert _is_within(field, CaseForm), field.objectName()


def _is_within(widget: QWidget | None, kind: type[QWidget]) -> bool:
    while widget is not None and not isinstance(widget, kind):
        widget = widget.parentWidget()
    return widget is not None


def test_whoever_types_on_and_on_is_kept_meanwhile(desk: Desk) -> None:
    desk.editor.show_part("assumptions", 0)
    field = desk.window.find(QLineEdit, "field:label")
    field.setFocus()
    for _ in range(12):
        QTest.keyClick(field, Qt.Key.Key_X)
        desk.window.qtbot.wait(100)

    (kept,) = desk.window.paths.recovery.glob("*.case-recovery.json")
    assert "xx" in from_text(CaseRecovery, kept.read_text(encoding="utf-8")).text
    assert desk.window.find(Outline, "case-outline").isVisible()


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
    desk.window.window.closing.rescue()
    (kept,) = desk.window.paths.recovery.glob("*.case-recovery.json")
    read = from_text(CaseRecovery, kept.read_text(encoding="utf-8"))
    desk.work.give_up()

    desk.work.recover(KeptCase(kept, desk.work.path, read.text, read.kept, read.known, read.unread))

    desk.editor.show_part("assumptions", 0)
    field = desk.window.find(QLineEdit, "field:paragraphs")
    assert (field.text(), field.property("wrong")) == ("3-1", True)
