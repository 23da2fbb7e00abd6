"""The sign of a statement as a snapshot may show it: while verdicts are hidden, those that follow look alike.

This is the one place where a page learns whether a verdict may be told.
"""

from dataclasses import replace

from models.language.link_words import NO_VERDICT
from models.language.messages import marked, message
from models.language.states import in_words, sign
from models.schema.case import Assumption
from models.schema.grades import Stance
from models.schema.page import Shape, Sign, Tone
from models.schema.result import Evaluation, RuleState, Status
from models.schema.snapshot import Snapshot

UNTIL_REVEALED = marked("Verdicts are hidden until the prediction is revealed")
HIDDEN = Sign(Shape.RING, Tone.FAINT, marked("Hidden"))
IMPOSSIBLE = Sign(Shape.EMPTY_DISC, Tone.FAINT, marked("No verdict"), marked("No verdict"))
"""What stands in place of a verdict where links rule out the stances, so that nothing follows from them."""
ARGUED = {
    Stance.HOLDS: marked("As argued: holds"),
    Stance.FAILS: marked("As argued: fails"),
    Stance.UNCERTAIN: marked("As argued: could be either"),
}
DENIAL = {Status.ACCEPTED: marked("Not so"), Status.REJECTED: marked("It is so")}
"""Whether what is so where a statement is not accepted is so, by how that statement stands."""
DENIED = {Status.ACCEPTED: RuleState.FAILS, Status.REJECTED: RuleState.APPLIES, Status.OPEN: RuleState.OPEN}
WAITING = Sign(Shape.RING, Tone.FAINT, marked("Being worked out"), marked("Working"))
BEING_WORKED_OUT = marked("What follows is being worked out")


def verdicts_hidden(snapshot: Snapshot) -> bool:
    """Whether nothing that follows may be told: the room is asked what it expects, or nothing does follow."""
    return snapshot.workshop.asking is not None or snapshot.evaluation.says_nothing


def hidden_words(snapshot: Snapshot) -> str:
    """Why no verdict is told, where none is; a clause without its full stop."""
    if snapshot.workshop.asking is not None:
        return message(UNTIL_REVEALED)
    return message(BEING_WORKED_OUT if snapshot.evaluation.pending else NO_VERDICT)


def argued_sign(status: Status) -> Sign:
    """The sign of an assumption that is taken as argued, with what that comes to."""
    result = {Status.ACCEPTED: Stance.HOLDS, Status.REJECTED: Stance.FAILS}.get(status, Stance.UNCERTAIN)
    argued = sign(Stance.AS_ARGUED)
    return replace(argued, tone=sign(result).tone, word=message(ARGUED[result]))


def statement_sign(snapshot: Snapshot, name: str, evaluation: Evaluation | None = None) -> Sign:
    """The sign of a statement: an assumption's stance, a finding's status, a recommendation's verdict.

    What is taken as argued says what that comes to.

    Another `evaluation` than the snapshot's own serves for findings and recommendations.
    """
    item = snapshot.case.by_id[name]
    if isinstance(item, Assumption):
        stance = snapshot.scenario.stance_of[name]
        answer = evaluation or snapshot.evaluation
        if stance is Stance.AS_ARGUED and not answer.says_nothing:
            return argued_sign(answer.status_of[name])
        return sign(stance)
    if snapshot.workshop.asking is not None:
        return in_words(HIDDEN)
    return result_sign(evaluation or snapshot.evaluation, name)


def denial_sign(snapshot: Snapshot, name: str) -> Sign:
    """The sign of the denial of a statement: a disc that says whether it is so."""
    hidden = snapshot.workshop.asking is not None and not isinstance(snapshot.case.by_id[name], Assumption)
    if hidden or snapshot.evaluation.says_nothing:
        return statement_sign(snapshot, name)
    status = snapshot.evaluation.status_of[name]
    disc = sign(DENIED[status])
    return Sign(disc.shape, disc.tone, message(DENIAL[status]) if status in DENIAL else sign(status).word)


def result_sign(evaluation: Evaluation, name: str) -> Sign:
    """The sign of what follows about a finding or recommendation; of stances that cannot be, that nothing does."""
    if evaluation.says_nothing:
        return in_words(WAITING if evaluation.pending else IMPOSSIBLE)
    result = evaluation.recommendation.get(name)
    return sign(result.verdict if result else evaluation.status_of[name])
