"""What is settled by an argument or a link is told as what it comes to, whatever its stance is called."""

from dataclasses import replace

import pytest
from hypothesis import given

from models.cli.evaluate import settings
from models.engine.explain import Trace
from models.language.account import account
from models.language.causes.cause import cause
from models.language.suppositions import differing
from models.pages.caption import caption, heard
from models.pages.sheet import sheet_title
from models.schema.case import Case
from models.schema.grades import Reading, Stance
from models.schema.result import Status
from models.schema.scenario import baseline_scenario
from models.schema.snapshot import fresh_state
from models.schema.steps.acting import acted
from models.schema.steps.scenario_steps import set_stance
from tests.models.engine.brute_force import BruteForce
from tests.models.engine.small_cases import Drawn, drawn_settings, link, rule, setting, small_case
from tests.states import snapshot, snapshot_of
from tests.workshops import MOMENT


def test_what_holds_as_argued_is_told_to_hold() -> None:
    case = small_case(
        rule("p", **{"if": "a2"}, then="f1"),
        rule("q", need="a1", then="r1"),
        statements="a1 a2 f1 r1",
        argued={"a1": "f1"},
    )
    trace = Trace(snapshot_of(case, setting(case)))

    assert account(trace, "r1") == "If text of a1 (A1) and text of a2 (A2), there is a reason to act."


def test_what_is_argued_for_now_and_then_is_told_to_be_taken_so() -> None:
    case = small_case(
        rule("p", **{"if": "a2"}, then="f1"),
        rule("q", need="a1|-f1", then="r1"),
        statements="a1 a2 f1 r1",
        uncertain="a2",
        argued={"a1": "f1"},
    )
    trace = Trace(snapshot_of(case, setting(case)))

    assert account(trace, "r1") == "If “Text of a1” is taken as argued (A1), there is a reason to act."


@pytest.mark.parametrize(("needed", "why"), [("a2", "“Text of a2” fails"), ("-a3", "“Text of a3” holds")])
def test_what_links_settle_is_a_cause_as_what_it_comes_to(needed: str, why: str) -> None:
    case = small_case(
        rule("p", need=needed, then="r1"),
        statements="a1 a2 a3 r1",
        uncertain="a2 a3",
        links=[link("l", if_="a1", then="-a2"), link("m", if_="a1", then="a3")],
    )
    trace = Trace(snapshot_of(case, setting(case)))

    assert cause(trace, "r1") == why
    assert account(trace, "r1") == f"Nothing calls for it any more: {why}."


def test_an_assumption_that_a_link_settles_says_which_way() -> None:
    case = small_case(
        rule("p", need="a1", then="r1"),
        statements="a1 a2 a3 a4 r1",
        uncertain="a2 a3 a4",
        links=[link("l", if_="a1", then="-a2"), link("m", if_="a1", then="a3")],
    )
    trace = Trace(snapshot_of(case, setting(case)))

    assert [account(trace, name) for name in ("a2", "a3", "a4")] == [
        "Left uncertain, as in the source. A link settles it: it fails.",
        "Left uncertain, as in the source. A link settles it: it holds.",
        "Left uncertain, as in the source.",
    ]


@given(drawn_settings(linked=True))
def test_a_link_is_said_to_settle_what_would_be_open_without_it(drawn: Drawn) -> None:
    trace = Trace(snapshot_of(drawn.case, drawn.scenario))
    tied, free = (
        BruteForce(replace(drawn.case, links=links), drawn.scenario) for links in (drawn.case.links, ())
    )

    for item in drawn.case.assumptions:
        status, told = tied.status(item.id), account(trace, item.id)
        argued = any(world.accepted(name) for world in tied.worlds for name in item.argued_by)
        taken_so = argued and drawn.scenario.stance_of[item.id] is Stance.AS_ARGUED
        settled = status is not Status.OPEN is free.status(item.id) and not taken_so
        assert told.endswith("A link settles it: it holds.") is (settled and status is Status.ACCEPTED)
        assert told.endswith("A link settles it: it fails.") is (settled and status is Status.REJECTED)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [("a2", "Neither argument holds"), ("a2 a3", "None of the 3 arguments holds")],
)
def test_where_none_of_all_arguments_holds_it_is_not_said_that_only_none_does(
    arguments: str, told: str
) -> None:
    lacking = [rule(f"q{name}", need=name, then="r1") for name in arguments.split()]
    case = small_case(
        rule("p", need="a1", then="r1"),
        *lacking,
        rule("o", **{"if": "a1"}, opposes="r1"),
        statements="a1 a2 a3 r1",
        fails="a2 a3",
    )
    every = replace(baseline_scenario(case), reading=Reading.EVERY_ARGUMENT)

    assert cause(Trace(snapshot_of(case, every)), "r1").startswith(f"{told}: ")


@pytest.mark.parametrize("text", ["If the bus runs, people leave their cars", "When it rains, it pours"])
def test_a_sentence_that_begins_with_a_condition_is_named_inside_another(text: str) -> None:
    case = small_case(rule("q", need="a1", then="r1"), statements="a1 r1")
    case = replace(case, assumptions=(replace(case.assumptions[0], text=text, label="The bus runs"),))
    trace = Trace(snapshot_of(case, setting(case)))

    assert account(trace, "r1") == "If “The bus runs” holds (A1), there is a reason to act."


@pytest.fixture
def roads() -> Case:
    """Two roads of which exactly one is open, and advice that needs the first."""
    return small_case(
        rule("p", need="a1", then="r1"),
        statements="a1 a2 r1",
        fails="a2",
        links=[link("l", one_of="a1 a2")],
    )


@pytest.mark.parametrize(
    ("other", "only", "comes_to"), [("fails", "hold", "holds"), ("holds", "fail", "fails")]
)
def test_what_is_set_uncertain_and_settled_by_a_link_is_told_with_what_it_comes_to(
    roads: Case, other: str, only: str, comes_to: str
) -> None:
    state = fresh_state(roads)
    if other == "holds":
        state = acted(state, set_stance("a2", Stance.HOLDS), MOMENT)
    taken = snapshot(acted(state, set_stance("a1", Stance.UNCERTAIN), MOMENT), analysed=False)

    so = f"“Text of a1” is uncertain, but links let it only {only}"
    assert so in sheet_title(taken)
    assert caption(taken)[0].text == f"If {so}:"
    assert f"Text of a1 is uncertain, but links let it only {only}." in heard(taken)
    assert f"Text of a1 (settled by a link: {comes_to})" in " ".join(line.text for line in differing(taken))
    assert "eft uncertain: “Text of a1” (A1); " in settings(taken)
    assert f"settled by a link all the same: “Text of a1” (A1) {comes_to}; " in settings(taken)


def test_what_the_baseline_leaves_to_a_link_is_told_beside_it() -> None:
    case = small_case(
        rule("p", need="a1", then="r1"),
        statements="a1 a2 a3 r1",
        uncertain="a2",
        links=[link("l", if_="a1", then="a2"), link("m", if_="a1", then="a3")],
    )
    taken = snapshot_of(case, setting(case, a3="uncertain"))

    assert sheet_title(taken).startswith(
        "Suppose “Text of a3” is uncertain, but links let it only hold. Then "
    )
    assert "with" not in settings(taken)
    assert "settled by a link all the same: “Text of a2” (A2) and “Text of a3” (A3) hold" in settings(taken)
