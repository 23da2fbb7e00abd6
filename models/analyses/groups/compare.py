"""Which differences between scenarios matter: all settings of what is disputed, the rest held fixed; besides stances
also reading, objections and rejected arguments."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from models.analyses.acceptance import Acceptance, acceptances
from models.analyses.scope import Scope
from models.analyses.sweeps import Influence
from models.analyses.tables import counted, estimates, tables
from models.analyses.together import deciding_together, linked_as_argued, moves_together, settling, turning
from models.engine.completions import EITHER
from models.engine.diagram import TooManyNodes
from models.engine.evaluate import evaluate
from models.engine.explain import swings
from models.engine.program import cones, rules_in_use
from models.engine.walking import run_completions, run_turns
from models.schema.analysis import Tick, patiently
from models.schema.case import Case
from models.schema.grades import Stance
from models.schema.result import Evaluation, RecommendationResult, Status
from models.schema.scenario import Scenario, with_stances
from models.schema.standing import Comparison, Difference, Setting, SettingDifference, VerdictsSideBySide
from models.schema.value import Answer


class Dispute(Answer, kw_only=False):
    """What is disputed between scenarios, under one of their readings and sets of rules.

    `speaker` is the first scenario that reads it so; `matters` names what each recommendation depends on, and
    `acceptance` says how, where that is known exactly.
    """

    scope: Scope
    speaker: Scenario
    disputed: frozenset[str]
    acceptance: Mapping[str, Acceptance | None]
    matters: Mapping[str, frozenset[str]]
    exact: bool


def compare(case: Case, scenarios: Sequence[Scenario], tick: Tick = patiently) -> Comparison:
    """Where scenarios of one case differ, and to which recommendations each difference matters.

    A difference matters to a recommendation if some way of settling the other differences makes this one
    decide whether it is accepted; where links let it not turn alone, with no more than must turn with it. Two
    different stances always allow both ways between them, so every difference is free. An assumption that all take
    to be uncertain is no difference, but it could stay so, or still turn out either way: it is free too, so that a
    difference said not to matter cannot matter whatever comes, also by what it leaves that one to be. So is one that
    all take as argued, where nothing argues for it; what does may be disputed, and then carries it along.
    Where scenarios differ in reading or rules, it is enough that a difference matters under one of theirs.
    All this is the support of the restricted function's reduced diagram (Bryant 1986). Past the node budget a
    difference is named if it decides in some of many random settings. Raises KeyError for a scenario of
    another case.
    """
    stances = {
        item.id: tuple(scenario.stance_of[item.id] for scenario in scenarios) for item in case.assumptions
    }
    disputes = disputed(case, scenarios, stances, tick)
    evaluations = [evaluate(case, scenario) for scenario in scenarios]
    hows = [_changes(dispute, tick) for dispute in disputes]
    settings = tuple(_setting_differences(case, scenarios, tick))
    return Comparison(
        differences=tuple(
            _difference(case, name, scenarios, disputes, hows)
            for name, taken in stances.items()
            if len(set(taken)) > 1
        ),
        recommendations=tuple(
            _side_by_side(item.id, [evaluation.recommendation[item.id] for evaluation in evaluations])
            for item in case.recommendations
        ),
        exact=all(dispute.exact for dispute in disputes)
        and all(found.exact for found in evaluations)
        and all(exact for _, exact in settings)
        and None not in hows,
        settings=tuple(found for found, _ in settings),
    )


def _side_by_side(name: str, results: Sequence[RecommendationResult]) -> VerdictsSideBySide:
    return VerdictsSideBySide(
        id=name,
        verdicts=tuple(result.verdict for result in results),
        falls=tuple(result.falls for result in results),
    )


def _difference(
    case: Case,
    name: str,
    scenarios: Sequence[Scenario],
    disputes: Sequence[Dispute],
    hows: Sequence[Mapping[str, frozenset[str]] | None],
) -> Difference:
    matters = matters_to(case, disputes, name)
    changed = frozenset[str]().union(*(how.get(name, frozenset()) for how in hows if how))
    others = (item.id for item in case.recommendations if item.id in changed and item.id not in matters)
    return Difference(
        id=name,
        stances=tuple(scenario.stance_of[name] for scenario in scenarios),
        matters_to=matters,
        changes_how=tuple(others),
        as_read_by=tuple(
            matters_to(case, [dispute for dispute in disputes if reads(dispute.scope, scenario)], name)
            for scenario in scenarios
        ),
    )


def _changes(dispute: Dispute, tick: Tick) -> dict[str, frozenset[str]] | None:
    """Of how much advice each disputed assumption changes whether or how it holds; None if that is not known."""
    scope, varied = dispute.scope, dispute.scope.varied
    free = {name: Stance.UNCERTAIN for name in varied if name not in scope.carried}
    run = run_completions(scope.case, with_stances(dispute.speaker, free))
    moves, argued = moves_together(scope, dispute.disputed), linked_as_argued(scope)
    if not run.exact or moves is None:
        return None
    found: dict[str, set[str]] = {name: set() for name in varied}
    for item in scope.case.recommendations:
        tick()
        try:
            elements = (run.advice.fewer(item.id), *run.advice.ways_of_falling(item.id))
            asked = [(run.algebra, element, run.here, run.inputs) for element in elements]
            turned = [turning(*part, moves) for part in asked]
            turned += [settling(*part, dispute.disputed) for part in asked if argued]
        except TooManyNodes:
            return None
        for name in frozenset[str]().union(*turned).intersection(varied):
            found[name].add(item.id)
        for name in cones(scope.case)[item.id].intersection(varied):
            if any(swings(run, element, name) for element in elements):
                found[name].add(item.id)
    return {name: frozenset(advice) for name, advice in found.items()}


def disputed(
    case: Case, scenarios: Sequence[Scenario], voices: Mapping[str, Sequence[Stance]], tick: Tick
) -> tuple[Dispute, ...]:
    """What is disputed under each way in which the scenarios read the case.

    `voices` gives, by assumption id, every stance that anybody takes; what all settle alike is held fixed. What some
    take as argued may be taken so.
    """
    agreed = tuple((name, taken[0]) for name, taken in voices.items() if len(set(taken)) == 1)
    fixed = tuple((name, stance) for name, stance in agreed if stance not in EITHER)
    argued = tuple(name for name, stance in agreed if stance is Stance.AS_ARGUED)
    some = tuple(name for name, taken in voices.items() if Stance.AS_ARGUED in taken and name not in argued)
    speakers: dict[Scope, Scenario] = {}
    for scenario in scenarios:
        scope = Scope(
            case, scenario.reading, rules_in_use(case, scenario), fixed, some, bool(some), carried=argued
        )
        speakers.setdefault(scope, scenario)
    apart = frozenset(name for name, taken in voices.items() if len(set(taken)) > 1)
    return tuple(_dispute(scope, speaker, apart, scenarios, tick) for scope, speaker in speakers.items())


def matters_to(case: Case, disputes: Sequence[Dispute], assumption: str) -> tuple[str, ...]:
    """The recommendations that a disputed assumption can decide, in the case's order."""
    return tuple(
        item.id
        for item in case.recommendations
        if any(assumption in dispute.matters[item.id] for dispute in disputes)
    )


def _dispute(
    scope: Scope, speaker: Scenario, apart: frozenset[str], scenarios: Sequence[Scenario], tick: Tick
) -> Dispute:
    """What each recommendation depends on in this scope, and whether nothing was missed.

    Past the node budget it is looked up in a truth table, or found by trying: in random settings, and alone in
    each scenario.
    """
    found = acceptances(scope, tick)
    names = [item.id for item in scope.case.recommendations]
    unknown = [name for name in names if found[name] is None]
    known = tables((scope, frozenset(unknown)), tick) if unknown else {}
    influences: dict[str, Mapping[str, Influence]] = {
        name: counted(table, tick)[1] for name, table in known.items()
    }
    beyond = [name for name in unknown if name not in known]
    for name, guess in (estimates(scope, beyond, {}, tick) if beyond else {}).items():
        influences[name] = guess.influences
    matters, exact = {}, not beyond
    for name in names:
        acceptance = found[name]
        if acceptance is not None:
            together = deciding_together(scope, acceptance, tick, apart)
            matters[name] = frozenset(acceptance.deciding).union(together or ())
            exact = exact and together is not None
        else:
            swinging = (item for item, influence in influences[name].items() if influence.banzhaf)
            matters[name] = frozenset(swinging)
            exact = exact and moves_together(scope, apart) == () and not linked_as_argued(scope)
    for scenario in scenarios if beyond else ():
        for name, alone in _alone(scope, scenario, beyond, tick).items():
            matters[name] |= alone
    return Dispute(scope, speaker, apart, found, matters, exact)


def reads(scope: Scope, scenario: Scenario) -> bool:
    """Whether a scenario has the reading and the rules of a scope."""
    return rules_in_use(scope.case, scenario) == scope.in_use and scenario.reading is scope.reading


def _alone(scope: Scope, scenario: Scenario, names: Sequence[str], tick: Tick) -> dict[str, frozenset[str]]:
    """What decides each of some recommendations with all else as in one scenario."""
    found: dict[str, frozenset[str]] = {}
    run = run_turns(scope.case, scenario, scope.varied) if reads(scope, scenario) else None
    for name in names if run else ():
        tick()
        deciding = []
        for item in cones(scope.case)[name].intersection(scope.varied):
            turns = ((item, stance) for stance in (Stance.HOLDS, Stance.FAILS))
            ends = {run.status(name, turn if turn in run.after else None) for turn in turns} if run else set()
            deciding += [item] if ends == {Status.ACCEPTED, Status.REJECTED} else []
        found[name] = frozenset(deciding)
    return found


def _setting_differences(
    case: Case, scenarios: Sequence[Scenario], tick: Tick = patiently
) -> Iterator[tuple[SettingDifference, bool]]:
    """Every setting that is not the same in all, and whether what it decides is exact.

    It decides a recommendation if, with all else as in one of the scenarios, another's choice makes it hold or not.
    """
    for setting in Setting:
        values = tuple(getattr(scenario, setting.value) for scenario in scenarios)
        if len(set(values)) == 1:
            continue
        decided, changed, exact = set[str](), set[str](), True
        for scenario in scenarios:
            tick()
            ends = [evaluate(case, replace(scenario, **{setting.value: value})) for value in set(values)]
            exact &= all(found.exact for found in ends)
            for one, other in combinations(ends, 2):
                decided |= _differing(one, other, "status")
                changed |= _differing(one, other, "verdict") | _differing(one, other, "falls")
        order = [item.id for item in case.recommendations]
        found = SettingDifference(
            what=setting,
            matters_to=tuple(name for name in order if name in decided),
            changes_how=tuple(name for name in order if name in changed - decided),
        )
        yield found, exact


def _differing(one: Evaluation, other: Evaluation, what: str) -> set[str]:
    pairs = zip(one.recommendations, other.recommendations, strict=True)
    return {mine.id for mine, yours in pairs if getattr(mine, what) != getattr(yours, what)}
