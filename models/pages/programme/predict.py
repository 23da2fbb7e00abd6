"""What the room expects before it sees the verdicts: ask, count hands, lock, reveal, and how much came true."""

from models.language.messages import marked, message, told
from models.language.naming import quoted
from models.pages.impossible import (
    ALL_ADVICE,
    HIDDEN,
    QUESTION,
    asked_about,
    supposed,
    way_word,
    without_hands,
)
from models.pages.parts import remember, remembered, unfolding
from models.pages.programme.reveal import (
    last_line,
    looked_back,
    outcome_blocks,
    score_line,
    uncovered_blocks,
    uncovering,
    under,
)
from models.schema.action import Step, look
from models.schema.case import Recommendation
from models.schema.page import (
    BarCell,
    Cell,
    Choice,
    Column,
    Entry,
    EntryCell,
    Field,
    Fields,
    Form,
    Line,
    Option,
    Page,
    Row,
    Sentences,
    Table,
    TextCell,
    Tone,
    Weight,
    Width,
    soft,
)
from models.schema.snapshot import Snapshot
from models.schema.steps.room_steps import dropped, hands_counted, prediction_asked, prediction_locked
from models.schema.view import PageName, ProgrammePart
from models.schema.workshop import Hands, Phase, Prediction

NOTHING_ASKED = marked("What does the room expect?")
NOW = marked("Next, verdicts are hidden and hands are counted: what do you expect to hold?")
HOW_IT_GOES = marked("A guess that is written down before the answer teaches more than the answer.")
HOW = (
    marked("Ask, and the verdicts are hidden, here and in the room."),
    marked("Set the assumptions that are in question."),
    marked("Count hands: does each recommendation hold, is it open, does it fall?"),
    marked("Lock what was counted, then reveal what became of it."),
)
WAYS = ("holds", "open", "falls")
SHOWN = "prediction:"


def predict_page(snapshot: Snapshot, parts: Choice) -> Page:
    """The prediction that is under way; without one, how to begin and the last that was revealed."""
    asking = snapshot.workshop.asking
    if asking is None:
        return _idle_page(snapshot, parts)
    locked = asking.phase is Phase.LOCKED
    if locked and (shown := last_line(snapshot, asking)) is not None:
        return Page(
            name=PageName.PROGRAMME.value,
            title=shown.text,
            lead=(soft(supposed(snapshot, asking)),),
            tools=(parts, _steps(snapshot, asking)),
            blocks=uncovered_blocks(snapshot, asking),
            caption=(*under(snapshot, asking), shown),
        )
    return Page(
        name=PageName.PROGRAMME.value,
        title=supposed(snapshot, asking),
        lead=(soft(f"{message(HIDDEN)}."), *_next(asking)),
        tools=(parts, _steps(snapshot, asking), *_more(snapshot, asking)),
        blocks=(_hands_table(snapshot, asking), *_without_hands(snapshot, asking)),
    )


def _next(asking: Prediction) -> tuple[Line, ...]:
    """What the facilitator does next."""
    if asking.phase is Phase.LOCKED:
        locked = message(
            "The hands are counted; nobody can change them now. Show one after the other, or reveal all."
        )
        return (soft(locked, private=True),)
    now = message(
        "Set the assumptions at the left and count hands. A hand for “holds” counts fewer arguments too."
    )
    return (soft(now, private=True),)


def _without_hands(snapshot: Snapshot, asking: Prediction) -> tuple[Sentences, ...]:
    """For what no hands were counted yet, below the table: nothing moves under the pointer as they are counted."""
    missing = without_hands(snapshot, asking) if asking.hands and asking.phase is Phase.ASKING else ""
    line = Line(text=missing, tone=Tone.WARN, weight=Weight.STRONG, private=True)
    return (Sentences(id="without-hands", lines=(line,), private=True),) if missing else ()


def _more(snapshot: Snapshot, asking: Prediction) -> tuple[Choice, ...]:
    """The button that asks about the other recommendations too."""
    every = len(asked_about(snapshot, asking)) == len(snapshot.case.recommendations)
    if asking.phase is not Phase.ASKING or (every and ALL_ADVICE not in snapshot.view.unfolded):
        return ()
    option = unfolding(snapshot.view, ALL_ADVICE, message("Ask about all"), message("Ask about all"))
    return (
        Choice(id="all-advice", label=message("What is asked about"), options=(option,), form=Form.BUTTONS),
    )


def predictions_page(snapshot: Snapshot, parts: Choice) -> Page:
    """Every prediction that was revealed, with its score, and one of them in full."""
    past = _revealed(snapshot)
    if not past:
        asking = snapshot.workshop.asking
        title = supposed(snapshot, asking) if asking else message("Nothing has been predicted yet")
        return Page(
            name=PageName.DIFFER.value,
            title=title,
            lead=(soft(f"{message(HIDDEN)}." if asking else message(HOW_IT_GOES)),),
            tools=(parts,),
            blocks=(_hands_table(snapshot, asking) if asking else _begin(),),
        )
    chosen = _chosen(snapshot, past)
    title, lead = looked_back(snapshot, chosen)
    return Page(
        name=PageName.DIFFER.value,
        title=title,
        lead=lead,
        tools=(parts,),
        blocks=(*outcome_blocks(snapshot.case, chosen), _list(snapshot, past, chosen)),
    )


def _begin() -> Choice:
    option = Option(
        text=message("Predict"),
        action=look(page=PageName.PROGRAMME, programme=ProgrammePart.PREDICT),
        tip=message("Hide the verdicts and ask the room what it expects"),
    )
    form = Form.LARGE
    return Choice(id="begin", label=option.text, options=(option,), form=form, private=True, share=1)


def _idle_page(snapshot: Snapshot, parts: Choice) -> Page:
    past = _revealed(snapshot)
    begin = Fields(
        id="ask",
        private=True,
        fields=(
            Field(
                id="question",
                label=message("What is asked"),
                text="",
                action=Step(prediction_asked, dated=True),
                hint=message(QUESTION),
            ),
        ),
        buttons=(
            Option(
                text=message("Hide the verdicts and ask"),
                action=Step(prediction_asked, (QUESTION,), dated=True),
                tip=message("Verdicts stay hidden, here and in the room, until you reveal them"),
            ),
        ),
    )
    last = past[-1] if past else None
    title, lead = looked_back(snapshot, last) if last else (message(NOTHING_ASKED), ())
    return Page(
        name=PageName.PROGRAMME.value,
        title=title,
        lead=(*lead, soft(message(HOW_IT_GOES), private=bool(last))),
        tools=(parts,),
        large=True,
        caption=() if last else _happening(),
        blocks=(begin, *(outcome_blocks(snapshot.case, last) if last else (_how(),))),
    )


def _happening() -> tuple[Line, ...]:
    """What the room reads before anything is asked: the question, and what everybody does about it."""
    asked = Line(text=message(NOTHING_ASKED), weight=Weight.CAPTION, tone=Tone.BRAND)
    return (asked, Line(text=message(NOW), weight=Weight.CAPTION))


def _how() -> Sentences:
    lines = tuple(Line(text=f"{number}. {message(text)}") for number, text in enumerate(HOW, start=1))
    return Sentences(id="how", heading=message("How it goes"), lines=lines, private=True)


def _steps(snapshot: Snapshot, asking: Prediction) -> Choice:
    if asking.phase is Phase.ASKING:
        locking = Step(prediction_locked, (snapshot.scenario,), dated=True)
        tip = without_hands(snapshot, asking) or message("From then on nobody can change the hands")
        first: tuple[Option, ...] = (Option(text=message("Lock"), action=locking, tip=tip),)
    else:
        first = uncovering(snapshot, asking)
    drop = Option(
        text=message("Drop"),
        action=Step(dropped),
        tip=message("Take the question back; verdicts are shown again"),
    )
    return Choice(id="prediction", label=message("Prediction"), options=(*first, drop), form=Form.BUTTONS)


def _hands_table(snapshot: Snapshot, asking: Prediction) -> Table:
    most = max((hands.raised for hands in asking.hands), default=0)
    return Table(
        id="hands",
        columns=(
            Column(id="recommendation", title=message("Recommendation"), width=Width.STRETCH),
            *(Column(id=way, title=way_word(way), right=True) for way in WAYS),
            Column(id="raised", title=message("Hands")),
        ),
        rows=tuple(_hands_row(item, asking, most) for item in asked_about(snapshot, asking)),
        share=1,
    )


def _hands_row(item: Recommendation, asking: Prediction, most: int) -> Row:
    hands = asking.of.get(item.id, Hands(id=item.id))
    open_still = asking.phase is Phase.ASKING
    counts = tuple(_count_cell(item, hands, way, open_still) for way in WAYS)
    share = hands.raised / most if most else 0.0
    counted = told(
        "{holds} holds, {open} open, {falls} falls", holds=hands.holds, open=hands.open, falls=hands.falls
    )
    return Row(
        id=item.id,
        cells=(
            TextCell(text=item.title, code=item.code),
            *counts,
            BarCell(value=share, text=str(hands.raised) if hands.raised else ""),
        ),
        spoken=f"{item.title}: {counted}",
    )


def _count_cell(item: Recommendation, hands: Hands, way: str, open_still: bool) -> Cell:
    number = getattr(hands, way)
    text = str(number) if number else ""
    if not open_still:
        return TextCell(text=text or ("0" if hands.raised else ""))
    return EntryCell(
        text=text,
        kind=Entry.NUMBER,
        action=Step(hands_counted, (item.id, way), merge=f"hands:{item.id}:{way}"),
        hint="0",
        label=told("Hands for {advice} to be: {way}", advice=quoted(item.title), way=way_word(way).lower()),
    )


def _revealed(snapshot: Snapshot) -> list[Prediction]:
    return [item for item in snapshot.workshop.predictions if item.phase is Phase.REVEALED]


def _chosen(snapshot: Snapshot, past: list[Prediction]) -> Prediction:
    """The one that was unfolded last, else the last that was revealed."""
    wanted = remembered(snapshot.view, SHOWN)
    return next((item for item in past if item.id == wanted), past[-1])


def _list(snapshot: Snapshot, past: list[Prediction], chosen: Prediction) -> Table:
    return Table(
        id="predictions",
        heading=message("All predictions"),
        columns=(
            Column(id="question", title=message("What was asked"), width=Width.STRETCH),
            Column(id="score", title=message("What came true"), width=Width.STRETCH),
        ),
        rows=tuple(
            Row(
                id=item.id,
                cells=(
                    TextCell(text=supposed(snapshot, item)),
                    TextCell(text=score_line(snapshot.case, item)),
                ),
                picked=item is chosen,
                action=remember(snapshot.view, SHOWN, item.id),
            )
            for item in reversed(past)
        ),
    )
