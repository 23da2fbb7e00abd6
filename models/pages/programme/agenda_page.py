"""The agenda: the steps of the day with their time, what each is for, and the buttons of the clock."""

from dataclasses import replace
from datetime import datetime, timedelta

from models.language.messages import marked, message, plural, told
from models.pages.programme.agenda import (
    NEW_STEP,
    AgendaMoment,
    AgendaRow,
    agenda_line,
    agenda_moment,
    agenda_title,
    named,
    ninety_minutes,
    planned,
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
    soft,
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

NEW_MINUTES = 10
BEGIN = marked("Begin with a plan and change it, or add steps of your own.")
NO_TIME = datetime(2000, 1, 1)
GROUPS = look(page=PageName.DIFFER, differ=DifferPart.GROUPS)
OPENS: dict[str, tuple[str, Look]] = {
    "welcome": (marked("What still holds?"), look(page=PageName.HOLDS)),
    "walk-through": (marked("Walk-through"), look(page=PageName.PROGRAMME, programme=ProgrammePart.WALK)),
    "predict": (marked("Predict"), look(page=PageName.PROGRAMME, programme=ProgrammePart.PREDICT)),
    "round-1": (marked("Groups"), GROUPS),
    "compare": (marked("Groups"), GROUPS),
    "argue": (marked("What still holds?"), look(page=PageName.HOLDS)),
    "round-2": (marked("Groups"), GROUPS),
    "what-flips": (marked("Changes"), look(page=PageName.DEPENDS, depends=DependsPart.CHANGES)),
    "signposts": (marked("Signposts"), look(page=PageName.WATCH, watch=WatchPart.SIGNPOSTS)),
    "close": (marked("Minutes"), look(page=PageName.WATCH, watch=WatchPart.MINUTES)),
}
"""The page that each step of a plan opens, by the step's id."""


def agenda_page(snapshot: Snapshot, parts: Choice) -> Page:
    """The agenda at the present moment; without one, the plans to begin with."""
    moment = moment_of(snapshot)
    return Page(
        name=PageName.PROGRAMME.value,
        title=_title(moment),
        lead=(soft(agenda_line(moment)) if moment.rows else soft(message(BEGIN), private=True),),
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
    question = plural(
        "If it is wrong about the world, does its recommendation still hold?",
        "If it is wrong about the world, which of its {number} recommendations still hold?",
        len(snapshot.case.recommendations),
    )
    return (
        Line(text=f"{snapshot.case.title}.", weight=Weight.CAPTION, tone=Tone.BRAND),
        Line(text=question, weight=Weight.CAPTION),
    )


def _title(moment: AgendaMoment) -> str:
    """What goes on now, over its time; before anything does, how long the day is."""
    return told("Now: {step}", step=moment.title) if moment.clock else agenda_title(moment)


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
        Option(text=message("Pause"), action=Time(Timing.PAUSE), icon="pause")
        if moment.running
        else Option(text=message("Start"), action=Time(Timing.START), icon="play")
    )
    back = Option(text=message("Previous"), action=Time(Timing.BACK), enabled=bool(moment.number))
    following = Option(text=message("Next"), action=Time(Timing.NEXT), enabled=bool(moment.number))
    return (Choice(id="clock", label=message("Time"), options=(turn, back, following), form=Form.BUTTONS),)


def plan_action(workshop: Workshop, items: tuple[AgendaItem, ...]) -> Action:
    """The action that sets up a plan; where the day has begun with another, it asks before that is put away."""
    begun = workshop.agenda_at is not None or any(item.spent for item in workshop.agenda)
    return Command("replan", (items,)) if begun else Step(with_agenda, (items,))


def _plans(workshop: Workshop) -> Choice:
    plans: tuple[tuple[str, tuple[AgendaItem, ...]], ...] = (
        (message("Plan 90 minutes"), ninety_minutes()),
        (message("Plan three hours"), three_hours()),
    )
    options = [Option(text=text, action=plan_action(workshop, items)) for text, items in plans]
    options.append(Option(text=message("Add a step"), action=Step(with_new_item, (NEW_STEP, NEW_MINUTES))))
    return Choice(id="plans", label=message("Plan"), options=tuple(options), form=Form.BUTTONS)


def _beginnings(workshop: Workshop) -> Choice:
    """The plans to begin with, large, where there is no agenda yet."""
    tips = (
        message("A walk-through, two rounds of the tables, and what to watch"),
        message("The same with a break, and time to print what is taken home"),
        message("Make a plan of your own"),
    )
    plans = _plans(workshop)
    options = tuple(replace(option, tip=tip) for option, tip in zip(plans.options, tips, strict=True))
    return replace(plans, id="begin", form=Form.LARGE, options=options, private=True, share=1)


def _table(moment: AgendaMoment) -> Table:
    return Table(
        id="agenda",
        columns=(
            Column(id="step", title=message("Step")),
            Column(id="minutes", title=message("Minutes", "time"), right=True),
            Column(id="purpose", title=message("What it is for"), width=Width.STRETCH, private=True),
            Column(id="time", title=message("Time spent")),
            Column(id="opens", title=message("Opens"), control=True),
            Column(id="acts", control=True),
        ),
        rows=tuple(_row(row, len(moment.rows)) for row in moment.rows),
        empty=message("The day has no steps yet."),
        share=1,
    )


def _row(row: AgendaRow, total: int) -> Row:
    item = row.item
    return Row(
        id=item.id,
        cells=(
            EntryCell(
                text=planned(item.title),
                action=Step(item_titled, (item.id,)),
                kind=Entry.WRAPPING,
                label=told("Title of step {number}", number=row.number),
            ),
            EntryCell(
                text=str(item.minutes),
                action=Step(item_lasting, (item.id,)),
                kind=Entry.NUMBER,
                label=told("Minutes for {step}", step=named(item)),
            ),
            EntryCell(
                text=planned(item.purpose),
                action=Step(item_meant, (item.id,)),
                kind=Entry.WRAPPING,
                label=told("What {step} is for", step=named(item)),
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
    return (Option(text=message(page[0]), action=page[1], tip=message("Open this page")),) if page else ()


def _buttons(row: AgendaRow, total: int) -> tuple[Option, ...]:
    item = row.item
    return (
        Option(
            text=message("Go"),
            action=Time(Timing.TURN, item.id),
            enabled=not row.present,
            tip=message("Turn to this step"),
        ),
        Option(text="↑", action=Step(shifted, (item.id, -1)), enabled=row.number > 1, tip=message("Earlier")),
        Option(
            text="↓", action=Step(shifted, (item.id, 1)), enabled=row.number < total, tip=message("Later")
        ),
        Option(
            text=message("Remove"), action=Step(without_item, (item.id,)), tip=message("Undo brings it back")
        ),
    )
