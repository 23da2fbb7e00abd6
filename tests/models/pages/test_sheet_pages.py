"""The sheet's pages: nothing is cut from a list by chance, and what critics say is not laid to the source."""

from dataclasses import replace

import pytest

from models.engine.routes import arguing_for
from models.pages.programme.walk_screens import resting_most
from models.pages.sheet import sheet_pages, sheet_sentence
from models.pages.why.page import why_page
from models.schema.page import Cards, Sentences, Table, TextCell
from models.schema.scenario import baseline_scenario
from models.schema.snapshot import State
from models.schema.steps.workshop_steps import round_revealed
from tests.models.engine.small_cases import rule, small_case
from tests.states import after, case_named, snapshot, state
from tests.workshops import four_that_vote


def table(of: State, page: str, identifier: str) -> Table:
    (found,) = (item for item in sheet_pages(snapshot(of)) if item.name == page)
    return next(block for block in found.blocks if isinstance(block, Table) and block.id == identifier)


def test_what_ends_otherwise_than_in_the_source_stands_out() -> None:
    first = sheet_pages(snapshot(after(state(), A3="fails")))[0]
    cards = next(block for block in first.blocks if isinstance(block, Cards))

    assert [card.code for card in cards.cards if card.moved] == ["R5", "R7", "R10", "R11"]


def test_what_decides_as_much_as_the_last_that_is_listed_is_named() -> None:
    uncut, cut = table(state(), "sheet", "worries"), table(after(state(), A10="fails"), "sheet", "worries")

    assert [row.id for row in uncut.rows] == ["resents-china", "alignment-movable", "inducements-suffice"]
    assert "as many" not in uncut.note
    assert "decide as many as the last of these." in cut.note


@pytest.mark.parametrize(("failing", "others"), [("A3", {"A10", "A20", "A22"}), ("A10", {"A20", "A1", "A4"})])
def test_nobody_worries_about_what_could_only_turn_out_well(failing: str, others: set[str]) -> None:
    worries = table(after(state(), **{failing: "fails"}), "sheet", "worries")

    assert {
        cell.code for row in worries.rows for cell in row.cells[1:2] if isinstance(cell, TextCell)
    } == others


def test_a_worry_that_topples_little_alone_tells_what_falls_with_one_more() -> None:
    worries = table(after(state(), A10="fails"), "sheet", "worries")
    lines = [cell.text for row in worries.rows for cell in row.cells[2:] if isinstance(cell, TextCell)]

    assert lines[1] == (
        "Accept the DPRK will not disarm: no longer needed\n"
        "Limit the arsenal: no longer needed\n"
        "Prepare re-engagement and dialogue: falls if the UN Council passes new measures too"
    )


def test_a_worry_tells_how_many_tables_doubt_it_once_the_room_has_seen_that() -> None:
    seen = four_that_vote(case_named("dprk-lessons"))
    unseen = round_revealed(seen, seen.round, revealed=False)

    told, untold = (
        table(replace(after(state(), A3="fails"), workshop=workshop), "sheet", "worries").rows[1].cells[1]
        for workshop in (seen, unseen)
    )

    alone = "Alone it decides 4 recommendations."
    assert isinstance(told, TextCell) and isinstance(untold, TextCell)
    assert told.detail == f"{alone} One of four tables says it fails and one of four tables is split."
    assert untold.detail == alone


def test_under_the_title_stands_what_is_otherwise_than_in_the_source() -> None:
    told, untold = (sheet_sentence(snapshot(of)) for of in (after(state(), A3="fails"), state()))

    assert told == (
        "“Draw Pyongyang away from Moscow” is no longer needed; “Prepare re-engagement and dialogue” and 2 more "
        "hold on fewer arguments. All other assumptions are as the essay takes them."
    )
    assert untold == ""


def test_an_objection_that_is_granted_is_not_told_as_taken_otherwise_than_in_the_source() -> None:
    of = after(state(), A12="holds", X1="holds", X7="uncertain")
    of = replace(of, scenario=replace(of.scenario, added=True))

    sections = [(row.section, row.id) for row in table(of, "assumptions", "assumptions").rows[:3]]

    assert sections == [
        ("Not as the essay takes it", "arms-claim-true"),
        ("What critics would say, changed here", "spreads-example"),
        ("", "talk-legitimises"),
    ]


def test_the_walk_ends_with_all_that_are_level_or_with_none_of_them() -> None:
    listed = resting_most(case_named(), state().scenario)
    numbers = [number for _, number in listed]

    assert numbers == [8, 7, 7, 7, 6, 6, 6, 6, 6]


@pytest.mark.parametrize("stances", [{}, {"A3": "fails"}, {"A1": "uncertain"}])
def test_the_why_counts_as_the_walk_does_what_it_is_part_of_an_argument_for(stances: dict[str, str]) -> None:
    shown = snapshot(after(state(), **stances))

    for item, number in resting_most(shown.case, shown.scenario):
        why = why_page(replace(shown, view=replace(shown.view, picked=item.id)))
        block = next(block for block in why.blocks if block.id == "dependents")
        assert isinstance(block, Sentences)
        assert block.lines[0].text == "Part of an argument for"
        assert block.lines[1].text == f"{number} of 11 recommendations"


def test_what_only_an_objection_rests_on_is_part_of_no_argument_for_it() -> None:
    case = small_case(
        rule("p1", need="a1", then="r1"),
        rule("o1", **{"if": "f1"}, opposes="r1"),
        rule("p2", **{"if": "a2"}, then="f1"),
        statements="a1 a2 f1 r1",
    )

    below = arguing_for(case, baseline_scenario(case))

    assert below["r1"] == {"a1"}
    assert below["f1"] == {"a2"}
