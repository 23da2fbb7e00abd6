"""What signposts and actions share: which are shown, the cells of a row, and the row in which a room adds its own."""

from models.language.messages import marked, message, plural, told
from models.language.signs import verdicts_hidden
from models.language.workshop.signpost_words import ACTION_MEANINGS, ACTION_WORDS, own_text, speaks
from models.pages.parts import name_of
from models.pages.watch.kept import Kept, kept
from models.schema.action import Step, look
from models.schema.case import Case
from models.schema.page import (
    Beside,
    ButtonsCell,
    Cell,
    Choice,
    Entry,
    EntryCell,
    Field,
    Fields,
    Form,
    Option,
    Row,
    Stack,
    TextCell,
)
from models.schema.snapshot import Snapshot
from models.schema.steps.signpost_steps import field_noted, own_action, own_signpost, removed, reworded
from models.schema.workshop import Action, ActionKind, Signpost, WatchState

ANALYSTS = marked("An analyst added those of the case.")


def meanings() -> str:
    """What both kinds of action are."""
    each = (f"{message(ACTION_WORDS[kind])}: {message(meant)}" for kind, meant in ACTION_MEANINGS.items())
    return f"{'; '.join(each)}. {message(ANALYSTS)}"


def kept_shown(snapshot: Snapshot) -> tuple[list[Kept], list[Kept]]:
    """All assumptions, and those that are shown."""
    every = kept(snapshot)
    everything = snapshot.view.everything or verdicts_hidden(snapshot)
    return every, [one for one in every if everything or one.load or one.seen or one.owned]


def extent(snapshot: Snapshot, total: int) -> Choice:
    """Whether what matters here is shown, or all."""
    everything = snapshot.view.everything
    options = (
        Option(text=message("What matters here"), action=look(everything=False), chosen=not everything),
        Option(text=told("All {total}", total=total), action=look(everything=True), chosen=everything),
    )
    return Choice(id="extent", label=message("Which assumptions"), options=options)


def kept_row(
    snapshot: Snapshot, kind: str, item: Signpost | Action, cells: tuple[Cell, ...], spoken: str
) -> Row:
    """The row of a signpost or an action, with how it is read aloud."""
    owner = f", {item.owner}" if item.owner.strip() else ""
    return Row(
        id="/".join((kind, *item.key)),
        cells=cells,
        picked=snapshot.view.picked == item.assumption,
        spoken=f"{spoken}{owner}",
        action=look(picked=item.assumption),
    )


def own_cell(case: Case, plain: Signpost | Action) -> Cell:
    """What it is; a text of the room's own can be changed."""
    if not own_text(case, plain):
        says = speaks(case, plain) if isinstance(plain, Signpost) else ""
        return TextCell(text=plain.text, detail=says, lines=2)
    return EntryCell(
        text=plain.text,
        action=Step(reworded, (plain,), dated=True),
        label=message("The room’s own words"),
    )


def about_cell(one: Kept) -> TextCell:
    """The assumption, and how much advice depends on it."""
    load = ""
    if one.load:
        load = plural(
            "decides {number} recommendation from here",
            "decides {number} recommendations from here",
            one.load,
        )
    return TextCell(text=one.item.title, code=one.item.code, tip=load)


def noting(plain: Signpost | Action, own: bool, field: str, *value: WatchState) -> Step:
    """The step that notes a field."""
    return Step(field_noted, (plain, own, field, *value), dated=True)


def owner_cell(plain: Signpost | Action, own: bool, owner: str, hint: str) -> EntryCell:
    """Who cares for it, to be typed."""
    action = noting(plain, own, "owner")
    return EntryCell(text=owner, action=action, hint=message("who"), label=f"{hint}: {plain.text}")


def date_cell(item: Signpost | Action, plain: Signpost | Action, own: bool, hint: str) -> EntryCell:
    """By when, to be typed."""
    return EntryCell(
        text=item.on.isoformat() if item.on else "",
        action=noting(plain, own, "on"),
        kind=Entry.DATE,
        hint=hint,
        label=told("Date ({hint}): {what}", hint=hint, what=plain.text),
        day=item.on,
    )


def removing(plain: Signpost | Action, own: bool) -> ButtonsCell:
    """The button that takes away a text of the room’s own."""
    remove = Option(
        text=message("Remove"), action=Step(removed, (plain,), dated=True), tip=message("Undo brings it back")
    )
    return ButtonsCell(buttons=(remove,) if own else ())


def adding(snapshot: Snapshot, shown: list[Kept], kinds: tuple[ActionKind | None, ...]) -> Stack:
    """A row in which the room adds its own: about which assumption, and what; no kind of action is a signpost."""
    about = next(
        (item for item in snapshot.case.assumptions if item.id == snapshot.view.picked),
        shown[0].item if shown else snapshot.case.assumptions[0],
    )
    choice = Choice(
        id="own-about",
        label=message("Assumption"),
        form=Form.MENU,
        options=tuple(
            Option(text=name_of(item), action=look(picked=item.id), chosen=item is about)
            for item in snapshot.case.assumptions
        ),
    )
    fields = tuple(
        Field(
            id=f"own-{kind or 'signpost'}",
            label=told("{kind} action", kind=message(ACTION_WORDS[kind]))
            if kind
            else message("What to look for"),
            text="",
            hint=message("Type it here, then press Enter"),
            action=Step(own_action, (about.id, kind), dated=True)
            if kind
            else Step(own_signpost, (about.id,), dated=True),
        )
        for kind in kinds
    )
    blocks = (choice, *(Fields(id=f"add-{item.id}", fields=(item,)) for item in fields))
    heading = message("Add an action of your own" if kinds[0] else "Add a signpost of your own")
    return Stack(id="add-own", private=True, heading=heading, blocks=(Beside(id="add-row", blocks=blocks),))
