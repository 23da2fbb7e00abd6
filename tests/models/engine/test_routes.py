"""What leads to a statement and on from it."""

import pytest

from models.engine.routes import leading_from, leading_to, passing_through
from models.schema.case import Case
from tests.models.engine.small_cases import rule, small_case


@pytest.fixture
def chain() -> Case:
    """a1 and a2 lead to f1, f1 to r1; a3 leads to r2, against which f1 speaks."""
    return small_case(
        rule("p", **{"if": "a1 -a2", "then": "f1"}),
        rule("q", need="f1", then="r1"),
        rule("s", need="a3", then="r2"),
        rule("t", **{"if": "f1", "opposes": "r2"}),
        statements="a1 a2 a3 f1 r1 r2",
    )


def test_all_that_a_statement_may_depend_on_leads_to_it(chain: Case) -> None:
    route = leading_to(chain, "r1")

    assert route.statements == {"r1", "f1", "a1", "a2"}
    assert route.rules == {"p", "q"}
    assert route.premises == {("a1", "p"), ("a2", "p"), ("f1", "q")}


def test_objections_lead_to_what_they_oppose(chain: Case) -> None:
    assert leading_to(chain, "r2").rules == {"p", "s", "t"}


def test_what_leads_on_from_a_statement_leaves_out_other_premises(chain: Case) -> None:
    route = leading_from(chain, "a1")

    assert route.statements == {"a1", "f1", "r1", "r2"}
    assert route.premises == {("a1", "p"), ("f1", "q"), ("f1", "t")}


def test_both_directions_meet_in_the_statement(chain: Case) -> None:
    route = passing_through(chain, "f1")

    assert route.statements == {"a1", "a2", "f1", "r1", "r2"}
    assert route.rules == {"p", "q", "t"}


def test_nothing_leads_to_an_assumption(chain: Case) -> None:
    assert leading_to(chain, "a3").statements == {"a3"}
    assert not leading_to(chain, "a3").rules


def test_an_unknown_statement_is_an_error(chain: Case) -> None:
    with pytest.raises(KeyError):
        leading_to(chain, "nobody")
