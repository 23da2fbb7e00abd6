"""The groups of a round as a list for the facilitator: names, where they came from, what to do with each."""

from models.language.dates import clock
from models.language.messages import marked, message, plural, told
from models.language.workshop.group_words import called, round_name
from models.pages.differ.side_keys import group_side
from models.schema.action import Change, Command, Step, look
from models.schema.page import (
    Block,
    ButtonsCell,
    Column,
    EntryCell,
    Field,
    Fields,
    Option,
    Row,
    Table,
    TextCell,
    Weight,
    Width,
)
from models.schema.snapshot import Snapshot
from models.schema.standing import Standing
from models.schema.steps.scenario_steps import adopted
from models.schema.steps.workshop_steps import renamed_group, renamed_round, without_group
from models.schema.view import DifferPart
from models.schema.workshop import Group, Origin

GROUPS = "group-list"
ORIGINS = {
    Origin.FILE: marked("from a file"),
    Origin.FOLDER: marked("from the watched folder"),
    Origin.WINDOW: marked("set in this window"),
    Origin.TALLY: marked("typed in"),
    Origin.PHONES: marked("from phones"),
}


def group_blocks(snapshot: Snapshot) -> tuple[Block, ...]:
    """The round's name and its groups, for the facilitator only."""
    workshop = snapshot.workshop
    shown = (
        snapshot.view.round if any(r.id == snapshot.view.round for r in workshop.rounds) else workshop.round
    )
    name = next(item.name for item in workshop.rounds if item.id == shown)
    groups = workshop.in_round(shown)
    field = Field(
        id="round-name",
        label=message("Name of this round"),
        text=round_name(name),
        action=Step(renamed_round, (shown,)),
    )
    return (
        Fields(id="round", private=True, fields=(field,)),
        Table(
            id=GROUPS,
            heading=told("Groups in {round}", round=round_name(name)),
            private=True,
            columns=(
                Column(id="name", title=message("Name"), width=Width.STRETCH),
                Column(id="origin", title=message("Where from"), width=Width.STRETCH),
                Column(id="acts", control=True),
            ),
            rows=tuple(_row(group) for group in groups),
            empty=message("Nobody is in yet."),
        ),
    )


def next_name(standing: Standing) -> str:
    """What the next group is likely to be called: one that has not come in again yet, or a number."""
    workshop = standing.workshop
    present = {group.id for group in workshop.present}
    missing = (group.name for group in workshop.groups if group.id not in present)
    names = [group.name for group in workshop.groups]
    at_tables = [group.name for group in workshop.groups if group.origin is not Origin.PHONES]
    word = called(at_tables, 1).capitalize() if at_tables else message("Table")
    taken = {name.casefold() for name in names}
    numbered = (f"{word} {number}" for number in range(1, len(names) + 2))
    return next(missing, "") or next(name for name in numbered if name.casefold() not in taken)


def _row(group: Group) -> Row:
    name = EntryCell(
        text=group.name,
        action=Step(renamed_group, (group.id,)),
        label=told("Name of {group}", group=group.name),
    )
    origin = TextCell(text=_origin(group), weight=Weight.SOFT, tip=group.file)
    return Row(id=group.id, cells=(name, origin, ButtonsCell(buttons=_buttons(group))), spoken=group.name)


def _origin(group: Group) -> str:
    parts = [
        _votes(group.ballot.heads, group.origin) if group.ballot else "",
        message(ORIGINS[group.origin]),
        told("came in at {time}", time=clock(group.arrived)) if group.arrived else "",
    ]
    return ", ".join(part for part in parts if part)


def _votes(number: int, origin: Origin) -> str:
    if origin is Origin.TALLY:
        return plural("{number} paper vote", "{number} paper votes", number)
    return plural("{number} vote", "{number} votes", number)


def _buttons(group: Group) -> tuple[Option, ...]:
    correct = (
        (
            Option(
                text=message("Correct"),
                action=Command("tally", (group.round, group.id)),
                tip=message("Correct its votes"),
            ),
        )
        if group.ballot
        else ()
    )
    sides = look(differ=DifferPart.SIDES, sides=("here", group_side(group.round, group.id)))
    return (
        *correct,
        Option(text=message("Compare"), action=sides, tip=message("Side by side with the room")),
        Option(
            text=message("Take over"),
            action=Change(adopted, (group.scenario,)),
            tip=message("Set the room’s assumptions as it has them"),
        ),
        Option(
            text=message("Remove"),
            action=Step(without_group, (group.round, group.id)),
            tip=message("Undo brings it back"),
        ),
    )
