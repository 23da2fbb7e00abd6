"""Several contradictions at once: every smallest part of the stances that clashes is named, and what resolves all."""

from collections.abc import Collection
from itertools import chain, combinations, product
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from models.analyses.snapshots import take
from models.engine.evaluate import evaluate, ways_out
from models.language.link_words import contradictions_words
from models.language.panes import comes_to
from models.language.signs import statement_sign
from models.schema.case import Case
from models.schema.grades import Stance
from models.schema.links import Link
from models.schema.scenario import Scenario, with_stances
from models.schema.snapshot import State
from models.schema.steps.link_steps import VALUES, carried_along, contradictions, resolutions
from models.schema.view import View
from models.schema.workshop import Workshop
from tests.models.engine.small_cases import link, rule, setting, small_case
from tests.models.engine.test_completions import limits

NAMES = ["a1", "a2", "a3", "a4", "a5"]
SAID: dict[str, Any] = {"a1": "holds", "a2": "fails", "a3": "fails", "a4": "holds"}


def case_with(*links: dict[str, object]) -> Case:
    """Five assumptions, uncertain in the baseline, and their links."""
    every = " ".join(NAMES)
    rest = rule("p", need="a1", then="r1")
    return small_case(rest, statements=f"{every} r1", uncertain=every, links=links)


def two_at_once() -> tuple[Case, Scenario]:
    """That a1 holds clashes with a2 failing, and that a4 holds with a3 failing."""
    case = case_with(link("l", **{"if": "a1", "then": "a2"}), link("m", **{"if": "a4", "then": "a3"}))
    return case, setting(case, **SAID, a5="uncertain")


def clashes(links: Collection[Link], scenario: Scenario, names: Collection[str]) -> bool:
    taken = {name: VALUES[scenario.stance_of[name]] for name in names}
    worlds = (dict(zip(NAMES, values, strict=True)) for values in product((True, False), repeat=5))
    return not any(
        taken.items() <= world.items()
        and all(
            any(world[name] is value for name, value in clause) for each in links for clause in each.clauses
        )
        for world in worlds
    )


@st.composite
def linked_stances(draw: st.DrawFn) -> tuple[Case, Scenario]:
    signed = st.sampled_from([*NAMES, *(f"-{name}" for name in NAMES)])
    several = st.lists(st.sampled_from(NAMES), min_size=2, max_size=3, unique=True)
    links = [
        link(f"if{place}", **{"if": draw(signed), "then": draw(signed)})
        for place in range(draw(st.integers(1, 4)))
    ]
    links += [link(f"one{place}", one_of=" ".join(draw(several))) for place in range(draw(st.integers(0, 2)))]
    stances: dict[str, Any] = {name: draw(st.sampled_from(["holds", "fails", "uncertain"])) for name in NAMES}
    try:
        case = case_with(*links)
    except ValueError:  # the links rule out every setting
        case = case_with(*links[:1])
    return case, setting(case, **stances)


@given(linked_stances())
def test_all_smallest_parts_that_clash_are_named_and_no_others(drawn: tuple[Case, Scenario]) -> None:
    case, scenario = drawn
    settled = [name for name in NAMES if name in case.linked and scenario.stance_of[name] in VALUES]
    parts = chain.from_iterable(combinations(settled, size) for size in range(len(settled) + 1))
    clashing = [set(part) for part in parts if clashes(case.links, scenario, part)]
    smallest = [part for part in clashing if not any(other < part for other in clashing)]

    found = [{item.id for item in each.stances} for each in contradictions(case, scenario)]

    assert sorted(map(sorted, found)) == sorted(map(sorted, smallest))


@given(linked_stances())
def test_the_links_that_are_named_rule_the_stances_out(drawn: tuple[Case, Scenario]) -> None:
    case, scenario = drawn

    for found in contradictions(case, scenario):
        links = [item for item in case.links if item.id in found.links]
        assert clashes(links, scenario, [item.id for item in found.stances])


@given(linked_stances())
def test_the_ways_out_are_all_of_the_smallest(drawn: tuple[Case, Scenario]) -> None:
    case, scenario = drawn
    if not contradictions(case, scenario):
        return
    settled = [name for name in NAMES if name in case.linked and scenario.stance_of[name] in VALUES]
    by_size = [
        [
            set(part)
            for part in combinations(settled, size)
            if not clashes(case.links, _turned(scenario, part), settled)
        ]
        for size in range(1, len(settled) + 1)
    ]
    smallest = next((ways for ways in by_size if ways), [])

    found = [{item.id for item in way} for way in resolutions(case, scenario)]

    assert sorted(map(sorted, found)) == sorted(map(sorted, smallest))


def _turned(scenario: Scenario, names: Collection[str]) -> Scenario:
    return with_stances(scenario, {name: scenario.stance_of[name].opposite for name in names})


def test_both_are_told_and_each_way_out_resolves_both() -> None:
    case, scenario = two_at_once()
    answer = evaluate(case, scenario)

    ways = ways_out(case, scenario, answer)

    assert [[item.id for item in found.stances] for found in answer.contradictions] == [
        ["a1", "a2"],
        ["a3", "a4"],
    ]
    assert [found.links for found in answer.contradictions] == [("l",), ("m",)]
    assert len(set(ways)) == 4
    for way in ways:
        after = carried_along(case, scenario, {item.id: item.stance for item in way})
        assert not evaluate(case, after).contradictions
    assert contradictions_words(case, answer.contradictions).count("that cannot be so together") == 2


def test_what_is_argued_for_is_let_fail_where_that_it_holds_cannot_be() -> None:
    case = small_case(
        rule("p", **{"if": "a1", "then": "f1"}),
        rule("q", need="a2", then="r1"),
        statements="a1 a2 a3 f1 r1",
        argued={"a2": "f1"},
        links=[link("l", at_most_one="a2 a3")],
        uncertain="a3",
    )
    scenario = setting(case, a2="as-argued", a3="holds")

    answer = evaluate(case, scenario)

    (found,) = answer.contradictions
    assert {item.id: item.stance for item in found.stances} == {"a2": Stance.AS_ARGUED, "a3": Stance.HOLDS}
    ways = [[(item.id, item.stance) for item in way] for way in ways_out(case, scenario, answer)]
    assert ways == [[("a2", Stance.FAILS)], [("a3", Stance.FAILS)]]
    seen = take(State(case=case, scenario=scenario, workshop=Workshop(case=scenario.case), view=View()))
    assert comes_to(seen, "a2") is Stance.AS_ARGUED
    assert statement_sign(seen, "a2").word == "As argued"


def test_past_the_budget_a_contradiction_through_an_argument_is_named_where_a_walk_proves_it() -> None:
    case = small_case(
        rule("p1", **{"if": "a1"}, then="f1"),
        rule("p2", **{"if": "-a1"}, then="f1"),
        rule("p3", need="a4 a5 a6 a7 a8", then="r1"),
        rule("p4", need="-a4 a5 -a6 a7 -a8", means="f1", then="r1"),
        statements="a1 a2 a3 a4 a5 a6 a7 a8 f1 r1",
        uncertain="a1 a4 a5 a6 a7 a8",
        links=[link("one", at_most_one="a2 a3")],
        argued={"a2": "f1"},
    )
    scenario = setting(case, a3="holds")

    with limits(columns=4, nodes=3, walked=200):
        found = evaluate(case, scenario)

    assert not found.whole or found.contradictions
    assert [[item.id for item in one.stances] for one in found.contradictions] == [["a2", "a3"]]
    assert [one.links for one in found.contradictions] == [("one",)]


def test_past_the_budget_what_several_links_rule_out_is_named_where_a_walk_proves_it() -> None:
    case = small_case(
        rule("p1", **{"if": "a1"}, then="f1"),
        rule("p2", **{"if": "a2"}, then="f2"),
        rule("p3", need="a4 a5 a6 a7 a8", then="r1"),
        rule("p4", need="-a4 a5 -a6 a7 -a8", then="r1"),
        statements="a1 a2 a3 a4 a5 a6 a7 a8 a9 a10 a11 f1 f2 r1",
        uncertain="a1 a2 a4 a5 a6 a7 a8",
        links=[
            link("either", one_of="a1 a2"),
            link("first", at_most_one="a3 a9"),
            link("second", at_most_one="a3 a10"),
            link("apart", **{"if": "a11", "then": "a5"}),
        ],
        argued={"a9": "f1", "a10": "f2"},
    )

    with limits(columns=4, nodes=3, walked=400):
        found = evaluate(case, setting(case, a3="holds", a11="fails"))

    assert [[item.id for item in one.stances] for one in found.contradictions] == [["a3", "a9", "a10"]]
    assert [one.links for one in found.contradictions] == [("either", "first", "second")]
