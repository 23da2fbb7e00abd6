"""The session: one signal a change, undo of what is saved, and a log that writes itself."""

from collections.abc import Callable
from datetime import datetime
from functools import partial

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.session.session import Session
from models.schema.action import Change, Command, Step, look, present
from models.schema.grades import Reading
from models.schema.snapshot import Snapshot, State
from models.schema.steps.group_steps import with_group
from models.schema.steps.room_steps import state_named
from models.schema.steps.scenario_steps import field_set, rate, read_as, reset, set_stance, write_note
from models.schema.steps.workshop_steps import with_round, without_group
from models.schema.view import PageName
from models.schema.workshop import Origin, Workshop
from tests.desktop.session.conftest import FALLS, TIES
from tests.large_workshop import large_workshop
from tests.states import state
from tests.workshops import four_tables


def analysed(session: Session) -> bool:
    return session.snapshot.analyses is not None


def compared(session: Session) -> bool:
    standing = session.snapshot.standing
    return standing is not None and standing.disagreements is not None


def test_a_toggle_is_told_with_its_line_in_the_log_and_what_it_explains(
    session: Session, told: list[Snapshot]
) -> None:
    session.act(set_stance(TIES, FALLS))

    first = told[0]
    assert first.scenario.stance_of[TIES] is FALLS
    assert [entry.what for entry in first.workshop.log] == ["A3: Russia ties deepen → fails"]
    assert first.workshop.log[0].who == "Facilitator"
    assert first.view.picked == TIES
    assert first.past is not None and first.past.stance_of[TIES] is not FALLS
    assert len(told) == 1 if told[0].analyses else len(told) <= 2


def test_the_answers_of_a_toggle_are_of_that_scenario(qtbot: QtBot, session: Session) -> None:
    before = session.snapshot.analyses
    session.act(set_stance(TIES, FALLS))
    qtbot.waitUntil(partial(analysed, session))

    assert session.snapshot.analyses != before


def test_a_toggle_waits_for_no_analyses_where_the_page_tells_none(session: Session) -> None:
    session.act(look(page=PageName.DIFFER))

    session.act(set_stance(TIES, FALLS))

    assert session.snapshot.analyses is None


def test_what_changes_nothing_is_no_step_and_tells_nobody(session: Session, told: list[Snapshot]) -> None:
    session.act(reset())
    session.act(look(focus=False))

    assert not told
    assert not session.undo_stack.count()


def test_writing_on_is_one_step_and_writing_back_is_none(session: Session) -> None:
    for text in ("W", "Wh", "Why"):
        session.act(write_note(TIES).filled(text))
    assert session.undo_stack.count() == 1
    assert not session.workshop.log

    session.act(write_note(TIES).filled(""))
    assert not session.undo_stack.count()


def test_words_leave_it_told_what_the_last_change_did(session: Session) -> None:
    session.act(set_stance(TIES, FALLS))
    past = session.state.past
    session.act(write_note(TIES).filled("Who says so?"))
    session.act(rate(TIES, 0.5))

    assert session.state.past is past
    assert session.snapshot.before is not None


def test_words_and_looks_ask_nothing_anew(qtbot: QtBot, session: Session) -> None:
    session.act(set_stance(TIES, FALLS))
    qtbot.waitUntil(partial(analysed, session))
    known = session.snapshot

    session.act(look(focus=True))
    session.act(write_note(TIES).filled("Who says so?"))
    session.act(present(is_open=True))

    now = session.snapshot
    assert now.evaluation is known.evaluation
    assert now.analyses is known.analyses
    assert now.before is known.before


def test_a_look_is_no_step_and_what_does_not_exist_is_not_looked_at(session: Session) -> None:
    first = session.state.view.picked
    session.act(look(page="nowhere", picked="nobody", model=3, colour="blue"))
    assert session.snapshot.view.page is PageName.HOLDS
    assert session.state.view.picked == first == session.case.recommendations[0].id

    session.act(look(page="watch", picked=TIES))
    assert session.state.view.page is PageName.WATCH
    assert session.state.view.picked == TIES
    assert not session.undo_stack.count()


def test_a_command_is_the_windows(qtbot: QtBot, session: Session, told: list[Snapshot]) -> None:
    with qtbot.waitSignal(session.commanded) as heard:
        session.act(Command("print"))

    assert heard.args == [Command("print")]
    assert not told


def test_a_step_is_told_once_with_its_line_in_the_log(
    opened: Callable[[State], Session], qtbot: QtBot
) -> None:
    session = opened(state(workshop=four_tables(state().case)))
    told: list[Snapshot] = []
    session.changed.connect(told.append)

    session.act(Step(without_group, ("round-2", "table-1")))

    assert [entry.what for entry in told[0].workshop.log] == ["Remove Table 1"]
    assert session.undo_stack.undoText() == "Remove Table 1"
    assert told[0].standing is not None and "table-1" not in told[0].standing.of
    session.undo_stack.undo()
    assert "table-1" in {group.id for group in session.workshop.present}
    qtbot.waitUntil(partial(compared, session))


def test_undo_leaves_alone_what_came_in_since(session: Session) -> None:
    session.act(Step(with_round))
    arrived = with_group(session.workshop, "Table 9", session.scenario, Origin.FOLDER)
    session.adopt(lambda now: (now.scenario, arrived, now.past, now.asked, False), (), False)
    session.undo_stack.undo()

    assert [group.name for group in session.workshop.groups] == ["Table 9"]


def test_a_dated_step_is_given_the_moment(session: Session) -> None:
    session.act(Step(_staged, ("Before lunch",), dated=True))

    assert session.workshop.stages[0].at == session.state.clock.now


def test_what_is_wished_while_everybody_is_told_is_done_right_after(qtbot: QtBot, session: Session) -> None:
    def hand_over(snapshot: Snapshot) -> None:
        if not snapshot.scenario.title:
            session.act(Change(field_set, ("title", "Typed just now")))

    last: list[Snapshot] = []
    session.act(set_stance(TIES, FALLS))
    session.changed.connect(hand_over)
    session.changed.connect(last.append)
    session.undo_stack.undo()
    qtbot.waitUntil(lambda: bool(session.scenario.title))

    assert last[-1] is session.snapshot
    assert session.scenario.stance_of[TIES] is not FALLS
    session.undo_stack.undo()
    assert not session.scenario.title


def test_what_was_being_typed_does_not_follow_into_another_file(qtbot: QtBot, session: Session) -> None:
    typed = write_note(TIES).filled("Said by the second table")
    once = Qt.ConnectionType.SingleShotConnection  # answers that come later are told too
    session.changed.connect(lambda _: session.act(typed), once)
    with qtbot.waitSignal(session.changed):
        session.start(state("tiny"))
    qtbot.wait(10)  # nothing may follow, so there is nothing to wait for

    assert not session.scenario.notes
    assert not session.undo_stack.count()


def test_looking_back_is_a_way_of_looking(opened: Callable[[State], Session]) -> None:
    session = opened(state(workshop=four_tables(state().case)))
    session.act(set_stance(TIES, FALLS))
    scenario, workshop = session.scenario, session.workshop
    now = session.snapshot

    session.act(look(looking_back=True))
    assert session.snapshot.scenario is session.state.past
    assert session.snapshot.past is scenario
    assert (session.scenario, session.workshop) == (scenario, workshop)

    session.act(look(looking_back=False))
    assert session.snapshot.scenario is scenario
    assert session.snapshot.evaluation is now.evaluation
    assert session.undo_stack.count() == 1


def test_groups_rounds_and_ballots_survive_looking_back_and_a_change(session: Session) -> None:
    session.act(set_stance(TIES, FALLS))
    session.act(Step(with_group, ("Table 1", session.scenario, Origin.WINDOW)))
    session.act(Step(with_round))
    session.act(look(looking_back=True))
    session.act(look(looking_back=False))
    session.act(look(looking_back=True))
    session.act(read_as(Reading.EVERY_ARGUMENT))

    assert len(session.workshop.rounds) == 2
    assert [group.name for group in session.workshop.groups] == ["Table 1"]
    assert session.scenario.stance_of[TIES] is FALLS
    assert not session.state.view.looking_back


def test_without_a_change_there_is_nothing_to_look_back_at(session: Session) -> None:
    session.act(look(looking_back=True))
    session.act(Step(with_round))
    session.act(look(looking_back=True))

    assert not session.state.view.looking_back
    assert len(session.workshop.rounds) == 2


def test_many_groups_are_compared_in_the_background_and_stay_known(
    qtbot: QtBot, session: Session, opened: Callable[[State], Session]
) -> None:
    session = opened(state(workshop=large_workshop(session.case)))
    qtbot.waitUntil(partial(compared, session))
    standing = session.snapshot.standing
    assert standing is not None

    session.act(set_stance(TIES, FALLS))
    session.act(Step(_staged, ("Before lunch",), dated=True))

    now = session.snapshot.standing
    assert now is not None and now.disagreements is standing.disagreements


def test_opening_something_else_cannot_be_undone(session: Session) -> None:
    session.act(set_stance(TIES, FALLS))
    session.act(look(looking_back=True))
    session.start(state("tiny", picked=TIES))

    assert not session.undo_stack.count()
    assert session.snapshot.case.id == "bridge"
    assert session.state.view.picked == session.case.recommendations[0].id
    assert not session.state.view.looking_back


def test_the_room_keeps_a_view_and_forgets_all_when_it_is_closed(session: Session) -> None:
    session.act(present(is_open=True, spotlight=True, part=2))
    session.act(present(kept=True))
    session.act(look(page="differ"))
    assert session.state.room.kept is not None
    assert session.state.room.kept.page is PageName.HOLDS
    assert session.state.room.part == 2

    session.act(present(kept=False))
    assert session.state.room.part == 0
    session.act(present(is_open=False))
    assert not session.state.room.spotlight


def _staged(workshop: Workshop, moment: datetime, name: str) -> Workshop:
    return state_named(workshop, moment, state().scenario, name)
