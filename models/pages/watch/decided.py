"""What was decided: what somebody marked as decided, and not what the switches happened to be left at."""

from models.language.dates import clock
from models.language.messages import marked, message
from models.language.signs import verdicts_hidden
from models.language.states import sign
from models.schema.action import Step, look
from models.schema.case import Assumption, Recommendation
from models.schema.page import (
    Block,
    ButtonsCell,
    Choice,
    Column,
    Field,
    Fields,
    Form,
    Line,
    Option,
    Row,
    Sentences,
    Sign,
    SignCell,
    Table,
    TextCell,
    Weight,
    Width,
)
from models.schema.record import Decision
from models.schema.snapshot import Snapshot
from models.schema.steps.record_steps import decided, sentence_decided, undecided

HEADING = marked("What was decided")
NOTHING = marked("Nothing has been marked as decided yet.")
HOW = marked("Pick a recommendation or an assumption and mark it as decided, or write a sentence.")


def decided_blocks(snapshot: Snapshot) -> tuple[Block, ...]:
    """What was marked, in the order in which it was, with a field for a sentence of the room's own."""
    field = Field(
        id="decision",
        label=message("Write down what was decided"),
        text="",
        action=Step(sentence_decided, dated=True),
        hint=message("A sentence"),
    )
    writing = Fields(id="decide", private=True, fields=(field,))
    table = decided_table(snapshot)
    if table is None:
        lines = (
            Line(text=message(NOTHING), weight=Weight.SOFT),
            Line(text=message(HOW), weight=Weight.SOFT, private=True),
        )
        return (Sentences(id="decided-none", heading=message(HEADING), lines=lines), writing)
    return (table, writing)


def decided_table(snapshot: Snapshot) -> Table | None:
    """The table of what was decided; None where nothing was."""
    known = [
        item for item in snapshot.workshop.decisions if not item.about or item.about in snapshot.case.by_id
    ]
    if not known:
        return None
    columns = (
        Column(id="what", title=message("What"), width=Width.STRETCH),
        Column(id="state", title=message("As it stood then")),
        Column(id="when", title=message("When")),
        Column(id="acts", control=True),
    )
    rows = tuple(_row(snapshot, item) for item in known)
    return Table(id="marked", heading=message(HEADING), columns=columns, rows=rows)


def mark_action(snapshot: Snapshot) -> Step | None:
    """The action that marks what is picked as decided, as it stands; None for what cannot be decided now."""
    item = snapshot.case.by_id.get(snapshot.view.picked)
    if isinstance(item, Assumption):
        return Step(decided, (item.id, snapshot.scenario.stance_of[item.id], None), dated=True)
    if isinstance(item, Recommendation) and not verdicts_hidden(snapshot):
        verdict = snapshot.evaluation.recommendation[item.id].verdict
        return Step(decided, (item.id, None, verdict), dated=True)
    return None


def mark_choice(snapshot: Snapshot) -> tuple[Choice, ...]:
    """The button beside the why of what is picked, with what was decided of it."""
    action = mark_action(snapshot)
    picked = snapshot.view.picked
    known = next((item for item in snapshot.workshop.decisions if item.about == picked), None)
    options = []
    if known is not None:
        tip = message("It is no longer in the minutes as decided")
        options.append(
            Option(
                text=message("Decided"),
                action=Step(undecided, (known.id,)),
                chosen=True,
                icon="check",
                tip=tip,
            )
        )
    elif action is not None:
        tip = message("It stands in the minutes as it stands now")
        options.append(Option(text=message("Mark as decided"), action=action, icon="check", tip=tip))
    return (
        (Choice(id="mark", label=message("Decided"), options=tuple(options), form=Form.BUTTONS),)
        if options
        else ()
    )


def _row(snapshot: Snapshot, item: Decision) -> Row:
    statement = snapshot.case.by_id.get(item.about)
    name = TextCell(
        text=statement.title if statement else item.text, code=statement.code if statement else ""
    )
    state = _state(snapshot, item)
    back = Option(
        text=message("Take back"), action=Step(undecided, (item.id,)), tip=message("Undo brings it back")
    )
    return Row(
        id=item.id,
        cells=(
            name if statement else TextCell(text=item.text, lines=3),
            SignCell(sign=state, words=True),
            TextCell(text=clock(item.at) if item.at else "", weight=Weight.SOFT),
            ButtonsCell(buttons=(back,)),
        ),
        spoken=f"{name.text}{f': {state.word}' if state else ''}",
        action=look(picked=item.about) if statement else None,
    )


def _state(snapshot: Snapshot, item: Decision) -> Sign | None:
    """What it was then; a verdict is not told while verdicts are hidden."""
    if item.stance is not None:
        return sign(item.stance)
    if item.verdict is None or (verdicts_hidden(snapshot) and snapshot.workshop.asking is not None):
        return None
    return sign(item.verdict)
