"""Opening: a file is shown whole with what is to be said of it, and a bad one changes nothing."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.session.documents import Documents
from desktop.session.reading import read_file
from desktop.session.session import Session
from models.engine.evaluate import evaluate
from models.schema.action import look, present
from models.schema.case import Case
from models.schema.grades import Stance
from models.schema.problem import Refused
from models.schema.scenario import baseline_scenario
from models.schema.snapshot import State
from models.schema.steps.scenario_steps import set_stance
from models.schema.view import PageName
from models.store.scenarios import as_saved, save
from tests.desktop.session.conftest import TIES, StandingClock, stance
from tests.models.store.examples import spoiled
from tests.states import state


def test_an_opened_scenario_is_shown_and_saved_already(
    session: Session, documents: Documents, russia_fails: Path
) -> None:
    session.act(look(page=PageName.WATCH, round="round-1"))
    documents.take(read_file(russia_fails, documents.session.case))

    assert stance(session) is Stance.FAILS
    assert documents.file.name == "russia.scenario.json"
    assert not documents.unsaved
    assert session.state.past is None
    assert session.state.view.page is PageName.WATCH
    assert not session.state.view.round


def test_the_room_stays_open_and_keeps_nothing_of_another_file(
    session: Session, documents: Documents, russia_fails: Path
) -> None:
    session.act(present(is_open=True, kept=True))
    documents.take(read_file(russia_fails, documents.session.case))

    assert session.state.room.is_open
    assert session.state.room.kept is None


def test_a_broken_file_is_refused_and_what_is_open_stays(
    session: Session, documents: Documents, tmp_path: Path, russia_fails: Path
) -> None:
    documents.take(read_file(russia_fails, documents.session.case))
    broken = tmp_path / "broken.scenario.json"
    broken.write_text('{"format": "whatholds-scenario", "sche')

    with pytest.raises(Refused):
        documents.take(read_file(broken, documents.session.case))

    assert documents.file.path == russia_fails
    assert stance(session) is Stance.FAILS


def test_an_older_case_says_which_verdicts_changed(
    documents: Documents, tmp_path: Path, essay: Case, qtbot: QtBot
) -> None:
    scenario = baseline_scenario(essay)
    path = tmp_path / "old.scenario.json"
    save(path, as_saved(scenario, evaluate(essay, scenario), datetime(2026, 1, 1, tzinfo=UTC)))
    old = json.loads(path.read_text())
    old["case"]["version"], old["case"]["hash"] = "0.9", "0" * 16
    old["verdicts"]["draw-from-moscow"] = "not-needed"
    path.write_text(json.dumps(old))

    with qtbot.waitSignal(documents.told) as told:
        documents.take(read_file(path, documents.session.case))

    assert any("R5" in problem.what or "0.9" in problem.what for problem in told.args[1])


def test_a_case_whose_own_tests_fail_says_so_when_it_is_opened(
    documents: Documents, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "case.yaml"
    path.write_text(spoiled(("R1: not-workable", "R1: holds")), encoding="utf-8")

    with qtbot.waitSignal(documents.told) as told:
        documents.take(read_file(path, documents.session.case))

    assert [problem.what for problem in told.args[1]] == [
        "Test 1 expects “holds” of R1, but it is “not-workable”."
    ]


def test_a_new_case_is_opened_at_its_baseline(session: Session, documents: Documents) -> None:
    path = Path(__file__).parents[3] / "resources" / "cases" / "tiny" / "case.yaml"
    session.act(set_stance(TIES, Stance.FAILS))

    documents.take(read_file(path, documents.session.case))

    assert session.case.id == "bridge"
    assert documents.case_path == path
    assert not documents.unsaved
    assert session.state.view.picked in session.case.by_id


def test_new_starts_afresh(session: Session, documents: Documents, day: Path) -> None:
    documents.take(read_file(day, documents.session.case))
    documents.new()

    assert session.workshop.is_empty
    assert documents.file.path is None
    assert not session.undo_stack.count()


def test_a_file_for_a_case_that_is_not_open_says_so(
    opened: Callable[[State], Session], clock: StandingClock, tmp_path: Path
) -> None:
    other = state("tiny")
    path = tmp_path / "elsewhere.scenario.json"
    save(
        path,
        replace(other.scenario, case=replace(other.scenario.case, id="gone")),
    )
    session = opened(state())
    documents = Documents(session, tmp_path / "recovery", clock)

    with pytest.raises(Refused) as refused:
        documents.take(read_file(path, documents.session.case))

    assert "gone" in refused.value.problems[0].what
    documents.close()
