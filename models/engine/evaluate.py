"""Evaluates a scenario: statuses, rule states and verdicts, exact over every completion."""

from functools import lru_cache

from models.engine.run import Run, baseline_counts, run_completions
from models.schema.case import Case, Kind, Stance, Verdict
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
    recommendations = tuple(_recommendation(run, item.id) for item in case.recommendations)
    statements = tuple(
        _statement(name, run.status(name), run.exact or run.known(name)) for name in case.by_id
    )
    return Evaluation(
        statements=statements,
        rules=tuple(_rule(rule.id, run.state(rule), run.usage(rule)) for rule in case.rules),
        recommendations=recommendations,
        completions=run.completions,
        exact=run.exact or all(item.known for item in statements),
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


def _recommendation(run: Run[int], name: str) -> RecommendationResult:
    status = run.status(name)
    grounds = run.program.supporting[name]
    return _advice(
        name,
        status,
        run.verdict(name),
        run.falls(name) if status is Status.REJECTED else (),
        *run.counts(name),
        sum(rule.kind is not Kind.ADDED or rule.id in run.in_use for rule in grounds),
        baseline_counts(run.program.case)[name],
        run.known(name),
    )


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
