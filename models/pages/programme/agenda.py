"""The agenda in words: two plans for a day, how much time is left, what comes next, and when it ends."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from models.language.words import counted
from models.schema.value import Answer
from models.schema.workshop import AgendaItem

MINUTE, HOUR = 60, 3600
NOT_BEGUN, NOT_PLANNED = "Nothing has begun yet", "Nothing is planned yet"
OPENS = {
    "welcome": "board",
    "walk-through": "walk-through",
    "predict": "predict",
    "round-1": "groups",
    "compare": "groups",
    "argue": "groups",
    "round-2": "groups",
    "what-flips": "change",
    "signposts": "signposts",
    "close": "minutes",
}
PAGES = {
    "board": "Board",
    "walk-through": "Walk-through",
    "predict": "Predict",
    "groups": "Groups",
    "change": "What changes it",
    "signposts": "Signposts",
    "minutes": "Minutes",
}


class AgendaRow(Answer):
    """One step as a list shows it: its time so far, and whether it is done, present or still to come."""

    item: AgendaItem
    number: int
    time: str
    share: float
    over: bool
    present: bool
    done: bool
    page: str = ""
    page_title: str = ""
    spoken: str


class AgendaMoment(Answer):
    """What there is to tell of the agenda at one moment, with all its steps.

    `share` is how much of the present step's time is used; `clock` and `word` are its time, large: "12:40" and
    "left", or "+3:05" and "over".
    """

    title: str
    purpose: str = ""
    number: str = ""
    clock: str = ""
    word: str = ""
    line: str
    chip: str = ""
    share: float = 0.0
    over: bool = False
    running: bool = False
    rows: tuple[AgendaRow, ...] = ()
    following: str = ""
    ends: str = ""


def ninety_minutes() -> tuple[AgendaItem, ...]:
    """A plan for a workshop of an hour and a half."""
    return _plan(
        ("welcome", "Welcome", 5, "Explain the question, and that any advice may fall."),
        ("walk-through", "Walk-through", 15, "See how the argument is built, step by step."),
        ("predict", "Predict", 5, "Say which advice will hold if a core assumption fails, then look."),
        ("round-1", "Round 1", 15, "Every table sets its own stances, on a laptop or on paper."),
        ("compare", "Compare", 10, "See where the tables differ, and which differences matter."),
        ("argue", "Argue", 15, "Argue about the differences on which advice depends, and no others."),
        ("round-2", "Round 2", 10, "Set the stances again, and see who moved."),
        (
            "what-flips",
            "What would change it",
            5,
            "Look at the smallest changes that would change a verdict.",
        ),
        ("signposts", "Signposts", 10, "Agree on what to watch, who watches it, and what to do then."),
    )


def three_hours() -> tuple[AgendaItem, ...]:
    """A plan for half a day, with a break and time to print what is taken home."""
    return _plan(
        ("welcome", "Welcome", 10, "Explain the question, and that any advice may fall."),
        ("walk-through", "Walk-through", 25, "See how the argument is built, step by step."),
        ("predict", "Predict", 10, "Say which advice will hold if a core assumption fails, then look."),
        ("round-1", "Round 1", 25, "Every table sets its own stances, on a laptop or on paper."),
        ("compare", "Compare", 15, "See where the tables differ, and which differences matter."),
        ("argue", "Argue", 30, "Argue about the differences on which advice depends, and no others."),
        ("break", "Break", 15, "Leave the screen on the differences that are still open."),
        ("round-2", "Round 2", 20, "Set the stances again, and see who moved."),
        (
            "what-flips",
            "What would change it",
            10,
            "Look at the smallest changes that would change a verdict.",
        ),
        ("signposts", "Signposts", 15, "Agree on what to watch, who watches it, and what to do then."),
        ("close", "Close", 5, "Print the sheets and the minutes to take home."),
    )


def total_minutes(items: Sequence[AgendaItem]) -> int:
    """How long the whole agenda is planned to take."""
    return sum(item.minutes for item in items)


def left(item: AgendaItem, spent: int) -> int:
    """The seconds that are left of a step after so many; below nought once it is over."""
    return item.minutes * MINUTE - spent


def still_planned(items: Sequence[AgendaItem], at: str | None) -> int:
    """The seconds from now to the planned end: what is left of the present step, and all after it."""
    start = next((place for place, item in enumerate(items) if item.id == at), 0)
    return sum(max(0, left(item, item.spent)) for item in items[start:])


def neighbour(items: Sequence[AgendaItem], at: str | None, by: int) -> AgendaItem | None:
    """The step so many places after the present one, or before it; the first where none is present."""
    places = [place for place, item in enumerate(items) if item.id == at]
    wanted = places[0] + by if places else 0
    return items[wanted] if 0 <= wanted < len(items) else None


def clock(seconds: int) -> str:
    """Seconds as a clock shows them: "12:40", "1:02:05"; a sign is left to the words around it."""
    whole = abs(seconds)
    if whole >= HOUR:
        return f"{whole // HOUR}:{whole % HOUR // MINUTE:02}:{whole % MINUTE:02}"
    return f"{whole // MINUTE}:{whole % MINUTE:02}"


def left_line(item: AgendaItem, spent: int) -> str:
    """How the present step is doing: "12:40 left of Groups", "3:05 over on Groups"."""
    seconds = left(item, spent)
    return f"{clock(seconds)} {'over on' if seconds < 0 else 'left of'} {named(item)}"


def chip_line(item: AgendaItem, spent: int) -> str:
    """The same for a small label: "Groups 12:40", "Groups +3:05 over"."""
    seconds = left(item, spent)
    time = f"+{clock(seconds)} over" if seconds < 0 else clock(seconds)
    return f"{named(item)} {time}"


def agenda_moment(
    items: Sequence[AgendaItem], at: str | None, *, running: bool, now: datetime, begun: bool = True
) -> AgendaMoment:
    """All there is to tell at a moment; the items carry the seconds that were spent on them until now.

    While nothing has `begun` since the file was opened, there is nothing for a chip to tell.
    """
    present = next((item for item in items if item.id == at), None)
    after = neighbour(items, present.id if present else None, 1)
    ends = _ends(items, present.id if present else None, now)
    if present is None:
        return AgendaMoment(
            title=f"{counted(total_minutes(items), 'minute')} in {counted(len(items), 'step')}"
            if items
            else NOT_PLANNED,
            line=NOT_BEGUN,
            rows=agenda_rows(items, None),
            following=f"First: {_announced(after)}" if after else "",
            ends=ends,
        )
    seconds = left(present, present.spent)
    place = [item.id for item in items].index(present.id) + 1
    return AgendaMoment(
        title=named(present),
        purpose=present.purpose,
        number=f"Step {place} of {len(items)}",
        clock=f"+{clock(seconds)}" if seconds < 0 else clock(seconds),
        word="over" if seconds < 0 else "left",
        line=left_line(present, present.spent),
        chip=f"{chip_line(present, present.spent)}{'' if running else ', paused'}" if begun else "",
        share=_share(present),
        over=seconds < 0,
        running=running,
        rows=agenda_rows(items, present.id),
        following=f"Then: {_announced(after)}" if after else "This is the last step",
        ends=ends,
    )


def agenda_title(moment: AgendaMoment) -> str:
    """The sentence over the agenda, without its full stop."""
    if not moment.number:
        return moment.title
    return moment.line if moment.running else f"{moment.line}, paused"


def agenda_line(moment: AgendaMoment) -> str:
    """What stands under it: which step this is, what comes next, and when everything ends."""
    planned = ""
    if not moment.rows:
        return ""
    if moment.number:
        planned = f"{counted(total_minutes([row.item for row in moment.rows]), 'minute')} planned"
    parts = (moment.number, moment.following, planned, moment.ends)
    return f"{'. '.join(part for part in parts if part)}."


def agenda_rows(items: Sequence[AgendaItem], at: str | None) -> tuple[AgendaRow, ...]:
    """Every step for a list; those before the present one are done."""
    start = next((place for place, item in enumerate(items) if item.id == at), -1)
    return tuple(
        _row(item, place + 1, present=place == start, done=place < start) for place, item in enumerate(items)
    )


def named(item: AgendaItem) -> str:
    """The title of a step, or what stands for it."""
    return " ".join(item.title.split()) or "Step"


def _plan(*steps: tuple[str, str, int, str]) -> tuple[AgendaItem, ...]:
    return tuple(
        AgendaItem(id=name, title=title, minutes=minutes, purpose=purpose)
        for name, title, minutes, purpose in steps
    )


def _announced(item: AgendaItem) -> str:
    return f"{named(item)}, {counted(item.minutes, 'minute')}"


def _ends(items: Sequence[AgendaItem], at: str | None, now: datetime) -> str:
    if not items:
        return ""
    end = now + timedelta(seconds=still_planned(items, at))
    return f"Ends about {end:%H:%M}" if at else f"Ends about {end:%H:%M} if it begins now"


def _share(item: AgendaItem) -> float:
    return min(1.0, item.spent / (item.minutes * MINUTE))


def _row(item: AgendaItem, number: int, *, present: bool, done: bool) -> AgendaRow:
    seconds = left(item, item.spent)
    page = OPENS.get(item.id, "")
    time = (
        f"+{clock(seconds)} over"
        if seconds < 0
        else f"{clock(item.spent)} spent"
        if item.spent or present
        else ""
    )
    state = "done" if done else "now" if present else "to come"
    spent = f", {clock(item.spent)} spent" if item.spent else ""
    return AgendaRow(
        item=item,
        number=number,
        time=time,
        share=_share(item),
        over=seconds < 0,
        present=present,
        done=done,
        page=page,
        page_title=PAGES.get(page, ""),
        spoken=f"{number}, {named(item)}, {counted(item.minutes, 'minute')}{spent}: {state}",
    )
