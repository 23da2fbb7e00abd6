"""Whatever keeps a scenario file from being used is told in a sentence, with its place."""

import json

import pytest

from models.schema.problem import Problem, Refused
from models.store.scenarios import dump, load
from tests.models.store.examples import BASELINE, CASE, written


def refusal(text: str) -> tuple[Problem, ...]:
    with pytest.raises(Refused) as refused:
        load(text, CASE)
    return refused.value.problems


def test_a_scenario_of_another_case_is_refused() -> None:
    (problem,) = refusal(written(case={"id": "tunnel", "version": "1", "hash": ""}))

    assert problem.what == "The scenario is for the case tunnel, not for bridge."


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("", "The file is empty."),
        ("[]", "This is not a scenario file."),
        ('"text"', "This is not a scenario file."),
        ("{}", "This is not a scenario file."),
        ("schema: 1", "The file is not valid JSON"),
        (dump(BASELINE)[:300], "The file ends in the middle: it was cut short."),
        (dump(BASELINE) + "}", "The file is not valid JSON"),
        ('{"a": 1, "a": 2}', "The key `a` is given twice."),
        ('{"a": NaN}', "nan is not a number that can be used."),
        ('{"a": 1e999}', "inf is not a number that can be used."),
        ('{"a": -Infinity}', "-inf is not a number that can be used."),
        ('{"a": "\\ud800"}', "A character here is broken"),
        ('{"\\udfff": 1}', "A character here is broken"),
        ("[" * 100_000, "nested too deeply"),
        ("[" * 50 + "]" * 50, "nested too deeply"),
        ("9" * 10_000, "A number in the file is too long."),
        (json.dumps(list(range(70_000))), "more than 60,000 entries"),
        (json.dumps(dict.fromkeys(range(70_000)))[:-1], "more than 60,000 entries"),  # before it is read
        (written(schema=3), "A newer version of WhatHolds wrote this file (schema 3; this one knows 2)."),
        (written(schema="1"), "`schema` cannot be “1”."),
        (written(schema=0), "`schema` cannot be 0."),
        (written(titel="x"), "Unknown key `titel`."),
        (written(stances=[]), "`stances` should be a mapping of keys to values, not a list."),
        (written(stances={"dry-banks": "wet"}), "`dry-banks` cannot be “wet”."),
        (written(credences={"dry-banks": 2}), "`dry-banks` must be 1 or less."),
        (written(credences={"dry-banks": "0.5"}), "`dry-banks` should be a number, not “0.5”."),
        (written(added=1), "`added` should be true or false, not 1."),
        (written(created="yesterday"), "`created` cannot be “yesterday”."),
        (written(note="x" * 20_001), "`note` is longer than 20,000 characters."),
        (written(case="bridge"), "`case` should be a mapping of keys to values, not “bridge”."),
        (written(case={"id": "bridge"}), "A scenario without `version`."),
    ],
)  # fmt: skip
def test_a_file_that_cannot_be_used_is_refused_with_a_sentence(text: str, what: str) -> None:
    assert any(what in problem.what for problem in refusal(text))


def test_every_wrong_value_is_told_with_its_line() -> None:
    text = dump(BASELINE).replace('"holds"', '"held"').replace('"added": false', '"added": 0')

    problems = refusal(text)

    assert [problem.line for problem in problems] == [
        text[: text.index(word)].count("\n") + 1 for word in ('"held"', '"added"')
    ]


def test_every_duplicate_key_is_told_with_its_place() -> None:
    problems = refusal('{\n "a": 1,\n "a": 2,\n "b": {"c": 1, "c": 2}\n}')

    assert [(problem.line, problem.column) for problem in problems] == [(3, 2), (4, 16)]
