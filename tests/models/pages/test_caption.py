"""What the room is told of the last change: all that was changed, so that nothing is put down to a part of it."""

from dataclasses import replace
from typing import Any

import pytest

from models.pages.caption import caption, heard
from models.schema.grades import Reading
from models.schema.snapshot import State
from tests.states import after, snapshot, state


def told(changed: State) -> str:
    return caption(snapshot(changed, analysed=False))[0].text


def counting_otherwise(changed: State, **counting: Any) -> State:
    return replace(changed, past=state().scenario, scenario=replace(changed.scenario, **counting))


@pytest.mark.parametrize(
    ("stances", "counting", "text"),
    [
        (
            {"A3": "fails"},
            {"reading": Reading.EVERY_ARGUMENT},
            "If Russia ties do not deepen and every argument must hold:",
        ),
        (
            {"A1": "fails", "A2": "fails", "A3": "fails"},
            {"added": True},
            "If Pyongyang would give up its arsenal and two more assumptions change, and objections are counted:",
        ),
        (
            {},
            {"reading": Reading.EVERY_ARGUMENT, "added": True},
            "If every argument must hold and objections are counted:",
        ),
        ({}, {"added": True}, "With objections counted:"),
    ],
)
def test_all_that_was_changed_in_one_step_is_supposed(
    stances: dict[str, str], counting: dict[str, Any], text: str
) -> None:
    assert told(counting_otherwise(after(state(), **stances), **counting)) == text


def test_an_argument_that_is_rejected_or_counted_again_is_named() -> None:
    rejecting = counting_otherwise(state(), set_aside=("calm",))
    again = replace(rejecting, past=rejecting.scenario, scenario=state().scenario)

    assert [told(rejecting), told(again)] == [
        "If an argument for “Calm the tension around drills” is rejected:",
        "If an argument for “Calm the tension around drills” counts again:",
    ]


@pytest.mark.parametrize(
    ("stances", "counting", "text"),
    [
        ({"A3": "fails"}, {}, "If Russia ties do not deepen:"),
        (
            {"A2": "fails", "A3": "fails"},
            {"reading": Reading.EVERY_ARGUMENT},
            "If the UN Council passes new measures and Russia ties do not deepen, and every argument must hold:",
        ),
        (
            {"A1": "fails", "A2": "fails", "A3": "fails", "A15": "uncertain"},
            {},
            "If 3 assumptions fail, and 1 assumption is uncertain:",
        ),
        ({}, {"added": True}, "With objections counted:"),
    ],
)
def test_a_room_to_which_a_scenario_is_opened_reads_all_that_is_supposed(
    stances: dict[str, str], counting: dict[str, Any], text: str
) -> None:
    changed = after(state(), **stances)
    opened = replace(changed, past=None, scenario=replace(changed.scenario, **counting))

    supposed, follows = caption(snapshot(opened, analysed=False))

    assert supposed.text == text
    assert " hold" in follows.text
    assert follows.text[0].islower() or follows.text[0].isdigit()


def test_who_hears_it_is_told_that_this_was_before_the_last_change() -> None:
    changed = after(state(), A3="fails")
    back = snapshot(replace(changed, view=replace(changed.view, looking_back=True)), analysed=False)

    told_back = heard(replace(back, past=changed.scenario))

    assert told_back == "Before the last change: Russia ties deepen holds. All 11 recommendations hold."
