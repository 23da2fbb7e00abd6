"""The stress test from here says what the engine says of every single change."""

from collections.abc import Iterator, Mapping
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from models.analyses.flips import flips
from models.analyses.single_flips import single_flips, with_carried
from models.engine import completions, parts
from models.engine.completions import Completions
from models.engine.evaluate import evaluate
from models.engine.program import Program
from models.schema.case import Case
from models.schema.grades import Stance, Verdict
from models.schema.result import Status
from models.schema.scenario import Scenario, baseline_scenario, with_stances
from models.schema.steps.link_steps import carried_along
from models.store.cases import load_embedded
from tests.models.analyses.drawn_scopes import drawn_scopes, with_version
from tests.models.engine.brute_force import BruteForce
from tests.models.engine.small_cases import Drawn, rule, setting, small_case

thoroughly = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def verdicts(case: Case, scenario: Scenario) -> tuple[Verdict, ...]:
    return tuple(item.verdict for item in evaluate(case, scenario).recommendations)


@thoroughly
@given(drawn_scopes())
def test_every_cell_is_the_verdict_after_that_one_change(drawn: Drawn) -> None:
    answer = single_flips(drawn.case, drawn.scenario)

    assert answer.verdicts == verdicts(drawn.case, drawn.scenario)
    assert len(answer.flips) == sum(len(item.stances) - 1 for item in drawn.case.assumptions)
    for flip in answer.flips:
        changed = carried_along(drawn.case, drawn.scenario, {flip.assumption: flip.to})
        assert flip.verdicts == verdicts(drawn.case, changed)
        assert flip.possible is (evaluate(drawn.case, changed).contradiction is None)


def test_every_cell_of_the_essay_is_what_the_engine_says(essay: Case) -> None:
    scenario = with_stances(
        baseline_scenario(essay),
        {"russia-ties": Stance.FAILS, "keeps-arsenal": Stance.UNCERTAIN, "plays-powers": Stance.UNCERTAIN},
    )

    answer = single_flips(essay, scenario)

    for flip in answer.flips:
        assert flip.verdicts == verdicts(essay, with_stances(scenario, {flip.assumption: flip.to}))


def test_an_assumption_bears_the_load_of_the_verdicts_it_changes() -> None:
    case = small_case(
        rule("p", need="a1", then="r1"),
        rule("q", need="a1", then="r2"),
        rule("s", need="a2", then="r2"),
        statements="a1 a2 r1 r2",
    )

    answer = single_flips(case, setting(case))

    assert answer.load == {"a1": ("r1", "r2"), "a2": ("r2",)}
    assert answer.after["a1", Stance.FAILS] == {"r1": Verdict.NOT_NEEDED, "r2": Verdict.FEWER}


def test_becoming_uncertain_bears_no_load_by_itself() -> None:
    case = small_case(rule("p", need="a1", then="r1"), statements="a1 a2 r1")

    answer = single_flips(case, setting(case))

    assert answer.after["a1", Stance.UNCERTAIN] == {"r1": Verdict.OPEN}
    assert answer.load["a2"] == ()


def test_past_the_budget_one_walk_of_advice_tells_of_every_change(monkeypatch: pytest.MonkeyPatch) -> None:
    case = small_case(
        rule("p", need="a1", means="a2|a3", then="r1"),
        rule("q", need="a1 a4", then="r1"),
        statements="a1 a2 a3 a4 r1",
        uncertain="a1 a2 a3 a4",
    )
    names = [item.id for item in case.assumptions]
    changes = [(name, to) for name in names for to in (Stance.HOLDS, Stance.FAILS)]
    told = [verdicts(case, with_stances(setting(case), {name: to})) for name, to in changes]
    walks: list[str] = []

    def counted(program: Program, stances: Mapping[str, Stance], *asked: Any) -> Iterator[Completions]:
        walks.append(program.order[-1])
        return completions.exactly(program, stances, *asked)

    monkeypatch.setattr(completions, "MOST_COLUMNS", 0)
    monkeypatch.setattr(completions, "NODES", 1)
    monkeypatch.setattr(parts, "MOST_WALKED", 0)
    monkeypatch.setattr(parts, "exactly", counted)

    answer = single_flips(with_version(case, "tangled"), setting(case))

    assert walks == ["r1", "r1"]  # one from here, and one of the baseline, to count its arguments
    assert [(flip.assumption, flip.to) for flip in answer.flips] == changes
    assert [flip.verdicts for flip in answer.flips] == told


@thoroughly
@given(drawn_scopes(linked=True))
def test_one_change_is_what_turns_advice_with_what_links_carry_along(drawn: Drawn) -> None:
    alone = single_flips(drawn.case, drawn.scenario)
    after = {
        (item.id, to): BruteForce(drawn.case, carried_along(drawn.case, drawn.scenario, {item.id: to}))
        for item in drawn.case.assumptions
        for to in (Stance.HOLDS, Stance.FAILS)
        if drawn.scenario.stance_of[item.id] is not to
    }

    for raw in flips(drawn.case, drawn.scenario):
        found = with_carried(drawn.case, drawn.scenario, raw, alone)

        for wanted, sets in ((Status.ACCEPTED, found.accepted), (Status.REJECTED, found.rejected)):
            turning = [
                turn
                for turn, brute in after.items()
                if wanted is not found.status and brute.worlds and brute.status(found.id) is wanted
            ]
            assert [(item.id, item.to) for one in sets if len(one) == 1 for item in one] == turning
            assert all(len(one) == 1 or all((i.id, i.to) not in turning for i in one) for one in sets)


def test_what_the_rest_of_a_change_carries_along_is_no_change_more() -> None:
    case = load_embedded("wedding-illness")
    wanted = {case.by_code["H4"].id: Stance.HOLDS, case.by_code["A2"].id: Stance.FAILS}
    scenario = carried_along(case, baseline_scenario(case), wanted)
    raw = next(item for item in flips(case, scenario) if item.id == case.by_code["R3"].id)

    first, *_ = with_carried(case, scenario, raw, single_flips(case, scenario)).accepted

    assert {(case.by_id[item.id].code, item.to) for item in first} == {("H2", "holds"), ("A2", "holds")}
