"""However the completions are walked, the engine's answers are the same, or say that they are estimates."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from unittest.mock import patch

import pytest
from hypothesis import HealthCheck, given, settings

from models.analyses.flips import flips
from models.analyses.single_flips import single_flips
from models.engine import completions, parts, walking
from models.engine.evaluate import evaluate
from models.engine.explain import Trace
from models.schema.case import Case
from models.schema.grades import Stance, Verdict
from models.schema.result import Evaluation, RuleState, Status
from models.schema.scenario import baseline_scenario, with_stances
from models.store.cases import read_case
from tests.models.analyses.generated_cases import TANGLED, generated_case
from tests.models.engine.small_cases import Drawn, drawn_settings, link, rule, setting, small_case
from tests.states import snapshot_of

INPUTS = Path(__file__).parents[1] / "inputs"
thoroughly = settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@contextmanager
def limits(
    *,
    columns: int,
    nodes: int = completions.NODES,
    walked: int = parts.MOST_WALKED,
    slices: int = completions.SLICE,
) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as monkey:
        monkey.setattr(completions, "MOST_COLUMNS", columns)
        monkey.setattr(completions, "NODES", nodes)
        monkey.setattr(completions, "SLICE", slices)
        monkey.setattr(parts, "OWN_NODES", nodes)
        monkey.setattr(parts, "MOST_WALKED", walked)
        walking._tangled.cache_clear()
        yield
    walking._tangled.cache_clear()


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
    snapshot = snapshot_of(drawn.case, drawn.scenario)
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


@thoroughly
@given(drawn_settings())
def test_statements_walked_by_themselves_give_the_same_evaluation(drawn: Drawn) -> None:
    at_once = evaluate(drawn.case, drawn.scenario)

    with limits(columns=0, nodes=1, slices=2):
        in_slices = evaluate(drawn.case, drawn.scenario)
    with limits(columns=0, nodes=4, walked=40, slices=1):
        in_part = evaluate(drawn.case, drawn.scenario)

    assert replace(in_slices, completions=at_once.completions, whole=at_once.whole) == at_once
    assert_nothing_is_guessed(in_part, at_once)


@thoroughly
@given(drawn_settings())
def test_statements_walked_by_themselves_give_the_same_stress_test(drawn: Drawn) -> None:
    at_once = single_flips(drawn.case, drawn.scenario)

    with limits(columns=0, nodes=1, slices=2):
        by_themselves = single_flips(drawn.case, drawn.scenario)

    assert by_themselves == at_once


def test_a_change_that_links_rule_out_leaves_the_stress_test_exact_and_is_told_nothing_of() -> None:
    case = small_case(
        rule("p", need="a1", then="r1"),
        rule("q", need="a3", then="r2"),
        statements="a1 a2 a3 r1 r2",
        uncertain="a2",
        links=[link("l", one_of="a1")],
    )

    with limits(columns=0, nodes=1, slices=2):
        by_themselves = single_flips(case, baseline_scenario(case))

    (ruled_out,) = (flip for flip in by_themselves.flips if not flip.possible)
    assert by_themselves.exact
    assert (ruled_out.assumption, ruled_out.to) == ("a1", Stance.FAILS)
    assert ruled_out.verdicts == (Verdict.OPEN, Verdict.OPEN)


def test_one_walk_in_columns_tells_what_every_single_change_would_do() -> None:
    names = " ".join(f"a{place}" for place in range(1, 7))
    case = small_case(rule("p", need=names, then="r1"), statements=f"{names} r1", uncertain=names)
    scenario = baseline_scenario(case)
    at_once = single_flips(case, scenario)

    with limits(columns=0, nodes=1, walked=1100, slices=2):  # one walk takes 512 steps, a change alone 256
        in_slices = single_flips(case, scenario)

    assert in_slices == at_once
    assert in_slices.exact


def test_a_tangled_scenario_is_walked_once_for_all_that_is_asked_of_it() -> None:
    case = generated_case(1, 12, TANGLED)
    scenario = with_stances(baseline_scenario(case), all_uncertain(case))

    with limits(columns=0, nodes=1, walked=40, slices=2):
        found = walking.run_completions(case, scenario)
        assert walking.run_completions(case, scenario) is found


@pytest.mark.parametrize("seed", range(5))
def test_what_is_known_to_be_tangled_is_not_walked_whole_for_the_same_stress_test(seed: int) -> None:
    case = generated_case(seed, 12, TANGLED)
    uncertain = {item.id: Stance.UNCERTAIN for item in case.assumptions[seed:]}
    scenario = with_stances(baseline_scenario(case), uncertain)
    with limits(columns=0, nodes=30, walked=4000):
        anew = single_flips(case, scenario)

    with (
        limits(columns=0, nodes=30, walked=4000),
        patch.object(walking, "exactly", wraps=completions.exactly) as walked,
    ):
        walking.run_completions(case, scenario)
        known = single_flips(case, scenario)

    assert known == anew
    assert walked.call_count == 1


@pytest.mark.parametrize("seed", range(5))
def test_what_is_too_tangled_is_open_or_not_known(seed: int) -> None:
    case = generated_case(seed, 12, TANGLED)
    scenario = with_stances(baseline_scenario(case), all_uncertain(case))
    exact = evaluate(case, scenario)

    with limits(columns=0, nodes=40, walked=0):
        guessed = evaluate(case, scenario)

    assert exact.exact
    assert not (guessed.exact and guessed.not_known)
    assert not guessed.whole
    assert_nothing_is_guessed(guessed, exact)


def assert_nothing_is_guessed(found: Evaluation, exact: Evaluation) -> None:
    for one, other in zip(found.statements, exact.statements, strict=True):
        assert one.status is (other.status if one.known else Status.OPEN)
    for told, known in zip(found.recommendations, exact.recommendations, strict=True):
        assert told.verdict is (known.verdict if told.known else Verdict.OPEN)
        assert told.least <= known.least
        assert told.most >= known.most
        assert told.holding.least <= known.holding.least
        assert told.holding.most >= known.holding.most
        if told.counted:
            counts = (known.least, known.most, known.holding)
            assert (told.least, told.most, told.holding) == counts
        assert told.counted or not found.exact
    for one_rule, proven in zip(found.rules, exact.rules, strict=True):
        assert one_rule.state is (proven.state if one_rule.known else RuleState.OPEN)
        assert one_rule.known or not found.exact


@pytest.mark.parametrize("name", ["wrong-at-22", "at-24"])
def test_up_to_24_uncertain_assumptions_everything_is_known(name: str) -> None:
    case = read_case(INPUTS / f"exact-{name}.yaml").case
    scenario = with_stances(baseline_scenario(case), all_uncertain(case))

    answer = evaluate(case, scenario)

    assert answer.exact
    assert {item.status for item in answer.recommendations} == {Status.OPEN}


def test_a_needle_among_2_to_the_30_settings_is_not_told_as_a_fall() -> None:
    case = read_case(INPUTS / "exact-past-budget.yaml").case
    scenario = with_stances(baseline_scenario(case), all_uncertain(case))

    nearly = evaluate(case, scenario).recommendation["nearly"]
    (turning,) = flips(case, scenario, about=["nearly"])

    assert nearly.verdict is Verdict.OPEN
    assert turning.status is Status.OPEN


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

    assert {item.status for item in answer.recommendations} == {Status.OPEN}


def test_tight_links_past_the_budget_are_no_contradiction_and_prove_nothing() -> None:
    tables = [f"a{number}" for number in range(1, 25)]
    case = small_case(
        rule("p", need="a1 a25", then="r1"),
        rule("q", need="a2|a3", then="r2"),
        statements=" ".join((*tables, "a25 r1 r2")),
        uncertain=" ".join((*tables, "a25")),
        links=[link("l", one_of=" ".join(tables))],
    )
    with limits(columns=0, nodes=1, walked=0):
        guessed = evaluate(case, baseline_scenario(case))

    assert not guessed.contradictions
    assert {item.status for item in guessed.statements} == {Status.OPEN}
    assert not guessed.not_known


@pytest.mark.parametrize("held", ["a1", "a2"])
def test_of_a_sample_that_shows_no_difference_only_links_prove_an_assumption(held: str) -> None:
    case = small_case(
        rule("p", need="a2", then="r1"),
        statements="a1 a2 a3 r1",
        fails="a2 a3",
        links=[link("l", one_of="a1 a2 a3")],
    )
    others = dict.fromkeys(("a1", "a2", "a3"), Stance.UNCERTAIN)
    with limits(columns=0, nodes=1, walked=0), pytest.MonkeyPatch.context() as patch:
        patch.setattr(completions, "SAMPLE", 1)
        open_ = evaluate(case, with_stances(setting(case), others))
        settled = evaluate(case, with_stances(setting(case), {**others, held: Stance.HOLDS}))

    assert {open_.status_of[name] for name in others} == {Status.OPEN}
    wanted = {name: Status.ACCEPTED if name == held else Status.REJECTED for name in others}
    assert {name: settled.status_of[name] for name in others} == wanted


def test_what_is_taken_as_argued_stays_so_when_it_is_settled_in_slices() -> None:
    rules = (rule("p0", then="f1", **{"if": "a1"}), rule("p1", then="r1", need="a1 a2 -a3"))
    case = small_case(*rules, statements="a1 a2 a3 f1 r1", argued={"a3": "f1"})
    scenario = setting(case, a1="uncertain", a2="uncertain", a3="as-argued")

    with limits(columns=0, nodes=1, slices=2):
        found = evaluate(case, scenario)

    assert found.exact
    assert found.recommendation["r1"].verdict is Verdict.NOT_NEEDED
