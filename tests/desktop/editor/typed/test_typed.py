"""What is typed into any field of the case editor is saved, asked about, and kept through a crash."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractSpinBox, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from desktop.editor.form import CaseForm
from desktop.editor.outline import Outline
from models.authoring.document import opened
from models.authoring.form import FIELDS, Entering, fields_of
from models.authoring.keeping import CaseRecovery
from models.authoring.outline import CASE
from models.store.border import from_text
from tests.desktop.editor.bench import Desk
from tests.desktop.editor.typed.filling import typed

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


def _saved(desk: Desk) -> str:
    desk.window.command("save")
    assert not desk.work.unsaved
    return (desk.work.file.path or Path()).read_text(encoding="utf-8")


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


def test_every_field_of_every_part_is_in_what_is_left(desk: Desk) -> None:
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
        for deed in (_killed, _quit, _saved):
            assert opened("", deed(desk)).data == wanted.data, (section, deed.__name__)
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
    assert desk.work.unsaved and not desk.work.differs


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

    def is_kept_while_typing() -> bool:
        QTest.keyClick(field, Qt.Key.Key_X)
        return any(desk.window.paths.recovery.glob("*.case-recovery.json"))

    desk.window.qtbot.waitUntil(is_kept_while_typing)  # so a key comes every ten milliseconds

    (kept,) = desk.window.paths.recovery.glob("*.case-recovery.json")
    assert "xx" in from_text(CaseRecovery, kept.read_text(encoding="utf-8")).text
    assert desk.window.find(Outline, "case-outline").isVisible()
