"""Feedback rounds: loops run in steps, one round after another, until they settle, cycle or are given up."""

from dataclasses import replace
from typing import Any

import pytest

from models.analyses.rounds import protections, run_rounds
from models.engine.evaluate import evaluate
from models.schema.case import Case
from models.schema.grades import Reading, Stance, Verdict
from models.schema.rounds import Ending, LoopState
from models.schema.scenario import Scenario, StanceOn, baseline_scenario, with_stances
from models.schema.value import as_plain
from models.store.border import validated
from tests.models.engine.small_cases import rule, small_case
from tests.models.engine.test_completions import limits


def looping(case: Case, *loops: dict[str, Any]) -> Case:
    """The case with other feedback loops."""
    numbered = [{"text": "A loop", "paragraphs": [1], **loop} for loop in loops]
    return validated(Case, {**as_plain(case), "feedback": numbered})


def setting(case: Case, **stances: str) -> Scenario:
    chosen = {case.by_code[code].id: Stance(stance) for code, stance in stances.items()}
    return with_stances(baseline_scenario(case), chosen)


def stance_in(case: Case, stances: tuple[StanceOn, ...], code: str) -> Stance:
    return {entry.id: entry.stance for entry in stances}[case.by_code[code].id]


def test_nothing_changes_in_the_baseline_while_all_advice_is_followed(essay: Case) -> None:
    found = run_rounds(essay, baseline_scenario(essay))

    assert (found.ending, len(found.rounds)) == (Ending.SETTLES, 1)
    assert found.followed == found.recommendations


def test_a_loop_changes_the_next_round_unless_its_advice_is_followed(essay: Case) -> None:
    others = [item.id for item in essay.recommendations if item.code != "R4"]

    found = run_rounds(essay, baseline_scenario(essay), others)

    assert len(found.rounds) == 2
    assert stance_in(essay, found.rounds[0].stances, "A16") is Stance.HOLDS
    assert stance_in(essay, found.rounds[1].stances, "A16") is Stance.FAILS
    assert [shift.loops for shift in found.rounds[1].shifts] == [("bloc-spiral",)]


def test_every_round_is_an_evaluation_of_its_own_stances(essay: Case) -> None:
    scenario = replace(setting(essay, A2="fails"), reading=Reading.EVERY_ARGUMENT)

    found = run_rounds(essay, scenario, ())

    for item in found.rounds:
        there = evaluate(essay, replace(scenario, stances=item.stances))
        assert item.verdicts == tuple(result.verdict for result in there.recommendations)


def test_a_loop_that_no_advice_cuts_runs_whatever_is_followed(essay: Case) -> None:
    found = run_rounds(essay, setting(essay, A2="fails"))

    assert found.rounds[0].state_of["shield"] is LoopState.RUNS
    assert stance_in(essay, found.rounds[1].stances, "A2") is Stance.HOLDS


def test_a_loop_with_a_premise_that_is_open_only_may_run(essay: Case) -> None:
    found = run_rounds(essay, setting(essay, A13="uncertain"), ())

    assert found.rounds[0].state_of["bloc-spiral"] is LoopState.MAY_RUN
    assert stance_in(essay, found.rounds[-1].stances, "A16") is Stance.HOLDS


def test_a_loop_with_a_failing_premise_is_idle(essay: Case) -> None:
    found = run_rounds(essay, setting(essay, A13="fails"), ())

    assert found.rounds[0].state_of["bloc-spiral"] is LoopState.IDLE


def test_premises_that_are_open_apart_but_never_met_together_leave_a_loop_idle(tiny: Case) -> None:
    case = looping(tiny, {"id": "both", "if": ["build", "not dry-banks"], "sets": {"funds-voted": "fails"}})

    found = run_rounds(case, baseline_scenario(case))

    assert found.rounds[0].state_of["both"] is LoopState.IDLE


def test_loops_that_pull_both_ways_leave_an_assumption_uncertain(tiny: Case) -> None:
    case = looping(
        tiny,
        {"id": "up", "if": [], "sets": {"funds-voted": "holds"}},
        {"id": "down", "if": [], "sets": {"funds-voted": "fails"}},
    )

    found = run_rounds(case, baseline_scenario(case))

    assert found.ending is Ending.SETTLES
    assert stance_in(case, found.rounds[1].stances, "A1") is Stance.UNCERTAIN
    assert found.rounds[1].shifts[0].loops == ("up", "down")


def test_a_cycle_is_told_with_the_round_it_comes_back_to(tiny: Case) -> None:
    case = looping(
        tiny,
        {"id": "wet", "if": [], "sets": {"dry-banks": "fails"}},
        {"id": "off", "if": ["funds-voted"], "sets": {"funds-voted": "fails"}},
        {"id": "on", "if": ["not funds-voted"], "sets": {"funds-voted": "holds"}},
    )

    found = run_rounds(case, baseline_scenario(case))

    assert (found.ending, len(found.rounds), found.back_to) == (Ending.CYCLES, 3, 2)


def test_rounds_are_given_up_after_as_many_as_were_asked_for(essay: Case) -> None:
    found = run_rounds(essay, baseline_scenario(essay), (), most=1)

    assert (found.ending, len(found.rounds)) == (Ending.UNFINISHED, 1)


def test_a_case_without_loops_settles_at_once(tiny: Case) -> None:
    case = looping(tiny)

    assert run_rounds(case, baseline_scenario(case)).ending is Ending.SETTLES
    assert protections(case, baseline_scenario(case)) == ()


def test_advice_protects_the_other_advice_that_rests_on_what_its_loop_would_change(essay: Case) -> None:
    protected = {item.loop: item for item in protections(essay, baseline_scenario(essay))}

    bloc = protected["bloc-spiral"]
    assert essay.by_id[bloc.recommendation].code == "R4"
    assert (essay.by_id[bloc.assumption].code, bloc.itself) == ("A16", False)
    assert [essay.by_id[name].code for name in bloc.supports] == ["R5", "R6", "R7", "R8", "R9", "R10", "R11"]
    assert protected["race-home"].supports == ()
    assert "shield" not in protected


def test_what_rests_on_an_assumption_follows_the_rules_in_use(essay: Case) -> None:
    aside = replace(baseline_scenario(essay), set_aside=("outbid",))

    protected = {item.loop: item for item in protections(essay, aside)}

    assert "empty-hands" not in protected
    assert "bloc-spiral" not in protected


def test_the_verdicts_of_the_last_round_are_the_known_ones_when_no_advice_is_followed(essay: Case) -> None:
    last = run_rounds(essay, baseline_scenario(essay), ()).rounds[-1]

    named = dict(zip((item.code for item in essay.recommendations), last.verdicts, strict=True))
    assert (named["R3"], named["R4"], named["R10"]) == (
        Verdict.NOT_WORKABLE,
        Verdict.HOLDS,
        Verdict.NOT_WORKABLE,
    )


@pytest.mark.parametrize("nodes", range(6, 24))
def test_premises_of_a_loop_that_find_no_room_together_are_told_one_by_one(nodes: int) -> None:
    plain = small_case(
        rule("p", then="f1", **{"if": "2:a1|a2|a3"}),
        rule("q", then="f2", **{"if": "2:a3|a4|a1"}),
        rule("r", need="f1", then="r1"),
        rule("s", need="f2", then="r2"),
        statements="a1 a2 a3 a4 f1 f2 r1 r2",
        uncertain="a1 a2 a3 a4",
    )
    loop = {"id": "l", "text": "Both.", "if": ["f1", "f2"], "sets": {"a4": "fails"}, "paragraphs": [1]}
    case = validated(Case, as_plain(plain) | {"feedback": [loop]})

    with limits(columns=0, nodes=nodes, walked=0):
        found = run_rounds(case, baseline_scenario(case))

    assert found.rounds[0].state_of["l"] is LoopState.MAY_RUN
