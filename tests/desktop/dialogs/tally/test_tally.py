"""Typing in paper ballots: digits only, across and then down, and refused in place with a sentence."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMessageBox, QScrollArea
from pytestqt.qtbot import QtBot

from desktop.dialogs.tally import TallyDialog
from models.schema.workshop import Ballot, Count
from models.store.cases import load_embedded
from tests.desktop.dialogs.showing import part, press, words
from tests.desktop.dialogs.tally.tally_page import FIRST, Page

QUESTION = QMessageBox.question


@pytest.fixture
def second() -> str:
    case = load_embedded("dprk-lessons")
    return case.by_code["A4"].id


def test_it_begins_with_how_many_ballots_there_are(page: Page) -> None:
    assert page.here() == "tally-heads"
    assert page.field("tally-name").text() == "Table 5"


def test_enter_goes_from_the_ballots_to_the_first_row(page: Page) -> None:
    QTest.keyClick(page.field("tally-heads"), Qt.Key.Key_Return)

    assert page.here() == f"tally:{FIRST}:holds"


def test_tab_goes_across_and_then_down(page: Page, second: str) -> None:
    page.field(f"tally:{FIRST}:holds").setFocus()
    walked = []
    for _ in range(3):
        QTest.keyClick(page.field(page.here()), Qt.Key.Key_Tab)
        walked.append(page.here())

    assert walked == [f"tally:{FIRST}:uncertain", f"tally:{FIRST}:fails", f"tally:{second}:holds"]


def test_enter_goes_to_the_next_row(page: Page, second: str) -> None:
    QTest.keyClick(page.field(f"tally:{FIRST}:uncertain"), Qt.Key.Key_Return)

    assert page.here() == f"tally:{second}:holds"


def test_arrows_stay_in_their_column(page: Page, second: str) -> None:
    QTest.keyClick(page.field(f"tally:{FIRST}:fails"), Qt.Key.Key_Down)
    assert page.here() == f"tally:{second}:fails"

    QTest.keyClick(page.field(f"tally:{second}:fails"), Qt.Key.Key_Up)

    assert page.here() == f"tally:{FIRST}:fails"


def test_the_last_row_leads_to_the_button_and_is_scrolled_to(page: Page) -> None:
    last = page.case.by_code["A20"].id
    QTest.keyClick(page.field(f"tally:{page.case.by_code['A18'].id}:holds"), Qt.Key.Key_Return)
    assert page.here() == f"tally:{last}:holds"
    area = part(page.dialog, QScrollArea, "tally-grid")
    assert area.verticalScrollBar().value() > 0

    QTest.keyClick(page.field(f"tally:{last}:holds"), Qt.Key.Key_Return)

    assert page.here() == "tally-take"


def test_only_digits_are_taken(page: Page) -> None:
    page.type_in(f"tally:{FIRST}:holds", "a-1.5x2")

    assert page.field(f"tally:{FIRST}:holds").text() == "152"


def test_who_did_not_answer_is_worked_out_while_typing(page: Page) -> None:
    page.type_in("tally-heads", "8")
    assert words(page.dialog, f"tally-left:{FIRST}") == "all 8"

    page.type_in(f"tally:{FIRST}:holds", "5")
    page.type_in(f"tally:{FIRST}:fails", "1")

    assert words(page.dialog, f"tally-left:{FIRST}") == "2"


def test_too_many_answers_are_refused_in_place(page: Page) -> None:
    page.type_in("tally-heads", "8")
    page.type_in(f"tally:{FIRST}:holds", "5")
    page.type_in(f"tally:{FIRST}:fails", "4")

    assert page.problem() == "“Arsenal is kept” (A1) has 9 answers on 8 ballots."
    assert words(page.dialog, f"tally-left:{FIRST}") == "1 too many"
    press(page.dialog, "tally-take")
    assert page.given == []
    assert page.here() == f"tally:{FIRST}:holds"


def test_mending_what_was_wrong_takes_the_sentence_away(page: Page) -> None:
    page.type_in("tally-heads", "8")
    page.type_in(f"tally:{FIRST}:holds", "9")

    page.type_in("tally-heads", "9")

    assert page.problem() == ""


def test_what_is_missing_is_told_only_when_it_is_to_be_taken(page: Page) -> None:
    page.type_in("tally-name", " ")
    assert page.problem() == ""

    press(page.dialog, "tally-take")

    assert page.problem() == "Say which group this is."
    assert page.here() == "tally-name"


def test_blank_rows_are_left_out_of_the_ballot(page: Page) -> None:
    page.type_in("tally-heads", "8")
    page.type_in(f"tally:{FIRST}:uncertain", "3")

    press(page.dialog, "tally-take")

    assert page.given == [("Table 5", Ballot(heads=8, counts=(Count(id=FIRST, uncertain=3),)))]


def test_a_known_name_says_what_it_will_do(page: Page) -> None:
    page.type_in("tally-name", "Table 2")

    assert words(page.dialog, "tally-told") == "Round 2 has Table 2 already; this takes its place."


def test_a_ballot_is_shown_as_it_was_typed(qtbot: QtBot) -> None:
    page = Page(qtbot, mend="Table 4")

    assert page.dialog.windowTitle() == "Tally of Table 4"
    assert page.field("tally-heads").text() == "8"
    counts = [page.field(f"tally:{FIRST}:{way}").text() for way in ("holds", "uncertain", "fails")]
    assert counts == ["5", "1", "1"]


def test_what_the_case_has_no_place_for_is_kept(qtbot: QtBot) -> None:
    page = Page(qtbot, mend="Table 4")
    kept = (Count(id="of-another-version", holds=2),)
    group = next(g for g in page.workshop.present if g.name == "Table 4")
    assert group.ballot is not None
    ballot = Ballot(heads=8, counts=group.ballot.counts, unplaced=kept)
    dialog = TallyDialog(page.case, page.workshop, replace(group, ballot=ballot), "")
    qtbot.addWidget(dialog)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)

    with qtbot.waitSignal(dialog.taken) as caught:
        press(dialog, "tally-take")

    assert caught.args is not None
    assert caught.args[1].unplaced == kept


def test_escape_leaves_what_nothing_was_typed_into(page: Page) -> None:
    QTest.keyClick(page.dialog, Qt.Key.Key_Escape)

    assert not page.dialog.isVisible()
    assert page.given == []


@pytest.mark.parametrize("answer", [QMessageBox.StandardButton.Cancel, QMessageBox.StandardButton.Discard])
def test_escape_asks_before_what_was_typed_is_lost(
    page: Page, monkeypatch: pytest.MonkeyPatch, answer: QMessageBox.StandardButton
) -> None:
    monkeypatch.setattr(QMessageBox, "question", lambda *_: answer)
    page.type_in("tally-heads", "8")

    QTest.keyClick(page.dialog, Qt.Key.Key_Escape)

    assert page.dialog.isVisible() is (answer is QMessageBox.StandardButton.Cancel)
    assert page.given == []


def test_who_presses_discard_leaves_the_dialog(page: Page, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QMessageBox, "question", QUESTION)
    page.type_in("tally-heads", "8")
    looking = QTimer(page.dialog, interval=20)

    def press_discard() -> None:
        asked = page.dialog.findChild(QMessageBox)
        if asked is not None and asked.isVisible():
            looking.stop()
            asked.button(QMessageBox.StandardButton.Discard).click()

    looking.timeout.connect(press_discard)
    looking.start()

    QTest.keyClick(page.dialog, Qt.Key.Key_Escape)

    assert not page.dialog.isVisible()


def test_every_field_has_a_name_for_a_screen_reader(page: Page) -> None:
    assert page.field(f"tally:{FIRST}:holds").accessibleName() == "A1 Arsenal is kept: holds"
    assert all(field.accessibleName() for field in page.dialog.findChildren(QLineEdit))
    assert QApplication.focusWidget() is None or page.here()
