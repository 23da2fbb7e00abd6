"""Where we differ: what to talk about, rounds, predictions; and what the facilitator alone sees."""

from dataclasses import replace

import pytest

from models.language.workshop.lane_words import who_says_what
from models.pages.differ import said
from models.pages.differ.page import differ
from models.schema.action import Step
from models.schema.grades import Stance
from models.schema.page import ButtonsCell, ChipsCell, Choice, Figure, LanesCell, Sentences, Table, for_room
from models.schema.scenario import baseline_scenario, with_rationale, with_stances
from models.schema.standing import restated
from models.schema.steps.group_steps import with_group
from models.schema.steps.room_steps import (
    hands_counted,
    prediction_asked,
    prediction_locked,
    prediction_revealed,
)
from models.schema.steps.workshop_steps import balloted, without_group
from models.schema.view import DifferPart, PageName
from models.schema.workshop import Ballot, Origin, Workshop
from tests.large_workshop import large_workshop
from tests.models.pages.blocks import blocks_of, table_of
from tests.models.pages.differ.reading import option_of, page_of, row_of, state_of
from tests.states import after, case_named, snapshot, state
from tests.workshops import MOMENT, four_tables


def _lead(workshop: Workshop) -> list[str]:
    shown = state(workshop=workshop, page=PageName.DIFFER)
    return [line.text for line in page_of(shown).lead]


def test_who_had_not_answered_when_a_round_was_revealed_is_named() -> None:
    every = four_tables(case_named())
    assert not any("answered" in text for text in _lead(every))

    missing = without_group(every, every.round, every.present[1].id)
    assert "3 of 4 answered; Table 2 did not." in _lead(missing)

    silent = Ballot(heads=5)
    typed = balloted(case_named(), silent)
    came = with_group(missing, "Table 2", typed, Origin.TALLY, ballot=silent, arrived=MOMENT)
    assert "3 of 4 answered; Table 2 did not." in _lead(came)

    awaited = replace(every, details=replace(every.details, awaited=6))
    assert "4 of 6 answered." in _lead(awaited)


def test_the_title_says_what_to_talk_about() -> None:
    assert page_of(state_of()).title == "Talk about two: “Arsenal is kept” and “Russia ties deepen”"


def test_what_groups_say_is_not_put_into_words_again_at_a_toggle(monkeypatch: pytest.MonkeyPatch) -> None:
    before = state_of()
    rows = table_of(page_of(before), "lanes").rows
    monkeypatch.setattr(said, "who_says_what", lambda *given: "Asked again.")

    again = table_of(page_of(after(before, A7="fails")), "lanes").rows

    assert [row.spoken for row in again] == [row.spoken for row in rows]


def test_nothing_is_put_into_words_until_it_is_known_what_groups_differ_on(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    before = snapshot(replace(state_of(), workshop=large_workshop(case_named())))
    assert before.standing is not None
    asked: list[object] = []
    monkeypatch.setattr(said, "who_says_what", lambda *given: asked.append(given))

    page = differ(replace(before, standing=restated(before.standing, disagreements=None, moves=None)))

    assert (asked, table_of(page, "lanes").rows) == ([], ())


def test_an_earlier_round_is_looked_at_without_being_turned_to() -> None:
    page = page_of(state_of(round="round-1"))

    lanes = row_of(page, "keeps-arsenal").cells[1]
    assert isinstance(lanes, LanesCell)
    assert {dot.name: dot.lane for dot in lanes.dots}["Table 2"] == 2
    assert option_of(page, "Round 1").chosen


def test_the_rounds_steps_change_the_workshop() -> None:
    of = state_of(unfolded=("group-list",))
    page = page_of(of)

    new = option_of(page, "New round").action
    remove = next(
        option.action
        for cell in table_of(page, "group-list").rows[0].cells
        if isinstance(cell, ButtonsCell)
        for option in cell.buttons
        if option.text == "Remove"
    )
    assert isinstance(new, Step)
    assert isinstance(remove, Step)

    assert new.step(of.workshop, *new.arguments).round == "round-3"
    assert len(remove.step(of.workshop, *remove.arguments).present) == 3


def test_hidden_verdicts_leave_stances_and_no_sign_of_a_verdict() -> None:
    of = state_of(unfolded=("group-verdicts",))
    hidden = replace(of, workshop=prediction_asked(of.workshop, MOMENT, "What holds?"))

    page = page_of(hidden)

    chips = [c for row in table_of(page, "lanes").rows for c in row.cells if isinstance(c, ChipsCell)]
    assert not any(chip.sign for cell in chips for chip in cell.chips)
    assert "group-verdicts" not in [block.id for block in page.blocks]


def test_without_groups_it_says_how_they_come_in() -> None:
    page = page_of(state(page=PageName.DIFFER))

    assert page.title == "Waiting for the groups"
    (begin,) = page.blocks
    assert isinstance(begin, Choice)
    assert [option.text for option in begin.options] == [
        "Enter a table",
        "Add files",
        "Watch folder",
        "Phones",
    ]
    assert not for_room(page).blocks
    assert [line.text for line in for_room(page).caption] == [
        "Waiting for the groups.",
        "Decide which assumptions hold: answers stay hidden until they are revealed.",
    ]


def test_a_single_group_agrees_with_nobody_yet() -> None:
    of = state(page=PageName.DIFFER)
    alone = with_group(of.workshop, "North", baseline_scenario(case_named()), Origin.FILE)

    blocks = blocks_of(page_of(replace(of, workshop=alone)).blocks)

    assert not [block for block in blocks if isinstance(block, Table)]
    folded = next(b for b in blocks if isinstance(b, Sentences) and b.id == "folded").lines
    assert "North" in folded[0].text and not any("agree" in line.text for line in folded)


def test_no_row_stands_where_it_may_not_stay_while_answers_are_to_come() -> None:
    waiting, known = snapshot(state_of(), analysed=False), snapshot(state_of())
    assert waiting.standing is not None
    waiting = replace(waiting, standing=restated(waiting.standing, disagreements=None), analyses=None)

    early, late = differ(waiting), differ(known)

    order = [row.id for row in table_of(late, "lanes").rows]
    assert [row.id for row in table_of(early, "lanes").rows] in ([], order)
    assert len(early.lead) == len(late.lead) and len(early.blocks) == len(late.blocks)


def test_a_revealed_prediction_is_scored_and_drawn() -> None:
    of = state_of(differ=DifferPart.PREDICTIONS)
    workshop = prediction_asked(of.workshop, MOMENT, "")
    workshop = hands_counted(workshop, "draw-from-moscow", "falls", 9)
    workshop = hands_counted(workshop, "draw-from-moscow", "holds", 2)
    workshop = prediction_revealed(prediction_locked(workshop, MOMENT, of.scenario), MOMENT)

    page = page_of(replace(of, workshop=workshop))

    assert page.title == "Suppose Russia ties do not deepen: the room foresaw 1 of 1 recommendation"
    figure = next(b for b in blocks_of(page.blocks) if isinstance(b, Figure))
    assert figure.values.bars[0].hands == (2, 0, 9)


def test_who_did_not_touch_an_assumption_left_it_whatever_was_written() -> None:
    case, name = case_named(), "russia-ties"
    scenario = baseline_scenario(case)
    workshop = Workshop(case=scenario.case)
    for table, given in {
        "Table 1": scenario,
        "Table 2": with_stances(scenario, {name: Stance.FAILS}),
        "Table 3": with_rationale(case, scenario, name, "They signed."),
        "Table 4": scenario,
    }.items():
        workshop = with_group(workshop, table, given, Origin.FILE, file=table)

    first = who_says_what(case, workshop.present, name)
    moved = who_says_what(case, workshop.present, name, [workshop.present[0].id])

    assert first == "Table 2 says it fails, and Tables 1, 3 and 4 left it at “holds”."
    assert moved == "Table 1 says it holds, Table 2 says it fails and Tables 3 and 4 left it at “holds”."
