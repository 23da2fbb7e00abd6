"""Groups in lanes: where each stands, who came over, what is parked, and what the room sees of it."""

from dataclasses import replace

from models.language.states import sign
from models.language.workshop.lane_words import letters, who_says_what
from models.schema.action import Look
from models.schema.grades import Verdict
from models.schema.page import ChipsCell, LanesCell, Sentences, for_room
from models.schema.scenario import baseline_scenario
from models.schema.steps.group_steps import with_group
from models.schema.steps.workshop_steps import with_round
from models.schema.view import PageName
from models.schema.workshop import Origin
from tests.large_workshop import large_workshop
from tests.models.pages.blocks import blocks_of, table_of
from tests.models.pages.differ.reading import page_of, row_of, state_of
from tests.states import case_named, state
from tests.workshops import four_tables


def test_of_very_many_who_are_in_the_rest_is_counted() -> None:
    workshop = with_round(replace(four_tables(case_named()), groups=()))
    for number in range(150):
        name = f"Table {number}"
        workshop = with_group(workshop, name, baseline_scenario(case_named()), Origin.FILE, file=name)
    page = page_of(state(workshop=workshop, page=PageName.DIFFER))

    block = next(block for block in page.blocks if block.id == "who-is-in")

    assert isinstance(block, Sentences)
    assert (len(block.lines), block.lines[-1].text) == (60, "and 91 more")


def test_a_group_stands_in_its_lane_and_comes_from_that_of_the_round_before() -> None:
    lanes = row_of(page_of(state_of()), "keeps-arsenal").cells[1]
    assert isinstance(lanes, LanesCell)

    dots = {dot.name: (dot.letter, dot.lane, dot.came_from) for dot in lanes.dots}

    assert dots["Table 2"] == ("2", 0, 2)
    assert dots["Table 3"] == ("3", 2, None)


def test_who_came_over_is_seen_where_all_agree_by_now() -> None:
    case = case_named()
    workshop = with_round(four_tables(case))
    for table in ("Table 1", "Table 2", "Table 3"):
        workshop = with_group(workshop, table, baseline_scenario(case), Origin.FILE)
    page = page_of(state(workshop=workshop, page=PageName.DIFFER))

    lanes = row_of(page, "russia-ties").cells[1]
    assert isinstance(lanes, LanesCell)
    assert [dot.came_from for dot in lanes.dots] == [None, None, 2]
    (line, *_) = next(
        b for b in blocks_of(page.blocks) if isinstance(b, Sentences) and b.id == "folded"
    ).lines
    assert line.text.startswith("All agree on") and line.text.endswith("more")
    assert "Russia ties deepen" not in line.tip


def test_paper_votes_come_as_a_tally_and_an_unanswered_row_has_no_dot() -> None:
    page = page_of(state_of())
    voted, silent = row_of(page, "keeps-arsenal").cells[1], row_of(page, "russia-ties").cells[1]
    assert isinstance(voted, LanesCell)
    assert isinstance(silent, LanesCell)

    assert next(dot.tally for dot in voted.dots if dot.name == "Table 4") == (5, 1, 1)
    assert "Table 4" not in [dot.name for dot in silent.dots]


def test_the_advice_that_changes_has_its_present_verdict() -> None:
    chips = row_of(page_of(state_of()), "russia-ties").cells[2]
    assert isinstance(chips, ChipsCell)

    assert [(chip.text, chip.sign) for chip in chips.chips] == [
        ("Draw away from Moscow", sign(Verdict.NOT_NEEDED))
    ]


def test_what_no_advice_depends_on_is_parked_in_a_line_that_unfolds() -> None:
    page = page_of(state_of())
    line = next(b for b in blocks_of(page.blocks) if isinstance(b, Sentences) and b.id == "folded").lines[-1]
    assert isinstance(line.action, Look)
    unfolded = page_of(state_of(unfolded=("parked", "agreed")))

    assert line.text == "Park these three: no advice depends on them, alone or together"
    for code in ("A8", "A11", "A12"):
        assert f"({code})" in line.tip
    assert line.action == Look((("unfolded", ("parked",)),))
    assert len(table_of(unfolded, "lanes").rows) == len(case_named().taking_part(False))
    assert [row.id for row in table_of(page, "lanes").rows] == [
        "keeps-arsenal",
        "russia-ties",
        "council-deadlock",
    ]


def test_what_matters_only_through_an_assumption_taken_as_argued_is_not_parked() -> None:
    of = state(page=PageName.DIFFER)
    alone = with_group(of.workshop, "North", baseline_scenario(case_named()), Origin.FILE)

    folded = next(
        b
        for b in blocks_of(page_of(replace(of, workshop=alone)).blocks)
        if isinstance(b, Sentences) and b.id == "folded"
    )

    parked = folded.lines[-1].tip
    assert "Guarantees look hollow" not in parked and "Arsenal means survival" not in parked
    assert folded.lines[-1].text == "Park these three: no advice depends on them, alone or together"


def test_the_room_sees_the_lanes_and_not_the_list_of_files() -> None:
    shown = for_room(page_of(state_of(unfolded=("group-list",))))

    assert {block.id for block in shown.blocks} == {"lanes", "folded"}


def test_letters_tell_groups_apart() -> None:
    assert letters(["North", "Nairobi", "Table 1", "Table 12"]) == {
        "North": "N",
        "Nairobi": "Na",
        "Table 1": "1",
        "Table 12": "12",
    }


def test_who_says_what_names_few_and_counts_many() -> None:
    workshop = large_workshop(case_named())

    told = who_says_what(case_named(), workshop.present, "plays-powers")

    assert told == (
        "Table 12 says it holds, Tables 3 and 11 are unsure, Tables 1, 6 and 7 say it fails, "
        "Table 9 is split, and five tables left it at “holds”; people differ at Tables 6 and 9."
    )
