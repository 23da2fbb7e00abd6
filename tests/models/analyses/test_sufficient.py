"""Sufficient sets are the prime implicants, smallest first and then in the case's order."""

from hypothesis import HealthCheck, given, settings

from models.analyses.flips import sufficient
from models.engine.completions import EITHER
from models.schema.scenario import baseline_scenario
from tests.models.analyses.drawn_scopes import drawn_scopes
from tests.models.analyses.truth_tables import completions_of, prime_implicants, restricted, truth_tables
from tests.models.engine.small_cases import Drawn, rule, setting, small_case

thoroughly = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def literals(drawn: Drawn, found: list[dict[int, bool]]) -> list[tuple[str, ...]]:
    ids = [item.id for item in drawn.case.assumptions]
    ordered = sorted(
        found, key=lambda term: (len(term), [(place, not term[place]) for place in sorted(term)])
    )
    return [tuple(ids[p] if term[p] else f"not {ids[p]}" for p in sorted(term)) for term in ordered]


@thoroughly
@given(drawn_scopes())
def test_sufficient_sets_are_all_prime_implicants_in_order(drawn: Drawn) -> None:
    tables = truth_tables(drawn.case, drawn.scenario)
    everything = list(range(len(drawn.case.assumptions)))

    for item in sufficient(drawn.case, drawn.scenario):
        assert list(item.sets) == literals(drawn, prime_implicants(tables[item.id], everything))
        assert item.complete


@thoroughly
@given(drawn_scopes())
def test_within_a_scenario_sufficient_sets_speak_of_what_is_not_settled(drawn: Drawn) -> None:
    tables = truth_tables(drawn.case, drawn.scenario)
    uncertain = [p for p, e in enumerate(drawn.scenario.stances) if e.stance in EITHER]

    for item in sufficient(drawn.case, drawn.scenario, within=True):
        table = restricted(tables[item.id], completions_of(drawn.case, drawn.scenario))
        assert list(item.sets) == literals(drawn, prime_implicants(table, uncertain))


def test_a_or_not_a_suffices_without_either() -> None:
    case = small_case(
        rule("p", need="a1 a2", then="r1"), rule("q", need="-a1 a2", then="r1"), statements="a1 a2 r1"
    )

    (answer,) = sufficient(case, baseline_scenario(case))

    assert answer.sets == (("a2",),)


def test_the_consensus_of_two_grounds_is_found() -> None:
    case = small_case(
        rule("p", need="a1 a2", then="r1"), rule("q", need="-a1 a3", then="r1"), statements="a1 a2 a3 r1"
    )

    (answer,) = sufficient(case, setting(case))

    assert answer.sets == (("a1", "a2"), ("not a1", "a3"), ("a2", "a3"))
