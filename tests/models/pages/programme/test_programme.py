"""The programme: the agenda with its time, the walk in short and in full, and a prediction from asking to reveal."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from models.pages.programme.agenda import ninety_minutes
from models.schema.action import Step, Time, Timing
from models.schema.page import (
    BarCell,
    ButtonsCell,
    EntryCell,
    Sentences,
    Weight,
    for_room,
)
from models.schema.snapshot import State
from models.schema.steps.room_steps import (
    timed,
    with_agenda,
)
from models.schema.view import Clock
from tests.models.pages.blocks import table_of
from tests.models.pages.programme.reading import option_of, page_of, state_of
from tests.states import state

NOW = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)


def _planned(minutes: int = 0) -> State:
    workshop = timed(with_agenda(state().workshop, ninety_minutes()), {}, "walk-through")
    clock = Clock(now=NOW, since=NOW - timedelta(minutes=minutes))
    return replace(state_of(workshop), clock=clock)


def test_the_title_tells_what_goes_on_now() -> None:
    page = page_of(_planned(minutes=3))

    assert page.title == "Now: Walk-through"
    assert "Then: Predict, 5 minutes" in page.lead[0].text


def test_time_that_is_over_is_told_on_the_steps_bar() -> None:
    row = next(row for row in table_of(page_of(_planned(minutes=16)), "agenda").rows if row.picked)

    bar = next(cell for cell in row.cells if isinstance(cell, BarCell))
    assert (bar.value, bar.text) == (1.0, "+1:00 over")


def test_the_clock_runs_by_actions() -> None:
    page = page_of(_planned())

    assert option_of(page, "Pause").action == Time(Timing.PAUSE)
    assert option_of(page, "Next").action == Time(Timing.NEXT)


def test_a_typed_title_renames_a_step() -> None:
    of = _planned()
    cell = table_of(page_of(of), "agenda").rows[0].cells[0]
    assert isinstance(cell, EntryCell)

    action = cell.action.filled("Coffee")
    assert isinstance(action, Step)

    assert action.step(of.workshop, *action.arguments).agenda[0].title == "Coffee"


def test_the_room_sees_the_steps_and_neither_purpose_nor_buttons() -> None:
    shown = for_room(page_of(_planned()))
    table = table_of(shown, "agenda")

    assert [column.id for column in table.columns] == ["step", "minutes", "time"]
    assert not any(isinstance(cell, (EntryCell, ButtonsCell)) for row in table.rows for cell in row.cells)


def test_without_an_agenda_there_are_plans() -> None:
    of = state_of()
    page = page_of(of)
    plan = option_of(page, "Plan 90 minutes").action
    assert isinstance(plan, Step)

    assert page.title == "Nothing is planned yet"
    assert len(plan.step(of.workshop, *plan.arguments).agenda) == 9


def test_the_time_that_is_left_is_told_in_the_largest_type() -> None:
    lines = next(
        b for b in page_of(_planned(5)).blocks if isinstance(b, Sentences) and b.id == "time-left"
    ).lines

    assert [(line.text, line.weight) for line in lines] == [("10:00 left", Weight.CLOCK)]
    assert not any(
        block.id == "time-left"
        for block in page_of(state_of(with_agenda(state().workshop, ninety_minutes()))).blocks
    )
