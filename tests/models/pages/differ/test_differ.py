"""Where we differ: groups in lanes, what is parked, two sides, predictions; and what the facilitator alone sees."""

from dataclasses import replace

import pytest

from models.language.states import sign
from models.language.workshop.lane_words import letters, who_says_what
from models.pages.differ import said
from models.pages.differ.page import differ
from models.schema.action import Look, Step
from models.schema.grades import Stance, Verdict
from models.schema.page import (
    ButtonsCell,
    ChipsCell,
    Choice,
    Figure,
    LanesCell,
    Sentences,
    Table,
    for_room,
)
from models.schema.scenario import baseline_scenario, with_rationale, with_stances
from models.schema.standing import restated
from models.schema.steps.group_steps import (
    with_group,
)
from models.schema.steps.room_steps import (
    hands_counted,
    prediction_asked,
    prediction_locked,
    prediction_revealed,
)
from models.schema.steps.workshop_steps import balloted, with_round, without_group
from models.schema.view import DifferPart, PageName
from models.schema.workshop import Ballot, Origin, Workshop, reworked
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

    awaited = reworked(every, details=replace(every.details, awaited=6))
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


def test_of_very_many_who_are_in_the_rest_is_counted() -> None:
    workshop = with_round(reworked(four_tables(case_named()), groups=()))
    for number in range(150):
        name = f"Table {number}"
        workshop = with_group(workshop, name, baseline_scenario(case_named()), Origin.FILE, file=name)
    page = page_of(state(workshop=workshop, page=PageName.DIFFER))

    block = next(block for block in page.blocks if block.id == "who-is-in")

    assert isinstance(block, Sentences)
    assert (len(block.lines), block.lines[-1].text) == (60, "and 91 more")


def test_a_group_stands_in_its_lane_and_comes_from_that_of_the_round_before() -> None:
    lanes = row_of(page_of(state_of()), "keeps-arsenal").cells[1]
    assert isinstance(lanes, LanesCell)

    dots = {dot.name: (dot.letter, dot.lane, dot.came_from) for dot in lanes.dots}

    assert dots["Table 2"] == ("2", 0, 2)
    assert dots["Table 3"] == ("3", 2, None)


def test_who_came_over_is_seen_where_all_agree_by_now() -> None:
    case = case_named()
    workshop = with_round(four_tables(case))
    for table in ("Table 1", "Table 2", "Table 3"):
        workshop = with_group(workshop, table, baseline_scenario(case), Origin.FILE)
    page = page_of(state(workshop=workshop, page=PageName.DIFFER))

    lanes = row_of(page, "russia-ties").cells[1]
    assert isinstance(lanes, LanesCell)
    assert [dot.came_from for dot in lanes.dots] == [None, None, 2]
    (line, *_) = next(
        b for b in blocks_of(page.blocks) if isinstance(b, Sentences) and b.id == "folded"
    ).lines
    assert line.text.startswith("All agree on") and line.text.endswith("more")
    assert "Russia ties deepen" not in line.tip


def test_paper_votes_come_as_a_tally_and_an_unanswered_row_has_no_dot() -> None:
    page = page_of(state_of())
    voted, silent = row_of(page, "keeps-arsenal").cells[1], row_of(page, "russia-ties").cells[1]
    assert isinstance(voted, LanesCell)
    assert isinstance(silent, LanesCell)

    assert next(dot.tally for dot in voted.dots if dot.name == "Table 4") == (5, 1, 1)
    assert "Table 4" not in [dot.name for dot in silent.dots]


def test_the_advice_that_changes_has_its_present_verdict() -> None:
    chips = row_of(page_of(state_of()), "russia-ties").cells[2]
    assert isinstance(chips, ChipsCell)

    assert [(chip.text, chip.sign) for chip in chips.chips] == [
        ("Draw away from Moscow", sign(Verdict.NOT_NEEDED))
    ]


def test_what_no_advice_depends_on_is_parked_in_a_line_that_unfolds() -> None:
    page = page_of(state_of())
    line = next(b for b in blocks_of(page.blocks) if isinstance(b, Sentences) and b.id == "folded").lines[-1]
    assert isinstance(line.action, Look)
    unfolded = page_of(state_of(unfolded=("parked", "agreed")))

    assert line.text == "Park these three: no advice depends on them, alone or together"
    for code in ("A8", "A11", "A12"):
        assert f"({code})" in line.tip
    assert line.action == Look((("unfolded", ("parked",)),))
    assert len(table_of(unfolded, "lanes").rows) == len(case_named().taking_part(False))
    assert [row.id for row in table_of(page, "lanes").rows] == [
        "keeps-arsenal",
        "russia-ties",
        "council-deadlock",
    ]


def test_what_matters_only_through_an_assumption_taken_as_argued_is_not_parked() -> None:
    of = state(page=PageName.DIFFER)
    alone = with_group(of.workshop, "North", baseline_scenario(case_named()), Origin.FILE)

    folded = next(
        b
        for b in blocks_of(page_of(replace(of, workshop=alone)).blocks)
        if isinstance(b, Sentences) and b.id == "folded"
    )

    parked = folded.lines[-1].tip
    assert "Guarantees look hollow" not in parked and "Arsenal means survival" not in parked
    assert folded.lines[-1].text == "Park these three: no advice depends on them, alone or together"


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


def test_the_room_sees_the_lanes_and_not_the_list_of_files() -> None:
    shown = for_room(page_of(state_of(unfolded=("group-list",))))

    assert {block.id for block in shown.blocks} == {"lanes", "folded"}


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


def test_letters_tell_groups_apart() -> None:
    assert letters(["North", "Nairobi", "Table 1", "Table 12"]) == {
        "North": "N",
        "Nairobi": "Na",
        "Table 1": "1",
        "Table 12": "12",
    }


def test_who_says_what_names_few_and_counts_many() -> None:
    workshop = large_workshop(case_named())

    told = who_says_what(case_named(), workshop.present, "plays-powers")

    assert told == (
        "Table 12 says it holds, Tables 3 and 11 are unsure, Tables 1, 6 and 7 say it fails, "
        "Table 9 is split, and five tables left it at “holds”; people differ at Tables 6 and 9."
    )


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
