"""Why: the verdict in a sentence, three questions, what would change it, and what only the facilitator sees."""

from dataclasses import replace

import pytest

from models.language.spoken import spoken_line
from models.language.states import sign
from models.pages.parts import MOST_LINES, plain_text
from models.pages.spotlight_page import spotlight_page
from models.pages.why.page import why_page
from models.schema.action import Change
from models.schema.grades import Verdict
from models.schema.page import Block, Choice, Fields, Line, Option, Page, Sentences, for_room
from models.schema.scenario import revised, with_note, with_rationale
from models.schema.state import State, fresh_state
from models.schema.view import View
from tests.large_case import large_case
from tests.models.engine.small_cases import link, rule, setting, small_case
from tests.states import after, snapshot, snapshot_of, state


def why(state: State, code: str, *, analysed: bool = True) -> Page:
    return why_page(snapshot(picking(state, code), analysed=analysed))


def picking(state: State, code: str) -> State:
    return replace(state, view=replace(state.view, picked=state.case.by_code[code].id))


def block(page: Page, identifier: str) -> tuple[Line, ...]:
    found = next(item for item in page.blocks if item.id == identifier)
    assert isinstance(found, Sentences)
    return found.lines[1:]


def head(page: Page, identifier: str) -> Line:
    found = next(item for item in page.blocks if item.id == identifier)
    assert isinstance(found, Sentences)
    return found.lines[0]


def button(page: Page, identifier: str) -> Option:
    found = next(item for item in page.blocks if item.id == identifier)
    assert isinstance(found, Choice) and found.private
    return found.options[0]


@pytest.mark.parametrize(
    ("stances", "code", "told"),
    [
        (
            {},
            "R1",
            "There is a reason to act, as long as these stay as they are: “Arsenal is kept” (A1), “Pyongyang",
        ),
        (
            {"A10": "fails"},
            "R6",
            "Still needed, but it can no longer work: Pyongyang is content to rely on China, so “DPRK can",
        ),
        (
            {"A17": "fails"},
            "R5",
            "Still needed, but it can no longer work: Moscow and Beijing give more, so “DPRK can be",
        ),
        (
            {"A20": "fails"},
            "R10",
            "Needed and workable, but not theirs to do: Korean security is for others to see to.",
        ),
        (
            {"A3": "fails"},
            "R7",
            "3 of 4 arguments are left: Russia ties do not deepen, so “Draw away from Moscow” is no longer",
        ),
        (
            {"A18": "uncertain"},
            "R9",
            "Depends on “Europeans act as one”, which is uncertain. If “Europeans act as one”",
        ),
        (
            {"A3": "fails"},
            "A3",
            "Taken to fail (essay: holds, said with caution): Russia ties do not deepen.",
        ),
        ({"A3": "fails"}, "F14", "Nothing leads to it any more: Russia ties do not deepen."),
    ],
)
def test_a_why_opens_with_a_plain_sentence(stances: dict[str, str], code: str, told: str) -> None:
    assert why(after(state(), **stances), code).lead[-1].text.startswith(told)


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


def test_trying_what_brings_it_back_brings_it_back() -> None:
    fallen = after(state(), A3="fails")
    line = block(why(fallen, "R5"), "changes")[0]
    (chance,) = line.buttons
    assert isinstance(chance.action, Change)

    tried = replace(fallen, scenario=chance.action.applied(fallen.case, fallen.scenario))

    assert why(tried, "R5").lead[0].sign == sign(Verdict.HOLDS)


def test_what_is_no_longer_argued_settles_it_as_well_as_what_is_uncertain() -> None:
    settling = block(why(after(state(), A4="uncertain"), "R1"), "changes")

    assert [(line.code, line.sign.word) for line in settling if line.sign] == [
        ("A1", "Holds"),
        ("A4", "Holds"),
        ("A1", "Fails"),
    ]


def test_single_changes_are_there_before_the_analyses_are() -> None:
    page = why(after(state(), A3="fails"), "R5", analysed=False)

    assert [line.text for line in block(page, "changes")] == ["Russia ties deepen"]


def test_the_questions_of_a_failed_assumption_stand_with_the_advice_that_it_fells() -> None:
    page = why(after(state(), A3="fails"), "R5")

    assert head(page, "challenge").text == "Questions on “Russia ties deepen”"
    assert block(page, "challenge")[0].text.startswith("It has lost its reason: is the problem gone")


def test_arguments_that_hold_are_one_line_until_they_are_unfolded() -> None:
    folded = after(state(), A3="fails")
    unfolded = replace(folded, view=replace(folded.view, unfolded=("talk-to-limit",)))

    assert len(block(why(folded, "R7"), "argument:talk-to-limit")) == 1
    assert len(block(why(unfolded, "R7"), "argument:talk-to-limit")) > 2


def test_an_objection_is_told_with_what_it_overrules() -> None:
    counted = after(state(), A2="fails")
    counted = replace(counted, scenario=revised(counted.scenario, added=True))

    assert (
        block(why(counted, "R10"), "objection:pressure-is-cheaper")[0].note
        == "applies, and overrules 2 arguments"
    )


def test_a_denied_premise_is_told_as_what_it_asks_for() -> None:
    counted = replace(state(), scenario=revised(state().scenario, added=True))

    asked = block(why(counted, "R10"), "objection:pressure-is-cheaper")[1]

    assert (asked.text, asked.sign.word if asked.sign else "") == (
        "“Pressure has run out” does not follow",
        "Not so",
    )


def test_an_assumption_tells_what_turning_it_alone_would_do() -> None:
    page = why(state(), "A3")
    lines = block(page, "if-fails")

    assert [(line.code, line.note) for line in lines if line.code] == [
        ("R5", "no longer needed"),
        ("R7", "holds on fewer arguments"),
        ("R10", "holds on fewer arguments"),
        ("R11", "holds on fewer arguments"),
    ]
    assert head(page, "if-fails").note == "4"


def test_what_would_hold_again_is_not_heard_as_still_holding() -> None:
    (line,) = (line for line in block(why(after(state(), A3="fails"), "A3"), "if-holds") if line.code == "R5")

    assert line.note == "holds again"
    assert spoken_line(line) == "Draw Pyongyang away from Moscow, R5, holds again."


@pytest.mark.parametrize("code", ["A3", "R5", "F14"])
def test_the_room_reads_no_note_no_reason_and_no_control(code: str) -> None:
    written = picking(after(state(), A3="fails"), code)
    name, scenario = written.view.picked, written.scenario
    scenario = with_note(written.case, scenario, name, "whispered")
    scenario = with_rationale(written.case, scenario, "russia-ties", "whispered")
    shown = for_room(spotlight_page(snapshot(replace(written, scenario=scenario))))

    assert "whispered" not in repr(shown)
    assert not any(isinstance(item, Fields) for item in shown.blocks)
    assert not any(line.buttons or line.action for line in shown.lead)


def test_the_spotlight_says_name_and_verdict() -> None:
    page = spotlight_page(snapshot(picking(after(state(), A3="fails"), "R5")))

    assert [line.text for line in page.caption] == [
        "“Draw Pyongyang away from Moscow”",
        "is no longer needed",
    ]


@pytest.mark.parametrize("code", [item.code for item in state().case.by_id.values()])
def test_every_statement_has_a_why_without_a_missing_word(code: str) -> None:
    page = why(after(state(), A3="fails", A17="uncertain"), code)

    texts = [line.text for line in page.lead]
    assert page.lead[0].sign is not None
    texts = texts[1:]
    assert all(text and "None" not in text and "  " not in text for text in texts)
    assert len({item.id for item in page.blocks}) == len(page.blocks)
    assert all(isinstance(item, Block) for item in page.blocks)


@pytest.mark.parametrize("code", [item.code for item in state().case.recommendations])
def test_the_spotlight_names_no_codes(code: str) -> None:
    page = spotlight_page(snapshot(picking(after(state(), A3="fails"), code)))

    (told,) = (block for block in page.blocks if block.id == "account")
    assert isinstance(told, Sentences)
    assert not any(f"({item})" in line.text for line in told.lines for item in state().case.by_code)


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


def test_an_assumption_says_what_kind_of_claim_it_is_and_what_failing_means() -> None:
    told = {line.quiet or line.text: line.text for line in why(state(), "A16").lead}

    assert told["Unsaid, but needed."]
    assert told["If it fails:"] == "The DPRK’s alignment is settled."


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
    added = why(replace(granted, scenario=revised(granted.scenario, added=True)), "R8")
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
    page = why(replace(failing, scenario=revised(failing.scenario, added=True)), "R7")

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


def test_of_a_thousand_signposts_a_screenful_is_told_and_the_rest_counted() -> None:
    lines = block(why(fresh_state(large_case(3, signposts=1000)), "A0", analysed=False), "signposts")

    assert len(lines) == MOST_LINES + 1
    assert lines[-1].text == "and 940 more"


def test_of_several_that_would_do_the_cause_is_what_was_changed() -> None:
    case = small_case(
        rule("two", **{"if": "2:a1|a2|a3"}, then="f1"),
        rule("one", means="f1", then="r1"),
        statements="a1 a2 a3 f1 r1",
        fails="a2",
    )
    found = snapshot_of(case, setting(case, a3="fails"))

    told = why_page(replace(found, view=View(picked="f1"))).lead[-1].text

    assert told == "Nothing leads to it any more: “Text of a3” fails."


def test_what_is_inherited_is_told_down_from_where_it_began() -> None:
    granted = after(state(), X7="holds")

    page = why(replace(granted, scenario=revised(granted.scenario, added=True)), "R8")

    assert page.lead[-1].text == "“Talks reward the regime” holds, so “Prepare dialogue” is overruled."


def test_an_objection_that_may_apply_is_not_said_to_overrule() -> None:
    counted = after(replace(state(), scenario=revised(state().scenario, added=True)), X5="uncertain")
    moscow = replace(counted, view=replace(counted.view, picked=counted.case.by_code["R5"].id))

    told = plain_text(why_page(snapshot(moscow)))

    assert "1 objection may overrule it" in told
    assert "overrules" not in told


def test_what_a_rejected_argument_rests_on_is_told_as_it_stands() -> None:
    base = state()
    rejected = replace(base, scenario=revised(base.scenario, set_aside=("not-a-bloc-backfires",)))
    bloc = replace(rejected, view=replace(rejected.view, picked=base.case.by_code["R4"].id))

    told = plain_text(why_page(snapshot(bloc)))

    assert "Bloc treatment backfires\tF15\tFollows" in told


def test_what_the_source_does_not_say_of_an_assumption_is_marked_as_added() -> None:
    why = why_page(snapshot(replace(state(), view=replace(state().view, picked="keeps-arsenal"))))

    asked = [part for part in why.blocks if part.id in ("challenge", "signposts", "shaping", "hedging")]

    assert len(asked) == 4
    assert {part.lines[0].note for part in asked if isinstance(part, Sentences)} == {"added"}


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
