"""All that people read of a state: the texts of its pages, of the why and of all prints, each with where it stands."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import UTC, date, datetime
from enum import Enum
from functools import cache
from itertools import product
from typing import Any

from models.export.markdown import minutes_markdown
from models.pages.board_cards import tiles
from models.pages.page import page
from models.pages.programme.walk_screens import screens
from models.pages.why.page import why_page
from models.paper.kinds import Kind
from models.paper.pack.wish import Wish
from models.paper.prints import PRINTS
from models.schema.action import Change, Command, Look, Present, Step, Time
from models.schema.case import Case
from models.schema.grades import Reading
from models.schema.scenario import with_credence
from models.schema.snapshot import State
from models.schema.steps.room_steps import prediction_asked
from models.schema.value import Value
from models.schema.view import (
    Clock,
    DependsPart,
    DifferPart,
    Outlook,
    PageName,
    ProgrammePart,
    View,
    WatchPart,
)
from tests.minuted import eventful
from tests.states import after, snapshot, state
from tests.workshops import MOMENT, four_tables

NOW = datetime(2026, 11, 23, 11, 0, tzinfo=UTC)
PRINTED = date(2026, 11, 23)
ACTIONS = (Change, Step, Look, Present, Time, Command)
UNREAD = frozenset({"id", "icon", "name", "svg", "paper", "language", "file", "merge"})
FOLDS = ("never", "all-changes", "group-verdicts", "group-list", "parked", "ratings", "all-dependents")


def settings(base: State) -> dict[str, State]:
    """A good sample of states: single failures, much at once, every way of counting, and a workshop."""
    case = base.case
    rejected = tuple(rule.id for rule in case.rules if rule.then)[-6:]
    rated = base.scenario
    for item in case.assumptions[: len(case.assumptions) * 3 // 4]:
        rated = with_credence(case, rated, item.id, 0.7)
    core = [item.code for item in case.assumptions if item.core]
    unsure = after(base, **{item.code: "uncertain" for item in case.assumptions[::3]})
    failing = after(base, **{core[-1]: "fails"})
    every = replace(base, scenario=replace(base.scenario, reading=Reading.EVERY_ARGUMENT))
    return {
        "baseline": base,
        **{f"{item.code} fails": after(base, **{item.code: "fails"}) for item in case.assumptions},
        "unsure": unsure,
        "all uncertain": after(base, **{item.code: "uncertain" for item in case.assumptions}),
        "core fails": after(base, **dict.fromkeys(core, "fails")),
        "every argument": replace(every, past=base.scenario),
        "every argument, one fails": after(every, **{core[0]: "fails"}),
        "objections": replace(failing, scenario=replace(failing.scenario, added=True)),
        "rejected": replace(base, past=base.scenario, scenario=replace(base.scenario, set_aside=rejected)),
        "rated": replace(base, scenario=rated),
        "ignored": replace(
            base, view=View(ignored=tuple(item.id for item in case.recommendations), short_walk=True)
        ),
    }


def gathered(base: State) -> dict[str, State]:
    """States of a workshop on the embedded case."""
    return {
        "four tables": replace(base, workshop=four_tables(base.case)),
        "eventful": replace(base, workshop=eventful(base.case)),
        "hidden": replace(base, workshop=prediction_asked(eventful(base.case), MOMENT, "What holds?")),
    }


def views(of: State) -> Iterator[View]:
    """The view at every page, with its parts and whatever can be unfolded."""
    view = replace(of.view, unfolded=FOLDS)
    for part in ProgrammePart:
        yield replace(view, page=PageName.PROGRAMME, programme=part)
    yield replace(view, page=PageName.HOLDS)
    for model in of.case.models:
        yield replace(view, page=PageName.HOLDS, model=model.id)
    for depends, outlook in product(DependsPart, Outlook):
        yield replace(view, page=PageName.DEPENDS, depends=depends, outlook=outlook)
    for differ in DifferPart:
        yield replace(view, page=PageName.DIFFER, differ=differ, everything=True)
    for watch in WatchPart:
        yield replace(view, page=PageName.WATCH, watch=watch)


def on_screen(of: State) -> Iterator[tuple[str, str]]:
    """Every text of every page, of the strip, and of the why of every statement."""
    taken = snapshot(of)
    for view in views(of):
        taken = snapshot(replace(of, view=view, clock=Clock(now=NOW)), taken)
        yield from texts(page(taken), view.page.value)
    yield from texts(tiles(taken), "strip")
    for name in of.case.by_id:
        taken = snapshot(replace(of, view=replace(of.view, picked=name, unfolded=FOLDS)), taken)
        yield from texts(why_page(taken), f"why {name}")


def walked(of: State) -> Iterator[tuple[str, str]]:
    """Every screen of the walk-through in full."""
    at = replace(of.view, page=PageName.PROGRAMME, programme=ProgrammePart.WALK)
    taken = snapshot(of)
    for screen in screens(of.case, False):
        yield from texts(page(snapshot(replace(of, view=replace(at, screen=screen.id)), taken)), screen.id)


def on_paper(of: State) -> Iterator[tuple[str, str]]:
    """Every text of all that can be printed, with the annex, and of the minutes as a file."""
    picked = of.case.recommendations[0].id
    taken = snapshot(replace(of, view=replace(of.view, picked=picked)))
    wish = Wish(taken, "a4", PRINTED, annex=True, picked=picked, gathered=True, number=2)
    for item in PRINTS:
        for document in item.make(wish):
            yield from texts(document, item.kind)
    yield Kind.MINUTES, minutes_markdown(taken)


def texts(value: object, where: str) -> list[tuple[str, str]]:
    """Every text in a page or a document that somebody reads or hears."""
    found: list[tuple[str, str]] = []
    _gather(value, where, found)
    return found


def _gather(value: Any, where: str, found: list[tuple[str, str]]) -> None:
    if isinstance(value, str):
        if not isinstance(value, Enum):
            found.append((where, value))
    elif isinstance(value, tuple):
        for item in value:
            _gather(item, where, found)
    elif names := _read_fields(value.__class__):
        for name in names:
            told = getattr(value, name)
            if not (name in UNREAD and isinstance(told, str)):
                _gather(told, where, found)
    elif callable(value) and getattr(value, "__name__", "") == "text":
        found.append((where, str(value())))


@cache
def _read_fields(kind: type) -> tuple[str, ...]:
    """The fields of what is shown; none of what is no such value, or only leads somewhere."""
    if not is_dataclass(kind) or issubclass(kind, (Case, Value, *ACTIONS)):
        return ()
    return tuple(item.name for item in fields(kind))


def embedded() -> State:
    """The embedded case as its source takes it."""
    return state()
