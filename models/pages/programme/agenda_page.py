"""The agenda: the steps of the day with their time, what each is for, and the buttons of the clock."""

from dataclasses import replace
from datetime import datetime, timedelta

from models.language.words import counted
from models.pages.programme.agenda import (
    AgendaMoment,
    AgendaRow,
    agenda_line,
    agenda_moment,
    agenda_title,
    ninety_minutes,
    three_hours,
)
from models.schema.action import Action, Command, Look, Step, Time, Timing, look
from models.schema.page import (
    BarCell,
    ButtonsCell,
    Choice,
    Column,
    Entry,
    EntryCell,
    Form,
    Line,
    Option,
    Page,
    Row,
    Sentences,
    Table,
    Tone,
    Weight,
    Width,
)
from models.schema.snapshot import Snapshot
from models.schema.steps.room_steps import (
    item_lasting,
    item_meant,
    item_titled,
    shifted,
    with_agenda,
    with_new_item,
    without_item,
)
from models.schema.view import DependsPart, DifferPart, PageName, ProgrammePart, WatchPart
from models.schema.workshop import AgendaItem, Workshop

NEW_STEP, NEW_MINUTES = "New step", 10
BEGIN = "Begin with a plan and change it, or add steps of your own."
NO_TIME = datetime(2000, 1, 1)
GROUPS = look(page=PageName.DIFFER, differ=DifferPart.GROUPS)
OPENS: dict[str, tuple[str, Look]] = {
    "welcome": ("What still holds?", look(page=PageName.HOLDS)),
    "walk-through": ("Walk-through", look(page=PageName.PROGRAMME, programme=ProgrammePart.WALK)),
    "predict": ("Predict", look(page=PageName.PROGRAMME, programme=ProgrammePart.PREDICT)),
    "round-1": ("Groups", GROUPS),
    "compare": ("Groups", GROUPS),
    "argue": ("Groups", GROUPS),
    "round-2": ("Groups", GROUPS),
    "what-flips": ("Changes", look(page=PageName.DEPENDS, depends=DependsPart.CHANGES)),
    "signposts": ("Signposts", look(page=PageName.WATCH, watch=WatchPart.SIGNPOSTS)),
    "close": ("Minutes", look(page=PageName.WATCH, watch=WatchPart.MINUTES)),
}
"""The page that each step of a plan opens, by the step's id."""


def agenda_page(snapshot: Snapshot, parts: Choice) -> Page:
    """The agenda at the present moment; without one, the plans to begin with."""
    moment = moment_of(snapshot)
    return Page(
        name=PageName.PROGRAMME.value,
        title=_title(moment),
        lead=(
            Line(text=agenda_line(moment), weight=Weight.SOFT)
            if moment.rows
            else Line(text=BEGIN, weight=Weight.SOFT, private=True),
        ),
        tools=(parts, *_clock(snapshot, moment), replace(_plans(snapshot.workshop), form=Form.MENU))
        if moment.rows
        else (parts,),
        blocks=(*_time_left(moment), _table(moment)) if moment.rows else (_beginnings(snapshot.workshop),),
        caption=_caption(snapshot, moment),
    )


def _caption(snapshot: Snapshot, moment: AgendaMoment) -> tuple[Line, ...]:
    """What the room reads first: how the time stands, or before there is a plan, what the day is about."""
    if moment.rows:
        return (Line(text=_title(moment), weight=Weight.CAPTION),)
    number = counted(len(snapshot.case.recommendations), "recommendation")
    question = f"If it is wrong about the world, which of its {number} still hold?"
    return (
        Line(text=f"{snapshot.case.title}.", weight=Weight.CAPTION, tone=Tone.BRAND),
        Line(text=question, weight=Weight.CAPTION),
    )


def _title(moment: AgendaMoment) -> str:
    """What goes on now, over its time; before anything does, how long the day is."""
    return f"Now: {moment.title}" if moment.clock else agenda_title(moment)


def _time_left(moment: AgendaMoment) -> tuple[Sentences, ...]:
    """The time of the present step, to be read from the last row."""
    if not moment.clock:
        return ()
    tone = Tone.BAD if moment.over else None
    line = Line(text=f"{moment.clock} {moment.word}", weight=Weight.CLOCK, tone=tone)
    return (Sentences(id="time-left", lines=(line,)),)


def moment_of(snapshot: Snapshot) -> AgendaMoment:
    """The agenda with the seconds until now; without a clock, as it was written down and with no end told."""
    workshop, clock = snapshot.workshop, snapshot.clock
    now = clock.now or NO_TIME
    running = clock.since is not None
    since = now - clock.since if clock.since is not None else timedelta()
    items = tuple(
        replace(item, spent=item.spent + max(0, int(since.total_seconds())))
        if item.id == workshop.agenda_at
        else item
        for item in workshop.agenda
    )
    moment = agenda_moment(items, workshop.agenda_at, running=running, now=now)
    return moment if clock.now else replace(moment, ends="")


def _clock(snapshot: Snapshot, moment: AgendaMoment) -> tuple[Choice, ...]:
    if not snapshot.workshop.agenda:
        return ()
    turn = (
        Option(text="Pause", action=Time(Timing.PAUSE), icon="pause")
        if moment.running
        else Option(text="Start", action=Time(Timing.START), icon="play")
    )
    back = Option(text="Previous", action=Time(Timing.BACK), enabled=bool(moment.number))
    following = Option(text="Next", action=Time(Timing.NEXT), enabled=bool(moment.number))
    return (Choice(id="clock", label="Time", options=(turn, back, following), form=Form.BUTTONS),)


def plan_action(workshop: Workshop, items: tuple[AgendaItem, ...]) -> Action:
    """The action that sets up a plan; where the day has begun with another, it asks before that is put away."""
    begun = workshop.agenda_at is not None or any(item.spent for item in workshop.agenda)
    return Command("replan", (items,)) if begun else Step(with_agenda, (items,))


def _plans(workshop: Workshop) -> Choice:
    plans: tuple[tuple[str, tuple[AgendaItem, ...]], ...] = (
        ("Plan 90 minutes", ninety_minutes()),
        ("Plan three hours", three_hours()),
    )
    options = [Option(text=text, action=plan_action(workshop, items)) for text, items in plans]
    options.append(Option(text="Add a step", action=Step(with_new_item, (NEW_STEP, NEW_MINUTES))))
    return Choice(id="plans", label="Plan", options=tuple(options), form=Form.BUTTONS)


def _beginnings(workshop: Workshop) -> Choice:
    """The plans to begin with, large, where there is no agenda yet."""
    tips = (
        "A walk-through, two rounds of the tables, and what to watch",
        "The same with a break, and time to print what is taken home",
        "Make a plan of your own",
    )
    plans = _plans(workshop)
    options = tuple(replace(option, tip=tip) for option, tip in zip(plans.options, tips, strict=True))
    return replace(plans, id="begin", form=Form.LARGE, options=options, private=True, share=1)


def _table(moment: AgendaMoment) -> Table:
    return Table(
        id="agenda",
        columns=(
            Column(id="step", title="Step"),
            Column(id="minutes", title="Minutes", right=True),
            Column(id="purpose", title="What it is for", width=Width.STRETCH, private=True),
            Column(id="time", title="Time spent"),
            Column(id="opens", title="Opens", control=True),
            Column(id="acts", control=True),
        ),
        rows=tuple(_row(row, len(moment.rows)) for row in moment.rows),
        empty="The day has no steps yet.",
        share=1,
    )


def _row(row: AgendaRow, total: int) -> Row:
    item = row.item
    return Row(
        id=item.id,
        cells=(
            EntryCell(
                text=item.title, action=Step(item_titled, (item.id,)), label=f"Title of step {row.number}"
            ),
            EntryCell(
                text=str(item.minutes),
                action=Step(item_lasting, (item.id,)),
                kind=Entry.NUMBER,
                label=f"Minutes for {item.title}",
            ),
            EntryCell(
                text=item.purpose, action=Step(item_meant, (item.id,)), label=f"What {item.title} is for"
            ),
            BarCell(value=row.share, text=row.time, tone=Tone.BAD if row.over else Tone.BRAND),
            ButtonsCell(buttons=_opening(row)),
            ButtonsCell(buttons=_buttons(row, total)),
        ),
        picked=row.present,
        faint=row.done,
        spoken=row.spoken,
    )


def _opening(row: AgendaRow) -> tuple[Option, ...]:
    page = OPENS.get(row.item.id)
    return (Option(text=page[0], action=page[1], tip="Open this page"),) if page else ()


def _buttons(row: AgendaRow, total: int) -> tuple[Option, ...]:
    item = row.item
    return (
        Option(
            text="Go", action=Time(Timing.TURN, item.id), enabled=not row.present, tip="Turn to this step"
        ),
        Option(text="↑", action=Step(shifted, (item.id, -1)), enabled=row.number > 1, tip="Earlier"),
        Option(text="↓", action=Step(shifted, (item.id, 1)), enabled=row.number < total, tip="Later"),
        Option(text="Remove", action=Step(without_item, (item.id,)), tip="Undo brings it back"),
    )
