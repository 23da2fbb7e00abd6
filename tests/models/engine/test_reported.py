"""Cases that once were told wrongly: the right answers to the small inputs that showed it."""

from dataclasses import replace
from pathlib import Path

import pytest

from models.engine.evaluate import evaluate
from models.engine.explain import Trace
from models.schema.case import Case
from models.schema.grades import Reading, Stance, Verdict
from models.schema.scenario import baseline_scenario, with_stances
from models.store.cases import read_case
from tests.states import snapshot_of

INPUTS = Path(__file__).parents[1] / "inputs"
EVERY = Reading.EVERY_ARGUMENT


def why(name: str) -> Case:
    return read_case(INPUTS / f"why-{name}.yaml").case


@pytest.mark.parametrize(
    ("name", "added", "verdict"),
    [("every-added", True, Verdict.UNSUPPORTED), ("every-objection", False, Verdict.OVERRULED)],
)
def test_every_argument_of_the_source_must_hold(name: str, added: bool, verdict: Verdict) -> None:
    case = why(name)

    answer = evaluate(case, replace(baseline_scenario(case), reading=EVERY, added=added))

    assert answer.recommendation["r1"].verdict is verdict


def test_fewer_is_told_where_fewer_apply_whatever_comes() -> None:
    case = why("fewer-overruled")
    scenario = with_stances(baseline_scenario(case), {"a2": Stance.FAILS, "a3": Stance.UNCERTAIN})

    result = evaluate(case, scenario).recommendation["r1"]

    assert (result.verdict, result.least, result.most) == (Verdict.FEWER, 2, 2)


def test_a_rejected_argument_on_which_it_depends_is_named_in_the_reason() -> None:
    case = why("rejected-reason")
    scenario = replace(baseline_scenario(case), reading=EVERY, set_aside=("p1",))

    reason = Trace(snapshot_of(case, scenario)).reason("r1")

    assert reason is not None
    assert reason.set_aside == ("p1",)


def test_an_argument_in_use_that_misses_its_means_makes_it_unworkable() -> None:
    case = why("no-argument-left")
    scenario = replace(with_stances(baseline_scenario(case), {"a1": Stance.UNCERTAIN}), set_aside=("p5",))

    assert evaluate(case, scenario).recommendation["r3"].verdict is Verdict.NOT_WORKABLE
