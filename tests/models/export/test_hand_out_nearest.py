"""The nearest changes that the hand-out tells are those that the engine finds, with what links carry along."""

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from models.engine.evaluate import evaluate
from models.export.hand_out.diagrams import diagrams
from models.schema.case import Case
from models.schema.grades import Stance, Verdict
from models.schema.scenario import Scenario, baseline_scenario
from models.schema.steps.link_steps import carried_along
from tests.models.engine.small_cases import Drawn, drawn_settings, drawn_stances, link, rule, small_case
from tests.models.export.walked import called

ASK = (
    "(function(graph, now, free, names) { graph = JSON.parse(graph); now = JSON.parse(now); free = JSON.parse(free); "
    "return JSON.stringify(JSON.parse(names).map(name => nearest(graph, now, free, name))); })"
)
CARRY = (
    "(function(graph, stances, changes) { "
    "return JSON.stringify(carried(JSON.parse(graph), JSON.parse(stances), JSON.parse(changes))); })"
)
HELD = (Verdict.HOLDS, Verdict.FEWER)


def nearest(case: Case, scenario: Scenario) -> list[list[dict[str, Any]]]:
    """What the script tells of each recommendation."""
    stances = {name: stance.value for name, stance in scenario.stance_of.items()}
    now = {"stances": stances, "reading": scenario.reading.value, "added": scenario.added}
    names = [item.id for item in case.recommendations]
    graph = diagrams(case, scenario.set_aside)
    found: list[list[dict[str, Any]]] = called(ASK, *map(json.dumps, (graph, now, list(stances), names)))
    return found


def turned_by_one(case: Case, scenario: Scenario, name: str) -> set[frozenset[tuple[str, str]]]:
    """The stances that one change of an assumption sets, carried ones too, where that turns a recommendation round."""
    held = evaluate(case, scenario).recommendation[name].verdict in HELD
    found = set()
    for item, stance in scenario.stance_of.items():
        for to in {Stance.HOLDS, Stance.FAILS} - {stance}:
            after = carried_along(case, scenario, {item: to})
            told = evaluate(case, after)
            verdict = told.recommendation[name].verdict
            if told.contradiction is None and verdict is not Verdict.OPEN and (verdict in HELD) is not held:
                moved = {(one, now.value) for one, now in after.stance_of.items()}
                found.add(frozenset(moved - {(one, now.value) for one, now in scenario.stance_of.items()}))
    return found


@given(drawn_settings())
def test_one_change_takes_along_what_links_carry(drawn: Drawn) -> None:
    told = nearest(drawn.case, drawn.scenario)

    for item, found in zip(drawn.case.recommendations, told, strict=True):
        expected = turned_by_one(drawn.case, drawn.scenario, item.id)
        sets = {frozenset((one["id"], one["to"]) for one in each["changes"]) for each in found}
        assert sets == expected if expected else all(len(one) > 1 for one in sets)


@given(drawn_stances(linked=True), st.data())
def test_one_stance_takes_along_what_the_session_carries(drawn: Drawn, data: st.DataObject) -> None:
    item = data.draw(st.sampled_from(drawn.case.assumptions))
    to = data.draw(st.sampled_from(item.stances))
    stances = {name: stance.value for name, stance in drawn.scenario.stance_of.items()}
    changes = [{"id": item.id, "to": to.value}]

    told = called(CARRY, *map(json.dumps, (diagrams(drawn.case), stances, changes)))

    assert told == carried_along(drawn.case, drawn.scenario, {item.id: to}).stance_of


def test_what_takes_two_others_along_is_one_change() -> None:
    case = small_case(
        rule("p", need="a1 a2 a3", then="r1"),
        statements="a1 a2 a3 r1",
        fails="a1 a2 a3",
        links=[
            link("l", if_="a1", then="a2"),
            link("m", if_="a2", then="a3"),
            link("n", if_="a3", then="a1"),
        ],
    )

    ((found,),) = nearest(case, baseline_scenario(case))

    assert found["verdict"] == "holds"
    assert sorted((one["id"], one["to"]) for one in found["changes"]) == [
        ("a1", "holds"),
        ("a2", "holds"),
        ("a3", "holds"),
    ]
