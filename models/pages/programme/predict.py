"""What the room expects before it sees the verdicts: ask, count hands, lock, reveal, and how much came true."""

from models.analyses.groups.foresight import foresight
from models.language.words import counted
from models.pages.hidden import HIDDEN
from models.pages.parts import remember, remembered
from models.schema.action import Step, look
from models.schema.case import Case, Recommendation
from models.schema.foresight import ForesightBar, ForesightPicture
from models.schema.page import (
    BarCell,
    Block,
    Cell,
    Chart,
    Choice,
    Column,
    Entry,
    EntryCell,
    Field,
    Fields,
    Figure,
    Form,
    Line,
    Option,
    Page,
    Row,
    Sentences,
    Table,
    TextCell,
    Weight,
    Width,
)
from models.schema.result import Status
from models.schema.snapshot import Snapshot
from models.schema.standing import Foresight
from models.schema.steps.room_steps import (
    hands_counted,
    prediction_asked,
    prediction_locked,
    prediction_revealed,
)
from models.schema.steps.workshop_steps import dropped
from models.schema.view import PageName, ProgrammePart
from models.schema.workshop import Hands, Phase, Prediction

NOTHING_ASKED = "What does the room expect?"
HOW_IT_GOES = "A guess that is written down before the answer teaches more than the answer."
HOW = (
    "Ask, and the verdicts are hidden, here and in the room.",
    "Set the assumptions that are in question.",
    "Count hands: does each recommendation hold, is it open, does it fall?",
    "Lock what was counted, then reveal what became of it.",
)
QUESTION = "Which recommendations still hold?"
WAYS = {"holds": "Holds", "open": "Open", "falls": "Falls"}
SHOWN = "prediction:"


def predict_page(snapshot: Snapshot, parts: Choice) -> Page:
    """The prediction that is under way; without one, how to begin and the last that was revealed."""
    asking = snapshot.workshop.asking
    if asking is None:
        return _idle_page(snapshot, parts)
    locked = asking.phase is Phase.LOCKED
    title = "The hands are counted; nobody can change them now" if locked else asking.question or QUESTION
    told = (
        "Reveal shows the verdicts, here and in the room."
        if locked
        else (
            "Set the assumptions at the left and count hands. A hand for “holds” counts fewer arguments too."
        )
    )
    return Page(
        name=PageName.PROGRAMME.value,
        title=title,
        lead=(
            Line(text=f"{HIDDEN}.", weight=Weight.SOFT),
            Line(text=told, weight=Weight.SOFT, private=True),
        ),
        tools=(parts, _steps(snapshot, asking)),
        blocks=(_hands_table(snapshot.case, asking),),
    )


def predictions_page(snapshot: Snapshot, parts: Choice) -> Page:
    """Every prediction that was revealed, with its score, and one of them in full."""
    past = _revealed(snapshot)
    if not past:
        asking = snapshot.workshop.asking
        title = asking.question or QUESTION if asking else "Nothing has been predicted yet"
        begin = Option(
            text="Predict",
            action=look(page=PageName.PROGRAMME, programme=ProgrammePart.PREDICT),
            tip="Hide the verdicts and ask the room what it expects",
        )
        return Page(
            name=PageName.DIFFER.value,
            title=title,
            lead=(Line(text=f"{HIDDEN}." if asking else HOW_IT_GOES, weight=Weight.SOFT),),
            tools=(parts,),
            blocks=(
                _hands_table(snapshot.case, asking)
                if asking
                else Choice(
                    id="begin", label="Predict", options=(begin,), form=Form.LARGE, private=True, share=1
                ),
            ),
        )
    chosen = _chosen(snapshot, past)
    return Page(
        name=PageName.DIFFER.value,
        title=f"{score_line(snapshot.case, chosen)}: {chosen.question or QUESTION}",
        tools=(parts,),
        blocks=(*outcome_blocks(snapshot.case, chosen), _list(snapshot, past, chosen)),
    )


def score_line(case: Case, prediction: Prediction) -> str:
    """How much of a revealed prediction came true, in one sentence without its full stop."""
    found = foresight(case, prediction)
    if not found.items:
        return "No hands were counted"
    return f"Most hands foresaw {found.hits} of {counted(len(found.items), 'recommendation')}"


def outcome_blocks(case: Case, prediction: Prediction) -> tuple[Block, ...]:
    """What was foreseen and what came true: the picture, and the same as a table."""
    found = foresight(case, prediction)
    if not found.items:
        return ()
    picture = _picture(case, prediction, found)
    hands = f"{found.right} of {counted(found.raised, 'hand')} went up for what came true."
    return (
        Sentences(id="right-hands", lines=(Line(text=hands, weight=Weight.SOFT),)),
        Figure(
            id="foresight",
            chart=Chart.FORESIGHT,
            values=picture,
            alternative="\n".join(bar.spoken for bar in picture.bars),
            share=1,
        ),
    )


def _idle_page(snapshot: Snapshot, parts: Choice) -> Page:
    past = _revealed(snapshot)
    begin = Fields(
        id="ask",
        private=True,
        fields=(
            Field(
                id="question",
                label="What is asked",
                text="",
                action=Step(prediction_asked, dated=True),
                hint=QUESTION,
            ),
        ),
        buttons=(
            Option(
                text="Hide the verdicts and ask",
                action=Step(prediction_asked, (QUESTION,), dated=True),
                tip="Verdicts stay hidden, here and in the room, until you reveal them",
            ),
        ),
    )
    last = past[-1] if past else None
    return Page(
        name=PageName.PROGRAMME.value,
        title=f"{score_line(snapshot.case, last)}: {last.question or QUESTION}" if last else NOTHING_ASKED,
        lead=(Line(text=HOW_IT_GOES, weight=Weight.SOFT),),
        tools=(parts,),
        large=True,
        blocks=(begin, *(outcome_blocks(snapshot.case, last) if last else (_how(),))),
    )


def _how() -> Sentences:
    lines = tuple(Line(text=f"{number}. {text}") for number, text in enumerate(HOW, start=1))
    return Sentences(id="how", heading="How it goes", lines=lines, private=True)


def _steps(snapshot: Snapshot, asking: Prediction) -> Choice:
    if asking.phase is Phase.ASKING:
        locking = Step(prediction_locked, (snapshot.scenario,), dated=True)
        first = Option(text="Lock", action=locking, tip="From then on nobody can change the hands")
    else:
        first = Option(
            text="Reveal", action=Step(prediction_revealed, dated=True), tip="Show what became of it"
        )
    drop = Option(text="Drop", action=Step(dropped), tip="Take the question back; verdicts are shown again")
    return Choice(id="prediction", label="Prediction", options=(first, drop), form=Form.BUTTONS)


def _hands_table(case: Case, asking: Prediction) -> Table:
    most = max((hands.raised for hands in asking.hands), default=0)
    return Table(
        id="hands",
        columns=(
            Column(id="recommendation", title="Recommendation", width=Width.STRETCH),
            *(Column(id=way, title=title, right=True) for way, title in WAYS.items()),
            Column(id="raised", title="Hands"),
        ),
        rows=tuple(_hands_row(item, asking, most) for item in case.recommendations),
        share=1,
    )


def _hands_row(item: Recommendation, asking: Prediction, most: int) -> Row:
    hands = asking.of.get(item.id, Hands(id=item.id))
    open_still = asking.phase is Phase.ASKING
    counts = tuple(_count_cell(item, hands, way, open_still) for way in WAYS)
    share = hands.raised / most if most else 0.0
    told = ", ".join(f"{getattr(hands, way)} {title.lower()}" for way, title in WAYS.items())
    return Row(
        id=item.id,
        cells=(
            TextCell(text=item.title, code=item.code),
            *counts,
            BarCell(value=share, text=str(hands.raised) if hands.raised else ""),
        ),
        spoken=f"{item.title}: {told}",
    )


def _count_cell(item: Recommendation, hands: Hands, way: str, open_still: bool) -> Cell:
    number = getattr(hands, way)
    text = str(number) if number else ""
    if not open_still:
        return TextCell(text=text or "0")
    return EntryCell(
        text=text,
        kind=Entry.NUMBER,
        action=Step(hands_counted, (item.id, way), merge=f"hands:{item.id}:{way}"),
        hint="0",
        label=f"Hands for “{item.title}” to be: {WAYS[way].lower()}",
    )


def _picture(case: Case, prediction: Prediction, found: Foresight) -> ForesightPicture:
    bars = []
    for foreseen in found.items:
        item, hands = case.by_id[foreseen.id], prediction.of[foreseen.id]
        right = f"{foreseen.right} of {foreseen.raised} foresaw it"
        bars.append(
            ForesightBar(
                id=item.id,
                code=item.code,
                title=item.title,
                hands=(hands.holds, hands.open, hands.falls),
                status=foreseen.status,
                right=right,
                hit=foreseen.hit,
                spoken=f"{item.title}: {_came(foreseen.status)}; {right}.",
            )
        )
    return ForesightPicture(bars=tuple(bars))


def _came(status: Status) -> str:
    return {Status.ACCEPTED: "holds", Status.OPEN: "is open", Status.REJECTED: "falls"}[status]


def _revealed(snapshot: Snapshot) -> list[Prediction]:
    return [item for item in snapshot.workshop.predictions if item.phase is Phase.REVEALED]


def _chosen(snapshot: Snapshot, past: list[Prediction]) -> Prediction:
    """The one that was unfolded last, else the last that was revealed."""
    wanted = remembered(snapshot.view, SHOWN)
    return next((item for item in past if item.id == wanted), past[-1])


def _list(snapshot: Snapshot, past: list[Prediction], chosen: Prediction) -> Table:
    return Table(
        id="predictions",
        heading="All predictions",
        columns=(
            Column(id="question", title="What was asked", width=Width.STRETCH),
            Column(id="score", title="What came true", width=Width.STRETCH),
        ),
        rows=tuple(
            Row(
                id=item.id,
                cells=(
                    TextCell(text=item.question or QUESTION),
                    TextCell(text=score_line(snapshot.case, item)),
                ),
                picked=item is chosen,
                action=remember(snapshot.view, SHOWN, item.id),
            )
            for item in reversed(past)
        ),
    )
