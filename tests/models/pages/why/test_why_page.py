"""Why: the verdict in a sentence, three questions, what would change it, and what only the facilitator sees."""

from dataclasses import replace

import pytest

from models.language.spoken import spoken_line
from models.language.states import sign
from models.pages.parts import MOST_LINES
from models.pages.spotlight_page import spotlight_page
from models.pages.why.changes import becomes
from models.pages.why.page import why_page
from models.schema.action import Change
from models.schema.grades import Verdict
from models.schema.page import Block, Fields, Line, Page, Sentences, for_room
from models.schema.result import Status
from models.schema.scenario import with_note, with_rationale
from models.schema.snapshot import State, fresh_state
from models.schema.view import View
from tests.large_case import large_case
from tests.models.engine.small_cases import rule, setting, small_case
from tests.models.pages.why.explained import block, picking, why
from tests.states import after, snapshot, snapshot_of, state


def head(page: Page, identifier: str) -> Line:
    found = next(item for item in page.blocks if item.id == identifier)
    assert isinstance(found, Sentences)
    return found.lines[0]


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


def test_what_did_not_hold_in_the_source_does_not_hold_again() -> None:
    tiny = snapshot(after(state("tiny"), A1="fails"))
    advice = tiny.case.by_code["R1"].id
    assert tiny.evaluation.status_of[advice] is Status.REJECTED
    assert tiny.baseline.status_of[advice] is Status.OPEN

    assert becomes(tiny, advice, Verdict.HOLDS) == "holds"


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


def test_who_says_a_reason_is_asked_beside_it_once_it_is_there() -> None:
    plain = picking(state(), "A3")
    written = replace(plain, scenario=with_rationale(plain.case, plain.scenario, "russia-ties", "The treaty"))

    def asked(of: State) -> list[str]:
        fields = next(block for block in why_page(snapshot(of)).blocks if isinstance(block, Fields))
        return [field.label for field in fields.fields]

    assert asked(plain) == ["Why it is taken so", "Note"]
    assert asked(written) == ["Why it is taken so", "Who says so", "Note"]


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


def test_an_assumption_says_what_kind_of_claim_it_is_and_what_failing_means() -> None:
    told = {line.quiet or line.text: line.text for line in why(state(), "A16").lead}

    assert told["Unsaid, but needed."]
    assert told["If it fails:"] == "The DPRK’s alignment is settled."


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

    page = why(replace(granted, scenario=replace(granted.scenario, added=True)), "R8")

    assert page.lead[-1].text == "“Talks reward the regime” holds, so “Prepare dialogue” is overruled."


def test_what_the_source_does_not_say_of_an_assumption_is_marked_as_added() -> None:
    why = why_page(snapshot(replace(state(), view=replace(state().view, picked="keeps-arsenal"))))

    asked = [part for part in why.blocks if part.id in ("challenge", "signposts", "shaping", "hedging")]

    assert len(asked) == 4
    assert {part.lines[0].note for part in asked if isinstance(part, Sentences)} == {"added"}


@pytest.mark.parametrize("text", ["It rains", "It rains.", "It rains.\n"])
def test_an_assumption_is_told_with_one_full_stop(text: str) -> None:
    case = small_case(rule("p", need="a1", then="r1"), statements="a1 r1")
    case = replace(case, assumptions=(replace(case.assumptions[0], text=text),))

    described = why_page(replace(snapshot_of(case, setting(case)), view=View(picked="a1")))

    assert described.lead[1].text == "It rains."
