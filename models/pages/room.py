"""What stands round a page on the room's screen, and what stands there while verdicts are hidden."""

from collections.abc import Iterator

from models.language.words import (
    READING_WORDS,
    SHORT_VERDICT_WORDS,
    VERDICT_CLAUSES,
    counted,
    listed,
)
from models.schema.case import Case, Reading, Recommendation, Stance
from models.schema.scenario import Scenario, changed_stances
from models.schema.snapshot import Snapshot
from models.schema.value import Answer
from models.schema.workshop import Hands, Phase, Workshop

NAMED = 5
UNCHANGED = "As the essay takes every assumption"
HIDDEN = "Verdicts are hidden. What do you expect?"
LOCKED = "The hands are counted. The verdicts come next."
ASKING = "Raise your hand: does it hold, is it open, or does it fall?"
STANCES = {Stance.FAILS: "fail", Stance.HOLDS: "hold", Stance.UNCERTAIN: "uncertain"}


class CurtainLine(Answer):
    """One recommendation behind the curtain, with the hands that went up for it if they are counted."""

    id: str
    code: str
    title: str
    hands: str = ""
    spoken: str


class Curtain(Answer):
    """What the room reads while verdicts are hidden."""

    title: str
    line: str
    recommendations: tuple[CurtainLine, ...]


def differs_line(snapshot: Snapshot) -> str:
    """What differs from the essay, short enough for one line: "A3 fails · A7 uncertain"."""
    return " · ".join(_differing(snapshot)) or UNCHANGED


def last_change_line(snapshot: Snapshot) -> str:
    """What the last change did to the verdicts; empty where there was none."""
    if snapshot.before is None:
        return ""
    was = {result.id: result.verdict for result in snapshot.before.recommendations}
    moved = [result for result in snapshot.evaluation.recommendations if result.verdict is not was[result.id]]
    codes = [snapshot.case.by_id[result.id].code for result in moved]
    if len(moved) == 1:
        now = VERDICT_CLAUSES[moved[0].verdict]
        return f"The last change: {codes[0]} {now}, was {SHORT_VERDICT_WORDS[was[moved[0].id]]}"
    return f"The last change moved {listed(codes, limit=NAMED) if moved else 'no verdict'}"


def curtain(snapshot: Snapshot, workshop: Workshop | None) -> Curtain:
    """The recommendations without their verdicts, and the hands once they are locked."""
    prediction = workshop.asking if workshop is not None else None
    locked = prediction is not None and prediction.phase is Phase.LOCKED
    question = prediction.question.strip() if prediction is not None else ""
    hands = {} if prediction is None or not locked else prediction.of
    return Curtain(
        title=HIDDEN,
        line=" ".join(part for part in (question, LOCKED if locked else ASKING) if part),
        recommendations=tuple(
            _line(item, _counted(hands[item.id]) if item.id in hands else "")
            for item in snapshot.case.recommendations
        ),
    )


def _differing(snapshot: Snapshot) -> Iterator[str]:
    scenario, changed = snapshot.scenario, changed_stances(snapshot.case, snapshot.scenario)
    for stance, verb in STANCES.items():
        codes = [
            item.code
            for item in snapshot.case.assumptions
            if item.id in changed and scenario.stance_of[item.id] is stance
        ]
        if codes:
            single = stance is not Stance.UNCERTAIN and len(codes) == 1
            yield f"{listed(codes, limit=NAMED)} {verb}{'s' if single else ''}"
    if scenario.reading is not Reading.ANY_GROUND:
        yield f"read as {READING_WORDS[scenario.reading].lower()}"
    if scenario.set_aside:
        yield f"{counted(len(scenario.set_aside), 'inference')} set aside"
    if scenario.added:
        yield "with added objections"


def _line(item: Recommendation, hands: str) -> CurtainLine:
    spoken = f"{item.code} {item.text}{': ' + hands if hands else ''}"
    return CurtainLine(id=item.id, code=item.code, title=item.text, hands=hands, spoken=spoken)


def _counted(hands: Hands) -> str:
    return f"{hands.holds} hold · {hands.open} open · {hands.falls} fall"


def entered_line(case: Case, scenario: Scenario) -> str:
    """The credences that the room has entered, for a page that has no fields for them."""
    entered = ((item.code, scenario.credence_of.get(item.id)) for item in case.assumptions)
    listing = " · ".join(f"{code} {100 * value:.0f}%" for code, value in entered if value is not None)
    return f"Entered: {listing}." if listing else ""
