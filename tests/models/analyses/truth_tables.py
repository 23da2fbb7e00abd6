"""The analyses worked out the naive way: from truth tables, by trying everything."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from fractions import Fraction
from itertools import combinations, product

from models.schema.case import Case, Stance
from models.schema.scenario import Scenario
from tests.models.engine.brute_force import World

Setting = tuple[bool, ...]
Table = Mapping[Setting, bool]


class RememberingWorld(World):
    """A world that works out each statement once."""

    def __init__(self, case: Case, scenario: Scenario, held: dict[str, bool]) -> None:
        super().__init__(case, scenario, held)
        self.known: dict[str, bool] = {}

    def accepted(self, name: str) -> bool:
        if name not in self.known:
            self.known[name] = super().accepted(name)
        return self.known[name]


def truth_tables(case: Case, scenario: Scenario, names: Iterable[str] | None = None) -> dict[str, Table]:
    """For each recommendation, or statement named, whether it is accepted in each setting."""
    wanted = [item.id for item in case.recommendations] if names is None else list(names)
    assumptions = [item.id for item in case.assumptions]
    tables: dict[str, dict[Setting, bool]] = {name: {} for name in wanted}
    for setting in product([False, True], repeat=len(assumptions)):
        world = RememberingWorld(case, scenario, dict(zip(assumptions, setting, strict=True)))
        for name in wanted:
            tables[name][setting] = world.accepted(name)
    return {**tables}


def restricted(table: Table, kept: Callable[[Setting], bool]) -> dict[Setting, bool]:
    return {setting: value for setting, value in table.items() if kept(setting)}


def share(table: Table) -> Fraction:
    return Fraction(sum(table.values()), len(table))


def turned(setting: Setting, place: int) -> Setting:
    return (*setting[:place], not setting[place], *setting[place + 1 :])


def banzhaf(table: Table, place: int) -> Fraction:
    swings = sum(value is not table[turned(setting, place)] for setting, value in table.items())
    return Fraction(swings, len(table))


def probability(table: Table, chances: Sequence[Fraction]) -> Fraction:
    total = Fraction(0)
    for setting, value in table.items():
        if value:
            weight = Fraction(1)
            for held, chance in zip(setting, chances, strict=True):
                weight *= chance if held else 1 - chance
            total += weight
    return total


def agree(scenario: Scenario, changes: Mapping[int, bool] | None = None) -> Callable[[Setting], bool]:
    """Tells the completions of a scenario, its stances changed by place."""
    stances = [entry.stance for entry in scenario.stances]
    fixed = {
        place: stance is Stance.HOLDS
        for place, stance in enumerate(stances)
        if stance is not Stance.UNCERTAIN
    }
    wanted = fixed | dict(changes or {})
    return lambda setting: all(setting[place] is held for place, held in wanted.items())


def prime_implicants(table: Table, free: Sequence[int]) -> list[dict[int, bool]]:
    """Minimal settings of some of the free places that imply the statement."""
    found: list[dict[int, bool]] = []
    for size in range(len(free) + 1):
        for places in combinations(free, size):
            for values in product([True, False], repeat=size):
                literals = dict(zip(places, values, strict=True))
                if any(known.items() <= literals.items() for known in found):
                    continue
                if all(restricted(table, agree_with(literals)).values()):
                    found.append(literals)
    return found


def agree_with(literals: Mapping[int, bool]) -> Callable[[Setting], bool]:
    return lambda setting: all(setting[place] is held for place, held in literals.items())


def flips(table: Table, scenario: Scenario, wanted: bool) -> list[dict[int, bool]]:
    """Minimal changes of stances after which the statement is so in every completion."""
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
            if all(value is wanted for value in restricted(table, agree(scenario, changed)).values()):
                found.append(changed)
    return found


def reasons(table: Table, scenario: Scenario, status: bool) -> list[tuple[int, ...]]:
    """Minimal sets of settled places that keep the statement as it is."""
    stances = [entry.stance for entry in scenario.stances]
    settled = [place for place, stance in enumerate(stances) if stance is not Stance.UNCERTAIN]
    found: list[tuple[int, ...]] = []
    for size in range(len(settled) + 1):
        for places in combinations(settled, size):
            if any(set(known) <= set(places) for known in found):
                continue
            held = {place: stances[place] is Stance.HOLDS for place in places}
            if all(value is status for value in restricted(table, agree_with(held)).values()):
                found.append(places)
    return found
