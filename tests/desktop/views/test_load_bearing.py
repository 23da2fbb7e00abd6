"""Load-bearing as its users work it: the picture, the ranked list, and the switch between two ways to count."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.views.load_bearing import LoadBearingView
from desktop.widgets.chart_view import ChartView
from desktop.widgets.ranked_list import RankedList
from models.engine.snapshot import take_snapshot
from models.schema.case import Case
from models.schema.scenario import baseline_scenario
from models.store.cases import load_embedded
from tests.analysed import analysed
from tests.desktop.views.showing import part, press, shown, words


@pytest.fixture
def essay() -> Case:
    return load_embedded("dprk-lessons")


@pytest.fixture
def view(qtbot: QtBot, essay: Case) -> LoadBearingView:
    return shown(qtbot, LoadBearingView(), analysed(essay)[0])


def ranks(view: LoadBearingView) -> RankedList:
    return part(view, RankedList, "load-list")


def listed(view: LoadBearingView) -> list[str]:
    return [
        str(ranks(view).item(row).data(Qt.ItemDataRole.AccessibleTextRole))
        for row in range(ranks(view).count())
    ]


def test_the_list_is_ranked_and_says_what_hangs_on_each(view: LoadBearingView) -> None:
    told = listed(view)

    assert len(told) == 20
    assert told[0] == "A20 Korea is Europe's business: 7 verdicts hang on it; holds, as toggled."


def test_load_can_be_counted_over_all_settings(view: LoadBearingView) -> None:
    press(view, "load:everywhere")

    assert listed(view)[0].startswith("A1 Arsenal is kept: decides 2.7 of 11 on average")
    assert "Banzhaf" in words(view, "load-bearing-line")


def test_the_line_says_that_what_is_toggled_is_no_judgement(view: LoadBearingView) -> None:
    assert "no judgement" in words(view, "load-bearing-line")


def test_the_title_names_what_to_plan_for(view: LoadBearingView, essay: Case) -> None:
    view.receive(analysed(essay, credences={"A20": 0.3})[0])

    assert words(view, "load-bearing-title") == "A20 bears load and is in doubt: plan for it"


def test_clicking_a_line_picks_its_assumption(qtbot: QtBot, view: LoadBearingView, essay: Case) -> None:
    place = ranks(view).visualItemRect(ranks(view).item(1)).center()

    with qtbot.waitSignal(view.picked) as caught:
        QTest.mouseClick(ranks(view).viewport(), Qt.MouseButton.LeftButton, pos=place)

    assert caught.args == [essay.by_code["A10"].id]


def test_arrow_keys_pick_the_next_line(qtbot: QtBot, view: LoadBearingView, essay: Case) -> None:
    view.take_focus()
    view.mark_picked(essay.by_code["A20"].id)

    with qtbot.waitSignal(view.picked) as caught:
        QTest.keyClick(ranks(view), Qt.Key.Key_Down)

    assert caught.args == [essay.by_code["A10"].id]


def test_a_pick_from_elsewhere_is_marked_without_an_echo(
    qtbot: QtBot, view: LoadBearingView, essay: Case
) -> None:
    with qtbot.assertNotEmitted(view.picked):
        view.mark_picked(essay.by_code["A3"].id)

    assert ranks(view).currentItem().text() == "A3 Russia ties deepen"


def test_picking_a_recommendation_marks_no_line(view: LoadBearingView, essay: Case) -> None:
    view.mark_picked(essay.by_code["R3"].id)

    assert ranks(view).currentRow() == -1


def test_the_mark_follows_its_assumption_to_another_rank(view: LoadBearingView, essay: Case) -> None:
    view.mark_picked(essay.by_code["A1"].id)

    press(view, "load:everywhere")

    assert ranks(view).currentRow() == 0


def test_the_picture_is_told_in_words(qtbot: QtBot, view: LoadBearingView) -> None:
    chart = part(view, ChartView, "load-chart")

    qtbot.waitUntil(lambda: bool(chart.accessibleDescription()), timeout=20_000)

    assert "A20 Korea is Europe's business: 7 verdicts hang on it" in chart.accessibleDescription()


def test_copy_puts_the_ranked_list_on_the_clipboard(view: LoadBearingView) -> None:
    press(view, "load-bearing-copy")

    assert (
        QGuiApplication.clipboard().text().splitlines()[1].startswith("A20 Korea is Europe's business\t7\t")
    )


def test_it_says_so_while_it_is_being_worked_out(qtbot: QtBot, essay: Case) -> None:
    view = shown(qtbot, LoadBearingView(), take_snapshot(essay, baseline_scenario(essay)))

    assert words(view, "waiting") == "This is being worked out."
    assert words(view, "load-bearing-title").endswith("?")
    assert not ranks(view).isVisible()
