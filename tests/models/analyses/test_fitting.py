"""Ratings contradict a link if, and only if, no chances that keep it come to these ratings."""

from fractions import Fraction
from itertools import product

import clingo
import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.analyses.fitting import unfitting
from models.schema.case import Case
from tests.models.engine.small_cases import link, rule, small_case


def linked(*links: dict[str, str]) -> Case:
    return small_case(
        rule("p", need="a1", then="r1"),
        statements="a1 a2 a3 r1",
        uncertain="a1 a2 a3",
        links=[link(f"l{number}", **keys) for number, keys in enumerate(links)],
    )


NAMES = ("a1", "a2", "a3")
SOME = st.lists(
    st.sampled_from(
        (
            {"one_of": "a1 a2 a3"},
            {"one_of": "a1 a2"},
            {"at_most_one": "a1 a2 a3"},
            {"at_most_one": "a1 a2"},
            {"if_": "a1", "then": "a2"},
            {"if_": "a1", "then": "a3"},
            {"if_": "a2", "then": "a3"},
            {"if_": "a1 -a2", "then": "-a3"},
        )
    ),
    min_size=1,
    max_size=3,
)


def possible(case: Case) -> list[dict[str, int]]:
    settings = [dict(zip(NAMES, held, strict=True)) for held in product((0, 1), repeat=3)]
    return [
        one for one in settings if all(any(one[name] == to for name, to in part) for part in case.clauses)
    ]


@given(SOME, st.lists(st.integers(0, 9), min_size=8, max_size=8).filter(any))
def test_what_chances_of_possible_settings_come_to_contradicts_no_link(
    links: list[dict[str, str]], weights: list[int]
) -> None:
    case = linked(*links)
    weighed = list(zip(possible(case), weights, strict=False))
    total = sum(weight for _, weight in weighed) or 1
    rated = {
        name: float(sum(Fraction(one[name] * weight, total) for one, weight in weighed)) for name in NAMES
    }

    assert not sum(weight for _, weight in weighed) or not unfitting(case, rated)


@given(SOME, st.lists(st.integers(0, 10), min_size=3, max_size=3))
def test_links_are_contradicted_if_no_chances_come_to_the_ratings(
    links: list[dict[str, str]], tenths: list[int]
) -> None:
    """A solver looks for chances in twentieths: no ratings in tenths of three assumptions need others."""
    case = linked(*links)
    control = clingo.Control(["--warn=none"])
    settings = enumerate(possible(case))
    facts = [f"holds({number},{name})." for number, one in settings for name in NAMES if one[name]]
    rated = [f"rated({name},{2 * rating})." for name, rating in zip(NAMES, tenths, strict=True)]
    asked = (
        f"1 {{chance(S,0..20)}} 1 :- S = 0..{len(possible(case)) - 1}. :- #sum {{C,S : chance(S,C)}} != 20."
    )
    kept = ":- rated(A,R), #sum {C,S : chance(S,C), holds(S,A)} != R."
    control.add("base", [], "\n".join([*facts, *rated, asked, kept]))
    control.ground([("base", [])])

    credences = dict(zip(NAMES, (rating / 10 for rating in tenths), strict=True))
    found = unfitting(case, credences)

    assert bool(found) is not control.solve().satisfiable
    for part in found:
        alone = [links[int(item.id[1:])] for item in part]
        assert unfitting(linked(*alone), credences)
        assert not any(
            unfitting(linked(*(keys for keys in alone if keys is not one)), credences) for one in alone
        )


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
    case = linked(keys)

    assert bool(unfitting(case, rated)) is contradicted
    assert not unfitting(case, rated, settled=["a1", "a2"])


@pytest.mark.parametrize(("last", "contradicted"), [(0.6, True), (0.79, True), (0.8, False)])
def test_links_are_contradicted_through_what_is_not_rated(last: float, contradicted: bool) -> None:
    case = linked({"if_": "a1", "then": "a2"}, {"if_": "a2", "then": "a3"})

    found = unfitting(case, {"a1": 0.8, "a3": last})

    assert [[item.id for item in part] for part in found] == ([["l0", "l1"]] if contradicted else [])
    assert not unfitting(case, {"a1": 0.8, "a3": last}, settled=["a2"])


def test_links_that_leave_too_many_settings_are_looked_at_one_by_one() -> None:
    names = [f"a{number}" for number in range(1, 13)]
    case = small_case(
        rule("p", need="a1", then="r1"),
        statements=" ".join([*names, "r1"]),
        uncertain=" ".join(names),
        links=[link(f"l{name}", if_="a1", then=name) for name in names[1:]],
    )

    assert not unfitting(case, dict.fromkeys(names, 0.5))
    assert [part[0].id for part in unfitting(case, {**dict.fromkeys(names, 0.5), "a2": 0.4})] == ["la2"]
