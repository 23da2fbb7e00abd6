"""The agenda's time: counted while it runs, written down when it rests, and moved by no undo."""

from datetime import timedelta

import pytest

from models.schema.action import Command, Step, Time, Timing, look, present
from models.schema.snapshot import State
from models.schema.steps.acting import acted, opened, with_time
from models.schema.steps.room_steps import with_agenda, without_item
from models.schema.view import PageName, Room
from models.schema.workshop import AgendaItem
from tests.states import state
from tests.workshops import MOMENT

PLAN = (
    AgendaItem(id="open", title="Opening", minutes=5),
    AgendaItem(id="vote", title="Vote", minutes=10),
)


def after(begun: State, *timings: tuple[int, Time]) -> State:
    for seconds, action in timings:
        begun = acted(begun, action, MOMENT + timedelta(seconds=seconds))
    return begun


def spent(told: State) -> dict[str, int]:
    return {item.id: item.spent for item in told.workshop.agenda}


@pytest.fixture
def planned() -> State:
    return acted(state("tiny"), Step(with_agenda, (PLAN,)), MOMENT)


START, PAUSE, NEXT, BACK = (Time(timing) for timing in (Timing.START, Timing.PAUSE, Timing.NEXT, Timing.BACK))


def test_the_first_step_starts_and_its_time_is_written_when_it_rests(planned: State) -> None:
    running = after(planned, (0, START))
    assert running.workshop.agenda_at == "open"
    assert running.clock.since == MOMENT

    rested = after(running, (61, PAUSE), (100, PAUSE))
    assert spent(rested) == {"open": 61, "vote": 0}
    assert rested.clock.since is None


def test_a_running_timer_writes_nothing_until_it_rests(planned: State) -> None:
    running = after(planned, (0, START), (30, START))

    assert spent(running) == {"open": 0, "vote": 0}
    assert spent(with_time(running, MOMENT + timedelta(seconds=45))) == {"open": 45, "vote": 0}


def test_each_step_is_given_its_own_time(planned: State) -> None:
    told = after(planned, (0, START), (10, NEXT), (25, BACK), (30, Time(Timing.TURN, "vote")), (32, PAUSE))

    assert spent(told) == {"open": 15, "vote": 17}
    assert told.workshop.agenda_at == "vote"


def test_there_is_no_step_after_the_last_and_none_of_an_unknown_name(planned: State) -> None:
    last = after(planned, (0, NEXT), (1, NEXT), (2, NEXT), (3, Time(Timing.TURN, "gone")))

    assert last.workshop.agenda_at == "vote"


def test_without_a_plan_nothing_runs() -> None:
    assert after(state("tiny"), (0, START)).clock.since is None


def test_a_clock_that_is_set_back_takes_no_time_away(planned: State) -> None:
    running = after(planned, (0, START), (100, NEXT))

    assert spent(after(running, (-500, PAUSE))) == {"open": 100, "vote": 0}


def test_parts_of_a_second_are_not_lost(planned: State) -> None:
    running = after(planned, (0, START))
    for tenth in range(1, 31):
        running = with_time(running, MOMENT + timedelta(seconds=tenth / 10))

    assert spent(running)["open"] == 3


def test_time_stops_with_its_step(planned: State) -> None:
    running = after(planned, (0, START))
    told = acted(running, Step(without_item, ("open",)), MOMENT + timedelta(seconds=9))

    assert told.clock.since is None


def test_the_room_begins_a_page_at_its_first_screen() -> None:
    second = acted(state("tiny"), present(is_open=True, part=2), MOMENT)
    assert acted(second, look(focus=True), MOMENT).room.part == 2
    assert acted(second, look(page=PageName.WATCH), MOMENT).room.part == 0


def test_a_screen_that_is_closed_is_as_new() -> None:
    told = acted(state("tiny"), present(is_open=True, blank=True, kept=True), MOMENT)

    assert told.room.kept == told.view
    assert acted(told, present(is_open=False), MOMENT).room == Room()


def test_what_is_no_choice_is_not_chosen() -> None:
    plain = state("tiny")

    assert acted(plain, look(page="nowhere", picked="nobody", nothing=1, sides=3), MOMENT) == plain
    assert acted(plain, look(picked=""), MOMENT).view.picked == ""
    assert acted(plain, Command("print"), MOMENT) is plain


def test_what_is_opened_has_something_picked() -> None:
    told = opened(state("tiny", picked="nobody", model="none", looking_back=True))

    assert told.view.picked == told.case.recommendations[0].id
    assert not told.view.model
    assert not told.view.looking_back
