"""The workshop beside the scenario: told once for each change, and never answered twice for the same groups."""

from collections.abc import Iterator
from functools import partial

import pytest
from pytestqt.qtbot import QtBot

from desktop.scenario_session import Session
from desktop.workshop import WorkshopSession
from models.schema.case import Case, Stance
from models.schema.standing import Standing
from models.schema.workshop import reworked
from models.schema.workshop_steps import with_round, without_group
from models.store.cases import load_embedded
from tests.large_workshop import large_workshop
from tests.workshops import MOMENT, four_tables


@pytest.fixture
def essay() -> Case:
    return load_embedded()


@pytest.fixture
def session(essay: Case) -> Iterator[Session]:
    session = Session(essay)
    yield session
    session.close()


@pytest.fixture
def workshop(session: Session) -> Iterator[WorkshopSession]:
    workshop = WorkshopSession(session, lambda: MOMENT)
    yield workshop
    workshop.close()


def answered(workshop: WorkshopSession) -> bool:
    return workshop.standing.disagreements is not None


def test_a_toggle_is_in_the_log_before_anybody_is_told_and_told_only_once(
    qtbot: QtBot, session: Session, workshop: WorkshopSession
) -> None:
    logs: list[int] = []
    session.changed.connect(lambda _: logs.append(len(workshop.workshop.log)))

    with qtbot.assertNotEmitted(workshop.changed):
        session.set_stance("russia-ties", Stance.FAILS)

    assert logs[0] == 1


def test_a_step_is_told_once_with_its_line_in_the_log(
    essay: Case, workshop: WorkshopSession, session: Session
) -> None:
    workshop.start(four_tables(essay))
    told: list[Standing] = []
    workshop.changed.connect(told.append)

    workshop.step(lambda before, _: without_group(before, before.round, "table-1"))

    assert [len(standing.workshop.log) for standing in told][:1] == [1]
    assert len({standing.workshop.log for standing in told}) == 1


def test_what_the_groups_differ_on_stays_known_while_they_stay_the_same(
    qtbot: QtBot, essay: Case, session: Session, workshop: WorkshopSession
) -> None:
    workshop.start(large_workshop(essay))
    qtbot.waitUntil(partial(answered, workshop))
    known = workshop.standing.disagreements

    session.set_stance("russia-ties", Stance.FAILS)
    workshop.step(lambda before, _: reworked(before, agenda=()))

    assert workshop.standing.disagreements is known


def test_an_answer_that_comes_late_leaves_what_happened_since(
    qtbot: QtBot, essay: Case, session: Session, workshop: WorkshopSession
) -> None:
    workshop.start(large_workshop(essay))

    workshop.step(lambda before, _: reworked(before, agenda=()))
    qtbot.waitUntil(partial(answered, workshop))

    assert workshop.workshop.agenda == ()
    assert workshop.standing.disagreements is not None


def test_another_case_never_meets_the_workshop_of_the_one_before(
    essay: Case, session: Session, workshop: WorkshopSession
) -> None:
    workshop.start(four_tables(essay))
    seen: list[bool] = []
    session.changed.connect(lambda found: seen.append(workshop.standing.case is found.case))
    tiny = Session(load_embedded("tiny"))

    session.start(tiny.case, tiny.scenario)

    tiny.close()
    assert all(seen)


def test_a_new_round_asks_anew(essay: Case, session: Session, workshop: WorkshopSession) -> None:
    workshop.start(four_tables(essay))

    workshop.step(lambda before, _: with_round(before))

    assert workshop.standing.groups == ()
    assert answered(workshop)
