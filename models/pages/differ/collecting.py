"""A round that is still being answered: the room sees who is in, and the answers only once they are revealed."""

from dataclasses import replace

from models.language.dates import clock
from models.language.messages import marked, message, plural, told
from models.language.signs import HIDDEN
from models.language.states import sign
from models.language.words import listed
from models.language.workshop.group_words import called, group_names, has_answered, round_name
from models.language.workshop.lane_words import number_word
from models.schema.action import Step
from models.schema.grades import Stance
from models.schema.page import Block, Choice, Form, Line, Option, Sentences, Shape, Tone, Weight
from models.schema.standing import Standing
from models.schema.steps.workshop_steps import round_revealed
from models.schema.workshop import Round, Workshop

NOT_SHOWN = marked("What they say so far, not shown in the room")
UNTIL = marked("What they say is shown once it is revealed.")
NOW = marked("Decide which assumptions hold: answers stay hidden until they are revealed.")
ACROSS = 4
MOST_NAMED = 59
"""So many names can be read on one page; the others are counted."""


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
