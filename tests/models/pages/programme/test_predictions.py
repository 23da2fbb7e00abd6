"""Predictions: asked, counted by hands, locked, and revealed with the greatest surprise first."""

from dataclasses import replace

from models.language.signs import HIDDEN
from models.pages.board_cards import tiles
from models.pages.impossible import QUESTION
from models.schema.action import Look, Step
from models.schema.grades import Verdict
from models.schema.page import (
    EntryCell,
    Fields,
    Figure,
    Page,
    Sentences,
    TextCell,
    Tone,
    for_room,
)
from models.schema.snapshot import State
from models.schema.steps.room_steps import (
    hands_counted,
    prediction_asked,
    prediction_locked,
)
from models.schema.view import ProgrammePart
from models.schema.workshop import Phase
from tests.models.pages.blocks import table_of
from tests.models.pages.programme.reading import option_of, page_of, state_of
from tests.states import snapshot, state
from tests.workshops import MOMENT


def test_a_prediction_goes_from_asking_over_hands_and_lock_to_the_reveal() -> None:
    of = state_of(programme=ProgrammePart.PREDICT)
    ask = next(block for block in page_of(of).blocks if isinstance(block, Fields))
    asking = ask.buttons[0].action
    assert isinstance(asking, Step)
    of = replace(of, workshop=asking.step(of.workshop, MOMENT, *asking.arguments))
    of = replace(of, workshop=hands_counted(of.workshop, "draw-from-moscow", "falls", 7))
    for text in ("Lock", "Reveal"):
        step = option_of(page_of(of), text).action
        assert isinstance(step, Step)
        of = replace(of, workshop=step.step(of.workshop, MOMENT, *step.arguments))

    page = page_of(of)

    assert of.workshop.predictions[0].phase is Phase.REVEALED
    assert page.title == "Suppose Russia ties do not deepen: the room foresaw 1 of 1 recommendation"
    assert any(isinstance(block, Figure) for block in page.blocks)


def test_hands_are_typed_in_while_it_is_asked_and_fixed_once_it_is_locked() -> None:
    workshop = prediction_asked(state().workshop, MOMENT, "What holds?")
    of = state_of(workshop, programme=ProgrammePart.PREDICT)
    cell = table_of(page_of(of), "hands").rows[0].cells[1]
    lock = option_of(page_of(of), "Lock").action
    assert isinstance(lock, Step)
    locked = replace(of, workshop=lock.step(of.workshop, MOMENT, *lock.arguments))

    assert isinstance(cell, EntryCell)
    assert not isinstance(table_of(page_of(locked), "hands").rows[0].cells[1], EntryCell)


def test_no_number_stands_where_no_hands_were_counted_whether_it_is_locked_or_not() -> None:
    of = _asked(("draw-from-moscow", "falls", 4))
    locked = replace(of, workshop=prediction_locked(of.workshop, MOMENT, of.scenario))
    rows = {row.id: row.cells[1:4] for row in table_of(page_of(locked), "hands").rows}

    assert [cell.text for cell in rows["draw-from-moscow"] if isinstance(cell, TextCell)] == ["0", "0", "4"]
    assert [cell.text for cell in rows["prepare-dialogue"] if isinstance(cell, TextCell)] == ["", "", ""]


def _asked(*hands: tuple[str, str, int]) -> State:
    """The room is asked what holds if Russia ties do not deepen, and hands have been counted."""
    base = state_of(programme=ProgrammePart.PREDICT)
    workshop = prediction_asked(base.workshop, MOMENT, QUESTION)
    for name, way, number in hands:
        workshop = hands_counted(workshop, name, way, number)
    return replace(base, workshop=workshop)


def _locked_and_shown(of: State, number: int) -> State:
    lock = option_of(page_of(of), "Lock").action
    assert isinstance(lock, Step)
    of = replace(of, workshop=lock.step(of.workshop, MOMENT, *lock.arguments))
    for _ in range(number):
        options = {option.text: option.action for choice in page_of(of).tools for option in choice.options}
        following = options.get("Show the next") or options["Show the first"]
        assert isinstance(following, Look)
        of = replace(of, view=replace(of.view, **dict(following.changes)))
    return of


def test_what_is_supposed_is_said_in_words_over_what_is_asked() -> None:
    assert page_of(_asked()).title == ("Suppose Russia ties do not deepen. Which recommendations still hold?")


def test_the_room_reads_what_comes_before_anything_is_asked() -> None:
    shown = for_room(page_of(state_of(programme=ProgrammePart.PREDICT)))

    assert [line.text for line in shown.caption] == [
        "What does the room expect?",
        "Next, verdicts are hidden and hands are counted: what do you expect to hold?",
    ]


def test_three_to_five_recommendations_are_asked_about_and_the_others_on_request() -> None:
    of = _asked()
    few = [row.id for row in table_of(page_of(of), "hands").rows]
    wish = option_of(page_of(of), "Ask about all").action
    assert isinstance(wish, Look)

    every = table_of(page_of(replace(of, view=replace(of.view, **dict(wish.changes)))), "hands").rows

    assert 3 <= len(few) <= 5
    assert "draw-from-moscow" in few
    assert len(every) == len(of.case.recommendations)


def test_what_is_asked_about_does_not_tell_what_becomes_of_it() -> None:
    of = _asked()
    case = of.case
    found = snapshot(of).evaluation.recommendation
    moved = {item.id for item in case.recommendations if found[item.id].verdict is not Verdict.HOLDS}
    asked = {row.id for row in table_of(page_of(of), "hands").rows}

    assert asked - moved and asked & moved


def test_rows_without_hands_are_told_before_the_lock() -> None:
    page = page_of(_asked(("draw-from-moscow", "falls", 7)))

    below = page.blocks[-1]
    assert isinstance(below, Sentences) and below.private
    assert below.lines[0].text.startswith("No hands yet for “")
    assert option_of(page, "Lock").tip == below.lines[0].text


def test_after_the_lock_nobody_is_waited_for() -> None:
    page = page_of(_locked_and_shown(_asked(("draw-from-moscow", "falls", 7)), 0))

    assert not any(isinstance(block, Sentences) for block in page.blocks)


def test_nothing_above_the_table_comes_or_goes_as_hands_are_counted() -> None:
    before, after_one = page_of(_asked()), page_of(_asked(("draw-from-moscow", "falls", 7)))

    assert before.lead == after_one.lead
    assert before.blocks[0].id == after_one.blocks[0].id == "hands"


def test_half_of_the_hands_are_not_called_most() -> None:
    hands = (("prepare-dialogue", way, number) for way, number in (("holds", 4), ("open", 1), ("falls", 3)))
    page = page_of(_locked_and_shown(_asked(*hands), 1))

    assert page.title.endswith("holds: more foresaw it than anything else")


def test_the_reveal_shows_one_after_the_other_the_greatest_surprise_first() -> None:
    of = _asked(("draw-from-moscow", "holds", 9), ("prepare-dialogue", "holds", 8))
    first, second = (page_of(_locked_and_shown(of, number)) for number in (1, 2))

    assert first.title == "“Draw Pyongyang away from Moscow” falls: the room was wrong"
    assert first.caption[0].text == "Suppose Russia ties do not deepen:"
    assert (first.caption[1].text, first.caption[1].tone) == (first.title, Tone.BAD)
    assert second.title.endswith("holds: most foresaw it")
    shown = [next(b for b in page.blocks if isinstance(b, Figure)).values for page in (first, second)]
    assert [[bar.code for bar in picture.bars] for picture in shown] == [["R5"], ["R7"]]
    assert [(bar.guess, bar.answer) for picture in shown for bar in picture.bars] == [
        ("The room’s guess: holds", "The answer: falls; 0 of 9 foresaw it"),
        ("The room’s guess: holds", "The answer: holds; 8 of 8 foresaw it"),
    ]
    assert _line(second, "so-far") == "2 of 2 shown; the room foresaw 1."


def test_the_reveal_tells_why_unless_that_gives_away_what_is_still_to_be_shown() -> None:
    of = _asked(("draw-from-moscow", "holds", 9), ("prepare-dialogue", "falls", 20))
    first, second = (page_of(_locked_and_shown(of, number)) for number in (1, 2))

    assert first.title.startswith("“Draw Pyongyang away from Moscow” falls")
    assert _line(first, "cause") == (
        "Nothing calls for it any more: Russia ties do not deepen, so “Pyongyang comes to rely on Moscow” "
        "no longer follows."
    )
    assert "“Draw away from Moscow” is no longer needed" in _line(second, "cause")
    other_way = _asked(("draw-from-moscow", "falls", 9), ("prepare-dialogue", "falls", 20))
    before = page_of(_locked_and_shown(other_way, 1))
    assert before.title.startswith("“Prepare re-engagement and dialogue” holds")
    assert not any(block.id == "cause" for block in before.blocks)


def test_of_one_recommendation_the_outcome_tells_why() -> None:
    of = _locked_and_shown(_asked(("draw-from-moscow", "falls", 7)), 1)
    reveal = option_of(page_of(of), "Reveal").action
    assert isinstance(reveal, Step)

    page = page_of(replace(of, workshop=reveal.step(of.workshop, MOMENT, *reveal.arguments)))

    assert _line(page, "right-hands").startswith("Nothing calls for it any more")


def test_hands_that_are_tied_are_told_to_be_of_two_minds() -> None:
    hands = (("draw-from-moscow", way, 4) for way in ("holds", "falls"))
    page = page_of(_locked_and_shown(_asked(*hands), 1))

    picture = next(block for block in page.blocks if isinstance(block, Figure)).values
    assert picture.bars[0].guess == "The room was of two minds"


def _line(page: Page, identifier: str) -> str:
    (block,) = (block for block in page.blocks if block.id == identifier)
    assert isinstance(block, Sentences)
    return block.lines[0].text


def test_verdicts_stay_hidden_until_all_is_revealed() -> None:
    of = _locked_and_shown(_asked(("draw-from-moscow", "holds", 9)), 1)

    assert {tile.sign for tile in tiles(snapshot(of))} == {HIDDEN}
    assert page_of(of).tools[1].options[0].text == "Reveal"
