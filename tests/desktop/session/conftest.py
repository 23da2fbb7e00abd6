"""A session for each test, with a clock that stands until the test moves it, and files to open in it."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication

from desktop.session.documents import Documents
from desktop.session.session import Session
from models.schema.case import Case
from models.schema.grades import Stance
from models.schema.scenario import baseline_scenario, with_stances
from models.schema.snapshot import Snapshot, State
from models.store import workshops
from models.store.scenarios import save
from tests.states import case_named, state
from tests.workshops import MOMENT, four_tables

TIES, FALLS = "russia-ties", Stance.FAILS


def stance(session: Session, identifier: str = TIES) -> Stance:
    return session.scenario.stance_of[identifier]


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


@pytest.fixture
def told(session: Session) -> list[Snapshot]:
    """All that the session has told since the test began."""
    heard: list[Snapshot] = []
    session.changed.connect(heard.append)
    return heard


@pytest.fixture
def essay() -> Case:
    return case_named()


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    return tmp_path / "recovery"


@pytest.fixture
def documents(session: Session, clock: StandingClock, kept: Path) -> Iterator[Documents]:
    documents = Documents(session, kept, clock)
    yield documents
    documents.close()


@pytest.fixture
def russia_fails(tmp_path: Path, essay: Case) -> Path:
    """A scenario file in which A3 fails."""
    path = tmp_path / "russia.scenario.json"
    save(path, with_stances(baseline_scenario(essay), {TIES: Stance.FAILS}))
    return path


@pytest.fixture
def day(tmp_path: Path, essay: Case) -> Path:
    """A workshop's file with four tables in two rounds."""
    path = tmp_path / "day.workshop.json"
    workshops.save(path, baseline_scenario(essay), four_tables(essay))
    return path
