"""A case's own expectations are run, and what is not met is told with its line."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from models.schema.problem import Severity
from models.schema.value import as_plain
from models.store.case_tests import check
from models.store.cases import load_embedded
from tests.hostile import hostile
from tests.models.engine.small_cases import link, rule, small_case
from tests.models.store.examples import TINY, line_of, spoiled


def write(folder: Path, text: str) -> Path:
    file = folder / "case.yaml"
    file.write_text(text, encoding="utf-8")
    return file


def test_a_case_that_does_what_it_says_has_no_problems(tmp_path: Path) -> None:
    assert check(write(tmp_path, TINY)) == ()


def test_a_flood_of_problems_in_a_case_that_can_be_read_is_counted_once_at_its_end(tmp_path: Path) -> None:
    noted = replace(hostile(load_embedded(), Path("\u202e")), tests=())
    problems = check(write(tmp_path, json.dumps(as_plain(noted))))

    counted = [place for place, problem in enumerate(problems) if "more problems" in problem.what]
    assert counted == [200] and len(problems) == 201


def test_a_wrong_expectation_is_told_with_its_line(tmp_path: Path) -> None:
    (problem,) = check(write(tmp_path, spoiled(("R1: not-workable", "R1: overruled"))))

    assert problem.severity is Severity.ERROR
    assert problem.line == line_of(TINY, "R1: not-workable")
    assert problem.what == "Test 1 expects “overruled” of R1, but it is “not-workable”."


def test_tests_may_name_statements_by_id(tmp_path: Path) -> None:
    text = spoiled(("{set: {A1: fails}, expect: {R1:", "{set: {funds-voted: fails}, expect: {build:"))

    assert check(write(tmp_path, text)) == ()


def test_tests_may_set_rules_aside(tmp_path: Path) -> None:
    text = spoiled(("{set: {A1: fails}, expect", "{set: {A2: holds}, aside: [paid], expect"))

    assert check(write(tmp_path, text)) == ()


def test_an_unknown_name_in_a_test_is_an_error_and_the_rest_is_run(tmp_path: Path) -> None:
    problems = check(write(tmp_path, spoiled(("{A1: fails}", "{A9: fails}"))))

    assert problems[0].what == "There is no assumption A9."
    assert problems[1].what == "Test 1 expects “not-workable” of R1, but it is “open”."


def test_a_case_that_cannot_be_read_has_its_problems_told(tmp_path: Path) -> None:
    problems = check(write(tmp_path, "schema: 1"))

    assert "A case without `rules`." in [problem.what for problem in problems]


def test_a_baseline_that_its_own_findings_make_impossible_is_told(tmp_path: Path) -> None:
    rules = (rule("p0", then="r1", **{"if": "a1"}), rule("p1", then="f1", **{"if": "a1"}))
    rivals = [link("l0", one_of="a1 a2")]
    case = small_case(*rules, statements="a1 a2 f1 r1", links=rivals, argued={"a2": "f1"})

    told = [problem.what for problem in check(write(tmp_path, json.dumps(as_plain(case))))]

    assert "The baseline has no verdicts: what is taken as argued makes l0 impossible." in told


@pytest.mark.parametrize(
    ("taken", "told"),
    [
        ({"A2": "holds"}, []),
        ({"A1": "fails"}, []),
        (
            {"A1": "holds", "A2": "holds"},
            ["Test 1 has no verdicts: links rule out how it takes A1, A2 (l0)."],
        ),
    ],
)
def test_what_a_test_sets_carries_along_what_is_linked_and_cannot_be_ruled_out(
    taken: dict[str, str], told: list[str], tmp_path: Path
) -> None:
    only = rule("p0", then="r1", **{"if": "a1"})
    case = small_case(only, statements="a1 a2 r1", fails="a2", links=[link("l0", one_of="a1 a2")])
    test = {"set": taken, "expect": {"R1": "unsupported"}}

    problems = check(write(tmp_path, json.dumps(as_plain(case) | {"tests": [test]})))

    assert [item.what for item in problems] == told
