"""What was decided: what somebody marked as decided, and not what the switches happened to be left at."""

from collections.abc import Sequence
from datetime import datetime
from itertools import accumulate

from models.language.dates import clock, short_day
from models.language.messages import marked, message, plural, told
from models.language.naming import quoted, the_source
from models.language.signs import verdicts_hidden
from models.language.states import said, sign
from models.language.words import counted, in_turn, listed, wide
from models.language.workshop.group_words import round_inside
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
    Option,
    Row,
    Sentences,
    Sign,
    SignCell,
    Table,
    TextCell,
    Weight,
    Width,
    soft,
)
from models.schema.record import Decision
from models.schema.scenario import changed_stances
from models.schema.snapshot import Snapshot
from models.schema.steps.signpost_steps import decided, sentence_decided, undecided
from models.schema.workshop import Workshop

HEADING = marked("What was decided")
NOTHING = marked("Nothing has been marked as decided yet.")
TITLE_LETTERS = 90
"""So many letters of what was decided stand in a title; what is more is counted: the table has all of it."""
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
        lines = (soft(message(NOTHING)), soft(message(HOW), private=True))
        return (Sentences(id="decided-none", heading=message(HEADING), lines=lines), writing)
    return (table, writing)


def _known(snapshot: Snapshot) -> list[Decision]:
    """What was decided, but for what the case has no longer."""
    known = snapshot.case.by_id
    return [item for item in snapshot.workshop.decisions if not item.about or item.about in known]


def decided_title(snapshot: Snapshot) -> str:
    """What was decided, in which rounds and until when, in one sentence without its full stop."""
    known = _known(snapshot)
    if not known:
        return _nothing_decided(snapshot)
    moments = sorted(item.at for item in known if item.at)
    what = _in_letters([_in_words(snapshot, item) for item in known])
    if not moments:
        return told("Decided: {what}", what=what)
    time = clock(moments[-1])
    if moments[0].date() != moments[-1].date():
        time = f"{short_day(moments[-1])}, {time}"
    rounds = dict.fromkeys(name for moment in moments if (name := _round_at(snapshot.workshop, moment)))
    if not rounds:
        return told("Decided by {time}: {what}", time=time, what=what)
    return told(
        "Decided in {rounds}, by {time}: {what}",
        rounds=listed(map(round_inside, rounds)),
        time=time,
        what=what,
    )


def _nothing_decided(snapshot: Snapshot) -> str:
    """That nothing was decided, and how far the room is from the source."""
    source = the_source(snapshot.case)
    number = len(changed_stances(snapshot.case, snapshot.scenario))
    if not number:
        return told("Nothing is decided yet; the room takes every assumption as {source} does", source=source)
    return plural(
        "Nothing is decided yet; the room takes {number} assumption otherwise than {source}",
        "Nothing is decided yet; the room takes {number} assumptions otherwise than {source}",
        number,
        source=source,
    )


def _round_at(workshop: Workshop, moment: datetime) -> str:
    """The name of the round that was under way then: the last in which a group had come in."""
    came = {group.round for group in workshop.groups if group.arrived and group.arrived <= moment}
    return next((item.name for item in reversed(workshop.rounds) if item.id in came), "")


def _in_words(snapshot: Snapshot, item: Decision) -> str:
    """What was decided, as a clause: a statement and what it is, or the sentence that somebody wrote."""
    statement = snapshot.case.by_id.get(item.about)
    if statement is None:
        return quoted(item.text.rstrip("."))
    member = (item.stance or item.verdict) if _state(snapshot, item) else None
    return said(quoted(statement.title), member) if member else quoted(statement.title)


def _in_letters(clauses: Sequence[str]) -> str:
    """As many clauses as a title has room for, and how many there are besides; none of them is cut."""
    lengths = accumulate(map(wide, clauses))
    number = sum(length <= TITLE_LETTERS for length in lengths)
    if not number:
        return counted(len(clauses), "decision")
    return in_turn(clauses, limit=number + 1 if number < len(clauses) else None)


def decided_table(snapshot: Snapshot) -> Table | None:
    """The table of what was decided; None where nothing was."""
    known = _known(snapshot)
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
