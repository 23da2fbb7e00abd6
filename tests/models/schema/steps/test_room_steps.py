"""The steps of the walk-through and the agenda: each gives a new workshop and loses nothing else."""

import pytest

from models.schema.case import Case
from models.schema.scenario import baseline_scenario
from models.schema.steps.room_steps import (
    noted,
    rewritten,
    shifted,
    timed,
    with_agenda,
    with_new_item,
    without_item,
)
from models.schema.workshop import AgendaItem, Workshop

ITEMS = tuple(AgendaItem(id=name, title=name.title(), minutes=10) for name in ("welcome", "groups", "close"))


@pytest.fixture
def workshop(tiny: Case) -> Workshop:
    return with_agenda(Workshop(case=baseline_scenario(tiny).case), ITEMS)


def ids(workshop: Workshop) -> list[str]:
    return [item.id for item in workshop.agenda]


def test_a_note_is_kept_replaced_and_taken_away(workshop: Workshop) -> None:
    first = noted(workshop, "affordable", " Ask the treasurer ")
    second = noted(first, "affordable", "Ask the council")

    assert [note.text for note in first.step_notes] == ["Ask the treasurer"]
    assert [note.text for note in second.step_notes] == ["Ask the council"]
    assert noted(second, "affordable", " ").step_notes == ()


def test_a_note_is_never_longer_than_a_file_may_hold(workshop: Workshop) -> None:
    kept = noted(workshop, "affordable", "a" * 30_000)

    assert len(kept.step_notes[0].text) == 20_000


def test_another_agenda_begins_anew(workshop: Workshop) -> None:
    running = timed(workshop, {"groups": 90}, "groups")

    assert with_agenda(running, ITEMS).agenda_at is None


def test_a_new_item_has_an_id_of_its_own(workshop: Workshop) -> None:
    twice = with_new_item(with_new_item(workshop, "New step", 10), "New step", 5)

    assert ids(twice)[-2:] == ["new-step", "new-step-2"]


def test_removing_the_present_item_leaves_none_present(workshop: Workshop) -> None:
    removed = without_item(timed(workshop, {}, "groups"), "groups")

    assert (ids(removed), removed.agenda_at) == (["welcome", "close"], None)


def test_an_item_moves_up_and_down_and_stops_at_the_ends(workshop: Workshop) -> None:
    assert ids(shifted(workshop, "close", -1)) == ["welcome", "close", "groups"]
    assert ids(shifted(workshop, "welcome", -1)) == ids(workshop)
    assert shifted(workshop, "nobody", 1) == workshop


def test_rewriting_changes_one_item_only(workshop: Workshop) -> None:
    changed = rewritten(workshop, "groups", title="Tables", minutes=20)

    assert [(item.title, item.minutes) for item in changed.agenda] == [
        ("Welcome", 10),
        ("Tables", 20),
        ("Close", 10),
    ]
    assert rewritten(workshop, "nobody", minutes=5) == workshop


def test_time_is_written_down_with_the_present_item(workshop: Workshop) -> None:
    after = timed(workshop, {"welcome": 612}, "groups")

    assert ([item.spent for item in after.agenda], after.agenda_at) == ([612, 0, 0], "groups")


def test_time_of_what_is_no_longer_there_is_dropped(workshop: Workshop) -> None:
    assert timed(workshop, {"nobody": 5}, "nobody") == workshop


def test_time_stays_within_what_a_file_may_hold(workshop: Workshop) -> None:
    after = timed(workshop, {"welcome": 5_000_000, "groups": -3}, None)

    assert [item.spent for item in after.agenda] == [1_000_000, 0, 0]
