"""The one table: what is shown where, what a click or a key does, and what is said."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QToolTip

from models.schema.action import Command
from models.schema.page import TextCell
from tests.desktop.kit.tables import invented
from tests.desktop.kit.tables.screen import Shown, renamed


def test_a_click_on_a_row_does_its_action(shown: Shown) -> None:
    screen = shown(invented.matrix())

    screen.click(2, 4)

    assert screen.acted == [Command("pick", (2,))]


def test_a_click_on_an_option_chooses_it(shown: Shown) -> None:
    screen = shown(invented.load(), 700, 500)

    screen.click(1, 2, 0.8)

    assert screen.acted == [Command("doubt", (0, "much"))]


def test_the_chosen_option_is_not_chosen_again(shown: Shown) -> None:
    screen = shown(invented.load(), 700, 500)

    screen.click(1, 2, 0.1)

    assert screen.acted == []


def test_enter_presses_the_button_of_a_cell(shown: Shown) -> None:
    screen = shown(invented.load(), 700, 500)
    screen.go_to(2, 4)

    screen.key(Qt.Key.Key_Return)

    assert screen.acted == [Command("try", (1,))]


def test_control_and_an_arrow_choose_the_option_beside(shown: Shown) -> None:
    screen = shown(invented.load(), 700, 500)
    screen.go_to(2, 2)

    screen.key(Qt.Key.Key_Left, Qt.KeyboardModifier.ControlModifier)

    assert screen.acted == [Command("doubt", (1, "firm"))]


def test_arrows_pass_over_the_line_of_a_section(shown: Shown) -> None:
    screen = shown(invented.load(), 700, 500)
    screen.go_to(4, 1)

    screen.key(Qt.Key.Key_Down)

    assert screen.here == (6, 1)


def test_the_current_cell_stays_with_its_row_when_rows_come_and_go(shown: Shown) -> None:
    block = invented.matrix()
    screen = shown(block)
    screen.go_to(5, 3)

    screen.widget.receive(replace(block, rows=block.rows[2:]))

    assert screen.here == (3, 3)


def test_columns_stay_where_they_are_when_cells_change(shown: Shown) -> None:
    screen = shown(invented.matrix())
    before = [screen.view.columnViewportPosition(place) for place in range(18)]

    screen.widget.receive(invented.matrix(turned=True))

    assert [screen.view.columnViewportPosition(place) for place in range(18)] == before


def test_a_cell_and_a_head_are_heard_in_words(shown: Shown) -> None:
    screen = shown(invented.matrix())
    model = screen.view.model()

    spoken = model.index(3, 2).data(Qt.ItemDataRole.AccessibleTextRole)
    head = model.headerData(2, Qt.Orientation.Horizontal, Qt.ItemDataRole.AccessibleTextRole)

    assert (spoken, head) == ("Holds on fewer arguments", "Ferry resented A2")


def test_copied_cells_are_no_formulas_and_keep_to_their_line(shown: Shown) -> None:
    block = invented.tally()
    first = replace(block.rows[0], cells=(TextCell(text="=1+\t1\n"), *block.rows[0].cells[1:]))
    screen = shown(replace(block, rows=(first, *block.rows[1:])), 500, 300)
    screen.go_to(0, 0)

    screen.key(Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)

    assert QGuiApplication.clipboard().text().splitlines()[1] == "'=1+ 1\t0\t0\t0"


def test_without_a_row_the_table_says_why(shown: Shown) -> None:
    screen = shown(replace(invented.tally(), rows=(), empty="No group has answered yet."), 500, 300)

    assert [box.text for box in screen.widget.text_boxes()] == ["No group has answered yet."]


def test_nothing_can_be_worked_in_front_of_a_room(shown: Shown) -> None:
    screen = shown(invented.matrix(), controls=False)

    screen.click(2, 4)

    assert screen.acted == []
    assert screen.view.focusPolicy() is Qt.FocusPolicy.NoFocus


def test_markup_in_a_cell_is_a_text_in_its_tip(shown: Shown, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []
    monkeypatch.setattr(QToolTip, "showText", lambda _, text, *rest: told.append(text))
    block = invented.tally()
    rows = (
        replace(block.rows[0], cells=(TextCell(text="<img src=/dev/zero>" * 30), *block.rows[0].cells[1:])),
    )
    screen = shown(replace(block, rows=rows), 500, 300)

    screen.point_at(0, 0)

    assert told
    assert "<img" not in told[0]
    assert told[0].count("&lt;img src=/dev/zero&gt;") == 30


def test_rows_that_are_held_back_show_what_they_were(shown: Shown) -> None:
    block = invented.tally()
    after = replace(block, rows=tuple(renamed(row, "Weir is gone") for row in block.rows))
    screen = shown(block, 500, 300)
    screen.widget.receive(after)

    screen.widget.hold_back(frozenset({"a1"}))

    names = [box.text for box in screen.widget.text_boxes() if box.text in (*invented.CLAIMS, "Weir is gone")]
    assert names == ["Weir is gone", invented.CLAIMS[1], "Weir is gone", "Weir is gone"]
