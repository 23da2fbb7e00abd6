"""Links rule settings out: what they carry along, what contradicts them, and what follows from the rest."""

from fractions import Fraction
from pathlib import Path

import pytest

from models.analyses.everywhere import everywhere
from models.analyses.flips import flips
from models.engine.evaluate import evaluate
from models.schema.case import Case
from models.schema.grades import Stance, Verdict
from models.schema.result import Status
from models.schema.scenario import StanceOn, baseline_scenario, with_stances
from models.schema.steps.link_steps import carried_along, contradictions, resolutions, settled_by_links
from models.schema.value import as_plain
from models.store.border import validated
from models.store.cases import read_case
from tests.models.engine.small_cases import link, rule, setting, small_case

INPUTS = Path(__file__).parents[1] / "inputs"


def linked(name: str, *links: dict[str, object]) -> Case:
    """One of the cases of the inputs, with links between its assumptions."""
    case = read_case(INPUTS / f"links-{name}.yaml").case
    return validated(Case, as_plain(case) | {"links": links, "version": "linked"})


def one_of(name: str, *names: str) -> dict[str, object]:
    return {"id": name, "one-of": names, "because": "It is one of them.", "paragraphs": [1]}


def implies(name: str, if_: str, then: str) -> dict[str, object]:
    return {"id": name, "if": [if_], "then": then, "because": "One is the other.", "paragraphs": [1]}


@pytest.fixture
def choice() -> Case:
    return small_case(
        rule("p", need="a1", then="r1"),
        rule("q", need="a2", then="r2"),
        statements="a1 a2 a3 r1 r2",
        fails="a2 a3",
        links=[link("l", one_of="a1 a2 a3")],
    )


def test_only_possible_settings_count_in_a_share() -> None:
    case = linked("parenting", implies("ages", "child-under-6", "child-under-8"))

    found = everywhere(case, baseline_scenario(case)).of["pay"]

    assert (found.share, found.exact) == (Fraction(1, 4), True)


def test_of_twenty_seven_possible_settings_a_share_is_a_part() -> None:
    case = linked(
        "one-column",
        one_of("a", "a1", "a2", "a3"),
        one_of("c", "c1", "c2", "c3"),
        one_of("f", "f1", "f2", "f3"),
    )
    free = with_stances(
        baseline_scenario(case), dict.fromkeys((a.id for a in case.assumptions), Stance.UNCERTAIN)
    )

    found = everywhere(case, free).of["d1"]

    assert evaluate(case, free).completions == 27
    assert 27 % found.share.denominator == 0


def test_what_links_leave_no_room_for_falls() -> None:
    case = linked(
        "lending",
        implies("o1", "score-130", "score-120"),
        implies("o2", "score-120", "score-100"),
        implies("o3", "score-100", "score-80"),
    )
    scenario = carried_along(
        case, baseline_scenario(case), {"score-80": Stance.FAILS, "existing": Stance.UNCERTAIN}
    )

    answer = evaluate(case, scenario)

    assert answer.contradiction is None
    assert answer.status_of["s-through"] is Status.REJECTED


def test_a_change_carries_along_what_it_leaves_one_value(choice: Case) -> None:
    changed = with_stances(setting(choice), {"a2": Stance.HOLDS})

    assert settled_by_links(choice, changed, ("a2",)) == {"a1": Stance.FAILS}
    assert (
        evaluate(choice, carried_along(choice, setting(choice), {"a2": Stance.HOLDS})).contradiction is None
    )


def test_stances_that_links_rule_out_are_named_with_what_resolves_them(choice: Case) -> None:
    scenario = setting(choice, a1="fails")

    (found,) = contradictions(choice, scenario)

    assert [item.id for item in found.stances] == ["a1", "a2", "a3"]
    assert found.links == ("l",)
    assert resolutions(choice, scenario, ("a1",)) == (
        (StanceOn(id="a2", stance=Stance.HOLDS),),
        (StanceOn(id="a3", stance=Stance.HOLDS),),
    )
    assert {item.verdict for item in evaluate(choice, scenario).recommendations} == {Verdict.OPEN}


def test_what_is_uncertain_is_settled_where_links_leave_it_one_way(choice: Case) -> None:
    answer = evaluate(choice, setting(choice, a2="uncertain", a3="uncertain"))

    assert answer.status_of["a2"] is Status.REJECTED
    assert answer.completions == 1


def test_a_flip_never_leads_through_what_cannot_be(choice: Case) -> None:
    found = flips(choice, setting(choice), about=["r1", "r2"])

    assert [[change.id for change in changes] for changes in found[0].rejected] == [
        ["a1", "a2"],
        ["a1", "a3"],
    ]
    assert [[change.id for change in changes] for changes in found[1].accepted] == [["a1", "a2"]]
