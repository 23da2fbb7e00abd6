"""Which disagreements between scenarios matter: all settings of what is disputed, the rest held fixed."""

from collections.abc import Mapping, Sequence

from models.analyses.acceptance import Acceptance, acceptances
from models.analyses.estimates import estimates
from models.analyses.scope import Scope
from models.engine.evaluate import evaluate
from models.engine.evaluator import rules_in_use
from models.schema.analysis import Comparison, Difference, Tick, VerdictsSideBySide, patiently
from models.schema.case import Case, Stance
from models.schema.scenario import Scenario
from models.schema.value import Answer


class Dispute(Answer, kw_only=False):
    """What is disputed between scenarios, under one of their readings and sets of rules.

    `speaker` is the first scenario that reads it so; `matters` names what each recommendation depends on, and
    `acceptance` says how, where that is known exactly.
    """

    speaker: Scenario
    acceptance: Mapping[str, Acceptance | None]
    matters: Mapping[str, frozenset[str]]
    exact: bool


def compare(case: Case, scenarios: Sequence[Scenario], tick: Tick = patiently) -> Comparison:
    """Where scenarios of one case differ, and to which recommendations each difference matters.

    A difference matters to a recommendation if some way of settling the other differences makes this one
    decide whether it is accepted. Two different stances always allow both ways between them, so every
    difference is free. An assumption that all take to be uncertain is no difference, but it could still turn
    out either way: it is free too, so that a difference said not to matter cannot matter whatever comes.
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
    return Comparison(
        differences=tuple(
            Difference(id=name, stances=taken, matters_to=matters_to(case, disputes, name))
            for name, taken in stances.items()
            if len(set(taken)) > 1
        ),
        recommendations=tuple(
            VerdictsSideBySide(
                id=item.id,
                verdicts=tuple(evaluation.recommendation[item.id].verdict for evaluation in evaluations),
            )
            for item in case.recommendations
        ),
        exact=all(dispute.exact for dispute in disputes) and all(found.exact for found in evaluations),
    )


def disputed(
    case: Case, scenarios: Sequence[Scenario], voices: Mapping[str, Sequence[Stance]], tick: Tick
) -> tuple[Dispute, ...]:
    """What is disputed under each way in which the scenarios read the case.

    `voices` gives, by assumption id, every stance that anybody takes; what all settle alike is held fixed.
    """
    agreed = tuple((name, taken[0]) for name, taken in voices.items() if len(set(taken)) == 1)
    fixed = tuple((name, stance) for name, stance in agreed if stance is not Stance.UNCERTAIN)
    speakers: dict[Scope, Scenario] = {}
    for scenario in scenarios:
        scope = Scope(case, scenario.reading, rules_in_use(case, scenario), fixed)
        speakers.setdefault(scope, scenario)
    return tuple(_dispute(scope, speaker, tick) for scope, speaker in speakers.items())


def matters_to(case: Case, disputes: Sequence[Dispute], assumption: str) -> tuple[str, ...]:
    """The recommendations that a disputed assumption can decide, in the case's order."""
    return tuple(
        item.id
        for item in case.recommendations
        if any(assumption in dispute.matters[item.id] for dispute in disputes)
    )


def _dispute(scope: Scope, speaker: Scenario, tick: Tick) -> Dispute:
    """What each recommendation depends on in this scope, and whether nothing was missed."""
    found = acceptances(scope, tick)
    names = [item.id for item in scope.case.recommendations]
    unknown = [name for name in names if found[name] is None]
    guesses = estimates(scope, unknown, {}, tick) if unknown else {}
    matters = {}
    for name in names:
        acceptance = found[name]
        if acceptance is not None:
            matters[name] = frozenset(acceptance.names)
        else:
            influences = guesses[name].influences.items()
            matters[name] = frozenset(item for item, influence in influences if influence.banzhaf)
    return Dispute(speaker, found, matters, not unknown)
