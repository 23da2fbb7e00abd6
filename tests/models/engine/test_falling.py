"""How a recommendation falls: what its arguments miss, in which order it is told, and what is inherited."""

from typing import Any

import pytest

from models.schema.case import Case
from models.schema.grades import Verdict
from models.schema.result import Status
from tests.models.engine.small_cases import rule, small_case
from tests.models.engine.told import EVERY, r1, told


def test_a_ground_without_its_need_is_no_longer_needed(all_roles: Case) -> None:
    assert r1(all_roles, a1="fails", a2="fails", a3="fails").verdict is Verdict.NOT_NEEDED


def test_a_needed_ground_without_its_means_is_no_longer_workable(all_roles: Case) -> None:
    assert r1(all_roles, a2="fails", a3="fails").verdict is Verdict.NOT_WORKABLE


def test_a_ground_that_misses_only_standing_has_no_standing(all_roles: Case) -> None:
    assert r1(all_roles, a3="fails").verdict is Verdict.NO_STANDING


def test_grounds_without_need_do_not_say_how_a_recommendation_falls() -> None:
    case = small_case(
        rule("p", need="a1", means="a2", then="r1"),
        rule("q", need="a3", standing="a4", then="r1"),
        statements="a1 a2 a3 a4 r1",
    )

    assert r1(case, a1="fails", a2="fails", a4="fails").verdict is Verdict.NO_STANDING


def test_missing_means_are_told_before_missing_standing() -> None:
    case = small_case(
        rule("p", need="a1", standing="a2", then="r1"),
        rule("q", need="a1", means="a3", then="r1"),
        statements="a1 a2 a3 r1",
    )

    assert r1(case, a2="fails", a3="fails").verdict is Verdict.NOT_WORKABLE


def test_without_a_plain_premise_no_argument_is_left() -> None:
    case = small_case(rule("p", **{"if": "a1"}, need="a2", then="r1"), statements="a1 a2 r1")

    assert r1(case, a1="fails", a2="fails").verdict is Verdict.UNSUPPORTED
    assert r1(case, a2="fails").verdict is Verdict.NOT_NEEDED


def test_a_want_of_need_is_told_before_a_lost_argument() -> None:
    case = small_case(
        rule("p", **{"if": "a1"}, then="r1"), rule("q", need="a2", then="r1"), statements="a1 a2 r1"
    )

    assert r1(case, a1="fails", a2="fails").verdict is Verdict.NOT_NEEDED


@pytest.mark.parametrize(
    ("settings", "verdict"),
    [
        ({"a1": "fails"}, Verdict.NOT_NEEDED),
        ({"a2": "fails"}, Verdict.NOT_WORKABLE),
        ({"a3": "fails"}, Verdict.NO_STANDING),
        ({"a4": "fails", "a2": "fails"}, Verdict.NOT_NEEDED),
        ({"a5": "fails", "a3": "fails"}, Verdict.NO_STANDING),
        ({"aside": ["p", "q"]}, Verdict.UNSUPPORTED),
        ({"added": True}, Verdict.OVERRULED),
        ({"reading": EVERY, "a6": "fails"}, Verdict.INCOMPLETE),
    ],
)
def test_a_fall_is_inherited_from_the_advice_that_was_needed(
    settings: dict[str, Any], verdict: Verdict
) -> None:
    case = small_case(
        rule("p", need="a1", means="a2", standing="a3", then="r1"),
        rule("q", need="a1 a6", means="a2", standing="a3", then="r1"),
        rule("s", need="r1 a4", means="a5", then="r2"),
        rule("against", need="a1", opposes="r1", kind="added"),
        statements="a1 a2 a3 a4 a5 a6 r1 r2",
    )

    assert told(case, **settings).recommendation["r2"].verdict is verdict


@pytest.mark.parametrize(
    ("premises", "fails", "holds"),
    [
        ("a1|a2|a3", "a1 a2", True),
        ("a1|a2|a3", "a1 a2 a3", False),
        ("2:a1|a2|a3", "a1", True),
        ("2:a1|a2|a3", "a1 a3", False),
        ("2:a1|-a2|a3", "a2 a3", True),
        ("a1|a2 a3", "a3", False),
    ],
)
def test_of_a_choice_enough_must_be_met(premises: str, fails: str, holds: bool) -> None:
    case = small_case(rule("p", need=premises, then="r1"), statements="a1 a2 a3 r1", fails=fails)

    assert (r1(case).status is Status.ACCEPTED) is holds


def test_a_choice_of_advice_is_missed_as_the_first_of_it_fell() -> None:
    case = small_case(
        rule("p", need="a1", then="r1"),
        rule("q", need="a2", means="a3", then="r2"),
        rule("s", need="r1|r2", then="r3"),
        rule("t", need="r2|a1", then="r4"),
        statements="a1 a2 a3 r1 r2 r3 r4",
    )

    answer = told(case, a1="fails", a3="fails").recommendation

    assert answer["r3"].verdict is Verdict.NOT_WORKABLE
    assert answer["r4"].verdict is Verdict.NOT_NEEDED
