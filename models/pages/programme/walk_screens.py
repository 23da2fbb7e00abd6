"""Which screens the walk-through has, in short and in full, and where each statement is met first.

It goes as the source argues, with everything after what it rests on.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from heapq import heapify, heappop, heappush

from models.engine.routes import arguing_for
from models.pages.programme.agenda_page import moment_of
from models.schema.action import Action, look
from models.schema.case import Assumption, Case
from models.schema.scenario import Scenario, baseline_scenario
from models.schema.snapshot import Snapshot
from models.schema.steps.workshop_steps import fresh_id

SHORT = 10
"""So many statements, beside the first and the last screen, make the short form about twelve screens."""


MOST, LEVEL = 6, 9
"""So many assumptions are listed at most, or up to so many where they are level with the last."""


@dataclass(frozen=True, slots=True)
class Screen:
    """One screen: its id, its place in the walk, and the statement that it adds; or all that is advised.

    The first and the last have neither.
    """

    id: str
    number: int
    total: int
    statement: str = ""
    advice: bool = False


@lru_cache(maxsize=8)
def screens(case: Case, short: bool) -> tuple[Screen, ...]:
    """The screens from the opening to the whole; the same case gives the same screens with the same ids.

    A short form that the case names goes through its statements to all that is advised, and ends with what is core.
    """
    first, advice, last = (fresh_id(word, case.by_id, word) for word in ("opening", "advice", "whole"))
    names: Sequence[str] = _source_order(case)
    if short and case.short_walk:
        core = (item.id for item in case.assumptions if item.core and item.id not in case.short_walk)
        names = (*case.short_walk, advice, *core)
    elif short:
        kept = _kept(case, names)
        names = [name for name in names if name in kept]
    total = len(names) + 2
    middle = (
        Screen(f"step:{name}", place, total, "" if name == advice else name, name == advice)
        for place, name in enumerate(names, start=2)
    )
    return (Screen(f"step:{first}", 1, total), *middle, Screen(f"step:{last}", total, total))


@lru_cache(maxsize=8)
def met(case: Case, short: bool) -> dict[str, int]:
    """On which screen each statement is met first: an assumption where it is used, the others on their own."""
    found: dict[str, int] = {}
    for screen in screens(case, short):
        if not screen.statement:
            continue
        rules = (rule for rule in case.rules if rule.conclusion == screen.statement)
        for premise in (premise for rule in rules for premise in rule.premises):
            if isinstance(case.by_id[premise.statement], Assumption):
                found.setdefault(premise.statement, screen.number)
        found.setdefault(screen.statement, screen.number)
    return found


def _kept(case: Case, names: Sequence[str]) -> set[str]:
    """What the short form shows: the recommendations, the first ones if there are many, then what leads to most."""
    advice = [item.id for item in case.recommendations]
    kept = [name for name in names if name in advice][: SHORT + 1]
    rest = [name for name in _leading_most(case) if name not in kept]
    return {*kept, *rest[: max(0, SHORT - len(kept))]}


def chip(snapshot: Snapshot) -> str:
    """The time of the agenda's step for a small label, or nothing while none is present."""
    if not snapshot.workshop.agenda_at or snapshot.clock.now is None:
        return ""
    return moment_of(snapshot).chip


def walked(snapshot: Snapshot, by: int) -> Action:
    """The action that goes so many screens of the walk-through on; past its ends it stays where it is."""
    names = [screen.id for screen in screens(snapshot.case, snapshot.view.short_walk)]
    here = names.index(snapshot.view.screen) if snapshot.view.screen in names else 0
    return look(screen=names[max(0, min(len(names) - 1, here + by))])


def _source_order(case: Case) -> tuple[str, ...]:
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


def _leading_most(case: Case) -> tuple[str, ...]:
    """The findings by how many recommendations they are part of an argument for in the baseline, the most first."""
    below = arguing_for(case, baseline_scenario(case))
    under = {item.id: sum(item.id in below[one.id] for one in case.recommendations) for item in case.findings}
    return tuple(sorted(under, key=lambda name: -under[name]))
