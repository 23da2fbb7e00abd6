"""The clock of the agenda, and what a long day costs."""

import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from types import FrameType

from pytestqt.qtbot import QtBot

from desktop.session.session import Session
from models.pages.page import page as page_of
from models.pages.programme.agenda import ninety_minutes, three_hours
from models.schema.action import Step, Time, Timing
from models.schema.grades import Stance
from models.schema.log import log_of
from models.schema.public import public
from models.schema.steps.room_steps import with_agenda, with_new_item
from models.schema.steps.scenario_steps import set_stance
from models.schema.view import PageName
from models.schema.workshop import Entry
from models.store import workshops
from tests.desktop.session.conftest import FALLS, TIES, StandingClock
from tests.states import state


def test_the_clock_is_told_while_the_timer_runs_and_writes_nothing(
    qtbot: QtBot, session: Session, clock: StandingClock
) -> None:
    session.act(Step(with_new_item, ("Vote", 10)))
    session.act(Time(Timing.START))
    workshop = session.workshop
    clock.run(7)
    qtbot.waitUntil(
        lambda: session.snapshot.clock.now == clock.moment
    )  # the second that it takes is the timer's

    assert session.workshop is workshop
    session.act(Time(Timing.PAUSE))
    assert [item.spent for item in session.workshop.agenda] == [7]
    session.undo_stack.undo()
    session.undo_stack.redo()
    assert [item.spent for item in session.workshop.agenda] == [7]


def test_another_plan_begins_anew_and_its_undo_brings_the_time_back_running(
    session: Session, clock: StandingClock
) -> None:
    session.act(Step(with_agenda, (ninety_minutes(),)))
    session.act(Time(Timing.START))
    clock.run(600)
    session.act(Step(with_agenda, (three_hours(),)))
    begun = [item.spent for item in session.workshop.agenda]
    clock.run(60)
    session.undo_stack.undo()
    back = session.workshop.agenda[0].spent
    clock.run(5)
    session.write_time()

    assert begun == [0] * len(three_hours())
    assert back == 600
    assert session.workshop.agenda[0].spent == 605
    assert session.workshop.agenda_at == "welcome"


def test_time_that_was_paused_stays_so_where_another_plan_is_undone(session: Session) -> None:
    session.act(Step(with_agenda, (ninety_minutes(),)))
    session.act(Time(Timing.START))
    session.act(Time(Timing.PAUSE))
    session.act(Step(with_agenda, (three_hours(),)))
    session.undo_stack.undo()

    assert session.state.clock.since is None


def test_what_a_laptop_slept_through_counts_as_time_passed(session: Session, clock: StandingClock) -> None:
    session.act(Step(with_agenda, (ninety_minutes(),)))
    session.act(Time(Timing.START))
    clock.run(3600)
    session.act(Time(Timing.PAUSE))

    assert session.workshop.agenda[0].spent == 3600


def test_a_toggle_after_a_long_day_does_as_much_as_in_the_morning(session: Session) -> None:
    def calls_of_a_toggle(lines: int) -> int:
        at = datetime(2023, 1, 9, tzinfo=UTC)
        log = tuple(Entry(id=f"entry-{number}", at=at, what="x", why="y") for number in range(lines))
        session.start(replace(state(), workshop=replace(session.workshop, log=log_of(log))))
        for stance in (FALLS, Stance.HOLDS):  # what is told for the first time costs more
            _toggled(session, stance)
        return _calls(partial(_toggled, session, FALLS))

    short, long = calls_of_a_toggle(200), calls_of_a_toggle(10_000)

    assert long < 1.2 * short


def _toggled(session: Session, stance: Stance) -> None:
    """Toggle, and tell the laptop and the room of it as the window does; and keep it."""
    session.act(set_stance(TIES, stance))
    for page in (PageName.HOLDS, PageName.WATCH):
        looked_at = replace(session.snapshot, view=replace(session.state.view, page=page), analyses=None)
        page_of(looked_at)
        page_of(public(looked_at))
    workshops.dump(*session.state.work)


def _calls(deed: Callable[[], object]) -> int:
    """How many functions of Python and of C are called."""
    count = 0

    def note(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(note)
    try:
        deed()
    finally:
        sys.setprofile(None)
    return count
