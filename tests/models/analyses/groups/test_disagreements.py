"""What the groups disagree on matters if, and only if, trying everything says so, and decides as it is told."""

from collections.abc import Iterator, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.analyses.groups.disagreements import disagreements
from models.schema.case import Case
from models.schema.grades import Reading, Stance, Verdict
from models.schema.result import Status
from models.schema.scenario import Scenario, with_stances
from models.schema.standing import Deciding, Disagreements
from models.schema.steps.workshop_steps import balloted, voiced
from models.schema.workshop import Ballot, Count, Group
from tests.models.analyses.drawn_groups import (
    drawn_groups,
    group,
    open_ways,
    swings_of,
    tangled_groups,
    thoroughly,
)
from tests.models.analyses.drawn_scopes import drawn_scopes
from tests.models.engine.brute_force import BruteForce
from tests.models.engine.small_cases import Drawn, link, rule, setting, small_case


@st.composite
def disputes(draw: st.DrawFn) -> tuple[Case, tuple[Group, ...]]:
    drawn: Drawn = draw(drawn_scopes())
    return drawn.case, draw(drawn_groups(drawn.case))


def pairs(found: Disagreements) -> set[tuple[str, str]]:
    return {(item.id, advice) for item in found.items for advice in item.matters_to}


def told(found: Disagreements) -> Iterator[tuple[str, Deciding]]:
    return ((item.id, deciding) for item in found.items for deciding in item.deciding)


def settings_told(groups: Sequence[Group], deciding: Deciding) -> list[Scenario]:
    """What is said of everything else, as each group that may be meant reads the case."""
    named = deciding.like or deciding.read_by
    speakers = [item.scenario for item in groups if named in (None, item.id)]
    if deciding.like is not None:
        return speakers
    return [with_stances(item, {other.id: other.stance for other in deciding.others}) for item in speakers]


@thoroughly
@given(disputes())
def test_it_matters_to_what_it_decides_in_some_setting(drawn: tuple[Case, tuple[Group, ...]]) -> None:
    case, groups = drawn

    found = disagreements(case, groups)

    disputed = {item.id for item in found.items}
    assert found.exact
    assert pairs(found) == {pair for pair in swings_of(case, groups) if pair[0] in disputed}


@pytest.mark.parametrize("seed", range(3))
def test_it_matters_so_where_all_of_twelve_are_disputed(seed: int) -> None:
    case, groups = tangled_groups(seed)

    found = disagreements(case, groups)

    assert len(found.items) == 12
    assert pairs(found) == swings_of(case, groups)


@thoroughly
@given(disputes())
def test_a_dispute_is_what_two_people_take_differently(drawn: tuple[Case, tuple[Group, ...]]) -> None:
    case, groups = drawn

    found = disagreements(case, groups)

    assert [item.id for item in found.items] == [
        item.id for item in case.assumptions if len({s for g in groups for s in voiced(g, item.id)}) > 1
    ]
    for item in found.items:
        assert item.stances == tuple(group.scenario.stance_of[item.id] for group in groups)


@thoroughly
@given(disputes())
def test_what_is_told_of_every_verdict_is_so(drawn: tuple[Case, tuple[Group, ...]]) -> None:
    case, groups = drawn

    found = disagreements(case, groups)

    alone = swings_of(case, groups, alone=True)
    assert [(name, item.recommendation) for name, item in told(found)] == [
        (item.id, advice) for item in found.items for advice in item.matters_to if (item.id, advice) in alone
    ]
    for name, deciding in told(found):
        for rest in settings_told(groups, deciding):
            outcomes = [
                BruteForce(case, with_stances(rest, {name: stance}))
                for stance in (Stance.HOLDS, Stance.FAILS)
            ]
            statuses = {outcome.status(deciding.recommendation) for outcome in outcomes}
            assert statuses == {Status.ACCEPTED, Status.REJECTED}


@thoroughly
@given(disputes())
def test_a_mixture_decides_whatever_else_is_disputed(drawn: tuple[Case, tuple[Group, ...]]) -> None:
    case, groups = drawn
    ways = open_ways(case, groups)

    found = disagreements(case, groups)

    for name, deciding in told(found):
        if deciding.like is None:
            rest = dict.fromkeys((i for i in ways if len(ways[i]) == 2), Stance.UNCERTAIN)
            rest |= {other.id: other.stance for other in deciding.others}
            (speaker, *_) = settings_told(groups, deciding)
            outcomes = {
                BruteForce(case, with_stances(speaker, {**rest, name: stance})).status(
                    deciding.recommendation
                )
                for stance in (Stance.HOLDS, Stance.FAILS)
            }
            assert outcomes == {Status.ACCEPTED, Status.REJECTED}
            assert all(ways[other.id] for other in deciding.others if other.id != name)


@thoroughly
@given(disputes())
def test_the_verdicts_told_are_those_of_the_setting(drawn: tuple[Case, tuple[Group, ...]]) -> None:
    case, groups = drawn

    for name, deciding in told(disagreements(case, groups)):
        if deciding.like is not None:
            (rest,) = settings_told(groups, deciding)
            for stance, verdict in ((Stance.HOLDS, deciding.if_holds), (Stance.FAILS, deciding.if_fails)):
                outcome = BruteForce(case, with_stances(rest, {name: stance}))
                assert outcome.verdict(deciding.recommendation) is verdict


def test_a_minority_in_one_group_is_a_disagreement() -> None:
    case = small_case(rule("p", need="a1", then="r1"), statements="a1 r1")
    ballot = Ballot(heads=8, counts=(Count(id="a1", holds=6, fails=1),))

    (item,) = disagreements(case, [group("g", balloted(case, ballot), ballot)]).items

    assert item.matters_to == ("r1",)


def test_the_group_is_named_for_whose_setting_it_decides() -> None:
    case = small_case(rule("p", need="a1 a2", then="r1"), statements="a1 a2 r1")
    groups = [group("one", setting(case, a1="fails", a2="fails")), group("two", setting(case))]

    first, _ = disagreements(case, groups).items

    assert first.deciding == (
        Deciding(recommendation="r1", if_holds=Verdict.HOLDS, if_fails=Verdict.NOT_NEEDED, like="two"),
    )


def test_a_mixture_is_told_where_it_decides_for_no_group() -> None:
    case = small_case(rule("p", need="a1 a2", then="r1"), statements="a1 a2 r1")
    one, other = setting(case, a1="fails"), setting(case, a2="fails")
    third = small_case(rule("p", need="a1 a2 -a3", then="r1"), statements="a1 a2 a3 r1")
    groups = [
        group("one", setting(third, a1="fails", a3="holds")),
        group("two", setting(third, a2="fails", a3="fails")),
    ]

    (_, second, last) = disagreements(third, groups).items
    both = disagreements(case, [group("one", one), group("two", other)])

    assert all(deciding.like for _, deciding in told(both))
    assert last.deciding[0].like is None
    assert {(other.id, other.stance) for other in last.deciding[0].others} == {
        ("a1", Stance.HOLDS),
        ("a2", Stance.HOLDS),
    }
    assert second.matters_to == ("r1",)


def test_a_group_is_not_named_whose_other_stances_cannot_be_so_together() -> None:
    case = small_case(
        rule("p", need="a1", then="r1"),
        statements="a1 a2 a3 r1",
        fails="a3",
        links=[link("l", if_="a3", then="-a2")],
    )
    groups = [group("g1", setting(case, a3="holds")), group("g2", setting(case, a1="fails"))]

    (deciding,) = disagreements(case, groups).items[0].deciding

    assert (deciding.like, deciding.if_holds, deciding.if_fails) == (
        "g2",
        Verdict.HOLDS,
        Verdict.NOT_NEEDED,
    )


def test_where_groups_read_the_case_differently_it_is_told_who_reads_it_so() -> None:
    case = small_case(
        rule("p", need="a1", then="r1"), rule("q", need="a2 a3", then="r1"), statements="a1 a2 a3 r1"
    )
    one = setting(case, a2="fails", a3="holds")
    two = setting(case, a2="holds", a3="fails", reading=Reading.EVERY_ARGUMENT)

    found = disagreements(case, [group("one", one), group("two", two)])

    assert [(name, item.like, item.read_by) for name, item in told(found)] == [
        ("a2", None, "two"),
        ("a3", "two", None),
    ]


def test_groups_that_agree_have_nothing_to_argue_about() -> None:
    case = small_case(rule("p", need="a1", then="r1"), statements="a1 r1")

    found = disagreements(case, [group("one", setting(case)), group("two", setting(case))])

    assert found.items == ()


def test_no_groups_disagree_on_nothing() -> None:
    case = small_case(rule("p", need="a1", then="r1"), statements="a1 r1")

    assert disagreements(case, []).items == ()
