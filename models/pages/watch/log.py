"""The change log and the stages as lines, for the page, for Markdown and for paper."""

from datetime import date, datetime

from models.language.dates import clock, day_words, short_day
from models.language.panes import baseline_line
from models.language.words import counted
from models.schema.case import Case
from models.schema.scenario import changed_stances
from models.schema.value import Answer
from models.schema.workshop import Entry, Workshop

UNSEEN = "Told once the prediction is revealed"
EMPTY_TITLE = "Nothing has been written down yet"


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
    spoken: str


class StageLine(Answer):
    """One state that was given a name."""

    id: str
    name: str
    when: str
    state: str


def log_lines(workshop: Workshop, full: bool = False) -> tuple[LogLine, ...]:
    """What came out, oldest first; what moved since a prediction was asked stays untold until it is revealed.

    A `full` log has what was undone too, and what is aside of the matter.
    """
    lines, last = [], None
    log = workshop.log if full else tuple(e for e in workshop.log if not (e.undone or e.aside))
    several = len({entry.at.date() for entry in log}) > 1
    hidden_from = _hidden_from(workshop)
    for entry in log:
        day = entry.at.date()
        hidden = hidden_from is not None and bool(entry.moved) and entry.at.timestamp() >= hidden_from
        new_day = None if day == last else day
        lines.append(_log_line(entry, new_day, several, UNSEEN if hidden else entry.moved))
        last = day
    return tuple(lines)


def log_title(workshop: Workshop) -> str:
    """How much has been written down, in one sentence without its full stop."""
    lines = log_lines(workshop)
    if not lines:
        return EMPTY_TITLE
    last = lines[-1]
    stages = f"; {counted(len(workshop.stages), 'state')} named" if workshop.stages else ""
    return f"{counted(len(lines), 'line')} so far, the last at {last.time}{stages}"


def stage_lines(case: Case, workshop: Workshop) -> tuple[StageLine, ...]:
    """The states that were named, in the order in which they were."""
    days = {stage.at.date() for stage in workshop.stages if stage.at}
    return tuple(
        StageLine(
            id=stage.id,
            name=stage.name,
            when=_when(stage.at, len(days) > 1) if stage.at else "",
            state=baseline_line(case, len(changed_stances(case, stage.scenario))),
        )
        for stage in workshop.stages
    )


def _hidden_from(workshop: Workshop) -> float | None:
    asking = workshop.asking
    if asking is None:
        return None
    return asking.asked.timestamp() if asking.asked else 0.0


def _log_line(entry: Entry, new_day: date | None, several: bool, moved: str) -> LogLine:
    whose = f"{entry.said_by}: " if entry.said_by else ""
    why = f"Why: {whose}{entry.why}" if entry.why else ""
    parts = (clock(entry.at), entry.what, "undone" if entry.undone else moved, why)
    return LogLine(
        id=entry.id,
        day=day_words(new_day) if new_day else "",
        time=clock(entry.at),
        when=f"{short_day(new_day)}\n{clock(entry.at)}" if new_day and several else clock(entry.at),
        what=entry.what,
        why=entry.why,
        said_by=entry.said_by,
        moved=moved,
        undone=entry.undone,
        spoken=". ".join(part for part in parts if part),
    )


def _when(at: datetime, with_day: bool) -> str:
    return f"{short_day(at.date())}, {clock(at)}" if with_day else clock(at)
