"""A scenario or a workshop on an author's own case brings that case along, where it stands in the same folder."""

from pathlib import Path

import pytest

from desktop.session.documents import Documents
from desktop.session.reading import read_file
from desktop.session.session import Session
from models.schema.problem import Refused
from models.schema.scenario import baseline_scenario
from models.schema.snapshot import fresh_state
from models.store import workshops
from models.store.cases import case_path, read_case
from tests.desktop.session.conftest import StandingClock

OWN = case_path("tiny").read_text(encoding="utf-8").replace("id: bridge", "id: own", 1)


@pytest.fixture
def workshop(tmp_path: Path) -> Path:
    """A workshop on a case that stands beside it."""
    (tmp_path / "own.yaml").write_text(OWN, encoding="utf-8")
    path = tmp_path / "own.workshop.json"
    case = read_case(tmp_path / "own.yaml").case
    workshops.save(path, baseline_scenario(case), fresh_state(case).workshop)
    return path


def test_a_workshop_brings_the_case_that_stands_in_its_folder(
    session: Session, clock: StandingClock, workshop: Path
) -> None:
    documents = Documents(session, workshop.parent / "recovery", clock)

    documents.take(read_file(workshop, session.case))

    assert (session.case.id, documents.case_path) == ("own", workshop.with_name("own.yaml"))
    assert documents.file.path == workshop
    documents.close()


def test_the_open_case_is_taken_before_one_in_the_folder(workshop: Path) -> None:
    here = read_case(workshop.with_name("own.yaml")).case

    read = read_file(workshop, here)

    assert read.state.case is here
    assert read.case_path is None


def test_a_case_that_stands_twice_in_the_folder_is_for_the_user_to_choose(
    session: Session, workshop: Path
) -> None:
    workshop.with_name("other.yaml").write_text(OWN, encoding="utf-8")

    with pytest.raises(Refused, match="which is not open"):
        read_file(workshop, session.case)
