"""Past the node budget an answer says so, is near the truth, and what it states as exact is exact."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from fractions import Fraction
from random import Random

import pytest

from models.analyses import acceptance, tables
from models.analyses.everywhere import everywhere
from models.analyses.flips import flips, reasons, sufficient
from models.analyses.groups.compare import compare
from models.analyses.likelihood import likelihood
from models.analyses.single_flips import single_flips
from models.engine.diagram import Diagram, TooManyNodes
from models.engine.evaluate import evaluate
from models.schema.case import Case
from models.schema.grades import Stance
from models.schema.result import Status
from models.schema.scenario import Scenario, baseline_scenario, with_credence, with_stances
from tests.models.analyses.drawn_scopes import with_version
from tests.models.analyses.generated_cases import TANGLED, generated_case
from tests.models.engine.small_cases import SETTINGS

CASES = [generated_case(seed, 12, TANGLED) for seed in range(3)]


@contextmanager
def no_room() -> Iterator[None]:
    """Leaves diagrams so little room that all but the simplest statements are past the budget."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(acceptance, "NODE_BUDGET", 30)
        patch.setattr(acceptance, "LATE_BUDGET", 20)
        patch.setattr(tables, "MOST_VARIED", 0)
        yield


def as_another(case: Case) -> Case:
    return with_version(case, f"{case.version} again")


def scenario_of(case: Case) -> Scenario:
    return with_stances(baseline_scenario(case), {"a1": Stance.UNCERTAIN, "a2": Stance.FAILS})


@pytest.mark.parametrize("case", CASES)
def test_estimated_shares_are_as_near_as_they_say(case: Case) -> None:
    exact = everywhere(case, scenario_of(case))
    other = as_another(case)

    with no_room():
        guessed = everywhere(other, scenario_of(other))

    assert not all(item.exact for item in guessed.statements)
    for item in guessed.statements:
        truth = exact.of[item.id]
        for guess, figure in zip(
            (item.share, *item.if_holds, *item.if_fails, *item.banzhaf),
            (truth.share, *truth.if_holds, *truth.if_fails, *truth.banzhaf),
            strict=True,
        ):
            assert abs(guess - figure) <= Fraction(item.error)
        assert set(item.never_matters) <= set(truth.never_matters)


@pytest.mark.parametrize("case", CASES)
def test_estimated_probabilities_are_as_near_as_they_say(case: Case) -> None:
    scenario = scenario_of(case)
    for place, assumption in enumerate(case.assumptions):
        scenario = with_credence(case, scenario, assumption.id, (place + 1) / 13)
    exact = likelihood(case, scenario)
    other = as_another(case)

    with no_room():
        guessed = likelihood(other, scenario)

    assert 0 < max(item.error for item in guessed.statements) < 0.01
    for item in guessed.statements:
        assert item.probability == pytest.approx(exact.of[item.id].probability, abs=item.error + 1e-12)
        for guess, figure in zip(item.derivatives, exact.of[item.id].derivatives, strict=True):
            assert guess == pytest.approx(figure, abs=2 * item.error + 1e-12)


def test_no_probability_is_estimated_from_ratings_that_nobody_entered() -> None:
    other = as_another(CASES[0])

    with no_room():
        guessed = likelihood(other, with_credence(other, scenario_of(other), "a3", 0.3))

    beyond = [item for item in guessed.statements if not item.exact]
    assert beyond
    assert {(item.probability, item.error) for item in beyond} == {(0.5, 0.5)}


@pytest.mark.parametrize("case", CASES)
def test_flips_found_by_trial_are_the_small_ones_of_all(case: Case) -> None:
    exact = flips(case, scenario_of(case))
    other = as_another(case)

    with no_room():
        tried = flips(other, scenario_of(other))

    assert not all(item.complete for item in tried)
    for item, truth in zip(tried, exact, strict=True):
        most = 99 if item.complete else 3
        assert item.accepted == tuple(changes for changes in truth.accepted if len(changes) <= most)
        assert item.rejected == tuple(changes for changes in truth.rejected if len(changes) <= most)


@pytest.mark.parametrize("case", CASES)
def test_reasons_and_sufficient_sets_are_never_guessed(case: Case) -> None:
    other = as_another(case)
    status_of = evaluate(other, scenario_of(other)).status_of

    with no_room():
        fixing = reasons(other, scenario_of(other))
        enough = sufficient(other, scenario_of(other))

    assert not all(item.complete for item in enough)
    for reason in fixing:
        assert reason.complete or not reason.sets
        assert reason.complete or status_of[reason.id] is not Status.OPEN
    assert all(item.complete or not item.sets for item in enough)


def test_a_difference_that_is_named_past_the_budget_does_matter() -> None:
    case = CASES[0]
    scenarios = [
        baseline_scenario(case),
        scenario_of(case),
        with_stances(scenario_of(case), {"a4": Stance.FAILS}),
    ]
    exact = compare(case, scenarios)
    other = as_another(case)

    with no_room():
        guessed = compare(other, scenarios)

    for item, truth in zip(guessed.differences, exact.differences, strict=True):
        assert set(item.matters_to) <= set(truth.matters_to)


def test_the_stress_test_from_here_is_exact_whatever_the_budget() -> None:
    case = generated_case(0, 64, TANGLED)
    settled = {e.id: Stance.HOLDS for e in baseline_scenario(case).stances if e.stance is Stance.UNCERTAIN}
    scenario = with_stances(baseline_scenario(case), settled)

    answer = single_flips(case, scenario)

    assert answer.exact
    for flip in answer.flips[::9]:
        there = evaluate(case, with_stances(scenario, {flip.assumption: flip.to}))
        assert flip.verdicts == tuple(item.verdict for item in there.recommendations)


def test_a_stress_test_whose_diagram_is_nearly_full_is_answered() -> None:
    case = generated_case(1, 100, TANGLED)
    random = Random(1)  # noqa: S311 - no secrets here
    stances = {item.id: random.choice(SETTINGS) for item in case.assumptions}

    answer = single_flips(case, with_stances(baseline_scenario(case), stances))

    assert len(answer.flips) == 200


def test_the_flips_of_a_tangled_case_take_a_bounded_number_of_steps() -> None:
    case = generated_case(2, 100, TANGLED)
    steps: list[None] = []

    answer = flips(case, baseline_scenario(case), lambda: steps.append(None))

    assert len(steps) < 1_500
    assert not all(item.complete for item in answer)


def test_a_function_too_large_for_any_order_is_given_up_and_said_so() -> None:
    case = generated_case(0, 64, TANGLED)

    answer = everywhere(case, replace(baseline_scenario(case), added=True))

    known = [item for item in answer.statements if item.exact]
    assert 0 < len(known) < len(answer.statements)
    assert all(item.error > 0 for item in answer.statements if not item.exact)


def test_closures_without_room_leave_settled_flips_exact(monkeypatch: pytest.MonkeyPatch) -> None:
    case = as_another(as_another(CASES[1]))
    settled = {item.id: Stance.HOLDS for item in case.assumptions}
    scenario = with_stances(baseline_scenario(case), settled)
    exact = flips(CASES[1], scenario)

    def no_more(_diagram: Diagram, _left: int, _right: int) -> int:
        raise TooManyNodes

    with monkeypatch.context() as patch:
        everywhere(case, scenario)
        patch.setattr(Diagram, "meet", no_more)
        narrow = flips(case, scenario)

    assert [(item.accepted, item.rejected) for item in narrow] == [
        (item.accepted, item.rejected) for item in exact
    ]
