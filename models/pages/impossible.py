"""Stances that no possible setting has: which they are, why, and the smallest changes that resolve it."""

from models.engine.ways_out import ways_out
from models.language.link_words import NO_VERDICT, contradiction_words, resolution_words
from models.language.messages import message
from models.language.states import sign
from models.schema.action import look
from models.schema.case import Case
from models.schema.page import Choice, Form, Line, Option, Page, Sentences, Weight
from models.schema.scenario import Scenario
from models.schema.snapshot import Snapshot
from models.schema.steps.scenario_steps import set_stances


def impossible_page(snapshot: Snapshot, name: str, *tools: Choice) -> Page:
    """What stands in place of a page of answers."""
    return Page(name=name, title=message(NO_VERDICT), tools=tools, blocks=impossible_blocks(snapshot))


def impossible_blocks(snapshot: Snapshot) -> tuple[Sentences | Choice, ...]:
    """Each contradiction in a sentence, a button for each way out, and each of the stances by itself."""
    case, found = snapshot.case, snapshot.evaluation.contradictions
    if not found or snapshot.workshop.asking is not None:
        return ()
    said = (Line(text=f"{contradiction_words(case, item)}.", weight=Weight.STRONG) for item in found)
    told, parts = Sentences(id="contradiction", lines=tuple(said)), _parts(snapshot)
    kept = _last_changed(case, snapshot.past, snapshot.scenario)
    ways = ways_out(case, snapshot.scenario, snapshot.evaluation, kept)
    if not ways:
        return (told, parts)
    options = tuple(
        Option(
            text=resolution_words(case, changes),
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
        parts,
    )


def briefly(blocks: tuple[Sentences | Choice, ...]) -> tuple[Sentences | Choice, ...]:
    """The sentences and the ways out alone, beside what needs the room."""
    return (*blocks[:1], *(block for block in blocks if isinstance(block, Choice)))


def _parts(snapshot: Snapshot) -> Sentences:
    stances = {item.id: item.stance for found in snapshot.evaluation.contradictions for item in found.stances}
    parts = ((snapshot.case.by_id[name], stance) for name, stance in stances.items())
    lines = (
        Line(text=item.title, code=item.code, sign=sign(stance), tip=item.text, action=look(picked=item.id))
        for item, stance in parts
    )
    return Sentences(id="stances", lines=tuple(lines))


def _last_changed(case: Case, past: Scenario | None, now: Scenario) -> tuple[str, ...]:
    if past is None:
        return ()
    return tuple(
        item.id for item in case.assumptions if past.stance_of[item.id] is not now.stance_of[item.id]
    )
