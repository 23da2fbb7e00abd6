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
