"""What the change log says, and how undo steps of a workshop are called."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from models.language.workshop.deeds import in_words
from models.language.workshop.workshop_changes import logged, workshop_change
from models.schema.case import Case
from models.schema.grades import Stance
from models.schema.scenario import baseline_scenario, with_rationale, with_stances
from models.schema.steps.group_steps import Coming, Intake, second_files, second_taken, with_group
from models.schema.steps.room_steps import (
    dropped,
    prediction_asked,
    prediction_locked,
    prediction_revealed,
    state_named,
    with_hands,
    without_stage,
)
from models.schema.steps.signpost_steps import added, noted, removed
from models.schema.steps.workshop_steps import (
    balloted,
    renamed_group,
    round_revealed,
    with_round,
    without_group,
)
from models.schema.workshop import (
    Action,
    ActionKind,
    AgendaItem,
    Ballot,
    Count,
    Hands,
    Origin,
    Round,
    Signpost,
    StepNote,
    WatchState,
    Workshop,
)
from tests.models.conftest import Take
from tests.workshops import MOMENT, four_tables

Step = Callable[[Workshop], Workshop]
ITEMS = (AgendaItem(id="open", title="Opening", minutes=5), AgendaItem(id="vote", title="Vote", minutes=10))


def workshop_change_name(before: Workshop, after: Workshop, case: Case) -> str:
    return in_words(case, workshop_change(before, after, case))


def named(case: Case, before: Workshop, step: Step) -> str:
    return workshop_change_name(before, step(before), case)


def fresh(case: Case) -> Workshop:
    return Workshop(case=baseline_scenario(case).case)


def signpost(case: Case, workshop: Workshop, **changes: Any) -> Workshop:
    item = case.assumptions[2]
    return noted(
        workshop, MOMENT, Signpost(assumption=item.id, text=item.observations[0].text), changes, own=False
    )


def tallied(case: Case, workshop: Workshop, fails: int) -> Workshop:
    ballot = Ballot(heads=9, counts=(Count(id=case.assumptions[0].id, fails=fails),))
    return with_group(workshop, "Table 4", balloted(case, ballot), Origin.TALLY, ballot=ballot)


def test_what_a_change_moved_is_told_by_what_became_of_it(essay: Case, take: Take) -> None:
    entry = logged(essay, take(essay).scenario, take(essay, {"A1": "fails"}).scenario)

    assert entry.what == "A1: Arsenal is kept → fails"
    assert entry.moved == (
        "“Accept the DPRK will not disarm” and “Limit the arsenal” are no longer needed; "
        "“Prepare re-engagement and dialogue” holds on fewer arguments"
    )


def test_a_change_that_moves_nothing_says_so(essay: Case, take: Take) -> None:
    moved = logged(essay, take(essay).scenario, take(essay, {"A8": "fails"}).scenario).moved

    assert moved == "No verdict moved"


def test_no_change_has_no_words(essay: Case, take: Take) -> None:
    assert not any(logged(essay, take(essay).scenario, take(essay).scenario))


def test_a_reason_written_together_with_its_stance_is_taken_over(essay: Case, take: Take) -> None:
    before, third = take(essay).scenario, essay.assumptions[2].id
    after = with_rationale(essay, with_stances(before, {third: Stance.FAILS}), third, "They fell out.")

    assert logged(essay, before, after).why == "They fell out."


@pytest.mark.parametrize(
    ("step", "name"),
    [
        (lambda w: with_round(w), "Start round 3"),
        (lambda w: with_round(w, "The last one"), "Start the round “The last one”"),
        (lambda w: replace(w, round="round-1"), "Turn to round 1"),
        (lambda w: round_revealed(w, "round-2", False), "Hide the answers of round 2 again"),
        (
            lambda w: replace(w, rounds=(w.rounds[0], Round(id="round-2", name="Final", revealed=True))),
            "Rename round 2 to Final",
        ),
        (lambda w: renamed_group(w, "table-2", "Ministry"), "Rename Table 2 to Ministry"),
        (lambda w: without_group(w, w.round, "table-1"), "Remove Table 1"),
        (lambda w: replace(w, groups=()), "Remove Table 1, Table 2 and 2 more"),
        (lambda w: prediction_asked(w, MOMENT, ""), "Ask the room for a prediction"),
        (lambda w: replace(w, agenda=ITEMS), "Set up the agenda"),
        (lambda w: replace(w, agenda=ITEMS[:1]), "Add “Opening” to the agenda"),
        (lambda w: replace(w, step_notes=(StepNote(id="a", text="b"),)), "Edit a note on the walk-through"),
        (lambda w: w, ""),
        (lambda w: replace(w, modified=MOMENT), ""),
    ],
)
def test_steps_with_rounds_groups_and_the_day(essay: Case, step: Step, name: str) -> None:
    assert named(essay, four_tables(essay), step) == name


def test_a_group_comes_in_and_comes_again(essay: Case) -> None:
    scenario = baseline_scenario(essay)
    before = with_group(fresh(essay), "Table 2", scenario, Origin.FILE)

    assert named(essay, fresh(essay), lambda _: before) == "Add Table 2"
    assert (
        named(essay, before, lambda w: with_group(w, "Table 2", replace(scenario, added=True), Origin.FILE))
        == "Table 2 came in again"
    )


def test_a_tally_that_is_typed_in_is_named(essay: Case) -> None:
    before = tallied(essay, fresh(essay), 1)

    assert named(essay, before, lambda w: tallied(essay, w, 2)) == "Type in the tally of Table 4"


def test_a_prediction_is_named_at_every_step(essay: Case) -> None:
    asking = prediction_asked(fresh(essay), MOMENT, "What holds?")
    hands = Hands(id=essay.recommendations[2].id, holds=3)
    counted = with_hands(asking, hands)
    locked_up = prediction_locked(counted, MOMENT, baseline_scenario(essay))

    names = [
        workshop_change_name(asking, counted, essay),
        workshop_change_name(counted, locked_up, essay),
        workshop_change_name(locked_up, prediction_revealed(locked_up, MOMENT), essay),
        workshop_change_name(asking, dropped(asking), essay),
    ]

    assert names == [
        "Count hands for “Calm the tension around drills” (R3)",
        "Lock the prediction",
        "Reveal what became of it",
        "Drop a prediction",
    ]


def test_stages_are_named_by_their_names(essay: Case) -> None:
    before = state_named(fresh(essay), MOMENT, baseline_scenario(essay), "Before lunch")

    assert workshop_change_name(fresh(essay), before, essay) == "Name this state “Before lunch”"
    assert (
        named(essay, before, lambda w: without_stage(w, "before-lunch")) == "Remove the state “Before lunch”"
    )


def test_time_spent_needs_no_line_but_the_next_step_of_the_agenda_does(essay: Case) -> None:
    before = replace(fresh(essay), agenda=ITEMS)
    spent = (replace(ITEMS[0], spent=9), ITEMS[1])

    assert named(essay, before, lambda w: replace(w, agenda=spent)) == ""
    assert named(essay, before, lambda w: replace(w, agenda_at="vote")) == "Turn to “Vote” on the agenda"
    assert named(essay, before, lambda w: replace(w, agenda=ITEMS[::-1])) == "Put the agenda in another order"


@pytest.mark.parametrize(
    ("changes", "name"),
    [
        ({"state": WatchState.TRIPPED}, "Mark a signpost of “Russia ties deepen” (A3) as seen"),
        ({"state": WatchState.SOME_SIGNS}, "Note some signs of a signpost of “Russia ties deepen” (A3)"),
        ({"owner": "Asia desk"}, "Say who watches a signpost of “Russia ties deepen” (A3)"),
        ({"on": date(2027, 3, 1)}, "Date a signpost of “Russia ties deepen” (A3)"),
        ({"source": "Radio"}, "Say where a signpost of “Russia ties deepen” (A3) was seen"),
    ],
)
def test_what_is_noted_of_a_signpost_is_named(essay: Case, changes: dict[str, Any], name: str) -> None:
    assert named(essay, fresh(essay), lambda w: signpost(essay, w, **changes)) == name


def test_a_signpost_that_is_not_seen_after_all_is_named_as_such(essay: Case) -> None:
    before = signpost(essay, fresh(essay), state=WatchState.TRIPPED)

    assert (
        named(essay, before, lambda w: signpost(essay, w, state=WatchState.NOT_SEEN))
        == "Mark a signpost of “Russia ties deepen” (A3) as not checked yet"
    )


def test_the_rooms_own_signposts_and_ideas_come_and_go_by_name(essay: Case) -> None:
    own = Signpost(assumption=essay.assumptions[2].id, text="A choir tours")
    idea = Action(assumption=own.assumption, kind=ActionKind.HEDGING, text="Hire a choir")
    with_both = added(added(fresh(essay), MOMENT, own), MOMENT, idea)

    assert (
        named(essay, fresh(essay), lambda w: added(w, MOMENT, own))
        == "Add a signpost to “Russia ties deepen” (A3)"
    )
    assert (
        named(essay, fresh(essay), lambda w: added(w, MOMENT, idea))
        == "Add a hedging idea to “Russia ties deepen” (A3)"
    )
    assert (
        named(essay, with_both, lambda w: removed(w, MOMENT, own))
        == "Remove a signpost of “Russia ties deepen” (A3)"
    )
    assert (
        named(essay, with_both, lambda w: noted(w, MOMENT, idea, {"owner": "Treasury"}, own=True))
        == "Say who takes on a hedging idea of “Russia ties deepen” (A3)"
    )


def test_several_changes_at_once_are_counted(essay: Case) -> None:
    assert workshop_change_name(fresh(essay), four_tables(essay), essay) == "Start round 2 and 2 more changes"


def test_a_second_file_that_replaces_the_first_is_named_as_such(essay: Case) -> None:
    intake = Intake(fresh(essay))
    for file in ("a", "b"):
        coming = Coming(name="Table 2", scenario=baseline_scenario(essay), origin=Origin.FILE, file=file)
        intake.take_file(coming)

    def replaces(workshop: Workshop) -> Workshop:
        return second_taken(workshop, second_files(workshop)[0][1].key)

    assert named(essay, intake.workshop, replaces) == "Let the second file of Table 2 replace the first"
