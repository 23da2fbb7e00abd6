"""What every page has in common, in every part, at many states: ids, actions that apply, and what the room sees."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import UTC, date, datetime
from functools import lru_cache
from itertools import product
from typing import Any

import pytest

from models.pages.page import page, room_page, tells_analyses
from models.schema.action import Action, Change, Command, Look, Present, Step, Time
from models.schema.page import (
    BarCell,
    Block,
    Choice,
    Column,
    Entry,
    EntryCell,
    Field,
    Fields,
    Page,
    Row,
    Table,
    for_room,
)
from models.schema.public import public
from models.schema.scenario import with_credence
from models.schema.snapshot import Snapshot, State
from models.schema.steps.acting import acted
from models.schema.steps.room_steps import prediction_asked
from models.schema.view import (
    Clock,
    DependsPart,
    DifferPart,
    Order,
    Outlook,
    PageName,
    ProgrammePart,
    View,
    WatchPart,
)
from tests.large_workshop import large_workshop
from tests.minuted import eventful
from tests.states import after, case_named, snapshot, state
from tests.workshops import MOMENT, four_tables

NOW = datetime(2026, 11, 23, 11, 0, tzinfo=UTC)
ACTIONS = (Change, Step, Look, Present, Time, Command)
FOLDS = ("never", "all-changes", "group-verdicts", "group-list", "parked", "ratings")
TYPED: dict[Entry, Any] = {
    Entry.TEXT: "Something",
    Entry.WRAPPING: "Something",
    Entry.LONG_TEXT: "Something\nlonger",
    Entry.NUMBER: 7,
    Entry.PERCENT: 0.7,
    Entry.DATE: date(2027, 3, 1),
}


@lru_cache(maxsize=1)
def states() -> dict[str, State]:
    """The states at which every page is built."""
    case = case_named()
    base, failing = state(), after(state(), A3="fails")
    rated = failing.scenario
    for item in case.assumptions[:15]:
        rated = with_credence(case, rated, item.id, 0.7)
    groups = replace(failing, workshop=four_tables(case))
    return {
        "baseline": base,
        "A3 fails": failing,
        "four uncertain": after(base, A1="uncertain", A10="uncertain", A17="uncertain", A20="uncertain"),
        "rated": replace(failing, scenario=rated),
        "four groups": groups,
        "twelve groups": replace(failing, workshop=large_workshop(case)),
        "eventful": replace(failing, workshop=eventful(case)),
        "hidden": replace(failing, workshop=prediction_asked(eventful(case), MOMENT, "What holds?")),
        "tiny": state("tiny"),
        "picked": replace(groups, view=View(picked="keeps-arsenal", round="round-1", unfolded=FOLDS)),
        "everything": replace(groups, view=View(picked="one-eu-flag", everything=True, unfolded=FOLDS)),
        "ignored": replace(failing, view=View(ignored=("one-eu-flag", "offer-inducements"), short_walk=True)),
    }


def views(view: View) -> Iterator[View]:
    """The view at every page, part and option that changes what a page is made of."""
    for part in ProgrammePart:
        yield replace(view, page=PageName.PROGRAMME, programme=part)
    for screen in ("step:draw-from-moscow", "step:whole"):
        yield replace(view, page=PageName.PROGRAMME, programme=ProgrammePart.WALK, screen=screen)
    yield replace(view, page=PageName.HOLDS)
    for depends, outlook, order in product(DependsPart, Outlook, Order):
        yield replace(view, page=PageName.DEPENDS, depends=depends, outlook=outlook, order=order)
    for differ in DifferPart:
        yield replace(view, page=PageName.DIFFER, differ=differ)
    for watch in WatchPart:
        yield replace(view, page=PageName.WATCH, watch=watch)


@lru_cache(maxsize=16)
def taken(name: str) -> tuple[tuple[State, Snapshot, Page], ...]:
    """A state at every page of it, with its snapshot and the page."""
    of = states()[name]
    shown = [replace(of, view=view, clock=Clock(now=NOW)) for view in views(of.view)]
    plain = snapshot(of)
    return tuple((one, found, page(found)) for one in shown for found in (snapshot(one, plain),))


def parts_of(value: object) -> Iterator[object]:
    """All values that a page is made of, itself first; what an action holds is not part of the page."""
    yield value
    if isinstance(value, ACTIONS):
        return
    if isinstance(value, tuple):
        for item in value:
            yield from parts_of(item)
    elif (
        is_dataclass(value) and not isinstance(value, type) and type(value).__module__ == "models.schema.page"
    ):
        for field in fields(value):
            yield from parts_of(getattr(value, field.name))


def actions_of(shown: Page) -> Iterator[Action]:
    """Every action on a page as somebody would do it: what is to be typed in, filled."""
    for part in parts_of(shown):
        if isinstance(part, BarCell):
            if part.action is not None:
                yield part.action.filled(0.5)
            continue
        if isinstance(part, (EntryCell, Field)):
            yield part.action.filled(TYPED[part.kind])
        elif isinstance(action := getattr(part, "action", None), ACTIONS):
            yield action


@pytest.mark.parametrize("name", states())
def test_every_page_has_a_title_and_ids_of_its_own(name: str) -> None:
    for shown, _, built in taken(name):
        blocks = [part.id for part in parts_of(built) if isinstance(part, Block)]
        fields_in = [part.id for part in parts_of(built) if isinstance(part, Field)]

        assert built.title, shown.view
        assert len(set(blocks)) == len(blocks), blocks
        assert len(set(fields_in)) == len(fields_in), fields_in


@pytest.mark.parametrize("name", states())
def test_every_table_is_whole(name: str) -> None:
    for shown, _, built in taken(name):
        for table in (part for part in parts_of(built) if isinstance(part, Table)):
            rows, columns = [row.id for row in table.rows], [column.id for column in table.columns]
            assert len(set(rows)) == len(rows), (shown.view, table.id)
            assert len(set(columns)) == len(columns), (shown.view, table.id)
            assert {len(row.cells) for row in table.rows} <= {len(columns)}, (shown.view, table.id)
            assert table.rows or table.empty, (shown.view, table.id)


@pytest.mark.parametrize("name", states())
def test_every_action_applies(name: str) -> None:
    for shown, _, built in taken(name):
        for action in actions_of(built):
            result = acted(shown, action, NOW)
            assert isinstance(action, Command) or isinstance(result, State)


@pytest.mark.parametrize("name", states())
def test_of_what_can_be_chosen_one_at_most_is_chosen(name: str) -> None:
    for shown, _, built in taken(name):
        for choice in (part for part in parts_of(built) if isinstance(part, Choice)):
            if choice.form in ("segments", "menu"):
                chosen = [option.text for option in choice.options if option.chosen]
                assert len(chosen) <= 1, (shown.view, choice.id)


@pytest.mark.parametrize("name", states())
def test_the_room_sees_nothing_private_and_no_control(name: str) -> None:
    for _, _, built in taken(name):
        shown = for_room(built)
        parts = list(parts_of(shown))

        assert not any(isinstance(part, ACTIONS) for part in parts)
        assert not any(isinstance(part, (Choice, Fields, Field, EntryCell)) for part in parts)
        assert not any(isinstance(part, BarCell) and part.action for part in parts)
        assert not any(isinstance(part, (Block, Column, Row)) and part.private for part in parts)


@pytest.mark.parametrize("name", states())
def test_the_rooms_page_is_the_windows_less_what_is_private(name: str) -> None:
    for shown, found, built in taken(name):
        assert for_room(built) == room_page(public(found)), shown.view


@pytest.mark.parametrize("name", states())
def test_a_page_that_tells_no_analyses_is_the_same_without_them(name: str) -> None:
    for shown, found, built in taken(name):
        if not tells_analyses(shown.view):
            assert page(replace(found, analyses=None)) == built, shown.view


@pytest.mark.parametrize("name", states())
def test_a_page_is_there_before_its_analyses_are(name: str) -> None:
    for view in views(states()[name].view):
        waiting = page(snapshot(replace(states()[name], view=view), analysed=False))

        assert waiting.title


@pytest.mark.parametrize("name", states())
def test_every_page_can_be_copied_as_text(name: str) -> None:
    for _, _, built in taken(name):
        if built.text is not None:
            first = built.text().splitlines()[0]
            assert first == " ".join(built.title.split()) or built.name == PageName.HOLDS
