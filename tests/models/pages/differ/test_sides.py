"""Two sides beside each other: what they take alike, and which difference turns what."""

from dataclasses import replace

from models.language.states import sign
from models.language.workshop.lane_words import who_says_what
from models.schema.grades import Stance
from models.schema.page import (
    Sentences,
    SignCell,
    Table,
)
from models.schema.scenario import baseline_scenario, with_stances
from models.schema.steps.group_steps import (
    with_group,
)
from models.schema.steps.room_steps import (
    prediction_asked,
)
from models.schema.view import DifferPart, PageName
from models.schema.workshop import Origin, Workshop, reworked
from tests.models.pages.blocks import blocks_of, table_of
from tests.models.pages.differ.reading import page_of, state_of
from tests.states import after, case_named, state
from tests.workshops import MOMENT


def test_sides_that_agree_on_everything_say_so_once() -> None:
    table = table_of(page_of(state(page=PageName.DIFFER, differ=DifferPart.SIDES)), "side-assumptions")

    assert (table.rows, table.note) == ((), "")


def test_two_sides_say_which_difference_turns_what() -> None:
    page = page_of(state_of(differ=DifferPart.SIDES, sides=("here", "group:round-1:table-2")))
    lines = next(b for b in blocks_of(page.blocks) if isinstance(b, Sentences)).lines

    assert "Table 2, Round 1 takes “Arsenal is kept” to fail, so" in lines[0].text
    assert len(table_of(page, "side-assumptions").rows) == 2


def test_who_is_split_is_not_said_to_agree_with_who_is_unsure() -> None:
    def note(*sides: str) -> str:
        wanted = f"group:round-1:{sides[0]}", f"group:round-1:{sides[1]}"
        return table_of(page_of(state_of(differ=DifferPart.SIDES, sides=wanted)), "side-assumptions").note

    assert note("table-3", "table-1") == "On the other assumptions they agree."
    assert note("table-3", "table-4") == ""


def test_a_side_with_a_name_of_several_does_what_several_do() -> None:
    start = state_of(differ=DifferPart.SIDES, sides=("here", "group:round-1:table-2"))
    named = (replace(one, name="Phones") if one.name == "Table 2" else one for one in start.workshop.groups)
    page = page_of(replace(start, workshop=reworked(start.workshop, groups=tuple(named))))
    lines = next(b for b in blocks_of(page.blocks) if isinstance(b, Sentences)).lines

    assert "Phones, Round 1 take “Arsenal is kept” to fail, so" in lines[0].text


def test_a_side_that_is_gone_gives_way_to_the_room_or_the_essay() -> None:
    page = page_of(state_of(differ=DifferPart.SIDES, sides=("group:round-9:none", "stage:none")))

    assert page.title.startswith("The room and the essay differ on 1 assumption")


def test_two_sides_tell_no_verdict_while_verdicts_are_hidden() -> None:
    of = state_of(differ=DifferPart.SIDES)
    page = page_of(replace(of, workshop=prediction_asked(of.workshop, MOMENT, "")))

    cells = [c for b in blocks_of(page.blocks) if isinstance(b, Table) for row in b.rows for c in row.cells]
    signs = {cell.sign for cell in cells if isinstance(cell, SignCell)}
    assert signs <= {sign(stance) for stance in Stance}


def test_what_a_side_takes_alike_is_told_together() -> None:
    of = after(state(), A3="uncertain", A10="uncertain", A13="uncertain", A17="uncertain")
    page = page_of(replace(of, view=replace(of.view, differ=DifferPart.SIDES)))
    lines = next(b for b in blocks_of(page.blocks) if isinstance(b, Sentences)).lines

    assert any(
        "takes “Reliance on China resented” and “Inducements suffice” to hold" in line.text for line in lines
    )


def test_where_all_come_to_one_stance_it_is_told_who_takes_it_as_argued() -> None:
    case = case_named()
    scenario = baseline_scenario(case)
    item = next(each for each in case.assumptions if each.baseline is Stance.AS_ARGUED)
    workshop = with_group(Workshop(case=scenario.case), "Table 1", scenario, Origin.FILE)
    settled = with_stances(scenario, {item.id: Stance.HOLDS})
    workshop = with_group(workshop, "Table 2", settled, Origin.FILE)

    told = who_says_what(case, workshop.present, item.id)

    assert told == "Table 2 says it holds and Table 1 left it as argued."
