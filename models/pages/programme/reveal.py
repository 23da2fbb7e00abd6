"""The reveal of a prediction: one recommendation after the other, what surprises most first, then all of them."""

from collections.abc import Sequence

from models.analyses.groups.standing import foresight
from models.analyses.snapshots import take
from models.engine.explain import Trace
from models.language.account import account
from models.language.messages import marked, message, plural, told
from models.language.naming import quoted
from models.language.suppositions import supposition
from models.language.words import sentence_start, uncapitalised
from models.pages.impossible import QUESTION, question_of, way_word
from models.pages.parts import remember, remembered, uncoded
from models.schema.action import Step
from models.schema.case import Case
from models.schema.page import Block, Chart, Figure, Line, Option, Sentences, Tone, Weight, soft
from models.schema.pictures import ForesightBar, ForesightPicture
from models.schema.result import Status
from models.schema.scenario import baseline_scenario
from models.schema.snapshot import Snapshot, fresh_state
from models.schema.standing import Foreseen
from models.schema.steps.room_steps import prediction_revealed
from models.schema.workshop import Prediction

UNCOVERED = "uncovered:"
CAME = {
    Status.ACCEPTED: marked("{advice} holds: {judged}"),
    Status.OPEN: marked("{advice} is open: {judged}"),
    Status.REJECTED: marked("{advice} falls: {judged}"),
}
CAME_SPOKEN = {
    Status.ACCEPTED: marked("{advice}: holds; {judged}."),
    Status.OPEN: marked("{advice}: is open; {judged}."),
    Status.REJECTED: marked("{advice}: falls; {judged}."),
}
WAY = {Status.ACCEPTED: "holds", Status.OPEN: "open", Status.REJECTED: "falls"}
PLURALITY = marked("more foresaw it than anything else")
WRONG, TIED = marked("the room was wrong"), marked("the room was of two minds")


def score_line(case: Case, prediction: Prediction) -> str:
    """How much of a revealed prediction came true, in one sentence without its full stop."""
    found = foresight(case, prediction)
    if not found.items:
        return message("No hands were counted")
    return plural(
        "The room foresaw {hits} of {number} recommendation",
        "The room foresaw {hits} of {number} recommendations",
        len(found.items),
        hits=found.hits,
    )


def looked_back(snapshot: Snapshot, prediction: Prediction) -> tuple[str, tuple[Line, ...]]:
    """The title over what came of a prediction: what was supposed, and below the question where one was written."""
    came, question = score_line(snapshot.case, prediction), question_of(prediction)
    stances = supposition(snapshot.case, prediction.scenario or snapshot.scenario)
    if not stances:
        return f"{came}: {question}", ()
    title = told("Suppose {stances}: {came}", stances=stances, came=uncapitalised(came))
    return title, () if question == message(QUESTION) else (soft(question),)


def outcome_blocks(case: Case, prediction: Prediction) -> tuple[Block, ...]:
    """What was foreseen and what came true: the picture, and how many hands were right."""
    found = foresight(case, prediction)
    if not found.items:
        return ()
    hands = plural(
        "{right} of {number} hand went up for what came true.",
        "{right} of {number} hands went up for what came true.",
        found.raised,
        right=found.right,
    )
    items = in_order(case, prediction)
    only = [Line(text=_cause(case, prediction, items[0]), weight=Weight.STRONG)] if len(items) == 1 else []
    return (Sentences(id="right-hands", lines=(*only, soft(hands))), _figure(case, prediction, items))


def in_order(case: Case, prediction: Prediction) -> list[Foreseen]:
    """What surprises most comes first: where most hands were wrong, and the fewest right."""
    return sorted(foresight(case, prediction).items, key=lambda item: (item.hit, item.right / item.raised))


def uncovered(snapshot: Snapshot, prediction: Prediction) -> int:
    """How many of a locked prediction's recommendations the room has been shown."""
    identifier, _, number = remembered(snapshot.view, UNCOVERED).rpartition(":")
    return int(number) if identifier == prediction.id and number.isdigit() else 0


def uncovering(snapshot: Snapshot, prediction: Prediction) -> tuple[Option, ...]:
    """The buttons that show one more, and that end the reveal with every verdict."""
    shown, total = uncovered(snapshot, prediction), len(in_order(snapshot.case, prediction))
    reveal = Option(
        text=message("Reveal"),
        action=Step(prediction_revealed, dated=True),
        tip=message("Show what became of it, with every verdict, here and in the room"),
    )
    if shown >= total:
        return (reveal,)
    following = Option(
        text=message("Show the next" if shown else "Show the first"),
        action=remember(snapshot.view, UNCOVERED, f"{prediction.id}:{shown + 1}"),
        icon="eye",
        tip=message("One recommendation after the other, the greatest surprise first"),
    )
    return (following, reveal)


def uncovered_blocks(snapshot: Snapshot, prediction: Prediction) -> tuple[Block, ...]:
    """What was shown last, large, why it came so, and how far the reveal is."""
    items = in_order(snapshot.case, prediction)
    shown = items[: uncovered(snapshot, prediction)]
    if not shown:
        return ()
    so_far = told(
        "{shown} of {number} shown; the room foresaw {hits}.",
        number=len(items),
        shown=len(shown),
        hits=sum(item.hit for item in shown),
    )
    cause = _cause(snapshot.case, prediction, shown[-1])
    return (
        *(() if _gives_away(snapshot.case, cause, shown) else (_told("cause", cause, Weight.STRONG),)),
        _figure(snapshot.case, prediction, shown[-1:]),
        *((_told("so-far", so_far, Weight.SOFT),) if len(items) > 1 else ()),
    )


def _told(identifier: str, text: str, weight: Weight) -> Sentences:
    return Sentences(id=identifier, lines=(Line(text=text, weight=weight),))


def _gives_away(case: Case, text: str, shown: Sequence[Foreseen]) -> bool:
    """Whether a text names advice that is still to be shown: what became of that may stand in it, too."""
    seen = {item.id for item in shown}
    covered = (item for item in case.recommendations if item.id not in seen)
    return any(item.title in text or item.brief in text for item in covered)


def _cause(case: Case, prediction: Prediction, item: Foreseen) -> str:
    """Why a recommendation came out as it did under what was supposed."""
    scenario = prediction.scenario or baseline_scenario(case)
    supposed = take(fresh_state(case, scenario))
    return uncoded(case, account(Trace(supposed), item.id))


def last_line(snapshot: Snapshot, prediction: Prediction) -> Line | None:
    """What was shown last, as one sentence that forty people read; None before the first."""
    shown = uncovered(snapshot, prediction)
    items = in_order(snapshot.case, prediction)
    if not shown or not items:
        return None
    item = items[min(shown, len(items)) - 1]
    name = quoted(snapshot.case.by_id[item.id].title)
    came = told(CAME[item.status], advice=name, judged=_judged(item))
    return Line(text=came, weight=Weight.CAPTION, tone=Tone.GOOD if item.hit else Tone.BAD)


def under(snapshot: Snapshot, prediction: Prediction) -> tuple[Line, ...]:
    """What is supposed, before the sentence that the room reads."""
    stances = supposition(snapshot.case, prediction.scenario or snapshot.scenario)
    supposed = told("Suppose {stances}:", stances=stances)
    return (Line(text=supposed, weight=Weight.CAPTION, tone=Tone.SOFT),) if stances else ()


def _judged(item: Foreseen) -> str:
    if item.hit:
        return message("most foresaw it" if 2 * item.right > item.raised else PLURALITY)
    return message(TIED if item.foremost is None else WRONG)


def _figure(case: Case, prediction: Prediction, items: list[Foreseen]) -> Figure:
    bars = tuple(_bar(case, prediction, item) for item in items)
    holds, is_open, falls = map(_way, WAY)
    return Figure(
        id="foresight",
        chart=Chart.FORESIGHT,
        values=ForesightPicture(ways=(holds, is_open, falls), bars=bars),
        alternative="\n".join(bar.spoken for bar in bars),
        share=1,
    )


def _bar(case: Case, prediction: Prediction, found: Foreseen) -> ForesightBar:
    item, hands = case.by_id[found.id], prediction.of[found.id]
    foresaw = told("{right} of {raised} foresaw it", right=found.right, raised=found.raised)
    judged = foresaw if found.hit else f"{sentence_start(_judged(found))}: {foresaw}"
    return ForesightBar(
        id=item.id,
        code=item.code,
        title=item.title,
        hands=(hands.holds, hands.open, hands.falls),
        status=found.status,
        right=judged,
        hit=found.hit,
        guess=_guess(found),
        answer=told("The answer: {way}; {foresaw}", way=_way(found.status), foresaw=foresaw),
        spoken=told(CAME_SPOKEN[found.status], advice=item.title, judged=judged),
    )


def _guess(found: Foreseen) -> str:
    """What most hands went up for, if anything."""
    if found.foremost is None:
        return sentence_start(message(TIED))
    return told("The room’s guess: {way}", way=_way(found.foremost))


def _way(status: Status) -> str:
    return way_word(WAY[status]).lower()
