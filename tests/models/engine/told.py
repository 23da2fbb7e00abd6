"""What is told of a case that is set by names of its statements."""

from typing import Any

from models.engine.evaluate import evaluate
from models.schema.case import Case
from models.schema.grades import Reading
from models.schema.result import Evaluation, RecommendationResult
from tests.models.engine.small_cases import setting

EVERY = Reading.EVERY_ARGUMENT


def told(case: Case, **settings: Any) -> Evaluation:
    return evaluate(case, setting(case, **settings))


def r1(case: Case, **settings: Any) -> RecommendationResult:
    return told(case, **settings).recommendation["r1"]
