"""Which recommendations a prediction asks about: those that what is supposed can touch, and others on request.

Nothing here looks at a verdict: what is asked about must not give the answer away.
"""

from models.language.messages import marked, message, told
from models.language.naming import quoted
from models.language.states import sign
from models.language.suppositions import supposition
from models.language.words import listed
from models.schema.case import Recommendation
from models.schema.grades import Verdict
from models.schema.scenario import Scenario, changed_stances
from models.schema.snapshot import Snapshot
from models.schema.workshop import Prediction

FEWEST, MOST = 3, 5
ALL_ADVICE = "all-advice"
QUESTION = marked("Which recommendations still hold?")


def question_of(prediction: Prediction) -> str:
    """What a prediction asks."""
    return written(prediction) or message(QUESTION)


def written(prediction: Prediction) -> str:
    """The question that was written down, if one was; what is always asked in the language in force."""
    return message(QUESTION) if prediction.question == QUESTION else prediction.question


def way_word(way: str) -> str:
    """What hands go up for: that a recommendation holds, is open, or falls."""
    words = {"holds": sign(Verdict.HOLDS).short, "open": sign(Verdict.OPEN).word}
    return words.get(way) or message("Falls")


def supposed(snapshot: Snapshot, prediction: Prediction) -> str:
    """What the room is asked, over what is supposed: "Suppose Russia ties do not deepen: which … still hold?"."""
    stances = supposition(snapshot.case, _scenario(snapshot, prediction))
    question = question_of(prediction)
    return told("Suppose {stances}. {question}", stances=stances, question=question) if stances else question


def asked_about(snapshot: Snapshot, prediction: Prediction) -> tuple[Recommendation, ...]:
    """Three to five recommendations in the case's order, with those that hands went up for; all where that is wished.

    They are those on which the assumptions that are supposed otherwise weigh most, over all possible settings.
    """
    case, scenario = snapshot.case, _scenario(snapshot, prediction)
    changed = changed_stances(case, scenario)
    if ALL_ADVICE in snapshot.view.unfolded or not changed or len(case.recommendations) <= MOST:
        return case.recommendations
    weights = {item.id: _weight(snapshot, changed, item.id) for item in case.recommendations}
    ranked = sorted(weights, key=lambda name: -weights[name])
    touched = [name for name in ranked if weights[name]][:MOST]
    chosen = {*touched, *ranked[:FEWEST], *(hands.id for hands in prediction.hands if hands.raised)}
    return tuple(item for item in case.recommendations if item.id in chosen)


def without_hands(snapshot: Snapshot, prediction: Prediction) -> str:
    """Which of those that are asked about have no hands yet, in a sentence; empty where all have."""
    missing = [
        item.title
        for item in asked_about(snapshot, prediction)
        if item.id not in prediction.of or not prediction.of[item.id].raised
    ]
    return told("No hands yet for {names}.", names=listed(map(quoted, missing), limit=3)) if missing else ""


def _weight(snapshot: Snapshot, changed: tuple[str, ...], advice: str) -> float:
    """How much the changed assumptions weigh in a recommendation, everywhere; 1 where that is not known yet."""
    everywhere = snapshot.analyses.everywhere if snapshot.analyses else None
    if everywhere is None:
        return 1.0
    found = everywhere.of[advice]
    of = dict(zip(everywhere.assumptions, found.banzhaf, strict=True))
    return float(sum(of.get(name, 0) for name in changed))


def _scenario(snapshot: Snapshot, prediction: Prediction) -> Scenario:
    return prediction.scenario or snapshot.scenario
