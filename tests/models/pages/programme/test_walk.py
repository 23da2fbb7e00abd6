"""The walk-through: its screens, short and in full, and what is told on each of them."""

from typing import Any

from models.language.signs import HIDDEN
from models.language.states import sign
from models.pages.programme.walk_screens import screens
from models.schema.grades import Verdict
from models.schema.page import (
    Beside,
    Fields,
    Page,
    Sentences,
    for_room,
)
from models.schema.result import RuleState, Status
from models.schema.steps.room_steps import (
    noted,
    prediction_asked,
)
from models.schema.view import ProgrammePart
from tests.models.pages.blocks import blocks_of
from tests.models.pages.programme.reading import option_of, page_of, state_of
from tests.states import case_named, state
from tests.workshops import MOMENT


def _walk(screen: str, **view: Any) -> Page:
    return page_of(state_of(programme=ProgrammePart.WALK, screen=screen, **view))


def test_the_short_walk_goes_over_lessons_and_windfalls_to_the_advice_and_what_is_core() -> None:
    case = case_named()
    short = screens(case, True)

    told = [case.by_id[item.statement].code if item.statement else item.id for item in short]
    steps = ["F1", "A1", "F3", "F4", "F9", "F10", "F12", "step:advice", "A2", "A3"]
    assert told == ["step:opening", *steps, "step:whole"]


def test_the_full_walk_passes_from_a_finding_to_the_assumption_that_it_argues_for() -> None:
    case = case_named()
    told = [case.by_id[item.statement].code for item in screens(case, False) if item.statement]

    assert told[:3] == ["F1", "A1", "F2"]
    assert len(told) == len(case.findings) + len(case.recommendations) + 1


def test_a_screen_of_what_is_argued_for_says_therefore_and_what_failing_means() -> None:
    page = _walk("step:keeps-arsenal")
    argued = next(block for block in page.blocks if isinstance(block, Sentences) and block.id == "argued")

    assert page.title.startswith("Therefore: Pyongyang keeps")
    assert [line.text for line in page.lead if line.quiet == "If it fails:"] == [
        "Pyongyang would give up its arsenal."
    ]
    assert argued.lines[0].code == "F1"


def test_the_screen_of_all_that_is_advised_tells_addressees_and_emphasis() -> None:
    page = _walk("step:advice", short_walk=True)
    lines = next(block for block in page.blocks if isinstance(block, Sentences)).lines

    assert len(lines) == len(case_named().recommendations)
    assert lines[0].note == "First of all; for the international community and the West, above all Europeans"


def test_a_choice_of_premises_says_how_many_are_enough() -> None:
    lines = next(
        part.lines for part in blocks_of(_walk("step:moscow-orbit").blocks) if isinstance(part, Sentences)
    )

    assert [(line.text, line.indent) for line in lines[:3]] == [
        ("Russia ties deepen", 0),
        ("Any of these", 0),
        ("Windfall: diplomatic cover", 1),
    ]


def test_only_arguments_that_count_are_counted() -> None:
    page = _walk("step:prepare-dialogue")
    headings = [
        part.heading for beside in page.blocks if isinstance(beside, Beside) for part in beside.blocks
    ]

    assert any("on 4 arguments." in line.text for line in page.lead)
    assert headings == [
        *(f"Argument {number} of 4" for number in range(1, 5)),
        "An argument that an analyst added",
        "Objection",
    ]


def test_a_negated_premise_says_what_is_so_where_it_is_met_and_whether_it_is() -> None:
    lines = [
        line
        for part in blocks_of(_walk("step:prepare-dialogue").blocks)
        if isinstance(part, Sentences)
        for line in part.lines
    ]
    word_of = {line.text: line.sign.word for line in lines if line.sign}

    assert word_of["Pyongyang would give up its arsenal"] == "Not so"
    assert not any(line.text.startswith("not:") for line in lines)


def test_a_question_is_asked_once_in_an_argument() -> None:
    page = _walk("step:play-powers-too")
    lines = next(part.lines for part in blocks_of(page.blocks) if isinstance(part, Sentences))

    assert [line.quiet for line in lines[:3]] == ["Why act?", "", "Can it work?"]


def test_a_small_case_has_a_short_walk_too() -> None:
    case = case_named("tiny")

    assert screens(case, True)[0].id == "step:opening"
    assert screens(case, True)[-1].id == "step:whole"


def test_a_screen_says_what_follows_what_it_rests_on_and_why() -> None:
    page = _walk("step:draw-from-moscow")
    lines = next(part.lines for part in blocks_of(page.blocks) if isinstance(part, Sentences))

    assert page.title == "Draw Pyongyang away from Moscow"
    assert page.lead[1].sign == sign(Verdict.NOT_NEEDED)
    assert [line.quiet for line in lines[:2]] == ["Why act?", "Can it work?"]
    assert lines[1].sign == sign(Status.ACCEPTED)
    assert lines[-1].sign == sign(RuleState.FAILS)


def test_previous_and_next_stop_at_the_ends() -> None:
    first, last = _walk(""), _walk("step:whole")

    assert not option_of(first, "Previous").enabled
    assert not option_of(last, "Next").enabled
    assert first.lead[0].text == "Step 1 of 32"


def test_the_facilitators_note_is_on_its_screen_and_not_in_the_room() -> None:
    workshop = noted(state().workshop, "draw-from-moscow", "Ask Anna")
    page = page_of(state_of(workshop, programme=ProgrammePart.WALK, screen="step:draw-from-moscow"))

    fields = next(block for block in page.blocks if isinstance(block, Fields))
    assert fields.private
    assert fields.fields[0].text == "Ask Anna"
    assert not any(isinstance(block, Fields) for block in for_room(page).blocks)


def test_the_walk_tells_no_verdict_while_verdicts_are_hidden() -> None:
    workshop = prediction_asked(state().workshop, MOMENT, "What holds?")
    page = page_of(state_of(workshop, programme=ProgrammePart.WALK, screen="step:draw-from-moscow"))
    whole = page_of(state_of(workshop, programme=ProgrammePart.WALK, screen="step:whole"))

    lines = next(block for block in whole.blocks if isinstance(block, Sentences)).lines
    assert page.lead[1].sign == HIDDEN
    assert lines[0].text == "Verdicts are hidden until the prediction is revealed."


def test_a_walk_tells_how_far_it_has_come() -> None:
    walk = screens(state().case, False)

    parts = [_walk(screen.id).progress for screen in (walk[0], walk[-1])]

    assert parts == [1 / len(walk), 1.0]
