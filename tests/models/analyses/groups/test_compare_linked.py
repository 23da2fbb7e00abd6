"""Scenarios that differ on what links tie: what turns only together, and what settles what all leave uncertain."""

from dataclasses import replace

from models.analyses.groups.compare import compare
from models.schema.grades import Kind, Stance, Verdict
from models.schema.scenario import with_stances
from tests.models.engine.small_cases import link, rule, setting, small_case


def test_what_links_let_turn_only_together_decides_together() -> None:
    case = small_case(
        rule("p", need="a1", then="r1"),
        rule("q", need="a3", then="r2"),
        statements="a1 a2 a3 r1 r2",
        fails="a2",
        links=[link("l", one_of="a1 a2")],
    )
    scenarios = [setting(case, a1="holds", a2="fails"), setting(case, a1="fails", a2="holds")]

    found = compare(case, scenarios)

    assert found.exact
    assert [(item.id, item.matters_to) for item in found.differences] == [("a1", ("r1",)), ("a2", ("r1",))]


def test_what_links_let_turn_only_together_changes_together_how_advice_falls() -> None:
    case = small_case(
        rule("p", need="a1", means="a2", then="r1"),
        statements="a1 a2 r1",
        fails="a2",
        links=[link("l", one_of="a1 a2")],
    )
    scenarios = [setting(case, a1="holds", a2="fails"), setting(case, a1="fails", a2="holds")]

    found = compare(case, scenarios)

    assert [(item.matters_to, item.changes_how) for item in found.differences] == [((), ("r1",))] * 2


def test_too_many_settings_of_linked_assumptions_are_told_as_not_exact() -> None:
    names = " ".join(f"a{at}" for at in range(1, 14))
    links = [link(f"l{at}", if_=f"a{at}", then="a1") for at in range(2, 14)]
    case = small_case(rule("p", need=names, then="r1"), statements=f"{names} r1", links=links)
    scenarios = [setting(case), with_stances(setting(case), dict.fromkeys(names.split(), Stance.FAILS))]

    assert not compare(case, scenarios).exact


def test_what_settles_through_a_link_what_all_leave_uncertain_makes_a_difference() -> None:
    case = small_case(
        rule("p", need="a2", then="r1"),
        rule("q", need="a3", means="a2", then="r2"),
        statements="a1 a2 a3 r1 r2",
        uncertain="a1 a2",
        fails="a3",
        links=[link("l", if_="a1", then="a2")],
    )
    scenarios = [setting(case, a1="holds", a2="holds"), setting(case)]
    settled = [with_stances(item, {"a2": Stance.UNCERTAIN}) for item in scenarios]

    (found,) = compare(case, settled).differences

    assert (found.id, found.matters_to, found.changes_how) == ("a1", ("r1",), ())


def test_what_argues_for_a_linked_assumption_settles_what_it_brings() -> None:
    case = small_case(
        rule("f", **{"if": "a1"}, then="f1"),
        rule("p", need="a3", then="r1"),
        statements="a1 a2 a3 f1 r1",
        uncertain="a3",
        argued={"a2": "f1"},
        links=[link("l", if_="a2", then="a3")],
    )
    scenarios = [setting(case), setting(case, a1="fails")]

    found = compare(case, scenarios)

    assert [item.verdicts for item in found.recommendations] == [(Verdict.HOLDS, Verdict.OPEN)]
    assert [(item.id, item.matters_to) for item in found.differences] == [("a1", ("r1",))]


def test_a_difference_on_what_critics_say_settles_nothing_while_objections_are_off() -> None:
    case = small_case(
        rule("f", **{"if": "a1"}, then="f1"),
        rule("p", need="a2", then="r1"),
        rule("o", **{"if": "a4"}, opposes="r1") | {"kind": "added"},
        statements="a1 a2 a3 a4 f1 r1",
        fails="a3 a4",
        argued={"a2": "f1"},
        links=[link("l", at_most_one="a2 a3")],
    )
    *others, critics = case.assumptions
    case = replace(case, assumptions=(*others, replace(critics, kind=Kind.ADDED)))
    scenarios = [setting(case), setting(case, a1="uncertain", a4="holds"), setting(case, a4="holds")]

    found = compare(case, scenarios)

    assert [(item.id, item.matters_to) for item in found.differences] == [("a1", ("r1",)), ("a4", ())]
