"""Evaluates a scenario: statuses, rule states and verdicts, exact over every completion."""

from functools import lru_cache

from models.engine.run import Run
from models.engine.walking import baseline_counts, run_completions
from models.schema.case import Case, Stance, Verdict
from models.schema.result import (
    Contradiction,
    Evaluation,
    RecommendationResult,
    RuleResult,
    RuleState,
    StatementResult,
    Status,
    Usage,
)
from models.schema.scenario import Scenario, baseline_scenario, with_stances
from models.schema.steps.link_steps import contradiction


def evaluate(case: Case, scenario: Scenario) -> Evaluation:
    """The status of every statement, the state of every rule and the verdict on every recommendation.

    Uncertain assumptions are settled in every way (2**k completions for k of them), never by three-valued
    logic. What is too tangled to be proven is told as open, and not known. The scenario must be for this case:
    an assumption without a stance raises KeyError.
    """
    run = run_completions(case, scenario)
    if run.impossible():
        return _contradicted(run)
    statuses, exact = run.statuses(), run.exact
    recommendations = tuple(_recommendation(run, item.id, statuses[item.id]) for item in case.recommendations)
    statements = tuple(
        _statement(name, status, exact or run.known(name)) for name, status in statuses.items()
    )
    return Evaluation(
        statements=statements,
        rules=tuple(_rule(*told) for told in run.states()),
        recommendations=recommendations,
        completions=run.completions,
        exact=exact or all(item.known for item in statements),
    )


def _contradicted(run: Run[int]) -> Evaluation:
    """What is told of stances that no possible setting has: which they are, and nothing that follows."""
    case, scenario = run.program.case, run.scenario
    argued = {name for name, stance in scenario.stance_of.items() if stance is Stance.AS_ARGUED}
    followed = [name for name in argued if run.settled.statements[name] == run.algebra.top]
    found = contradiction(case, with_stances(scenario, dict.fromkeys(followed, Stance.HOLDS)))
    names = (
        [item.id for item in found.stances] if found else [n for n in scenario.stance_of if n in case.linked]
    )
    stances = tuple(item for item in scenario.stances if item.id in names)
    links = found.links if found else tuple(link.id for link in case.links)
    return Evaluation(
        statements=tuple(_statement(name, Status.OPEN, False) for name in case.by_id),
        rules=tuple(_rule(rule.id, RuleState.OPEN, run.usage(rule)) for rule in case.rules),
        recommendations=tuple(
            _advice(item.id, Status.OPEN, Verdict.OPEN, (), 0, 0, 0, 0, False)
            for item in case.recommendations
        ),
        completions=0,
        exact=False,
        contradiction=Contradiction(stances=stances, links=links),
    )


@lru_cache(maxsize=1024)
def _statement(name: str, status: Status, known: bool) -> StatementResult:
    """The same value again for an answer that did not change, so that it is validated once."""
    return StatementResult(id=name, status=status, known=known)


@lru_cache(maxsize=1024)
def _rule(name: str, state: RuleState, usage: Usage) -> RuleResult:
    return RuleResult(id=name, state=state, usage=usage)


@lru_cache(maxsize=16)
def baseline_evaluation(case: Case) -> Evaluation:
    """The case's own baseline, evaluated."""
    return evaluate(case, baseline_scenario(case))


def _recommendation(run: Run[int], name: str, status: Status) -> RecommendationResult:
    falls = run.falls(name) if status is Status.REJECTED else ()
    least, most = run.counts(name)
    before = baseline_counts(run.program.case)[name]
    if status is Status.ACCEPTED:
        verdict = Verdict.FEWER if most < before else Verdict.HOLDS
    else:
        verdict = falls[0] if falls else Verdict.OPEN
    total = sum(run.usage(rule) is not Usage.SWITCHED_OFF for rule in run.program.supporting[name])
    return _advice(name, status, verdict, falls, least, most, total, before, run.known(name))


@lru_cache(maxsize=1024)
def _advice(
    name: str,
    status: Status,
    verdict: Verdict,
    falls: tuple[Verdict, ...],
    least: int,
    most: int,
    total: int,
    baseline_applying: int,
    known: bool,
) -> RecommendationResult:
    return RecommendationResult(
        id=name,
        status=status,
        verdict=verdict,
        falls=falls,
        least=least,
        most=most,
        total=total,
        baseline_applying=baseline_applying,
        known=known,
    )
