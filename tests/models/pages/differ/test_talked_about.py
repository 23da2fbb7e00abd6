"""What is to be talked about: what advice depends on most and people are most split on."""

from dataclasses import replace

from models.pages.differ import said
from models.pages.differ.lanes import REST, ROWS
from models.pages.differ.splits import LARGE, Split
from models.schema.grades import Stance
from models.schema.page import Sentences
from models.schema.scenario import baseline_scenario, with_stances
from models.schema.snapshot import State
from models.schema.steps.group_steps import with_group
from models.schema.steps.workshop_steps import balloted
from models.schema.view import PageName
from models.schema.workshop import Ballot, Count, Origin
from tests.large_workshop import large_workshop
from tests.models.pages.blocks import table_of
from tests.models.pages.differ.reading import page_of, row_of, state_of
from tests.states import case_named, state
from tests.workshops import four_tables, with_one_elsewhere


def test_what_advice_depends_on_most_comes_first_and_large() -> None:
    rows = table_of(page_of(state_of()), "lanes").rows

    assert [row.id for row in rows[:2]] == ["keeps-arsenal", "russia-ties"]
    assert [row.large for row in rows[:3]] == [True, True, False]


def test_one_voice_of_ten_is_no_split_and_neither_large_nor_to_be_talked_about() -> None:
    page = page_of(_three_and_a_ballot(holds=9, fails=1))

    assert [row.large for row in table_of(page, "lanes").rows] == [False]
    assert page.title == "The tables differ on 1 assumption, but only by a few voices"


def test_where_people_differ_on_very_much_the_rest_is_folded() -> None:
    of = state_of()
    answers = (Count(id=item.id, holds=3, fails=2) for item in of.case.assumptions)
    ballot = Ballot(heads=5, counts=tuple(answers))
    told = with_group(of.workshop, "Phones", balloted(of.case, ballot), Origin.TALLY, ballot=ballot)

    folded = page_of(replace(of, workshop=told))
    unfolded = page_of(replace(of, workshop=told, view=replace(of.view, unfolded=(REST,))))

    assert [row.large for row in table_of(folded, "lanes").rows] == [True] * LARGE
    assert len(table_of(unfolded, "lanes").rows) > ROWS


def test_who_answered_on_nothing_that_is_shown_is_named() -> None:
    case = case_named()
    of = state(workshop=with_one_elsewhere(case, large_workshop(case), "A5"), page=PageName.DIFFER)
    unfolded = replace(of, view=replace(of.view, unfolded=(REST,)))

    first, then = (
        next(block for block in page_of(one).blocks if isinstance(block, Sentences)).lines[0]
        for one in (of, unfolded)
    )

    assert first.text == "They differ on 27 more; Table 13 answered on none above"
    assert not first.private
    assert "Table 13" not in then.text


def test_half_a_table_of_ten_is_a_split_and_people_are_told_apart_from_tables() -> None:
    row = row_of(page_of(_three_and_a_ballot(holds=5, fails=5)), "keeps-arsenal")

    assert row.large
    assert (
        "Table 4 is split, and Tables 1, 2 and 3 left it as argued; of 10 people at Table 4, 5 say"
        in row.spoken
    )


def test_one_who_answers_where_ten_voted_is_no_whole_group_and_told_to_be_one() -> None:
    hardly, half = _three_and_a_ballot(holds=0, fails=1), _three_and_a_ballot(holds=0, fails=5)

    assert not row_of(page_of(hardly), "keeps-arsenal").large
    assert row_of(page_of(half), "keeps-arsenal").large
    assert "of 10 people at Table 4, 1 answered" in row_of(page_of(hardly), "keeps-arsenal").spoken
    assert "answered" not in row_of(page_of(half), "keeps-arsenal").spoken


def test_who_gave_no_answer_differs_from_nobody() -> None:
    of = _three_and_a_ballot(holds=10, fails=0)
    ballot = Ballot(heads=10, counts=(Count(id="keeps-arsenal", holds=10),))
    told = replace(of.workshop, groups=())
    scenario = with_stances(baseline_scenario(case_named()), {"russia-ties": Stance.FAILS})
    told = with_group(told, "Table 1", scenario, Origin.FILE, file="1.json")
    told = with_group(told, "Table 4", balloted(case_named(), ballot), Origin.TALLY, ballot=ballot)
    page = page_of(replace(of, workshop=told))

    assert "russia-ties" not in [row.id for row in table_of(page, "lanes").rows]


def test_what_is_more_split_comes_before_what_a_little_more_advice_depends_on() -> None:
    item, items = case_named().assumptions[0], []
    for many, apart in ((4, 0.1), (3, 1.0), (2, 2.0), (1, 2.0)):
        told = said.Said(case_named(), (), item.id, {}, {})
        vars(told)["spread"] = apart, apart / 4
        items.append(Split(item=item, matters_to=("a",) * many, said=told))

    ranked = sorted(items, key=lambda split: split.rank)

    assert [len(split.matters_to) for split in ranked] == [2, 3, 1, 4]


def _three_and_a_ballot(holds: int, fails: int) -> State:
    """Three tables as the source has it, and one of ten people who vote on the first assumption."""
    case = case_named()
    workshop = replace(four_tables(case), groups=())
    for number in (1, 2, 3):
        name = f"Table {number}"
        workshop = with_group(workshop, name, baseline_scenario(case), Origin.FILE, file=f"{number}.json")
    ballot = Ballot(heads=10, counts=(Count(id="keeps-arsenal", holds=holds, fails=fails),))
    workshop = with_group(workshop, "Table 4", balloted(case, ballot), Origin.TALLY, ballot=ballot)
    return state(workshop=workshop, page=PageName.DIFFER)
