"""The change log as lines, for the page, for Markdown and for paper; and the states that were given a name."""

from datetime import date

from models.language.dates import clock, day_words, short_day
from models.language.messages import is_foreign, marked, message, plural, spellings, told
from models.language.naming import the_source
from models.language.panes import baseline_line
from models.language.workshop.deeds import retold_deed
from models.language.workshop.workshop_changes import NOTHING_MOVED
from models.schema.action import Change, Step, look
from models.schema.case import Case
from models.schema.log import Entry, Stretch
from models.schema.page import (
    Block,
    ButtonsCell,
    Column,
    Field,
    Fields,
    Option,
    Row,
    Table,
    TextCell,
    Weight,
    Width,
)
from models.schema.scenario import changed_stances
from models.schema.snapshot import Snapshot
from models.schema.steps.room_steps import state_named, without_stage
from models.schema.steps.scenario_steps import adopted
from models.schema.value import Answer
from models.schema.view import DifferPart, PageName
from models.schema.workshop import Stage, Workshop

UNSEEN = marked("Told once the prediction is revealed")
AS_WRITTEN = marked("Lines of earlier versions stay in the language in which they were written.")


class LogLine(Answer):
    """One line of the change log; `day` is set where a new day begins, `when` tells it only if there are several."""

    id: str
    day: str = ""
    time: str
    when: str
    what: str
    why: str
    said_by: str
    moved: str
    undone: bool


def log_lines(
    workshop: Workshop, full: bool = False, most: int | None = None, case: Case | None = None
) -> tuple[LogLine, ...]:
    """What came out, oldest first; what moved since a prediction was asked stays untold until it is revealed.

    Lines that know what they tell are worded anew in the language in force, with the `case` that they are about; the
    others stay as they were written. A `full` log has what was undone too, and what is aside of the matter; of a long
    one the last may be enough.
    """
    parts = _parts(workshop, full)
    several = len({day for part in parts for day in part.days}) > 1
    count = sum(len(part.entries) for part in parts)
    wanted = count if most is None else min(most, count)
    log = _last(parts, wanted + 1)  # the one before says whether a new day begins
    before, log = log[: len(log) - wanted], log[len(log) - wanted :]
    lines, last = [], before[0].at.date() if before else None
    hidden_from = _hidden_from(workshop)
    for entry in log:
        day = entry.at.date()
        hidden = hidden_from is not None and bool(entry.moved) and entry.at.timestamp() >= hidden_from
        new_day = None if day == last else day
        what, moved = worded(entry, case)
        lines.append(_log_line(entry, new_day, several, what, message(UNSEEN) if hidden else moved))
        last = day
    return tuple(lines)


def worded(entry: Entry, case: Case | None) -> tuple[str, str]:
    """What a line tells and what moved, in the language in force; as it was written where only its words are known."""
    if case is None or entry.did is None:
        return entry.what, entry.moved
    what, moved = retold_deed(case, entry.did, entry.became, entry.clashes)
    if not what:
        return entry.what, entry.moved
    if not moved:
        moved = message(NOTHING_MOVED) if entry.moved in spellings(NOTHING_MOVED) else entry.moved
    return what, moved


def other_words(workshop: Workshop, full: bool = False) -> str:
    """That lines stand in another language, in which they were written before their values were kept; else nothing."""
    texts = (entry.what for part in _parts(workshop, full) for entry in part.entries if entry.did is None)
    return message(AS_WRITTEN) if any(map(is_foreign, texts)) else ""


def log_heading(workshop: Workshop) -> str:
    """How much has been written down, and until when."""
    count = line_count(workshop)
    if not count:
        return message("Log")
    return plural(
        "{number} entry in the log, the last at {time}",
        "{number} entries in the log, the last at {time}",
        count,
        time=log_lines(workshop, most=1)[-1].time,
    )


def line_count(workshop: Workshop, full: bool = False) -> int:
    """How many lines `log_lines` has of all."""
    return sum(len(part.entries) for part in _parts(workshop, full))


def _parts(workshop: Workshop, full: bool) -> tuple[Stretch, ...]:
    return tuple(part if full else part.telling for part in workshop.log.parts)


def _last(parts: tuple[Stretch, ...], most: int) -> tuple[Entry, ...]:
    """The last lines of all, as many as are wanted."""
    found: list[tuple[Entry, ...]] = []
    for part in reversed(parts):
        if sum(map(len, found)) >= most:
            break
        found.append(part.entries)
    return tuple(entry for entries in reversed(found) for entry in entries)[-most:]


def _hidden_from(workshop: Workshop) -> float | None:
    asking = workshop.asking
    if asking is None:
        return None
    return asking.asked.timestamp() if asking.asked else 0.0


def _log_line(entry: Entry, new_day: date | None, several: bool, what: str, moved: str) -> LogLine:
    return LogLine(
        id=entry.id,
        day=day_words(new_day) if new_day else "",
        time=clock(entry.at),
        when=f"{short_day(new_day)}\n{clock(entry.at)}" if new_day and several else clock(entry.at),
        what=what,
        why=entry.why,
        said_by=entry.said_by,
        moved=moved,
        undone=entry.undone,
    )


def naming(snapshot: Snapshot) -> tuple[Block, ...]:
    """The field in which the present state is given a name."""
    field = Field(
        id="state-name",
        label=message("Name this state, to return to it"),
        text="",
        action=Step(state_named, (snapshot.scenario,), dated=True),
    )
    return (Fields(id="name-state", private=True, fields=(field,)),)


def named_states(snapshot: Snapshot) -> tuple[Block, ...]:
    """Each in the order in which it was named, with what to do with it."""
    stages = snapshot.workshop.stages
    if not stages:
        return ()
    several = len({stage.at.date() for stage in stages if stage.at}) > 1
    columns = (
        Column(id="name", title=message("State"), width=Width.STRETCH),
        Column(id="when", title=message("When")),
        Column(
            id="differs",
            title=told("Against {source}", source=the_source(snapshot.case)),
            width=Width.STRETCH,
        ),
        Column(id="acts", control=True),
    )
    rows = tuple(_row(snapshot, stage, with_day=several) for stage in stages)
    return (Table(id="states", heading=message("Named states"), columns=columns, rows=rows),)


def _row(snapshot: Snapshot, stage: Stage, *, with_day: bool) -> Row:
    when = clock(stage.at) if stage.at else ""
    if stage.at and with_day:
        when = f"{short_day(stage.at.date())}, {when}"
    sides = look(page=PageName.DIFFER, differ=DifferPart.SIDES, sides=("here", f"stage:{stage.id}"))
    back, forget = Change(adopted, (stage.scenario,)), Step(without_stage, (stage.id,))
    buttons = (
        Option(text=message("Return"), action=back, tip=message("Set the assumptions as then")),
        Option(text=message("Compare"), action=sides, tip=message("Side by side with now")),
        Option(text=message("Forget"), action=forget, tip=message("Undo brings it back")),
    )
    differs = baseline_line(snapshot.case, len(changed_stances(snapshot.case, stage.scenario)))
    cells = (
        TextCell(text=stage.name),
        TextCell(text=when, weight=Weight.SOFT),
        TextCell(text=differs, weight=Weight.SOFT),
        ButtonsCell(buttons=buttons),
    )
    return Row(id=stage.id, cells=cells, spoken=f"{stage.name}, {when}")
