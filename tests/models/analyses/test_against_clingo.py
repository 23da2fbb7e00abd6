"""An answer-set solver that enumerates all settings and minimises changes finds what the diagrams find."""

from fractions import Fraction

import clingo
import pytest

from models.analyses.everywhere import everywhere
from models.analyses.flips import flips
from models.schema.case import Case, Stance
from models.schema.result import Status
from models.schema.scenario import Scenario, baseline_scenario, with_stances
from tests.models.analyses.encodings import clingo_program
from tests.models.analyses.generated_cases import TANGLED, generated_case

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


def settled(case: Case) -> Scenario:
    scenario = baseline_scenario(case)
    uncertain = [entry.id for entry in scenario.stances if entry.stance is Stance.UNCERTAIN]
    return with_stances(scenario, dict.fromkeys(uncertain, Stance.HOLDS))


@pytest.mark.parametrize(("seed", "choices"), [(0, 0.0), (1, 0.0), (2, 0.0), (3, 0.4), (4, 0.8)])
def test_shares_are_those_of_all_answer_sets(seed: int, choices: float) -> None:
    case = generated_case(seed, 11, TANGLED, choices=choices)
    counts = dict.fromkeys(case.by_id, 0)
    total = 0
    control = solver([*clingo_program(case), "#show accepted/1."], "0")
    with control.solve(yield_=True) as models:
        for model in models:
            total += 1
            for symbol in model.symbols(shown=True):
                counts[symbol.arguments[0].string] += 1

    answer = everywhere(case, baseline_scenario(case), about=[*(i.id for i in case.findings), "r0", "r1"])

    assert total == 1 << 11
    for item in answer.statements:
        assert item.share == Fraction(counts[item.id], total)


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
