"""Groups drawn at random on one case, as files and as ballots, and what matters to them worked out naively."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache, lru_cache
from itertools import islice, product

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from models.schema.case import Case
from models.schema.grades import Reading, Stance, Verdict
from models.schema.scenario import Scenario, baseline_scenario, with_stances
from models.schema.steps.workshop_steps import balloted, voiced
from models.schema.workshop import Ballot, Count, Group, Origin
from tests.models.analyses.generated_cases import generated_case
from tests.models.engine.brute_force import BruteForce, World
from tests.models.engine.small_cases import SETTINGS, among

ALLOWED = {
    Stance.HOLDS: {True},
    Stance.FAILS: {False},
    Stance.UNCERTAIN: {True, False},
    Stance.AS_ARGUED: {True, False},
}
Ways = Mapping[str, Sequence[bool]]
thoroughly = settings(
    max_examples=80, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)


def group(name: str, scenario: Scenario, ballot: Ballot | None = None) -> Group:
    return Group(id=name, round="round-1", name=name, origin=Origin.FILE, scenario=scenario, ballot=ballot)


@st.composite
def drawn_groups(draw: st.DrawFn, case: Case, least: int = 1) -> tuple[Group, ...]:
    """Some groups that may read the case differently, each with its stances or its ballot."""
    numbers = range(1, draw(st.integers(least, 3)) + 1)
    return tuple(_group(draw, case, f"g{number}") for number in numbers)


def _group(draw: st.DrawFn, case: Case, name: str) -> Group:
    reading, added = draw(among(tuple(Reading))), draw(st.booleans())
    aside = draw(_at_most_one(tuple(case.rule_by_id)))
    ballot = draw(_ballots(tuple(item.id for item in case.assumptions))) if draw(st.booleans()) else None
    if ballot is not None:
        scenario = balloted(case, ballot)
    else:
        stances = {item.id: draw(among(SETTINGS)) for item in case.assumptions}
        scenario = with_stances(baseline_scenario(case), stances)
    scenario = replace(scenario, reading=reading, added=added, set_aside=tuple(aside))
    return Group(id=name, round="round-1", name=name, origin=Origin.TALLY, scenario=scenario, ballot=ballot)


@cache
def _at_most_one(names: tuple[str, ...]) -> st.SearchStrategy[set[str]]:
    return st.sets(among(names), max_size=1)


@cache
def _ballots(names: tuple[str, ...]) -> st.SearchStrategy[Ballot]:
    few = st.integers(0, 2)
    counts = st.tuples(
        *(st.builds(Count, id=st.just(name), holds=few, uncertain=few, fails=few) for name in names)
    )
    return counts.map(lambda drawn: Ballot(heads=6, counts=tuple(count for count in drawn if count.answered)))


def tangled_groups(seed: int) -> tuple[Case, tuple[Group, ...]]:
    """Twelve assumptions, all of them disputed between two groups."""
    case = generated_case(seed, 12, 0.3)
    scenarios = [baseline_scenario(case)]
    turned = {Stance.HOLDS: Stance.FAILS, Stance.FAILS: Stance.UNCERTAIN, Stance.UNCERTAIN: Stance.HOLDS}
    other = {name: turned[stance] for name, stance in scenarios[0].stance_of.items()}
    scenarios.append(with_stances(scenarios[0], other))
    return case, tuple(
        Group(id=f"g{at}", round="round-1", name=f"g{at}", origin=Origin.FILE, scenario=scenario)
        for at, scenario in enumerate(scenarios)
    )


def open_ways(case: Case, groups: Sequence[Group]) -> dict[str, list[bool]]:
    """How each assumption may be settled within what somebody in the groups takes it to be."""
    return {
        item.id: sorted(set[bool]().union(*(ALLOWED[s] for group in groups for s in voiced(group, item.id))))
        for item in case.assumptions
    }


def _possible(case: Case, scenario: Scenario, ways: Ways) -> dict[tuple[bool, ...], World]:
    """The completion of each possible setting."""
    return _worlds(case, scenario, tuple((name, tuple(values)) for name, values in ways.items()))


@lru_cache(maxsize=4)
def _worlds(
    case: Case, scenario: Scenario, ways: tuple[tuple[str, tuple[bool, ...]], ...]
) -> dict[tuple[bool, ...], World]:
    names = [name for name, _ in ways]
    settings = product(*(values for _, values in ways))
    worlds = {one: World(case, scenario, dict(zip(names, one, strict=True))) for one in settings}
    return {one: world for one, world in worlds.items() if world.possible()}


def swings(
    case: Case, scenario: Scenario, ways: Ways, left: Sequence[str] = (), *, alone: bool = False
) -> set[tuple[str, str]]:
    """The pairs of an assumption and a recommendation that it decides in some setting, as the scenario reads it.

    With it goes along what links do not let stay behind. Of what is `left` uncertain, some may be settled. If it is to
    decide `alone`, all is, and nothing goes along.
    """
    accepted = {
        setting: {item.id: world.accepted(item.id) for item in case.recommendations}
        for setting, world in _possible(case, scenario, ways).items()
    }
    return _turned(tuple(ways), accepted, () if alone else left, alone=alone)


def _turned(
    names: Sequence[str],
    outcomes: Mapping[tuple[bool, ...], Mapping[str, object]],
    left: Sequence[str],
    *,
    alone: bool = False,
) -> set[tuple[str, str]]:
    """The pairs of an assumption and a recommendation of which it changes what may come out."""
    free = [place for place, name in enumerate(names) if name in left]
    found = set[tuple[str, str]]()
    for values in product((True, False, None), repeat=len(free)):
        settled = {place: value for place, value in zip(free, values, strict=True) if value is not None}
        within: dict[tuple[bool, ...], dict[str, set[object]]] = {}
        for setting, outcome in outcomes.items():
            if all(setting[place] is value for place, value in settled.items()):
                key = tuple(held for place, held in enumerate(setting) if place not in free)
                seen = within.setdefault(key, {})
                for item, came in outcome.items():
                    seen.setdefault(item, set()).add(came)
        asked = [name for place, name in enumerate(names) if place not in free]
        for one, other, places in smallest_moves(tuple(within)):
            if len(places) == 1 or not alone:
                found |= {
                    (asked[place], item)
                    for item, came_of in within[one].items()
                    if came_of != within[other][item]
                    for place in places
                }
    return found


def settling_anywhere(case: Case, scenario: Scenario, name: str) -> set[str]:
    """The recommendations that one assumption decides, whatever is taken of the others, uncertain ones too."""
    ways = {item.id: (False, True) for item in case.assumptions}
    left = [item.id for item in case.assumptions if item.id != name]
    return {item for _, item in swings(case, scenario, ways, left)}


@lru_cache(maxsize=8)
def smallest_moves(
    possible: tuple[tuple[bool, ...], ...],
) -> list[tuple[tuple[bool, ...], tuple[bool, ...], list[int]]]:
    """Two possible settings each with no other one between them, and the places in which they differ."""
    bits = {sum(held << place for place, held in enumerate(one)): one for one in possible}
    places = range(len(possible[0]) if possible else 0)
    found = []
    for at, one in enumerate(bits):
        alone = [place for place in places if one ^ (1 << place) in bits]
        turned = sum(1 << place for place in alone)
        found += [(bits[one], bits[one | 1 << place], [place]) for place in alone if not one >> place & 1]
        later = islice(bits, at + 1, None) if len(alone) < len(places) else ()
        for other in (other for other in later if not (one ^ other) & turned):
            apart = one ^ other
            if not any(between not in (one, other) and not (between ^ one) & ~apart for between in bits):
                found.append((bits[one], bits[other], [place for place in places if apart >> place & 1]))
    return found


def changes_of_verdict(
    case: Case, scenario: Scenario, ways: Ways, left: Sequence[str] = ()
) -> set[tuple[str, str]]:
    """The pairs of an assumption and a recommendation whose verdict in some setting it changes."""
    baseline = BruteForce(case, baseline_scenario(case))
    least = {item.id: baseline.counts(item.id)[0] for item in case.recommendations}
    verdicts = {
        setting: {name: _verdict(world, least[name], name) for name in least}
        for setting, world in _possible(case, scenario, ways).items()
    }
    return _turned(tuple(ways), verdicts, left)


def left_uncertain(taken: Mapping[str, Iterable[Stance]]) -> list[str]:
    """What all leave as it may be."""
    either = ({Stance.UNCERTAIN}, {Stance.AS_ARGUED})
    return [name for name, stances in taken.items() if set(stances) in either]


def _verdict(world: World, least: int, name: str) -> Verdict:
    if not world.accepted(name):
        return world.fall(name)[1]
    applying = sum(world.applies(rule) for rule in world.grounds(name))
    return Verdict.FEWER if applying < least else Verdict.HOLDS


def swings_of(case: Case, groups: Sequence[Group], *, alone: bool = False) -> set[tuple[str, str]]:
    """The same for groups: it is enough that it decides as one of them reads the case."""
    ways = open_ways(case, groups)
    left = left_uncertain({name: [s for g in groups for s in voiced(g, name)] for name in ways})
    readings = {(g.scenario.reading, g.scenario.added, g.scenario.set_aside): g.scenario for g in groups}
    return set[tuple[str, str]]().union(
        *(swings(case, item, ways, left, alone=alone) for item in readings.values())
    )
