"""The row in which a room adds a signpost or an action of its own."""

from models.language.messages import message, told
from models.language.workshop.signpost_words import ACTION_WORDS
from models.pages.parts import name_of
from models.pages.watch.kept import Kept
from models.schema.action import Step, look
from models.schema.page import Beside, Choice, Field, Fields, Form, Option, Stack
from models.schema.snapshot import Snapshot
from models.schema.steps.signpost_steps import own_action, own_signpost
from models.schema.workshop import ActionKind


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
