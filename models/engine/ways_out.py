"""What resolves stances that no possible setting has: the smallest changes after which verdicts follow again."""

from collections.abc import Collection

from models.engine.evaluate import evaluate
from models.schema.case import Case
from models.schema.grades import Stance
from models.schema.result import Evaluation
from models.schema.scenario import Scenario, StanceOn, with_stances
from models.schema.steps.link_steps import carried_along, resolutions

MOST = 4


def ways_out(
    case: Case, scenario: Scenario, evaluation: Evaluation, kept: Collection[str] = ()
) -> tuple[tuple[StanceOn, ...], ...]:
    """Up to MOST ways, those that keep the stances on what is `kept` if there are any.

    What is taken as argued, and holds since it is argued for, is given up by letting it fail. As that may change
    what is argued for elsewhere, each way is tried; one after which nothing follows either is left out.
    """
    stances = (item for found in evaluation.contradictions for item in found.stances)
    argued = {item.id: Stance.HOLDS for item in stances if item.stance is Stance.AS_ARGUED}
    taken = with_stances(scenario, argued)
    found = resolutions(case, taken, kept) or resolutions(case, taken)
    resolving = (way for way in found if not evaluate(case, _after(case, scenario, way)).contradictions)
    return tuple(way for way, _ in zip(resolving, range(MOST), strict=False))


def _after(case: Case, scenario: Scenario, way: Collection[StanceOn]) -> Scenario:
    return carried_along(case, scenario, {item.id: item.stance for item in way})
