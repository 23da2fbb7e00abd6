"""The reveal of a prediction: one recommendation after the other, what surprises most first, then all of them."""

from models.analyses.groups.foresight import foresight
from models.language.words import counted
from models.pages.parts import remember, remembered
from models.schema.action import Step
from models.schema.case import Case
from models.schema.foresight import ForesightBar, ForesightPicture
from models.schema.page import Block, Chart, Figure, Line, Option, Sentences, Tone, Weight
from models.schema.result import Status
from models.schema.snapshot import Snapshot
from models.schema.standing import Foreseen
from models.schema.steps.room_steps import prediction_revealed
from models.schema.workshop import Prediction

UNCOVERED = "uncovered:"
CAME = {Status.ACCEPTED: "holds", Status.OPEN: "is open", Status.REJECTED: "falls"}
WRONG, TIED = "the room was wrong", "the room was of two minds"


def score_line(case: Case, prediction: Prediction) -> str:
    """How much of a revealed prediction came true, in one sentence without its full stop."""
    found = foresight(case, prediction)
    if not found.items:
        return "No hands were counted"
    return f"Most hands foresaw {found.hits} of {counted(len(found.items), 'recommendation')}"


def outcome_blocks(case: Case, prediction: Prediction) -> tuple[Block, ...]:
    """What was foreseen and what came true: the picture, and how many hands were right."""
    found = foresight(case, prediction)
    if not found.items:
        return ()
    hands = f"{found.right} of {counted(found.raised, 'hand')} went up for what came true."
    items = in_order(case, prediction)
    return (
        Sentences(id="right-hands", lines=(Line(text=hands, weight=Weight.SOFT),)),
        _figure(case, prediction, items, len(items)),
    )


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
        text="Reveal",
        action=Step(prediction_revealed, dated=True),
        tip="Show what became of it, with every verdict, here and in the room",
    )
    if shown >= total:
        return (reveal,)
    following = Option(
        text="Show the next" if shown else "Show the first",
        action=remember(snapshot.view, UNCOVERED, f"{prediction.id}:{shown + 1}"),
        icon="eye",
        tip="One recommendation after the other, the greatest surprise first",
    )
    return (following, reveal)


def uncovered_blocks(snapshot: Snapshot, prediction: Prediction) -> tuple[Block, ...]:
    """The picture with what has been shown so far, in rows that stay where they are."""
    items = in_order(snapshot.case, prediction)
    shown = items[: uncovered(snapshot, prediction)]
    return (_figure(snapshot.case, prediction, shown, len(items)),) if shown else ()


def last_line(snapshot: Snapshot, prediction: Prediction) -> Line | None:
    """What was shown last, as one sentence that forty people read; None before the first."""
    shown = uncovered(snapshot, prediction)
    items = in_order(snapshot.case, prediction)
    if not shown or not items:
        return None
    item = items[min(shown, len(items)) - 1]
    told = f"“{snapshot.case.by_id[item.id].title}” {CAME[item.status]}: {_judged(item)}"
    return Line(text=told, weight=Weight.CAPTION, tone=Tone.GOOD if item.hit else Tone.BAD)


def _judged(item: Foreseen) -> str:
    if item.hit:
        return "most foresaw it"
    return TIED if item.foremost is None else WRONG


def _figure(case: Case, prediction: Prediction, items: list[Foreseen], rows: int) -> Figure:
    bars = tuple(_bar(case, prediction, item) for item in items)
    return Figure(
        id="foresight",
        chart=Chart.FORESIGHT,
        values=ForesightPicture(bars=bars, rows=rows),
        alternative="\n".join(bar.spoken for bar in bars),
        share=1,
    )


def _bar(case: Case, prediction: Prediction, found: Foreseen) -> ForesightBar:
    item, hands = case.by_id[found.id], prediction.of[found.id]
    foresaw = f"{found.right} of {found.raised} foresaw it"
    judged = _judged(found)
    told = foresaw if found.hit else f"{judged[:1].upper()}{judged[1:]}: {foresaw}"
    return ForesightBar(
        id=item.id,
        code=item.code,
        title=item.title,
        hands=(hands.holds, hands.open, hands.falls),
        status=found.status,
        right=told,
        hit=found.hit,
        spoken=f"{item.title}: {CAME[found.status]}; {told}.",
    )
