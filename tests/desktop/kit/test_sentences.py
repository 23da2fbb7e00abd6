"""Lines: they wrap in a pane, are pressed where they have an action, and their buttons say what they do."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from desktop.base.theme import Scheme, resolve
from desktop.kit.block import BlockWidget
from desktop.kit.button import OptionButton
from desktop.kit.line_face import lay_line
from models.language.states import sign
from models.schema.action import look
from models.schema.grades import Stance
from models.schema.page import Line, Option, Page, Sentences, Shape, Sign, Tone, Weight
from tests.desktop.kit.boxes import faults
from tests.desktop.kit.looks import shown_block, shown_page

SIGN = Sign(Shape.CROSS_DISC, Tone.BAD, "No longer follows")
PREMISE = Line(text="Russia ties deepen", code="A3", sign=SIGN, indent=1, note="set to fails", tone=Tone.BAD)
TRY = Option(text="Try", action=look(picked="x"))
ARGUMENT = Sentences(
    id="argument",
    lines=(
        Line(text="The argument", note="1 of 1, as stated ¶12", weight=Weight.TITLE),
        Line(text="", sign=SIGN),
        Line(text="DPRK drifts into Moscow’s orbit", code="F14", quiet="Why act?", sign=SIGN),
        PREMISE,
        Line(text="Russia ties deepen, and much more than that", code="A3", sign=SIGN, buttons=(TRY,)),
        Line(text="", buttons=(Option(text="Reject this argument", icon="ban", action=look(picked="y")),)),
    ),
)


def first_line(widget: BlockWidget) -> QAbstractButton:
    found = widget.findChild(QAbstractButton, "s:0")
    assert found is not None
    return found


@pytest.mark.parametrize("width", [200, 290, 400, 700])
def test_lines_stand_in_their_boxes_at_every_width(qtbot: QtBot, width: int) -> None:
    widget = shown_block(qtbot, ARGUMENT, width)

    assert faults(widget.text_boxes(), widget.rect()) == []


@pytest.mark.parametrize("larger", [0, 4, 9, 14])
@pytest.mark.parametrize("indent", [0, 1])
def test_words_of_any_size_stand_beside_their_sign(qtbot: QtBot, larger: int, indent: int) -> None:
    face = lay_line(replace(PREMISE, indent=indent), 700, shown_block(qtbot, ARGUMENT).look, larger)

    assert face.sign is not None
    assert face.words[0].left >= face.sign.right() + 2


def test_a_narrower_pane_makes_lines_higher(qtbot: QtBot) -> None:
    widget = shown_block(qtbot, ARGUMENT)

    assert widget.heightForWidth(220) > widget.heightForWidth(500)


def test_a_line_with_an_action_is_pressed_by_key(qtbot: QtBot) -> None:
    pressed = Line(text="Limit the arsenal", action=look(picked="r2"))
    widget = shown_block(qtbot, Sentences(id="s", lines=(pressed,)))
    line = first_line(widget)

    with qtbot.waitSignal(widget.acted) as told:
        QTest.keyClick(line, Qt.Key.Key_Return)

    assert told.args == [pressed.action]


def test_a_line_without_an_action_takes_no_focus(qtbot: QtBot) -> None:
    widget = shown_block(qtbot, Sentences(id="s", lines=(PREMISE,)))

    assert first_line(widget).focusPolicy() == Qt.FocusPolicy.NoFocus


def test_a_button_at_the_end_of_a_line_names_what_it_is_about(qtbot: QtBot) -> None:
    widget = shown_block(qtbot, ARGUMENT)
    button = next(one for one in widget.findChildren(OptionButton) if one.option == TRY)

    with qtbot.waitSignal(widget.acted) as told:
        button.click()

    assert told.args == [TRY.action]
    assert button.accessibleName() == "Russia ties deepen, and much more than that: Try"


def test_a_screen_reader_hears_the_state_of_a_line(qtbot: QtBot) -> None:
    widget = shown_block(qtbot, Sentences(id="s", lines=(PREMISE,)))

    name = first_line(widget).accessibleName()
    assert name == "Russia ties deepen, A3, set to fails: no longer follows."


def test_lines_are_set_larger_in_the_room_while_they_fit(qtbot: QtBot) -> None:
    few = Page(name="walk", title="One step", blocks=(Sentences(id="s", lines=(PREMISE,)),))
    many = Page(name="walk", title="One step", blocks=(Sentences(id="s", lines=(PREMISE,) * 25),))
    view = shown_page(qtbot, few, 960, 520, controls=False)

    large = view.text_boxes()[-1].place.height()
    view.receive(many)

    assert view.text_boxes()[-1].place.height() < large


def test_words_begin_alike_after_the_signs_of_all_stances() -> None:
    faces = [
        lay_line(Line(text="Russia ties deepen", sign=sign(stance)), 400, resolve(Scheme.LIGHT, 100), 10)
        for stance in Stance
    ]

    assert len({face.words[0].left for face in faces}) == 1
