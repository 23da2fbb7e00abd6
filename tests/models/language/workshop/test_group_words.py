"""How groups are named and what they say: nobody's minority is lost, and no share is called a probability."""

from dataclasses import replace

import pytest

from models.analyses.groups.standing import moves
from models.language.workshop.group_words import (
    ballot_words,
    called,
    group_names,
    left_out_words,
    saying,
    spoken_of_as,
)
from models.language.workshop.lane_words import letters, who_says_what
from models.language.workshop.move_words import moved_words
from models.schema.case import Case
from models.schema.grades import Stance
from models.schema.steps.workshop_steps import balloted
from models.schema.workshop import Ballot, Count, Group, Origin, Round, Workshop
from tests.models.engine.small_cases import rule, setting, small_case
from tests.states import case_named
from tests.workshops import four_tables


@pytest.fixture
def case() -> Case:
    return small_case(rule("p", need="a1", then="r1"), statements="a1 r1")


def group(case: Case, name: str, stance: str = "holds", ballot: Ballot | None = None) -> Group:
    scenario = setting(case, a1=stance) if ballot is None else balloted(case, ballot)
    return Group(id="g", round="round-1", name=name, origin=Origin.FILE, scenario=scenario, ballot=ballot)


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (["Table 1"], "Table 1"),
        (["Table 1", "Table 2", "Table 12"], "Tables 1, 2 and 12"),
        (["Group 3", "Group 4"], "Groups 3 and 4"),
        (["Table 1", "Group 2"], "Table 1 and Group 2"),
        (["Table 1", "The desk"], "Table 1 and The desk"),
        (["A", "B", "C", "D", "E", "F"], "A, B, C, D and 2 more"),
    ],
)
def test_groups_are_named_together_where_they_are_numbered(names: list[str], expected: str) -> None:
    assert group_names(names) == expected


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (["Phones"], "Phones say it fails"),
        (["The experts"], "The experts say it fails"),
        (["Phones, Round 1"], "Phones, Round 1 say it fails"),
        (["Table 1"], "Table 1 says it fails"),
        (["Congress"], "Congress says it fails"),
        (["Paris"], "Paris says it fails"),
        (["Asia desk", "Paris"], "Asia desk and Paris say it fails"),
    ],
)
def test_a_group_with_a_name_of_several_says_it_as_several(names: list[str], expected: str) -> None:
    assert saying(group_names(names), Stance.FAILS, spoken_of_as(names)) == expected


def test_what_they_are_called_follows_their_names() -> None:
    assert called(["Table 1", "table of elders"]) == "tables"
    assert called(["Table 1", "The desk"]) == "groups"
    assert called(["Table 1"], 1) == "table"
    assert called([]) == "groups"


@pytest.mark.parametrize(
    ("heads", "count", "expected"),
    [
        (8, (5, 1, 1), "leans to holds, 5 of 7; 1 is unsure and 1 says it fails; 1 did not answer"),
        (7, (1, 0, 6), "leans to fails, 6 of 7; 1 says it holds"),
        (7, (2, 5, 0), "is mostly unsure, 5 of 7; 2 say it holds"),
        (8, (3, 0, 3), "is split: 3 say it holds and 3 say it fails; 2 did not answer"),
        (8, (4, 2, 2), "is split: 4 say it holds, 2 are unsure and 2 say it fails"),
        (8, (0, 0, 7), "says it fails, all 7 who answered; 1 did not answer"),
        (8, (8, 0, 0), "says it holds, all 8"),
        (3, (0, 1, 0), "is unsure, 1 person who answered; 2 did not answer"),
    ],
)
def test_a_ballot_is_told_with_its_minority_and_who_did_not_answer(
    case: Case, heads: int, count: tuple[int, int, int], expected: str
) -> None:
    holds, uncertain, fails = count
    counted = Count(id="a1", holds=holds, uncertain=uncertain, fails=fails)

    assert ballot_words(group(case, "T", ballot=Ballot(heads=heads, counts=(counted,))), counted) == expected


def test_a_ballot_without_answers_says_what_stands_in_for_them(case: Case) -> None:
    silent = group(case, "Table 4", ballot=Ballot(heads=8))

    assert ballot_words(silent, Count(id="a1")) == "gave no answer, so it counts as in the case: holds"


def test_a_second_file_of_a_table_has_the_tables_number_and_never_anothers() -> None:
    names = ["Table 1", "Table 3", "Table 1 (2)", "Tablé (2)", "Table", "Tab"]

    assert list(letters(names).values()) == ["1", "3", "1b", "T", "Ta", "T2"]


def test_every_group_of_a_large_room_has_a_sign_of_its_own() -> None:
    names = [f"Late {number}a" for number in range(150)]

    signs = letters(names)

    assert len(set(signs.values())) == len(names)


def split(case: Case, name: str = "Table 4") -> Group:
    return group(case, name, ballot=Ballot(heads=6, counts=(Count(id="a1", holds=3, fails=3),)))


def test_a_split_vote_is_told_as_split_and_not_as_unsure(case: Case) -> None:
    groups = [replace(group(case, f"Table {number}", "fails"), id=f"g{number}") for number in (1, 2)]
    divided = [replace(split(case, f"Table {number}"), id=f"g{number}") for number in (4, 5)]

    assert who_says_what(case, [*groups, divided[0]], "a1") == (
        "Tables 1 and 2 say it fails and Table 4 is split; "
        "of 6 people at Table 4, 3 say it holds and 3 say it fails."
    )
    assert who_says_what(case, divided, "a1").startswith("Both tables are split; ")


def test_who_moves_to_a_split_vote_did_not_become_unsure(case: Case) -> None:
    rounds = (Round(id="one", name="Round 1"), Round(id="two", name="Round 2"))
    before = replace(group(case, "Table 4", "holds"), round="one")
    workshop = Workshop(
        case=before.scenario.case,
        round="two",
        rounds=rounds,
        groups=(before, replace(split(case), round="two")),
    )

    (move,) = moves(case, workshop, "one", "two").stances

    told = moved_words({move.group: (move.before, move.after)}, {"g": "Table 4"})
    assert told == "Table 4 moved from holds to a split vote."


def test_each_file_that_is_left_out_has_its_own_reason() -> None:
    case = case_named()
    copies = ["a (conflicted copy).json", "b (conflicted copy).json"]

    told = left_out_words(four_tables(case), ["new.json", "table-1-round-2.scenario.json", *copies], 12)

    assert told == (
        "new.json was saved earlier than what is here, by the clock of its computer: it was left out. "
        "table-1-round-2.scenario.json was saved again after the round had been revealed: it was left out. "
        "a (conflicted copy).json and b (conflicted copy).json are conflicted copies of files: they were left out."
    )
