"""Evaluates a scenario once, however often a workshop asks for it: groups stay what they were while others move."""

from functools import lru_cache

from models.engine.evaluate import evaluate
from models.schema.case import Case
from models.schema.result import Evaluation
from models.schema.scenario import Scenario


@lru_cache(maxsize=1024)
def evaluated(case: Case, scenario: Scenario) -> Evaluation:
    """What `evaluate` says, known from before for the last thousand scenarios."""
    return evaluate(case, scenario)
