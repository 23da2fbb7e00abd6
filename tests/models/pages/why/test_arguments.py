"""Arguments and objections in the why: what each asks for, what it lost, what it overrules."""

from dataclasses import replace

import pytest

from models.pages.parts import plain_text
from models.pages.why.page import why_page
from models.schema.action import Change
from models.schema.page import Choice, Option, Page, Sentences
from models.schema.snapshot import fresh_state
from models.schema.view import View
from tests.models.engine.small_cases import link, rule, setting, small_case
from tests.models.pages.why.explained import block, why
from tests.states import after, snapshot, snapshot_of, state


def button(page: Page, identifier: str) -> Option:
    found = next(item for item in page.blocks if item.id == identifier)
    assert isinstance(found, Choice) and found.private
    return found.options[0]


def test_an_argument_answers_three_questions_with_names_first() -> None:
    lines = block(why(after(state(), A3="fails"), "R5"), "argument:from-moscow")

    assert [
        (line.quiet, line.text, line.code, line.sign and line.sign.word) for line in lines if line.quiet
    ] == [
        ("Why act?", "Pyongyang comes to rely on Moscow", "F14", "No longer follows"),
        ("Can it work?", "DPRK can be drawn away", "F17", "Follows"),
    ]
    assert next((line.text, line.note) for line in lines if line.indent) == (
        "Russia ties deepen",
        "taken to fail",
    )


def test_an_argument_is_rejected_beside_it_and_counted_again() -> None:
    once = state()
    reject = button(why(once, "R5"), "reject:from-moscow")
    assert isinstance(reject.action, Change)
    rejected = replace(once, scenario=reject.action.applied(once.case, once.scenario))

    again = button(why(rejected, "R5"), "reject:from-moscow")

    assert (reject.text, again.text) == ("Reject this argument", "Count it again")
    assert why(rejected, "R5").lead[-1].text == "Its only argument is rejected."
    assert isinstance(again.action, Change)
    assert again.action.applied(once.case, rejected.scenario) == once.scenario


def test_arguments_that_hold_are_one_line_until_they_are_unfolded() -> None:
    folded = after(state(), A3="fails")
    unfolded = replace(folded, view=replace(folded.view, unfolded=("talk-to-limit",)))

    assert len(block(why(folded, "R7"), "argument:talk-to-limit")) == 1
    assert len(block(why(unfolded, "R7"), "argument:talk-to-limit")) > 2


def test_an_objection_is_told_with_what_it_overrules() -> None:
    counted = after(state(), A2="fails")
    counted = replace(counted, scenario=replace(counted.scenario, added=True))

    assert (
        block(why(counted, "R10"), "objection:pressure-is-cheaper")[0].note
        == "applies, and overrules 2 arguments"
    )


def test_a_denied_premise_is_told_as_what_it_asks_for() -> None:
    counted = replace(state(), scenario=replace(state().scenario, added=True))

    asked = block(why(counted, "R10"), "objection:pressure-is-cheaper")[1]

    assert (asked.text, asked.sign.word if asked.sign else "") == (
        "“Pressure has run out” does not follow",
        "Not so",
    )


def test_a_choice_says_how_many_of_its_premises_are_asked_for() -> None:
    case = small_case(
        rule("p", need="a1 2:a2|a3|a4", then="r1"),
        statements="a1 a2 a3 a4 r1",
        fails="a4",
    )
    described = why_page(replace(snapshot_of(case, setting(case)), view=View(picked="r1")))

    (block,) = [block for block in described.blocks if block.id == "argument:p"]
    told = [(line.text, line.indent) for line in block.lines[1:]]  # type: ignore[attr-defined]
    assert told == [
        ("Text of a1", 0),
        ("At least 2 of these", 0),
        ("Text of a2", 1),
        ("Text of a3", 1),
        ("Text of a4", 1),
    ]


def test_an_objection_stands_with_what_the_essay_replies() -> None:
    lines = [
        line for block in why(state(), "R1").blocks if isinstance(block, Sentences) for line in block.lines
    ]

    assert [line.text for line in lines if line.quiet == "Reply:"] == ["Acceptance may be tacit (¶12)."]


def test_an_open_argument_says_what_leaves_it_open() -> None:
    page = why(after(state(), A10="uncertain", A17="uncertain"), "R10")

    titles = [
        item.lines for item in page.blocks if isinstance(item, Sentences) and item.id.startswith("argument:")
    ]
    assert titles[0][1].text == "Pyongyang comes to rely on Moscow"
    assert titles[0][1].note == "open: “DPRK can be drawn away”"


def test_a_finding_below_has_its_own_word_and_what_is_overruled_only_its_objection() -> None:
    lost = block(why(after(state(), A3="fails"), "R5"), "argument:from-moscow")
    granted = after(state(), X7="holds")
    added = why(replace(granted, scenario=replace(granted.scenario, added=True)), "R8")
    words = {
        line.text: line.sign.word
        for item in added.blocks
        if isinstance(item, Sentences)
        for line in item.lines
        if line.sign
    }

    assert {line.sign.word for line in lost if line.text.startswith("Windfall") and line.sign} == {
        "No longer follows"
    }
    assert (
        "Pyongyang would give up its arsenal" not in words
    )  # R7 is overruled, whatever else one argument lacks


def test_what_holds_together_is_told_in_one_clause() -> None:
    told = block(why(after(state(), A10="uncertain", A16="uncertain"), "R5"), "changes")

    assert any(line.text.endswith("hold") for line in told)


def test_each_argument_that_is_lost_has_its_own_cause() -> None:
    failing = after(state(), A3="fails")
    page = why(replace(failing, scenario=replace(failing.scenario, added=True)), "R7")

    assert page.lead[-1].text.startswith(
        "Only 3 of 5 arguments hold: Russia ties do not deepen, so “Draw away from Moscow” is no longer needed; "
        "besides, “Arsenal is kept” holds."
    )


@pytest.mark.parametrize(
    ("premise", "told"),
    [
        (
            {"means": "-r1 a1"},
            "What its argument needs cannot be so together: “Text of a1” and not “Text of r1”.",
        ),
        ({"if": "a2"}, "No argument is left: “Text of a2” fails."),
    ],
)
def test_advice_without_an_argument_says_what_was_needed(premise: dict[str, str], told: str) -> None:
    case = small_case(
        rule("one", need="a1", then="r1"),
        rule("other", **premise, then="r2"),
        statements="a1 a2 r1 r2",
        uncertain="a1",
        fails="a2",
    )

    page = why_page(replace(snapshot_of(case, setting(case)), view=View(picked="r2")))

    assert page.lead[-1].text == told


def test_an_objection_that_may_apply_is_not_said_to_overrule() -> None:
    counted = after(replace(state(), scenario=replace(state().scenario, added=True)), X5="uncertain")
    moscow = replace(counted, view=replace(counted.view, picked=counted.case.by_code["R5"].id))

    told = plain_text(why_page(snapshot(moscow)))

    assert "1 objection may overrule it" in told
    assert "overrules" not in told


def test_what_a_rejected_argument_rests_on_is_told_as_it_stands() -> None:
    base = state()
    rejected = replace(base, scenario=replace(base.scenario, set_aside=("not-a-bloc-backfires",)))
    bloc = replace(rejected, view=replace(rejected.view, picked=base.case.by_code["R4"].id))

    told = plain_text(why_page(snapshot(bloc)))

    assert "Bloc treatment backfires\tF15\tFollows" in told


def test_a_premise_that_a_link_settles_is_not_called_uncertain() -> None:
    case = small_case(
        rule("p", need="a1", means="-a2 a3", then="r1"),
        statements="a1 a2 a3 r1",
        uncertain="a2 a3",
        links=[link("l", one_of="a2 a1"), link("m", if_="a1", then="a3")],
    )
    taken = snapshot_of(case, setting(case))

    page = why_page(replace(taken, view=View(picked="r1")))

    lines = [line for line in block(page, "argument:p") if line.code in ("A2", "A3")]
    assert [(line.sign and line.sign.word, line.note) for line in lines] == [
        ("It is so", "settled by a link"),
        ("Holds", "settled by a link"),
    ]


@pytest.mark.parametrize(
    ("picked", "told"),
    [
        ("r1", "While what is rejected stays rejected, no change of assumptions can bring it back."),
        ("r2", "No change of assumptions can bring it back, by this case’s rules."),
    ],
)
def test_what_no_change_brings_back_is_put_down_to_what_is_rejected_under_it(picked: str, told: str) -> None:
    case = small_case(rule("p", need="a1", then="r1"), statements="a1 r1 r2")
    taken = snapshot(fresh_state(case, setting(case, aside=["p"])))

    (line,) = block(why_page(replace(taken, view=View(picked=picked))), "changes")

    assert line.text == told
