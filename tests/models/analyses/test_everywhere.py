"""Shares, conditional shares and Banzhaf indices are those of the truth table, as exact fractions."""

from fractions import Fraction

import pytest
from hypothesis import HealthCheck, given, settings

from models.analyses.everywhere import everywhere
from models.engine.algebra import Columns, truth_column
from models.engine.evaluator import settle
from models.engine.program import compiled, rules_in_use
from models.schema.case import Case
from models.schema.grades import Stance
from models.schema.scenario import baseline_scenario, with_stances
from tests.models.analyses.drawn_groups import settling_anywhere
from tests.models.analyses.drawn_scopes import drawn_scopes
from tests.models.analyses.generated_cases import LOOSE, TANGLED, generated_case
from tests.models.analyses.truth_tables import (
    agree_with,
    banzhaf,
    completions_of,
    restricted,
    share,
    truth_tables,
)
from tests.models.engine.small_cases import Drawn, link, rule, setting, small_case

thoroughly = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@thoroughly
@given(drawn_scopes())
def test_figures_are_those_of_the_truth_table(drawn: Drawn) -> None:
    tables = truth_tables(drawn.case, drawn.scenario)

    answer = everywhere(drawn.case, drawn.scenario)

    for item in answer.statements:
        table = tables[item.id]
        assert item.share == share(table)
        for place, _ in enumerate(drawn.case.assumptions):
            assert item.banzhaf[place] == banzhaf(table, place)
            for told, held in ((item.if_holds[place], True), (item.if_fails[place], False)):
                side = restricted(table, agree_with({place: held}))
                assert told == share(side or table)  # what links settle makes no difference


@thoroughly
@given(drawn_scopes())
def test_what_never_matters_decides_in_no_setting(drawn: Drawn) -> None:
    left = with_stances(drawn.scenario, dict.fromkeys(drawn.scenario.stance_of, Stance.UNCERTAIN))
    decided = {item.id: settling_anywhere(drawn.case, left, item.id) for item in drawn.case.assumptions}

    answer = everywhere(drawn.case, drawn.scenario)

    for item in answer.statements:
        assert list(item.never_matters) == [name for name in decided if item.id not in decided[name]]
        assert item.complete


def test_what_links_let_turn_only_together_matters() -> None:
    case = small_case(
        rule("p", need="a1", then="r1"),
        statements="a1 a2 a3 a4 r1",
        fails="a2",
        links=[link("l", one_of="a1 a2"), link("m", if_="a3", then="a1")],
    )

    (found,) = everywhere(case, baseline_scenario(case)).statements

    assert found.never_matters == ("a4",)
    assert not any(found.banzhaf)


@thoroughly
@given(drawn_scopes())
def test_within_a_scenario_only_its_completions_count(drawn: Drawn) -> None:
    tables = truth_tables(drawn.case, drawn.scenario)
    places = {item.id: place for place, item in enumerate(drawn.case.assumptions)}

    answer = everywhere(drawn.case, drawn.scenario, within=True)

    uncertain = [e.id for e in drawn.scenario.stances if e.stance in (Stance.UNCERTAIN, Stance.AS_ARGUED)]
    assert list(answer.assumptions) == uncertain
    for item in answer.statements:
        table = restricted(tables[item.id], completions_of(drawn.case, drawn.scenario))
        assert item.share == share(table)
        assert list(item.banzhaf) == [banzhaf(table, places[name]) for name in uncertain]


@pytest.mark.parametrize("seed", range(3))
def test_ten_tangled_assumptions_give_the_figures_of_the_truth_table(seed: int) -> None:
    case = generated_case(seed, 10, TANGLED)
    scenario = baseline_scenario(case)
    tables = truth_tables(case, scenario)

    answer = everywhere(case, scenario)

    for item in answer.statements:
        assert item.share == share(tables[item.id])
        assert list(item.banzhaf) == [banzhaf(tables[item.id], place) for place in range(10)]


@pytest.mark.parametrize("coupling", [LOOSE, TANGLED])
def test_sixteen_assumptions_give_the_counts_of_all_their_settings(coupling: float) -> None:
    case = generated_case(7, 16, coupling)
    scenario = baseline_scenario(case)
    columns = {item.id: truth_column(place, 16) for place, item in enumerate(case.assumptions)}
    walked = settle(
        compiled(case), Columns(1 << 16), columns, rules_in_use(case, scenario), scenario.reading
    ).statements

    answer = everywhere(case, scenario, about=[item.id for item in (*case.findings, *case.recommendations)])

    for item in answer.statements:
        accepted = walked[item.id]
        assert item.share == Fraction(accepted.bit_count(), 1 << 16)
        for place, held in enumerate(columns.values()):
            apart = 1 << place
            swings = (accepted ^ accepted >> apart) & ~held & ((1 << (1 << 16)) - 1)
            assert item.banzhaf[place] == Fraction(swings.bit_count(), 1 << 15)
            assert item.if_holds[place] == Fraction((accepted & held).bit_count(), 1 << 15)


def test_findings_can_be_asked_about_too() -> None:
    case = small_case(
        rule("p", **{"if": "a1 a2"}, then="f1"), rule("q", need="f1", then="r1"), statements="a1 a2 f1 r1"
    )

    answer = everywhere(case, baseline_scenario(case), about=["f1"])

    assert answer.of["f1"].share == Fraction(1, 4)


def test_a_recommendation_without_a_rule_is_accepted_nowhere() -> None:
    case = small_case(rule("p", need="a1", then="r1"), statements="a1 r1 r2")

    answer = everywhere(case, baseline_scenario(case))

    assert answer.of["r2"].share == 0
    assert answer.of["r2"].never_matters == ("a1",)


def test_a_toggle_is_answered_from_what_was_worked_out_before(essay: Case) -> None:
    scenario = baseline_scenario(essay)
    first = everywhere(essay, scenario)

    second = everywhere(essay, with_stances(scenario, {essay.assumptions[0].id: Stance.FAILS}))

    assert all(one is other for one, other in zip(first.statements, second.statements, strict=True))


def test_an_objection_counts_only_while_the_added_rules_are_on() -> None:
    case = small_case(
        rule("p", need="a1", then="r1"),
        rule("q", **{"if": "a2"}, opposes="r1", kind="added"),
        statements="a1 a2 r1",
    )

    shares = [everywhere(case, setting(case, added=added)).of["r1"].share for added in (False, True)]

    assert shares == [Fraction(1, 2), Fraction(1, 4)]


def test_what_is_as_argued_makes_the_same_settings_possible_for_every_statement() -> None:
    case = small_case(
        rule("p", **{"if": "a1"}, then="f1"),
        rule("q", need="a1", then="r1"),
        rule("s", need="a2", then="r2"),
        statements="a1 a2 f1 r1 r2",
        argued={"a2": "f1"},
    )

    answer = everywhere(case, setting(case, a1="uncertain", a2="as-argued"), within=True)

    assert [answer.of[name].share for name in ("r1", "r2")] == [Fraction(1, 3), Fraction(2, 3)]


@thoroughly
@given(drawn_scopes())
def test_what_is_summed_up_is_that_of_all_statements(drawn: Drawn) -> None:
    answer = everywhere(drawn.case, drawn.scenario)

    for place, name in enumerate(answer.assumptions):
        assert answer.weights[name] == sum((item.banzhaf[place] for item in answer.statements), Fraction(0))
        assert (name in answer.idle) == all(name in item.never_matters for item in answer.statements)
    assert answer.weights is answer.weights
