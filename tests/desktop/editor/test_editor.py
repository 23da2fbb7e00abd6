from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QScrollArea,
    QWidget,
)

from desktop.dialogs.manual import ManualDialog
from desktop.editor.source_pane import Marking
from models.schema.problem import Severity
from models.store.case_tests import check
from models.store.cases import read_case
from tests.desktop.editor.bench import Desk
from tests.desktop.editor.library import TEXT, write_it
from tests.desktop.editor.written import written
from tests.window import Window


def test_a_marked_passage_becomes_a_statement_whose_paragraph_is_cited(desk: Desk) -> None:
    desk.mark("Most families are likely to have time for it on that day alone", "assumptions")

    (item,) = desk.work.document.items("assumptions")
    assert item.data["paragraphs"] == [1]
    assert item.data["text"] == "Most families are likely to have time for it on that day alone"
    (passage,) = desk.work.kept.of(item.data["id"])
    assert (passage.paragraph, passage.text) == (1, item.data["text"])


def test_whoever_has_made_something_of_a_sentence_goes_on_from_there(desk: Desk) -> None:
    desk.mark("Most families are likely", "assumptions")

    desk.click("source-next")

    marked = desk.window.find(Marking, "source-text").textCursor().selectedText()
    assert marked.startswith("If visitors on Sundays")


def test_the_next_likely_claim_is_in_sight_as_a_whole(window: Window, tmp_path: Path) -> None:
    desk = Desk(window)
    lines = [f"{'It rained again. ' * n} It is likely that the town will pay for it." for n in range(1, 30)]
    desk.begin(tmp_path, "\n\n".join(lines))
    text = window.find(Marking, "source-text")

    for _ in lines:
        desk.click("source-next")
        begin = text.textCursor()
        begin.setPosition(begin.selectionStart())

        for cursor in (begin, text.textCursor()):
            assert text.viewport().rect().contains(text.cursorRect(cursor).center())
    desk.work.give_up()


def test_words_taken_from_within_a_sentence_are_a_sentence_of_their_own(desk: Desk) -> None:
    desk.mark("visitors on Sundays are people", "assumptions")
    desk.mark("The council should open the library on Sundays from autumn.", "recommendations")

    texts = [desk.work.document.items(name)[0].data["text"] for name in ("assumptions", "recommendations")]
    assert texts == [
        "Visitors on Sundays are people",
        "The council should open the library on Sundays from autumn",
    ]


def test_each_list_says_what_it_is_for(desk: Desk) -> None:
    desk.pick("Notes on what fits ill")

    told = [label.text() for label in desk.window.find(QWidget, "case-form").findChildren(QLabel)]
    assert "What would be odd if it were so together. It is remarked on and changes nothing." in told


@pytest.mark.parametrize("scale", [100, 150])
def test_the_buttons_of_advice_stand_under_its_title_where_there_is_no_room_beside_it(
    desk: Desk, scale: int
) -> None:
    desk.window.window._preferences.keep(scale=scale)
    written(desk)
    form = desk.window.find(QScrollArea, "case-form")

    for wide in (700, 340):
        form.resize(wide * scale // 100, 300)
        desk.pick("A1")
        desk.pick("R1")
        desk.window.qtbot.wait(1)
        page, button = form.widget(), desk.window.find(QPushButton, "add-objection")

        assert page is not None
        assert page.minimumSizeHint().width() <= form.viewport().width()
        assert button.mapTo(page, button.rect().bottomRight()).x() <= form.viewport().width()


def test_every_letter_is_an_edit_and_one_undo_takes_the_word_back(desk: Desk) -> None:
    written(desk)
    desk.pick("A1")
    before = desk.work.document.text

    desk.type("label", "Time")
    typed = desk.work.document.items("assumptions")[0].data["label"]
    desk.window.command("undo")

    assert typed == "Time"
    assert desk.work.document.text == before
    assert desk.window.find(QLineEdit, "field:label").text() == ""


def test_undo_goes_back_to_the_first_bytes(desk: Desk) -> None:
    before = desk.work.document.text
    written(desk)

    while desk.work.undo_stack.index() > 1:
        desk.window.command("undo")

    assert desk.work.document.text == before


def test_what_is_tried_in_the_preview_becomes_a_test_of_the_case(desk: Desk) -> None:
    written(desk)
    desk.pick("A2")
    QTest.keyClick(desk.outline, Qt.Key.Key_Space)
    desk.click("keep-as-test")

    (test,) = desk.work.document.items("tests")
    assert test.data == {"set": {"A2": "fails"}, "expect": {"R1": "holds"}}


def test_what_is_tried_with_objections_becomes_a_test_that_counts_them(desk: Desk) -> None:
    written(desk)
    desk.pick("R1")
    desk.click("add-objection")
    desk.premise("if", "A1")
    desk.pick("A2")
    QTest.keyClick(desk.outline, Qt.Key.Key_Space)

    desk.window.find(QCheckBox, "try-objections").click()
    told = desk.window.text("tried")
    desk.click("keep-as-test")
    desk.click("untry")

    assert told == "Here A2 fails, objections count. Then R1 should be:"
    (test,) = desk.work.document.items("tests")
    assert test.data == {"set": {"A2": "fails"}, "added": True, "expect": {"R1": "overruled"}}
    assert not desk.window.find(QCheckBox, "try-objections").isChecked()


def test_statements_are_ordered_by_keyboard_and_codes_follow(desk: Desk) -> None:
    written(desk)
    first = desk.work.document.items("assumptions")[0].data["id"]
    desk.pick("A1")

    QTest.keyClick(desk.outline, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)

    second = desk.work.document.items("assumptions")[1].data
    assert (second["id"], second["code"]) == (first, "A2")
    assert "Assumption A2" in [label.text() for label in desk.editor.form.findChildren(QLabel)]


def test_a_statement_is_taken_out_with_what_rests_on_it_and_undo_brings_all_back(desk: Desk) -> None:
    written(desk)
    before = desk.work.document.text
    desk.pick("A1")

    QTest.keyClick(desk.outline, Qt.Key.Key_Delete)
    left = len(desk.work.document.items("rules"))
    desk.window.command("undo")

    assert left == 1
    assert desk.work.document.text == before


def test_undo_in_a_field_is_that_of_the_case(desk: Desk) -> None:
    desk.mark("Most families are likely", "assumptions")
    field = desk.window.find(QLineEdit, "field:label")
    event = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier, "\x1a")
    event.ignore()

    QApplication.sendEvent(field, event)

    assert not event.isAccepted(), "the field would take the key, and only its own letters back"


def test_a_passage_is_marked_in_whole_words(desk: Desk) -> None:
    desk.mark("ost families are like", "assumptions")

    assert desk.work.document.items("assumptions")[0].data["text"] == "Most families are likely"


def test_a_new_loop_and_a_new_note_begin_empty_and_the_board_stays_live(desk: Desk) -> None:
    written(desk)
    for section in ("feedback", "coherence"):
        desk.editor.form.added.emit(section)

        assert not {"if", "sets", "unless-followed"} & desk.work.document.items(section)[0].data.keys()
        assert desk.work.draft.case is not None


def test_a_new_part_cites_the_paragraph_in_which_its_author_reads(desk: Desk) -> None:
    desk.mark("opening would reach new readers", "findings")
    desk.editor.form.added.emit("links")
    desk.editor.form.added.emit("assumptions")

    (link,), (claim,) = desk.work.document.items("links"), desk.work.document.items("assumptions")
    assert (link.data["paragraphs"], claim.data["paragraphs"]) == ([2], [2])


def test_text_is_pasted_from_the_clipboard(desk: Desk) -> None:
    QApplication.clipboard().setText("One is so, perhaps.\n\nTwo should be so.")

    desk.click("source-paste")

    assert desk.work.kept.source.count == 2
    assert desk.work.document.data["source"]["paragraphs"] == 2


def test_the_next_likely_claim_is_selected_with_its_reason(desk: Desk) -> None:
    desk.click("source-next")

    assert "said with caution" in desk.window.text("source-hint")
    assert desk.window.find(QPushButton, "make:assumptions").isEnabled()


def test_texts_of_a_file_are_plain_everywhere(desk: Desk) -> None:
    desk.editor.take_source(type(desk.work.kept.source)(paragraphs=desk.work.kept.source.paragraphs[:1]))
    QApplication.clipboard().setText("<img src='/dev/zero'> is <b>so</b>, perhaps.")
    desk.click("source-paste")
    desk.mark("<img src='/dev/zero'> is <b>so</b>", "assumptions")

    assert "A1 <img src='/dev/zero'> is <b>so</b>" in desk.rows


def test_a_case_written_in_the_window_alone_is_whole_and_meets_its_own_test(
    window: Window, tmp_path: Path
) -> None:
    desk = Desk(window)
    desk.begin(tmp_path, TEXT)

    write_it(desk)
    desk.work.save(tmp_path / "library.yaml")

    assert [
        problem for problem in check(tmp_path / "library.yaml") if problem.severity is Severity.ERROR
    ] == []
    case = read_case(tmp_path / "library.yaml").case
    assert (len(case.assumptions), len(case.recommendations), len(case.rules), len(case.tests)) == (
        5,
        3,
        5,
        1,
    )
    assert all(rule.paragraphs for rule in case.rules)
    desk.click("editor-done")
    assert window.snapshot.case == case


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_the_manual_opens_at_the_chapter_on_writing_a_case(desk: Desk) -> None:
    desk.window.command("manual")

    manual = desk.window.window.findChild(ManualDialog)
    assert manual is not None
    chapters = manual.findChild(QListWidget, "manual-chapters")
    assert chapters is not None and chapters.currentItem().text() == "Write a case of your own"
