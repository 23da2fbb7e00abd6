"""What is told of arguments that were rejected where advice falls for what the others miss."""

import pytest

from models.engine.explain import Trace
from models.language.account import account
from models.language.causes.cause import cause
from models.schema.grades import Reading
from tests.models.engine.small_cases import rule, setting, small_case
from tests.states import snapshot_of

CASE = small_case(
    *(rule(f"p{number}", need=f"a{number}", then="r1") for number in (1, 2, 3)),
    rule("q1", means="a1", then="r2"),
    rule("q2", means="a2", then="r2"),
    statements="a1 a2 a3 r1 r2",
)


@pytest.mark.parametrize(
    ("advice", "aside", "why", "rest"),
    [
        ("r2", ("q2",), "“Text of a1” fails", "the other argument is rejected"),
        ("r1", ("p2", "p3"), "“Text of a1” fails", "the other arguments are rejected"),
        ("r1", ("p3",), "“Text of a1” fails and “Text of a2” fails", "one argument is rejected"),
    ],
)
def test_that_other_arguments_are_rejected_is_told_of_a_fall(
    advice: str, aside: tuple[str, ...], why: str, rest: str
) -> None:
    trace = Trace(snapshot_of(CASE, setting(CASE, aside=aside, a1="fails", a2="fails")))

    assert cause(trace, advice) == f"{why}; {rest}"
    assert account(trace, advice).endswith(f": {why}. {rest[0].upper()}{rest[1:]}.")


def test_where_every_argument_must_hold_a_fall_is_not_for_those_rejected() -> None:
    asked = setting(CASE, reading=Reading.EVERY_ARGUMENT, aside=("q2",), a1="fails")

    assert cause(Trace(snapshot_of(CASE, asked)), "r2") == "“Text of a1” fails"


HEIRS = small_case(
    rule("p1", need="a1", then="r1"),
    rule("p2", need="a2", then="r1"),
    rule("p3", need="r1", then="r2"),
    rule("p4", need="r2", then="r3"),
    rule("q1", **{"if": "a1"}, then="f1"),
    rule("q2", **{"if": "a2"}, then="f1"),
    rule("q3", **{"if": "f1"}, then="f2"),
    rule("q4", means="f2", then="r4"),
    rule("o1", **{"if": "a3"}, opposes="f3"),
    rule("q5", **{"if": "a1"}, then="f3"),
    rule("q6", standing="-f3", then="r5"),
    statements="a1 a2 a3 f1 f2 f3 r1 r2 r3 r4 r5",
)


@pytest.mark.parametrize(
    ("aside", "advice", "why"),
    [
        ("p2", "r2", "“Text of a1” fails and an argument for “Text of r1” is rejected"),
        ("p2", "r3", "“Text of a1” fails and an argument for “Text of r1” is rejected"),
        ("q2", "r4", "“Text of a1” fails and an argument for “Text of f1” is rejected"),
        ("q2", "f2", "“Text of a1” fails and an argument for “Text of f1” is rejected"),
    ],
)
def test_what_inherits_a_fall_is_told_of_the_arguments_that_were_rejected_below_it(
    aside: str, advice: str, why: str
) -> None:
    trace = Trace(snapshot_of(HEIRS, setting(HEIRS, aside=(aside,), a1="fails")))

    assert why in account(trace, advice)
    assert advice == "f2" or cause(trace, advice) == why


@pytest.mark.parametrize(
    ("aside", "name", "why"),
    [
        (("p1", "p2"), "r3", "all arguments for “Text of r1” are rejected"),
        (("p3",), "r3", "the only argument for “Text of r2” is rejected"),
        (("q1", "q2"), "r4", "all arguments for “Text of f1” are rejected"),
        (("o1",), "r5", "an objection to “Text of f3” is rejected"),
    ],
)
def test_what_falls_for_rejections_alone_is_told_of_them(aside: tuple[str, ...], name: str, why: str) -> None:
    trace = Trace(snapshot_of(HEIRS, setting(HEIRS, aside=aside)))

    assert cause(trace, name) == why[0].upper() + why[1:]


ALIKE = small_case(
    *(rule(f"p{number}", **{"if": f"a{number}"}, then=f"f{number}") for number in (1, 2, 3)),
    *(rule(f"q{number}", **{"if": f"-a{number}"}, then=f"f{number}") for number in (1, 2)),
    *(rule(f"o{number}", **{"if": "a3"}, opposes=f"f{number}") for number in (4, 5)),
    *(rule(f"p{number}", **{"if": "a1"}, then=f"f{number}") for number in (4, 5)),
    rule("r", need="f1", then="r1"),
    rule("s", need="f2", then="r1"),
    rule("t", need="-f4", then="r2"),
    rule("u", need="-f5", then="r2"),
    statements="a1 a2 a3 f1 f2 f3 f4 f5 r1 r2",
)


@pytest.mark.parametrize(
    ("aside", "advice", "why"),
    [
        (("p1", "p2"), "r1", "Arguments for “Text of f1” and “Text of f2” are rejected"),
        (("p1", "p2", "q1", "q2"), "r1", "All arguments for “Text of f1” and “Text of f2” are rejected"),
        (("o4", "o5"), "r2", "Objections to “Text of f4” and “Text of f5” are rejected"),
    ],
)
def test_rejections_that_are_alike_are_told_in_one_clause(
    aside: tuple[str, ...], advice: str, why: str
) -> None:
    assert cause(Trace(snapshot_of(ALIKE, setting(ALIKE, aside=aside))), advice) == why


def test_the_only_arguments_of_several_are_told_in_one_clause() -> None:
    case = small_case(
        rule("p1", **{"if": "a1"}, then="f1"),
        rule("p2", **{"if": "a1"}, then="f2"),
        rule("p3", need="f1", then="r1"),
        rule("p4", need="f2", then="r1"),
        statements="a1 f1 f2 r1",
    )
    trace = Trace(snapshot_of(case, setting(case, aside=("p1", "p2"))))

    assert cause(trace, "r1") == "The only arguments for “Text of f1” and “Text of f2” are rejected"


def test_a_rejected_argument_that_fails_for_the_same_reason_is_no_cause_of_its_own() -> None:
    case = small_case(
        rule("p1", need="a1", then="r1"),
        rule("p2", need="a1 a2", then="r1"),
        rule("p3", need="r1", then="r2"),
        rule("q1", **{"if": "a1"}, then="f1"),
        rule("q2", **{"if": "a1 a2"}, then="f1"),
        rule("q3", need="f1", then="r3"),
        statements="a1 a2 f1 r1 r2 r3",
    )
    trace = Trace(snapshot_of(case, setting(case, aside=("p2", "q2"), a1="fails")))

    assert [cause(trace, name) for name in ("r2", "r3")] == ["“Text of a1” fails"] * 2


def test_a_finding_is_told_of_its_rejected_arguments_and_not_of_what_they_would_miss() -> None:
    trace = Trace(snapshot_of(HEIRS, setting(HEIRS, aside=("q2",), a1="fails", a2="fails")))

    assert (
        account(trace, "f1")
        == "Nothing leads to it any more: “Text of a1” fails. The other argument is rejected."
    )


def test_what_an_objection_overrules_is_told_that_its_other_argument_is_rejected() -> None:
    case = small_case(
        rule("p1", need="a1", then="r1"),
        rule("p2", need="a2", then="r1", strength="strong"),
        rule("o1", **{"if": "a3"}, opposes="r1"),
        statements="a1 a2 a3 r1",
    )
    trace = Trace(snapshot_of(case, setting(case, aside=("p2",))))

    assert (
        cause(trace, "r1") == "An objection overrules it: “Text of a3” holds; the other argument is rejected"
    )


def test_what_a_rejection_says_by_itself_is_not_said_again() -> None:
    trace = Trace(snapshot_of(HEIRS, setting(HEIRS, aside=("q3",))))

    told = account(trace, "r4")

    assert told.endswith(": the only argument for “Text of f2” is rejected.")
