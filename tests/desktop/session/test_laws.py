"""What holds of a session after whatever a room may have done."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace

from hypothesis import example, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QCoreApplication

from desktop.session.session import Session
from models.pages.page import page, room_page
from models.schema.action import Action, Look, look, present
from models.schema.log import log_of
from models.schema.page import for_room
from models.schema.public import public
from models.schema.scenario import asked_of
from models.schema.view import PageName
from models.store import workshops
from tests.desktop.session.conftest import StandingClock
from tests.desktop.session.drawn_actions import looks, steps, times
from tests.states import case_named, state
from tests.workshops import four_tables

TINY = case_named("tiny")
LOOKS = looks(TINY).filter(lambda action: isinstance(action, Look))
ANYTHING = st.lists(st.one_of(steps(TINY), looks(TINY)), max_size=12)


@contextmanager
def session_after(actions: Sequence[Action]) -> Iterator[Session]:
    clock = StandingClock()
    session = Session(state("tiny"), clock)
    try:
        for action in actions:
            clock.run(1)
            session.act(action)
        yield session
    finally:
        session.close()


def written(session: Session) -> str:
    """What is saved, but for the log, which no undo takes back."""
    return workshops.dump(session.scenario, replace(session.workshop, log=log_of(())))


def test_undoing_all_and_redoing_all_gives_the_same_bytes(qapp: QCoreApplication) -> None:
    with session_after(()) as untouched:
        fresh = written(untouched)

    @settings(max_examples=60)
    @given(actions=ANYTHING)
    def undone(actions: list[Action]) -> None:
        with session_after(actions) as session:
            done, steps_done = written(session), session.undo_stack.count()
            session.undo_stack.setIndex(0)
            assert written(session) == fresh
            session.undo_stack.setIndex(steps_done)
            assert written(session) == done

    undone()


def test_looking_changes_nothing_that_is_saved(qapp: QCoreApplication) -> None:
    @settings(max_examples=40)
    @given(actions=ANYTHING, seen=st.lists(looks(TINY), max_size=5))
    def looked(actions: list[Action], seen: list[Action]) -> None:
        with session_after(actions) as session:
            scenario, workshop, steps_done = (
                session.scenario,
                session.workshop,
                session.undo_stack.count(),
            )
            for action in (look(looking_back=True), *seen, look(looking_back=False)):
                session.act(action)
            assert session.scenario is scenario
            assert session.workshop is workshop
            assert session.undo_stack.count() == steps_done
            assert session.snapshot.scenario is scenario

    looked()


def test_the_room_shows_what_the_window_shows(qapp: QCoreApplication) -> None:
    @settings(max_examples=60)
    @given(actions=ANYTHING)
    def shown(actions: list[Action]) -> None:
        with session_after(actions) as session:
            assert_room_shows_what_the_window_shows(session)

    shown()


def assert_room_shows_what_the_window_shows(session: Session) -> None:
    told = session.snapshot
    kept = told.room.kept
    window = told
    if kept is not None:
        view = replace(kept, looking_back=told.view.looking_back)
        window = replace(told, view=view, shown_round=told.kept_round)
    assert room_page(public(told)) == for_room(page(window))


def test_what_the_room_keeps_stays_wherever_the_laptop_looks(qapp: QCoreApplication) -> None:
    @settings(max_examples=60)
    @given(actions=ANYTHING, kept=LOOKS, seen=st.lists(LOOKS, max_size=5))
    @example(actions=[], kept=look(page=PageName.DIFFER, round="round-1"), seen=[look(round="round-2")])
    def stays(actions: list[Action], kept: Action, seen: list[Action]) -> None:
        with session_after(()) as session:
            session.start(replace(session.state, workshop=four_tables(TINY)))
            for action in (*actions, look(looking_back=False), kept, present(is_open=True, kept=True)):
                session.act(action)
            before = session.snapshot.view.looking_back, room_page(public(session.snapshot))
            for action in seen:
                session.act(action)
                session.act(look(looking_back=before[0]))
                assert room_page(public(session.snapshot)) == before[1]

    stays()


def test_what_is_undone_and_redone_is_told_in_one_way(qapp: QCoreApplication) -> None:
    @settings(max_examples=40)
    @given(actions=ANYTHING, back=st.integers(0, 12))
    def told(actions: list[Action], back: int) -> None:
        with session_after(()) as session:
            seen = {0: last_change(session)}
            for action in actions:
                session.act(action)
                seen[session.undo_stack.index()] = last_change(session)
            last = session.undo_stack.count()
            for index in (*range(last, max(-1, last - back - 1), -1), last):
                session.undo_stack.setIndex(index)
                assert last_change(session) == seen[index]
                assert_room_shows_what_the_window_shows(session)

    told()


def last_change(session: Session) -> tuple[object, ...]:
    """What is set, and the last change that led to it, but for words that are written."""
    scenarios = (session.scenario, session.state.past)
    return tuple(item and asked_of(item) for item in scenarios)


def test_no_time_is_lost_or_won_by_undoing(qapp: QCoreApplication) -> None:
    @settings(max_examples=60)
    @given(actions=st.lists(st.one_of(steps(TINY), times()), max_size=12))
    def timed(actions: list[Action]) -> None:
        with session_after(actions) as session:
            session.write_time()
            spent = {item.id: item.spent for item in session.workshop.agenda}
            session.undo_stack.setIndex(0)
            session.undo_stack.setIndex(session.undo_stack.count())
            after = {item.id: item.spent for item in session.workshop.agenda}
            assert after == {name: spent[name] for name in after}

    timed()
