"""What links between assumptions do to the stances of a scenario: what is carried along, and what cannot be."""

from collections.abc import Collection, Mapping
from itertools import combinations

from models.schema.case import Case
from models.schema.grades import Stance
from models.schema.links import Clause, Link, a_setting, forced
from models.schema.result import Contradiction
from models.schema.scenario import Scenario, StanceOn, with_stances

VALUES = {Stance.HOLDS: True, Stance.FAILS: False}
STANCES = {True: Stance.HOLDS, False: Stance.FAILS}
MOST_CHANGES = 3
MOST_CARRIED = 20
"""Where more stances change at once, a whole scenario was taken over or reset."""


def settled_by_links(case: Case, scenario: Scenario, changed: Collection[str] = ()) -> dict[str, Stance]:
    """The stances that links leave only one value, under assumption ids: those to be carried along.

    What was `changed` stays. It carries along whatever it forces by itself, settled stances too; and what is
    uncertain takes the only value that it can have beside the rest. Empty where the stances contradict each
    other, or nothing is linked.
    """
    if not case.links:
        return {}
    settled = _settled(case, scenario)
    kept = {name: value for name, value in settled.items() if name in changed}
    carried = forced(case.clauses, kept) if a_setting(case.clauses, kept) is not None else {}
    settled |= carried
    if a_setting(case.clauses, settled) is None:
        return {}
    found = {**carried, **forced(case.clauses, settled)}
    stances = {name: STANCES[value] for name, value in found.items()}
    return {
        name: stance
        for name, stance in stances.items()
        if name not in changed
        and scenario.stance_of[name] is not stance
        and not _argued(scenario, name, name in carried)
    }


def carried_along(case: Case, scenario: Scenario, changes: Mapping[str, Stance]) -> Scenario:
    """The scenario with some stances changed, and with those that links carry along."""
    changed = with_stances(scenario, changes)
    carried = settled_by_links(case, changed, tuple(changes))
    return with_stances(changed, carried) if carried else changed


def what_was_set(case: Case, before: Scenario, after: Scenario) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The assumptions whose stance was set between two scenarios, and those that links carried along with it."""
    moved = tuple(name for name, stance in after.stance_of.items() if before.stance_of[name] is not stance)
    for name in moved if case.links and 1 < len(moved) <= MOST_CARRIED else ():
        if carried_along(case, before, {name: after.stance_of[name]}).stances == after.stances:
            return (name,), tuple(item for item in moved if item != name)
    return moved, ()


def contradiction(case: Case, scenario: Scenario) -> Contradiction | None:
    """A smallest part of the stances that no possible setting has, with the links that rule it out."""
    settled = _settled(case, scenario)
    if not case.links or a_setting(case.clauses, settled) is not None:
        return None
    links = list(case.links)
    for link in case.links:
        fewer = [item for item in links if item is not link]
        if a_setting(_clauses(fewer), settled) is None:
            links = fewer
    for name in list(settled):
        others = {item: value for item, value in settled.items() if item != name}
        if a_setting(_clauses(links), others) is None:
            settled = others
    stances = tuple(StanceOn(id=name, stance=scenario.stance_of[name]) for name in settled)
    return Contradiction(stances=stances, links=tuple(link.id for link in links))


def resolutions(
    case: Case, scenario: Scenario, kept: Collection[str] = ()
) -> tuple[tuple[StanceOn, ...], ...]:
    """The smallest changes of stances, of one size, that leave the scenario possible; what is `kept` stays."""
    settled = _settled(case, scenario)
    free = [name for name in settled if name not in kept]
    for size in range(1, MOST_CHANGES + 1):
        found = [_turned(settled, chosen) for chosen in combinations(free, size)]
        possible = [turned for turned in found if a_setting(case.clauses, {**settled, **turned}) is not None]
        if possible:
            return tuple(
                tuple(StanceOn(id=name, stance=STANCES[value]) for name, value in turned.items())
                for turned in possible
            )
    return ()


def _turned(settled: Mapping[str, bool], chosen: Collection[str]) -> dict[str, bool]:
    return {name: not settled[name] for name in chosen}


def _settled(case: Case, scenario: Scenario) -> dict[str, bool]:
    """The settled stances on linked assumptions."""
    linked = ((item.id, scenario.stance_of[item.id]) for item in case.assumptions if item.id in case.linked)
    return {name: VALUES[stance] for name, stance in linked if stance in VALUES}


def _argued(scenario: Scenario, name: str, carried: bool) -> bool:
    """Whether an assumption is taken as argued, and stays so while nothing that was changed decides it."""
    return scenario.stance_of[name] is Stance.AS_ARGUED and not carried


def _clauses(links: Collection[Link]) -> list[Clause]:
    return [clause for link in links for clause in link.clauses]
