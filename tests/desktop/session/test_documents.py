"""Saving: what is open goes into its own file, and nothing is lost."""

import json
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.session.documents import Documents
from desktop.session.locks import ChangedOutside, Holder, OpenFile
from desktop.session.reading import read_file
from desktop.session.session import Session
from models.engine.evaluate import evaluate
from models.schema.action import Action, Step, Time, Timing, look
from models.schema.case import Case
from models.schema.grades import Stance
from models.schema.problem import Refused
from models.schema.scenario import baseline_scenario
from models.schema.steps.room_steps import with_new_item
from models.schema.steps.scenario_steps import set_stance
from models.schema.steps.workshop_steps import with_round
from models.schema.view import PageName
from models.store import workshops
from models.store.scenarios import load, save
from tests.desktop.session.conftest import TIES, StandingClock


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


def test_a_failed_save_keeps_the_work(session: Session, documents: Documents, tmp_path: Path) -> None:
    session.act(set_stance(TIES, Stance.FAILS))

    with pytest.raises(Refused):
        documents.save(tmp_path / "no-such-folder" / "x.scenario.json")

    assert documents.unsaved
    assert documents.file.path is None


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

    assert documents.file.path == day
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


def test_a_file_that_is_open_elsewhere_is_read_only_here(
    session: Session, documents: Documents, day: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(OpenFile, "take", lambda *_: Holder("ana", "laptop-3"))

    with qtbot.waitSignal(documents.told) as told:
        documents.take(read_file(day, documents.session.case))

    assert "ana on laptop-3" in told.args[1][0].what
    assert not documents.may_save
    with pytest.raises(Refused):
        documents.save(day)
    assert session.workshop.present


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
