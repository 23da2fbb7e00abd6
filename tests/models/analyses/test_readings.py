"""Both readings side by side."""

from dataclasses import replace

from hypothesis import HealthCheck, given, settings

from models.analyses.bundle import readings
from models.engine.evaluate import evaluate
from models.schema.grades import Reading, Verdict
from tests.models.analyses.drawn_scopes import drawn_scopes
from tests.models.engine.small_cases import Drawn, rule, setting, small_case


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(drawn_scopes())
def test_each_verdict_is_the_engines_under_that_reading(drawn: Drawn) -> None:
    answer = readings(drawn.case, drawn.scenario)

    for reading in Reading:
        evaluation = evaluate(drawn.case, replace(drawn.scenario, reading=reading))
        assert [item.under(reading) for item in answer.recommendations] == [
            item.verdict for item in evaluation.recommendations
        ]


def test_a_ground_that_fails_lets_the_reading_decide() -> None:
    case = small_case(rule("p", need="a1", then="r1"), rule("q", need="a2", then="r1"), statements="a1 a2 r1")

    answer = readings(case, setting(case, a2="fails"))

    assert answer.of["r1"].reading_decides
    assert answer.of["r1"].any_ground is Verdict.FEWER
    assert answer.of["r1"].every_strand is Verdict.INCOMPLETE
