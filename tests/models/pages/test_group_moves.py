"""Round against round in words: who moved, what that changed for them, and who did not."""

import pytest

from models.analyses.standing import take_standing
from models.pages.group_moves import MoveLine, move_lines, moves_title
from models.schema.case import Case
from models.schema.scenario import Scenario, baseline_scenario
from models.schema.workshop import Ballot, Count, Origin, Workshop, fresh_workshop
from models.schema.workshop_steps import asked, balloted, with_group, with_round
from tests.models.engine.small_cases import rule, setting, small_case
from tests.workshops import MOMENT, four_tables


@pytest.fixture
def case() -> Case:
    return small_case(
        rule("p", need="a1", then="r1"),
        rule("q", need="a1", then="r2"),
        rule("s", need="a2", then="r2"),
        rule("t", means="a2", then="r3"),
        statements="a1 a2 a3 r1 r2 r3",
    )


def moved(case: Case, first: dict[str, Scenario], second: dict[str, Scenario]) -> list[str]:
    workshop = fresh_workshop(baseline_scenario(case).case)
    for name, scenario in first.items():
        workshop = with_group(workshop, name, scenario, Origin.FILE)
    workshop = with_round(workshop)
    for name, scenario in second.items():
        workshop = with_group(workshop, name, scenario, Origin.FILE)
    return told(case, workshop)


def told(case: Case, workshop: Workshop) -> list[str]:
    return [line.sentence for line in move_lines(take_standing(case, workshop))]


def test_a_move_is_told_with_what_it_changed(case: Case) -> None:
    fails = setting(case, a1="fails")

    assert moved(case, {"Table 2": fails}, {"Table 2": setting(case)}) == [
        "Table 2 moved A1 from fails to holds; for it, R1 holds again and R2 holds on as many arguments "
        "as in the case."
    ]
    assert moved(case, {"Table 2": setting(case)}, {"Table 2": fails}) == [
        "Table 2 moved A1 from holds to fails; for it, R1 is no longer needed and R2 holds on fewer arguments."
    ]


def test_verdicts_that_change_alike_are_told_together() -> None:
    case = small_case(rule("p", need="a1", then="r1"), rule("q", need="a1", then="r2"), statements="a1 r1 r2")

    assert moved(case, {"Table 2": setting(case, a1="fails")}, {"Table 2": setting(case)}) == [
        "Table 2 moved A1 from fails to holds; R1 and R2 hold again for it."
    ]


def test_what_never_held_does_not_hold_again() -> None:
    case = small_case(rule("p", need="a1", then="r1"), statements="a1 r1", fails="a1")

    assert moved(case, {"Desk": setting(case)}, {"Desk": setting(case, a1="holds")}) == [
        "Desk moved A1 from fails to holds; R1 holds now for it."
    ]


def test_what_comes_back_in_part_is_said_to(case: Case) -> None:
    none, some = setting(case, a1="fails", a2="fails"), setting(case, a1="fails")

    (sentence,) = moved(case, {"Desk": none}, {"Desk": some})

    assert sentence == (
        "Desk moved A2 from fails to holds; for it, R2 holds again on fewer arguments and R3 holds again."
    )


def test_moves_that_go_the_same_way_are_told_together(case: Case) -> None:
    (sentence,) = moved(
        case, {"Desk": setting(case)}, {"Desk": setting(case, a1="uncertain", a2="fails", a3="uncertain")}
    )

    assert sentence.startswith("Desk moved A1 and A3 from holds to uncertain and A2 from holds to fails; ")


def test_a_move_without_consequence_says_so(case: Case) -> None:
    assert moved(case, {"Desk": setting(case)}, {"Desk": setting(case, a3="fails")}) == [
        "Desk moved A3 from holds to fails; no verdict changed for it."
    ]


def test_another_reading_moves_verdicts_too(case: Case) -> None:
    assert moved(case, {"Desk": setting(case)}, {"Desk": setting(case, aside=["p"])}) == [
        "Desk reads the case otherwise; R1 is no longer needed for it."
    ]


def test_who_stayed_came_and_is_missing_is_told_last(case: Case) -> None:
    same = setting(case)

    assert moved(
        case,
        {"Table 1": same, "Table 2": same, "Table 3": same, "Table 4": same},
        {"Table 1": same, "Table 2": same, "Table 9": same},
    ) == ["Tables 1 and 2 did not move.", "Table 9 is new in Round 2.", "Tables 3 and 4 are not in yet."]


def test_answers_that_shift_without_turning_a_group_are_not_lost(case: Case) -> None:
    workshop = fresh_workshop(baseline_scenario(case).case)
    for count in (Count(id="a1", holds=5, uncertain=1, fails=1), Count(id="a1", holds=6, fails=2)):
        ballot = Ballot(heads=8, counts=(count,))
        workshop = with_group(
            with_round(workshop) if workshop.groups else workshop,
            "Table 4",
            balloted(case, ballot),
            Origin.TALLY,
            ballot=ballot,
        )

    assert told(case, workshop) == [
        "Answers at Table 4 shifted without turning it: A1 from 5 · 1 · 1 to 6 · 0 · 2 "
        "(hold · uncertain · fail)."
    ]


def test_while_a_prediction_is_asked_only_moves_are_told(case: Case) -> None:
    workshop = fresh_workshop(baseline_scenario(case).case)
    workshop = with_group(workshop, "Desk", setting(case, a1="fails"), Origin.FILE)
    workshop = with_group(with_round(workshop), "Desk", setting(case), Origin.FILE)

    assert told(case, asked(workshop, "", MOMENT)) == ["Desk moved A1 from fails to holds."]


def test_the_names_of_what_moved_go_with_the_sentence(essay: Case) -> None:
    lines = move_lines(take_standing(essay, four_tables(essay)))

    assert lines[0].names == "A1 Arsenal is kept"
    assert lines[-1] == MoveLine(moved=False, sentence="Tables 1 and 4 did not move.")


def test_the_first_round_has_nothing_to_compare(case: Case) -> None:
    workshop = with_group(fresh_workshop(setting(case).case), "Desk", setting(case), Origin.FILE)
    found = take_standing(case, workshop)

    assert move_lines(found) == ()
    assert moves_title(found) == ""


def test_the_title_names_the_round_before(essay: Case) -> None:
    assert moves_title(take_standing(essay, four_tables(essay))) == "Since Round 1"
