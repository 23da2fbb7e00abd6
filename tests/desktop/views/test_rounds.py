"""Feedback rounds as their users work them: tick what is followed, read the rounds, take one over."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel
from pytestqt.qtbot import QtBot

from desktop.views.rounds import RoundsView
from desktop.widgets.timeline import TimelineTable
from models.schema.case import Case, Stance
from models.store.cases import load_embedded
from tests.analysed import analysed
from tests.desktop.views.showing import click_cell, part, press, shown, spoken, words
from tests.models.analyses.test_rounds import looping

R3, R4, R5 = 2, 3, 4
FOLLOWED, ROUND_2 = 0, 3


@pytest.fixture
def essay() -> Case:
    return load_embedded("dprk-lessons")


@pytest.fixture
def view(qtbot: QtBot, essay: Case) -> RoundsView:
    return shown(qtbot, RoundsView(), analysed(essay)[0])


def table(view: RoundsView) -> TimelineTable:
    return part(view, TimelineTable, "timeline")


def test_all_advice_is_followed_at_first(view: RoundsView) -> None:
    assert words(view, "rounds-title") == "Nothing feeds back: every verdict stays as it is"
    assert spoken(table(view), R4, FOLLOWED) == "R4 is followed"
    assert table(view).columnCount() == ROUND_2


def test_unticking_advice_runs_its_loop(view: RoundsView) -> None:
    click_cell(table(view), R4, FOLLOWED)

    assert spoken(table(view), R4, FOLLOWED) == "R4 is not followed"
    assert spoken(table(view), R5, ROUND_2) == "R5, Round 2: no longer workable, it was: still holds"
    assert words(view, "story:1:1").startswith("The loop “bloc spiral” makes A16 fail")


def test_the_space_bar_ticks_like_a_click(view: RoundsView) -> None:
    view.mark_picked("stop-bloc-talk")
    view.take_focus()

    QTest.keyClick(table(view), Qt.Key.Key_Space)

    assert spoken(table(view), R4, FOLLOWED) == "R4 is not followed"


def test_advice_that_no_loop_asks_about_has_no_tick(view: RoundsView) -> None:
    click_cell(table(view), R5, FOLLOWED)

    assert spoken(table(view), R5, FOLLOWED) == "No loop asks whether it is followed."
    assert words(view, "rounds-title").startswith("Nothing feeds back")


def test_following_none_and_all_is_one_press_each(view: RoundsView) -> None:
    press(view, "follow-none")
    assert words(view, "rounds-title") == "It settles in round 2: 5 of 11 recommendations then hold"

    press(view, "follow-all")

    assert words(view, "rounds-title").startswith("Nothing feeds back")


def test_a_round_can_be_made_the_scenario(qtbot: QtBot, view: RoundsView, essay: Case) -> None:
    click_cell(table(view), R4, FOLLOWED)

    with qtbot.waitSignal(view.stances_wished) as wished:
        press(view, "make-round:1")

    assert wished.args is not None
    changed = {name for name, stance in wished.args[0].items() if stance is Stance.FAILS}
    assert changed == {essay.by_code["A16"].id}


def test_what_is_followed_stays_when_the_scenario_changes(view: RoundsView, essay: Case) -> None:
    click_cell(table(view), R4, FOLLOWED)

    view.receive(analysed(essay, {"A13": "fails"})[0])

    assert spoken(table(view), R4, FOLLOWED) == "R4 is not followed"
    assert words(view, "rounds-title").startswith("Nothing feeds back")


def test_another_case_starts_with_all_advice_followed(view: RoundsView) -> None:
    press(view, "follow-none")

    view.receive(analysed(load_embedded("tiny"))[0])

    assert spoken(table(view), 0, FOLLOWED) == "R1 is followed"


def test_which_advice_protects_what_is_told_with_what_its_loop_does_here(view: RoundsView) -> None:
    told = [label.text() for label in view.findChildren(QLabel) if label.isVisible()]

    assert "R4 protects R5, R6, R7, R8, R9, R10 and R11" in told
    assert "Stopped here." in told
    assert "No advice stops “shield”" in told


def test_a_row_leads_to_its_recommendation(qtbot: QtBot, view: RoundsView) -> None:
    with qtbot.waitSignal(view.picked) as picked:
        click_cell(table(view), R5, 1)

    assert picked.args == ["draw-from-moscow"]


def test_a_case_without_loops_says_so_and_offers_no_ticks(view: RoundsView) -> None:
    view.receive(analysed(looping(load_embedded("tiny")))[0])

    assert words(view, "rounds-line").startswith("This case has no feedback loops")
    assert not part(view, QAbstractButton, "follow-none").isVisible()


def test_the_timeline_needs_no_scroll_bars_at_the_smallest_window(qtbot: QtBot, view: RoundsView) -> None:
    bars = (table(view).horizontalScrollBar(), table(view).verticalScrollBar())

    press(view, "follow-none")

    qtbot.waitUntil(lambda: [bar.maximum() for bar in bars] == [0, 0])


def test_everything_is_copied_as_a_table(view: RoundsView) -> None:
    press(view, "rounds-copy")

    assert "R5\tDraw Pyongyang away from Moscow\t\tStill holds" in QGuiApplication.clipboard().text()
