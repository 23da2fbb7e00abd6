"""The analyses worked out the naive way: from truth tables, by trying everything."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from fractions import Fraction
from itertools import combinations, product

from models.schema.case import Case
from models.schema.grades import Stance
from models.schema.scenario import Scenario, with_stances
from models.schema.steps.link_steps import carried_along
from tests.models.engine.brute_force import BruteForce, World

Setting = tuple[bool, ...]
Table = Mapping[Setting, bool]


def truth_tables(case: Case, scenario: Scenario, names: Iterable[str] | None = None) -> dict[str, Table]:
    """For each recommendation, or statement named, whether it is accepted in each possible setting."""
    scenario = with_stances(scenario, dict.fromkeys(scenario.stance_of, Stance.UNCERTAIN))
    wanted = [item.id for item in case.recommendations] if names is None else list(names)
    assumptions = [item.id for item in case.assumptions]
    tables: dict[str, dict[Setting, bool]] = {name: {} for name in wanted}
    for setting in product([False, True], repeat=len(assumptions)):
        world = World(case, scenario, dict(zip(assumptions, setting, strict=True)))
        for name in wanted if world.possible() else ():
            tables[name][setting] = world.accepted(name)
    return {**tables}


def restricted(table: Table, kept: Callable[[Setting], bool]) -> dict[Setting, bool]:
    return {setting: value for setting, value in table.items() if kept(setting)}


def share(table: Table) -> Fraction:
    return Fraction(sum(table.values()), len(table)) if table else Fraction(0)


def turned(setting: Setting, place: int) -> Setting:
    return (*setting[:place], not setting[place], *setting[place + 1 :])


def banzhaf(table: Table, place: int) -> Fraction:
    swings = sum(value is not table.get(turned(setting, place), value) for setting, value in table.items())
    return Fraction(swings, len(table))


def probability(table: Table, chances: Sequence[Fraction], impossible: Fraction = Fraction(0)) -> Fraction:
    """The probability given that the setting is possible; what is told where none is."""
    accepted, total = Fraction(0), Fraction(0)
    for setting, value in table.items():
        weight = Fraction(1)
        for held, chance in zip(setting, chances, strict=True):
            weight *= chance if held else 1 - chance
        total += weight
        accepted += weight if value else 0
    return accepted / total if total else impossible


def agree(scenario: Scenario, changes: Mapping[int, bool] | None = None) -> Callable[[Setting], bool]:
    """Tells the completions of a scenario, its stances changed by place."""
    stances = [entry.stance for entry in scenario.stances]
    fixed = {
        place: stance is Stance.HOLDS
        for place, stance in enumerate(stances)
        if stance in (Stance.HOLDS, Stance.FAILS)
    }
    wanted = fixed | dict(changes or {})
    return lambda setting: all(setting[place] is held for place, held in wanted.items())


def completions_of(case: Case, scenario: Scenario) -> Callable[[Setting], bool]:
    """Tells the completions of a scenario: what is taken as argued holds where a finding follows that argues for it."""
    findings = [finding for item in case.assumptions for finding in item.argued_by]
    tables, agrees = truth_tables(case, scenario, findings), agree(scenario)
    argued = [
        (place, item.argued_by)
        for place, item in enumerate(case.assumptions)
        if scenario.stance_of[item.id] is Stance.AS_ARGUED
    ]
    return lambda setting: (
        agrees(setting)
        and all(
            setting[place] or not any(tables[finding][setting] for finding in given)
            for place, given in argued
        )
    )


def prime_implicants(table: Table, free: Sequence[int]) -> list[dict[int, bool]]:
    """Minimal settings of some of the free places that imply the statement."""
    found: list[dict[int, bool]] = []
    for size in range(len(free) + 1):
        for places in combinations(free, size):
            for values in product([True, False], repeat=size):
                literals = dict(zip(places, values, strict=True))
                if any(known.items() <= literals.items() for known in found):
                    continue
                among = restricted(table, agree_with(literals))
                if among and all(among.values()):
                    found.append(literals)
    return found


def agree_with(literals: Mapping[int, bool]) -> Callable[[Setting], bool]:
    return lambda setting: all(setting[place] is held for place, held in literals.items())


def flips(case: Case, scenario: Scenario, name: str, table: Table, wanted: bool) -> list[dict[int, bool]]:
    """Minimal changes of stances after which the statement is so in every completion, of which there is one."""
    stances = [entry.stance for entry in scenario.stances]
    changes = [
        (place, held)
        for place, stance in enumerate(stances)
        for held in (True, False)
        if stance is not (Stance.HOLDS if held else Stance.FAILS)
    ]
    found: list[dict[int, bool]] = []
    for size in range(len(stances) + 1):
        for chosen in combinations(changes, size):
            changed = dict(chosen)
            if len(changed) < size or any(known.items() <= changed.items() for known in found):
                continue
            if _after(case, scenario, name, table, changed) == {wanted}:
                found.append(changed)
    return found


def _after(case: Case, scenario: Scenario, name: str, table: Table, changes: Mapping[int, bool]) -> set[bool]:
    """Whether a statement is accepted in the completions after some changes, if there are any.

    What links carry along counts then: an assumption that is argued for may be set to fail with them.
    """
    if Stance.AS_ARGUED not in scenario.stance_of.values():
        return set(restricted(table, agree(scenario, changes)).values())
    ids = [item.id for item in case.assumptions]
    stances = {ids[place]: Stance.HOLDS if held else Stance.FAILS for place, held in changes.items()}
    if not BruteForce(case, with_stances(scenario, stances)).worlds:
        return set()
    return {world.accepted(name) for world in BruteForce(case, carried_along(case, scenario, stances)).worlds}


def reasons(case: Case, scenario: Scenario, name: str, status: bool) -> list[tuple[int, ...]]:
    """Minimal sets of places whose stances keep the statement as it is, whatever the others are."""
    stances = [entry.stance for entry in scenario.stances]
    ids = [item.id for item in case.assumptions]
    taken = [place for place, stance in enumerate(stances) if stance is not Stance.UNCERTAIN]
    found: list[tuple[int, ...]] = []
    for size in range(len(taken) + 1):
        for places in combinations(taken, size):
            if any(set(known) <= set(places) for known in found):
                continue
            freed = {ids[place]: Stance.UNCERTAIN for place in taken if place not in places}
            worlds = BruteForce(case, with_stances(scenario, freed)).worlds
            if {world.accepted(name) for world in worlds} == {status}:
                found.append(places)
    return found
