"""The sentence over the groups, what is to be known of them, and all of it as a table."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from models.analyses.standing import take_standing, with_disagreements
from models.pages.groups import groups_line, groups_text, groups_title, invitation, next_name
from models.schema.case import Case, Reading, Stance
from models.schema.scenario import baseline_scenario, revised, with_stances
from models.schema.standing import Standing
from models.schema.workshop import Ballot, Count, Origin, Workshop, fresh_workshop, reworked
from models.schema.workshop_steps import asked, balloted, with_group, with_round
from tests.workshops import MOMENT, four_tables


def gathered(case: Case, groups: Mapping[str, Mapping[str, str]], **fields: Any) -> Workshop:
    """A workshop with these groups, their stances by code."""
    workshop = fresh_workshop(baseline_scenario(case).case)
    for name, taken in groups.items():
        stances = {case.by_code[code].id: Stance(stance) for code, stance in taken.items()}
        scenario = revised(with_stances(baseline_scenario(case), stances), **fields)
        workshop = with_group(workshop, name, scenario, Origin.FILE)
    return workshop


def standing(case: Case, workshop: Workshop) -> Standing:
    return with_disagreements(take_standing(case, workshop))


def titled(case: Case, groups: Mapping[str, Mapping[str, str]]) -> str:
    return groups_title(standing(case, gathered(case, groups)))


def test_the_title_counts_what_differs_and_what_of_it_matters(essay: Case) -> None:
    groups = {"Table 1": {}, "Table 2": {"A3": "fails", "A5": "fails"}}

    assert titled(essay, groups) == "The tables differ on 2 assumptions; advice hangs on 1 of them"


def test_one_difference_is_told_as_one(essay: Case) -> None:
    assert titled(essay, {"Table 1": {}, "The desk": {"A3": "fails"}}) == (
        "The groups differ on 1 assumption; advice hangs on it"
    )
    assert titled(essay, {"Table 1": {}, "Table 2": {"A5": "fails"}}) == (
        "The tables differ on 1 assumption; no advice hangs on it"
    )


def test_where_all_matter_or_none_does_the_title_says_so(essay: Case) -> None:
    assert titled(essay, {"Table 1": {}, "Table 2": {"A1": "fails", "A3": "fails"}}).endswith(
        "; advice hangs on both"
    )
    assert titled(essay, {"Table 1": {}, "Table 2": {"A5": "fails", "A6": "fails"}}).endswith(
        "; no advice hangs on them"
    )


def test_groups_that_agree_are_said_to_agree(essay: Case) -> None:
    assert titled(essay, {"Table 1": {}, "Table 2": {}}) == "Both tables agree on all 20 assumptions"
    assert titled(essay, {"A": {}, "B": {}, "C": {}}) == "All 3 groups agree on all 20 assumptions"


def test_one_group_alone_waits_for_another(essay: Case) -> None:
    assert titled(essay, {"The desk": {"A3": "fails"}}) == (
        "The desk is the only one so far: add another to see where they differ"
    )


def test_no_group_yet_is_told_for_the_round(essay: Case) -> None:
    workshop = gathered(essay, {})

    assert groups_title(standing(essay, workshop)) == "No group has said where it stands yet"
    assert groups_title(standing(essay, with_round(workshop))) == (
        "No group has said where it stands in Round 2 yet"
    )


def test_a_minority_within_a_group_is_counted_apart(essay: Case) -> None:
    ballot = Ballot(heads=5, counts=(Count(id=essay.by_code["A1"].id, holds=4, fails=1),))
    workshop = with_group(
        gathered(essay, {"Table 1": {}, "Table 2": {"A3": "fails"}}),
        "Table 3",
        balloted(essay, ballot),
        Origin.TALLY,
        ballot=ballot,
    )

    assert groups_title(standing(essay, workshop)) == (
        "The tables differ on 1 assumption and a minority on 1 more; advice hangs on both"
    )
    assert "share of people is not a probability" in groups_line(standing(essay, workshop))


def test_people_of_one_group_can_differ_among_themselves(essay: Case) -> None:
    ballot = Ballot(heads=5, counts=(Count(id=essay.by_code["A1"].id, holds=4, fails=1),))
    empty = gathered(essay, {})
    workshop = with_group(empty, "Table 3", balloted(essay, ballot), Origin.TALLY, ballot=ballot)

    assert groups_title(standing(essay, workshop)) == (
        "People at Table 3 differ on 1 assumption; advice hangs on it"
    )


def test_until_it_is_worked_out_the_title_says_no_more_than_it_knows(essay: Case) -> None:
    workshop = gathered(essay, {"Table 1": {}, "Table 2": {"A3": "fails"}})
    waiting = take_standing(essay, workshop)

    assert groups_title(waiting) == "The tables differ on 1 assumption"
    assert "being worked out" in groups_line(waiting)


def test_what_is_not_exact_is_said_not_to_be(essay: Case) -> None:
    found = standing(essay, gathered(essay, {"Table 1": {}, "Table 2": {"A3": "fails"}}))
    assert found.disagreements is not None
    rough = replace(found.disagreements, exact=False)

    assert "Too tangled to be exact" in groups_line(replace(found, disagreements=rough))
    assert groups_line(found) == ""


def test_groups_that_read_the_case_differently_are_told(essay: Case) -> None:
    workshop = gathered(essay, {"Table 1": {}, "Table 2": {}})
    other = revised(baseline_scenario(essay), reading=Reading.EVERY_STRAND, added=True)
    workshop = with_group(workshop, "Table 3", other, Origin.FILE)

    assert groups_line(standing(essay, workshop)) == (
        "They do not read the case alike: Tables 1 and 2 (one argument is enough); "
        "Table 3 (every argument must hold and added objections count)."
    )


def test_while_a_prediction_is_asked_no_verdict_is_told(essay: Case) -> None:
    workshop = asked(four_tables(essay), "What now?", MOMENT)
    found = standing(essay, workshop)

    assert "Verdicts are hidden" in groups_line(found)
    assert "needed" not in groups_text(found)
    assert "Recommendation" not in groups_text(found)


def test_an_empty_page_says_how_groups_come_in(essay: Case) -> None:
    title, words = invitation(standing(essay, gathered(essay, {})))

    assert title == "Waiting for the groups"
    assert "paper ballots" in words


def test_a_new_round_waits_for_those_who_spoke_before(essay: Case) -> None:
    title, words = invitation(standing(essay, with_round(four_tables(essay))))

    assert title == "Waiting for the tables to come in for Round 3"
    assert words.startswith("Known so far: Tables 1, 2, 3 and 4.")


def test_the_next_name_is_who_has_not_come_in_again(essay: Case) -> None:
    workshop = four_tables(essay)
    gone = reworked(workshop, groups=tuple(g for g in workshop.groups if g.key != ("round-2", "table-3")))

    assert next_name(standing(essay, gone)) == "Table 3"


@pytest.mark.parametrize(
    ("names", "expected"),
    [([], "Table 1"), (["Table 1", "Table 2"], "Table 3"), (["The desk"], "Group 1")],
)
def test_the_next_name_goes_on_counting(essay: Case, names: list[str], expected: str) -> None:
    assert next_name(standing(essay, gathered(essay, {name: {} for name in names}))) == expected


def test_everything_is_copied_as_a_table(essay: Case) -> None:
    lines = [line.split("\t") for line in groups_text(standing(essay, four_tables(essay))).splitlines()]

    assert lines[0] == ["The tables differ on 3 assumptions; advice hangs on 2 of them"]
    assert lines[2][:3] == ["Argue about these", "A1", "Arsenal is kept"]
    assert lines[4][:3] == ["Park these", "A2", "UN Council is deadlocked"]
    (stances,) = (line for line in lines if line[:1] == ["Assumption"])
    assert stances[2:] == [
        *(f"Table {n}" for n in range(1, 5)),
        "Groups: hold",
        "Groups: uncertain",
        "Groups: fail",
    ]
    assert ["A1", "Arsenal is kept", "holds", "holds", "fails", "5 · 1 · 1 +1", "3", "0", "1"] in lines
    assert ["R1", "Accept the DPRK will not disarm", "holds", "holds", "not needed", "holds"] in lines
    assert lines[-1] == ["Since Round 1", "Tables 1 and 4 did not move."]


def test_what_is_typed_by_people_stays_in_its_cell(essay: Case) -> None:
    text = groups_text(standing(essay, gathered(essay, {"A\tB\nC": {}, "D": {"A3": "fails"}})))

    (head,) = (line for line in text.splitlines() if line.startswith("Assumption"))
    assert head.split("\t")[2] == "A B C"
