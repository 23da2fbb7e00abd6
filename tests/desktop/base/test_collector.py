"""Nothing is collected while a question is answered in the background, and all is again when it has been."""

import gc
from collections.abc import Iterator
from threading import Event

import pytest
from pytestqt.qtbot import QtBot

from desktop.base import collector
from desktop.base.tasks import Tasks
from models.schema.analysis import Tick


@pytest.fixture(autouse=True)
def collecting() -> Iterator[None]:
    before = gc.isenabled()
    gc.enable()
    yield
    (gc.enable if before else gc.disable)()


def _collected(_: Tick) -> tuple[bool, int]:
    """Whether a thread that makes garbage, far more than starts a collection, may collect it, and how often it did."""
    before = sum(kind["collections"] for kind in gc.get_stats())
    for _number in range(20_000):
        loop: list[object] = []
        loop.append(loop)
    return gc.isenabled(), sum(kind["collections"] for kind in gc.get_stats()) - before


def test_a_thread_that_makes_garbage_collects_none_of_it(qtbot: QtBot) -> None:
    tasks = Tasks()

    with qtbot.waitSignal(tasks.answered) as told:
        tasks.ask(_collected)

    assert told.args == [(False, 0)]
    assert gc.isenabled()
    tasks.close()


def test_an_answer_that_is_withdrawn_is_waited_for_before_anything_is_collected(qtbot: QtBot) -> None:
    tasks, begun, go_on = Tasks(), Event(), Event()

    def stubborn(_: Tick) -> None:
        begun.set()
        go_on.wait()

    tasks.ask(stubborn)
    begun.wait()
    tasks.withdraw()
    held = not gc.isenabled()
    go_on.set()
    qtbot.waitUntil(gc.isenabled)

    assert held
    tasks.close()


def test_what_was_not_collecting_before_does_not_begin_to(qtbot: QtBot) -> None:
    gc.disable()
    collector.hold()

    collector.let_go()

    assert not gc.isenabled()


def test_a_thread_that_is_closed_leaves_the_collector_as_it_was() -> None:
    tasks = Tasks()
    tasks.ask(_collected)

    tasks.close()

    assert gc.isenabled()
