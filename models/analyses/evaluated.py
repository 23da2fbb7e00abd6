"""Evaluates a scenario once, however often a workshop asks for it: groups stay what they were while others move."""

from functools import lru_cache

from models.engine.evaluate import evaluate
from models.engine.program import rules_in_use
from models.schema.case import Case
from models.schema.grades import Verdict
from models.schema.result import (
    Evaluation,
    RecommendationResult,
    RuleResult,
    RuleState,
    StatementResult,
    Status,
    Tally,
    Usage,
)
from models.schema.scenario import Scenario


@lru_cache(maxsize=512)
def evaluated(case: Case, scenario: Scenario) -> Evaluation:
    """What `evaluate` says, known from before for the last five hundred scenarios."""
    return evaluate(case, scenario)


def being_worked_out(case: Case, scenario: Scenario) -> Evaluation:
    """What stands in place of an evaluation until it is there: everything is open, and not known."""
    in_use = rules_in_use(case, scenario)
    return Evaluation(
        statements=tuple(StatementResult(id=name, status=Status.OPEN, known=False) for name in case.by_id),
        rules=tuple(
            RuleResult(
                id=rule.id,
                state=RuleState.OPEN,
                usage=Usage.IN_USE if rule.id in in_use else Usage.SET_ASIDE,
            )
            for rule in case.rules
        ),
        recommendations=tuple(_open(item.id) for item in case.recommendations),
        completions=0,
        exact=False,
        pending=True,
    )


def _open(name: str) -> RecommendationResult:
    return RecommendationResult(
        id=name,
        status=Status.OPEN,
        verdict=Verdict.OPEN,
        least=0,
        most=0,
        holding=Tally(0, 0, 0),
        baseline_applying=0,
        known=False,
        counted=False,
    )
