"""What links between assumptions do to the stances of a scenario: what is carried along, and what cannot be."""

from bisect import bisect_left
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import TypeVar

from models.schema.case import Case
from models.schema.grades import Stance
from models.schema.links import Clause, Link, Setting, a_setting, forced
from models.schema.result import Contradiction
from models.schema.scenario import Scenario, StanceOn, with_stances

T = TypeVar("T")
VALUES = {Stance.HOLDS: True, Stance.FAILS: False}
STANCES = {True: Stance.HOLDS, False: Stance.FAILS}
MOST_CHANGES = 6
MOST_NAMED = 12
MOST_TRIED = 300
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


def what_was_set(
    case: Case, before: Scenario, after: Scenario, asked: Collection[str] = ()
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The assumptions whose stance was set between two scenarios, and those that links carried along with it.

    Where either of two would have carried the other along, the one that was `asked` for was set.
    """
    moved = tuple(name for name, stance in after.stance_of.items() if before.stance_of[name] is not stance)
    if not case.links or not 1 < len(moved) <= MOST_CARRIED:
        return moved, ()
    known = tuple(name for name in moved if name in asked)
    for names in (known, *((name,) for name in moved)):
        wanted = {name: after.stance_of[name] for name in names}
        if wanted and carried_along(case, before, wanted).stances == after.stances:
            return names, tuple(item for item in moved if item not in wanted)
    return moved, ()


def contradictions(case: Case, scenario: Scenario) -> tuple[Contradiction, ...]:
    """Every smallest part of the stances that no possible setting has, each with links that rule it out.

    What is left without one stance of a part is looked at again, so that none is missed (Reiter, Artificial
    Intelligence 32, 1987); no more than MOST_NAMED are looked for.
    """
    settled = _settled(case, scenario)
    found: list[tuple[str, ...]] = []
    seen = [frozenset[str]()]
    for left_out in seen:
        left = {name: value for name, value in settled.items() if name not in left_out}
        part = next((item for item in found if left_out.isdisjoint(item)), None) or _clash(case, left)
        if part is None:
            continue
        found += [] if part in found else [part]
        if len(found) == MOST_NAMED:
            break
        fewer = (left_out | {name} for name in part)
        seen += [item for item in fewer if item not in seen] if len(seen) < MOST_TRIED else []
    return tuple(_contradiction(case, scenario, {name: settled[name] for name in part}) for part in found)


def _clash(case: Case, settled: Setting) -> tuple[str, ...] | None:
    """A smallest part of what is settled that no possible setting has."""
    if not case.links or a_setting(case.clauses, settled) is not None:
        return None
    names = smallest(
        tuple(settled), lambda some: a_setting(case.clauses, {name: settled[name] for name in some}) is None
    )
    return tuple(name for name in settled if name in names)


def _contradiction(case: Case, scenario: Scenario, part: Setting) -> Contradiction:
    links = smallest(case.links, lambda some: a_setting(_clauses(some), part) is None)
    return Contradiction(
        stances=tuple(StanceOn(id=name, stance=scenario.stance_of[name]) for name in part),
        links=tuple(link.id for link in case.links if link in links),
    )


def smallest(items: tuple[T, ...], suffices: Callable[[tuple[T, ...]], bool]) -> tuple[T, ...]:
    """Some of the items, none of which can be spared, that suffice as all of them do."""
    needed: tuple[T, ...] = ()
    while not suffices(needed):
        begun = needed  # the last one that is missing is needed
        number = bisect_left(range(len(items)), True, key=lambda some: suffices((*begun, *items[:some])))
        needed, items = (*needed, items[number - 1]), items[: number - 1]
    return needed


def resolutions(
    case: Case, scenario: Scenario, kept: Collection[str] = ()
) -> tuple[tuple[StanceOn, ...], ...]:
    """The smallest changes of stances, of one size, that leave the scenario possible; what is `kept` stays."""
    settled = _settled(case, scenario)
    tried = {frozenset[str]()}
    for _ in range(MOST_CHANGES):
        clashes = {chosen: _clash(case, _turned(settled, chosen)) or () for chosen in tried}
        tried = {
            chosen | {name}
            for chosen, part in clashes.items()
            for name in part
            if name not in chosen and name not in kept
        }
        possible = [chosen for chosen in tried if _clash(case, _turned(settled, chosen)) is None]
        if possible or len(tried) > MOST_TRIED:
            ways = sorted([name in chosen for name in settled] for chosen in possible)
            return tuple(_changes(settled, way) for way in reversed(ways))
    return ()


def _turned(settled: Setting, chosen: Collection[str]) -> dict[str, bool]:
    return {name: value is not (name in chosen) for name, value in settled.items()}


def _changes(settled: Setting, turned: Sequence[bool]) -> tuple[StanceOn, ...]:
    items = zip(settled.items(), turned, strict=True)
    return tuple(
        StanceOn(id=name, stance=STANCES[not value]) for (name, value), is_turned in items if is_turned
    )


def _settled(case: Case, scenario: Scenario) -> dict[str, bool]:
    """The settled stances on linked assumptions."""
    linked = ((item.id, scenario.stance_of[item.id]) for item in case.assumptions if item.id in case.linked)
    return {name: VALUES[stance] for name, stance in linked if stance in VALUES}


def _argued(scenario: Scenario, name: str, carried: bool) -> bool:
    """Whether an assumption is taken as argued, and stays so while nothing that was changed decides it."""
    return scenario.stance_of[name] is Stance.AS_ARGUED and not carried


def _clauses(links: Collection[Link]) -> list[Clause]:
    return [clause for link in links for clause in link.clauses]
