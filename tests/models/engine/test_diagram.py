"""The decision diagram is a Boolean algebra in which equal functions are equal edges."""

from collections.abc import Callable
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from oxidd.bdd import BDDFunction, BDDManager

from models.engine.diagram import Diagram, TooManyNodes, reachable

VARIABLES = 6
SETTINGS = list(product([False, True], repeat=VARIABLES))
Formula = tuple[object, ...]

formulas = st.recursive(
    st.integers(0, VARIABLES - 1).map(lambda level: ("variable", level)),
    lambda parts: st.one_of(
        st.tuples(st.just("negate"), parts),
        st.tuples(st.just("meet"), parts, parts),
        st.tuples(st.just("join"), parts, parts),
    ),
    max_leaves=25,
)


def built(diagram: Diagram, formula: Formula) -> int:
    name, *parts = formula
    if name == "variable":
        return diagram.variable(int(str(parts[0])))
    operation: Callable[..., int] = getattr(diagram, str(name))
    return operation(*(built(diagram, part) for part in parts if isinstance(part, tuple)))


def value(formula: Formula, setting: tuple[bool, ...]) -> bool:
    name, *parts = formula
    if name == "variable":
        return setting[int(str(parts[0]))]
    values = [value(part, setting) for part in parts if isinstance(part, tuple)]
    if name == "negate":
        return not values[0]
    return all(values) if name == "meet" else any(values)


def followed(diagram: Diagram, edge: int, setting: tuple[bool, ...]) -> bool:
    while edge > 1:
        edge = diagram.high[edge] if setting[diagram.level[edge]] else diagram.low[edge]
    return edge == diagram.top


@settings(max_examples=200, deadline=None)
@given(formulas)
def test_every_setting_leads_to_the_value_of_the_formula(formula: Formula) -> None:
    diagram = Diagram(VARIABLES)

    edge = built(diagram, formula)

    assert all(followed(diagram, edge, setting) is value(formula, setting) for setting in SETTINGS)


@settings(max_examples=200, deadline=None)
@given(formulas, formulas)
def test_two_formulas_are_one_edge_exactly_if_they_mean_the_same(one: Formula, other: Formula) -> None:
    diagram = Diagram(VARIABLES)

    same = built(diagram, one) == built(diagram, other)

    assert same is all(value(one, setting) is value(other, setting) for setting in SETTINGS)


@settings(max_examples=100, deadline=None)
@given(formulas)
def test_nodes_are_as_few_as_in_a_reduced_diagram_of_another_library(formula: Formula) -> None:
    diagram = Diagram(VARIABLES)
    manager = BDDManager(10_000, 1_000, 1)
    variables = [manager.var(level) for level in manager.add_vars(VARIABLES)]

    edge = built(diagram, formula)
    other = evaluated_by_oxidd(variables, formula)

    subfunctions = {child & ~1 for child in closed_edges(diagram, edge)}
    assert len(subfunctions) <= other.node_count()
    assert sum(followed(diagram, edge, setting) for setting in SETTINGS) == other.sat_count(VARIABLES)


@settings(max_examples=150, deadline=None)
@given(formulas, formulas)
def test_an_edge_has_all_or_nothing_or_some_of_another_without_new_nodes(
    one: Formula, other: Formula
) -> None:
    diagram = Diagram(VARIABLES)
    element, where = built(diagram, one), built(diagram, other)
    before = diagram.nodes

    found = diagram.throughout(element, where)

    values = {value(one, setting) for setting in SETTINGS if value(other, setting)}
    assert found is (next(iter(values), False) if len(values) < 2 else None)
    assert diagram.nodes == before


def evaluated_by_oxidd(variables: list[BDDFunction], formula: Formula) -> BDDFunction:
    name, *parts = formula
    if name == "variable":
        return variables[int(str(parts[0]))]
    values = [evaluated_by_oxidd(variables, part) for part in parts if isinstance(part, tuple)]
    if name == "negate":
        return ~values[0]
    return values[0] & values[1] if name == "meet" else values[0] | values[1]


def closed_edges(diagram: Diagram, edge: int) -> set[int]:
    return {0, *reachable(diagram.low, diagram.high, (edge,))}


@settings(max_examples=100, deadline=None)
@given(formulas, st.integers(0, VARIABLES - 1))
def test_an_edge_depends_on_a_variable_exactly_if_turning_it_can_matter(formula: Formula, level: int) -> None:
    diagram = Diagram(VARIABLES)

    depends = diagram.depends(built(diagram, formula), diagram.variable(level), diagram.top)

    turned = [tuple(held is not (at == level) for at, held in enumerate(setting)) for setting in SETTINGS]
    differing = (
        value(formula, one) is not value(formula, two) for one, two in zip(SETTINGS, turned, strict=True)
    )
    assert depends is any(differing)


def test_past_its_budget_a_diagram_gives_up_and_keeps_what_it_has() -> None:
    diagram = Diagram(10, budget=8)
    pair = diagram.meet(diagram.variable(0), diagram.variable(5))

    with pytest.raises(TooManyNodes):
        [diagram.variable(level) for level in range(10)]

    assert diagram.meet(diagram.variable(0), diagram.variable(5)) == pair
    assert diagram.nodes == 8


def test_thousands_of_variables_do_not_exhaust_the_stack() -> None:
    diagram = Diagram(3000)
    every = diagram.top
    for level in reversed(range(3000)):
        every = diagram.meet(diagram.variable(level), every)
    odd = diagram.bottom
    for level in reversed(range(3000)):
        odd = diagram.node(level, odd, diagram.negate(odd))

    both = diagram.meet(every, odd)

    assert both == diagram.bottom


def test_a_growing_diagram_asks_now_and_then_whether_to_go_on() -> None:
    asked = []
    diagram = Diagram(3000, tick=lambda: asked.append(1))

    [diagram.variable(level) for level in range(3000)]

    assert len(asked) == 5


def test_a_diagram_can_be_taken_up_where_another_stopped() -> None:
    first = Diagram(2)
    either = first.join(first.variable(0), first.variable(1))

    second = Diagram.holding(first.level, first.low, first.high, 0)

    assert second.join(second.variable(1), second.variable(0)) == either
    assert second.nodes == first.nodes
