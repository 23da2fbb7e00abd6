"""The two lists for the room: who says what, and which verdicts hang on it how."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from models.analyses.standing import take_standing, with_disagreements
from models.pages.disagreements import Disputed, argued, list_notes, parked
from models.schema.case import Case, Reading
from models.schema.scenario import Scenario, baseline_scenario
from models.schema.standing import Standing
from models.schema.workshop import Origin, fresh_workshop, reworked
from models.schema.workshop_steps import asked, with_group
from tests.models.engine.small_cases import rule, setting, small_case
from tests.workshops import MOMENT, four_tables


@pytest.fixture
def found(essay: Case) -> Standing:
    return with_disagreements(take_standing(essay, four_tables(essay)))


def disputed(case: Case, groups: Mapping[str, Scenario]) -> Standing:
    workshop = fresh_workshop(baseline_scenario(case).case)
    for name, scenario in groups.items():
        workshop = with_group(workshop, name, scenario, Origin.FILE)
    return with_disagreements(take_standing(case, workshop))


def about(items: tuple[Disputed, ...], code: str) -> Disputed:
    (wanted,) = (item for item in items if item.code == code)
    return wanted


def sentences(item: Disputed) -> list[str]:
    return [line.sentence for line in item.hanging]


def test_what_can_change_a_verdict_is_argued_about_and_the_rest_parked(found: Standing) -> None:
    assert [item.code for item in argued(found)] == ["A1", "A3"]
    assert [item.code for item in parked(found)] == ["A2"]


def test_who_says_what_is_told_with_the_minority(found: Standing) -> None:
    assert about(argued(found), "A1").said == (
        "Tables 1 and 2 say it holds. Table 3 says it fails. "
        "Table 4 leans to holds, 5 of 7, with 1 uncertain and 1 for fails; 1 did not answer."
    )
    assert about(parked(found), "A2").said == (
        "Tables 1, 2 and 3 say it holds. Table 4 is split, 3 for holds and 3 for fails; 2 did not answer."
    )


def test_how_one_verdict_hangs_on_it_is_one_sentence(found: Standing) -> None:
    item = about(argued(found), "A3")

    assert item.matters == "1 recommendation hangs on it"
    assert sentences(item) == [
        "With everything else as Table 1 has it, R5 holds if A3 holds and is no longer needed if A3 fails."
    ]
    assert item.hanging[0].names == "R5 Draw Pyongyang away from Moscow"


def test_verdicts_that_hang_alike_are_told_together(found: Standing) -> None:
    item = about(argued(found), "A1")

    assert sentences(item) == [
        "With everything else as Table 1 has it, R1 and R2 hold if A1 holds "
        "and are no longer needed if A1 fails."
    ]
    assert item.hanging[0].number == 2


def test_verdicts_that_fall_in_several_ways_are_told_one_after_the_other() -> None:
    case = small_case(
        rule("p", need="a1", then="r1"), rule("q", means="a1", then="r2"), statements="a1 r1 r2"
    )
    found = disputed(case, {"Table 1": setting(case), "Table 2": setting(case, a1="fails")})

    assert sentences(about(argued(found), "A1")) == [
        "With everything else as Table 1 has it, R1 and R2 hold if A1 holds. "
        "If it fails, R1 is no longer needed and R2 is no longer workable."
    ]


def test_what_holds_because_something_fails_is_told_that_way_round() -> None:
    case = small_case(rule("p", need="-a1", then="r1"), statements="a1 r1")
    found = disputed(case, {"Table 1": setting(case), "Table 2": setting(case, a1="fails")})

    assert sentences(about(argued(found), "A1")) == [
        "With everything else as Table 1 has it, R1 holds if A1 fails and is no longer needed if A1 holds."
    ]


def test_a_mixture_that_no_group_has_is_spelled_out() -> None:
    case = small_case(rule("p", need="a1 a2 -a3", then="r1"), statements="a1 a2 a3 r1")
    found = disputed(
        case,
        {"Table 1": setting(case, a1="fails", a3="holds"), "Table 2": setting(case, a2="fails", a3="fails")},
    )

    assert sentences(about(argued(found), "A3")) == [
        "Where A1 and A2 hold, R1 holds if A3 fails and is no longer needed if A3 holds."
    ]


def test_where_groups_read_it_differently_the_reader_is_named() -> None:
    case = small_case(
        rule("p", need="a1", then="r1"), rule("q", need="a2 a3", then="r1"), statements="a1 a2 a3 r1"
    )
    found = disputed(
        case,
        {
            "Table 1": setting(case, a2="fails", a3="holds"),
            "Table 2": setting(case, a2="holds", a3="fails", reading=Reading.EVERY_STRAND),
        },
    )

    (sentence,) = sentences(about(argued(found), "A2"))

    assert sentence.startswith("Where A3 holds, as Table 2 reads the case, R1 holds if A2 holds")


def test_a_ballot_leans_where_others_have_it(essay: Case) -> None:
    workshop = four_tables(essay)
    only = reworked(workshop, groups=tuple(g for g in workshop.groups if g.ballot))

    (item,) = argued(with_disagreements(take_standing(essay, only)))

    assert sentences(item)[0].startswith("With everything else as Table 4 leans, R1 and R2 hold")


def test_what_is_only_estimated_is_said_to_be(found: Standing) -> None:
    assert found.disagreements is not None
    items = tuple(replace(item, deciding=()) for item in found.disagreements.items)
    rough = replace(found.disagreements, exact=False, items=items)

    item = about(argued(replace(found, disagreements=rough)), "A1")

    assert item.matters == "2 recommendations hang on it, an estimate"
    assert sentences(item) == ["It seems to decide R1 and R2 too."]


def test_a_parked_estimate_is_not_said_to_be_certain(found: Standing) -> None:
    assert found.disagreements is not None
    rough = replace(found.disagreements, exact=False)

    _, note = list_notes(replace(found, disagreements=rough))

    assert note == "No advice was found to stand or fall with these, but not every way was tried."


def test_a_list_with_nothing_in_it_says_so(essay: Case) -> None:
    nothing = disputed(essay, {"Table 1": setting(essay), "Table 2": setting(essay)})

    assert list_notes(nothing)[0] == "No advice hangs on any of this."
    assert list_notes(take_standing(essay, nothing.workshop))[0].endswith("being worked out.")


def test_while_a_prediction_is_asked_it_is_not_told_how_it_matters(essay: Case) -> None:
    workshop = asked(four_tables(essay), "", MOMENT)

    items = argued(with_disagreements(take_standing(essay, workshop)))

    assert [item.code for item in items] == ["A1", "A3"]
    assert all(item.hanging == () and "needed" not in item.spoken for item in items)


def test_a_card_is_read_out_whole(found: Standing) -> None:
    spoken = about(argued(found), "A3").spoken

    assert spoken.startswith(
        "A3 Russia ties deepen: 1 recommendation hangs on it. Tables 1 and 2 say it holds."
    )
    assert spoken.endswith("is no longer needed if A3 fails.")
