"""What is kept of signposts and actions: only what somebody touched."""

from datetime import date

import pytest

from models.schema.case import Case
from models.schema.scenario import baseline_scenario
from models.schema.steps.signpost_steps import added, noted, removed, reworded
from models.schema.steps.workshop_steps import rebased
from models.schema.workshop import Action, ActionKind, Signpost, WatchState, Workshop
from models.store.cases import load_embedded
from tests.workshops import MOMENT

SEEN = {"state": WatchState.TRIPPED}
BUDGET = Signpost(assumption="funds-voted", text="The budget is tabled")


@pytest.fixture
def tiny() -> Case:
    return load_embedded("tiny")


@pytest.fixture
def workshop(tiny: Case) -> Workshop:
    return Workshop(case=baseline_scenario(tiny).case)


def test_a_signpost_that_is_seen_is_kept_with_the_day(workshop: Workshop) -> None:
    after = noted(workshop, MOMENT, BUDGET, SEEN, own=False)

    assert after.signposts == (
        Signpost(assumption="funds-voted", text=BUDGET.text, state=WatchState.TRIPPED, on=MOMENT.date()),
    )


def test_a_signpost_that_goes_on_from_some_signs_keeps_its_first_day(workshop: Workshop) -> None:
    first = noted(
        workshop, MOMENT, BUDGET, {"state": WatchState.SOME_SIGNS, "on": date(2026, 1, 2)}, own=False
    )

    after = noted(first, MOMENT, BUDGET, SEEN, own=False)

    assert after.signposts[0].on == date(2026, 1, 2)


def test_what_is_not_seen_after_all_is_forgotten(workshop: Workshop) -> None:
    seen = noted(workshop, MOMENT, BUDGET, SEEN, own=False)

    assert noted(seen, MOMENT, BUDGET, {"state": WatchState.NOT_SEEN}, own=False) == workshop


def test_an_owner_is_kept_when_nothing_is_seen_any_more(workshop: Workshop) -> None:
    owned = noted(workshop, MOMENT, BUDGET, {**SEEN, "owner": "Treasury"}, own=False)

    after = noted(owned, MOMENT, BUDGET, {"state": WatchState.NOT_SEEN}, own=False)

    assert after.signposts == (Signpost(assumption="funds-voted", text=BUDGET.text, owner="Treasury"),)


def test_the_rooms_own_is_kept_though_nothing_is_known_of_it(workshop: Workshop) -> None:
    own = Action(assumption="dry-banks", kind=ActionKind.HEDGING, text="Buy boats")

    assert added(workshop, MOMENT, own).actions == (own,)


def test_what_is_there_already_is_not_added_again(workshop: Workshop) -> None:
    seen = noted(workshop, MOMENT, BUDGET, SEEN, own=False)

    assert added(seen, MOMENT, BUDGET) == seen


def test_a_text_of_the_rooms_own_changes_with_all_that_is_known_of_it(workshop: Workshop) -> None:
    own = Signpost(assumption="dry-banks", text="Geese land")
    watched = noted(workshop, MOMENT, own, {"owner": "Warden"}, own=True)

    after = reworded(watched, MOMENT, own, "Swans land")

    assert after.signposts == (Signpost(assumption="dry-banks", text="Swans land", owner="Warden"),)


def test_a_text_that_another_one_has_is_not_taken(workshop: Workshop) -> None:
    geese, swans = (Signpost(assumption="dry-banks", text=f"{birds} land") for birds in ("Geese", "Swans"))
    both = added(added(workshop, MOMENT, geese), MOMENT, swans)

    assert reworded(both, MOMENT, geese, swans.text) == both


def test_what_was_removed_comes_back_by_undoing_it(workshop: Workshop) -> None:
    seen = noted(workshop, MOMENT, BUDGET, SEEN, own=False)
    without = removed(seen, MOMENT, BUDGET)

    assert without == workshop
    assert rebased(without, without, seen) == seen
