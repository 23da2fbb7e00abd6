"""Two sides beside each other: what they take alike, and which difference turns what."""

from dataclasses import replace

import pytest

from models.language.states import sign
from models.language.workshop.lane_words import who_says_what
from models.pages.page import room_page
from models.schema.action import Look
from models.schema.grades import Kind, Stance, Vote
from models.schema.page import (
    Page,
    Sentences,
    SignCell,
    Table,
    for_room,
)
from models.schema.public import public
from models.schema.scenario import baseline_scenario, with_stances
from models.schema.steps.group_steps import (
    with_group,
)
from models.schema.steps.room_steps import (
    prediction_asked,
)
from models.schema.steps.workshop_steps import round_revealed, with_round
from models.schema.view import DifferPart, PageName
from models.schema.workshop import Origin, Workshop
from tests.large_workshop import large_workshop
from tests.models.pages.blocks import blocks_of, table_of
from tests.models.pages.differ.reading import option_of, page_of, state_of
from tests.states import after, case_named, snapshot, state
from tests.workshops import MOMENT


def test_sides_that_agree_on_everything_say_so_once() -> None:
    table = table_of(page_of(state(page=PageName.DIFFER, differ=DifferPart.SIDES)), "side-assumptions")

    assert (table.rows, table.note) == ((), "")


def test_two_sides_say_which_difference_turns_what() -> None:
    page = page_of(state_of(differ=DifferPart.SIDES, sides=("here", "group:round-1:table-2")))
    lines = next(b for b in blocks_of(page.blocks) if isinstance(b, Sentences)).lines

    assert "Table 2 takes “Arsenal is kept” to fail, so" in lines[0].text
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
    page = page_of(replace(start, workshop=replace(start.workshop, groups=tuple(named))))
    lines = next(b for b in blocks_of(page.blocks) if isinstance(b, Sentences)).lines

    assert "Phones take “Arsenal is kept” to fail, so" in lines[0].text


def test_without_groups_the_room_stands_beside_the_essay() -> None:
    page = page_of(after(state(page=PageName.DIFFER, differ=DifferPart.SIDES), A3="fails"))

    assert (_chosen(page), page.lead) == (["The room", "The essay"], ())


def test_one_group_stands_beside_the_essay() -> None:
    case = case_named()
    fails = with_stances(baseline_scenario(case), {case.by_code["A3"].id: Stance.FAILS})
    workshop = with_group(Workshop(case=fails.case), "Table 1", fails, Origin.FILE)
    workshop = round_revealed(workshop, workshop.round)
    page = page_of(state(workshop=workshop, page=PageName.DIFFER, differ=DifferPart.SIDES))

    assert (_chosen(page), page.lead) == (["The essay", "Table 1"], ())


def test_the_two_groups_that_differ_most_stand_side_by_side_and_it_is_said_why() -> None:
    of = state_of(differ=DifferPart.SIDES)

    for number, tables in (("1", ("1", "3")), ("2", ("3", "4"))):
        page = page_of(replace(of, view=replace(of.view, round=f"round-{number}")))
        assert _chosen(page) == [f"Table {table}, Round {number}" for table in tables]
        assert page.lead[0].text == f"Of the four tables in round {number}, these two differ most."
        assert page.title.startswith(f"Table {tables[0]} and Table {tables[1]} differ on ")


def test_two_sides_of_one_round_are_named_without_it() -> None:
    page = page_of(
        state_of(differ=DifferPart.SIDES, sides=("group:round-1:table-1", "group:round-1:table-4"))
    )

    assert page.lead[0].text == "As said in round 1."
    assert [column.title for column in table_of(page, "side-assumptions").columns[1:]] == [
        "Table 1",
        "Table 4",
    ]


def test_many_differences_that_only_together_turn_a_verdict_are_counted() -> None:
    sides = ("group:round-1:table-1", "group:round-1:table-2")
    of = state(workshop=large_workshop(case_named()), page=PageName.DIFFER, differ=DifferPart.SIDES)
    page = page_of(replace(of, view=replace(of.view, sides=sides)))
    lines = next(b for b in blocks_of(page.blocks) if isinstance(b, Sentences)).lines

    assert any("and together that means" in line.text for line in lines)
    assert max(line.text.partition(", and together")[0].count("“") for line in lines) <= 4 * len(Stance)


def test_the_room_reads_the_first_of_many_sentences_and_both_tables() -> None:
    of = state(workshop=large_workshop(case_named()), page=PageName.DIFFER, differ=DifferPart.SIDES)
    sides = ("group:round-1:table-1", "group:round-1:table-2")
    page = page_of(replace(of, view=replace(of.view, sides=sides)))

    here, there = (
        next(b for b in blocks_of(one.blocks) if isinstance(b, Sentences)).lines
        for one in (page, for_room(page))
    )
    assert len(here) > 4
    assert [line.text for line in there] == [line.text for line in here[:4]]


def test_what_takes_part_on_neither_side_is_no_difference() -> None:
    case = case_named()
    added = {item.id: Stance.HOLDS for item in case.assumptions if item.kind is Kind.ADDED}
    taken = after(state(page=PageName.DIFFER, differ=DifferPart.SIDES), A3="fails")
    page = page_of(replace(taken, scenario=with_stances(taken.scenario, added)))
    lines = next(b for b in blocks_of(page.blocks) if isinstance(b, Sentences)).lines

    assert added and page.title.startswith("The room and the essay differ on 1 assumption ")
    assert not any("also differ" in line.text for line in lines)


def test_a_round_that_is_not_revealed_opens_no_sides() -> None:
    case, start = case_named(), state_of(differ=DifferPart.SIDES)
    waiting = with_group(with_round(start.workshop), "Table 1", baseline_scenario(case), Origin.FOLDER)
    of = replace(start, workshop=waiting)

    assert _chosen(page_of(of)) == _chosen(page_of(start))
    assert room_page(public(snapshot(of))).title == page_of(of).title


def test_what_somebody_picked_stays_and_with_it_the_other_side() -> None:
    of = state_of(differ=DifferPart.SIDES)
    action = option_of(page_of(of), "The room").action
    assert isinstance(action, Look)
    picked = replace(of, view=replace(of.view, **dict(action.changes)))
    more = with_group(with_round(of.workshop), "Table 9", of.scenario, Origin.FOLDER)

    page = page_of(replace(picked, workshop=round_revealed(more, more.round)))

    assert _chosen(page) == ["The room", "Table 4, Round 2"]
    assert "differ most" not in page.lead[0].text


@pytest.mark.parametrize(
    "sides", [("group:round-9:none", "stage:none"), ("stage:none", "group:round-2:table-3")]
)
def test_a_side_that_is_gone_gives_way_to_what_would_stand_there(sides: tuple[str, str]) -> None:
    page = page_of(state_of(differ=DifferPart.SIDES, sides=sides))

    assert sorted(_chosen(page)) == ["Table 3, Round 2", "Table 4, Round 2"]


def _chosen(page: Page) -> list[str]:
    return [option.text for choice in page.tools[1:] for option in choice.options if option.chosen]


def test_two_sides_tell_no_verdict_while_verdicts_are_hidden() -> None:
    of = state_of(differ=DifferPart.SIDES)
    page = page_of(replace(of, workshop=prediction_asked(of.workshop, MOMENT, "")))

    cells = [c for b in blocks_of(page.blocks) if isinstance(b, Table) for row in b.rows for c in row.cells]
    signs = {cell.sign for cell in cells if isinstance(cell, SignCell)}
    assert signs <= {sign(stance) for stance in (*Stance, Vote.SPLIT)}


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
