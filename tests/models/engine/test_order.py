"""Orders hold every assumption once and draw together what argues together."""

from models.engine.diagram import Diagram, depth_first, force
from models.engine.evaluator import settle
from models.engine.program import compiled, rules_in_use
from models.schema.case import Case
from models.schema.scenario import baseline_scenario
from tests.models.analyses.generated_cases import generated_case
from tests.models.engine.small_cases import rule, small_case

BUDGET = 1_000_000


def interleaved_case() -> Case:
    """Five grounds of two assumptions each, the second ones far from the first in the case's order."""
    rules = [rule(f"p{number}", need=f"a{number} a{number + 5}", then="r1") for number in range(1, 6)]
    return small_case(*rules, statements=" ".join(f"a{number}" for number in range(1, 11)) + " r1")


def nodes(case: Case, order: tuple[str, ...]) -> int:
    diagram = Diagram(len(order), BUDGET)
    inputs = {name: diagram.variable(level) for level, name in enumerate(order)}
    scenario = baseline_scenario(case)
    settle(compiled(case), diagram, inputs, rules_in_use(case, scenario), scenario.reading)
    return diagram.nodes


def test_depth_first_order_follows_the_rules() -> None:
    order = depth_first(compiled(interleaved_case()), ["r1"])

    assert order[:4] == ("a1", "a6", "a2", "a7")


def test_an_assumption_that_no_rule_uses_comes_last() -> None:
    case = small_case(rule("p", need="a2", then="r1"), statements="a1 a2 r1")

    assert depth_first(compiled(case), ["r1"]) == ("a2", "a1")


def test_force_finds_a_small_diagram_from_a_bad_order() -> None:
    case = interleaved_case()
    bad = tuple(item.id for item in case.assumptions)

    good = force(compiled(case), bad, {"r1"})

    assert sorted(good) == sorted(bad)
    assert nodes(case, good) < nodes(case, bad)


def test_both_orders_hold_every_assumption_once() -> None:
    case = generated_case(1, 24)
    program = compiled(case)

    first = depth_first(program, [item.id for item in case.recommendations])
    second = force(program, first, program.order)

    assert sorted(first) == sorted(second) == sorted(item.id for item in case.assumptions)
