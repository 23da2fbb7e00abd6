"""Takes the snapshot that every view and every sheet is drawn from."""

from models.engine.evaluate import baseline_evaluation, evaluate
from models.schema.case import Case, Coherence
from models.schema.result import Evaluation, Status
from models.schema.scenario import Scenario
from models.schema.snapshot import Snapshot


def take_snapshot(case: Case, scenario: Scenario, before: Evaluation | None = None) -> Snapshot:
    """All that is to be shown of a scenario; `before` is the evaluation that the last change left behind."""
    evaluation = evaluate(case, scenario)
    return Snapshot(
        case=case,
        scenario=scenario,
        evaluation=evaluation,
        baseline=baseline_evaluation(case),
        before=before,
        remarks=remarks_on(case, evaluation),
    )


def remarks_on(case: Case, evaluation: Evaluation) -> tuple[Coherence, ...]:
    """What the case has to say of statuses that stand together in this evaluation."""
    return tuple(note for note in case.coherence if all(_plainly(evaluation, text) for text in note.if_))


def _plainly(evaluation: Evaluation, premise: str) -> bool:
    negated = premise.startswith("not ")
    status = evaluation.status_of[premise.removeprefix("not ")]
    return status is (Status.REJECTED if negated else Status.ACCEPTED)
