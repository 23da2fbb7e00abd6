"""What is too tangled for a moment is worked out in the background, and said to be so until it is there."""

from collections.abc import Iterator
from datetime import UTC, datetime
from functools import partial
from itertools import count

import pytest
from pytestqt.qtbot import QtBot

from desktop.session.session import Session
from models.engine import explain
from models.engine.evaluate import baseline_evaluation, evaluate
from models.pages.page import page
from models.pages.why.page import why_page
from models.schema.action import look
from models.schema.grades import Stance
from models.schema.page import Cards
from models.schema.scenario import baseline_scenario, with_stances
from models.schema.snapshot import Snapshot, fresh_state
from models.schema.steps.scenario_steps import set_stance
from models.schema.view import PageName
from tests.models.analyses.drawn_scopes import with_version
from tests.models.analyses.generated_cases import TANGLED, generated_case

VERSIONS = count()
MOMENT = datetime(2026, 1, 1, tzinfo=UTC)


@pytest.fixture
def tangled(qtbot: QtBot) -> Iterator[Session]:
    case = with_version(
        generated_case(0, 24, TANGLED), f"ahead.{next(VERSIONS)}"
    )  # nobody has evaluated it yet
    scenario = with_stances(
        baseline_scenario(case), dict.fromkeys((item.id for item in case.assumptions), Stance.UNCERTAIN)
    )
    session = Session(fresh_state(case, scenario), lambda: MOMENT)
    session.act(look(picked="r0"))
    qtbot.waitUntil(partial(_is_ready, session))
    yield session
    session.close()


def _is_ready(session: Session) -> bool:
    return not session.snapshot.evaluation.pending and session.snapshot.view == session.state.view


def test_a_toggle_is_shown_at_once_and_what_follows_when_it_is_worked_out(
    qtbot: QtBot, tangled: Session
) -> None:
    told: list[Snapshot] = []
    tangled.changed.connect(told.append)

    tangled.act(set_stance("a3", Stance.FAILS))
    at_once = tangled.snapshot
    qtbot.waitUntil(partial(_is_ready, tangled))

    assert at_once.evaluation.pending and at_once.scenario.stance_of["a3"] is Stance.FAILS
    assert tangled.snapshot.evaluation == evaluate(tangled.case, tangled.scenario)
    assert told[0] is at_once


def test_what_was_worked_out_is_described_without_another_walk(
    tangled: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr(explain, "run_completions")
    monkeypatch.delattr(explain, "run_turns")

    assert page(tangled.snapshot).blocks
    assert why_page(tangled.snapshot).blocks


def test_while_it_is_worked_out_cards_keep_their_places_and_tell_no_verdict(tangled: Session) -> None:
    tangled.act(set_stance("a3", Stance.FAILS))

    shown = page(tangled.snapshot)

    board = shown.blocks[0]
    assert shown.title == "What follows is being worked out"
    assert isinstance(board, Cards)
    assert {card.sign.word for card in board.cards} == {"Being worked out"}
    assert len(board.cards) == len(tangled.case.recommendations)


def test_every_other_page_says_that_it_is_worked_out(tangled: Session) -> None:
    tangled.act(set_stance("a3", Stance.FAILS))
    tangled.act(look(page=PageName.DEPENDS))

    assert page(tangled.snapshot).title == "What follows is being worked out"
    assert "What follows is being worked out." in [line.text for line in why_page(tangled.snapshot).lead]


def test_another_view_of_it_is_shown_when_it_is_described(qtbot: QtBot, tangled: Session) -> None:
    before = tangled.snapshot

    tangled.act(look(picked="a5"))
    meanwhile = tangled.snapshot
    qtbot.waitUntil(partial(_is_ready, tangled))

    assert meanwhile is before
    assert tangled.snapshot.view.picked == "a5"


def test_paper_and_files_wait_for_what_follows(tangled: Session) -> None:
    tangled.act(set_stance("a3", Stance.FAILS))

    written = tangled.worked_out

    assert tangled.snapshot.evaluation.pending
    assert written.evaluation == evaluate(tangled.case, tangled.scenario)
    assert written.baseline == baseline_evaluation(tangled.case)


def test_the_log_says_nothing_of_verdicts_that_are_not_there_yet(tangled: Session) -> None:
    tangled.act(set_stance("a3", Stance.FAILS))

    assert tangled.workshop.log[-1].moved == ""
