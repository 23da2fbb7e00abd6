"""A premise that plainly means a statement is put right in the margin, without a change to what it says."""

import pytest

from models.authoring.advice import advice
from models.authoring.document import CaseText, opened
from models.authoring.edits import set_field
from models.authoring.mending.premises import put_right
from models.authoring.passages import Passages
from models.authoring.reading import case_of
from models.language.messages import retold
from tests.models.authoring.examples import CASE, case


def argued(*premises: object) -> CaseText:
    return set_field(case(), "rules", 0, "if", list(premises))


@pytest.mark.parametrize(
    ("premise", "meant"),
    [
        ("A1", ["thick-ice"]),
        ("not A1", ["not thick-ice"]),
        ("thick-ice or cold-winters", [{"any": ["thick-ice", "cold-winters"]}]),
        ("A1 and not A2", ["thick-ice", "not cold-winters"]),
        ("A1 or A2 and F1", ["A1 or A2 and F1"]),
        ("A1, A2 and F1", ["thick-ice", "cold-winters", "road-open"]),
        ("A1|A2", [{"any": ["thick-ice", "cold-winters"]}]),
        ("A1, F1 or A2", ["A1, F1 or A2"]),
        ({"any": ["A1 or not A2", "road-open"]}, [{"any": ["thick-ice", "not cold-winters", "road-open"]}]),
        ({"any": ["A1 and A2", "road-open"]}, [{"any": ["A1 and A2", "road-open"]}]),
        ({"at-least": 2, "of": ["A1 or A2", "F1"]}, [{"at-least": 2, "of": ["A1 or A2", "F1"]}]),
        ("thin-ice", ["thin-ice"]),
    ],
)
def test_what_a_premise_plainly_means_is_put_right(premise: object, meant: list[object]) -> None:
    assert put_right(argued(premise), "rules", 0).items("rules")[0].data["if"] == meant


@pytest.mark.parametrize(
    "premises",
    [("thick-ice", "F1 or A2"), ("thick-ice", "cold-winters", "or F1"), ("thick-ice, A2 or F1",)],
)
def test_what_can_be_read_in_two_ways_is_told_in_both_and_left(premises: tuple[str, ...]) -> None:
    document = argued(*premises)

    (wrong,) = (one for one in advice(document, case_of(document), Passages()) if one.wrong)

    assert wrong.remedy.startswith("If any one of them is enough, add each")
    assert "If the commas part what is needed" in wrong.remedy
    assert put_right(document, "rules", 0) == document


def test_a_code_in_what_can_be_read_in_two_ways_is_put_right_alone() -> None:
    document = put_right(argued("A1", "F1 or A2"), "rules", 0)

    assert document.items("rules")[0].data["if"] == ["thick-ice", "F1 or A2"]


def test_the_margin_offers_to_put_it_right_where_that_is_plain() -> None:
    offers = [
        [
            one.remedy
            for one in advice(document, case_of(document), Passages())
            if "Press Return" in one.remedy
        ]
        for document in (argued("A1"), argued("thin-ice"), case())
    ]

    assert [len(found) for found in offers] == [1, 0, 0]


def told(rule: str) -> tuple[str, list[dict[str, object]]]:
    """What the margin says of an argument as somebody wrote it, and the arguments after Return."""
    text = CASE.replace(
        "{id: carries, if: [thick-ice, cold-winters], then: road-open,", f"{{id: carries, {rule},"
    )
    document = opened("case.yaml", text)
    first = next(
        one for one in advice(document, case_of(document), Passages()) if "Press Return" in one.remedy
    )
    right = put_right(document, first.section, first.place)
    assert right != document
    return f"{retold(first.what)} {retold(first.remedy)}", [item.data for item in right.items("rules")]


@pytest.mark.parametrize(
    ("rule", "premises", "said"),
    [
        (
            "any: [A1, cold-winters], then: road-open",
            [{"any": ["thick-ice", "cold-winters"]}],
            "if (A1 or A2)",
        ),
        ("if: [A1], unless: A2, then: road-open", ["thick-ice", "not cold-winters"], "A1 and not A2"),
        ("unless: A1 or A2, then: road-open", ["not thick-ice", "not cold-winters"], "not A1 and not A2"),
        (
            "unless: A1 and A2, then: road-open",
            [{"any": ["not thick-ice", "not cold-winters"]}],
            "(not A1 or not A2)",
        ),
        (
            "unless: [{any: [A1, A2]}], then: road-open",
            ["not thick-ice", "not cold-winters"],
            "not A1 and not A2",
        ),
        ("all: [A1, A2], then: road-open", ["thick-ice", "cold-winters"], "if A1 and A2"),
    ],
)
def test_premises_beside_the_premises_are_told_in_the_words_of_the_window(
    rule: str, premises: list[object], said: str
) -> None:
    words, rules = told(rule)

    assert said in words
    assert "[" not in words
    assert rules[0]["if"] == premises


def test_an_argument_with_two_conclusions_becomes_one_for_each() -> None:
    words, rules = told("if: [thick-ice, cold-winters], then: [road-open, close-bridge]")

    assert "“The road can be used”, “Close the bridge in winter”" in words
    assert [rule["then"] for rule in rules] == ["road-open", "close-bridge", "close-bridge"]
    assert rules[0]["if"] == rules[1]["if"]
    assert len({str(rule["id"]) for rule in rules}) == 3


@pytest.mark.parametrize(
    "rule",
    [
        "if: [thick-ice, cold-winters], then: F1",
        "if: [thick-ice, cold-winters], then: road-open and R1",
        'if: [thick-ice, cold-winters], then: "F1, R1"',
        'any: "A1, A2", then: road-open',
    ],
)
def test_what_return_is_offered_for_it_mends(rule: str) -> None:
    words, _ = told(rule)

    assert "Press Return here" in words


def test_what_stands_beside_the_premises_and_names_no_statement_stays() -> None:
    document = opened("case.yaml", CASE.replace("{id: carries,", "{id: carries, unless: thin-ice,"))

    assert put_right(document, "rules", 0) == document
