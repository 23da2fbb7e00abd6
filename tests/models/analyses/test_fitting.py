"""Ratings contradict a link if, and only if, no chances that keep it come to these ratings."""

from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.analyses.fitting import unfitting
from models.schema.case import Case
from tests.models.engine.small_cases import link, rule, small_case


def linked(**keys: str) -> Case:
    return small_case(
        rule("p", need="a1", then="r1"),
        statements="a1 a2 a3 r1",
        uncertain="a1 a2 a3",
        links=[link("l", **keys)],
    )


LINKS = (
    {"one_of": "a1 a2 a3"},
    {"at_most_one": "a1 a2 a3"},
    {"if_": "a1", "then": "a2"},
    {"if_": "a1 -a2", "then": "-a3"},
)


@given(st.sampled_from(LINKS), st.lists(st.integers(0, 9), min_size=8, max_size=8).filter(any))
def test_what_chances_of_possible_settings_come_to_contradicts_no_link(
    keys: dict[str, str], weights: list[int]
) -> None:
    case = linked(**keys)
    settings = [dict(zip(("a1", "a2", "a3"), held, strict=True)) for held in product((0, 1), repeat=3)]
    possible = [
        (one, weight)
        for one, weight in zip(settings, weights, strict=True)
        if weight and all(any(one[name] == held for name, held in clause) for clause in case.clauses)
    ]
    total = sum(weight for _, weight in possible)
    rated = {
        name: float(sum(Fraction(one[name] * weight, total) for one, weight in possible))
        for name in ("a1", "a2", "a3")
        if total
    }

    assert not unfitting(case, rated)


@pytest.mark.parametrize(
    ("keys", "rated", "contradicted"),
    [
        ({"if_": "a1", "then": "a2"}, {"a1": 0.8, "a2": 0.6}, True),
        ({"if_": "a1", "then": "a2"}, {"a1": 0.61, "a2": 0.6}, True),
        ({"if_": "a1", "then": "a2"}, {"a1": 0.6, "a2": 0.6}, False),
        ({"if_": "a1", "then": "a2"}, {"a1": 0.8}, False),
        ({"if_": "a1 a2", "then": "a3"}, {"a1": 0.8, "a2": 0.8, "a3": 0.5}, True),
        ({"if_": "a1 a2", "then": "a3"}, {"a1": 0.8, "a2": 0.8, "a3": 0.6}, False),
        ({"one_of": "a1 a2 a3"}, {"a1": 0.33, "a2": 0.33, "a3": 0.33}, False),
        ({"one_of": "a1 a2 a3"}, {"a1": 0.5, "a2": 0.3, "a3": 0.1}, True),
        ({"one_of": "a1 a2 a3"}, {"a1": 0.5, "a2": 0.3}, False),
        ({"one_of": "a1 a2 a3"}, {"a1": 0.7, "a2": 0.5}, True),
        ({"at_most_one": "a1 a2"}, {"a1": 0.6, "a2": 0.5}, True),
        ({"at_most_one": "a1 a2"}, {"a1": 0.1, "a2": 0.1}, False),
    ],
)
def test_a_link_is_contradicted_by_ratings_that_cannot_be(
    keys: dict[str, str], rated: dict[str, float], contradicted: bool
) -> None:
    case = linked(**keys)

    assert bool(unfitting(case, rated)) is contradicted
    assert not unfitting(case, rated, settled=["a1", "a2"])
