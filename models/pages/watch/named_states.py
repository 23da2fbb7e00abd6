"""The states that were given a name, to be returned to and compared with, and the field that gives one."""

from models.language.dates import clock, short_day
from models.language.messages import message, told
from models.language.naming import the_source
from models.language.panes import baseline_line
from models.schema.action import Change, Step, look
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
from models.schema.view import DifferPart, PageName
from models.schema.workshop import Stage


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
