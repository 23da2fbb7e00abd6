"""The walk-through as its users work it: turned by keys, followed by the room, with notes that only one sees."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QPlainTextEdit, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from desktop.views.walk_through import WalkThroughView
from models.analyses.standing import take_standing
from models.pages.walk_through import walk_through
from models.schema.case import Case
from models.schema.room_steps import noted
from models.schema.scenario import baseline_scenario
from models.schema.workshop import Workshop, fresh_workshop
from models.schema.workshop_steps import asked
from models.store.cases import load_embedded
from tests.analysed import analysed
from tests.desktop.views.showing import part, press, shown, words
from tests.workshops import MOMENT

R5 = "step:draw-from-moscow"


class WalkPage:
    """The walk-through with a workshop behind it that its steps are applied to."""

    def __init__(self, qtbot: QtBot, case: Case, *, room: bool = False) -> None:
        self.case = case
        self.workshop = fresh_workshop(baseline_scenario(case).case)
        self.keys: list[str] = []
        self.view = WalkThroughView()
        if room:
            self.view.for_the_room()
        self.view.step_wished.connect(self.apply)
        shown(qtbot, self.view, analysed(case)[0])
        self.give(self.workshop)
        self.view.take_focus()

    def give(self, workshop: Workshop) -> None:
        """Show the view this workshop, as the window does after every change."""
        self.workshop = workshop
        self.view.receive_standing(take_standing(self.case, workshop))

    def apply(self, step: object, key: str) -> None:
        """Do what the view wishes."""
        assert callable(step)
        self.keys.append(key)
        self.give(step(self.workshop, MOMENT))

    def press(self, key: Qt.Key, on: QWidget | None = None) -> None:
        """Press a key where the keyboard is."""
        QTest.keyClick(on or self.view, key)

    def progress(self) -> str:
        """How far the walk is."""
        return words(self.view, "walk-progress").split(" · ")[0]

    def spoken(self, statement: str) -> str:
        """What a screen reader says of a statement in this step."""
        return part(self.view, QAbstractButton, f"statement:{statement}").accessibleName()

    def note(self) -> QPlainTextEdit:
        """The facilitator's note."""
        return part(self.view, QPlainTextEdit, "step-note")


@pytest.fixture
def essay() -> Case:
    return load_embedded("dprk-lessons")


@pytest.fixture
def page(qtbot: QtBot, essay: Case) -> WalkPage:
    return WalkPage(qtbot, essay)


def test_it_begins_with_the_question(page: WalkPage) -> None:
    assert words(page.view, "walk-through-title") == "What the DPRK learns from the war in Ukraine"
    assert page.progress() == "Step 1 of 31"
    assert not part(page.view, QAbstractButton, "walk-back").isEnabled()


@pytest.mark.parametrize(
    "key",
    [
        Qt.Key.Key_PageDown,
        Qt.Key.Key_Right,
        Qt.Key.Key_Space,
        Qt.Key.Key_Down,
        Qt.Key.Key_Return,
        Qt.Key.Key_N,
    ],
)
def test_a_remote_turns_to_the_next_step(page: WalkPage, key: Qt.Key) -> None:
    page.press(key)

    assert page.progress() == "Step 2 of 31"


@pytest.mark.parametrize(
    "key", [Qt.Key.Key_PageUp, Qt.Key.Key_Left, Qt.Key.Key_Backspace, Qt.Key.Key_Up, Qt.Key.Key_P]
)
def test_a_remote_turns_back(page: WalkPage, key: Qt.Key) -> None:
    page.press(Qt.Key.Key_End)
    page.press(key)

    assert page.progress() == "Step 30 of 31"


def test_home_and_end_go_to_the_ends_and_no_further(page: WalkPage) -> None:
    page.press(Qt.Key.Key_End)
    page.press(Qt.Key.Key_N)
    assert page.progress() == "Step 31 of 31"

    page.press(Qt.Key.Key_Home)

    assert page.progress() == "Step 1 of 31"


def test_turning_tells_which_step_is_shown(qtbot: QtBot, page: WalkPage) -> None:
    with qtbot.waitSignal(page.view.moved) as moved:
        press(page.view, "walk-next")

    assert moved.args == ["step:nuclear-bet-vindicated"]


def test_another_instance_follows_without_telling(qtbot: QtBot, page: WalkPage) -> None:
    with qtbot.assertNotEmitted(page.view.moved):
        page.view.go_to(R5)

    assert words(page.view, "walk-through-title") == "R5 Draw Pyongyang away from Moscow"


def test_the_list_jumps_to_a_step(page: WalkPage) -> None:
    steps = part(page.view, QComboBox, "walk-list")

    QTest.keyClicks(steps, "23")

    assert page.progress() == "Step 23 of 31"


def test_a_statement_leads_to_its_explanation(qtbot: QtBot, page: WalkPage) -> None:
    page.view.go_to(R5)

    with qtbot.waitSignal(page.view.picked) as picked:
        press(page.view, "statement:europes-business")

    assert picked.args == ["europes-business"]


def test_a_remote_goes_on_after_a_click_on_a_statement(page: WalkPage) -> None:
    page.view.go_to(R5)
    press(page.view, "statement:europes-business")

    page.press(Qt.Key.Key_Space, QApplication.focusWidget())

    assert page.progress() == "Step 24 of 31"


def test_a_statement_with_the_keyboard_on_it_is_picked_by_the_space_bar(qtbot: QtBot, page: WalkPage) -> None:
    page.view.go_to(R5)
    box = part(page.view, QAbstractButton, "statement:europes-business")
    box.setFocus()

    with qtbot.waitSignal(page.view.picked):
        QTest.keyClick(box, Qt.Key.Key_Space)
    QTest.keyClick(box, Qt.Key.Key_Right)

    assert page.progress() == "Step 24 of 31"


def test_every_statement_says_how_it_stands_and_where_it_was_met(page: WalkPage) -> None:
    page.view.go_to(R5)

    assert page.spoken("europes-business") == (
        "A20 Security on the Korean peninsula is Europe's business: holds. new here. stated · ¶2"
    )
    assert page.spoken("draw-from-moscow").startswith("R5 Draw Pyongyang away from Moscow: still holds")


def test_states_follow_the_plenary(page: WalkPage, essay: Case) -> None:
    page.view.go_to(R5)

    page.view.receive(analysed(essay, {"A3": "fails"})[0])

    assert page.progress() == "Step 23 of 31"
    assert page.spoken("draw-from-moscow").startswith("R5 Draw Pyongyang away from Moscow: not needed")


def test_verdicts_are_hidden_while_a_prediction_is_open(page: WalkPage) -> None:
    page.view.go_to(R5)

    page.give(asked(page.workshop, "What if A3 fails?", MOMENT))

    assert page.spoken("draw-from-moscow").startswith("R5 Draw Pyongyang away from Moscow: hidden for now")
    assert ": holds." in page.spoken("europes-business")


def test_a_note_is_kept_with_its_step(qtbot: QtBot, page: WalkPage) -> None:
    page.view.go_to(R5)
    QTest.keyClicks(page.note(), "Ask the Russia desk")

    page.view.go_to("step:calm-drills")

    assert page.note().toPlainText() == ""
    assert [(note.id, note.text) for note in page.workshop.step_notes] == [
        ("draw-from-moscow", "Ask the Russia desk")
    ]
    assert page.keys == ["step-note:draw-from-moscow"]


def test_a_note_that_is_kept_is_shown_again(page: WalkPage) -> None:
    page.give(noted(page.workshop, "draw-from-moscow", "Ask the Russia desk"))

    page.view.go_to(R5)

    assert page.note().toPlainText() == "Ask the Russia desk"


def test_letters_in_the_note_turn_no_page_but_a_remote_does(page: WalkPage) -> None:
    QTest.keyClicks(page.note(), "next n p")
    assert page.progress() == "Step 1 of 31"

    page.press(Qt.Key.Key_PageDown, page.note())

    assert page.progress() == "Step 2 of 31"


def test_typing_is_handed_over_when_the_window_asks(page: WalkPage) -> None:
    QTest.keyClicks(page.note(), "Half a thought")

    page.view.finish_writing()

    assert [note.text for note in page.workshop.step_notes] == ["Half a thought"]


def test_the_room_sees_no_note_and_no_control(qtbot: QtBot, essay: Case) -> None:
    room = WalkPage(qtbot, essay, room=True)
    room.give(noted(room.workshop, "draw-from-moscow", "Not for the room"))

    room.view.go_to(R5)

    assert not room.note().isVisible()
    for name in ("walk-next", "walk-back", "walk-through-copy", "walk-through-download"):
        assert not part(room.view, QAbstractButton, name).isVisible()
    assert room.progress() == "Step 23 of 31"


def test_nothing_scrolls_in_the_smallest_window(page: WalkPage, essay: Case) -> None:
    page.view.resize(714, 560)
    for step in walk_through(essay):
        page.view.go_to(step.id)
        QGuiApplication.sendPostedEvents()

        areas = [area for area in page.view.findChildren(QScrollArea) if area.isVisible()]
        assert [area.verticalScrollBar().maximum() for area in areas] == [0], step.id


def test_another_case_begins_at_its_opening(page: WalkPage) -> None:
    page.view.go_to(R5)

    page.view.receive(analysed(load_embedded("tiny"))[0])

    assert page.progress() == "Step 1 of 4"


def test_the_whole_walk_is_copied_without_notes(page: WalkPage) -> None:
    page.give(noted(page.workshop, "draw-from-moscow", "Not for the room"))

    press(page.view, "walk-through-copy")

    text = QGuiApplication.clipboard().text()
    assert "R5 Draw Pyongyang away from Moscow\tstill holds" in text
    assert "Not for the room" not in text
