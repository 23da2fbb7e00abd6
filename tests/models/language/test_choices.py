"""What is named as the cause of a fall where an argument needs any of several premises, or so many of them."""

from typing import Any

import pytest

from models.engine.explain import Trace
from models.language.account import account
from models.language.causes.cause import cause
from models.schema.case import Case
from models.schema.grades import Stance
from models.schema.scenario import baseline_scenario, with_stances
from tests.models.engine.small_cases import rule, small_case
from tests.states import snapshot_of

FAILING = "“Text of a1” fails and “Text of a2” fails"
CHOICES = ("a1|a2", "2:a1|a2|a3")
ROLES = ("if", "need", "means", "standing")


@pytest.mark.parametrize("premises", CHOICES)
@pytest.mark.parametrize("role", ROLES)
def test_all_that_leaves_too_few_of_a_choice_is_named(premises: str, role: str) -> None:
    trace = _failing(_case(rule("p1", **{role: premises}, then="r1")), "a1", "a2")

    assert cause(trace, "r1") == FAILING
    assert FAILING in account(trace, "r1")


@pytest.mark.parametrize("role", ROLES)
def test_no_more_is_named_of_a_choice_than_leaves_too_few(role: str) -> None:
    trace = _failing(_case(rule("p1", **{role: "2:a1|a2|a3"}, then="r1")), "a1", "a2", "a3")

    assert cause(trace, "r1") == FAILING


def test_what_fails_in_the_baseline_is_not_named_beside_what_was_changed() -> None:
    trace = _failing(_case(rule("p1", need="a1|a2", then="r1"), fails="a1"), "a2")

    assert cause(trace, "r1") == "“Text of a2” fails"


def test_a_finding_that_needs_any_of_several_names_them_all() -> None:
    trace = _failing(
        _case(rule("p1", **{"if": "a1|a2"}, then="f1"), rule("p2", need="f1", then="r1")), "a1", "a2"
    )

    assert account(trace, "f1") == f"Nothing leads to it any more: {FAILING}."
    assert cause(trace, "r1") == FAILING


def test_what_inherits_a_fall_names_all_that_left_too_few() -> None:
    rules = rule("p1", need="a1|a2", then="r1"), rule("p2", need="r1", then="r2")

    assert cause(_failing(_case(*rules), "a1", "a2"), "r2") == FAILING


def test_an_argument_of_several_that_is_lost_names_all_that_left_too_few() -> None:
    rules = rule("p1", need="a1|a2", then="r1"), rule("p2", need="a3", then="r1")

    assert FAILING in account(_failing(_case(*rules), "a1", "a2"), "r1")


def _case(*rules: dict[str, Any], fails: str = "") -> Case:
    return small_case(*rules, statements="a1 a2 a3 f1 r1 r2", fails=fails)


def _failing(case: Case, *names: str) -> Trace:
    scenario = with_stances(baseline_scenario(case), dict.fromkeys(names, Stance.FAILS))
    return Trace(snapshot_of(case, scenario))
