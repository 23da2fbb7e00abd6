"""Slow questions, answered apart from the window and never at its cost."""

import time
from collections.abc import Iterator
from threading import Event

import pytest
import shiboken6
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.base.tasks import Tasks
from models.schema.analysis import Tick


@pytest.fixture
def tasks() -> Iterator[Tasks]:
    tasks = Tasks()
    yield tasks
    tasks.close()


def test_an_answer_is_begun_once_the_window_is_through_however_long_that_takes(
    qtbot: QtBot, tasks: Tasks
) -> None:
    begun: list[str] = []

    def question(_: Tick) -> str:
        begun.append("now")
        return "answer"

    with qtbot.waitSignal(tasks.answered) as told:
        tasks.ask(question)
        time.sleep(0.1)  # what the window does after it has asked
        assert begun == []

    assert told.args == ["answer"]


def test_what_is_withdrawn_before_it_was_begun_is_never_begun(qtbot: QtBot, tasks: Tasks) -> None:
    asked: list[str] = []
    tasks.ask(lambda _: asked.append("first"))
    tasks.withdraw()

    with qtbot.waitSignal(tasks.answered):
        tasks.ask(lambda _: asked.append("second"))

    assert asked == ["second"]


def test_an_answer_that_nobody_waits_for_any_more_is_dropped_in_silence(
    qapp: QApplication, caplog: pytest.LogCaptureFixture
) -> None:
    tasks, begun, go_on = Tasks(), Event(), Event()

    def question(_: Tick) -> None:
        begun.set()
        go_on.wait(60)

    tasks.ask(question)
    while not begun.is_set():
        qapp.processEvents()
    pool = tasks._pool
    shiboken6.delete(tasks)
    go_on.set()
    pool.shutdown(wait=True)

    assert caplog.records == []
