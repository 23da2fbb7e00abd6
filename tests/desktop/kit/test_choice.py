"""Choices: segments, menus, ticks and buttons tell the action of what is chosen, and show only what the state says."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from desktop.kit.block import BlockWidget
from desktop.kit.button import OptionButton
from models.schema.action import look
from models.schema.page import Choice, Form, Option
from tests.desktop.kit.boxes import faults
from tests.desktop.kit.looks import shown_block

OPTIONS = (
    Option(text="Board", action=look(picture="board"), chosen=True),
    Option(text="Map", action=look(picture="map")),
    Option(text="R&D <b>", action=look(picture="other"), enabled=False),
)


def choice(form: Form) -> Choice:
    return Choice(id="picture", label="Picture", options=OPTIONS, form=form)


def button(widget: BlockWidget, name: str) -> OptionButton:
    found = widget.findChild(OptionButton, name)
    assert found is not None
    return found


@pytest.mark.parametrize("form", [Form.SEGMENTS, Form.TICKS, Form.BUTTONS, Form.LARGE])
def test_a_click_tells_the_action_and_chooses_nothing_by_itself(qtbot: QtBot, form: Form) -> None:
    widget = shown_block(qtbot, choice(form))

    with qtbot.waitSignal(widget.acted) as told:
        button(widget, "picture:map").click()

    assert told.args == [OPTIONS[1].action]
    assert not button(widget, "picture:map").isChecked()


@pytest.mark.parametrize("form", list(Form))
@pytest.mark.parametrize("width", [120, 200, 400])
def test_options_go_on_in_a_second_line_where_there_is_no_room(qtbot: QtBot, form: Form, width: int) -> None:
    widget = shown_block(qtbot, choice(form), width)

    assert faults(widget.text_boxes(), widget.rect()) == []


@pytest.mark.parametrize("width", [900, 320])
def test_large_buttons_stand_in_the_middle_with_what_comes_of_them(qtbot: QtBot, width: int) -> None:
    told = tuple(replace(option, tip="What comes of it, in a few words that wrap") for option in OPTIONS)
    widget = shown_block(qtbot, replace(choice(Form.LARGE), options=told), width)

    found = widget.findChildren(OptionButton)
    left, right = min(one.x() for one in found), width - max(one.geometry().right() + 1 for one in found)

    assert abs(left - right) <= 1
    assert any("What comes of it" in box.text for box in widget.text_boxes())
    assert faults(widget.text_boxes(), widget.rect()) == []


def test_four_large_buttons_stand_two_by_two_where_three_would_fit(qtbot: QtBot) -> None:
    names = ("Enter a table", "Add files", "Watch folder", "Phones")
    options = tuple(Option(text=name, action=look(picture=name)) for name in names)

    widget = shown_block(qtbot, replace(choice(Form.LARGE), options=options), 900)

    found = widget.findChildren(OptionButton)
    assert len({one.x() for one in found}) == len({one.y() for one in found}) == 2


def test_arrows_go_from_option_to_option(qtbot: QtBot) -> None:
    widget = shown_block(qtbot, choice(Form.SEGMENTS))
    button(widget, "picture:board").setFocus()

    QTest.keyClick(button(widget, "picture:board"), Qt.Key.Key_Right)

    assert widget.focusWidget() is button(widget, "picture:map")


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_a_menu_shows_what_is_chosen_and_offers_all_as_plain_text(qtbot: QtBot) -> None:
    widget = shown_block(qtbot, choice(Form.MENU))

    button(widget, "picture:board").click()

    (menu,) = widget.findChildren(QMenu)
    assert [entry.text() for entry in menu.actions()] == ["Board", "Map", "R&&D <b>"]
    with qtbot.waitSignal(widget.acted) as told:
        menu.actions()[1].trigger()
    assert told.args == [OPTIONS[1].action]
    menu.close()


def test_options_have_the_name_of_what_is_chosen(qtbot: QtBot) -> None:
    widget = shown_block(qtbot, choice(Form.SEGMENTS))

    assert button(widget, "picture:map").accessibleName() == "Picture: Map"


def test_a_button_with_many_words_shows_them_whole_in_a_narrow_column(qtbot: QtBot) -> None:
    text = "Let “The council votes the funds” fail and let “The banks stay dry” fail"
    several = tuple(Option(text=f"{text} {number}", action=look(picture="map")) for number in (1, 2))

    widget = shown_block(
        qtbot, Choice(id="resolve", label="Resolve it", options=several, form=Form.BUTTONS), 260
    )

    shown = [box.text for box in widget.text_boxes()]
    assert not faults(widget.text_boxes())
    assert len(shown) > 2 and "…" not in "".join(shown)
