"""What stands in the place of verdicts, where nothing follows, or while a prediction is asked.

Of stances that no possible setting has: which they are, why, and the smallest changes that resolve it. A prediction
asks about recommendations that what is supposed can touch, and about others on request.
"""

from models.engine.evaluate import ways_out
from models.language.link_words import NO_VERDICT, contradiction_words, resolution_words
from models.language.messages import marked, message, told
from models.language.naming import quoted
from models.language.signs import UNTIL_REVEALED
from models.language.states import sign
from models.language.suppositions import supposition
from models.language.words import listed
from models.schema.action import look
from models.schema.case import Case, Recommendation
from models.schema.grades import Verdict
from models.schema.page import Choice, Form, Line, Option, Page, Sentences, Weight, soft
from models.schema.scenario import Scenario, changed_stances
from models.schema.snapshot import Snapshot
from models.schema.steps.scenario_steps import set_stances
from models.schema.workshop import Prediction

HIDDEN = UNTIL_REVEALED


FEWEST, MOST = 3, 5
ALL_ADVICE = "all-advice"
QUESTION = marked("Which recommendations still hold?")


def impossible_page(snapshot: Snapshot, name: str, *tools: Choice) -> Page:
    """What stands in place of a page of answers."""
    return Page(name=name, title=message(NO_VERDICT), tools=tools, blocks=impossible_blocks(snapshot))


def impossible_blocks(snapshot: Snapshot) -> tuple[Sentences | Choice, ...]:
    """Each contradiction in a sentence, a button for each way out, and each of the stances by itself."""
    case, found = snapshot.case, snapshot.evaluation.contradictions
    if not found or snapshot.workshop.asking is not None:
        return ()
    said = (Line(text=f"{contradiction_words(case, item)}.", weight=Weight.STRONG) for item in found)
    told, parts = Sentences(id="contradiction", lines=tuple(said)), _parts(snapshot)
    kept = _last_changed(case, snapshot.past, snapshot.scenario)
    ways = ways_out(case, snapshot.scenario, snapshot.evaluation, kept)
    if not ways:
        return (told, parts)
    options = tuple(
        Option(
            text=resolution_words(case, changes),
            action=set_stances(*((item.id, item.stance) for item in changes)),
            tip=message("Undo takes it back."),
        )
        for changes in ways
    )
    asked = Sentences(
        id="ways-out",
        lines=(
            Line(text=message("The smallest changes that resolve it"), weight=Weight.TITLE, private=True),
        ),
    )
    return (
        told,
        asked,
        Choice(id="resolve", label=message("Resolve it"), options=options, form=Form.BUTTONS, private=True),
        parts,
    )


def briefly(blocks: tuple[Sentences | Choice, ...]) -> tuple[Sentences | Choice, ...]:
    """The sentences and the ways out alone, beside what needs the room."""
    return (*blocks[:1], *(block for block in blocks if isinstance(block, Choice)))


def _parts(snapshot: Snapshot) -> Sentences:
    stances = {item.id: item.stance for found in snapshot.evaluation.contradictions for item in found.stances}
    parts = ((snapshot.case.by_id[name], stance) for name, stance in stances.items())
    lines = (
        Line(text=item.title, code=item.code, sign=sign(stance), tip=item.text, action=look(picked=item.id))
        for item, stance in parts
    )
    return Sentences(id="stances", lines=tuple(lines))


def _last_changed(case: Case, past: Scenario | None, now: Scenario) -> tuple[str, ...]:
    if past is None:
        return ()
    return tuple(
        item.id for item in case.assumptions if past.stance_of[item.id] is not now.stance_of[item.id]
    )


def hidden_page(snapshot: Snapshot, name: str, *tools: Choice) -> Page:
    """What stands in place of a page that would give the answer away: that, and what is asked."""
    asking = snapshot.workshop.asking
    if asking is None:
        return impossible_page(snapshot, name, *tools)
    question = _written(asking)
    lead = (soft(question),) if question else ()
    return Page(name=name, title=message(HIDDEN), lead=lead, tools=tools)


def question_of(prediction: Prediction) -> str:
    """What a prediction asks."""
    return _written(prediction) or message(QUESTION)


def _written(prediction: Prediction) -> str:
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
