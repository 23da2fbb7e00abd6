"""A disagreement matters if, and only if, some way of settling the rest makes it decide."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from models.analyses.as_json import compare_json
from models.analyses.groups.compare import compare
from models.schema.case import Case
from models.schema.grades import Reading, Stance, Verdict
from models.schema.result import Status
from models.schema.scenario import Scenario, with_stances
from models.schema.workshop import Group
from models.store.cases import read_case
from models.store.scenarios import load
from tests.models.analyses.drawn_groups import (
    ALLOWED,
    changes_of_verdict,
    drawn_groups,
    left_uncertain,
    swings,
    tangled_groups,
)
from tests.models.analyses.drawn_scopes import drawn_scopes
from tests.models.engine.brute_force import BruteForce
from tests.models.engine.small_cases import SETTINGS, Drawn, rule, setting, small_case

INPUTS = Path(__file__).parents[2] / "inputs"
thoroughly = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@thoroughly
@given(drawn_scopes(), st.data())
def test_a_difference_matters_where_the_truth_table_swings(drawn: Drawn, data: st.DataObject) -> None:
    argued = (e.id for e in drawn.scenario.stances if e.stance is Stance.AS_ARGUED)
    scenario = with_stances(drawn.scenario, dict.fromkeys(argued, Stance.UNCERTAIN))
    stances = {e.id: data.draw(st.sampled_from(SETTINGS)) for e in scenario.stances}
    other = with_stances(scenario, stances)
    taken = {name: {scenario.stance_of[name], other.stance_of[name]} for name in stances}
    ways = {
        name: sorted(set[bool]().union(*(ALLOWED[stance] for stance in both))) for name, both in taken.items()
    }
    decided = swings(drawn.case, scenario, ways, left_uncertain(taken))

    answer = compare(drawn.case, [scenario, other])

    assert [item.id for item in answer.differences] == [n for n, both in taken.items() if len(both) > 1]
    for item in answer.differences:
        matters = [advice.id for advice in drawn.case.recommendations if (item.id, advice.id) in decided]
        assert list(item.matters_to) == matters


def test_stances_and_verdicts_stand_side_by_side() -> None:
    case = small_case(rule("p", need="a1", then="r1"), statements="a1 a2 r1")

    answer = compare(case, [setting(case), setting(case, a1="fails"), setting(case, a1="uncertain")])

    assert answer.differences[0].stances == (Stance.HOLDS, Stance.FAILS, Stance.UNCERTAIN)
    assert answer.of["r1"].verdicts == (Verdict.HOLDS, Verdict.NOT_NEEDED, Verdict.OPEN)
    assert answer.exact


def test_an_agreed_stance_can_make_a_difference_idle() -> None:
    case = small_case(rule("p", need="a1", then="r1"), rule("q", need="a2", then="r1"), statements="a1 a2 r1")

    answer = compare(case, [setting(case, a1="fails"), setting(case)])

    assert answer.differences[0].matters_to == ()


def test_what_all_hold_uncertain_may_still_make_a_difference_matter() -> None:
    case = small_case(
        rule("p", need="a1 a2", then="r1"), rule("q", need="a3", then="r1"), statements="a1 a2 a3 r1"
    )
    one, other = (setting(case, a1=stance, a2="uncertain", a3="uncertain") for stance in ("fails", "holds"))

    answer = compare(case, [one, other])

    assert answer.of["r1"].verdicts == (Verdict.OPEN, Verdict.OPEN)
    assert answer.differences[0].matters_to == ("r1",)


def test_a_difference_that_matters_under_one_of_the_readings_matters() -> None:
    case = small_case(rule("p", need="a1", then="r1"), rule("q", need="a2", then="r1"), statements="a1 a2 r1")

    answer = compare(case, [setting(case), setting(case, a1="fails", reading=Reading.EVERY_ARGUMENT)])

    assert answer.differences[0].matters_to == ("r1",)


@thoroughly
@given(drawn_scopes(), st.data())
def test_the_json_agrees_with_trying_everything(drawn: Drawn, data: st.DataObject) -> None:
    scenarios = [group.scenario for group in data.draw(drawn_groups(drawn.case, least=2))]
    names = [f"{place}.json" for place, _ in enumerate(scenarios)]

    found = compare_json(drawn.case, scenarios, names)

    assert found == tried_out(drawn.case, scenarios, names)


@pytest.mark.parametrize("seed", range(3))
def test_the_json_agrees_where_all_of_twelve_differ(seed: int) -> None:
    case, groups = tangled_groups(seed)
    scenarios = scenarios_of(groups)

    found = compare_json(case, scenarios, ["one", "two"])

    assert len(found["differ"]) == 12
    assert found == tried_out(case, scenarios, ["one", "two"])


@thoroughly
@given(drawn_scopes(linked=True), st.data())
def test_what_links_let_one_difference_settle_makes_it_matter(drawn: Drawn, data: st.DataObject) -> None:
    left = dict.fromkeys(drawn.scenario.stance_of, Stance.UNCERTAIN)
    changed = st.dictionaries(st.sampled_from(list(left)), st.sampled_from(SETTINGS), min_size=1, max_size=2)
    scenarios = [with_stances(drawn.scenario, left | data.draw(changed)) for _ in range(2)]

    assert compare_json(drawn.case, scenarios, ["1", "2"]) == tried_out(drawn.case, scenarios, ["1", "2"])


def scenarios_of(groups: Sequence[Group]) -> list[Scenario]:
    return [group.scenario for group in groups]


def tried_out(case: Case, scenarios: Sequence[Scenario], names: Sequence[str]) -> dict[str, Any]:
    """What `compare --json` is to answer, by the words of DESIGN.md: every setting under every reading."""
    taken = {item.id: [scenario.stance_of[item.id] for scenario in scenarios] for item in case.assumptions}
    ways = {name: sorted(set[bool]().union(*map(ALLOWED.__getitem__, both))) for name, both in taken.items()}
    left = left_uncertain(taken)
    each = [swings(case, scenario, ways, left) for scenario in scenarios]
    decided = set[tuple[str, str]]().union(*each)
    changed = set[tuple[str, str]]().union(
        *(changes_of_verdict(case, item, ways, left) for item in scenarios)
    )
    advice = [item.id for item in case.recommendations]
    return {
        "schema": 2,
        "scenarios": list(names),
        "differ": [
            {
                "id": name,
                "stances": [stance.value for stance in both],
                "matters_to": [item for item in advice if (name, item) in decided],
                "changes_how": [item for item in advice if (name, item) in changed - decided],
                "as_read_by": [[item for item in advice if (name, item) in deciding] for deciding in each],
            }
            for name, both in taken.items()
            if len(set(both)) > 1
        ],
        "settings": list(settings_tried_out(case, scenarios)),
        "recommendations": {
            item: [_first(case, scenario, item) for scenario in scenarios] for item in advice
        },
        "falls": {item: [_falls(case, scenario, item) for scenario in scenarios] for item in advice},
        "exact": all(BruteForce(case, scenario).worlds for scenario in scenarios),
    }


def _first(case: Case, scenario: Scenario, advice: str) -> str:
    """The verdict, or the first way in which it falls."""
    falls = _falls(case, scenario, advice)
    return falls[0] if falls else BruteForce(case, scenario).verdict(advice).value


def _falls(case: Case, scenario: Scenario, advice: str) -> list[str]:
    brute = BruteForce(case, scenario)
    fallen = brute.status(advice) is Status.REJECTED
    return [way.value for way in brute.falls(advice)] if fallen else []


def settings_tried_out(case: Case, scenarios: Sequence[Scenario]) -> Iterator[dict[str, Any]]:
    """What each setting decides that is not the same in all: all else as in one, and that of another."""
    for what, field in (("reading", "reading"), ("objections", "added"), ("rejected", "set_aside")):
        values = [getattr(scenario, field) for scenario in scenarios]
        if len(set(values)) == 1:
            continue
        decided, changed = set[str](), set[str]()
        for scenario, item in product(scenarios, case.recommendations):
            tried = [replace(scenario, **{field: value}) for value in values]
            verdicts = {BruteForce(case, one).verdict(item.id) for one in tried}
            decided |= {item.id} if len(set(map(_holds, verdicts))) > 1 else set()
            falls = {tuple(_falls(case, one, item.id)) for one in tried}
            changed |= {item.id} if len(verdicts) > 1 or len(falls) > 1 else set()
        yield {
            "what": what,
            "values": [list(value) if isinstance(value, tuple) else value for value in values],
            "matters_to": [item.id for item in case.recommendations if item.id in decided],
            "changes_how": [item.id for item in case.recommendations if item.id in changed - decided],
        }


def _holds(verdict: Verdict) -> bool | None:
    return None if verdict is Verdict.OPEN else verdict in (Verdict.HOLDS, Verdict.FEWER)


def test_what_only_changes_how_it_holds_is_told_apart() -> None:
    case = read_case(INPUTS / "compare-matters.yaml").case
    scenarios = [
        load(INPUTS / f"compare-matters-{name}.scenario.json", case).scenario for name in ("one", "two")
    ]

    (difference,) = compare(case, scenarios).differences

    assert (difference.id, difference.matters_to, difference.changes_how) == ("a2", (), ("r1",))


def test_past_the_budget_what_decides_alone_in_a_scenario_is_found() -> None:
    case = read_case(INPUTS / "exact-compare.yaml").case
    scenarios = [
        load(INPUTS / f"exact-compare-{name}.scenario.json", case).scenario for name in ("one", "two")
    ]

    found = compare(case, scenarios)

    assert not found.exact
    assert "rare" in next(item for item in found.differences if item.id == "x0").matters_to
