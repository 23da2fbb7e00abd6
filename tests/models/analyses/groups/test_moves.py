"""Round against round: who moved on what, and which verdicts that moved for them."""

import pytest

from models.analyses.groups.standing import moves
from models.schema.case import Case
from models.schema.grades import Stance, Verdict
from models.schema.scenario import Scenario, baseline_scenario
from models.schema.standing import StanceMoved, VerdictMoved
from models.schema.steps.group_steps import with_group
from models.schema.steps.workshop_steps import renamed_group, with_round, without_group
from models.schema.workshop import Ballot, Count, Origin, Workshop
from tests.models.engine.small_cases import rule, setting, small_case
from tests.workshops import four_tables


@pytest.fixture
def case() -> Case:
    return small_case(
        rule("p", need="a1", then="r1"), rule("q", means="a2", then="r2"), statements="a1 a2 a3 r1 r2"
    )


def two_rounds(case: Case, first: dict[str, Scenario], second: dict[str, Scenario]) -> Workshop:
    workshop = Workshop(case=baseline_scenario(case).case)
    for name, scenario in first.items():
        workshop = with_group(workshop, name, scenario, Origin.FILE)
    workshop = with_round(workshop)
    for name, scenario in second.items():
        workshop = with_group(workshop, name, scenario, Origin.FILE)
    return workshop


def test_a_stance_that_moved_is_told_with_what_it_moved(case: Case) -> None:
    workshop = two_rounds(case, {"One": setting(case, a1="fails")}, {"One": setting(case)})

    found = moves(case, workshop, "round-1", "round-2")

    assert found.stances == (StanceMoved(group="one", id="a1", before=Stance.FAILS, after=Stance.HOLDS),)
    assert found.verdicts == (
        VerdictMoved(group="one", id="r1", before=Verdict.NOT_NEEDED, after=Verdict.HOLDS),
    )


@pytest.mark.parametrize(("first", "second"), [((), ("a1",)), (("a1",), ()), (("a1",), ("a1",))])
def test_nobody_moves_where_a_ballot_gave_no_answer(
    case: Case, first: tuple[str, ...], second: tuple[str, ...]
) -> None:
    workshop = Workshop(case=baseline_scenario(case).case)
    for answered, scenario in ((first, setting(case)), (second, setting(case, a1="fails"))):
        ballot = Ballot(heads=3, counts=tuple(Count(id=name, holds=1) for name in answered))
        workshop = with_round(with_group(workshop, "One", scenario, Origin.TALLY, ballot=ballot))

    found = moves(case, workshop, "round-1", "round-2")

    assert [move.id for move in found.stances] == (["a1"] if first and second else [])


def test_a_move_that_changes_no_verdict_is_told_alone(case: Case) -> None:
    workshop = two_rounds(case, {"One": setting(case)}, {"One": setting(case, a3="fails")})

    found = moves(case, workshop, "round-1", "round-2")

    assert [move.id for move in found.stances] == ["a3"]
    assert found.verdicts == ()


def test_who_came_and_who_left_is_not_said_to_have_moved(case: Case) -> None:
    workshop = two_rounds(case, {"One": setting(case)}, {"Two": setting(case, a1="fails")})

    found = moves(case, workshop, "round-1", "round-2")

    assert (found.came, found.left) == (("two",), ("one",))
    assert (found.stances, found.verdicts) == ((), ())


def test_a_group_that_was_renamed_is_the_same_group(case: Case) -> None:
    workshop = two_rounds(case, {"One": setting(case)}, {"One": setting(case, a1="uncertain")})

    found = moves(case, renamed_group(workshop, "one", "The front table"), "round-1", "round-2")

    assert [(move.group, move.after) for move in found.stances] == [("one", Stance.UNCERTAIN)]
    assert found.came == found.left == ()


def test_groups_and_assumptions_stand_in_their_order(case: Case) -> None:
    moved = setting(case, a1="fails", a2="fails")
    workshop = two_rounds(case, {"B": setting(case), "A": setting(case)}, {"B": moved, "A": moved})

    found = moves(case, workshop, "round-1", "round-2")

    assert [(move.group, move.id) for move in found.stances] == [
        ("b", "a1"),
        ("b", "a2"),
        ("a", "a1"),
        ("a", "a2"),
    ]


def test_any_two_rounds_can_be_compared(case: Case) -> None:
    workshop = two_rounds(case, {"One": setting(case, a1="fails")}, {"One": setting(case)})

    found = moves(case, workshop, "round-2", "round-1")

    assert [(move.before, move.after) for move in found.stances] == [(Stance.HOLDS, Stance.FAILS)]


def test_a_group_taken_out_of_the_later_round_has_left(case: Case) -> None:
    workshop = four_tables(case)

    found = moves(case, without_group(workshop, "round-2", "table-2"), "round-1", "round-2")

    assert found.left == ("table-2",)
    assert {move.group for move in found.stances} == {"table-3"}


def test_a_changed_reading_moves_verdicts_without_stances() -> None:
    case = small_case(rule("p", need="a1", then="r1"), rule("q", need="a2", then="r1"), statements="a1 a2 r1")
    one = setting(case, a2="fails")
    workshop = two_rounds(case, {"One": one}, {"One": setting(case, a2="fails", aside=["p"])})

    found = moves(case, workshop, "round-1", "round-2")

    assert found.stances == ()
    assert [move.after for move in found.verdicts] == [Verdict.NOT_NEEDED]
