"""The reading in which every argument must hold."""

from models.schema.case import Case
from models.schema.grades import Verdict
from models.schema.result import Status
from tests.models.engine.small_cases import rule, small_case
from tests.models.engine.told import EVERY, r1, told


def test_every_strand_asks_for_all_grounds(two_grounds: Case) -> None:
    assert r1(two_grounds, reading=EVERY).verdict is Verdict.HOLDS
    assert r1(two_grounds, reading=EVERY, a1="fails").verdict is Verdict.INCOMPLETE


def test_every_strand_falls_like_any_ground_once_no_strand_applies(
    two_grounds: Case, all_roles: Case
) -> None:
    assert r1(two_grounds, reading=EVERY, a1="fails", a2="fails").verdict is Verdict.NOT_NEEDED
    assert r1(all_roles, reading=EVERY, a2="fails").verdict is Verdict.NOT_WORKABLE
    assert r1(all_roles, reading=EVERY, a3="fails").verdict is Verdict.NO_STANDING


def test_every_strand_leaves_out_strands_that_are_set_aside(two_grounds: Case) -> None:
    result = r1(two_grounds, reading=EVERY, a1="fails", aside=["p"])

    assert (result.status, result.verdict) == (Status.ACCEPTED, Verdict.FEWER)


def test_every_strand_needs_at_least_one_strand(two_grounds: Case) -> None:
    assert r1(two_grounds, reading=EVERY, aside=["p", "q"]).status is Status.REJECTED


def test_every_strand_neither_needs_nor_counts_on_added_grounds() -> None:
    case = small_case(
        rule("p", need="a1", then="r1"), rule("q", need="a2", then="r1", kind="added"), statements="a1 a2 r1"
    )

    assert r1(case, reading=EVERY, added=True, a2="fails").status is Status.ACCEPTED
    assert r1(case, reading=EVERY, added=True, a1="fails").verdict is Verdict.NOT_NEEDED


def test_an_argument_that_need_not_hold_does_not_hide_that_fewer_do() -> None:
    case = small_case(
        rule("p", need="a1", then="r1"),
        rule("s", need="a3", then="r1"),
        rule("q", need="a2", then="r1", kind="added"),
        statements="a1 a2 a3 r1",
    )

    found = r1(case, reading=EVERY, added=True, aside=["s"])

    assert (found.verdict, found.least, found.most) == (Verdict.FEWER, 1, 1)


def test_where_every_argument_must_hold_one_that_is_beaten_overrules_it(opposed: Case) -> None:
    assert r1(opposed, reading=EVERY).verdict is Verdict.OVERRULED


def test_findings_need_one_rule_in_either_reading() -> None:
    case = small_case(
        rule("p", **{"if": "a1"}, then="f1"),
        rule("q", **{"if": "a2"}, then="f1"),
        rule("s", need="f1", then="r1"),
        statements="a1 a2 f1 r1",
    )

    assert told(case, reading=EVERY, a1="fails").status_of["f1"] is Status.ACCEPTED
