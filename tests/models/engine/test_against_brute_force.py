"""The evaluator agrees with a naive reading of the contract on random cases."""

from hypothesis import HealthCheck, assume, given, settings

from models.engine.evaluate import evaluate
from models.schema.result import Status
from tests.models.engine.brute_force import BruteForce
from tests.models.engine.small_cases import Drawn, drawn_settings, drawn_stances

thoroughly = settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@thoroughly
@given(drawn_settings())
def test_every_status_is_that_of_all_completions_taken_one_by_one(drawn: Drawn) -> None:
    naive = BruteForce(drawn.case, drawn.scenario)
    assume(naive.worlds)

    answer = evaluate(drawn.case, drawn.scenario)

    assert answer.status_of == {name: naive.status(name) for name in drawn.case.by_id}
    assert answer.completions == len(naive.worlds)
    assert answer.contradiction is None


@thoroughly
@given(drawn_settings())
def test_every_rule_has_the_state_of_all_completions_taken_one_by_one(drawn: Drawn) -> None:
    naive = BruteForce(drawn.case, drawn.scenario)
    assume(naive.worlds)

    answer = evaluate(drawn.case, drawn.scenario)

    assert [item.state for item in answer.rules] == [naive.state(rule) for rule in drawn.case.rules]


@thoroughly
@given(drawn_settings())
def test_every_verdict_and_every_way_of_falling_is_as_the_contract_says(drawn: Drawn) -> None:
    naive = BruteForce(drawn.case, drawn.scenario)
    assume(naive.worlds)

    answer = evaluate(drawn.case, drawn.scenario)

    for result in answer.recommendations:
        assert result.verdict is naive.verdict(result.id)
        assert (result.least, result.most) == naive.counts(result.id)
        if result.status is Status.REJECTED:
            assert result.falls == naive.falls(result.id)


@thoroughly
@given(drawn_stances())
def test_stances_that_no_possible_setting_has_are_a_contradiction(drawn: Drawn) -> None:
    naive = BruteForce(drawn.case, drawn.scenario)

    answer = evaluate(drawn.case, drawn.scenario)

    assert (answer.contradiction is None) is bool(naive.worlds)
    if answer.contradiction is not None:
        assert not answer.exact
        assert set(answer.contradiction.links) <= {item.id for item in drawn.case.links}
        assert all(item.stance is drawn.scenario.stance_of[item.id] for item in answer.contradiction.stances)
