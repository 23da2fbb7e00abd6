"""The agenda in words: two plans for a day, how much time is left, what comes next, and when it ends."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from models.language.messages import marked, message, plural, told
from models.schema.value import Answer
from models.schema.workshop import AgendaItem

MINUTE, HOUR = 60, 3600
NOT_BEGUN, NOT_PLANNED = marked("Nothing has begun yet"), marked("Nothing is planned yet")
STEPS = {
    "welcome": (
        marked("Welcome", "agenda"),
        marked("Explain the question, and that any advice may fall.", "agenda"),
    ),
    "walk-through": (
        marked("Walk-through", "agenda"),
        marked("See how the argument is built, step by step.", "agenda"),
    ),
    "predict": (
        marked("Predict", "agenda"),
        marked("Say which advice will hold if a core assumption fails, then look.", "agenda"),
    ),
    "round-1": (
        marked("Round 1", "agenda"),
        marked("Every table sets its own stances, on a laptop or on paper.", "agenda"),
    ),
    "compare": (
        marked("Compare", "agenda"),
        marked("See where the tables differ, and which differences matter.", "agenda"),
    ),
    "argue": (
        marked("Argue", "agenda"),
        marked("Argue about the differences on which advice depends, and no others.", "agenda"),
    ),
    "break": (
        marked("Break", "agenda"),
        marked("Leave the screen on the differences that are still open.", "agenda"),
    ),
    "round-2": (marked("Round 2", "agenda"), marked("Set the stances again, and see who moved.", "agenda")),
    "what-flips": (
        marked("What would change it", "agenda"),
        marked("Look at the smallest changes that would change a verdict.", "agenda"),
    ),
    "signposts": (
        marked("Signposts", "agenda"),
        marked("Agree on what to watch, who watches it, and what to do then.", "agenda"),
    ),
    "close": (marked("Close", "agenda"), marked("Print the sheets and the minutes to take home.", "agenda")),
}
"""The steps of the plans, by id: what each is called and for. A file has them in English, and each shows its own."""
NEW_STEP = marked("New step", "agenda")
_KNOWN = frozenset((NEW_STEP, *(text for texts in STEPS.values() for text in texts)))


class AgendaRow(Answer):
    """One step as a list shows it: its time so far, and whether it is done, present or still to come."""

    item: AgendaItem
    number: int
    time: str
    share: float
    over: bool
    present: bool
    done: bool
    spoken: str


class AgendaMoment(Answer):
    """What there is to tell of the agenda at one moment, with all its steps.

    `clock` and `word` are the present step's time, large: "12:40" and "left", or "+3:05" and "over".
    """

    title: str
    number: str = ""
    clock: str = ""
    word: str = ""
    line: str
    chip: str = ""
    over: bool = False
    running: bool = False
    rows: tuple[AgendaRow, ...] = ()
    following: str = ""
    ends: str = ""


def ninety_minutes() -> tuple[AgendaItem, ...]:
    """A plan for a workshop of an hour and a half."""
    return _plan(
        ("welcome", 5),
        ("walk-through", 15),
        ("predict", 5),
        ("round-1", 15),
        ("compare", 10),
        ("argue", 15),
        ("round-2", 10),
        ("what-flips", 5),
        ("signposts", 10),
    )


def three_hours() -> tuple[AgendaItem, ...]:
    """A plan for half a day, with a break and time to print what is taken home."""
    return _plan(
        ("welcome", 10),
        ("walk-through", 25),
        ("predict", 10),
        ("round-1", 25),
        ("compare", 15),
        ("argue", 30),
        ("break", 15),
        ("round-2", 20),
        ("what-flips", 10),
        ("signposts", 15),
        ("close", 5),
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


def following(items: Sequence[AgendaItem], at: str | None) -> AgendaItem | None:
    """The step after the present one; the first where none is present."""
    places = [place for place, item in enumerate(items) if item.id == at]
    return next(iter(items[places[0] + 1 if places else 0 :]), None)


def clock(seconds: int) -> str:
    """Seconds as a clock shows them: "12:40", "1:02:05"; a sign is left to the words around it."""
    whole = abs(seconds)
    if whole >= HOUR:
        return f"{whole // HOUR}:{whole % HOUR // MINUTE:02}:{whole % MINUTE:02}"
    return f"{whole // MINUTE}:{whole % MINUTE:02}"


def left_line(item: AgendaItem, spent: int) -> str:
    """How the present step is doing: "12:40 left of Groups", "3:05 over on Groups"."""
    seconds = left(item, spent)
    return told(
        "{time} over on {step}" if seconds < 0 else "{time} left of {step}",
        time=clock(seconds),
        step=named(item),
    )


def chip_line(item: AgendaItem, spent: int) -> str:
    """The same for a small label: "Groups 12:40", "Groups +3:05 over"."""
    seconds = left(item, spent)
    return f"{named(item)} {_over(seconds) if seconds < 0 else clock(seconds)}"


def _over(seconds: int) -> str:
    return told("+{time} over", time=clock(seconds))


def agenda_moment(
    items: Sequence[AgendaItem], at: str | None, *, running: bool, now: datetime
) -> AgendaMoment:
    """All there is to tell at a moment; the items carry the seconds that were spent on them until now."""
    present = next((item for item in items if item.id == at), None)
    after = following(items, present.id if present else None)
    ends = _ends(items, present.id if present else None, now)
    if present is None:
        return AgendaMoment(
            title=_length(items) if items else message(NOT_PLANNED),
            line=message(NOT_BEGUN),
            rows=agenda_rows(items, None),
            following=told("First: {step}", step=_announced(after)) if after else "",
            ends=ends,
        )
    seconds = left(present, present.spent)
    place = [item.id for item in items].index(present.id) + 1
    chip = chip_line(present, present.spent)
    return AgendaMoment(
        title=named(present),
        number=told("Step {number} of {total}", number=place, total=len(items)),
        clock=f"+{clock(seconds)}" if seconds < 0 else clock(seconds),
        word=message("over" if seconds < 0 else "left"),
        line=left_line(present, present.spent),
        chip=chip if running else told("{moment}, paused", moment=chip),
        over=seconds < 0,
        running=running,
        rows=agenda_rows(items, present.id),
        following=told("Then: {step}", step=_announced(after)) if after else message("This is the last step"),
        ends=ends,
    )


def agenda_title(moment: AgendaMoment) -> str:
    """The sentence over the agenda, without its full stop."""
    if not moment.number:
        return moment.title
    return moment.line if moment.running else told("{moment}, paused", moment=moment.line)


def agenda_line(moment: AgendaMoment) -> str:
    """What stands under it: which step this is, what comes next, and when everything ends."""
    if not moment.rows:
        return ""
    whole = ""
    if moment.number:
        minutes = total_minutes([row.item for row in moment.rows])
        whole = plural("{number} minute planned", "{number} minutes planned", minutes)
    parts = (moment.number, moment.following, whole, moment.ends)
    return f"{'. '.join(part for part in parts if part)}."


def agenda_rows(items: Sequence[AgendaItem], at: str | None) -> tuple[AgendaRow, ...]:
    """Every step for a list; those before the present one are done."""
    start = next((place for place, item in enumerate(items) if item.id == at), -1)
    return tuple(
        _row(item, place + 1, present=place == start, done=place < start) for place, item in enumerate(items)
    )


def named(item: AgendaItem) -> str:
    """The title of a step, or what stands for it."""
    return planned(" ".join(item.title.split())) or message("Step")


def planned(text: str) -> str:
    """What a step is called or for; as a plan has it, in the language in force."""
    return message(text, "agenda") if text in _KNOWN else text


def _plan(*steps: tuple[str, int]) -> tuple[AgendaItem, ...]:
    return tuple(
        AgendaItem(id=name, title=STEPS[name][0], minutes=minutes, purpose=STEPS[name][1])
        for name, minutes in steps
    )


def _length(items: Sequence[AgendaItem]) -> str:
    return plural(
        "{minutes} in {number} step",
        "{minutes} in {number} steps",
        len(items),
        minutes=_minutes(total_minutes(items)),
    )


def _minutes(number: int) -> str:
    return plural("{number} minute", "{number} minutes", number)


def _announced(item: AgendaItem) -> str:
    return told("{step}, {minutes}", step=named(item), minutes=_minutes(item.minutes))


def _ends(items: Sequence[AgendaItem], at: str | None, now: datetime) -> str:
    if not items:
        return ""
    end = now + timedelta(seconds=still_planned(items, at))
    return told("Ends about {time}" if at else "Ends about {time} if it begins now", time=f"{end:%H:%M}")


def _row(item: AgendaItem, number: int, *, present: bool, done: bool) -> AgendaRow:
    seconds = left(item, item.spent)
    spent = told("{time} spent", time=clock(item.spent))
    time = _over(seconds) if seconds < 0 else spent if item.spent or present else ""
    state = message("done") if done else message("now" if present else "to come")
    parts = (str(number), named(item), _minutes(item.minutes), spent if item.spent else "")
    return AgendaRow(
        item=item,
        number=number,
        time=time,
        share=min(1.0, item.spent / (item.minutes * MINUTE)),
        over=seconds < 0,
        present=present,
        done=done,
        spoken=f"{', '.join(part for part in parts if part)}: {state}",
    )
