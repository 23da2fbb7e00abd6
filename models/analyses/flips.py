"""From the scenario’s stances: what would topple or rescue a statement, what fixes its status, and what suffices."""

from collections.abc import Callable, Collection, Iterable, Mapping
from functools import lru_cache
from typing import NamedTuple

from models.analyses.acceptance import Acceptance, acceptances
from models.analyses.minimal_sets import MinimalSets, Price, elements, in_order, minimal_sets
from models.analyses.scope import Scope, all_settings, changes_from_here, from_here, its_completions, kept
from models.analyses.trial import Trial
from models.engine.evaluator import STAYS
from models.engine.run import Run
from models.engine.walking import run_completions
from models.schema.analysis import Change, FixingSets, Flips, SufficientSets, Tick, patiently
from models.schema.case import Case
from models.schema.grades import Stance
from models.schema.result import Status
from models.schema.scenario import Scenario

SETS_KEPT, SETS_EACH = 100_000, 200
"""Sets of the most tangled answers; a plain one counts as so many, so that a long day keeps some hundred."""
TURNS = (Status.ACCEPTED, Status.REJECTED)
Pricing = Callable[[Stance, int, int], Price]


def flips(
    case: Case, scenario: Scenario, tick: Tick = patiently, *, about: Collection[str] | None = None
) -> tuple[Flips, ...]:
    """For each recommendation (or what `about` names) the smallest sets of changes that turn it round.

    A set of changes makes the statement accepted (or rejected) in every completion that is then left, and no
    part of it does; settling an uncertain assumption is a change too. The direction it has already is left
    out. Smallest first, then in the case's order; where there are too many, those up to some size and
    `complete` false. Past the node budget, or where none are had, sets are found by trial up to three changes.
    By Coudert and Madre's recursion with settled stances as they are (`minimal_sets`). Kept from call to call
    for what it depends on. Raises KeyError for unknown ids.
    """
    if case.links:
        names = [item.id for item in case.recommendations] if about is None else list(about)
        tried = _tried(case, scenario, names, tick, thorough=True)
        return tuple(tried[name] for name in names)
    scope = changes_from_here(case, scenario)
    found = _acceptances(scope, about, tick)
    known = {
        name: _flips(_placed(scope, scenario, name, acceptance), tick)
        for name, acceptance in found.items()
        if acceptance is not None
    }
    beyond = [name for name in found if name not in known or _unfound(known[name])]
    tried = _tried(case, scenario, beyond, tick) if beyond else {}
    return tuple(tried.get(name) or known[name] for name in found)


def _unfound(found: Flips) -> bool:
    """Whether nothing is known of what turns a statement, though something may."""
    return not (found.complete or found.accepted or found.rejected)


def reasons(
    case: Case, scenario: Scenario, tick: Tick = patiently, *, about: Collection[str] | None = None
) -> tuple[FixingSets, ...]:
    """For each recommendation (or what `about` names) the smallest sets of stances that fix its status.

    While these stances stay, the statement stays accepted (or rejected) however everything else is, what is
    now settled included: the sufficient reasons of Darwiche and Hirth (ECAI 2020), the prime-implicant
    explanations of Shih, Choi and Darwiche (IJCAI 2018). None where it is open. Order, cuts, keeping and
    errors as in `flips`; past the node budget none are given and `complete` is false.
    """
    scope = from_here(case, scenario)
    found = _acceptances(scope, about, tick)
    beyond = [name for name, acceptance in found.items() if acceptance is None]
    unfixed = _unfixed(run_completions(case, scenario), beyond) if beyond else {}
    return tuple(
        unfixed[name] if acceptance is None else _reasons(_placed(scope, scenario, name, acceptance), tick)
        for name, acceptance in found.items()
    )


class _Placed(NamedTuple):
    """A statement in a scenario: its status, and the stances on what it can depend on."""

    scope: Scope
    name: str
    status: Status
    stances: tuple[tuple[str, Stance], ...]


def _placed(scope: Scope, scenario: Scenario, name: str, acceptance: Acceptance) -> _Placed:
    stance_of = scenario.stance_of
    if scope.as_argued or scope.case.links:
        stances = tuple(
            (item.removesuffix(STAYS), stance_of[item.removesuffix(STAYS)]) for item in acceptance.names
        )
        run = run_completions(scope.case, scenario)
        return _Placed(scope, name, run.status(name), stances)
    stances = tuple((item, stance_of[item]) for item in acceptance.names)
    return _Placed(scope, name, acceptance.status(stance_of), stances)


def _acceptances(scope: Scope, about: Collection[str] | None, tick: Tick) -> Mapping[str, Acceptance | None]:
    found = acceptances(scope, tick)
    names = [item.id for item in scope.case.recommendations] if about is None else about
    return {name: found[name] for name in names}


def _sets_turning(found: Flips) -> int:
    return SETS_EACH + len(found.accepted) + len(found.rejected)


@kept(SETS_KEPT, _sets_turning)
def _flips(placed: _Placed, tick: Tick) -> Flips:
    sets = {
        wanted: _minimal(placed, wanted, _price_of_change, tick)
        for wanted in TURNS
        if wanted is not placed.status
    }
    return _as_flips(placed.scope.case, placed.name, placed.status, sets)


def _tried(
    case: Case, scenario: Scenario, names: Collection[str], tick: Tick, *, thorough: bool = False
) -> dict[str, Flips]:
    run = run_completions(case, scenario)
    statuses = {name: run.status(name) for name in names}
    trials = {name: Trial(case, scenario, (name,), tick, thorough=True) for name in names} if thorough else {}
    together = Trial(case, scenario, names, tick) if not thorough else None
    sets = {
        name: {
            other: (trials.get(name) or together or trials[name]).minimal(name, other)
            for other in TURNS
            if other is not status
        }
        for name, status in statuses.items()
    }
    return {name: _as_flips(case, name, statuses[name], found) for name, found in sets.items()}


def _sets_fixing(found: FixingSets) -> int:
    return SETS_EACH + len(found.sets)


@kept(SETS_KEPT, _sets_fixing)
def _reasons(placed: _Placed, tick: Tick) -> FixingSets:
    fixing = MinimalSets((), True)
    if placed.status is not Status.OPEN:
        fixing = _minimal(placed, placed.status, _price_of_staying, tick)
    assumptions = placed.scope.case.assumptions
    sets = tuple(tuple(assumptions[bit // 2].id for bit in bits) for bits in in_order(fixing.sets))
    return FixingSets(id=placed.name, status=placed.status, sets=sets, complete=fixing.complete)


def _unfixed(run: Run[int], names: Iterable[str]) -> dict[str, FixingSets]:
    """What is told of statements past the node budget."""
    return {
        name: FixingSets(
            id=name,
            status=run.status(name),
            sets=(),
            complete=run.known(name) and run.status(name) is Status.OPEN,
        )
        for name in names
    }


def _minimal(placed: _Placed, wanted: Status, pricing: Pricing, tick: Tick) -> MinimalSets:
    numbers = _elements(placed.scope.case)
    prices = {name: pricing(stance, *numbers[name]) for name, stance in placed.stances}
    for name in placed.scope.as_argued:
        if name in prices:
            staying = Price(None, numbers[name][0])
            changing = Price(True, fails=numbers[name][1])
            prices |= {
                name: Price(None, numbers[name][0] * placed.scope.changing),
                name + STAYS: changing if placed.scope.changing else staying,
            }
    found = minimal_sets(placed.scope, placed.name, wanted is Status.ACCEPTED, prices, tick)
    return found or MinimalSets((), False)


def _price_of_change(stance: Stance, holds: int, fails: int) -> Price:
    if stance is Stance.UNCERTAIN:
        return Price(None, holds, fails)
    return Price(True, fails=fails) if stance is Stance.HOLDS else Price(False, holds=holds)


def _price_of_staying(stance: Stance, holds: int, fails: int) -> Price:
    return Price(None, holds * (stance is Stance.HOLDS), fails * (stance is Stance.FAILS))


@lru_cache(maxsize=16)
def _elements(case: Case) -> Mapping[str, tuple[int, int]]:
    """The elements for the holding and the failing of each assumption, under its id."""
    return {item.id: elements(place) for place, item in enumerate(case.assumptions)}


@lru_cache(maxsize=16)
def _change_by_bit(case: Case) -> tuple[Change, ...]:
    return tuple(
        change
        for item in case.assumptions
        for change in (Change(id=item.id, to=Stance.HOLDS), Change(id=item.id, to=Stance.FAILS))
    )


def _as_flips(case: Case, name: str, status: Status, sets: Mapping[Status, MinimalSets]) -> Flips:
    return Flips(
        id=name,
        status=status,
        accepted=_as_changes(case, sets.get(Status.ACCEPTED)),
        rejected=_as_changes(case, sets.get(Status.REJECTED)),
        complete=all(part.complete for part in sets.values()),
        tried=min((part.tried for part in sets.values()), default=0),
    )


def _as_changes(case: Case, found: MinimalSets | None) -> tuple[tuple[Change, ...], ...]:
    if found is None:
        return ()
    changes = _change_by_bit(case)
    return tuple(tuple(changes[bit] for bit in bits) for bits in in_order(found.sets))


def sufficient(
    case: Case,
    scenario: Scenario,
    tick: Tick = patiently,
    *,
    about: Collection[str] | None = None,
    within: bool = False,
) -> tuple[SufficientSets, ...]:
    """For each recommendation (or what `about` names) the sets of literals that are just enough for it.

    These are the prime implicants of its acceptance (Quine 1952) over all settings, or `within` the
    scenario's completions over what is uncertain there, by Coudert and Madre's recursion (DAC 1992). Smallest
    first, then in the case's order. Where there are too many, those up to some size; past the node budget,
    none: `complete` then is false. Kept from call to call. Raises KeyError for unknown ids.
    """
    scope = its_completions(case, scenario) if within else all_settings(case, scenario)
    names = [item.id for item in case.recommendations] if about is None else about
    return tuple(_sufficient((scope, name), tick) for name in names)


@kept(512)
def _sufficient(question: tuple[Scope, str], tick: Tick) -> SufficientSets:
    scope, name = question
    places = enumerate(scope.case.assumptions)
    prices = {item.id: Price(None, *elements(place)) for place, item in places}
    found = minimal_sets(scope, name, True, prices, tick) or MinimalSets((), False)
    literals = [text for item in scope.case.assumptions for text in (item.id, f"not {item.id}")]
    sets = tuple(tuple(literals[bit] for bit in bits) for bits in in_order(found.sets))
    acceptance = acceptances(scope, tick)[name]
    if acceptance is not None and acceptance.possible != 1:
        sets = tuple(item for item in sets if acceptance.allows(_held(item)))
    return SufficientSets(id=name, sets=sets, complete=found.complete)


def _held(literals: tuple[str, ...]) -> dict[str, bool]:
    return {text.removeprefix("not "): not text.startswith("not ") for text in literals}
