"""However the completions are walked, the engine's answers are the same, or say that they are estimates."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from hypothesis import HealthCheck, given, settings

from models.analyses.single_flips import single_flips
from models.engine import completions
from models.engine.evaluate import evaluate
from models.engine.explain import Trace
from models.engine.snapshot import take_snapshot
from models.schema.case import Case, Stance
from models.schema.result import Status
from models.schema.scenario import baseline_scenario, with_stances
from tests.models.analyses.generated_cases import TANGLED, generated_case
from tests.models.engine.small_cases import Drawn, drawn_settings

thoroughly = settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@contextmanager
def limits(*, columns: int, nodes: int = completions.NODES) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(completions, "MOST_COLUMNS", columns)
        patch.setattr(completions, "NODES", nodes)
        yield


@thoroughly
@given(drawn_settings())
def test_a_diagram_gives_the_evaluation_that_columns_give(drawn: Drawn) -> None:
    in_columns = evaluate(drawn.case, drawn.scenario)

    with limits(columns=0):
        in_a_diagram = evaluate(drawn.case, drawn.scenario)

    assert in_a_diagram == in_columns


@thoroughly
@given(drawn_settings())
def test_a_diagram_gives_the_explanations_that_columns_give(drawn: Drawn) -> None:
    snapshot = take_snapshot(drawn.case, drawn.scenario)
    in_columns = explained(Trace(snapshot))

    with limits(columns=0):
        in_a_diagram = explained(Trace(snapshot))

    assert in_a_diagram == in_columns


@thoroughly
@given(drawn_settings())
def test_a_diagram_gives_the_stress_test_that_columns_give(drawn: Drawn) -> None:
    in_columns = single_flips(drawn.case, drawn.scenario)

    with limits(columns=0):
        in_a_diagram = single_flips(drawn.case, drawn.scenario)

    assert in_a_diagram == in_columns


def explained(trace: Trace) -> list[object]:
    """All that a trace tells of its statements."""
    told: list[object] = [trace.changes(item.id) for item in trace.case.assumptions]
    for name in trace.case.by_id:
        told += [trace.arguments(name), trace.reason(name), trace.pivots(name), trace.hinges(name)]
    return told


def all_uncertain(case: Case) -> dict[str, Stance]:
    return {item.id: Stance.UNCERTAIN for item in case.assumptions}


@pytest.mark.parametrize("seed", range(5))
def test_past_the_node_budget_an_evaluation_says_that_it_is_an_estimate(seed: int) -> None:
    case = generated_case(seed, 12, TANGLED)
    scenario = with_stances(baseline_scenario(case), all_uncertain(case))
    exact = evaluate(case, scenario)

    with limits(columns=0, nodes=40):
        guessed = evaluate(case, scenario)

    assert exact.exact
    assert not guessed.exact
    assert guessed.completions == exact.completions
    opened = [name for name, status in guessed.status_of.items() if status is Status.OPEN]
    assert all(exact.status_of[name] is Status.OPEN for name in opened)


def test_forty_uncertain_assumptions_are_still_answered_exactly() -> None:
    case = generated_case(2, 40)
    scenario = with_stances(baseline_scenario(case), all_uncertain(case))

    answer = evaluate(case, scenario)

    assert answer.exact
    assert answer.completions == 1 << 40
    assert {item.status for item in answer.recommendations} <= {Status.OPEN, Status.REJECTED}


def test_sixty_tangled_uncertain_assumptions_are_answered_in_bounded_work() -> None:
    case = generated_case(0, 60, TANGLED)
    scenario = with_stances(baseline_scenario(case), all_uncertain(case))

    answer = evaluate(case, scenario)

    assert not answer.exact
