"""What the room expects before it sees the verdicts, and what of it came true, in words."""

from dataclasses import replace

from models.analyses.foresight import foresight
from models.engine.evaluate import evaluate
from models.language.words import SHORT_VERDICT_WORDS, counted
from models.pages.room import differs_line
from models.schema.case import Case, Recommendation, Verdict
from models.schema.result import Status
from models.schema.snapshot import Snapshot
from models.schema.standing import Foreseen, Foresight
from models.schema.value import Answer
from models.schema.workshop import Hands, Phase, Prediction, Workshop

HOLDS, OPEN, FALLS = "Holds", "Open", "Falls"
EXPECTED = {Status.ACCEPTED: "holds", Status.OPEN: "open", Status.REJECTED: "falls"}


class PredictionRow(Answer):
    """One recommendation with the hands that went up for it; with the verdict once it may be seen."""

    id: str
    code: str
    title: str
    hands: Hands
    verdict: Verdict | None = None
    foreseen: str = ""
    hit: bool = False
    spoken: str


class PastPrediction(Answer):
    """A prediction that was revealed: what was asked, and how much of it was foreseen."""

    id: str
    question: str
    score: str


class PredictionPage(Answer):
    """All that the page shows; `phase` is None where nothing is asked and nothing was."""

    phase: Phase | None
    title: str
    line: str
    asked_about: str
    rows: tuple[PredictionRow, ...] = ()
    past: tuple[PastPrediction, ...] = ()


def prediction_page(snapshot: Snapshot, workshop: Workshop, chosen: str = "") -> PredictionPage:
    """The prediction that is under way; else the one that is chosen by id, or the last that was revealed."""
    case = snapshot.case
    past = tuple(_past(case, item) for item in workshop.predictions if item.phase is Phase.REVEALED)
    found = workshop.asking or _revealed(workshop, chosen)
    if found is None:
        return PredictionPage(phase=None, title=NOTHING_ASKED, line=HOW_IT_GOES, asked_about="", past=past)
    rows, score = _rows(case, found)
    return PredictionPage(
        phase=found.phase,
        title=_title(found, score),
        line=_line(found, score),
        asked_about=_asked_about(snapshot, found),
        rows=rows,
        past=past,
    )


NOTHING_ASKED = "What does the room expect?"
HOW_IT_GOES = "A guess that is written down before the answer teaches more than the answer."
INVITATION = (
    "Predict, commit, reveal",
    "Hide the verdicts, set the assumptions that are in question, and count hands: does each recommendation "
    "hold, is it open, or does it fall? Lock what was counted, then reveal what became of it.",
)


def score_line(case: Case, prediction: Prediction) -> str:
    """How much of a revealed prediction came true, in one sentence."""
    return _score(foresight(case, prediction))


def prediction_table(page: PredictionPage) -> str:
    """The prediction as tab-separated text."""
    head = ["", "", HOLDS, OPEN, FALLS, "Verdict"]
    rows = [
        [row.code, row.title, *(str(count) for count in _counts(row.hands)), _verdict(row)]
        for row in page.rows
    ]
    return "\n".join("\t".join(cells) for cells in (head, *rows))


def _revealed(workshop: Workshop, chosen: str) -> Prediction | None:
    revealed = [item for item in workshop.predictions if item.phase is Phase.REVEALED]
    return next((item for item in revealed if item.id == chosen), revealed[-1] if revealed else None)


def _rows(case: Case, prediction: Prediction) -> tuple[tuple[PredictionRow, ...], Foresight | None]:
    if prediction.phase is not Phase.REVEALED or prediction.scenario is None:
        return tuple(_row(item, prediction) for item in case.recommendations), None
    score = foresight(case, prediction)
    verdicts = evaluate(case, prediction.scenario).recommendation
    foreseen = {item.id: item for item in score.items}
    rows = (
        _row(item, prediction, verdicts[item.id].verdict, foreseen.get(item.id))
        for item in case.recommendations
    )
    return tuple(rows), score


def _row(
    item: Recommendation,
    prediction: Prediction,
    verdict: Verdict | None = None,
    found: Foreseen | None = None,
) -> PredictionRow:
    hands = prediction.of.get(item.id, Hands(id=item.id))
    holds, still_open, falls = _counts(hands)
    told = f"{item.code} {item.title}: {holds} hold, {still_open} open, {falls} fall"
    foreseen = _foreseen(found)
    if verdict is not None:
        told = f"{told}. {SHORT_VERDICT_WORDS[verdict]}. {foreseen}"
    return PredictionRow(
        id=item.id,
        code=item.code,
        title=item.title,
        hands=hands,
        verdict=verdict,
        foreseen=foreseen if verdict is not None else "",
        hit=found is not None and found.hit,
        spoken=told,
    )


def _foreseen(found: Foreseen | None) -> str:
    if found is None:
        return "Nobody said"
    return f"{found.right} of {found.raised} foresaw it"


def _title(prediction: Prediction, score: Foresight | None) -> str:
    if score is not None:
        return _score(score)
    if prediction.phase is Phase.LOCKED:
        return "The hands are counted; nobody can change them now"
    return prediction.question or "Verdicts are hidden. What do you expect?"


def _line(prediction: Prediction, score: Foresight | None) -> str:
    if score is not None:
        hands = f"{score.right} of {counted(score.raised, 'hand')} went up for what came true."
        return f"{prediction.question} {hands}".strip() if score.raised else prediction.question
    if prediction.phase is Phase.LOCKED:
        return "Reveal shows the verdicts, here and on the room’s screen."
    return "Set the assumptions at the left and count hands. A hand for “holds” counts fewer grounds too."


def _score(score: Foresight) -> str:
    if not score.items:
        return "No hands were counted"
    return f"Most hands foresaw {score.hits} of {counted(len(score.items), 'recommendation')}"


def _asked_about(snapshot: Snapshot, prediction: Prediction) -> str:
    if prediction.scenario is None:
        return differs_line(snapshot)
    return differs_line(replace(snapshot, scenario=prediction.scenario))


def _past(case: Case, prediction: Prediction) -> PastPrediction:
    asked = prediction.question or "What holds?"
    return PastPrediction(id=prediction.id, question=asked, score=score_line(case, prediction))


def _counts(hands: Hands) -> tuple[int, int, int]:
    return hands.holds, hands.open, hands.falls


def _verdict(row: PredictionRow) -> str:
    return SHORT_VERDICT_WORDS[row.verdict] if row.verdict is not None else ""
