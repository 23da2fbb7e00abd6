"""Takes the standing of a workshop's groups: what a page needs to show them side by side."""

from functools import lru_cache

from models.analyses.disagreements import disagreements
from models.analyses.moves import moves
from models.engine.evaluate import evaluate
from models.schema.analysis import Tick, patiently
from models.schema.case import Case
from models.schema.result import Evaluation
from models.schema.scenario import Scenario
from models.schema.standing import GroupStanding, Standing
from models.schema.workshop import Workshop


def take_standing(case: Case, workshop: Workshop) -> Standing:
    """The groups of the present round with their verdicts, and who moved since the round before.

    The disagreements are left to `with_disagreements`, which may take longer.
    """
    order = [item.id for item in workshop.rounds]
    at = order.index(workshop.round)
    return Standing(
        case=case,
        workshop=workshop,
        groups=tuple(
            GroupStanding(group=group, evaluation=_evaluated(case, group.scenario))
            for group in workshop.present
        ),
        moves=moves(case, workshop, order[at - 1], order[at]) if at else None,
    )


def with_disagreements(standing: Standing, tick: Tick = patiently) -> Standing:
    """The same standing with its disagreements; the tick may withdraw it."""
    groups = tuple(item.group for item in standing.groups)
    found = disagreements(standing.case, groups, tick)
    fields = {name: getattr(standing, name) for name in Standing.model_fields}
    return Standing(**{**fields, "disagreements": found})


@lru_cache(maxsize=256)
def _evaluated(case: Case, scenario: Scenario) -> Evaluation:
    return evaluate(case, scenario)
