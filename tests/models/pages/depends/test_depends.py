"""What it depends on: what is load-bearing, falls to try, and how arguments combine."""

from dataclasses import replace

import pytest

from models.authoring.reading import case_of
from models.language.states import sign
from models.pages.depends.load import ranked
from models.pages.depends.page import depends
from models.pages.parts import plain_text
from models.pages.sheet import sheet_pages
from models.schema.action import Change
from models.schema.grades import Reading, Stance, Verdict
from models.schema.page import BarCell, ButtonsCell, SignCell, Table, TextCell, for_room
from models.schema.snapshot import fresh_state
from models.schema.steps.room_steps import prediction_asked
from models.schema.view import DependsPart, Outlook, PageName
from tests.models.authoring.examples import case
from tests.models.engine.small_cases import rule, small_case
from tests.models.pages.blocks import blocks_of, table_of
from tests.models.pages.depends.reading import cell_of, page_of
from tests.states import after, snapshot, state
from tests.workshops import MOMENT


def test_the_title_names_what_most_depends_on_and_how_much() -> None:
    page = page_of(after(state(), A3="fails"))

    assert page.title == (
        "From here 3 assumptions decide most: if one of them alone changed, 4 of 11 verdicts would change"
    )


def test_beside_the_matrix_stands_what_is_load_bearing() -> None:
    page = page_of(state())

    bearing = next(b for b in blocks_of(page.blocks) if isinstance(b, Table) and b.id == "bearing")
    bars = [row.cells[1] for row in bearing.rows]

    assert bearing.rows
    assert all(isinstance(bar, BarCell) and int(bar.text) > 2 for bar in bars)


def test_one_more_load_bearing_assumption_is_shown_and_not_counted() -> None:
    uncertain = dict.fromkeys(("A1", "A10", "A17", "A20"), "uncertain")

    page = page_of(after(state(), **uncertain))

    bearing = next(b for b in blocks_of(page.blocks) if isinstance(b, Table) and b.id == "bearing")
    assert (len(bearing.rows), bearing.note) == (6, "")


def test_where_all_decide_alike_none_is_said_to_decide_nothing() -> None:
    ice = case_of(case()).case
    assert ice is not None

    page = page_of(fresh_state(ice))

    bearing = next(b for b in blocks_of(page.blocks) if isinstance(b, Table) and b.id == "bearing")
    assert not bearing.rows
    assert bearing.empty == "No assumption decides more than the others."


def test_try_makes_all_changes_of_its_line_and_the_fall_happens() -> None:
    of = after(state(picked="calm-drills"), A3="fails")
    table = table_of(page_of(of), "moves-rejected")

    buttons = table.rows[0].cells[-1]
    assert isinstance(buttons, ButtonsCell)
    action = buttons.buttons[0].action
    assert isinstance(action, Change)
    tried = replace(of, scenario=action.applied(of.case, of.scenario))

    assert snapshot(tried).evaluation.recommendation["calm-drills"].verdict is not Verdict.HOLDS


def test_both_ways_to_combine_arguments_stand_side_by_side() -> None:
    page = page_of(after(state(), A3="fails"), depends=DependsPart.READINGS)
    table = table_of(page, "readings")

    cells = [cell_of(table, "prepare-dialogue", reading.value) for reading in Reading]

    assert page.title == "How arguments combine decides 5 of 11 recommendations, not the assumptions"
    assert [cell.sign for cell in cells] == [sign(Verdict.FEWER), sign(Verdict.INCOMPLETE)]  # type: ignore[attr-defined]


@pytest.mark.parametrize("part", DependsPart)
def test_hidden_verdicts_leave_only_that_they_are_hidden(part: DependsPart) -> None:
    of = state()
    hidden = replace(of, workshop=prediction_asked(of.workshop, MOMENT, "What holds?"))

    page = page_of(hidden, depends=part)

    assert page.title == "Verdicts are hidden until the prediction is revealed"
    assert not page.blocks


def test_the_room_gets_the_signs_and_no_try() -> None:
    page = for_room(page_of(after(state(), A3="fails"), picked="calm-drills"))
    table = table_of(page, "moves-rejected")

    assert "try" not in [column.id for column in table.columns]
    assert any(isinstance(cell, SignCell) and cell.sign == sign(Stance.FAILS) for cell in table.rows[0].cells)


def test_the_nearest_falls_that_are_not_shown_are_counted() -> None:
    picked = state().case.by_code["R7"].id
    beside = table_of(page_of(after(state(), A3="fails"), picked=picked), "moves-rejected")
    every = table_of(
        page_of(after(state(), A3="fails"), picked=picked, depends=DependsPart.CHANGES), "moves-rejected"
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
        told = plain_text(page_of(depends=part, outlook=Outlook.EVERYWHERE))
        assert "decides" not in told.replace("decides nothing", "").lower()
        assert part is not DependsPart.DOUBT or "hold or fall with it" in told


def test_the_first_over_all_settings_is_not_told_as_a_majority() -> None:
    title = page_of(depends=DependsPart.MATRIX, outlook=Outlook.EVERYWHERE).title

    assert "most advice" not in title
    assert title.endswith("than with any other assumption")


@pytest.mark.parametrize(
    ("needs", "title"),
    [
        (["a1", "a2", "a3"], "as much advice holds or falls with one assumption as with any other"),
        (["a1"], "advice holds or falls with the only assumption"),
    ],
)
def test_where_all_assumptions_decide_as_much_none_is_said_to_decide_more_than_others(
    needs: list[str], title: str
) -> None:
    arguments = [rule(f"p{name}", need=name, then=f"r{name[1:]}") for name in needs]
    advice = " ".join(f"r{name[1:]}" for name in needs)
    case = small_case(*arguments, statements=" ".join((*needs, advice)))

    page = page_of(fresh_state(case), depends=DependsPart.MATRIX, outlook=Outlook.EVERYWHERE)

    assert page.title == f"Over all possible settings {title}"
