"""The board: cards in fixed slots, laid out once they are looked at, worked by keyboard."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from desktop.base import theme
from desktop.kit.board.face import Face, Setter
from desktop.kit.cards import CardsWidget
from models.pages.board_cards import board
from models.pages.holds import holds
from models.schema.grades import Reading
from models.schema.page import Card, Cards, Line, for_room
from tests.desktop.kit.board.boards import CHANGES, SIZES, buttons, cards_of, changed, shown
from tests.desktop.kit.boxes import faults
from tests.states import after, snapshot, state


def test_a_toggle_moves_no_card_and_changes_no_type(qtbot: QtBot) -> None:
    view = shown(qtbot, 776, 624)
    view.receive(holds(changed(0)))
    before = [(button.objectName(), button.geometry()) for button in buttons(view)]
    setting = cards_of(view).setting

    fallen = after(state(), A1="fails", A3="fails", A10="uncertain")
    every = replace(fallen, scenario=replace(fallen.scenario, reading=Reading.EVERY_ARGUMENT, added=True))
    for shot in (*map(changed, range(len(CHANGES))), snapshot(every, analysed=False)):
        view.receive(holds(shot))
        assert [(button.objectName(), button.geometry()) for button in buttons(view)] == before
    assert cards_of(view).setting == setting


@pytest.mark.parametrize("scale", [100, 125, 150])
@pytest.mark.parametrize(("width", "height"), SIZES)
def test_no_card_changes_its_cell_however_long_the_sentence_above_is(
    qtbot: QtBot, width: int, height: int, scale: int
) -> None:
    stage = width - 590 * scale // 100
    view = shown(qtbot, stage if stage >= 700 else width, height - 144 * scale // 100, scale)
    long = (Line(text="because one thing and another is not as the source takes it to be, " * 3),)
    grids = set()

    for place in range(len(CHANGES)):
        page = holds(changed(place))
        for lead in (page.lead, long):
            view.receive(replace(page, lead=lead))
            grids.add(len({button.x() for button in buttons(view)}))

    assert len(grids) == 1


@pytest.mark.parametrize("number", range(1, 46))
def test_any_number_of_cards_has_room_beside_the_key(qtbot: QtBot, number: int) -> None:
    cards = board(changed(1)).cards * 5
    widget = CardsWidget()
    qtbot.addWidget(widget)
    widget.resize(750, 530)

    widget.receive(Cards(id="board", cards=cards[:number], key=board(changed(1)).key))

    assert faults(widget.text_boxes(), widget.rect()) == []


@pytest.mark.parametrize("number", [1, 3, 30, 45])
def test_the_count_at_large_keeps_its_slot_however_many_cards_there_are(qtbot: QtBot, number: int) -> None:
    shot = board(changed(1))
    widget = CardsWidget(controls=False)
    qtbot.addWidget(widget)
    widget.wear(theme.resolve(theme.Scheme.LIGHT, 120))
    widget.resize(1300, 540)
    small = "recommendations hold:\n29 in full,\n1 on fewer arguments"

    widget.receive(
        Cards(id="board", cards=(shot.cards * 5)[:number], key=shot.key, large="30 of 30", small=small)
    )

    assert faults(widget.text_boxes(), widget.rect()) == []


@pytest.mark.parametrize(("width", "columns"), [(750, 3), (1100, 4)])
def test_eleven_cards_stand_in_three_columns_and_in_four_where_it_is_wide(
    qtbot: QtBot, width: int, columns: int
) -> None:
    widget = CardsWidget()
    qtbot.addWidget(widget)
    widget.resize(width, 700)

    widget.receive(board(changed(0)))

    lefts = {button.x() for button in widget.findChildren(QAbstractButton)}
    assert len(lefts) == columns


def test_arrows_move_between_cards_and_return_picks_one(qtbot: QtBot) -> None:
    view = shown(qtbot, 776, 624)
    view.receive(holds(changed(0)))
    first, second = buttons(view)[0], buttons(view)[1]

    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Right)
    with qtbot.waitSignal(view.acted) as picked:
        QTest.keyClick(second, Qt.Key.Key_Return)

    assert picked.args == [board(changed(0)).cards[1].action]


def test_a_card_is_laid_out_once_it_is_looked_at(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    widget = CardsWidget()
    qtbot.addWidget(widget)
    widget.resize(750, 530)
    widget.receive(board(changed(0)))
    lay, laid = Setter.lay, []

    def noted(setter: Setter, card: Card) -> Face:
        laid.append(card)
        return lay(setter, card)

    monkeypatch.setattr(Setter, "lay", noted)

    widget.receive(board(changed(1)))
    widget.resize(750, 500)
    before = len(laid)
    widget.text_boxes()

    assert (before, len(laid)) == (0, len(board(changed(1)).cards))


def test_a_card_that_is_held_back_looks_as_before(qtbot: QtBot) -> None:
    widget = CardsWidget()
    qtbot.addWidget(widget)
    widget.resize(750, 530)
    widget.receive(board(changed(0)))
    before = widget.grab(QRect(0, 0, 750, 530)).toImage()

    widget.receive(board(changed(1)))
    moved = frozenset(card.id for card in board(changed(1)).cards if card.moved)
    widget.hold_back(moved)
    held = {box.text for box in widget.text_boxes()}
    widget.hold_back(frozenset())

    assert "No longer needed" not in held - {count.sign.word for count in board(changed(0)).key}
    assert widget.grab(QRect(0, 0, 750, 530)).toImage() != before


def test_nothing_can_be_worked_in_the_room(qtbot: QtBot) -> None:
    view = shown(qtbot, 1920, 1028, 200, controls=False)

    view.receive(for_room(holds(changed(1))))

    assert {button.focusPolicy() for button in buttons(view)} == {Qt.FocusPolicy.NoFocus}
