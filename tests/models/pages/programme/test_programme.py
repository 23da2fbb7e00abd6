"""The programme: the agenda with its time, the walk in short and in full, and a prediction from asking to reveal."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from models.language.signs import HIDDEN
from models.language.states import sign
from models.pages.programme.agenda import ninety_minutes
from models.pages.programme.asked_about import QUESTION
from models.pages.programme.page import programme
from models.pages.programme.walk_screens import screens
from models.pages.strip import tiles
from models.schema.action import Look, Step, Time, Timing
from models.schema.grades import Verdict
from models.schema.page import (
    BarCell,
    Beside,
    Block,
    ButtonsCell,
    Choice,
    EntryCell,
    Fields,
    Figure,
    Option,
    Page,
    Sentences,
    Stack,
    Table,
    TextCell,
    Tone,
    Weight,
    for_room,
)
from models.schema.result import RuleState, Status
from models.schema.state import State
from models.schema.steps.room_steps import (
    hands_counted,
    noted,
    prediction_asked,
    prediction_locked,
    timed,
    with_agenda,
)
from models.schema.view import Clock, PageName, ProgrammePart
from models.schema.workshop import Phase, Workshop
from tests.states import after, case_named, snapshot, state
from tests.workshops import MOMENT

NOW = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)


def _state(workshop: Workshop | None = None, **view: Any) -> State:
    return after(state(workshop=workshop, page=PageName.PROGRAMME, **view), A3="fails")


def _planned(minutes: int = 0) -> State:
    workshop = timed(with_agenda(state().workshop, ninety_minutes()), {}, "walk-through")
    clock = Clock(now=NOW, since=NOW - timedelta(minutes=minutes))
    return replace(_state(workshop), clock=clock)


def _page(of: State) -> Page:
    return programme(snapshot(of))


def _walk(screen: str, **view: Any) -> Page:
    return _page(_state(programme=ProgrammePart.WALK, screen=screen, **view))


def _table(page: Page, identifier: str) -> Table:
    return next(block for block in page.blocks if isinstance(block, Table) and block.id == identifier)


def _within(blocks: tuple[Block, ...]) -> list[Block]:
    return [
        part
        for block in blocks
        for part in (_within(block.blocks) if isinstance(block, (Beside, Stack)) else [block])
    ]


def _option(page: Page, text: str) -> Option:
    choices = (*page.tools, *(block for block in page.blocks if isinstance(block, Choice)))
    return next(option for choice in choices for option in choice.options if option.text == text)


def test_the_title_tells_what_goes_on_now() -> None:
    page = _page(_planned(minutes=3))

    assert page.title == "Now: Walk-through"
    assert "Then: Predict, 5 minutes" in page.lead[0].text


def test_time_that_is_over_is_told_on_the_steps_bar() -> None:
    row = next(row for row in _table(_page(_planned(minutes=16)), "agenda").rows if row.picked)

    bar = next(cell for cell in row.cells if isinstance(cell, BarCell))
    assert (bar.value, bar.text) == (1.0, "+1:00 over")


def test_the_clock_runs_by_actions() -> None:
    page = _page(_planned())

    assert _option(page, "Pause").action == Time(Timing.PAUSE)
    assert _option(page, "Next").action == Time(Timing.NEXT)


def test_a_typed_title_renames_a_step() -> None:
    of = _planned()
    cell = _table(_page(of), "agenda").rows[0].cells[0]
    assert isinstance(cell, EntryCell)

    action = cell.action.filled("Coffee")
    assert isinstance(action, Step)

    assert action.step(of.workshop, *action.arguments).agenda[0].title == "Coffee"


def test_the_room_sees_the_steps_and_neither_purpose_nor_buttons() -> None:
    shown = for_room(_page(_planned()))
    table = _table(shown, "agenda")

    assert [column.id for column in table.columns] == ["step", "minutes", "time"]
    assert not any(isinstance(cell, (EntryCell, ButtonsCell)) for row in table.rows for cell in row.cells)


def test_without_an_agenda_there_are_plans() -> None:
    of = _state()
    page = _page(of)
    plan = _option(page, "Plan 90 minutes").action
    assert isinstance(plan, Step)

    assert page.title == "Nothing is planned yet"
    assert len(plan.step(of.workshop, *plan.arguments).agenda) == 9


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
        part.lines for part in _within(_walk("step:moscow-orbit").blocks) if isinstance(part, Sentences)
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
        for part in _within(_walk("step:prepare-dialogue").blocks)
        if isinstance(part, Sentences)
        for line in part.lines
    ]
    word_of = {line.text: line.sign.word for line in lines if line.sign}

    assert word_of["Pyongyang would give up its arsenal"] == "Not so"
    assert not any(line.text.startswith("not:") for line in lines)


def test_a_question_is_asked_once_in_an_argument() -> None:
    page = _walk("step:play-powers-too")
    lines = next(part.lines for part in _within(page.blocks) if isinstance(part, Sentences))

    assert [line.quiet for line in lines[:3]] == ["Why act?", "", "Can it work?"]


def test_a_small_case_has_a_short_walk_too() -> None:
    case = case_named("tiny")

    assert screens(case, True)[0].id == "step:opening"
    assert screens(case, True)[-1].id == "step:whole"


def test_a_screen_says_what_follows_what_it_rests_on_and_why() -> None:
    page = _walk("step:draw-from-moscow")
    lines = next(part.lines for part in _within(page.blocks) if isinstance(part, Sentences))

    assert page.title == "Draw Pyongyang away from Moscow"
    assert page.lead[1].sign == sign(Verdict.NOT_NEEDED)
    assert [line.quiet for line in lines[:2]] == ["Why act?", "Can it work?"]
    assert lines[1].sign == sign(Status.ACCEPTED)
    assert lines[-1].sign == sign(RuleState.FAILS)


def test_previous_and_next_stop_at_the_ends() -> None:
    first, last = _walk(""), _walk("step:whole")

    assert not _option(first, "Previous").enabled
    assert not _option(last, "Next").enabled
    assert first.lead[0].text == "Step 1 of 32"


def test_the_facilitators_note_is_on_its_screen_and_not_in_the_room() -> None:
    workshop = noted(state().workshop, "draw-from-moscow", "Ask Anna")
    page = _page(_state(workshop, programme=ProgrammePart.WALK, screen="step:draw-from-moscow"))

    fields = next(block for block in page.blocks if isinstance(block, Fields))
    assert fields.private
    assert fields.fields[0].text == "Ask Anna"
    assert not any(isinstance(block, Fields) for block in for_room(page).blocks)


def test_the_walk_tells_no_verdict_while_verdicts_are_hidden() -> None:
    workshop = prediction_asked(state().workshop, MOMENT, "What holds?")
    page = _page(_state(workshop, programme=ProgrammePart.WALK, screen="step:draw-from-moscow"))
    whole = _page(_state(workshop, programme=ProgrammePart.WALK, screen="step:whole"))

    lines = next(block for block in whole.blocks if isinstance(block, Sentences)).lines
    assert page.lead[1].sign == HIDDEN
    assert lines[0].text == "Verdicts are hidden until the prediction is revealed."


def test_a_prediction_goes_from_asking_over_hands_and_lock_to_the_reveal() -> None:
    of = _state(programme=ProgrammePart.PREDICT)
    ask = next(block for block in _page(of).blocks if isinstance(block, Fields))
    asking = ask.buttons[0].action
    assert isinstance(asking, Step)
    of = replace(of, workshop=asking.step(of.workshop, MOMENT, *asking.arguments))
    of = replace(of, workshop=hands_counted(of.workshop, "draw-from-moscow", "falls", 7))
    for text in ("Lock", "Reveal"):
        step = _option(_page(of), text).action
        assert isinstance(step, Step)
        of = replace(of, workshop=step.step(of.workshop, MOMENT, *step.arguments))

    page = _page(of)

    assert of.workshop.predictions[0].phase is Phase.REVEALED
    assert page.title == "Suppose Russia ties do not deepen: the room foresaw 1 of 1 recommendation"
    assert any(isinstance(block, Figure) for block in page.blocks)


def test_hands_are_typed_in_while_it_is_asked_and_fixed_once_it_is_locked() -> None:
    workshop = prediction_asked(state().workshop, MOMENT, "What holds?")
    of = _state(workshop, programme=ProgrammePart.PREDICT)
    cell = _table(_page(of), "hands").rows[0].cells[1]
    lock = _option(_page(of), "Lock").action
    assert isinstance(lock, Step)
    locked = replace(of, workshop=lock.step(of.workshop, MOMENT, *lock.arguments))

    assert isinstance(cell, EntryCell)
    assert not isinstance(_table(_page(locked), "hands").rows[0].cells[1], EntryCell)


def test_no_number_stands_where_no_hands_were_counted_whether_it_is_locked_or_not() -> None:
    of = _asked(("draw-from-moscow", "falls", 4))
    locked = replace(of, workshop=prediction_locked(of.workshop, MOMENT, of.scenario))
    rows = {row.id: row.cells[1:4] for row in _table(_page(locked), "hands").rows}

    assert [cell.text for cell in rows["draw-from-moscow"] if isinstance(cell, TextCell)] == ["0", "0", "4"]
    assert [cell.text for cell in rows["prepare-dialogue"] if isinstance(cell, TextCell)] == ["", "", ""]


def _asked(*hands: tuple[str, str, int]) -> State:
    """The room is asked what holds if Russia ties do not deepen, and hands have been counted."""
    base = _state(programme=ProgrammePart.PREDICT)
    workshop = prediction_asked(base.workshop, MOMENT, QUESTION)
    for name, way, number in hands:
        workshop = hands_counted(workshop, name, way, number)
    return replace(base, workshop=workshop)


def _locked_and_shown(of: State, number: int) -> State:
    lock = _option(_page(of), "Lock").action
    assert isinstance(lock, Step)
    of = replace(of, workshop=lock.step(of.workshop, MOMENT, *lock.arguments))
    for _ in range(number):
        options = {option.text: option.action for choice in _page(of).tools for option in choice.options}
        following = options.get("Show the next") or options["Show the first"]
        assert isinstance(following, Look)
        of = replace(of, view=replace(of.view, **dict(following.changes)))
    return of


def test_what_is_supposed_is_said_in_words_over_what_is_asked() -> None:
    assert _page(_asked()).title == ("Suppose Russia ties do not deepen. Which recommendations still hold?")


def test_the_room_reads_what_comes_before_anything_is_asked() -> None:
    shown = for_room(_page(_state(programme=ProgrammePart.PREDICT)))

    assert [line.text for line in shown.caption] == [
        "What does the room expect?",
        "Next, verdicts are hidden and hands are counted: what do you expect to hold?",
    ]


def test_three_to_five_recommendations_are_asked_about_and_the_others_on_request() -> None:
    of = _asked()
    few = [row.id for row in _table(_page(of), "hands").rows]
    wish = _option(_page(of), "Ask about all").action
    assert isinstance(wish, Look)

    every = _table(_page(replace(of, view=replace(of.view, **dict(wish.changes)))), "hands").rows

    assert 3 <= len(few) <= 5
    assert "draw-from-moscow" in few
    assert len(every) == len(of.case.recommendations)


def test_what_is_asked_about_does_not_tell_what_becomes_of_it() -> None:
    of = _asked()
    case = of.case
    found = snapshot(of).evaluation.recommendation
    moved = {item.id for item in case.recommendations if found[item.id].verdict is not Verdict.HOLDS}
    asked = {row.id for row in _table(_page(of), "hands").rows}

    assert asked - moved and asked & moved


def test_rows_without_hands_are_told_before_the_lock() -> None:
    page = _page(_asked(("draw-from-moscow", "falls", 7)))

    below = page.blocks[-1]
    assert isinstance(below, Sentences) and below.private
    assert below.lines[0].text.startswith("No hands yet for “")
    assert _option(page, "Lock").tip == below.lines[0].text


def test_after_the_lock_nobody_is_waited_for() -> None:
    page = _page(_locked_and_shown(_asked(("draw-from-moscow", "falls", 7)), 0))

    assert not any(isinstance(block, Sentences) for block in page.blocks)


def test_nothing_above_the_table_comes_or_goes_as_hands_are_counted() -> None:
    before, after_one = _page(_asked()), _page(_asked(("draw-from-moscow", "falls", 7)))

    assert before.lead == after_one.lead
    assert before.blocks[0].id == after_one.blocks[0].id == "hands"


def test_half_of_the_hands_are_not_called_most() -> None:
    hands = (("prepare-dialogue", way, number) for way, number in (("holds", 4), ("open", 1), ("falls", 3)))
    page = _page(_locked_and_shown(_asked(*hands), 1))

    assert page.title.endswith("holds: more foresaw it than anything else")


def test_the_reveal_shows_one_after_the_other_the_greatest_surprise_first() -> None:
    of = _asked(("draw-from-moscow", "holds", 9), ("prepare-dialogue", "holds", 8))
    first, second = (_page(_locked_and_shown(of, number)) for number in (1, 2))

    assert first.title == "“Draw Pyongyang away from Moscow” falls: the room was wrong"
    assert first.caption[0].text == "Suppose Russia ties do not deepen:"
    assert (first.caption[1].text, first.caption[1].tone) == (first.title, Tone.BAD)
    assert second.title.endswith("holds: most foresaw it")
    shown = [next(b for b in page.blocks if isinstance(b, Figure)).values for page in (first, second)]
    assert [[bar.code for bar in picture.bars] for picture in shown] == [["R5"], ["R5", "R7"]]
    assert {picture.rows for picture in shown} == {2}


def test_verdicts_stay_hidden_until_all_is_revealed() -> None:
    of = _locked_and_shown(_asked(("draw-from-moscow", "holds", 9)), 1)

    assert {tile.sign for tile in tiles(snapshot(of))} == {HIDDEN}
    assert _page(of).tools[1].options[0].text == "Reveal"


def test_the_time_that_is_left_is_told_in_the_largest_type() -> None:
    lines = next(
        b for b in _page(_planned(5)).blocks if isinstance(b, Sentences) and b.id == "time-left"
    ).lines

    assert [(line.text, line.weight) for line in lines] == [("10:00 left", Weight.CLOCK)]
    assert not any(
        block.id == "time-left"
        for block in _page(_state(with_agenda(state().workshop, ninety_minutes()))).blocks
    )


def test_a_walk_tells_how_far_it_has_come() -> None:
    walk = screens(state().case, False)

    parts = [_walk(screen.id).progress for screen in (walk[0], walk[-1])]

    assert parts == [1 / len(walk), 1.0]
