"""The matrix of what it depends on: its cells, the order of its rows and columns, and how much of it is shown."""

from itertools import product
from typing import Any

import pytest

from models.language.states import sign
from models.pages.depends.matrix import DOT, MOST_COLUMNS, MOST_ROWS, OTHER_WAY, TOGETHER
from models.schema.grades import Stance, Verdict
from models.schema.page import BarCell, SignCell, Table
from models.schema.snapshot import State, fresh_state
from models.schema.steps.acting import acted
from models.schema.view import Order, Outlook, PageName
from tests.large_case import large_case
from tests.models.engine.small_cases import rule, small_case
from tests.models.pages.blocks import table_of
from tests.models.pages.depends.reading import cell_of, page_of
from tests.states import after, snapshot, state
from tests.workshops import MOMENT


def test_a_cell_has_the_verdict_that_it_would_become() -> None:
    table = table_of(page_of(after(state(), A3="fails")), "matrix-here")

    cell = cell_of(table, "draw-from-moscow", "russia-ties")

    assert isinstance(cell, SignCell)
    assert cell.sign == sign(Verdict.HOLDS)
    assert cell.ground


def test_a_ring_stands_where_only_several_changes_together_do_it() -> None:
    of = after(state(), A3="fails")
    taken = snapshot(of)
    assert taken.analyses is not None
    fall = next(found for found in taken.analyses.flips_of["prepare-dialogue"].rejected if len(found) > 1)
    table = table_of(page_of(of), "matrix-here")

    signs = {cell_of(table, "prepare-dialogue", change.id).sign for change in fall}  # type: ignore[attr-defined]

    assert signs == {TOGETHER}


def test_what_the_other_way_round_alone_would_change_is_told_as_that() -> None:
    case = small_case(
        rule("p", need="-a1", means="a2 a3", then="r1"),
        rule("q", need="a1", means="a2", then="r2"),
        statements="a1 a2 a3 r1 r2",
        uncertain="a1 a2",
    )
    table = table_of(page_of(fresh_state(case)), "matrix-here")

    cells = {row: cell_of(table, row, "a1") for row in ("r1", "r2")}

    other = next(cell for cell in cells.values() if isinstance(cell, SignCell) and cell.sign == OTHER_WAY)
    assert "If only “Text of a1” (A1) " in other.tip
    assert "is no longer needed" in other.tip
    assert OTHER_WAY in table.key


def test_what_never_decides_is_folded_until_it_is_asked_for() -> None:
    folded, unfolded = (
        table_of(page_of(), "matrix-here"),
        table_of(page_of(unfolded=("never",)), "matrix-here"),
    )

    never = next(column for column in folded.columns if column.id == "never")
    assert never.title == "3 more decide nothing"
    assert len(unfolded.columns) == len(folded.columns) + 3


def test_positions_are_the_cases_unless_load_is_asked_for() -> None:
    case = state().case
    toggled = table_of(page_of(after(state(), A3="fails")), "matrix-here")
    by_load = table_of(page_of(after(state(), A3="fails"), order=Order.LOAD), "matrix-here")

    order = [item.id for item in case.assumptions]
    shown = [column.id for column in toggled.columns if column.id in order]
    assert shown == sorted(shown, key=order.index)
    assert [row.id for row in toggled.rows] == [item.id for item in case.recommendations]
    assert by_load.columns[1].id == "europes-business"


@pytest.mark.parametrize("order", [{}, {"order": Order.LOAD}])
def test_no_row_or_column_moves_when_anything_is_toggled(order: dict[str, Any]) -> None:
    of = _asked(state(page=PageName.DEPENDS), **order)
    places = set()

    for item in of.case.assumptions[:8]:
        for taken in (Stance.FAILS, Stance.UNCERTAIN):
            table = table_of(page_of(after(of, **{item.code: taken.value})), "matrix-here")
            places.add((tuple(row.id for row in table.rows), _kept_order(of, table)))

    assert len({rows for rows, _ in places}) == 1
    assert all(_agree(one, other) for (_, one), (_, other) in product(places, places))


def _asked(of: State, **wanted: Any) -> State:
    """The view after somebody chose an order where it is offered."""
    if not wanted:
        return of
    options = [option for tool in page_of(of).tools for option in tool.options if option.text == "Most first"]
    return acted(of, options[0].action, MOMENT)


def _kept_order(of: State, table: Table) -> tuple[str, ...]:
    known = {item.id for item in of.case.assumptions}
    return tuple(column.id for column in table.columns if column.id in known)


def _agree(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether what stands in both stands in the same order."""
    return [name for name in one if name in other] == [name for name in other if name in one]


def test_everywhere_a_cell_has_a_share_of_settings_and_no_chance() -> None:
    page = page_of(outlook=Outlook.EVERYWHERE)
    table = table_of(page, "matrix-everywhere")

    cell = cell_of(table, "accept-reality", "keeps-arsenal")

    assert isinstance(cell, BarCell)
    assert cell.value == 0
    assert "not a chance" in table.note


def test_a_dot_stands_where_nothing_would_change() -> None:
    cell = cell_of(table_of(page_of(), "matrix-here"), "accept-reality", "russia-ties")

    assert isinstance(cell, SignCell)
    assert cell.sign == DOT
    assert not cell.ground


def test_tips_of_the_matrix_are_sentences_on_what_becomes_of_the_advice() -> None:
    table = table_of(page_of(after(state(), A20="fails")), "matrix-here")

    tips = {
        (row.id, column.id): cell.tip
        for row in table.rows
        for column, cell in zip(table.columns, row.cells, strict=True)
        if isinstance(cell, SignCell)
    }

    assert tips["accept-reality", "keeps-arsenal"] == (
        "If only “Arsenal is kept” (A1) fails, “Accept the DPRK will not disarm” is no longer needed."
    )
    assert tips["one-eu-flag", state().case.by_code["A20"].id] == (
        "If only “Korea is Europe’s business” (A20) holds, “Return under one EU flag” holds again."
    )


def test_over_all_settings_a_column_is_of_those_in_which_its_assumption_fails() -> None:
    here, everywhere = (
        table_of(page_of(after(state(), A20="fails", A3="fails"), outlook=one), f"matrix-{one}")
        for one in Outlook
    )

    assert any(column.tip.endswith("In this column it holds.") for column in here.columns)
    assert not any(column.tip.endswith("In this column it holds.") for column in everywhere.columns)


def test_of_a_matrix_that_nobody_reads_as_many_are_shown_as_can_be_and_the_rest_is_counted() -> None:
    page = page_of(fresh_state(large_case(150, 60)))

    table = table_of(page, "matrix-here")
    assert (len(table.rows), table.note) == (
        MOST_ROWS,
        "35 of 150 assumptions and 40 of 60 recommendations are shown; "
        "in the order of load, those on which most depends.",
    )
    assert sum(column.id.startswith("a-") for column in table.columns) == MOST_COLUMNS
