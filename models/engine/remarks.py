"""What a case has to say of statuses that stand together."""

from models.schema.besides import Coherence
from models.schema.case import Case
from models.schema.result import Evaluation, Status


def remarks_on(case: Case, evaluation: Evaluation) -> tuple[Coherence, ...]:
    """What the case has to say of statuses that stand together in this evaluation."""
    return tuple(note for note in case.coherence if all(_plainly(evaluation, text) for text in note.if_))


def _plainly(evaluation: Evaluation, premise: str) -> bool:
    negated = premise.startswith("not ")
    status = evaluation.status_of[premise.removeprefix("not ")]
    return status is (Status.REJECTED if negated else Status.ACCEPTED)
