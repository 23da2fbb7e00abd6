"""Probabilities and derivatives agree with exact arithmetic to twelve places."""

from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from models.analyses.likelihood import likelihood
from models.schema.grades import Kind, Stance
from models.schema.scenario import baseline_scenario, with_credence, with_stances
from models.schema.steps.link_steps import contradictions
from tests.models.analyses.drawn_scopes import drawn_scopes
from tests.models.analyses.generated_cases import TANGLED, generated_case
from tests.models.analyses.truth_tables import (
    agree_with,
    completions_of,
    probability,
    restricted,
    truth_tables,
)
from tests.models.engine.small_cases import Drawn, link, rule, setting, small_case

thoroughly = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@thoroughly
@given(drawn_scopes(), st.data())
def test_probabilities_and_derivatives_are_those_of_exact_fractions(
    drawn: Drawn, data: st.DataObject
) -> None:
    scenario = drawn.scenario
    chances = [data.draw(st.floats(0, 1)) for _ in drawn.case.assumptions]
    for item, chance in zip(drawn.case.assumptions, chances, strict=True):
        scenario = with_credence(drawn.case, scenario, item.id, chance)
    exact = [Fraction(chance) for chance in chances]

    answer = likelihood(drawn.case, scenario)

    for name, table in truth_tables(drawn.case, scenario).items():
        assume(probability(dict.fromkeys(table, True), exact))  # else links rule out what is rated as certain
        assert answer.of[name].probability == pytest.approx(
            float(probability(table, exact)), abs=1e-12, rel=0
        )
        places = (place for place, item in enumerate(drawn.case.assumptions) if item.id in answer.assumptions)
        for place, derivative in zip(places, answer.of[name].derivatives, strict=True):
            held, failed = ([*exact[:place], Fraction(end), *exact[place + 1 :]] for end in (1, 0))
            now = probability(table, exact)  # what links do not let happen makes no difference
            difference = probability(table, held, now) - probability(table, failed, now)
            assert derivative == pytest.approx(float(difference), abs=1e-12, rel=0)


def test_what_links_leave_is_weighed_however_unlikely_it_was() -> None:
    case = small_case(
        rule("p", need="a1", then="r1"), statements="a1 a2 r1", links=[link("l", if_="-a1 a2", then="a1")]
    )
    scenario = with_credence(case, with_credence(case, baseline_scenario(case), "a1", 1e-97), "a2", 1.0)

    assert likelihood(case, scenario).of["r1"].probability == pytest.approx(1.0, abs=1e-12)


def test_what_links_do_not_let_fail_makes_no_difference() -> None:
    case = small_case(rule("p", need="a1", then="r1"), statements="a1 a2 r1", links=[link("l", one_of="a1")])

    answer = likelihood(case, with_credence(case, baseline_scenario(case), "a1", 1.0))

    assert (answer.of["r1"].probability, answer.of["r1"].derivatives) == (1.0, (0.0, 0.0))


def test_what_is_rated_next_to_certain_moves_no_probability_by_more_than_one() -> None:
    case = small_case(
        rule("p", need="-a1", then="r1"),
        statements="a1 a2 r1",
        fails="a2",
        links=[link("l", at_most_one="a1 a2")],
    )
    scenario = with_credence(case, baseline_scenario(case), "a2", 0.5)

    answer = likelihood(case, with_credence(case, scenario, "a1", 1 - 2**-53))

    assert answer.of["r1"].derivatives == pytest.approx((-1.0, 1.0), abs=1e-12)


@pytest.mark.parametrize("seed", range(2))
def test_ten_tangled_assumptions_are_within_a_million_millionth(seed: int) -> None:
    case = generated_case(seed, 10, TANGLED)
    scenario = baseline_scenario(case)
    for place, item in enumerate(case.assumptions):
        scenario = with_credence(case, scenario, item.id, (place + 1) / 11)
    chances = [Fraction(scenario.credence_of[item.id]) for item in case.assumptions]

    answer = likelihood(case, scenario)

    for name, table in truth_tables(case, scenario).items():
        assert abs(Fraction(answer.of[name].probability) - probability(table, chances)) < Fraction(1, 10**12)


def test_credences_that_were_not_entered_are_as_toggled() -> None:
    case = small_case(rule("p", need="a1 a2 -a3", then="r1"), statements="a1 a2 a3 r1")

    answer = likelihood(case, setting(case, a2="uncertain", a3="fails"))

    assert answer.credences == (1.0, 0.5, 0.0)
    assert answer.of["r1"].probability == 0.5
    assert answer.of["r1"].derivatives == (0.5, 1.0, -0.5)


def test_within_the_completions_settled_stances_outweigh_credences() -> None:
    case = small_case(rule("p", need="a1 a2", then="r1"), statements="a1 a2 r1")
    scenario = setting(case, a2="uncertain")
    scenario = with_credence(case, with_credence(case, scenario, "a1", 0.1), "a2", 0.7)

    answer = likelihood(case, scenario, within=True)

    assert answer.assumptions == ("a2",)
    assert answer.of["r1"].probability == pytest.approx(0.7)


@thoroughly
@given(drawn_scopes(), st.data())
def test_within_the_completions_a_probability_is_that_among_them(drawn: Drawn, data: st.DataObject) -> None:
    scenario, chances = drawn.scenario, []
    for item in drawn.case.assumptions:
        chances.append(data.draw(st.sampled_from([0.25, 0.5, 0.7])))
        scenario = with_credence(drawn.case, scenario, item.id, chances[-1])
    among = completions_of(drawn.case, scenario)

    answer = likelihood(drawn.case, scenario, within=True)

    for name, table in truth_tables(drawn.case, scenario).items():
        expected = probability(restricted(table, among), [Fraction(chance) for chance in chances])
        assert answer.of[name].probability == pytest.approx(float(expected), abs=1e-9)


@thoroughly
@given(drawn_scopes())
def test_a_settled_scenario_is_as_likely_as_it_is_accepted(drawn: Drawn) -> None:
    either = (Stance.UNCERTAIN, Stance.AS_ARGUED)
    settled = {e.id: Stance.HOLDS for e in drawn.scenario.stances if e.stance in either}
    places = {item.id: place for place, item in enumerate(drawn.case.assumptions)}
    scenario = with_stances(drawn.scenario, settled)
    assume(not contradictions(drawn.case, scenario))
    here = {places[e.id]: e.stance is Stance.HOLDS for e in scenario.stances}

    answer = likelihood(drawn.case, scenario)

    for name, table in truth_tables(drawn.case, scenario).items():
        assert answer.of[name].probability == float(all(restricted(table, agree_with(here)).values()))


@pytest.mark.parametrize(("links", "argued"), [([link("l", at_most_one="a1 a2")], None), ([], {"a2": "f1"})])
def test_an_analysts_assumption_that_others_are_tied_to_counts_while_objections_are_left_out(
    links: list[dict[str, Any]], argued: dict[str, str] | None
) -> None:
    rules = rule("q", **{"if": "a1"}, then="f1"), rule("p", need="f1", then="r1")
    plain = small_case(*rules, statements="a1 a2 f1 r1", fails="a2", links=links, argued=argued)
    assumptions = [plain.assumptions[0], replace(plain.assumptions[1], kind=Kind.ADDED)]
    case = replace(plain, assumptions=tuple(assumptions))
    scenario = setting(case, a1="uncertain", a2="as-argued" if argued else "uncertain")

    answer = likelihood(case, scenario, within=True)

    assert answer.assumptions == ("a1", "a2")
    assert answer.of["r1"].probability == pytest.approx(1 / 3)
