"""Predict as its users work it: ask, count, lock, reveal; and what the room sees of it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.views.predict import PredictView
from desktop.widgets.tally_grid import CountField
from models.analyses.standing import take_standing
from models.schema.case import Case
from models.schema.workshop import Hands, Phase, Workshop, fresh_workshop
from models.schema.workshop_steps import asked, locked, with_hands
from models.store.cases import load_embedded
from tests.analysed import analysed
from tests.desktop.views.showing import part, press, shown, words
from tests.workshops import MOMENT


class Page:
    """The page with the workshop that it changes, as the window joins them."""

    def __init__(self, qtbot: QtBot, for_room: bool = False) -> None:
        self.case: Case = load_embedded()
        self.snapshot = analysed(self.case, {"A3": "fails"})[0]
        self.workshop: Workshop = fresh_workshop(self.snapshot.scenario.case)
        self.view = PredictView()
        if for_room:
            self.view.for_the_room()
        shown(qtbot, self.view, self.snapshot)
        self.view.step_wished.connect(self.take)
        self.show()

    def take(self, step: object, _: str) -> None:
        assert callable(step)
        self.workshop = step(self.workshop, MOMENT)
        self.show()

    def show(self) -> None:
        self.view.receive_standing(take_standing(self.case, self.workshop))

    def type_in(self, way: str, text: str) -> None:
        field = part(self.view, CountField, f"hands:draw-from-moscow:{way}")
        field.setFocus()
        QTest.keyClicks(field, text)

    def seen(self) -> str:
        labels = [label for label in self.view.findChildren(QLabel) if label.isVisible()]
        return "\n".join(label.text() for label in labels)


@pytest.fixture
def page(qtbot: QtBot) -> Page:
    return Page(qtbot)


def test_asking_hides_and_offers_fields(page: Page) -> None:
    press(page.view, "predict-ask")

    assert words(page.view, "predict-title") == "Verdicts are hidden. What do you expect?"
    assert part(page.view, CountField, "hands:draw-from-moscow:falls").isVisible()


def test_the_question_becomes_the_title(page: Page, qtbot: QtBot) -> None:
    QTest.keyClicks(part(page.view, QWidget, "predict-question"), "If Russia ties fail?")
    QTest.keyClick(part(page.view, QWidget, "predict-question"), Qt.Key.Key_Return)

    assert words(page.view, "predict-title") == "If Russia ties fail?"


def test_typed_hands_are_counted(page: Page) -> None:
    press(page.view, "predict-ask")

    page.type_in("falls", "12")

    assert page.workshop.asking is not None
    assert page.workshop.asking.of["draw-from-moscow"].falls == 12


def test_enter_goes_to_the_next_recommendation(page: Page) -> None:
    press(page.view, "predict-ask")
    page.type_in("falls", "1")

    QTest.keyClick(part(page.view, CountField, "hands:draw-from-moscow:falls"), Qt.Key.Key_Return)

    assert part(page.view, CountField, "hands:draw-from-beijing:holds").hasFocus()


def test_the_reveal_shows_the_verdict_and_the_score(page: Page) -> None:
    press(page.view, "predict-ask")
    page.type_in("falls", "7")
    press(page.view, "predict-lock")
    assert "foresaw" not in page.seen()

    press(page.view, "predict-reveal")

    assert words(page.view, "predict-title") == "Most hands foresaw 1 of 1 recommendation"
    assert "7 of 7 foresaw it" in page.seen()


def test_calling_it_off_brings_the_invitation_back(page: Page) -> None:
    press(page.view, "predict-ask")

    press(page.view, "predict-drop")

    assert page.workshop.predictions == ()
    assert part(page.view, QWidget, "predict-invitation-title").isVisible()


def test_the_room_sees_hands_only_once_they_are_locked(qtbot: QtBot) -> None:
    page = Page(qtbot, for_room=True)
    hands = Hands(id="draw-from-moscow", falls=17)
    page.take(lambda workshop, moment: with_hands(asked(workshop, "", moment), hands), "")
    assert "17" not in page.seen()

    page.take(lambda workshop, moment: locked(workshop, page.snapshot.scenario, moment), "")

    assert page.workshop.predictions[0].phase is Phase.LOCKED
    assert "17" in page.seen()
    assert not [button for button in page.view.findChildren(QPushButton) if button.isVisible()]


def test_the_table_can_be_copied(page: Page) -> None:
    press(page.view, "predict-ask")
    page.type_in("falls", "7")

    press(page.view, "predict-copy")

    assert "R5\tDraw Pyongyang away from Moscow\t0\t0\t7\t" in QGuiApplication.clipboard().text()
