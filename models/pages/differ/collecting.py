"""A round that is still being answered: the room sees who is in, and the answers only once they are revealed.

And the ways in which a group comes in, phones among them: a code for the room, and for the laptop how to close it.
"""

from dataclasses import replace

from models.language.dates import clock
from models.language.messages import marked, message, plural, told
from models.language.signs import HIDDEN
from models.language.states import sign
from models.language.words import listed
from models.language.workshop.group_words import called, group_names, has_answered, round_name
from models.language.workshop.lane_words import number_word
from models.schema.action import Command, Step
from models.schema.grades import Stance
from models.schema.page import (
    Beside,
    Block,
    Chart,
    Choice,
    Figure,
    Form,
    Line,
    Option,
    Sentences,
    Shape,
    Tone,
    Weight,
)
from models.schema.snapshot import Snapshot
from models.schema.standing import Standing
from models.schema.steps.workshop_steps import round_revealed
from models.schema.view import Phones
from models.schema.workshop import Round, Workshop

NOT_SHOWN = marked("What they say so far, not shown in the room")
UNTIL = marked("What they say is shown once it is revealed.")
NOW = marked("Decide which assumptions hold: answers stay hidden until they are revealed.")
ACROSS = 4
MOST_NAMED = 59
"""So many names can be read on one page; the others are counted."""


HIGH = 230


def round_of(workshop: Workshop, identifier: str) -> Round:
    """One round of a workshop."""
    return next(item for item in workshop.rounds if item.id == identifier)


def how_many_in(standing: Standing) -> str:
    """How many have answered in a round, of how many where that is known: "Round 2: 1 of 4 in"."""
    workshop = standing.workshop
    here = workshop.answers_in(workshop.round)
    present, total = len(here), len(_awaited(workshop))
    total = max(total, workshop.details.awaited)
    name = round_name(round_of(workshop, workshop.round).name)
    if total > present:
        return told("{round}: {present} of {total} in", round=name, present=present, total=total)
    words = called([group.name for group in here], present)
    if len(workshop.rounds) == 1 and not workshop.details.awaited:
        pattern = marked("{round}: {number} {groups} in")
    elif present > 1:
        pattern = marked("{round}: all {number} {groups} are in")
    else:
        pattern = marked("{round}: {groups} in")
    return told(pattern, round=name, number=number_word(present), groups=words)


def who_is_in(standing: Standing) -> tuple[Block, ...]:
    """The names of those who are in, and of those who were in an earlier round and are awaited."""
    workshop = standing.workshop
    tick = replace(sign(Stance.HOLDS), shape=Shape.TICK_DISC, word=message("In"))  # as wide as a ring
    lines = [
        Line(text=group.name, sign=tick, note=clock(group.arrived) if group.arrived else "")
        for group in workshop.answers_in(workshop.round)
    ]
    here = {group.id for group in workshop.present}
    waiting = replace(HIDDEN, word=message("Awaited"))
    lines += [
        Line(text=name, sign=waiting, weight=Weight.SOFT)
        for key, name in _awaited(workshop).items()
        if key not in here
    ]
    rest = lines[MOST_NAMED:]
    if len(rest) > 1:
        lines[MOST_NAMED:] = [
            Line(text=told("and {number} more", number=len(rest)), tip=listed(line.text for line in rest))
        ]
    return (Sentences(id="who-is-in", lines=tuple(lines), columns=ACROSS),)


def who_did_not(standing: Standing) -> tuple[Line, ...]:
    """Of a round that is revealed, who is known and did not answer: "3 of 4 answered; Table 2 did not."."""
    workshop = standing.workshop
    known = _awaited(workshop)
    answered = {group.id for group in workshop.answers_in(workshop.round) if has_answered(group)}
    silent = [name for key, name in known.items() if key not in answered]
    number, total = len(answered), max(len(known), workshop.details.awaited)
    if number >= total:
        return ()
    words = told(
        "{number} of {total} answered; {groups} did not." if silent else "{number} of {total} answered.",
        number=number,
        total=total,
        groups=group_names(silent),
    )
    return (Line(text=words),)


def happening(title: str) -> tuple[Line, ...]:
    """What the room reads while nobody is in: what is waited for, and what everybody does until then."""
    waiting = Line(text=f"{title}.", weight=Weight.CAPTION, tone=Tone.BRAND)
    return (waiting, Line(text=message(NOW), weight=Weight.CAPTION))


def reveal_choice(standing: Standing) -> tuple[Choice, ...]:
    """The button that shows the answers of the round that is looked at, for as long as they are hidden."""
    item = round_of(standing.workshop, standing.workshop.round)
    if item.revealed or not standing.groups:
        return ()
    tip = plural(
        "The room sees {number} name and no answer until then; Undo hides them again",
        "The room sees {number} names and no answer until then; Undo hides them again",
        len(standing.groups),
    )
    name = told("Reveal {round}", round=round_name(item.name))
    option = Option(text=name, action=Step(round_revealed, (item.id,)), icon="eye", tip=tip)
    return (Choice(id="reveal", label=message("Answers"), options=(option,), form=Form.BUTTONS),)


def kept_back(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Blocks that only the laptop shows, under a line that says so."""
    line = Line(text=message(NOT_SHOWN), weight=Weight.STRONG)
    told = Sentences(id="not-shown", lines=(line,), private=True)
    return (told, *(replace(block, private=True) for block in blocks))


def _awaited(workshop: Workshop) -> dict[str, str]:
    """All groups that were ever in, by id, but for second files that are asked about still."""
    answering = {group.id for group in workshop.answers_in(workshop.round)}
    asked = {group.id for group in workshop.groups if group.asked} - answering
    return {group.id: group.name for group in workshop.groups if group.id not in asked}


def ways_in() -> tuple[Option, ...]:
    """Each of them, the one that needs no file first."""
    return (
        Option(
            text=message("Enter a table"),
            action=Command("tally"),
            icon="plus",
            tip=message("Type in the paper votes of one table"),
        ),
        Option(
            text=message("Add files"),
            action=Command("add-groups"),
            tip=message("Open the scenario files that the groups saved, or a spreadsheet of ballots"),
        ),
        Option(
            text=message("Watch folder"),
            action=Command("watch-folder"),
            tip=message("Take in what groups save into a folder, as it comes"),
        ),
        Option(
            text=message("Phones"),
            action=Command("phones"),
            tip=message("Let people vote from their phones, on this laptop’s network"),
        ),
    )


def beginnings() -> Choice:
    """The ways in which a group comes in, large, where none has yet."""
    return Choice(
        id="begin", label=message("Groups"), options=ways_in(), form=Form.LARGE, private=True, share=1
    )


def phones_in(snapshot: Snapshot) -> tuple[Block, ...]:
    """The way in, while phones are let in and the round that is looked at takes votes."""
    phones, workshop = snapshot.phones, snapshot.workshop
    latest = workshop.rounds[-1]
    shown = snapshot.view.round or workshop.round
    if phones is None or latest.revealed or shown != latest.id:
        return ()
    code = Figure(
        id="phones-code",
        chart=Chart.CODE,
        values=phones.code,
        alternative=told("A code that leads to {address}", address=phones.address),
        height=HIGH,
        share=1,
    )
    return (Beside(id="phones", blocks=(code, _told(phones, latest.id))),)


def _told(phones: Phones, round_id: str) -> Sentences:
    lines = (
        Line(text=phones.address, weight=Weight.TITLE),
        Line(text=_how_in(phones)),
        Line(text=message("No name is asked. You can change your vote until the answers are shown.")),
        Line(text=_so_far(phones.votes_in(round_id)), weight=Weight.STRONG),
        Line(
            text=_who_may(phones),
            weight=Weight.SOFT,
            private=True,
            buttons=(
                Option(
                    text=message("Stop"),
                    action=Command("stop-phones"),
                    tip=message("No phone is let in any more"),
                ),
            ),
        ),
    )
    return Sentences(id="phones-told", heading=message("Vote from your phone"), lines=lines, share=2)


def _how_in(phones: Phones) -> str:
    if not phones.network:
        return message("A trial: the page opens on this laptop alone, and no phone can reach it.")
    return told(
        "Point your phone’s camera at the code, or type the address. Be on {network}.", network=phones.network
    )


def _who_may(phones: Phones) -> str:
    if not phones.network:
        return message("Whoever uses this laptop can open the page and vote, and nothing else.")
    return told(
        "Whoever is on {network} and has the address can open the page and vote, and nothing else.",
        network=phones.network,
    )


def _so_far(votes: int) -> str:
    return plural("{number} vote so far", "{number} votes so far", votes) if votes else message("No vote yet")
