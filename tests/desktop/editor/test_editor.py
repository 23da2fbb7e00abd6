from pathlib import Path
from threading import Event, current_thread, main_thread

import pytest
from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QListWidget,
    QMenu,
    QMessageBox,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop.dialogs.clashes import ClashesDialog
from desktop.editor.source_pane import Marking
from desktop.kit.maps.canvas import MapCanvas
from desktop.kit.page_view import PageView
from desktop.session.case_reading import case_in
from desktop.session.locks import ChangedOutside
from models.authoring.beginning import fresh
from models.authoring.edits import Edit, set_premises
from models.authoring.passages import Passages, load
from models.schema.grades import Stance
from models.schema.problem import Refused, Severity
from models.schema.steps.scenario_steps import set_stance
from models.store.case_tests import check
from models.store.cases import case_path, read_case
from models.store.files import read_text
from tests.desktop.editor.bench import Desk
from tests.desktop.editor.library import TEXT, write_it
from tests.models.authoring.examples import CASE
from tests.window import Window, stop_waiting


def written(desk: Desk) -> None:
    """Two assumptions, a finding, and advice that follows from it."""
    desk.mark("Most families are likely to have time for it on that day alone", "assumptions")
    desk.mark("visitors on Sundays are people who never come on other days", "assumptions")
    desk.mark("opening would reach new readers", "findings")
    desk.click("add-argument")
    desk.premise("if", "A1")
    desk.premise("if", "not A2")
    desk.mark("The council should open the library on Sundays from autumn", "recommendations")
    desk.click("add-argument")
    desk.premise("need", "F1")


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
    desk.window.window._preferences.set_scale(scale)
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


def test_the_last_readable_case_stays_while_an_argument_is_unfinished(desk: Desk) -> None:
    written(desk)
    desk.pick("R1")

    desk.click("add-argument")

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


def test_advice_stands_in_the_margin_and_leads_to_its_place(desk: Desk) -> None:
    written(desk)

    desk.window.qtbot.waitUntil(lambda: len(desk.advice) > 0)

    assert any(told.startswith("It is not said what is so if A1 fails.") for told in desk.advice)
    assert any("says it with caution (“likely”)" in told for told in desk.advice)


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
    desk.editor._add("links")

    assert desk.work.draft.case is not None
    assert desk.work.draft.case.clauses == ()
    assert "Says nothing yet" in " ".join(desk.rows)


def test_a_new_loop_and_a_new_note_begin_empty_and_the_board_stays_live(desk: Desk) -> None:
    written(desk)
    for section in ("feedback", "coherence"):
        desk.editor._add(section)

        assert not {"if", "sets", "unless-followed"} & desk.work.document.items(section)[0].data.keys()
        assert desk.work.draft.case is not None


def test_whoever_leaves_an_unfinished_case_is_told_why_it_is_not_on_the_board(
    desk: Desk, tmp_path: Path
) -> None:
    written(desk)
    desk.editor._add("feedback")
    desk.work.save(tmp_path / "unfinished.yaml")

    desk.window.command("edit-case")

    told = desk.window.text("notice-text")
    assert told.startswith("The case is not whole yet, so it is not on the board. The loop does not say yet")
    assert desk.window.snapshot.case.id == "dprk-lessons"


def test_a_case_that_comes_with_the_application_is_edited_as_a_copy(window: Window) -> None:
    window.command("edit-case")
    desk = Desk(window)

    assert desk.work.document.data["id"] == "dprk-lessons-copy"
    assert desk.work.path is None
    assert read_text(case_path("dprk-lessons"), 10**7) != desk.work.document.text


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

    monkeypatch.setattr("desktop.session.case_work.case_in", read)
    monkeypatch.setattr(QMessageBox, "exec", _takes_theirs)
    desk.pick("A1")
    desk.type("label", "Time")

    desk.window.command("save")

    assert desk.work.document.text == theirs
    assert readers and main_thread() not in readers


def test_arguments_that_go_round_in_a_circle_are_drawn_until_one_is_taken_out(desk: Desk) -> None:
    written(desk)
    rule = desk.work.document.items("rules")[0].data["id"]
    finding = desk.work.document.items("findings")[0].data["id"]
    advice = desk.work.document.items("recommendations")[0].data["id"]

    desk.work.do(Edit(set_premises, (rule, "if", (advice,))))
    view = desk.window.find(PageView, "following-page")
    canvas = desk.window.find(MapCanvas, "map-canvas")

    assert view.isVisible() and canvas.scene is not None
    assert {name for name, node in canvas.scene.nodes.items() if node.moved} == {finding, advice}
    assert not desk.window.find(QLabel, "stale").isVisible()
    desk.work.undo_stack.undo()
    assert any(row.startswith("R1") and row.endswith("No longer needed") for row in desk.rows)
    assert not canvas.isVisible()


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


@pytest.mark.parametrize(
    ("said", "instead", "told"),
    [
        ("if: [thick-ice, cold-winters]", "if: thick-ice", "should be a list"),
        ("if: [thick-ice, cold-winters]", "if: [[thick-ice]]", "premise"),
        ("source: {author: A. Author,", "source: none  # {", "should be a mapping"),
        ("\nrules:\n", "\nrules:\n  - a text\n", "should be a mapping"),
        ("schema: 2", "schema: 9", "a newer version of WhatHolds"),
        (CASE, "", "The file is empty"),
    ],
)
def test_a_file_that_no_edit_could_keep_is_refused_by_what_is_wrong(
    desk: Desk, tmp_path: Path, said: str, instead: str, told: str
) -> None:
    path = tmp_path / "ice.yaml"
    path.write_text(CASE.replace(said, instead), encoding="utf-8")

    with pytest.raises(Refused, match=told):
        desk.work.open(path)


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
    dead.write_text(side.read_text(encoding="utf-8").replace(f'"process": {_own()}', '"process": 4194304'))
    text, kept = desk.work.document.text, desk.work.kept
    desk.window.command("new-case") if not desk.work.unsaved else desk.work.start((desk.work.document, kept))

    (record,) = desk.work.abandoned()
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
    dead.write_text(side.read_text(encoding="utf-8").replace(f'"process": {_own()}', '"process": 4194304'))
    theirs = path.read_text(encoding="utf-8").replace("title: Should", "title: Why should", 1)
    path.write_text(theirs, encoding="utf-8")

    desk.work.recover(desk.work.abandoned()[0])

    with pytest.raises(ChangedOutside):
        desk.work.save(path)
    merged = desk.work.merged()
    assert not merged.clashes
    assert merged.document.data["title"].startswith("Why should")
    assert merged.document.items("assumptions")[0].data["label"] == "Time"
    desk.work.take_in(merged.document, "Merge")
    desk.work.save(path)


def test_an_unfinished_case_is_among_the_recent_ones_and_goes_on_in_the_editor(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "library.yaml"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    desk.mark("Most families are likely to have time for it", "assumptions")
    desk.window.command("save")
    desk.click("editor-done")
    desk.work.start((fresh(), Passages()))

    desk.window.window.open(path)
    buttons = desk.window.window.findChildren(QPushButton, "notice-action")
    desk.window.qtbot.waitUntil(lambda: any(button.text() == "Edit the case" for button in buttons))
    next(button for button in buttons if button.text() == "Edit the case").click()

    assert any(row.startswith("A1") for row in desk.rows)
    menu = desk.window.find(QMenu, "cases-menu")
    menu.aboutToShow.emit()
    assert str(path) in [action.text() for action in menu.actions()]


def test_why_a_case_cannot_be_opened_is_told_before_what_is_odd_about_it(
    window: Window, tmp_path: Path
) -> None:
    path = tmp_path / "ice.yaml"
    path.write_text(CASE.replace("[thick-ice, cold-winters]", "[thick-ice, thin-ice]"), encoding="utf-8")

    window.window.open(path)

    told = window.window.findChildren(QLabel, "notice-text")
    window.qtbot.waitUntil(lambda: any("could not be opened" in label.text() for label in told))
    assert any("There is no statement thin-ice" in label.text() for label in told)


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


def test_the_header_names_the_case_that_is_written_whatever_happens_on_the_board(desk: Desk) -> None:
    desk.window.act(set_stance("russia-ties", Stance.FAILS))

    assert desk.window.text("scenario-title") == "Should the library open on Sundays?"


def _own() -> int:
    import os

    return os.getpid()


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


def test_advice_of_every_length_is_shown_whole(window: Window, qtbot: QtBot) -> None:
    Desk(window).window.command("new-case")
    margin = window.find(QListWidget, "case-advice")
    qtbot.waitUntil(lambda: margin.count() > 0)
    margin.setMinimumHeight(200)

    margin.clear()
    margin.addItems(
        [f"{'It is not said what is so if this fails. ' * 3}{'x' * more}" for more in range(30, 42)]
    )
    qtbot.wait(1)

    shown = [ink(margin, row) for row in range(margin.count())]
    for row in range(margin.count()):
        margin.item(row).setSizeHint(QSize(0, 99))
    qtbot.wait(1)

    assert shown == [ink(margin, row) for row in range(margin.count())]


def ink(rows: QListWidget, row: int) -> int:
    """How many pixels of a row are written on."""
    rows.scrollToItem(rows.item(row))
    shown = rows.viewport().grab(rows.visualItemRect(rows.item(row))).toImage()
    ground = shown.pixel(0, 0)
    return sum(shown.pixel(x, y) != ground for x in range(shown.width()) for y in range(shown.height()))


def cut_case(window: Window, tmp_path: Path) -> Desk:
    """A case in which a comma cut a text in braces."""
    file = tmp_path / "ice.yaml"
    file.write_text(CASE.replace("Winters stay cold,", "Winters cost 1,000,"), encoding="utf-8")
    desk = Desk(window)
    window.command("new-case")
    desk.work.open(file)
    return desk


@pytest.mark.parametrize("by_return", [True, False])
def test_a_text_that_a_comma_cut_can_be_kept_whole(window: Window, tmp_path: Path, by_return: bool) -> None:
    desk = cut_case(window, tmp_path)
    margin = window.find(QListWidget, "case-advice")
    window.qtbot.waitUntil(lambda: any("as a comma stands before it" in line for line in desk.advice))
    row = next(place for place, line in enumerate(desk.advice) if "as a comma stands before it" in line)

    margin.setCurrentRow(row)
    if by_return:
        QTest.keyClick(margin, Qt.Key.Key_Return)
    else:
        margin.itemClicked.emit(margin.item(row))
        field = window.find(QPlainTextEdit, "field:text")
        assert field.toPlainText() == "Winters cost 1,000"
        field.setPlainText("Winters cost 1,000 more")

    text = "Winters cost 1,000" if by_return else "Winters cost 1,000 more"
    assert desk.work.document.items("assumptions")[1].data["text"] == text
    window.qtbot.waitUntil(lambda: not any("comma" in line or "000" in line for line in desk.advice))
    desk.work.give_up()


@pytest.mark.parametrize("from_editor", [True, False])
@pytest.mark.parametrize(
    ("old", "new", "row"),
    [
        ("  - {id: cold-winters", "\u00a0 - {id: cold-winters", "Winters stay cold"),
        ("if: [thick-ice, cold-winters]", "if: [thick-ice, {not: cold-winters}]", "not A2"),
    ],
)
def test_what_keeps_a_file_from_being_edited_is_mended_when_asked(
    window: Window,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    old: str,
    new: str,
    row: str,
    from_editor: bool,
) -> None:
    file, desk = tmp_path / "ice.yaml", Desk(window)
    file.write_text(CASE.replace(old, new), encoding="utf-8")
    before = file.read_bytes()
    if from_editor:
        monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))
        window.command("new-case")
        window.command("open")
    else:
        window.window.open(file)
    window.qtbot.waitUntil(lambda: "Mend and edit" in desk.offers)
    assert file.read_bytes() == before

    desk.take_offer("Mend and edit")

    assert desk.work.draft.case is not None
    assert row in desk.outline.currentIndex().data()
    assert desk.work.unsaved
    assert file.read_bytes() == before
    window.command("save")
    assert read_case(file).case.title == "The ice road"
