"""Opening, saving and recovering: bad files change nothing, and nothing is lost."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.session.documents import Documents
from desktop.session.locks import ChangedOutside, FileLock, Holder
from desktop.session.reading import read_file
from desktop.session.session import Session
from models.engine.evaluate import evaluate
from models.schema.action import Action, Step, Time, Timing, look, present
from models.schema.case import Case
from models.schema.grades import Stance
from models.schema.problem import Refused
from models.schema.scenario import baseline_scenario
from models.schema.state import State
from models.schema.steps.room_steps import with_new_item
from models.schema.steps.scenario_steps import set_stance
from models.schema.steps.workshop_steps import with_round
from models.schema.view import PageName
from models.store import workshops
from models.store.scenarios import as_saved, load, save
from tests.desktop.session.conftest import TIES, StandingClock, stance
from tests.models.store.examples import spoiled
from tests.states import state


def test_an_opened_scenario_is_shown_and_saved_already(
    session: Session, documents: Documents, russia_fails: Path
) -> None:
    session.act(look(page=PageName.WATCH, round="round-1"))
    documents.take(read_file(russia_fails, documents.session.case))

    assert stance(session) is Stance.FAILS
    assert documents.name == "russia.scenario.json"
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


def test_saving_writes_the_file_and_clears_the_mark(
    session: Session, documents: Documents, tmp_path: Path
) -> None:
    target = tmp_path / "mine.scenario.json"
    session.act(set_stance(TIES, Stance.FAILS))
    assert documents.unsaved

    documents.save(target)

    assert not documents.unsaved
    assert json.loads(target.read_text())["stances"][TIES] == "fails"
    session.undo_stack.undo()
    assert documents.unsaved


def test_no_field_is_looked_for_where_the_work_is_unsaved_anyway(
    session: Session, documents: Documents, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked: list[None] = []

    def typed() -> tuple[Action, ...]:
        looked.append(None)
        return ()

    monkeypatch.setattr(documents, "typed", typed)

    session.act(set_stance(TIES, Stance.FAILS))

    assert documents.unsaved
    assert not looked


def test_what_is_looked_at_is_no_matter_of_saving(
    session: Session, documents: Documents, tmp_path: Path, qtbot: QtBot
) -> None:
    session.act(set_stance(TIES, Stance.FAILS))
    documents.save(tmp_path / "mine.scenario.json")

    with qtbot.assertNotEmitted(documents.moved):
        session.act(look(page=PageName.DIFFER))

    assert not documents.unsaved


def test_the_present_is_saved_while_somebody_looks_back(
    session: Session, documents: Documents, tmp_path: Path
) -> None:
    target = tmp_path / "mine.scenario.json"
    session.act(set_stance(TIES, Stance.FAILS))
    session.act(look(looking_back=True))

    documents.save(target)

    written = load(target, session.case).scenario
    assert written.stance_of[TIES] is Stance.FAILS
    assert {seen.id: seen.verdict for seen in written.verdicts} == {
        item.id: item.verdict for item in evaluate(session.case, session.scenario).recommendations
    }


def test_saving_twice_gives_the_same_bytes_but_for_the_date(
    session: Session, documents: Documents, russia_fails: Path
) -> None:
    documents.take(read_file(russia_fails, documents.session.case))
    documents.save(russia_fails)
    first = json.loads(russia_fails.read_text())
    session.act(set_stance(TIES, Stance.HOLDS))
    session.undo_stack.undo()

    documents.save(russia_fails)

    second = json.loads(russia_fails.read_text())
    assert {**first, "modified": None} == {**second, "modified": None}


def test_a_broken_file_is_refused_and_what_is_open_stays(
    session: Session, documents: Documents, tmp_path: Path, russia_fails: Path
) -> None:
    documents.take(read_file(russia_fails, documents.session.case))
    broken = tmp_path / "broken.scenario.json"
    broken.write_text('{"format": "whatholds-scenario", "sche')

    with pytest.raises(Refused):
        documents.take(read_file(broken, documents.session.case))

    assert documents.path == russia_fails
    assert stance(session) is Stance.FAILS


def test_a_failed_save_keeps_the_work(session: Session, documents: Documents, tmp_path: Path) -> None:
    session.act(set_stance(TIES, Stance.FAILS))

    with pytest.raises(Refused):
        documents.save(tmp_path / "no-such-folder" / "x.scenario.json")

    assert documents.unsaved
    assert documents.path is None


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


def test_a_workshop_is_opened_whole_and_saved_whole(
    session: Session, documents: Documents, day: Path, essay: Case
) -> None:
    documents.take(read_file(day, documents.session.case))
    assert [group.name for group in session.workshop.present] == ["Table 1", "Table 2", "Table 3", "Table 4"]
    session.act(Step(with_round))
    assert documents.unsaved

    documents.save(day)

    assert not documents.unsaved
    assert len(workshops.load(day, essay).workshop.rounds) == 3


def test_under_a_scenarios_name_only_the_scenario_is_written(
    session: Session, documents: Documents, day: Path, tmp_path: Path
) -> None:
    documents.take(read_file(day, documents.session.case))
    session.act(Step(with_round))
    assert documents.may_save

    documents.save(tmp_path / "plain.scenario.json")

    assert documents.path == day
    assert documents.unsaved


def test_a_workshop_cannot_go_into_a_scenarios_file(
    session: Session, documents: Documents, russia_fails: Path
) -> None:
    documents.take(read_file(russia_fails, documents.session.case))
    assert documents.may_save

    session.act(Step(with_round))

    assert not documents.may_save


def test_a_timer_that_runs_makes_no_file_unsaved_and_is_saved_with_it(
    session: Session, documents: Documents, day: Path, clock: StandingClock, essay: Case
) -> None:
    documents.take(read_file(day, documents.session.case))
    session.act(Step(with_new_item, ("Vote", 10)))
    session.act(Time(Timing.START))
    documents.save(day)
    clock.run(90)
    session.act(look(focus=True))
    assert not documents.unsaved

    documents.save(day)

    assert workshops.load(day, essay).workshop.agenda[0].spent == 90
    assert not documents.unsaved


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
    assert documents.path is None
    assert not session.undo_stack.count()


def test_a_file_that_is_open_elsewhere_is_read_only_here(
    session: Session, documents: Documents, day: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(FileLock, "take", lambda *_: Holder("ana", "laptop-3"))

    with qtbot.waitSignal(documents.told) as told:
        documents.take(read_file(day, documents.session.case))

    assert "ana on laptop-3" in told.args[1][0].what
    assert not documents.may_save
    with pytest.raises(Refused):
        documents.save(day)
    assert session.workshop.present


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


def test_what_another_program_wrote_is_not_saved_over_unasked(
    documents: Documents, session: Session, russia_fails: Path, essay: Case
) -> None:
    documents.take(read_file(russia_fails, documents.session.case))
    session.act(set_stance("council-deadlock", Stance.FAILS))
    save(russia_fails, baseline_scenario(essay))
    theirs = russia_fails.read_bytes()

    with pytest.raises(ChangedOutside, match="Another program has changed"):
        documents.save(russia_fails)

    assert russia_fails.read_bytes() == theirs
    assert documents.unsaved
    documents.save(russia_fails, over=True)
    assert not documents.unsaved
    documents.save(russia_fails)
