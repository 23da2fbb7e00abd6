from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QWidget,
)

from desktop.editor.source_pane import Marking
from models.authoring.edits import Edit, set_field, set_premises
from models.schema.grades import Stance
from models.schema.problem import Severity
from models.schema.steps.scenario_steps import set_stance
from models.store.case_tests import check
from models.store.cases import case_path, read_case
from models.store.files import read_text
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


def test_a_new_link_ties_nothing_that_nobody_tied(desk: Desk) -> None:
    written(desk)
    desk.editor.form.added.emit("links")

    assert desk.work.draft.case is not None
    assert desk.work.draft.case.clauses == ()
    assert "Says nothing yet" in " ".join(desk.rows)


def test_a_new_loop_and_a_new_note_begin_empty_and_the_board_stays_live(desk: Desk) -> None:
    written(desk)
    for section in ("feedback", "coherence"):
        desk.editor.form.added.emit(section)

        assert not {"if", "sets", "unless-followed"} & desk.work.document.items(section)[0].data.keys()
        assert desk.work.draft.case is not None


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
    assert desk.work.path is None
    assert read_text(case_path("dprk-lessons"), 10**7) != desk.work.document.text


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


def test_a_new_part_cites_the_paragraph_in_which_its_author_reads(desk: Desk) -> None:
    desk.mark("opening would reach new readers", "findings")
    desk.editor.form.added.emit("links")
    desk.editor.form.added.emit("assumptions")

    (link,), (claim,) = desk.work.document.items("links"), desk.work.document.items("assumptions")
    assert (link.data["paragraphs"], claim.data["paragraphs"]) == ([2], [2])


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


def test_the_header_names_the_case_that_is_written_whatever_happens_on_the_board(desk: Desk) -> None:
    desk.window.act(set_stance("russia-ties", Stance.FAILS))

    assert desk.window.text("scenario-title") == "Should the library open on Sundays?"


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
