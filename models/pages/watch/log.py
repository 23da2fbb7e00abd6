"""The change log as lines, for the page, for Markdown and for paper."""

from datetime import date

from models.language.dates import clock, day_words, short_day
from models.language.messages import is_foreign, marked, message, plural, spellings
from models.language.workshop.deeds import retold_deed
from models.language.workshop.workshop_changes import NOTHING_MOVED
from models.schema.case import Case
from models.schema.log import Entry, Stretch
from models.schema.value import Answer
from models.schema.workshop import Workshop

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
