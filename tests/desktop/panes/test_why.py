"""The why gives way to toggles that follow each other, and always catches up."""

from collections.abc import Callable
from itertools import cycle

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from desktop.panes.why import Why
from models.analyses.snapshots import take
from models.engine.evaluate import being_worked_out
from models.pages.why.page import why_page
from models.schema.page import Page
from models.schema.snapshot import Snapshot
from tests.states import after, snapshot, state

WITHOUT_PAUSE = 50
"""Milliseconds between two toggles: less than the why waits for what follows."""


@pytest.fixture
def shown(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> tuple[Why, list[Page]]:
    """A why that is seen, and the pages that it has shown."""
    why, pages = Why(), list[Page]()
    qtbot.addWidget(why)
    monkeypatch.setattr(why.view, "receive", pages.append)
    why.show()
    return why, pages


def explained(**stances: str) -> Snapshot:
    """What follows from stances, before the analyses are there, with an assumption picked."""
    return snapshot(after(state(picked="russia-ties"), **stances), analysed=False)


def toggling(why: Why, snapshots: Callable[[], Snapshot]) -> QTimer:
    timer = QTimer(why, interval=WITHOUT_PAUSE)
    timer.timeout.connect(lambda: why.receive(snapshots()))
    timer.start()
    return timer


def test_toggles_without_a_pause_hold_the_why_up_for_a_while_only(
    qtbot: QtBot, shown: tuple[Why, list[Page]]
) -> None:
    why, pages = shown
    turned = cycle((explained(A3="fails"), explained(A3="uncertain"), explained()))

    timer = toggling(why, lambda: next(turned))

    qtbot.waitUntil(lambda: len(pages) > 1)
    assert timer.isActive()


def test_after_toggles_without_a_pause_the_why_is_that_of_the_last(
    qtbot: QtBot, shown: tuple[Why, list[Page]]
) -> None:
    why, pages = shown
    last = explained(A3="uncertain")

    for turned in (explained(A3="fails"), explained(), explained(A3="fails"), last):
        why.receive(turned)

    qtbot.waitUntil(lambda: why_page(last) in pages)
    assert pages[-1] == why_page(last) != why_page(explained())


def test_another_case_that_is_being_worked_out_is_not_explained_as_the_one_before(
    shown: tuple[Why, list[Page]],
) -> None:
    why, pages = shown
    why.receive(explained())
    other = take(state("tiny", picked="build"), None, being_worked_out)

    why.receive(other)

    assert pages[-1] == why_page(other)
