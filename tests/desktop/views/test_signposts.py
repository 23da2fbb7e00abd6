"""Signposts as their users work them: marking, naming owners, dating, adding, and what moved since."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import QCoreApplication, QDate, QEvent, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QCalendarWidget,
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop.views.signposts import SignpostsView
from desktop.widgets.date_field import DateField
from models.analyses.standing import take_standing
from models.schema.case import Case, Stance
from models.schema.scenario import baseline_scenario
from models.schema.workshop import WatchState, Workshop, fresh_workshop
from models.schema.workshop_steps import asked
from models.store.cases import load_embedded
from tests.analysed import analysed
from tests.desktop.views.showing import part, press, shown, words
from tests.minuted import eventful
from tests.workshops import MOMENT

TREATY = "A treaty is signed, or a visit at the highest level takes place"
QUARREL = "The two governments quarrel in public"


class Page:
    """The page with the workshop that it changes, as the window joins them."""

    def __init__(self, qtbot: QtBot, workshop: Workshop | None = None, *, for_room: bool = False) -> None:
        self.case: Case = load_embedded("dprk-lessons")
        self.workshop = workshop or fresh_workshop(baseline_scenario(self.case).case)
        self.keys: list[str] = []
        self.view = SignpostsView()
        if for_room:
            self.view.for_the_room()
        shown(qtbot, self.view, analysed(self.case)[0])
        self.view.step_wished.connect(self.take)
        self.show()

    def take(self, step: object, key: str) -> None:
        assert callable(step)
        self.keys.append(key)
        self.workshop = step(self.workshop, MOMENT)
        self.show()

    def show(self) -> None:
        self.view.receive_standing(take_standing(self.case, self.workshop))

    def name(self, text: str, what: str, code: str = "A3") -> str:
        return f"noted:{self.case.by_code[code].id}:{text}:{what}"

    def type_in(self, name: str, text: str) -> QLineEdit:
        field = part(self.view, QLineEdit, name)
        field.setFocus()
        QTest.keyClicks(field, text)
        return field

    def add(self, kind: str, text: str) -> None:
        name = f"add:{self.case.by_code['A3'].id}:{kind}"
        press(self.view, name)
        field = self.type_in(f"{name}:text", text)
        QTest.keyClick(field, Qt.Key.Key_Return)
        QTest.keyClick(field, Qt.Key.Key_Escape)

    def listed(self) -> list[str]:
        found = [
            head for head in self.view.findChildren(QToolButton) if head.objectName().startswith("watched:")
        ]
        return [head.text().split()[0] for head in found if head.isVisible()]

    def told(self) -> str:
        return "\n".join(label.text() for label in self.view.findChildren(QLabel) if label.isVisible())


@pytest.fixture(autouse=True)
def swept() -> Iterator[None]:
    """Each page has hundreds of parts; none is left to be dressed again for the next test."""
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def page(qtbot: QtBot) -> Page:
    return Page(qtbot)


@pytest.fixture
def full(qtbot: QtBot) -> Page:
    return Page(qtbot, eventful(load_embedded("dprk-lessons")))


def test_marking_a_signpost_dates_it_and_tells_it(page: Page) -> None:
    press(page.view, page.name(TREATY, "state:tripped"))

    (kept,) = page.workshop.signposts
    assert (kept.state, kept.on) == (WatchState.TRIPPED, MOMENT.date())
    assert words(page.view, "signposts-title") == "1 signpost tripped: look at A3"
    assert words(page.view, page.name(TREATY, "known")) == "seen on 23 November 2026"


def test_the_state_is_worked_with_arrow_keys(page: Page) -> None:
    first = part(page.view, QAbstractButton, page.name(TREATY, "state:not-seen"))
    first.setFocus()

    QTest.keyClick(first, Qt.Key.Key_Right)

    assert page.workshop.signposts[0].state is WatchState.SOME_SIGNS


def test_a_mark_that_is_taken_back_leaves_nothing_behind(page: Page) -> None:
    press(page.view, page.name(TREATY, "state:tripped"))
    press(page.view, page.name(TREATY, "state:not-seen"))

    assert page.workshop.signposts == ()


def test_what_was_seen_is_put_to_the_room_and_sets_nothing_by_itself(qtbot: QtBot, page: Page) -> None:
    with qtbot.assertNotEmitted(page.view.stances_wished):
        press(page.view, page.name(TREATY, "state:tripped"))

    assert "the room decides" in words(page.view, "seen:russia-ties")


def test_a_proposal_that_is_taken_sets_the_stance(qtbot: QtBot, page: Page) -> None:
    press(page.view, page.name(TREATY, "state:tripped"))
    offer = part(page.view, QPushButton, "offer:russia-ties:2")

    with qtbot.waitSignal(page.view.stances_wished) as caught:
        QTest.mouseClick(offer, Qt.MouseButton.LeftButton)

    assert offer.text() == "Set A3 to fails"
    assert caught.args == [{"russia-ties": Stance.FAILS}]


def test_an_owner_is_one_step_however_long_the_name(page: Page) -> None:
    press(page.view, page.name(QUARREL, "open"))

    page.type_in(page.name(QUARREL, "owner"), "Asia desk")

    assert page.workshop.signposts[0].owner == "Asia desk"
    assert set(page.keys) == {page.name(QUARREL, "owner")}


def test_a_date_can_be_typed_and_cleared(page: Page) -> None:
    press(page.view, page.name(QUARREL, "open"))
    field = page.type_in(page.name(QUARREL, "date"), "1 March 2027")
    QTest.keyClick(field, Qt.Key.Key_Return)
    typed = page.workshop.signposts[0].on

    field.clear()

    assert typed == date(2027, 3, 1)
    assert page.workshop.signposts == ()


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_a_date_can_be_chosen_in_a_calendar(qtbot: QtBot, page: Page) -> None:
    press(page.view, page.name(QUARREL, "open"))
    field = part(page.view, DateField, page.name(QUARREL, "date"))
    QTest.keyClick(field, Qt.Key.Key_Down)
    popup = part(field, QWidget, "calendar-popup")

    with qtbot.waitSignal(popup.destroyed):
        part(popup, QCalendarWidget, "calendar").activated.emit(QDate(2027, 3, 1))

    assert page.workshop.signposts[0].on == date(2027, 3, 1)
    assert field.text() == "2027-03-01"


def test_what_is_no_date_is_said_and_changes_nothing(qtbot: QtBot, page: Page) -> None:
    press(page.view, page.name(QUARREL, "open"))
    field = page.type_in(page.name(QUARREL, "date"), "soon")

    with qtbot.waitSignal(page.view.told) as caught:
        QTest.keyClick(field, Qt.Key.Key_Return)

    assert caught.args[0].startswith("“soon” is no date.")
    assert page.workshop.signposts == ()


def test_escape_closes_the_fields_and_the_line_tells_what_they_held(page: Page) -> None:
    press(page.view, page.name(QUARREL, "open"))
    field = page.type_in(page.name(QUARREL, "owner"), "Asia desk")

    QTest.keyClick(field, Qt.Key.Key_Escape)

    assert not field.isVisible()
    assert words(page.view, page.name(QUARREL, "known")) == "watched by Asia desk"


def test_the_room_adds_signposts_and_ideas_of_its_own(page: Page) -> None:
    page.add("signpost", "A choir tours")
    page.add("shaping", "Send a choir")

    assert [item.text for item in page.workshop.signposts] == ["A choir tours"]
    assert [item.text for item in page.workshop.actions] == ["Send a choir"]
    assert words(page.view, page.name("A choir tours", "known")) == "the room’s own"


def test_a_field_for_a_new_signpost_closes_when_the_work_goes_on_elsewhere(page: Page) -> None:
    press(page.view, "add:russia-ties:signpost")

    part(page.view, QToolButton, "watched:russia-ties").setFocus()

    assert part(page.view, QPushButton, "add:russia-ties:signpost").isVisible()
    assert part(page.view, QPushButton, "add:russia-ties:hedging").isVisible()


def test_a_signpost_that_is_there_is_not_added_again(qtbot: QtBot, page: Page) -> None:
    with qtbot.waitSignal(page.view.told) as caught:
        page.add("signpost", TREATY)

    assert caught.args == [f"“{TREATY}” is there already."]
    assert page.workshop.signposts == ()


def test_a_text_of_the_rooms_own_can_be_changed_and_removed(page: Page) -> None:
    page.add("signpost", "A choir tours")
    press(page.view, page.name("A choir tours", "open"))
    field = part(page.view, QLineEdit, page.name("A choir tours", "text"))
    field.setText("Two choirs tour")
    QTest.keyClick(field, Qt.Key.Key_Return)
    reworded = [item.text for item in page.workshop.signposts]

    press(page.view, page.name("Two choirs tour", "remove"))

    assert reworded == ["Two choirs tour"]
    assert page.workshop.signposts == ()


def test_a_text_of_the_case_can_be_neither_changed_nor_removed(page: Page) -> None:
    press(page.view, page.name(TREATY, "open"))

    assert not part(page.view, QLineEdit, page.name(TREATY, "text")).isVisible()
    assert not part(page.view, QToolButton, page.name(TREATY, "remove")).isVisible()


def test_what_bears_most_stands_first_and_the_filters_choose(page: Page) -> None:
    bearing = page.listed()
    press(page.view, "signposts:all")

    assert bearing[0] == "A20"
    assert len(bearing) < len(page.listed()) == 20


def test_a_filter_that_finds_nothing_says_what_to_do(page: Page) -> None:
    press(page.view, "signposts:seen")

    assert page.listed() == []
    assert words(page.view, "signposts-nothing-words").startswith("Nothing has been seen yet.")


def test_what_moved_since_is_a_sentence_that_unfolds(full: Page) -> None:
    full.view.receive(analysed(full.case, {"A3": "fails"})[0])
    headline = words(full.view, "moved-headline")

    press(full.view, "moved-unfold")

    assert headline == (
        "Since “Before lunch”, 4 recommendations moved, 1 assumption changed and 1 signpost was seen"
    )
    assert "R5 is no longer needed now; then it held." in full.told()


def test_something_else_can_be_compared_with(full: Page) -> None:
    choice = part(full.view, QComboBox, "moved-since")
    choice.setCurrentIndex(choice.count() - 1)

    choice.activated.emit(choice.count() - 1)

    assert words(full.view, "moved-headline") == "Since the essay’s baseline, 1 signpost was seen"


def test_no_verdict_is_told_while_a_prediction_is_asked(full: Page) -> None:
    full.take(lambda workshop, moment: asked(workshop, "", moment), "")

    assert words(full.view, "moved-headline") == "Verdicts are hidden until the prediction is revealed"


def test_the_name_of_an_assumption_picks_it(qtbot: QtBot, page: Page) -> None:
    with qtbot.waitSignal(page.view.picked) as caught:
        press(page.view, "watched:russia-ties")

    assert caught.args == ["russia-ties"]


def test_the_keyboard_goes_to_what_is_being_explained(page: Page) -> None:
    page.view.mark_picked("russia-ties")

    page.view.take_focus()

    assert part(page.view, QToolButton, "watched:russia-ties").hasFocus()


def test_copy_takes_signposts_and_what_moved(full: Page) -> None:
    press(full.view, "signposts-copy")

    copied = QGuiApplication.clipboard().text()
    assert f"{TREATY}\tTripped\tAsia desk\t2026-11-23" in copied
    assert "Since “Before lunch”" in copied


def test_the_room_sees_what_was_seen_and_nothing_to_press(qtbot: QtBot) -> None:
    page = Page(qtbot, eventful(load_embedded("dprk-lessons")), for_room=True)

    pressed = [
        item for item in page.view.findChildren(QAbstractButton) if item.isVisible() and item.isEnabled()
    ]
    assert page.listed() == ["A3"]
    assert [item.objectName() for item in pressed] == ["watched:russia-ties"]
    assert not [item for item in page.view.findChildren(QLineEdit) if item.isVisible()]
    assert "watched by Asia desk" in page.told()


def test_another_case_brings_its_own_signposts(qtbot: QtBot, page: Page) -> None:
    page.case = load_embedded("tiny")
    page.workshop = fresh_workshop(baseline_scenario(page.case).case)
    page.view.receive(analysed(page.case)[0])

    page.show()

    assert page.listed() == ["A1", "A2"]
    assert "The budget is tabled" in page.told()
