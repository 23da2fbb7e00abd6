"""The facilitator's script: the agenda with what to say, what to click, and what to do without a projector."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from models.language.messages import marked, message, plural
from models.language.words import counted
from models.pages.programme.agenda import named, ninety_minutes, total_minutes
from models.paper.document import Document, Part
from models.paper.pack.wish import Wish, sheet
from models.schema.page import Column, Line, Page, Row, Sentences, Table, TextCell, Weight, Width
from models.schema.snapshot import Snapshot
from models.schema.workshop import AgendaItem

HOUR = 60


class Cue(NamedTuple):
    """What a step asks of the facilitator: to say, to do at the laptop, and to do where nothing can be shown."""

    say: str
    do: str
    without: str


CUES = {
    "welcome": Cue(
        marked(
            "We take the recommendations seriously enough to ask what they rest on. Any of them may fall today. "
            "Nothing on the screen is a forecast."
        ),
        marked("F5 opens the room’s screen. Ctrl+2: What still holds?"),
        marked("Give out the hand-out. Read the recommendations aloud."),
    ),
    "walk-through": Cue(
        marked("This is how the argument is built. Where you would not take a step yourself, note its code."),
        marked(
            "Ctrl+1: Programme, Walk-through. Page Down and Page Up turn the screens; In short takes fewer."
        ),
        marked(
            "Follow the back of the hand-out from left to right. The wall sheets stand for the assumptions."
        ),
    ),
    "predict": Cue(
        marked("Before we look: if one core assumption failed, which of these would still hold? Hands up."),
        marked(
            "Ctrl+1: Programme, Predict. Hide the verdicts and ask, set the assumption to fails, count hands, Lock, "
            "Show the first, Show the next, Reveal."
        ),
        marked("Count hands on a flip chart. Reveal from the briefing sheet."),
    ),
    "round-1": Cue(
        marked(
            "Say of each assumption at your table: it holds, it fails, or we are not sure. Not sure is a good answer."
        ),
        marked("Ctrl+4: Where do we differ? Watch folder, Phones, or Enter a table for ballots on paper."),
        marked("Give out the ballots. Collect one for each table."),
    ),
    "compare": Cue(
        marked("Here we differ. Some of these differences change no advice: we park them."),
        marked(
            "Ctrl+4: Reveal Round 1. On top is what most advice depends on and the tables differ most on."
        ),
        marked("Put a dot for each table on the wall sheets. Argue about those with dots on both sides."),
    ),
    "argue": Cue(
        marked("We argue about these only. What would you have to see to change your mind?"),
        marked(
            "Ctrl+2. Toggle what is said; Alt+Left and Alt+Right look at the last change. Type reasons under Minutes."
        ),
        marked("Use the questions on the table cards. One person writes down the reasons."),
    ),
    "break": Cue(
        marked("Fifteen minutes."),
        marked("Leave the open differences on the screen. F4 keeps the room’s page."),
        "",
    ),
    "round-2": Cue(
        marked("Once more, for yourselves: where do you stand now? Nobody has to move."),
        marked("Ctrl+4: New round; Reveal Round 2 once all are in. Arrows show who moved."),
        marked("A second ballot in another colour."),
    ),
    "what-flips": Cue(
        marked("For each recommendation that holds: what is the least that would topple it?"),
        marked("Ctrl+3: What does it depend on? Pick a recommendation; Try shows a change."),
        marked("The hand-out names, for every recommendation, what topples it alone."),
    ),
    "signposts": Cue(
        marked(
            "For the assumptions on which most advice depends: what would show that one is failing? Who watches?"
        ),
        marked("Ctrl+5: What do we watch? Give each signpost an owner and a date."),
        marked("Write owners and dates on the follow-up sheet."),
    ),
    "close": Cue(
        marked("Write down what you take away. The sheets and the minutes come to you."),
        marked("Ctrl+S saves the workshop. Ctrl+P prints the briefing sheet and the minutes."),
        marked("Give out the hot-wash sheet."),
    ),
}
BEFORE = (
    marked("Print the ballots, the hand-out and the table cards; put up the wall sheets."),
    marked("Connect the projector, start WhatHolds, press F5. Ask the back row: can you read it?"),
    marked("Save the workshop once, in a folder that the tables can reach if they bring laptops."),
)


def script(wish: Wish) -> tuple[Document, ...]:
    """The agenda of the workshop, or else the plan for ninety minutes, a step a row; then the notes to the screens."""
    snapshot = wish.snapshot
    items = snapshot.workshop.agenda or ninety_minutes()
    before = Sentences(id="before", lines=tuple(Line(text=message(text), quiet="□") for text in BEFORE))
    pages = [
        Page(name="before", title=message("Before the room fills"), blocks=(before,)),
        Page(name="script", title=message("Step by step"), blocks=(_table(items),)),
        *_notes(snapshot),
    ]
    return (
        sheet(
            wish,
            message("Facilitator’s script"),
            title=plural(
                "{number} minute with “{title}”",
                "{number} minutes with “{title}”",
                total_minutes(items),
                title=snapshot.scenario.title or snapshot.case.title,
            ),
            parts=tuple(Part(page=page) for page in pages),
            landscape=True,
        ),
    )


def _table(items: Sequence[AgendaItem]) -> Table:
    columns = (
        Column(id="time", title=message("Time")),
        Column(id="step", title=message("Step")),
        Column(id="say", title=message("Say"), width=Width.STRETCH),
        Column(id="do", title=message("At the laptop"), width=Width.STRETCH),
        Column(id="without", title=message("Without a projector"), width=Width.STRETCH),
    )
    return Table(id="script", columns=columns, rows=tuple(_rows(items)))


def _rows(items: Sequence[AgendaItem]) -> Iterator[Row]:
    past = 0
    for item in items:
        cue = CUES.get(item.id) or Cue(item.purpose, "", "")
        yield Row(
            id=item.id,
            cells=(
                TextCell(text=f"{past // HOUR}:{past % HOUR:02}"),
                TextCell(text=named(item), detail=counted(item.minutes, "minute"), weight=Weight.STRONG),
                TextCell(text=message(cue.say)),
                TextCell(text=message(cue.do)),
                TextCell(text=message(cue.without)),
            ),
        )
        past += item.minutes


def _notes(snapshot: Snapshot) -> Iterator[Page]:
    """What the facilitator noted beside the screens of the walk-through."""
    notes = [note for note in snapshot.workshop.step_notes if note.text.strip()]
    if notes:
        by_id = snapshot.case.by_id
        titles = {f"step:{name}": item.title for name, item in by_id.items()}
        lines = tuple(
            Line(text=note.text, quiet=f"{titles.get(note.id) or message('Walk-through')}:") for note in notes
        )
        yield Page(
            name="notes",
            title=message("Your notes to the walk-through"),
            blocks=(Sentences(id="notes", lines=lines),),
        )
