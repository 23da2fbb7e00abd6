"""Names of undo steps, and what differs from the baseline."""

from dataclasses import replace
from typing import Any

import pytest

from models.language.changes import change_name, differences
from models.schema.case import Case
from models.schema.grades import Reading, Stance
from models.schema.scenario import (
    Scenario,
    baseline_scenario,
    with_credence,
    with_note,
    with_rationale,
    with_set_aside,
    with_stances,
)

F = Stance.FAILS


def stanced(essay: Case, **codes: Stance) -> Scenario:
    stances = {essay.by_code[code].id: stance for code, stance in codes.items()}
    return with_stances(baseline_scenario(essay), stances)


def name_of(essay: Case, after: Scenario) -> str:
    return change_name(essay, baseline_scenario(essay), after)


def test_a_stance_is_named_by_code_and_name(essay: Case) -> None:
    assert name_of(essay, stanced(essay, A3=F)) == "A3: Russia ties deepen → fails"
    assert name_of(essay, stanced(essay, A1=F, A2=F, A3=F)) == (
        "A1: Arsenal is kept, A2: UN Council is deadlocked and A3: Russia ties deepen → fails"
    )
    assert name_of(essay, stanced(essay, A1=F, A12=Stance.HOLDS)) == "Change 2 assumptions"


def test_a_return_to_the_baseline_is_a_reset(essay: Case) -> None:
    after = baseline_scenario(essay)

    assert (
        change_name(essay, stanced(essay, A1=F, A2=F, A3=F), after) == "Reset 3 assumptions to the baseline"
    )
    assert change_name(essay, replace(stanced(essay, A1=F), added=True), after) == (
        "Reset everything to the baseline"
    )


def test_an_argument_is_rejected_and_counted_again_by_name(essay: Case) -> None:
    before = baseline_scenario(essay)
    after = with_set_aside(essay, before, "second-patron", True)

    assert change_name(essay, before, after) == "Reject an argument for “Windfall: looser Beijing grip”"
    assert change_name(essay, after, before) == "Count an argument for “Windfall: looser Beijing grip” again"


def test_switches_are_named_by_what_they_do(essay: Case) -> None:
    before = baseline_scenario(essay)

    assert name_of(essay, replace(before, reading=Reading.EVERY_ARGUMENT)) == "Every argument must hold"
    assert name_of(essay, replace(before, added=True)) == "Count objections"
    assert change_name(essay, replace(before, added=True), before) == "Leave objections out"


def test_texts_are_named_by_what_they_are_about(essay: Case) -> None:
    before = baseline_scenario(essay)

    assert (
        name_of(essay, with_note(essay, before, "draw-from-moscow", "x"))
        == "Edit note on “Draw Pyongyang away from Moscow” (R5)"
    )
    assert (
        name_of(essay, with_note(essay, before, "off-table", "x"))
        == "Edit note on an argument for “Disarmament is off the table”"
    )
    assert (
        name_of(essay, with_rationale(essay, before, "russia-ties", "x"))
        == "Edit reason for “Russia ties deepen” (A3)"
    )
    assert (
        name_of(essay, with_credence(essay, before, "russia-ties", 0.7))
        == "Change rating of “Russia ties deepen” (A3)"
    )
    assert name_of(essay, replace(before, title="T")) == "Edit title"


def test_several_kinds_of_change_are_counted(essay: Case) -> None:
    after = replace(stanced(essay, A3=F), added=True, title="T")

    assert name_of(essay, after) == "A3: Russia ties deepen → fails and 2 more changes"


def test_no_change_has_no_name(essay: Case) -> None:
    assert name_of(essay, baseline_scenario(essay)) == ""


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({}, ()),
        ({"added": True}, ("Objections that the essay does not raise are counted.",)),
        (
            {"reading": Reading.EVERY_ARGUMENT},
            ("Every argument must hold: a recommendation holds only if every one of its arguments holds.",),
        ),
        (
            {"set_aside": ("off-table",)},
            (
                "An argument for “Disarmament is off the table” is rejected: For as long as Pyongyang is set on "
                "keeping the arsenal, no negotiation can deliver disarmament.",
            ),
        ),
    ],
)
def test_differences_are_sentences(essay: Case, changes: dict[str, Any], told: tuple[str, ...]) -> None:
    assert differences(essay, replace(baseline_scenario(essay), **changes)) == told


def test_a_changed_stance_is_told_against_that_of_the_essay(essay: Case) -> None:
    told = differences(essay, stanced(essay, A2=F, A12=Stance.HOLDS))

    assert told == (
        "“UN Council is deadlocked” (A2) is taken to fail (essay: holds).",
        "“DPRK arms reach Russia” (A12) is taken to hold (essay: is uncertain).",
    )


def test_what_an_analyst_added_is_not_laid_to_the_source(essay: Case) -> None:
    granted = with_stances(baseline_scenario(essay), {"spreads-example": Stance.HOLDS})

    (told,) = differences(essay, granted)

    assert told == "“An example spreads” (X1) is taken to hold (at first, by an analyst: fails)."
