"""An assumption taken as argued holds where a finding follows that argues for it, and could be either elsewhere."""

import pytest

from models.analyses.flips import reasons
from models.engine.evaluate import evaluate
from models.engine.explain import Trace
from models.schema.case import Case
from models.schema.grades import Verdict
from models.schema.result import Status
from tests.models.engine.small_cases import link, rule, setting, small_case
from tests.models.engine.test_completions import limits
from tests.states import snapshot_of


@pytest.fixture
def argued() -> Case:
    return small_case(
        rule("p", **{"if": "a2"}, then="f1"),
        rule("q", need="a1", then="r1"),
        statements="a1 a2 f1 r1",
        argued={"a1": "f1"},
    )


def test_it_holds_where_a_finding_follows(argued: Case) -> None:
    answer = evaluate(argued, setting(argued))

    assert (answer.status_of["a1"], answer.recommendation["r1"].verdict) == (Status.ACCEPTED, Verdict.HOLDS)


def test_an_argument_that_is_gone_leaves_it_open(argued: Case) -> None:
    answer = evaluate(argued, setting(argued, a2="fails"))

    assert (answer.status_of["a1"], answer.recommendation["r1"].verdict) == (Status.OPEN, Verdict.OPEN)


@pytest.mark.parametrize(("stance", "status"), [("holds", Status.ACCEPTED), ("fails", Status.REJECTED)])
def test_a_stance_overrides_the_argument(argued: Case, stance: str, status: Status) -> None:
    assert evaluate(argued, setting(argued, a1=stance)).status_of["r1"] is status


def test_uncertain_overrides_it_too(argued: Case) -> None:
    assert evaluate(argued, setting(argued, a1="uncertain")).status_of["r1"] is Status.OPEN


def test_its_reason_names_it_with_what_argues_for_it(argued: Case) -> None:
    trace = Trace(snapshot_of(argued, setting(argued)))
    (fixing,) = reasons(argued, setting(argued))

    reason = trace.reason("r1")

    assert reason is not None
    assert reason.assumptions == ("a1", "a2")
    assert fixing.sets == (("a1", "a2"),)
    assert [item.assumption for item in trace.pivots("r1")] == ["a2"]


def forced_back() -> Case:
    """As a2 is taken as argued and cannot hold beside a4, f1 cannot follow; so a5 cannot hold, which is not linked."""
    return small_case(
        rule("p0", **{"if": "2:a3|a5|a1 a5"}, then="f1"),
        rule("p1", **{"if": "a3"}, then="f2"),
        rule("p2", **{"if": "2:f1|a3|a5"}, opposes="f2"),
        rule("p3", need="f2", then="r1"),
        rule("p4", need="a6 a7 -a8 a9", then="r2"),
        statements="a1 a2 a3 a4 a5 a6 a7 a8 a9 f1 f2 r1 r2",
        uncertain="a5 a6 a7 a8 a9",
        argued={"a2": "f1"},
        links=[link("l", at_most_one="a2 a4")],
    )


def test_what_is_forced_back_through_what_argues_rests_on_the_linked_stances() -> None:
    case = forced_back()
    trace = Trace(snapshot_of(case, setting(case, a1="fails")))

    found = {name: trace.reason(name) for name in ("a5", "f2")}

    assert {name: reason and reason.assumptions for name, reason in found.items()} == {
        "a5": ("a2", "a3", "a4"),
        "f2": ("a2", "a3", "a4"),
    }


def test_walked_by_itself_what_is_forced_back_is_not_told_as_open() -> None:
    case = forced_back()

    with limits(columns=1, nodes=1, walked=1000):
        told = evaluate(case, setting(case, a1="fails"))

    assert not told.whole
    assert told.recommendation["r1"].known
    assert told.recommendation["r1"].verdict is Verdict.HOLDS


def test_arguing_for_an_assumption_takes_part_in_loops() -> None:
    with pytest.raises(ValueError, match=r"loop: .*a1.*f1|loop: .*f1.*a1"):
        small_case(
            rule("p", **{"if": "a1"}, then="f1"),
            rule("q", need="a1", then="r1"),
            statements="a1 f1 r1",
            argued={"a1": "f1"},
        )
