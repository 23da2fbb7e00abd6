"""A case as decision diagrams in plain data: whoever walks them needs no rules, and gets what the engine says.

For each statement, argument, count of arguments and way of falling there is an edge into one shared graph (Bryant, IEEE
Transactions on Computers C-35, 1986; complemented edges after Brace, Rudell and Bryant, DAC 1990). An assumption that
findings argue for has a second variable, named with STAYS after it: whether it is taken as argued.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from models.engine.diagram import Diagram, TooManyNodes, depth_first, force, reachable
from models.engine.evaluator import STAYS, possible, settle
from models.engine.falls import Advice
from models.engine.program import Program, compiled, rules_in_use
from models.engine.walking import baseline_counts
from models.language.messages import told
from models.schema.case import Case
from models.schema.grades import Kind, Reading
from models.schema.scenario import Scenario, baseline_scenario

BUDGET = 60_000


class TooTangled(Exception):  # noqa: N818 - it reads as what happened
    """The diagrams of the case would be too large to be handed out."""


def diagrams(case: Case, set_aside: Sequence[str] = ()) -> dict[str, Any]:
    """The graph, and for each reading, with and without objections, the edges of what is asked; raises TooTangled.

    Keys: `variables` from the top, `level`, `low` and `high` by node, `possible` (where links allow it), `least` (how
    many arguments apply in the baseline), and `variants` by "reading/plain" and, where
    objections were added, "reading/added".
    """
    program = compiled(case)
    first = depth_first(program, [item.id for item in case.recommendations])
    everything = frozenset(program.order)
    for order in (first, force(program, first, everything)):
        try:
            return _compiled(program, order, tuple(set_aside))
        except TooManyNodes:
            continue
    raise TooTangled(
        told("The case {case} is too tangled for a hand-out that answers by itself.", case=case.id)
    )


def _compiled(program: Program, order: Sequence[str], set_aside: tuple[str, ...]) -> dict[str, Any]:
    case = program.case
    names = tuple(item for name in order for item in _variables(program, name))
    diagram = Diagram(len(names), BUDGET)
    level = {name: diagram.variable(place) for place, name in enumerate(names)}
    inputs = {name: edge for name, edge in level.items() if not name.endswith(STAYS)}
    choices = {name.removesuffix(STAYS): edge for name, edge in level.items() if name.endswith(STAYS)}
    variants: dict[str, dict[str, Any]] = {}
    allowed, least = diagram.top, baseline_counts(case)
    for scenario in _scenarios(case, set_aside):
        in_use = rules_in_use(case, scenario)
        settled = settle(program, diagram, inputs, in_use, scenario.reading, choices)
        allowed = possible(program, diagram, settled.statements)
        advice = Advice(program, diagram, settled, in_use, scenario.reading, least.__getitem__)
        variants[f"{scenario.reading.value}/{'added' if scenario.added else 'plain'}"] = _edges(advice)
    return {"variables": names, **_packed(diagram, allowed, variants), "least": dict(least)}


def _variables(program: Program, name: str) -> tuple[str, ...]:
    return (name + STAYS, name) if name in program.argued else (name,)


def _scenarios(case: Case, set_aside: tuple[str, ...]) -> Iterator[Scenario]:
    baseline = baseline_scenario(case)
    known = tuple(name for name in set_aside if name in case.rule_by_id)
    adds = any(rule.kind is Kind.ADDED for rule in case.rules)
    for reading in Reading:
        for added in (False, True) if adds else (False,):
            yield replace(baseline, reading=reading, added=added, set_aside=known)


def _edges(advice: Advice[int]) -> dict[str, Any]:
    """What is asked of one variant; ways of falling in the order in which they are told."""
    case, settled = advice.program.case, advice.settled
    names = [item.id for item in case.recommendations]
    return {
        "statements": {name: settled.statements[name] for name in case.by_id},
        "rules": {rule.id: settled.rules[rule.id] for rule in case.rules if rule.id in advice.in_use},
        "counts": {name: advice.argument_counts(name)[1:] for name in names},
        "holding": {name: advice.holding_counts(name)[1:] for name in names},
        "falls": {name: [[way.value, edge] for way, edge in advice.ways_of(name)] for name in names},
    }


def _packed(diagram: Diagram, allowed: int, variants: dict[str, dict[str, Any]]) -> dict[str, Any]:
    """Only the nodes that are reached, numbered anew; edges stay even for a node and odd for its negation."""
    roots = {allowed, *(edge for variant in variants.values() for edge in _all_edges(variant))}
    kept = sorted({edge & ~1 for edge in reachable(diagram.low, diagram.high, roots)} - {0})
    place = {0: 0, **{edge: number for number, edge in enumerate(kept, start=1)}}

    def renumbered(edge: int) -> int:
        return place[edge & ~1] * 2 + (edge & 1)

    def renamed(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: renamed(item) for key, item in value.items()}
        if isinstance(value, list):
            return [item if isinstance(item, str) else renamed(item) for item in value]
        return renumbered(value)

    return {
        "level": [diagram.level[edge] for edge in kept],
        "low": [renumbered(diagram.low[edge]) for edge in kept],
        "high": [renumbered(diagram.high[edge]) for edge in kept],
        "possible": renumbered(allowed),
        "variants": renamed(variants),
    }


def _all_edges(value: Any) -> Iterable[int]:
    if isinstance(value, dict):
        value = value.values()
    for item in value:
        if isinstance(item, int):
            yield item
        elif not isinstance(item, str):
            yield from _all_edges(item)
