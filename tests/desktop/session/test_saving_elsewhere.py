"""What is saved elsewhere, or could not be: the open file stays ours, and no lock stays beside another."""

import errno
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.session.documents import Documents
from desktop.session.locks import lock_path
from desktop.session.reading import read_file
from desktop.session.session import Session
from models.schema.grades import Stance
from models.schema.problem import Refused
from models.schema.scenario import baseline_scenario
from models.schema.steps.scenario_steps import set_stance
from models.store import workshops
from tests.desktop.session.conftest import StandingClock
from tests.states import case_named
from tests.workshops import four_tables


@pytest.fixture
def day(tmp_path: Path) -> Path:
    path = tmp_path / "day.workshop.json"
    workshops.save(path, baseline_scenario(case_named()), four_tables(case_named()))
    return path


@pytest.fixture
def documents(session: Session, clock: StandingClock, tmp_path: Path, day: Path) -> Iterator[Documents]:
    """The workshop's file is open, and something is changed."""
    documents = Documents(session, tmp_path / "recovery", clock)
    documents.take(read_file(day, session.case))
    session.act(set_stance("russia-ties", Stance.FAILS))
    yield documents
    documents.close()


def _locks(folder: Path) -> list[Path]:
    return sorted(folder.glob(".*.lock"))


@pytest.mark.parametrize("name", ["other.workshop.json", "other.scenario.json"])
def test_a_save_under_another_name_that_fails_leaves_the_lock_where_it_was(
    documents: Documents, day: Path, tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as there:
        there.setattr(os, "fsync", full)
        with pytest.raises(Refused, match="cannot be written"):
            documents.save(tmp_path / name)

    assert _locks(tmp_path) == [lock_path(day)]


def test_the_scenario_of_a_workshop_that_is_saved_by_itself_leaves_the_lock_on_the_workshop(
    documents: Documents, day: Path, tmp_path: Path
) -> None:
    documents.save(tmp_path / "room.scenario.json")

    assert documents.file.path == day
    assert _locks(tmp_path) == [lock_path(day)]


def test_a_save_under_another_name_takes_the_lock_along(documents: Documents, tmp_path: Path) -> None:
    other = tmp_path / "other.workshop.json"

    documents.save(other)

    assert _locks(tmp_path) == [lock_path(other)]
