"""The JSON has the keys of the contract, fractions as quotients, and only the directions that are news."""

import json
from fractions import Fraction
from typing import Any

import pytest

from models.analyses.as_json import analyse_json, compare_json
from models.schema.case import Case
from models.schema.scenario import Scenario, baseline_scenario, with_credence
from tests.models.engine.small_cases import rule, setting, small_case

KEYS = [
    "verdict",
    "share",
    "probability",
    "range",
    "derivative",
    "banzhaf",
    "never_matters",
    "sufficient",
    "reasons",
    "flips",
    "complete",
    "exact",
]


def analysed(case: Case, scenario: Scenario, *, within: bool = False) -> dict[str, Any]:
    evaluated = {"schema": 2, "recommendations": {item.id: {"verdict": "?"} for item in case.recommendations}}
    found: dict[str, Any] = json.loads(json.dumps(analyse_json(case, scenario, evaluated, within=within)))
    return found


def rated(case: Case, scenario: Scenario, **ratings: float) -> Scenario:
    for name, rating in ratings.items():
        scenario = with_credence(case, scenario, name, rating)
    return scenario


def bridge() -> Case:
    return small_case(
        rule("p", need="a1 -a2", then="r1"), rule("q", need="a3", then="r1"), statements="a1 a2 a3 a4 r1"
    )


def test_what_evaluate_said_is_kept_and_added_to() -> None:
    answer = analysed(bridge(), setting(bridge()))

    assert answer["schema"] == 2
    assert list(answer["recommendations"]["r1"]) == KEYS


def test_figures_are_quotients_and_floats_under_ids() -> None:
    case = bridge()
    scenario = rated(case, setting(case, a2="uncertain", a3="fails"), a1=0.8, a2=0.5, a3=0.0)

    told = analysed(case, scenario)["recommendations"]["r1"]

    assert told["share"] == "5/8"
    assert told["banzhaf"] == {"a1": "1/4", "a2": "1/4", "a3": "3/4", "a4": "0/1"}
    assert (told["probability"], told["range"]) == (0.4, [0.4, 0.4])
    assert told["derivative"] == {"a1": 0.5, "a2": -0.8, "a3": 0.6, "a4": 0.0}
    assert told["never_matters"] == ["a4"]


def test_without_a_rating_on_all_that_can_matter_there_is_a_range_and_no_probability() -> None:
    case = bridge()

    told = analysed(case, rated(case, setting(case), a1=0.8, a3=0.25))["recommendations"]["r1"]

    assert told["probability"] is None
    assert told["derivative"] == {}
    assert told["range"] == [pytest.approx(0.25), pytest.approx(0.25 + 0.75 * 0.8)]


def test_without_any_rating_every_probability_is_possible() -> None:
    told = analysed(bridge(), setting(bridge()))["recommendations"]["r1"]

    assert (told["probability"], told["range"], told["derivative"]) == (None, [0.0, 1.0], {})


def test_sets_are_lists_of_ids_and_of_changes() -> None:
    case = bridge()

    told = analysed(case, setting(case, a2="uncertain", a3="fails"))["recommendations"]["r1"]

    assert told["sufficient"] == [["a3"], ["a1", "not a2"]]
    assert told["reasons"] == []
    assert told["flips"]["accepted"] == [[{"id": "a2", "to": "fails"}], [{"id": "a3", "to": "holds"}]]
    assert told["flips"]["rejected"] == [[{"id": "a1", "to": "fails"}], [{"id": "a2", "to": "holds"}]]


def test_the_direction_it_has_already_is_left_out() -> None:
    told = analysed(bridge(), setting(bridge()))["recommendations"]["r1"]

    assert list(told["flips"]) == ["rejected"]
    assert told["reasons"] == [["a3"]]


def test_within_the_completions_only_what_is_uncertain_is_told_of() -> None:
    case = bridge()

    scenario = rated(case, setting(case, a2="uncertain", a3="fails"), a2=0.5)
    told = analysed(case, scenario, within=True)["recommendations"]["r1"]

    assert told["share"] == "1/2"
    assert told["banzhaf"] == {"a2": "1/1"}
    assert told["derivative"] == {"a2": -1.0}
    assert told["sufficient"] == [["not a2"]]


def test_every_figure_of_the_essay_is_exact_and_complete(essay: Case) -> None:
    answer = analysed(essay, baseline_scenario(essay))

    for told in answer["recommendations"].values():
        assert told["exact"]
        assert all(told["complete"].values())
        assert Fraction(told["share"]) <= 1


def test_a_comparison_names_scenarios_differences_and_verdicts() -> None:
    case = bridge()

    answer = compare_json(case, [setting(case), setting(case, a3="fails", a4="fails")], ["one", "other"])

    assert answer == {
        "schema": 2,
        "scenarios": ["one", "other"],
        "differ": [
            {
                "id": "a3",
                "stances": ["holds", "fails"],
                "matters_to": ["r1"],
                "changes_how": [],
                "as_read_by": [["r1"], ["r1"]],
            },
            {
                "id": "a4",
                "stances": ["holds", "fails"],
                "matters_to": [],
                "changes_how": [],
                "as_read_by": [[], []],
            },
        ],
        "settings": [],
        "recommendations": {"r1": ["holds", "not-needed"]},
        "falls": {"r1": [[], ["not-needed"]]},
        "exact": True,
    }
