"""The score of a prediction: how many hands foresaw what became of each recommendation."""

from models.engine.evaluate import evaluate
from models.schema.case import Case
from models.schema.result import Status
from models.schema.standing import Foreseen, Foresight
from models.schema.workshop import Hands, Prediction


def foresight(case: Case, prediction: Prediction) -> Foresight:
    """What was foreseen of the scenario that the prediction is locked on, in the case's order.

    A hand for "holds" is right if the recommendation is accepted, one for "falls" if it is rejected, one for
    "open" if it is neither; how it holds or falls is not asked. Raises ValueError for what is not locked.
    """
    if prediction.scenario is None:
        raise ValueError("a prediction has no score before it is locked")
    evaluation = evaluate(case, prediction.scenario)
    given = ((item.id, prediction.of.get(item.id)) for item in case.recommendations)
    return Foresight(
        items=tuple(
            _foreseen(hands, evaluation.recommendation[name].status)
            for name, hands in given
            if hands is not None and hands.raised
        )
    )


def _foreseen(hands: Hands, status: Status) -> Foreseen:
    counts = {Status.ACCEPTED: hands.holds, Status.OPEN: hands.open, Status.REJECTED: hands.falls}
    most = max(counts.values())
    foremost = [name for name, count in counts.items() if count == most]
    return Foreseen(
        id=hands.id,
        status=status,
        right=counts[status],
        raised=hands.raised,
        foremost=foremost[0] if len(foremost) == 1 else None,
    )
