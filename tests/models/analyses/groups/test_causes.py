"""Why two scenarios end differently: what is named turns the verdict, and nothing less does."""

from dataclasses import replace
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from models.analyses.groups.causes import causes_of
from models.engine.evaluate import evaluate
from models.schema.case import Case
from models.schema.grades import Reading, Stance, Verdict
from models.schema.scenario import Scenario, baseline_scenario, with_stances
from models.schema.standing import RULES
from tests.models.analyses.generated_cases import generated_case
from tests.models.engine.small_cases import SETTINGS


def verdict(case: Case, scenario: Scenario, name: str) -> Verdict:
    return evaluate(case, scenario).recommendation[name].verdict


def mixed(one: Scenario, other: Scenario, names: tuple[str, ...]) -> Scenario:
    taken = with_stances(one, {name: other.stance_of[name] for name in names if name != RULES})
    return replace(taken, reading=other.reading) if RULES in names else taken


@given(seed=st.integers(0, 400), data=st.data())
def test_what_is_named_turns_the_verdict_and_no_part_of_it_does(seed: int, data: st.DataObject) -> None:
    case = generated_case(seed, 5, 0.3)
    drawn = [
        with_stances(
            baseline_scenario(case), {a.id: data.draw(st.sampled_from(SETTINGS)) for a in case.assumptions}
        )
        for _ in range(2)
    ]
    one, other = drawn[0], replace(drawn[1], reading=data.draw(st.sampled_from(Reading)))

    for turned in causes_of(case, one, other):
        assert verdict(case, mixed(one, other, turned.by), turned.id) is turned.after
        smaller = [
            part for size in range(1, min(len(turned.by), 3)) for part in combinations(turned.by, size)
        ]
        reached = [
            part for part in smaller if verdict(case, mixed(one, other, part), turned.id) is turned.after
        ]
        assert not reached


@given(seed=st.integers(0, 400))
def test_every_recommendation_that_ends_differently_is_there(seed: int) -> None:
    case = generated_case(seed, 5, 0.3)
    one = baseline_scenario(case)
    other = with_stances(one, {item.id: Stance.FAILS for item in case.assumptions})

    found = {turned.id: (turned.before, turned.after) for turned in causes_of(case, one, other)}

    both = {
        item.id: (verdict(case, one, item.id), verdict(case, other, item.id)) for item in case.recommendations
    }
    assert found == {name: pair for name, pair in both.items() if pair[0] is not pair[1]}


def test_equal_scenarios_turn_nothing(tiny: Case) -> None:
    assert causes_of(tiny, baseline_scenario(tiny), baseline_scenario(tiny)) == ()
