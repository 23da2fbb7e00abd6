"""An assumption taken as argued holds where a finding follows that argues for it, and could be either elsewhere."""

import pytest

from models.analyses.flips import reasons
from models.engine.evaluate import evaluate
from models.engine.explain import Trace
from models.schema.case import Case
from models.schema.grades import Verdict
from models.schema.result import Status
from tests.models.engine.small_cases import rule, setting, small_case
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


def test_arguing_for_an_assumption_takes_part_in_loops() -> None:
    with pytest.raises(ValueError, match=r"loop: .*a1.*f1|loop: .*f1.*a1"):
        small_case(
            rule("p", **{"if": "a1"}, then="f1"),
            rule("q", need="a1", then="r1"),
            statements="a1 f1 r1",
            argued={"a1": "f1"},
        )
