"""From the scenario's stances: what would topple or rescue a statement, and what fixes its status."""

from collections.abc import Callable, Collection, Iterable
from functools import lru_cache

from models.analyses.acceptance import acceptances
from models.analyses.minimal_sets import MinimalSets, Price, elements, in_order, minimal_sets
from models.analyses.scope import Scope, all_settings
from models.analyses.trial import Trial
from models.engine.evaluate import run_completions
from models.schema.analysis import Change, FixingSets, Flips, Tick, patiently
from models.schema.case import Case, Stance
from models.schema.result import Status
from models.schema.scenario import Scenario

Pricing = Callable[[Stance, int, int], Price]


def flips(
    case: Case, scenario: Scenario, tick: Tick = patiently, *, about: Collection[str] | None = None
) -> tuple[Flips, ...]:
    """For each recommendation (or what `about` names) the smallest sets of changes that turn it round.

    A set of changes makes the statement accepted (or rejected) in every completion that is then left, and no
    part of it does; settling an uncertain assumption is a change too. The direction it has already is left
    out. Smallest first, then in the case's order; where there are too many, those up to some size and
    `complete` false. Past the node budget sets are found by trial up to three changes. By Coudert and Madre's
    recursion with settled stances as they are (`minimal_sets`). Raises KeyError for unknown ids.
    """
    scope = all_settings(case, scenario)
    prices = _prices(case, scenario, _price_of_change)
    statuses = _statuses(scope, scenario, about, tick)
    trial = Trial(scope.case, scenario, _past_budget(scope, statuses, tick), tick)
    found = []
    for name, status in statuses.items():
        sets = {
            wanted: minimal_sets(scope, name, wanted is Status.ACCEPTED, prices, tick)
            or trial.minimal(name, wanted)
            for wanted in (Status.ACCEPTED, Status.REJECTED)
            if wanted is not status
        }
        found.append(
            Flips(
                id=name,
                status=status,
                accepted=_as_changes(scope.case, sets.get(Status.ACCEPTED)),
                rejected=_as_changes(scope.case, sets.get(Status.REJECTED)),
                complete=all(part.complete for part in sets.values()),
            )
        )
    return tuple(found)


def reasons(
    case: Case, scenario: Scenario, tick: Tick = patiently, *, about: Collection[str] | None = None
) -> tuple[FixingSets, ...]:
    """For each recommendation (or what `about` names) the smallest sets of stances that fix its status.

    While these stances stay, the statement stays accepted (or rejected) however everything else is, what is
    now settled included: the sufficient reasons of Darwiche and Hirth (ECAI 2020), the prime-implicant
    explanations of Shih, Choi and Darwiche (IJCAI 2018). None where it is open. Order, cuts and errors as in
    `flips`; past the node budget none are given and `complete` is false.
    """
    scope = all_settings(case, scenario)
    prices = _prices(case, scenario, _price_of_staying)
    found = []
    for name, status in _statuses(scope, scenario, about, tick).items():
        fixing = MinimalSets((), True)
        if status is not Status.OPEN:
            accepted = status is Status.ACCEPTED
            fixing = minimal_sets(scope, name, accepted, prices, tick) or MinimalSets((), False)
        sets = tuple(tuple(case.assumptions[bit // 2].id for bit in bits) for bits in in_order(fixing.sets))
        found.append(FixingSets(id=name, status=status, sets=sets, complete=fixing.complete))
    return tuple(found)


def _statuses(
    scope: Scope, scenario: Scenario, about: Collection[str] | None, tick: Tick
) -> dict[str, Status]:
    """Read off the diagrams; the engine is asked only about what is past the node budget."""
    found = acceptances(scope, tick)
    names = [item.id for item in scope.case.recommendations] if about is None else about
    known = {
        name: acceptance.status(scenario.stance_of)
        for name in names
        if (acceptance := found[name]) is not None
    }
    if len(known) == len(names):
        return known
    run = run_completions(scope.case, scenario)
    return {name: known.get(name) or run.status(name) for name in names}


def _past_budget(scope: Scope, names: Iterable[str], tick: Tick) -> list[str]:
    found = acceptances(scope, tick)
    return [name for name in names if found[name] is None]


def _prices(case: Case, scenario: Scenario, pricing: Pricing) -> dict[str, Price]:
    items = enumerate(case.assumptions)
    return {item.id: pricing(scenario.stance_of[item.id], *elements(place)) for place, item in items}


def _price_of_change(stance: Stance, holds: int, fails: int) -> Price:
    if stance is Stance.UNCERTAIN:
        return Price(None, holds, fails)
    return Price(True, fails=fails) if stance is Stance.HOLDS else Price(False, holds=holds)


def _price_of_staying(stance: Stance, holds: int, fails: int) -> Price:
    return Price(None, holds * (stance is Stance.HOLDS), fails * (stance is Stance.FAILS))


@lru_cache(maxsize=16)
def _change_by_bit(case: Case) -> tuple[Change, ...]:
    return tuple(
        change
        for item in case.assumptions
        for change in (Change(id=item.id, to=Stance.HOLDS), Change(id=item.id, to=Stance.FAILS))
    )


def _as_changes(case: Case, found: MinimalSets | None) -> tuple[tuple[Change, ...], ...]:
    if found is None:
        return ()
    changes = _change_by_bit(case)
    return tuple(tuple(changes[bit] for bit in bits) for bits in in_order(found.sets))
