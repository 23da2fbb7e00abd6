"""The fall travels wave by wave, drops what comes late, and ends at once when something else changes."""

from itertools import pairwise

import pytest
from pytestqt.qtbot import QtBot

from desktop.kit.fall import Fall
from models.schema.snapshot import Snapshot, State
from tests.states import after, case_named, snapshot, state


def fallen() -> State:
    return after(state(), A3="fails")


def taken(state: State) -> Snapshot:
    return snapshot(state, analysed=False)


class Watched:
    """A fall whose clock stands still until it is set, with the codes that it held back one time after another."""

    def __init__(self) -> None:
        self.time = 0.0
        self.held: list[set[str]] = []
        self.fall = Fall(clock=lambda: self.time)
        self.fall.held_back.connect(self._note)

    def _note(self, names: frozenset[str]) -> None:
        self.held.append({case_named().by_id[name].code for name in names})


@pytest.fixture
def watched(qapp: object) -> Watched:
    return Watched()


def test_everything_but_what_was_changed_is_held_back_at_once(watched: Watched) -> None:
    watched.fall.receive(taken(fallen()))

    assert watched.held == [{"F9", "F10", "F11", "F14", "R5", "R7", "R10", "R11"}]


def test_the_waves_follow_one_another(qtbot: QtBot) -> None:
    fall = Fall()
    held: list[frozenset[str]] = []
    fall.held_back.connect(held.append)

    with qtbot.waitSignal(fall.finished):
        fall.receive(taken(fallen()))

    assert all(later < earlier for earlier, later in pairwise(held))
    assert held[-1] == frozenset()


def test_waves_that_come_late_are_shown_together(qtbot: QtBot, watched: Watched) -> None:
    watched.fall.receive(taken(fallen()))

    watched.time = 0.7
    qtbot.waitUntil(lambda: len(watched.held) > 1)

    assert watched.held[1] == {"R7"}


def test_what_is_undone_is_back_at_once_and_plays_no_earlier_fall(watched: Watched) -> None:
    watched.fall.receive(taken(fallen()))
    watched.fall.end()
    watched.fall.receive(taken(after(fallen(), A20="fails")))
    watched.fall.end()

    watched.fall.receive(taken(fallen()))

    assert watched.held[-1] == set()
    watched.fall.play()
    assert "R5" in watched.held[-1]


def test_analyses_that_arrive_later_play_nothing_again(watched: Watched) -> None:
    watched.fall.receive(taken(fallen()))
    watched.fall.end()

    watched.fall.receive(snapshot(fallen()))

    assert watched.held[-1] == set()


def test_a_new_change_ends_the_old_one(watched: Watched) -> None:
    watched.fall.receive(taken(fallen()))

    watched.fall.receive(taken(after(fallen(), A1="fails")))

    assert watched.held[-1] == {"F2", "R1", "R2", "R7"}


def test_a_change_that_turns_nothing_holds_nothing_back(watched: Watched) -> None:
    watched.fall.receive(taken(after(state(), A8="uncertain")))
    watched.fall.end()

    assert watched.held[-1] == set()


def test_the_fall_can_be_played_again(watched: Watched) -> None:
    watched.fall.receive(taken(fallen()))
    watched.fall.end()

    watched.fall.play()

    assert watched.held[-1] == watched.held[0]


def test_with_reduced_motion_all_turns_in_one_go(qtbot: QtBot, watched: Watched) -> None:
    watched.fall.reduced = True
    watched.fall.receive(taken(fallen()))

    watched.time = 0.2
    with qtbot.waitSignal(watched.fall.finished):
        pass

    assert len(watched.held) == 2
