"""An answer-set solver that enumerates all settings and minimises changes finds what the diagrams find."""

from dataclasses import replace
from fractions import Fraction

import clingo
import pytest
from hypothesis import given, settings

from models.analyses.everywhere import everywhere
from models.analyses.flips import flips
from models.engine.evaluate import evaluate
from models.schema.case import Case
from models.schema.grades import Reading, Stance
from models.schema.result import Status
from models.schema.scenario import Scenario, baseline_scenario, with_stances
from tests.models.analyses.encodings import clingo_program
from tests.models.analyses.generated_cases import TANGLED, generated_case, linked_case
from tests.models.engine.small_cases import Drawn, drawn_settings

SIZES = [(0, 16, 0.0), (1, 16, 0.4), (2, 20, 0.0), (3, 24, 0.2), (4, 64, 0.0)]
MINIMAL = ("--heuristic=Domain", "--enum-mode=domRec", "--dom-mod=false,show", "0")


def solver(lines: list[str], *options: str) -> clingo.Control:
    control = clingo.Control([*options, "--warn=none"])
    control.add("base", [], "\n".join(lines))
    control.ground([("base", [])])
    return control


def turning(case: Case, scenario: Scenario, name: str, wanted: bool) -> list[str]:
    """A program whose answer sets are the changes of settled stances after which the statement is as wanted."""
    lines = list(clingo_program(case))
    for item in case.assumptions:
        stays = "not " if scenario.stance_of[item.id] is Stance.HOLDS else ""
        lines.append(f'change("{item.id}") :- {stays}holds("{item.id}").')
    return [*lines, f':- {"not " * wanted}accepted("{name}").', "#show change/1."]


def changes_found(control: clingo.Control, *, optimal: bool = False) -> list[list[str]]:
    with control.solve(yield_=True) as models:
        found = [
            sorted(symbol.arguments[0].string for symbol in model.symbols(shown=True))
            for model in models
            if model.optimality_proven or not optimal
        ]
    return sorted(found)


def accepted_in(control: clingo.Control) -> list[set[str]]:
    """What is accepted in each answer set."""
    with control.solve(yield_=True) as models:
        return [{symbol.arguments[0].string for symbol in model.symbols(shown=True)} for model in models]


def settled(case: Case) -> Scenario:
    scenario = baseline_scenario(case)
    uncertain = [entry.id for entry in scenario.stances if entry.stance is Stance.UNCERTAIN]
    return with_stances(scenario, dict.fromkeys(uncertain, Stance.HOLDS))


@pytest.mark.parametrize(("seed", "choices"), [(0, 0.0), (1, 0.0), (2, 0.0), (3, 0.4), (4, 0.8)])
def test_shares_are_those_of_all_answer_sets(seed: int, choices: float) -> None:
    case = generated_case(seed, 11, TANGLED, choices=choices)
    found = accepted_in(solver([*clingo_program(case), "#show accepted/1."], "0"))

    answer = everywhere(case, baseline_scenario(case), about=[*(i.id for i in case.findings), "r0", "r1"])

    assert len(found) == 1 << 11
    for item in answer.statements:
        assert item.share == Fraction(sum(item.id in names for names in found), len(found))


@pytest.mark.parametrize(("seed", "size", "choices"), SIZES)
def test_the_smallest_flips_are_those_of_minimisation(seed: int, size: int, choices: float) -> None:
    case = generated_case(seed, size, choices=choices)
    scenario = settled(case)

    for item in flips(case, scenario):
        rescue = item.status is Status.REJECTED
        found = item.accepted if rescue else item.rejected
        smallest = [sorted(change.id for change in c) for c in found if len(c) == len(found[0])]
        program = [*turning(case, scenario, item.id, rescue), "#minimize { 1, A : change(A) }."]
        assert sorted(smallest) == changes_found(solver(program, "--opt-mode=optN", "0"), optimal=True)


@pytest.mark.parametrize(("seed", "size", "choices"), SIZES)
def test_all_flips_are_the_minimal_answer_sets(seed: int, size: int, choices: float) -> None:
    case = generated_case(seed, size, choices=choices)
    scenario = settled(case)

    for item in flips(case, scenario):
        rescue = item.status is Status.REJECTED
        ours = [sorted(change.id for change in c) for c in (item.accepted if rescue else item.rejected)]
        program = turning(case, scenario, item.id, rescue)
        assert item.complete
        assert sorted(ours) == changes_found(solver(program, *MINIMAL))


@settings(max_examples=100, deadline=None)
@given(drawn_settings())
def test_links_and_what_is_taken_as_argued_leave_the_answer_sets_that_are_possible(drawn: Drawn) -> None:
    case, scenario = (
        drawn.case,
        replace(drawn.scenario, reading=Reading.ONE_ARGUMENT, added=False, set_aside=()),
    )
    names = accepted_in(solver([*clingo_program(case, scenario), "#show accepted/1."], "0"))

    evaluation = evaluate(case, scenario)

    if evaluation.contradiction is not None:
        assert not names
        return
    for name in case.by_id:
        accepted = sum(name in found for found in names)
        expected = {0: Status.REJECTED, len(names): Status.ACCEPTED}.get(accepted, Status.OPEN)
        assert evaluation.status_of[name] is expected, name


@pytest.mark.parametrize("seed", range(4))
def test_shares_under_links_are_those_of_the_answer_sets_that_are_left(seed: int) -> None:
    case = linked_case(seed, 11)
    found = accepted_in(solver([*clingo_program(case), "#show accepted/1."], "0"))

    answer = everywhere(case, baseline_scenario(case), about=[*(i.id for i in case.findings), "r0", "r1"])

    assert 0 < len(found) < 1 << 11
    for item in answer.statements:
        assert item.share == Fraction(sum(item.id in names for names in found), len(found))
