"""What can be parked: what decides nothing, alone or together, whatever is argued or linked."""

import pytest
from hypothesis import given

from models.analyses.groups.disagreements import disagreements
from models.schema.grades import Stance, Verdict
from models.schema.scenario import with_stances
from tests.models.analyses.drawn_groups import group, settling_anywhere, thoroughly
from tests.models.analyses.drawn_scopes import drawn_scopes
from tests.models.engine.small_cases import Drawn, link, rule, setting, small_case


def test_what_matters_to_nothing_can_be_parked() -> None:
    case = small_case(
        rule("p", need="a1", then="r1"),
        rule("q", need="a2", then="r2"),
        rule("s", need="a2", then="r3"),
        statements="a1 a2 a3 r1 r2 r3",
    )
    groups = [group("one", setting(case)), group("two", setting(case, a1="fails", a2="fails", a3="fails"))]

    found = disagreements(case, groups)

    assert {item.id: item.matters_to for item in found.items} == {"a1": ("r1",), "a2": ("r2", "r3"), "a3": ()}


@pytest.mark.parametrize("other", [None, "holds"])
def test_what_argues_for_an_assumption_taken_as_argued_decides_with_it(other: str | None) -> None:
    case = small_case(
        rule("p", **{"if": "a2"}, then="f1"),
        rule("q", need="a1", then="r1"),
        statements="a1 a2 f1 r1",
        argued={"a1": "f1"},
    )
    one = setting(case, a2="fails")
    two = setting(case, a1=other) if other else setting(case)

    found = disagreements(case, (group("one", one), group("two", two)))

    split = next(item for item in found.items if item.id == "a2")
    (decided,) = split.deciding
    assert split.matters_to == ("r1",)
    assert (decided.if_holds, decided.if_fails) == (Verdict.HOLDS, Verdict.OPEN)


def test_what_argues_for_an_assumption_that_all_settle_decides_only_if_that_is_taken_as_argued() -> None:
    case = small_case(
        rule("p", **{"if": "a2"}, then="f1"),
        rule("q", need="a1", then="r1"),
        statements="a1 a2 f1 r1",
        argued={"a1": "f1"},
    )
    one, two = setting(case, a1="holds"), setting(case, a1="holds", a2="fails")

    found = disagreements(case, (group("one", one), group("two", two)))

    assert [item.id for item in found.items if not item.matters_to] == ["a2"]
    assert found.can_decide == {"a1": ("r1",), "a2": ("r1",)}


def test_what_links_let_turn_only_together_is_not_parked() -> None:
    case = small_case(
        rule("p", need="a1", then="r1"),
        statements="a1 a2 a3 r1",
        fails="a2",
        links=[link("l", one_of="a1 a2")],
    )
    scenarios = [setting(case, a1="holds", a2="fails"), setting(case, a1="fails", a2="holds")]

    found = disagreements(case, [group(f"g{at}", one) for at, one in enumerate(scenarios)])

    assert {item.id: item.matters_to for item in found.items} == {"a1": ("r1",), "a2": ("r1",)}
    assert found.can_decide == {"a1": ("r1",), "a2": ("r1",), "a3": ()}
    assert found.exact


def test_what_links_turn_together_is_not_parked_where_too_many_moves_are_to_be_tried() -> None:
    names = " ".join(f"a{at}" for at in range(1, 15))
    links = [link(f"l{at}", if_=f"a{at}", then="a1") for at in range(3, 14)]
    case = small_case(
        rule("p", need="a1", then="r1"),
        statements=f"{names} r1",
        fails="a2",
        links=[link("l", one_of="a1 a2"), *links],
    )
    one = setting(case)
    other = with_stances(one, {name: Stance("holds" if name == "a2" else "fails") for name in names.split()})

    found = disagreements(case, (group("one", one), group("other", other)))

    assert found.can_decide["a2"] == ("r1",)
    assert found.can_decide["a14"] == ()


@thoroughly
@given(drawn_scopes(linked=True))
def test_what_is_parked_decides_nothing_whatever_is_taken_of_the_rest(drawn: Drawn) -> None:
    case, scenario = drawn.case, drawn.scenario
    order = [item.id for item in case.recommendations]

    found = disagreements(case, (group("one", scenario),)).can_decide

    for item in case.assumptions:
        decided = settling_anywhere(case, scenario, item.id)
        argued = any(one.argued_by for one in case.assumptions)
        assert decided <= set(found[item.id])
        assert argued or found[item.id] == tuple(name for name in order if name in decided)
