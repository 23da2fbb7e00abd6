"""The order of the walk-through: as the source argues, with everything after what it rests on."""

from heapq import heapify, heappop, heappush

from models.engine.routes import arguing_for
from models.schema.case import Assumption, Case
from models.schema.scenario import Scenario, baseline_scenario

MOST, LEVEL = 6, 9
"""So many assumptions are listed at most, or up to so many where they are level with the last."""


def source_order(case: Case) -> tuple[str, ...]:
    """Findings, what they argue for, and recommendations as the source argues; what each rests on comes before it."""
    argued = [item for item in case.assumptions if item.argued_by]
    below = {item.id: _derived_premises(case, item.id) for item in (*case.findings, *case.recommendations)}
    below |= {item.id: set(item.argued_by) for item in argued}
    above: dict[str, list[str]] = {name: [] for name in below}
    for name, premises in below.items():
        for premise in premises:
            above[premise].append(name)
    key = {name: (_argued_in(case, name), place, name) for place, name in enumerate(below)}
    waiting = {name: len(premises) for name, premises in below.items()}
    ready = [key[name] for name, number in waiting.items() if not number]
    heapify(ready)
    order = []
    while ready:
        *_, name = heappop(ready)
        order.append(name)
        for conclusion in above[name]:
            waiting[conclusion] -= 1
            if not waiting[conclusion]:
                heappush(ready, key[conclusion])
    return tuple(order)


def resting_most(case: Case, scenario: Scenario) -> tuple[tuple[Assumption, int], ...]:
    """The assumptions that are part of an argument for most recommendations, each with their number."""
    below = arguing_for(case, scenario)
    under = {
        item.id: sum(item.id in below[one.id] for one in case.recommendations) for item in case.assumptions
    }
    ranked = sorted(case.assumptions, key=lambda item: -under[item.id])
    least = under[ranked[min(MOST, len(ranked)) - 1].id] if ranked else 0
    shown = [item for item in ranked if under[item.id] >= max(1, least)]
    if len(shown) > LEVEL:  # too many are level with the last to show any of them
        shown = [item for item in shown if under[item.id] > least]
    return tuple((item, under[item.id]) for item in shown)


def unused(case: Case) -> tuple[Assumption, ...]:
    """The assumptions that no rule uses, so that no step shows them."""
    used = {premise.statement for rule in case.rules for premise in rule.premises}
    return tuple(item for item in case.taking_part(False) if item.id not in used)


def _argued_in(case: Case, name: str) -> int:
    """The first paragraph by which the statement is said and something has been said for it."""
    said = min(case.by_id[name].paragraphs)
    return max(said, min((min(rule.paragraphs) for rule in case.rules if rule.then == name), default=said))


def _derived_premises(case: Case, name: str) -> set[str]:
    assumed = {item.id for item in case.assumptions if not item.argued_by}
    rules = (rule for rule in case.rules if rule.conclusion == name)
    return {premise.statement for rule in rules for premise in rule.premises} - assumed


def leading_most(case: Case) -> tuple[str, ...]:
    """The findings by how many recommendations they are part of an argument for in the baseline, the most first."""
    below = arguing_for(case, baseline_scenario(case))
    under = {item.id: sum(item.id in below[one.id] for one in case.recommendations) for item in case.findings}
    return tuple(sorted(under, key=lambda name: -under[name]))
