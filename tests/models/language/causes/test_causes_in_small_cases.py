"""What is given as the cause of a verdict in small cases, each made for one way in which it could be told wrongly."""

from dataclasses import replace

import pytest

from models.engine.explain import Trace
from models.language.account import account
from models.language.causes.cause import cause
from models.schema.grades import Reading
from tests.models.engine.small_cases import link, rule, setting, small_case
from tests.states import after, snapshot, snapshot_of, state


def test_a_finding_whose_arguments_are_all_rejected_says_so() -> None:
    plain = state()
    rejecting = replace(
        plain, scenario=replace(plain.scenario, set_aside=("backfire", "threat-misread", "old-fear"))
    )

    trace = Trace(snapshot(rejecting, analysed=False))

    assert account(trace, "bloc-talk-backfires") == "Its only argument is rejected."
    assert account(trace, "miscalculation-risk") == "All its arguments are rejected."


def test_what_the_last_argument_needs_is_not_said_of_one_of_several() -> None:
    trace = Trace(snapshot(after(state(), A10="fails"), analysed=False))

    assert account(trace, "stop-bloc-talk").endswith(" It needs only “Bloc talk fulfils itself” (A13).")


def test_advice_that_may_also_fall_with_what_it_needs_is_not_told_as_still_needed() -> None:
    case = small_case(
        rule("p1", means="-a2", then="r1"),
        rule("p2", need="r1", means="a1", then="r2"),
        statements="a1 a2 r1 r2",
    )
    trace = Trace(snapshot_of(case, setting(case, a1="fails", a2="uncertain")))

    assert account(trace, "r2") == "“Text of a1” fails."


def test_a_finding_whose_premises_cannot_be_so_together_says_so() -> None:
    case = small_case(
        rule("p1", **{"if": "a1 -f1"}, then="f2"),
        rule("p2", **{"if": "a1"}, then="f1"),
        rule("p3", need="f2", then="r1"),
        statements="a1 f1 f2 r1",
    )
    trace = Trace(snapshot_of(case, setting(case, a1="uncertain")))

    told = account(trace, "f2")

    assert told == "What its argument needs cannot be so together: “Text of a1” and not “Text of f1”."


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("f1", "Nothing leads to it any more: {both}."),
        ("r1", "Still needed, but it can no longer work: {both}."),
        ("r2", "1 of 2 arguments is left: {both}. It needs only “Text of a4” (A4)."),
        (
            "r3",
            "Nothing calls for it any more: “Text of a1” fails, so “Text of f1” no longer follows; besides, {rest}.",
        ),
    ],
)
def test_a_part_that_fails_and_others_that_cannot_be_so_together_are_both_told(name: str, told: str) -> None:
    case = small_case(
        rule("p1", **{"if": "2:a1|a2|a3"}, then="f1"),
        rule("p2", means="2:a1|a2|a3", then="r1"),
        rule("p3", need="2:a1|a2|a3", then="r2"),
        rule("p4", need="a4", then="r2"),
        rule("p5", need="2:f1|a2|a3", then="r3"),
        statements="a1 a2 a3 a4 f1 r1 r2 r3",
        uncertain="a2 a3",
        links=[link("l", one_of="a2 a3")],
    )
    rest = "at most one of “Text of a2” and “Text of a3” can be so"
    trace = Trace(snapshot_of(case, setting(case, a1="fails")))

    assert account(trace, name) == told.format(both=f"“Text of a1” fails and {rest}", rest=rest)


@pytest.mark.parametrize(
    ("aside", "rest"),
    [
        (("p1", "p2"), "the other arguments are rejected"),
        (("p1",), "the other argument is rejected"),
        ((), ""),
    ],
)
def test_beside_an_analysts_arguments_it_is_told_that_the_others_are_rejected(
    aside: tuple[str, ...], rest: str
) -> None:
    stated = [rule(name, need="a1", then="r1") for name in aside]
    case = small_case(*stated, rule("p3", need="a1", then="r1", kind="added"), statements="a1 r1")
    scenario = setting(case, aside=aside, added=True, reading=Reading.EVERY_ARGUMENT)
    left = "Only an analyst’s arguments are left, which do not count where every argument must hold"

    told = cause(Trace(snapshot_of(case, scenario)), "r1")

    assert told == (f"{left}; {rest}" if rest else left)


PARTED = small_case(
    rule("p1", **{"if": "a1"}, then="f1"),
    rule("p2", **{"if": "a2"}, then="f1", strength="strong"),
    rule("o1", **{"if": "a3"}, opposes="f1"),
    rule("q1", need="a1", then="r1"),
    rule("q2", need="a2", then="r1", strength="strong"),
    rule("o2", **{"if": "a3"}, opposes="r1"),
    rule("s1", **{"if": "a1 -f3"}, then="f2"),
    rule("s2", **{"if": "a2"}, then="f2"),
    rule("s3", **{"if": "a1"}, then="f3"),
    rule("t1", means="a1 -f3", then="r2"),
    rule("t2", means="a2", then="r2"),
    rule("t3", means="a4", then="r2"),
    statements="a1 a2 a3 a4 f1 f2 f3 r1 r2",
)
"""Statements that fall for two causes of different kinds."""


@pytest.mark.parametrize("name", ["f1", "r1"])
def test_that_one_argument_is_overruled_says_why_the_other_fails(name: str) -> None:
    trace = Trace(snapshot_of(PARTED, setting(PARTED, a2="fails")))

    assert account(trace, name) == (
        "An objection overrules one argument: “Text of a3” holds; the other fails, as “Text of a2” fails."
    )


def test_that_premises_cannot_be_so_together_is_told_beside_what_others_miss() -> None:
    trace = Trace(snapshot_of(PARTED, setting(PARTED, aside=("t3",), a1="uncertain", a2="fails")))
    apart = "“Text of a1” and not “Text of f3”"

    assert account(trace, "f2") == (
        "Nothing leads to it any more: “Text of a2” fails. "
        f"What the other argument needs cannot be so together: {apart}."
    )
    assert cause(trace, "r2") == (
        "“Text of a2” fails; "
        f"what another argument needs cannot be so together: {apart}; one argument is rejected"
    )


def test_an_objection_is_not_put_down_to_what_it_does_without() -> None:
    case = small_case(
        rule("p1", need="a1", then="r1"),
        rule("o1", **{"if": "-a2|a3"}, opposes="r1"),
        statements="a1 a2 a3 r1",
    )
    trace = Trace(snapshot_of(case, setting(case, a2="fails", a3="fails")))

    assert cause(trace, "r1") == "An objection overrules it: “Text of a2” fails"


def test_what_settling_would_do_is_not_told_where_that_lets_go_what_links_force_back() -> None:
    case = small_case(
        rule("p1", **{"if": "a1"}, then="f1"),
        rule("p2", **{"if": "f1"}, then="r1"),
        rule("p3", means="a4", then="r1"),
        statements="a1 a4 f1 r1",
        uncertain="a1",
        argued={"a4": "f1"},
        links=[link("l", at_most_one="a1 a4")],
    )
    asked = setting(case, reading=Reading.EVERY_ARGUMENT)

    told = account(Trace(snapshot_of(case, asked)), "r1")

    assert told.endswith("; how the advice falls depends on “Text of a4”.")


def test_an_objection_is_no_cause_where_no_argument_is_left_that_it_could_overrule() -> None:
    case = small_case(
        rule("p1", means="a1|a2", then="r1"),
        rule("o1", **{"if": "a3"}, opposes="r1"),
        rule("p2", means="r1", then="r2"),
        statements="a1 a2 a3 r1 r2",
        fails="a3",
    )
    trace = Trace(snapshot_of(case, setting(case, a1="fails", a2="fails", a3="holds")))

    assert [cause(trace, name) for name in ("r1", "r2")] == ["“Text of a1” fails and “Text of a2” fails"] * 2


def test_what_links_let_vary_only_with_another_is_named_beside_what_varies_alone() -> None:
    case = small_case(
        rule("p", need="a1", means="a3", then="r1"),
        statements="a1 a2 a3 r1",
        uncertain="a1 a2 a3",
        links=[link("l", one_of="a1 a2")],
    )
    trace = Trace(snapshot_of(case, setting(case)))

    assert trace.varies_with("r1") == ("a1", "a3")
    assert account(trace, "r1") == "Depends on “Text of a1” and “Text of a3”, both uncertain."


def test_what_links_let_vary_only_together_is_named_where_only_a_vote_hangs_alone() -> None:
    case = small_case(
        rule("p", need="a1|a2", means="a4", then="r1"),
        statements="a1 a2 a3 a4 r1",
        uncertain="a1 a2 a3 a4",
        links=[link("l", one_of="a1 a2 a3")],
    )

    assert Trace(snapshot_of(case, setting(case))).varies_with("r1") == ("a1", "a2", "a4")


def test_an_objection_is_said_to_overrule_no_more_than_applies() -> None:
    case = small_case(
        rule("p", need="a1", then="r1"),
        rule("q", need="-a1", then="r1"),
        rule("o", **{"if": "a2"}, opposes="r1"),
        statements="a1 a2 r1",
        uncertain="a1",
    )
    told = cause(Trace(snapshot_of(case, setting(case))), "r1")

    assert told == "An objection overrules whatever argument applies: “Text of a2” holds"
