"""The log that writes itself: lines of what was done, undone and said."""

from desktop.session.session import STEPS, Session
from models.pages.programme.agenda import ninety_minutes
from models.schema.action import Step
from models.schema.grades import Stance
from models.schema.steps.room_steps import with_agenda
from models.schema.steps.scenario_steps import set_stance
from models.schema.steps.workshop_steps import name_said_by, with_round, write_why
from tests.desktop.session.conftest import FALLS, TIES


def test_undo_and_redo_have_names_and_are_logged(session: Session) -> None:
    session.act(set_stance(TIES, FALLS))
    assert session.undo_stack.undoText() == "A3: Russia ties deepen → fails"

    session.undo_stack.undo()
    assert session.scenario.stance_of[TIES] is not FALLS
    session.undo_stack.redo()

    assert session.scenario.stance_of[TIES] is FALLS
    assert [entry.undone for entry in session.workshop.log] == [False]


def test_what_is_undone_is_marked_in_the_log_and_adds_no_line(session: Session) -> None:
    session.act(set_stance(TIES, FALLS))
    session.act(Step(with_round))
    for _ in range(2):
        session.undo_stack.undo()

    assert [(entry.what, entry.undone) for entry in session.workshop.log] == [
        ("A3: Russia ties deepen → fails", True),
        ("Start round 2", True),
    ]


def test_a_page_that_is_turned_and_the_agenda_are_aside_in_the_log(session: Session) -> None:
    session.act(Step(with_agenda, (ninety_minutes(),)))
    session.act(Step(with_round))

    assert [entry.aside for entry in session.workshop.log] == [True, False]


def test_a_long_day_keeps_its_whole_log_and_its_last_steps_for_undo(session: Session) -> None:
    for number in range(STEPS + 2):
        session.act(set_stance(TIES, Stance.UNCERTAIN if number % 2 else FALLS))
    assert session.undo_stack.count() == STEPS
    assert len(session.workshop.log) == STEPS + 2

    while session.undo_stack.canUndo():
        session.undo_stack.undo()
    assert session.scenario.stance_of[TIES] is Stance.UNCERTAIN


def test_a_reason_in_the_log_is_no_matter_of_undo(session: Session) -> None:
    session.act(set_stance(TIES, FALLS))
    session.act(write_why("entry-1").filled(" They fell out. "))
    assert session.undo_stack.count() == 1

    session.undo_stack.undo()
    assert session.workshop.log[0].why == "They fell out."


def test_who_says_a_reason_holds_for_that_reason_and_acts_are_the_facilitators(session: Session) -> None:
    session.act(set_stance(TIES, FALLS))
    session.act(write_why("entry-1").filled("They fell out."))
    session.act(name_said_by("entry-1").filled(" Ana "))
    session.act(set_stance("council-deadlock", FALLS))

    told = [(entry.who, entry.why, entry.said_by) for entry in session.workshop.log]
    assert told == [("Facilitator", "They fell out.", "Ana"), ("Facilitator", "", "")]
