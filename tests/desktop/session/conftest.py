"""A session for each test, with a clock that stands until the test moves it."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import QCoreApplication

from desktop.session.session import Session
from models.schema.state import State
from tests.states import state
from tests.workshops import MOMENT


class StandingClock:
    """Tells a time that only the test moves on."""

    def __init__(self) -> None:
        self.moment = MOMENT

    def __call__(self) -> datetime:
        return self.moment

    def run(self, seconds: float) -> None:
        self.moment += timedelta(seconds=seconds)


@pytest.fixture
def clock() -> StandingClock:
    return StandingClock()


@pytest.fixture
def opened(qapp: QCoreApplication, clock: StandingClock) -> Iterator[Callable[[State], Session]]:
    """Opens sessions that are closed again after the test."""
    del qapp
    sessions: list[Session] = []

    def open_one(wanted: State) -> Session:
        sessions.append(Session(wanted, clock))
        return sessions[-1]

    yield open_one
    for session in sessions:
        session.close()


@pytest.fixture
def session(opened: Callable[[State], Session]) -> Session:
    return opened(state())
