"""Two arguments that say the same are remarked on; what differs in anything is not."""

from typing import Any

import pytest

from models.schema.references import defects

BASE: dict[str, Any] = {
    "assumptions": [{"id": name, "code": name.upper()} for name in ("a1", "a2")],
    "recommendations": [{"id": "r1", "code": "R1"}],
}
FIRST = {"id": "p", "if": ["a1", "a2"], "then": "r1"}


def told(*rules: dict[str, Any]) -> list[str]:
    return [one.what for one in defects({**BASE, "rules": [FIRST, *rules]}) if "same premises" in one.what]


def test_an_argument_with_the_premises_of_another_in_any_order_is_remarked_on() -> None:
    assert told({"id": "q", "if": ["a2", "a1"], "then": "r1"}) == [
        "The rule q leads to r1 from the same premises as p."
    ]


def test_choices_are_the_same_in_any_order() -> None:
    choices = [{"any": ["a1", "a2"]}], [{"any": ["a2", "a1"]}]

    found = told(*({"id": f"q{n}", "if": form, "opposes": "r1"} for n, form in enumerate(choices)))

    assert found == ["The rule q1 opposes r1 from the same premises as q0."]


@pytest.mark.parametrize(
    "other",
    [
        {"if": ["a1"], "then": "r1"},
        {"if": ["a1", "not a2"], "then": "r1"},
        {"if": ["a1"], "need": ["a2"], "then": "r1"},
        {"if": [{"any": ["a1", "a2"]}], "then": "r1"},
        {"if": ["a1", "a2"], "opposes": "r1"},
        {"then": "r1"},
    ],
)
def test_an_argument_that_differs_in_anything_is_another(other: dict[str, Any]) -> None:
    assert told({"id": "q", **other}) == []
