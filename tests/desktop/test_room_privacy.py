"""Nothing that is the facilitator's own can be read, pointed at or heard in the room, wherever it was written."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from desktop.dashboards import WORKSHOP_TABS
from desktop.room_window import RoomPage
from models.analyses.bundle import analyse
from models.analyses.standing import take_standing, with_disagreements
from models.engine.snapshot import take_snapshot
from models.schema.case import Case
from models.store.cases import load_embedded
from tests.desktop.rooms import DASHBOARDS, Room
from tests.whispers import PLACES, WHISPER, whispered_scenario, whispered_workshop

WORKSHOP = tuple(RoomPage(tab.name, tab.title, tab.make) for tab in WORKSHOP_TABS)
PAGES = (*DASHBOARDS, *WORKSHOP)
NAMES = [*(page.name for page in PAGES), "room:spotlight", "room:curtain", "room:blank"]


@pytest.fixture(scope="module")
def essay() -> Case:
    return load_embedded("dprk-lessons")


@pytest.fixture
def room(qtbot: QtBot) -> Iterator[Room]:
    room = Room(qtbot, pages=PAGES)
    yield room
    room.close()


def test_no_whisper_reaches_the_room(room: Room, essay: Case) -> None:
    @settings(max_examples=25)
    @given(places=st.sets(st.sampled_from(PLACES), min_size=1), name=st.sampled_from(NAMES))
    @example(places=set(PLACES), name="groups")
    @example(places=set(PLACES), name="minutes")
    @example(places=set(PLACES), name="walk-through")
    def listening(places: set[str], name: str) -> None:
        show_all(room, essay, places, name)

        assert WHISPER not in room.words()

    listening()


def test_what_is_looked_for_would_be_found(room: Room, essay: Case) -> None:
    show_all(room, essay, set(), "groups")

    assert "Table 3" in room.words()
    assert essay.by_code["R5"].title in room.words()


def show_all(room: Room, case: Case, places: set[str], name: str) -> None:
    """What the facilitator sees, whispers and all, is handed to the room."""
    scenario = whispered_scenario(case, places)
    bare = take_snapshot(case, scenario)
    standing = with_disagreements(take_standing(case, whispered_workshop(case, places)))
    room.window.receive(replace(bare, analyses=analyse(case, scenario)))
    room.window.receive_standing(standing)
    room.window.show_page(name)
