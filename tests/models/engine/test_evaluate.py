"""The meaning of statuses, rules and verdicts, one clause of the contract at a time."""

import pytest

from models.engine.evaluate import baseline_evaluation, evaluate
from models.schema.case import Case
from models.schema.grades import Verdict
from models.schema.result import RuleState, Status, Usage
from tests.models.engine.small_cases import rule, setting, small_case
from tests.models.engine.told import EVERY, r1, told


def test_a_recommendation_with_all_its_grounds_still_holds(two_grounds: Case) -> None:
    result = r1(two_grounds)

    assert (result.verdict, result.holding.least, result.holding.total) == (Verdict.HOLDS, 2, 2)


def test_a_lost_ground_leaves_it_on_fewer_grounds(two_grounds: Case) -> None:
    result = r1(two_grounds, a1="fails")

    assert (result.verdict, result.holding.least, result.baseline_applying) == (Verdict.FEWER, 1, 2)


def test_an_argument_that_is_only_open_leaves_it_on_at_least_the_others(two_grounds: Case) -> None:
    result = r1(two_grounds, a1="uncertain")

    assert (result.verdict, result.least, result.most) == (Verdict.HOLDS, 1, 2)


def test_it_holds_on_fewer_arguments_where_fewer_apply_in_every_completion() -> None:
    case = small_case(
        rule("p", need="a1", then="r1"),
        rule("q", need="-a1", then="r1"),
        rule("s", need="a2", then="r1"),
        rule("t", need="a3", then="r1"),
        statements="a1 a2 a3 r1",
    )

    result = r1(case, a1="uncertain", a2="fails")

    assert (result.verdict, result.least, result.most, result.baseline_applying) == (Verdict.FEWER, 2, 2, 3)


def test_grounds_that_the_baseline_did_not_have_are_not_missed() -> None:
    case = small_case(
        rule("p", need="a1", then="r1"), rule("q", need="a2", then="r1"), statements="a1 a2 r1", fails="a2"
    )

    assert r1(case).verdict is Verdict.HOLDS


def test_what_hangs_on_an_uncertain_assumption_is_open(all_roles: Case) -> None:
    result = r1(all_roles, a3="uncertain")

    assert (result.status, result.verdict, result.falls) == (Status.OPEN, Verdict.OPEN, ())


def test_a_tie_goes_to_the_opposition(opposed: Case) -> None:
    result = r1(opposed)

    assert (result.status, result.verdict) == (Status.REJECTED, Verdict.OVERRULED)
    assert (result.least, result.holding.least) == (1, 0)


def test_an_objection_whose_premises_fail_overrules_nothing(opposed: Case) -> None:
    assert r1(opposed, a2="fails").verdict is Verdict.HOLDS


@pytest.mark.parametrize(
    ("for_it", "against_it", "verdict"),
    [
        ("strong", "normal", Verdict.HOLDS),
        ("normal", "weak", Verdict.HOLDS),
        ("strong", "strong", Verdict.OVERRULED),
        ("weak", "normal", Verdict.OVERRULED),
        ("normal", "strong", Verdict.OVERRULED),
    ],
)
def test_only_the_stronger_side_prevails(for_it: str, against_it: str, verdict: Verdict) -> None:
    case = small_case(
        rule("p", need="a1", then="r1", strength=for_it),
        rule("against", need="a2", opposes="r1", strength=against_it),
        statements="a1 a2 r1",
    )

    assert r1(case).verdict is verdict


def test_one_ground_that_is_stronger_than_every_objection_is_enough() -> None:
    case = small_case(
        rule("p", need="a1", then="r1"),
        rule("q", need="a2", then="r1", strength="strong"),
        rule("against", need="a3", opposes="r1"),
        statements="a1 a2 a3 r1",
    )

    assert r1(case).verdict is Verdict.HOLDS
    assert r1(case, a2="fails").verdict is Verdict.OVERRULED


def test_an_inference_set_aside_does_not_apply(two_grounds: Case) -> None:
    answer = told(two_grounds, aside=["p"])

    assert answer.rule["p"].usage is Usage.SET_ASIDE
    assert answer.rule["p"].state is RuleState.FAILS
    assert (answer.recommendation["r1"].verdict, answer.recommendation["r1"].holding.total) == (
        Verdict.FEWER,
        2,
    )


def test_a_recommendation_whose_every_argument_is_rejected_has_none_left(two_grounds: Case) -> None:
    assert r1(two_grounds, aside=["p", "q"]).verdict is Verdict.UNSUPPORTED
    assert r1(two_grounds, aside=["p", "q"], reading=EVERY).verdict is Verdict.UNSUPPORTED


def test_an_objection_set_aside_overrules_nothing(opposed: Case) -> None:
    assert r1(opposed, aside=["against"]).verdict is Verdict.HOLDS


def test_added_rules_take_part_only_when_they_are_switched_on() -> None:
    case = small_case(
        rule("p", need="a1", then="r1"),
        rule("against", need="a2", opposes="r1", kind="added"),
        statements="a1 a2 r1",
    )

    assert told(case).rule["against"].usage is Usage.SWITCHED_OFF
    assert r1(case).verdict is Verdict.HOLDS
    assert r1(case, added=True).verdict is Verdict.OVERRULED


def test_an_added_ground_counts_while_it_is_switched_on() -> None:
    case = small_case(
        rule("p", need="a1", then="r1"), rule("q", need="a2", then="r1", kind="added"), statements="a1 a2 r1"
    )

    assert (r1(case).holding.least, r1(case).holding.total) == (1, 1)
    assert (r1(case, added=True).holding.least, r1(case, added=True).holding.total) == (2, 2)


def test_a_statement_without_a_rule_is_never_accepted() -> None:
    case = small_case(rule("p", need="f1", then="r1"), statements="a1 f1 r1")

    assert told(case).status_of["f1"] is Status.REJECTED
    assert r1(case).verdict is Verdict.NOT_NEEDED


def test_a_negated_premise_is_met_while_its_statement_is_not_accepted() -> None:
    case = small_case(
        rule("p", need="-f1", then="r1"), rule("q", **{"if": "a1"}, then="f1"), statements="a1 f1 r1"
    )

    assert r1(case).verdict is Verdict.NOT_NEEDED
    assert r1(case, a1="fails").status is Status.ACCEPTED


def test_a_or_not_a_is_accepted_however_uncertain_a_is() -> None:
    case = small_case(
        rule("p", need="a1", then="r1"), rule("q", need="-a1", then="r1"), statements="a1 r1", uncertain="a1"
    )

    answer = evaluate(case, setting(case))

    assert [item.state for item in answer.rules] == [RuleState.OPEN, RuleState.OPEN]
    assert (answer.recommendation["r1"].status, answer.recommendation["r1"].least) == (Status.ACCEPTED, 1)


def test_a_and_not_a_is_rejected_however_uncertain_a_is() -> None:
    case = small_case(
        rule("p", **{"if": "a1"}, then="f1"), rule("q", need="f1 -a1", then="r1"), statements="a1 f1 r1"
    )

    assert r1(case, a1="uncertain").verdict is Verdict.NOT_NEEDED


def test_the_verdict_on_what_falls_in_different_ways_is_none_of_them(all_roles: Case) -> None:
    result = r1(all_roles, a1="uncertain", a2="fails")

    assert result.status is Status.REJECTED
    assert result.verdict is Verdict.FALLS
    assert result.falls == (Verdict.NOT_WORKABLE, Verdict.NOT_NEEDED)
    assert result.first is Verdict.NOT_WORKABLE


def test_an_objection_that_may_apply_to_a_ground_that_may_not_varies_the_fall() -> None:
    case = small_case(
        rule("p", need="a1", then="r1"), rule("against", need="a1", opposes="r1"), statements="a1 r1"
    )

    assert r1(case, a1="uncertain").falls == (Verdict.OVERRULED, Verdict.NOT_NEEDED)


def test_completions_double_with_each_uncertain_assumption(all_roles: Case) -> None:
    assert told(all_roles).completions == 1
    assert told(all_roles, a1="uncertain", a3="uncertain").completions == 4


def test_the_baseline_is_the_case_as_its_source_takes_it(all_roles: Case) -> None:
    assert baseline_evaluation(all_roles) == told(all_roles)


def test_a_stance_for_every_assumption_is_required(two_grounds: Case, all_roles: Case) -> None:
    with pytest.raises(KeyError):
        evaluate(all_roles, setting(two_grounds))
