"""Garbage is collected in the window's thread alone, whichever thread made it."""

import gc
import sys
from collections.abc import Iterator
from pathlib import Path
from threading import Thread, current_thread, main_thread
from weakref import finalize

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from desktop.base import collector
from desktop.session.keeping import Keeping
from models.schema.scenario import baseline_scenario
from models.store import recovery
from models.store.cases import load_embedded

MANY = 20_000
"""Far more than starts a collection."""


class Loop:
    """Garbage that only the collector finds, and the thread in which it was found."""

    def __init__(self, found_in: list[Thread]) -> None:
        self.itself = self
        finalize(self, lambda: found_in.append(current_thread()))


@pytest.fixture(autouse=True)
def collecting(collected: None, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(collector, "PERIOD", 10)
    gc.enable()
    window = QObject()
    collector.start(window)
    yield
    gc.disable()


def _litter(found_in: list[Thread]) -> None:
    Loop(found_in)
    for _ in range(MANY):
        loop: list[object] = []
        loop.append(loop)


def test_what_a_thread_leaves_is_collected_by_the_window(qtbot: QtBot) -> None:
    found_in: list[Thread] = []
    thread = Thread(target=_litter, args=(found_in,))
    thread.start()
    thread.join()

    left = list(found_in)
    qtbot.waitUntil(lambda: bool(found_in))

    assert not left
    assert found_in == [main_thread()]


def test_keeping_what_is_unsaved_collects_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    found_in: list[Thread] = []
    monkeypatch.setattr(recovery, "keep", lambda *_: _litter(found_in))
    keeping = Keeping(tmp_path)

    keeping.keep(baseline_scenario(load_embedded()), None, None, None)
    keeping.finish()
    left = list(found_in)
    qtbot.waitUntil(lambda: bool(found_in))

    assert not left
    assert found_in == [main_thread()]
    keeping.close()


def test_little_garbage_is_left_for_later() -> None:
    gc.collect()
    before = sum(kind["collections"] for kind in gc.get_stats())

    collector.collect()

    assert sum(kind["collections"] for kind in gc.get_stats()) == before


def test_what_comes_with_a_library_is_laid_aside_and_not_gone_through(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = gc.get_freeze_count()

    for place in range(collector.LIBRARY):
        monkeypatch.setitem(sys.modules, f"library_{place}", sys)
    held = [[place] for place in range(MANY)]
    qtbot.waitUntil(lambda: gc.get_freeze_count() > before + len(held))

    assert len(held) == MANY


def test_a_module_by_itself_is_not_worth_laying_anything_aside(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, found_in = gc.get_freeze_count(), list[Thread]()

    monkeypatch.setitem(sys.modules, "module", sys)
    _litter(found_in)
    qtbot.waitUntil(lambda: bool(found_in))

    assert gc.get_freeze_count() == before
