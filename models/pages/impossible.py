"""Stances that no possible setting has: which they are, why, and the smallest changes that resolve it."""

from collections.abc import Iterator
from dataclasses import replace

from models.language.link_words import NO_VERDICT, contradiction_words, resolution_words
from models.language.messages import message
from models.language.states import sign
from models.schema.action import look
from models.schema.case import Case
from models.schema.grades import Stance
from models.schema.page import Choice, Form, Line, Option, Page, Sentences, Weight
from models.schema.result import Contradiction
from models.schema.scenario import Scenario, StanceOn, with_stances
from models.schema.snapshot import Snapshot
from models.schema.steps.link_steps import resolutions
from models.schema.steps.scenario_steps import set_stances

MOST = 4


def impossible_page(snapshot: Snapshot, name: str, *tools: Choice) -> Page:
    """What stands in place of a page of answers."""
    return Page(name=name, title=message(NO_VERDICT), tools=tools, blocks=impossible_blocks(snapshot))


def impossible_blocks(snapshot: Snapshot) -> tuple[Sentences | Choice, ...]:
    """The stances and the link in a sentence, each stance by itself, and a button for each way out."""
    found = snapshot.evaluation.contradiction
    if found is None or snapshot.workshop.asking is not None:
        return ()
    lines = (
        Line(text=f"{contradiction_words(snapshot.case, found)}.", weight=Weight.STRONG),
        *_parts(snapshot, found),
    )
    told = Sentences(id="contradiction", lines=tuple(lines))
    ways = _ways(snapshot, found)
    if not ways:
        return (told,)
    options = tuple(
        Option(
            text=resolution_words(snapshot.case, changes),
            action=set_stances(*((item.id, item.stance) for item in changes)),
            tip=message("Undo takes it back."),
        )
        for changes in ways
    )
    asked = Sentences(
        id="ways-out",
        lines=(
            Line(text=message("The smallest changes that resolve it"), weight=Weight.TITLE, private=True),
        ),
    )
    return (
        told,
        asked,
        Choice(id="resolve", label=message("Resolve it"), options=options, form=Form.BUTTONS, private=True),
    )


def briefly(blocks: tuple[Sentences | Choice, ...]) -> tuple[Sentences | Choice, ...]:
    """The sentence and the ways out alone, beside what needs the room."""
    if not blocks:
        return ()
    told, *rest = blocks
    first = replace(told, lines=told.lines[:1]) if isinstance(told, Sentences) else told
    return (first, *rest[-1:])


def _parts(snapshot: Snapshot, found: Contradiction) -> Iterator[Line]:
    case = snapshot.case
    for item in found.stances:
        assumption = case.by_id[item.id]
        yield Line(
            text=assumption.title,
            code=assumption.code,
            sign=sign(item.stance),
            tip=assumption.text,
            action=look(picked=item.id),
        )


def _ways(snapshot: Snapshot, found: Contradiction) -> tuple[tuple[StanceOn, ...], ...]:
    """The ways out that keep the last change, if there are any; else all of the smallest."""
    case = snapshot.case
    argued = {item.id: Stance.HOLDS for item in found.stances if item.stance is Stance.AS_ARGUED}
    scenario = with_stances(snapshot.scenario, argued)
    kept = _last_changed(case, snapshot.past, snapshot.scenario)
    return (resolutions(case, scenario, kept) or resolutions(case, scenario))[:MOST]


def _last_changed(case: Case, past: Scenario | None, now: Scenario) -> tuple[str, ...]:
    if past is None:
        return ()
    return tuple(
        item.id for item in case.assumptions if past.stance_of[item.id] is not now.stance_of[item.id]
    )
