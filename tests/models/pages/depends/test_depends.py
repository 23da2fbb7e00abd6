"""What it depends on: the matrix from here and everywhere, falls to try, load, ratings, and how arguments combine."""

from dataclasses import replace
from itertools import product
from typing import Any

import pytest

from models.authoring.reading import case_of
from models.language.credences import in_words
from models.language.states import sign
from models.pages.depends.likely import spread
from models.pages.depends.load import doubt, ranked
from models.pages.depends.matrix import DOT, MOST_COLUMNS, MOST_ROWS, TOGETHER
from models.pages.depends.page import depends
from models.pages.depends.ratings import likely_title
from models.pages.depends.vulnerable import doubt_title
from models.pages.parts import plain_text
from models.pages.sheet import sheet_pages
from models.schema.action import Change
from models.schema.analysis import Range
from models.schema.grades import Reading, Stance, Verdict
from models.schema.page import (
    BarCell,
    Beside,
    Block,
    ButtonsCell,
    Chart,
    Figure,
    OptionsCell,
    Page,
    Row,
    SignCell,
    SpreadCell,
    Stack,
    Table,
    TextCell,
    for_room,
)
from models.schema.scenario import with_credence
from models.schema.state import State, fresh_state
from models.schema.steps.acting import acted
from models.schema.steps.room_steps import prediction_asked
from models.schema.steps.scenario_steps import write_horizon
from models.schema.view import DependsPart, Order, Outlook, PageName
from tests.large_case import large_case
from tests.models.authoring.examples import case
from tests.states import after, snapshot, state
from tests.workshops import MOMENT


def _page(of: State | None = None, **view: Any) -> Page:
    shown = of or state()
    return depends(snapshot(replace(shown, view=replace(shown.view, page=PageName.DEPENDS, **view))))


def _blocks(blocks: tuple[Block, ...]) -> list[Block]:
    found: list[Block] = []
    for block in blocks:
        found += _blocks(block.blocks) if isinstance(block, (Beside, Stack)) else [block]
    return found


def _table(page: Page, identifier: str) -> Table:
    return next(b for b in _blocks(page.blocks) if isinstance(b, Table) and b.id == identifier)


def _load_row(page: Page, identifier: str) -> Row:
    tables = (b for b in _blocks(page.blocks) if isinstance(b, Table) and b.id.startswith("load"))
    return next(row for table in tables for row in table.rows if row.id == identifier)


def _cell(table: Table, row: str, column: str) -> object:
    place = [item.id for item in table.columns].index(column)
    return next(item for item in table.rows if item.id == row).cells[place]


def test_the_title_names_what_most_depends_on_and_how_much() -> None:
    page = _page(after(state(), A3="fails"))

    assert page.title == (
        "From here 3 assumptions decide most: if one of them alone changed, 4 of 11 verdicts would change"
    )


def test_a_cell_has_the_verdict_that_it_would_become() -> None:
    table = _table(_page(after(state(), A3="fails")), "matrix-here")

    cell = _cell(table, "draw-from-moscow", "russia-ties")

    assert isinstance(cell, SignCell)
    assert cell.sign == sign(Verdict.HOLDS)
    assert cell.ground


def test_a_ring_stands_where_only_several_changes_together_do_it() -> None:
    of = after(state(), A3="fails")
    taken = snapshot(of)
    assert taken.analyses is not None
    fall = next(found for found in taken.analyses.flips_of["prepare-dialogue"].rejected if len(found) > 1)
    table = _table(_page(of), "matrix-here")

    signs = {_cell(table, "prepare-dialogue", change.id).sign for change in fall}  # type: ignore[attr-defined]

    assert signs == {TOGETHER}


def test_what_never_decides_is_folded_until_it_is_asked_for() -> None:
    folded, unfolded = _table(_page(), "matrix-here"), _table(_page(unfolded=("never",)), "matrix-here")

    never = next(column for column in folded.columns if column.id == "never")
    assert never.title == "3 more decide nothing"
    assert len(unfolded.columns) == len(folded.columns) + 3


def test_positions_are_the_cases_unless_load_is_asked_for() -> None:
    case = state().case
    toggled = _table(_page(after(state(), A3="fails")), "matrix-here")
    by_load = _table(_page(after(state(), A3="fails"), order=Order.LOAD), "matrix-here")

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
            table = _table(_page(after(of, **{item.code: taken.value})), "matrix-here")
            places.add((tuple(row.id for row in table.rows), _kept_order(of, table)))

    assert len({rows for rows, _ in places}) == 1
    assert all(_agree(one, other) for (_, one), (_, other) in product(places, places))


def _asked(of: State, **wanted: Any) -> State:
    """The view after somebody chose an order where it is offered."""
    if not wanted:
        return of
    options = [option for tool in _page(of).tools for option in tool.options if option.text == "Most first"]
    return acted(of, options[0].action, MOMENT)


def _kept_order(of: State, table: Table) -> tuple[str, ...]:
    known = {item.id for item in of.case.assumptions}
    return tuple(column.id for column in table.columns if column.id in known)


def _agree(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether what stands in both stands in the same order."""
    return [name for name in one if name in other] == [name for name in other if name in one]


def test_everywhere_a_cell_has_a_share_of_settings_and_no_chance() -> None:
    page = _page(outlook=Outlook.EVERYWHERE)
    table = _table(page, "matrix-everywhere")

    cell = _cell(table, "accept-reality", "keeps-arsenal")

    assert isinstance(cell, BarCell)
    assert cell.value == 0
    assert "not a chance" in table.note


def test_no_probability_stands_on_any_part_while_nothing_is_rated() -> None:
    for part in DependsPart:
        page = _page(depends=part)

        cells = [c for b in _blocks(page.blocks) if isinstance(b, Table) for row in b.rows for c in row.cells]
        assert not any(isinstance(cell, SpreadCell) for cell in cells)
        assert not any(isinstance(block, Figure) for block in _blocks(page.blocks))


def test_a_range_says_what_would_have_to_be_rated() -> None:
    of = state()
    scenario = with_credence(of.case, of.scenario, "keeps-arsenal", 0.7)
    table = _table(_page(replace(of, scenario=scenario), depends=DependsPart.RATINGS), "chances")

    full = _cell(table, "accept-reality", "chance")
    part = _cell(table, "one-eu-flag", "chance")

    assert isinstance(full, SpreadCell)
    assert isinstance(part, SpreadCell)
    assert (full.text, full.note) == ("70%", "likely")
    assert part.note.endswith("more to rate")


def test_the_charts_come_with_the_ratings_and_speak_of_rated_ones_only() -> None:
    of = state()
    scenario = with_credence(of.case, of.scenario, "keeps-arsenal", 0.7)
    page = _page(replace(of, scenario=scenario), depends=DependsPart.DOUBT)

    charts = {b.chart: b for b in _blocks(page.blocks) if isinstance(b, Figure)}

    assert [point.id for point in charts[Chart.LOAD].values.points] == ["keeps-arsenal"]
    assert charts[Chart.TORNADO].values.id == "accept-reality"


def test_without_a_rating_what_depends_is_drawn_and_no_chart_speaks_of_doubt() -> None:
    page = _page(state(), depends=DependsPart.DOUBT)

    blocks = list(_blocks(page.blocks))

    assert any(block.id == "load" for block in blocks)
    assert not any(isinstance(block, Figure) for block in blocks)
    assert page.title == "Nobody has yet said how doubtful the assumptions are"


def test_beside_the_matrix_stands_what_is_load_bearing() -> None:
    page = _page(state())

    bearing = next(b for b in _blocks(page.blocks) if isinstance(b, Table) and b.id == "bearing")
    bars = [row.cells[1] for row in bearing.rows]

    assert bearing.rows
    assert all(isinstance(bar, BarCell) and int(bar.text) > 2 for bar in bars)


def test_one_more_load_bearing_assumption_is_shown_and_not_counted() -> None:
    uncertain = dict.fromkeys(("A1", "A10", "A17", "A20"), "uncertain")

    page = _page(after(state(), **uncertain))

    bearing = next(b for b in _blocks(page.blocks) if isinstance(b, Table) and b.id == "bearing")
    assert (len(bearing.rows), bearing.note) == (6, "")


def test_where_all_decide_alike_none_is_said_to_decide_nothing() -> None:
    ice = case_of(case()).case
    assert ice is not None

    page = _page(fresh_state(ice))

    bearing = next(b for b in _blocks(page.blocks) if isinstance(b, Table) and b.id == "bearing")
    assert not bearing.rows
    assert bearing.empty == "No assumption decides more than the others."


def test_try_makes_all_changes_of_its_line_and_the_fall_happens() -> None:
    of = after(state(picked="calm-drills"), A3="fails")
    table = _table(_page(of), "moves-rejected")

    buttons = table.rows[0].cells[-1]
    assert isinstance(buttons, ButtonsCell)
    action = buttons.buttons[0].action
    assert isinstance(action, Change)
    tried = replace(of, scenario=action.applied(of.case, of.scenario))

    assert snapshot(tried).evaluation.recommendation["calm-drills"].verdict is not Verdict.HOLDS


def test_a_doubt_enters_a_rating_and_chosen_again_takes_it_back() -> None:
    of = state()
    cell = _load_row(_page(of, depends=DependsPart.DOUBT), "keeps-arsenal").cells[-1]
    assert isinstance(cell, OptionsCell)
    assert cell.wanting

    firm = cell.options[0].action
    assert isinstance(firm, Change)
    rated = replace(of, scenario=firm.applied(of.case, of.scenario))
    again = _load_row(_page(rated, depends=DependsPart.DOUBT), "keeps-arsenal").cells[-1]
    assert isinstance(again, OptionsCell)
    back = again.options[0].action
    assert isinstance(back, Change)

    assert rated.scenario.credence_of == {"keeps-arsenal": 0.9}
    assert again.options[0].chosen
    assert back.applied(of.case, rated.scenario).credences == ()


def test_both_ways_to_combine_arguments_stand_side_by_side() -> None:
    page = _page(after(state(), A3="fails"), depends=DependsPart.READINGS)
    table = _table(page, "readings")

    cells = [_cell(table, "prepare-dialogue", reading.value) for reading in Reading]

    assert page.title == "How arguments combine decides 5 of 11 recommendations, not the assumptions"
    assert [cell.sign for cell in cells] == [sign(Verdict.FEWER), sign(Verdict.INCOMPLETE)]  # type: ignore[attr-defined]


@pytest.mark.parametrize("part", DependsPart)
def test_hidden_verdicts_leave_only_that_they_are_hidden(part: DependsPart) -> None:
    of = state()
    hidden = replace(of, workshop=prediction_asked(of.workshop, MOMENT, "What holds?"))

    page = _page(hidden, depends=part)

    assert page.title == "Verdicts are hidden until the prediction is revealed"
    assert not page.blocks


def test_the_room_gets_the_signs_and_no_try() -> None:
    page = for_room(_page(after(state(), A3="fails"), picked="calm-drills"))
    table = _table(page, "moves-rejected")

    assert "try" not in [column.id for column in table.columns]
    assert any(isinstance(cell, SignCell) and cell.sign == sign(Stance.FAILS) for cell in table.rows[0].cells)


def test_a_dot_stands_where_nothing_would_change() -> None:
    cell = _cell(_table(_page(), "matrix-here"), "accept-reality", "russia-ties")

    assert isinstance(cell, SignCell)
    assert cell.sign == DOT
    assert not cell.ground


def test_the_nearest_falls_that_are_not_shown_are_counted() -> None:
    picked = state().case.by_code["R7"].id
    beside = _table(_page(after(state(), A3="fails"), picked=picked), "moves-rejected")
    every = _table(
        _page(after(state(), A3="fails"), picked=picked, depends=DependsPart.CHANGES), "moves-rejected"
    )

    assert len(every.rows) == len(beside.rows) + 2
    assert (beside.note, every.note) == ("4 more are not shown.", "2 more are not shown.")


def test_what_is_taken_as_argued_and_comes_to_hold_is_given() -> None:
    of = state(page=PageName.DEPENDS, depends=DependsPart.CHANGES, picked="accept-reality")

    told = plain_text(depends(snapshot(of)))

    assert "not given" not in told


@pytest.mark.parametrize("stances", [{}, {"A3": "uncertain", "A10": "uncertain"}, {"A1": "fails"}])
def test_what_an_assumption_decides_is_one_count_on_page_and_sheet(stances: dict[str, str]) -> None:
    shown = snapshot(after(state(), **stances))
    assert shown.analyses is not None
    decided = {
        name: {
            one
            for flip in (Stance.HOLDS, Stance.FAILS)
            for one in shown.analyses.single_flips.changed.get((name, flip), ())
        }
        for name in (item.id for item in shown.assumptions)
    }

    assert {one.item.id: load for one, load in ranked(shown, shown.analyses)} == {
        name: len(found) for name, found in decided.items()
    }
    worries = next(block for block in sheet_pages(shown)[0].blocks if block.id == "worries")
    assert isinstance(worries, Table)
    for row in worries.rows:
        assert isinstance(row.cells[1], TextCell)
        assert f" {len(decided[row.id])} recommendation" in row.cells[1].detail


def test_over_all_settings_nothing_is_said_to_decide() -> None:
    for part in (DependsPart.MATRIX, DependsPart.RATINGS, DependsPart.DOUBT):
        told = plain_text(_page(depends=part, outlook=Outlook.EVERYWHERE))
        assert "decides" not in told.replace("decides nothing", "").lower()
        assert part is not DependsPart.DOUBT or "hold or fall with it" in told


@pytest.mark.parametrize("percentage", range(0, 101, 5))
def test_doubt_and_the_phrase_of_a_rating_do_not_contradict_each_other(percentage: int) -> None:
    base = state()
    item = next(item for item in base.case.assumptions if item.code == "A10")
    rated = with_credence(base.case, base.scenario, item.id, percentage / 100)
    shown = snapshot(replace(base, scenario=rated))
    assert shown.analyses is not None

    (chosen,) = (one.text for one in doubt(shown, item, wanted=True).options if one.chosen)

    phrase = in_words(percentage / 100)
    surely = {"very likely", "almost certain", "taken as certain"}
    assert chosen == ("firm" if phrase in surely else "some" if phrase == "likely" else "much")
    if percentage > 75:
        assert "A10" not in doubt_title(shown, shown.analyses)


def test_a_title_on_doubt_says_from_which_rating_on_and_not_that_it_is_doubted() -> None:
    base = state()
    rated = with_credence(base.case, base.scenario, base.case.by_code["A10"].id, 0.7)
    shown = snapshot(replace(base, scenario=rated))
    assert shown.analyses is not None

    told = doubt_title(shown, shown.analyses)

    assert told == "Much depends on “Reliance on China resented”, and it is rated at 75% or less"


def test_what_ratings_do_not_settle_is_not_said_to_be_unlikely() -> None:
    base = state()
    rated = with_credence(base.case, base.scenario, base.case.by_code["A1"].id, 0.7)
    shown = snapshot(replace(base, scenario=rated))
    assert shown.analyses is not None

    unsettled = [item for item in shown.analyses.ranges if item.low <= 0.5 < item.high]
    told = likely_title(shown, shown.analyses)

    assert told.endswith(
        f"2 of 11 recommendations are more likely than not to hold; of {len(unsettled)} it cannot be said yet"
    )
    assert unsettled


def test_where_ratings_settle_nothing_none_is_said_to_be_likely_or_not() -> None:
    base = state()
    rated = with_credence(base.case, base.scenario, base.case.by_code["A3"].id, 0.7)
    shown = snapshot(replace(base, scenario=rated))
    assert shown.analyses is not None

    assert likely_title(shown, shown.analyses) == (
        "By the room’s ratings of 1 of 22 it cannot be said yet "
        "whether any of 11 recommendations is more likely than not to hold"
    )


def test_what_ratings_make_unlikely_is_counted_though_nothing_is_likely_yet() -> None:
    base = state()
    rated = with_credence(base.case, base.scenario, base.case.by_code["A20"].id, 0.2)
    shown = snapshot(replace(base, scenario=rated))
    assert shown.analyses is not None

    unlikely = sum(item.high <= 0.5 for item in shown.analyses.ranges)
    assert unlikely > 1
    assert likely_title(shown, shown.analyses) == (
        f"By the room’s ratings of 1 of 22, {unlikely} of 11 recommendations are at best as likely to hold as not; "
        f"of {11 - unlikely} it cannot be said yet"
    )


def test_the_time_that_doubt_is_for_is_asked_for_and_told_where_thresholds_are_drawn() -> None:
    of = state()
    rated = replace(of, scenario=with_credence(of.case, of.scenario, "keeps-arsenal", 0.7))
    named = acted(rated, write_horizon().filled("five years"), MOMENT)

    unasked, asked, told = (_page(one, depends=DependsPart.DOUBT) for one in (of, rated, named))

    assert [block.id for page in (unasked, asked) for block in _blocks(page.blocks)].count("horizon") == 2
    assert "No planning horizon is named yet." in plain_text(asked)
    assert "to hold within five years." in plain_text(told)
    axes = [
        b.values.doubt_axis
        for b in _blocks(for_room(told).blocks)
        if isinstance(b, Figure) and b.chart is Chart.LOAD
    ]
    assert axes == ["Chance that it fails within five years, as rated"]


def test_tips_of_the_matrix_are_sentences_on_what_becomes_of_the_advice() -> None:
    table = _table(_page(after(state(), A20="fails")), "matrix-here")

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
        _table(_page(after(state(), A20="fails", A3="fails"), outlook=one), f"matrix-{one}")
        for one in Outlook
    )

    assert any(column.tip.endswith("In this column it holds.") for column in here.columns)
    assert not any(column.tip.endswith("In this column it holds.") for column in everywhere.columns)


def test_ratings_of_what_critics_say_are_counted_only_while_it_counts() -> None:
    base = state()
    rated = base.scenario
    for item in base.case.assumptions:
        rated = with_credence(base.case, rated, item.id, 0.6)
    shown = snapshot(replace(base, scenario=rated))
    assert shown.analyses is not None

    assert f"of {len(shown.assumptions)} of {len(shown.assumptions)}" in likely_title(shown, shown.analyses)


def test_of_a_matrix_that_nobody_reads_as_many_are_shown_as_can_be_and_the_rest_is_counted() -> None:
    page = _page(fresh_state(large_case(150, 60)))

    table = _table(page, "matrix-here")
    assert (len(table.rows), table.note) == (
        MOST_ROWS,
        "35 of 150 assumptions and 40 of 60 recommendations are shown; "
        "in the order of load, those on which most depends.",
    )
    assert sum(column.id.startswith("a-") for column in table.columns) == MOST_COLUMNS


def test_the_first_over_all_settings_is_not_told_as_a_majority() -> None:
    title = _page(depends=DependsPart.MATRIX, outlook=Outlook.EVERYWHERE).title

    assert "most advice" not in title
    assert title.endswith("than with any other assumption")


def test_nothing_is_waited_for_where_no_rating_can_change_the_figure() -> None:
    case = state().case
    unrated = (case.assumptions[0].id,)

    settled = spread(case, Range(id="a", low=0.0, high=0.0, unrated=unrated))
    waiting = spread(case, Range(id="a", low=0.0, high=0.002, unrated=unrated))

    assert (settled.text, settled.note) == ("0%", "taken as impossible")
    assert waiting.note == "1 more to rate"
