"""The title of the minutes: what was decided, in which round and by when."""

from dataclasses import replace
from datetime import timedelta

from models.pages.watch.decided import decided_title
from models.schema.grades import Stance, Verdict
from models.schema.steps.room_steps import prediction_asked
from models.schema.steps.signpost_steps import decided, sentence_decided
from models.schema.workshop import Group, Workshop
from tests.states import after, case_named, snapshot, state
from tests.workshops import MOMENT, four_tables

LATER = MOMENT + timedelta(minutes=40)


def _title(workshop: Workshop, **stances: str) -> str:
    return decided_title(snapshot(after(state(workshop=workshop), **stances), analysed=False))


def test_where_nothing_is_decided_it_says_how_far_the_room_is_from_the_essay() -> None:
    fresh = state().workshop

    assert _title(fresh) == "Nothing is decided yet; the room takes every assumption as the essay does"
    assert _title(fresh, A3="fails", A20="uncertain") == (
        "Nothing is decided yet; the room takes 2 assumptions otherwise than the essay"
    )


def test_it_says_what_was_decided_in_which_round_and_by_when() -> None:
    workshop = decided(four_tables(case_named()), LATER, "limit-arsenal", None, Verdict.HOLDS)
    workshop = decided(workshop, LATER, case_named().by_code["A20"].id, Stance.FAILS, None)

    assert _title(workshop) == (
        "Decided in round 2, by 10:10: “Limit the arsenal” still holds and “Korea is Europe’s business” fails"
    )


def test_what_was_decided_before_a_later_round_came_in_is_told_of_its_own() -> None:
    def came(group: Group) -> Group:
        return replace(group, arrived=MOMENT if group.round == "round-1" else LATER)

    voted = four_tables(case_named())
    workshop = replace(voted, groups=tuple(map(came, voted.groups)))
    early = sentence_decided(workshop, MOMENT + timedelta(minutes=5), "We vote once more.")

    assert _title(early) == "Decided in round 1, by 09:35: “We vote once more”"
    assert _title(sentence_decided(early, LATER, "We meet in May.")).startswith(
        "Decided in round 1 and round 2, by"
    )


def test_without_groups_no_round_is_named_and_over_several_days_the_day_is() -> None:
    workshop = sentence_decided(state().workshop, MOMENT, "We meet again in May.")
    later = sentence_decided(workshop, MOMENT + timedelta(days=1), "In Berlin.")

    assert _title(workshop) == "Decided by 09:30: “We meet again in May”"
    assert _title(later).startswith("Decided by 24 Nov, 09:30: ")


def test_what_has_no_room_in_a_title_is_counted_and_never_cut() -> None:
    workshop = state().workshop
    for place in range(3):
        workshop = sentence_decided(workshop, MOMENT, f"{place} {'word ' * 15}")

    assert _title(workshop).endswith(" and 2 more")
    assert _title(sentence_decided(state().workshop, MOMENT, "word " * 50)) == "Decided by 09:30: 1 decision"


def test_while_verdicts_are_hidden_no_verdict_that_was_decided_is_told() -> None:
    workshop = decided(state().workshop, MOMENT, "limit-arsenal", None, Verdict.HOLDS)

    assert _title(prediction_asked(workshop, MOMENT, "And now?")) == "Decided by 09:30: “Limit the arsenal”"
