"""What groups disagree on, in and between them, and for what matters: how it decides a recommendation, and what
could never decide one, whatever is taken of all else, and can be parked."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from models.analyses.acceptance import Acceptance, acceptances
from models.analyses.groups.compare import Dispute, disputed, matters_to
from models.analyses.scope import Scope
from models.analyses.together import deciding_together
from models.engine.evaluate import evaluate
from models.engine.evaluator import STAYS
from models.engine.program import cones, rules_in_use, together
from models.schema.analysis import Tick, patiently
from models.schema.case import Case
from models.schema.grades import Stance, Verdict
from models.schema.result import Status
from models.schema.scenario import Scenario, StanceOn, with_stances
from models.schema.standing import Deciding, Disagreement, Disagreements, Mattering
from models.schema.steps.workshop_steps import voiced
from models.schema.workshop import Group

Four = tuple[int, int, int, int]
"""Where a statement is accepted if an assumption holds and if it fails, and where both is possible."""


def disagreements(case: Case, groups: Sequence[Group], tick: Tick = patiently) -> Disagreements:
    """Every assumption on which somebody differs, and the recommendations that it can decide.

    As `compare`, but every stance that a ballot shows counts, also that of a minority. For each
    recommendation it gives one setting of the rest in which the assumption decides: that of a group where
    there is one, else a path on which the two cofactors of the diagram part (the Boolean difference).
    """
    scenarios = [group.scenario for group in groups]
    voices = {item.id: tuple(voiced(group, item.id) for group in groups) for item in case.assumptions}
    every = {name: tuple(stance for taken in given for stance in taken) for name, given in voices.items()}
    disputes = disputed(case, scenarios, every, tick) if groups else ()
    items = []
    for name, taken in every.items():
        if len(set(taken)) > 1:
            mattering = matters_to(case, disputes, name)
            found = (_deciding(case, groups, disputes, name, advice, tick) for advice in mattering)
            items.append(
                Disagreement(
                    id=name,
                    stances=tuple(scenario.stance_of[name] for scenario in scenarios),
                    matters_to=mattering,
                    deciding=tuple(item for item in found if item is not None),
                )
            )
    return Disagreements(
        groups=tuple(group.id for group in groups),
        items=tuple(items),
        exact=all(dispute.exact for dispute in disputes),
        anywhere=_anywhere(case, scenarios, tick),
    )


def _deciding(
    case: Case, groups: Sequence[Group], disputes: Sequence[Dispute], name: str, advice: str, tick: Tick
) -> Deciding | None:
    """How the assumption decides the recommendation; None where that is only estimated."""
    for dispute in disputes:
        acceptance = dispute.acceptance[advice]
        if acceptance is None or name not in acceptance.deciding:
            continue
        tick()
        readers = [group for group in groups if _reads_alike(group.scenario, dispute.speaker)]
        ways = chain(
            (
                _told(case, group.scenario, name, advice, like=group.id)
                for group in readers
                if _decides(acceptance, group.scenario, name)
            ),
            _elsewhere(case, dispute.scope, acceptance, readers, name, advice, apart=len(disputes) > 1),
        )
        # What links do not let a group say of other things leaves all open, whatever the assumption is.
        found = next((one for one in ways if one.if_holds is not one.if_fails), None)
        if found is not None:
            return found
    return None


def _elsewhere(
    case: Case,
    scope: Scope,
    acceptance: Acceptance,
    readers: Sequence[Group],
    name: str,
    advice: str,
    *,
    apart: bool,
) -> Iterator[Deciding]:
    """What it decides where no group stands, from what each of those who read alike takes for the rest."""
    others = _parting(acceptance, name)
    for group in readers:
        read_by = group.id if apart or group is not readers[0] else None
        for rest in (_as_taken(scope, others), _settled(others)):
            scenario = with_stances(group.scenario, rest)
            yield _told(case, scenario, name, advice, others=rest, read_by=read_by)


def _as_taken(scope: Scope, path: Mapping[str, Stance]) -> dict[str, Stance]:
    """The stances of a path through a diagram; what is taken as argued there stays so."""
    chosen = {name for name in scope.as_argued if path.get(name + STAYS) is Stance.HOLDS}
    left = {name: stance for name, stance in _settled(path).items() if name not in {*chosen, *scope.carried}}
    return left | dict.fromkeys(chosen, Stance.AS_ARGUED)


def _settled(path: Mapping[str, Stance]) -> dict[str, Stance]:
    return {name: stance for name, stance in path.items() if not name.endswith(STAYS)}


def _reads_alike(one: Scenario, other: Scenario) -> bool:
    return (one.reading, one.added, one.set_aside) == (other.reading, other.added, other.set_aside)


def _decides(acceptance: Acceptance, scenario: Scenario, name: str) -> bool:
    given = scenario.stance_of
    argued = Stance.AS_ARGUED
    stays = {item + STAYS: Stance.HOLDS if taken is argued else Stance.FAILS for item, taken in given.items()}
    outcomes = {
        acceptance.status({**given, **stays, name: stance, name + STAYS: Stance.FAILS})
        for stance in (Stance.HOLDS, Stance.FAILS)
    }
    return outcomes == {Status.ACCEPTED, Status.REJECTED}


def _told(
    case: Case,
    rest: Scenario,
    name: str,
    advice: str,
    *,
    like: str | None = None,
    others: Mapping[str, Stance] | None = None,
    read_by: str | None = None,
) -> Deciding:
    def verdict(stance: Stance) -> Verdict:
        return evaluate(case, with_stances(rest, {name: stance})).recommendation[advice].verdict

    order = (item.id for item in case.assumptions if others and item.id in others)
    return Deciding(
        recommendation=advice,
        if_holds=verdict(Stance.HOLDS),
        if_fails=verdict(Stance.FAILS),
        like=like,
        others=tuple(StanceOn(id=item, stance=others[item]) for item in order) if others else (),
        read_by=read_by,
    )


def _parting(acceptance: Acceptance, name: str) -> dict[str, Stance]:
    """A setting of the others on which it makes the difference whether the assumption holds or fails."""
    at = acceptance.names.index(name)
    start = (acceptance.root, acceptance.root, acceptance.possible, acceptance.possible)
    seen = {start}
    waiting: list[tuple[Four, dict[str, Stance]]] = [(start, {})]
    while waiting:
        four, path = waiting.pop()
        if set(four[:2]) == {0, 1} and four[2:] == (1, 1):
            return path
        level = min(acceptance.level[edge] for edge in four)
        if level == len(acceptance.names) or 0 in four[2:] or (level > at and four[0] == four[1]):
            continue
        for lower, step in _steps(acceptance, four, level, at):
            if lower not in seen:
                seen.add(lower)
                waiting.append((lower, path | step))
    raise ValueError(f"{name} decides nothing here")


def _steps(
    acceptance: Acceptance, four: Four, level: int, at: int
) -> Iterator[tuple[Four, dict[str, Stance]]]:
    """Where four edges lead, one level down; at the assumption itself the first of each two parts from the second."""

    def down(*high: bool) -> Four:
        ways = (acceptance.high if way else acceptance.low for way in high)
        pairs = zip(four, ways, strict=True)
        one, two, three, last = (way[e] if acceptance.level[e] == level else e for e, way in pairs)
        return one, two, three, last

    if level == at:
        yield down(True, False, True, False), {}
        return
    for high, stance in ((True, Stance.HOLDS), (False, Stance.FAILS)):
        yield down(high, high, high, high), {acceptance.names[level]: stance}


def _anywhere(case: Case, scenarios: Sequence[Scenario], tick: Tick) -> tuple[Mattering, ...]:
    """For each assumption the recommendations that it can decide in some setting, as any of the scenarios reads it.

    Every assumption may hold, fail or be uncertain there, with what links make go along and leave the uncertain ones
    to be, and be taken as argued where something argues for it. Past the node budget a recommendation is named for all
    that it may depend on by the shape of the rules and links, so that what is named for none can decide nothing.
    """
    argued = tuple(item.id for item in case.assumptions if item.argued_by)
    ways = dict.fromkeys((scenario.reading, rules_in_use(case, scenario)) for scenario in scenarios)
    found: dict[str, set[str]] = {item.id: set() for item in case.assumptions}
    for reading, in_use in ways:
        scope = Scope(case, reading, in_use, (), argued, bool(argued))
        known = acceptances(scope, tick)
        for advice in case.recommendations:
            acceptance = known[advice.id]
            along = None if acceptance is None else deciding_together(scope, acceptance, tick)
            deciding = together(case, advice.id)
            if acceptance is not None and along is not None:
                deciding = along.union(acceptance.deciding)
            for item in case.linked.intersection(argued):
                if not together(case, item).isdisjoint(deciding):
                    deciding |= cones(case)[item]
            for name in {name.removesuffix(STAYS) for name in deciding}.intersection(found):
                found[name].add(advice.id)
    return tuple(
        Mattering(id=name, matters_to=tuple(item.id for item in case.recommendations if item.id in advice))
        for name, advice in found.items()
    )
