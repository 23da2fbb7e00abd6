"""What would change it as its users work it: choose a recommendation, read, and try a change."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.base.theme import Scheme, resolve, wear
from desktop.views.change import ChangeView
from desktop.widgets.sentence_row import SentenceButton
from models.engine.snapshot import take_snapshot
from models.schema.case import Case, Stance
from models.schema.scenario import baseline_scenario
from models.store.cases import load_embedded
from tests.analysed import analysed
from tests.desktop.views.showing import part, press, shown, words


@pytest.fixture
def essay() -> Case:
    return load_embedded("dprk-lessons")


@pytest.fixture
def view(qtbot: QtBot, essay: Case) -> ChangeView:
    return shown(qtbot, ChangeView(), analysed(essay)[0])


def lines(view: ChangeView) -> list[str]:
    """The changes that can be seen, as they are read out."""
    return [item.text() for item in view.findChildren(SentenceButton) if item.isVisible()]


def test_choosing_a_recommendation_shows_what_would_change_it(
    qtbot: QtBot, view: ChangeView, essay: Case
) -> None:
    with qtbot.waitSignal(view.picked) as picked:
        press(view, "pick:draw-from-moscow")

    assert picked.args == [essay.by_code["R5"].id]
    assert words(view, "change-title").startswith("R5 still holds; any one of 5 changes")
    assert lines(view)[0] == "If A3 fails, R5 is no longer needed."


def test_pressing_a_line_wishes_for_its_change(qtbot: QtBot, view: ChangeView) -> None:
    view.mark_picked("draw-from-moscow")

    with qtbot.waitSignal(view.stances_wished) as wished:
        press(view, "change-first:1")

    assert wished.args == [{"russia-ties": Stance.FAILS}]


def test_a_change_is_tried_by_keyboard_alone(qtbot: QtBot, view: ChangeView) -> None:
    view.mark_picked("draw-from-moscow")
    view.take_focus()
    reached = part(view, QAbstractButton, "pick:draw-from-moscow")
    assert view.focusWidget() is reached

    for _ in range(20):
        focused = view.focusWidget()
        if isinstance(focused, SentenceButton):
            break
        QTest.keyClick(focused or view, Qt.Key.Key_Tab)

    with qtbot.waitSignal(view.stances_wished):
        QTest.keyClick(view.focusWidget() or view, Qt.Key.Key_Space)


def test_arrow_keys_walk_the_recommendations(qtbot: QtBot, view: ChangeView) -> None:
    view.take_focus()

    with qtbot.waitSignal(view.picked) as picked:
        QTest.keyClick(view.focusWidget() or view, Qt.Key.Key_Right)

    assert picked.args == ["limit-arsenal"]


def test_picking_an_assumption_elsewhere_changes_nothing_here(view: ChangeView) -> None:
    view.mark_picked("draw-from-moscow")
    before = words(view, "change-title")

    view.mark_picked("russia-ties")

    assert words(view, "change-title") == before


def test_open_advice_shows_both_directions(view: ChangeView, essay: Case) -> None:
    view.receive(analysed(essay, {"A20": "uncertain"})[0])

    view.mark_picked("prepare-dialogue")

    assert words(view, "change-first-title") == "What would make it hold for certain"
    assert words(view, "change-second-title") == "What would make it fall for certain"


def test_a_long_list_shows_the_rest_on_request(view: ChangeView, essay: Case) -> None:
    view.receive(analysed(essay, added=True)[0])
    view.mark_picked("use-reopening")
    assert len(lines(view)) == 8

    press(view, "change-first-more")

    assert len(lines(view)) > 8
    assert not part(view, QAbstractButton, "change-first-more").isVisible()


def test_what_was_shown_stays_until_the_next_answer_or_a_moment_later(
    qtbot: QtBot, view: ChangeView, essay: Case
) -> None:
    view.receive(take_snapshot(essay, baseline_scenario(essay)))
    assert lines(view)

    qtbot.waitUntil(lambda: part(view, QWidget, "waiting").isVisible())

    assert words(view, "change-line").endswith("What would change it is being worked out.")


def test_another_case_never_shows_the_answers_of_the_former(view: ChangeView) -> None:
    tiny = load_embedded("tiny")

    view.receive(take_snapshot(tiny, baseline_scenario(tiny)))

    assert lines(view) == []
    assert words(view, "change-title") == "R1 stays open"


def test_the_page_is_copied_as_a_table(view: ChangeView) -> None:
    press(view, "change-copy")

    copied = QGuiApplication.clipboard().text()
    assert "What would topple it\tIf A1 fails, R1 is no longer needed." in copied


def seen_whole(view: ChangeView) -> bool:
    """Whether every sentence that can be seen has the height that it needs."""
    seen = [item for item in view.findChildren(SentenceButton) if item.isVisible()]
    return all(item.height() >= item.heightForWidth(item.width()) for item in seen)


@pytest.mark.parametrize("code", ["R5", "R7", "R9"])
def test_no_sentence_is_cut_off(qtbot: QtBot, view: ChangeView, essay: Case, code: str) -> None:
    view.mark_picked(essay.by_code[code].id)

    qtbot.waitUntil(lambda: seen_whole(view))


def test_sentences_stay_whole_in_another_look(qtbot: QtBot, view: ChangeView) -> None:
    application = QApplication.instance()
    assert isinstance(application, QApplication)

    wear(application, resolve(Scheme.DARK, 150))

    qtbot.waitUntil(lambda: seen_whole(view))
