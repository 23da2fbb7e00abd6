"""Side by side as its users work it: any two can be chosen, swapped, read and copied."""

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from desktop.views.side_by_side import SideBySideView
from desktop.widgets.sides_table import SidesTable
from models.analyses.standing import take_standing
from models.pages.side_by_side import ESSAY, PLENARY, group_side
from models.schema.case import Case
from models.store.cases import load_embedded
from tests.analysed import analysed
from tests.desktop.views.showing import click_cell, part, press, shown, spoken, words
from tests.workshops import four_tables

TABLE_3 = group_side("round-2", "table-3")


@pytest.fixture
def essay() -> Case:
    return load_embedded()


@pytest.fixture
def view(qtbot: QtBot, essay: Case) -> SideBySideView:
    view = shown(qtbot, SideBySideView(), analysed(essay, {"A3": "fails"})[0])
    view.receive_standing(take_standing(essay, four_tables(essay)))
    return view


def choose(view: SideBySideView, place: int, key: str) -> None:
    picker = part(view, QComboBox, f"side:{place}")
    picker.setCurrentIndex(picker.findData(key))
    picker.activated.emit(picker.currentIndex())


def test_the_plenary_stands_against_the_essay_at_first(view: SideBySideView) -> None:
    assert view.chosen == (ESSAY, PLENARY)
    assert words(view, "side-by-side-title").startswith(
        "The essay and The plenary now differ on 1 assumption"
    )


def test_another_side_can_be_chosen(view: SideBySideView) -> None:
    choose(view, 2, TABLE_3)

    assert "Table 3, Round 2 takes A1 to fail, so" in words(view, "side-sentences")


def test_the_sides_can_be_swapped(view: SideBySideView) -> None:
    choose(view, 2, TABLE_3)

    press(view, "swap-sides")

    assert view.chosen == (TABLE_3, ESSAY)
    assert "The essay takes A1 to hold, so" in words(view, "side-sentences")


def test_a_group_that_is_gone_gives_way_to_the_plenary(view: SideBySideView, essay: Case) -> None:
    choose(view, 2, TABLE_3)
    kept = four_tables(essay)

    view.receive_standing(take_standing(essay, kept.__class__(case=kept.case)))

    assert view.chosen == (ESSAY, PLENARY)


def test_a_row_is_read_out_and_picked(view: SideBySideView, qtbot: QtBot) -> None:
    table = part(view, SidesTable, "side-verdicts")

    assert spoken(table, 0, 0).endswith("The essay Still holds, The plenary now No longer needed")
    with qtbot.waitSignal(view.picked) as picked:
        click_cell(table, 1, 0)

    assert picked.args == ["prepare-dialogue"]


def test_the_room_has_nothing_to_choose_with(qtbot: QtBot, essay: Case) -> None:
    view = SideBySideView()
    view.for_the_room()
    shown(qtbot, view, analysed(essay, {"A3": "fails"})[0])
    view.receive_standing(take_standing(essay, four_tables(essay)))

    assert not part(view, QComboBox, "side:1").isVisible()


def test_it_can_be_copied(view: SideBySideView) -> None:
    press(view, "side-by-side-copy")

    assert (
        "R5\tDraw Pyongyang away from Moscow\tStill holds\tNo longer needed"
        in QGuiApplication.clipboard().text()
    )
