"""The sign of a statement as a snapshot may show it: while verdicts are hidden, those that follow look alike.

This is the one place where a page learns whether a verdict may be told.
"""

from models.language.states import sign
from models.schema.case import Assumption
from models.schema.page import Shape, Sign, Tone
from models.schema.result import Evaluation
from models.schema.snapshot import Snapshot

HIDDEN = Sign(Shape.RING, Tone.FAINT, "Hidden")


def verdicts_hidden(snapshot: Snapshot) -> bool:
    """Whether the room is being asked what it expects, so that nothing may give the answer away."""
    return snapshot.workshop.asking is not None


def statement_sign(snapshot: Snapshot, name: str, evaluation: Evaluation | None = None) -> Sign:
    """The sign of a statement: an assumption's stance, a finding's status, a recommendation's verdict.

    Another `evaluation` than the snapshot's own serves for findings and recommendations.
    """
    item = snapshot.case.by_id[name]
    if isinstance(item, Assumption):
        return sign(snapshot.scenario.stance_of[name])
    if verdicts_hidden(snapshot):
        return HIDDEN
    chosen = evaluation or snapshot.evaluation
    result = chosen.recommendation.get(name)
    return sign(result.verdict if result else chosen.status_of[name])
