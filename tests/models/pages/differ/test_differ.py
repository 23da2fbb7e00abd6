"""Where we differ: groups in lanes, what is parked, two sides, predictions; and what the facilitator alone sees."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from models.language.states import sign
from models.language.workshop.lane_words import letters, who_says_what
from models.pages.differ import said
from models.pages.differ.lanes import Split
from models.pages.differ.page import differ
from models.schema.action import Look, Step
from models.schema.grades import Stance, Verdict
from models.schema.page import (
    Beside,
    Block,
    ButtonsCell,
    ChipsCell,
    Choice,
    Figure,
    LanesCell,
    Option,
    Page,
    Row,
    Sentences,
    SignCell,
    Stack,
    Table,
    for_room,
)
from models.schema.public import public
from models.schema.scenario import baseline_scenario, with_rationale, with_stances
from models.schema.standing import restated
from models.schema.state import State
from models.schema.steps.group_steps import (
    Coming,
    Intake,
    second_files,
    second_kept,
    second_taken,
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
from models.schema.workshop import Ballot, Count, Origin, Workshop, reworked
from tests.large_workshop import large_workshop
from tests.states import after, case_named, snapshot, state
from tests.workshops import MOMENT, four_tables


def _state(**view: Any) -> State:
    return after(state(workshop=four_tables(case_named()), page=PageName.DIFFER, **view), A3="fails")


def _page(of: State) -> Page:
    return differ(snapshot(of))


def _blocks(blocks: tuple[Block, ...]) -> list[Block]:
    found: list[Block] = []
    for block in blocks:
        found += _blocks(block.blocks) if isinstance(block, (Beside, Stack)) else [block]
    return found


def _table(page: Page, identifier: str) -> Table:
    return next(b for b in _blocks(page.blocks) if isinstance(b, Table) and b.id == identifier)


def _row(page: Page, name: str) -> Row:
    return next(row for row in _table(page, "lanes").rows if row.id == name)


def _option(page: Page, text: str) -> Option:
    return next(option for choice in page.tools for option in choice.options if option.text == text)


def _lead(workshop: Workshop) -> list[str]:
    shown = state(workshop=workshop, page=PageName.DIFFER)
    return [line.text for line in _page(shown).lead]


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
    assert _page(_state()).title == "Talk about two: “Arsenal is kept” and “Russia ties deepen”"


def test_what_groups_say_is_not_put_into_words_again_at_a_toggle(monkeypatch: pytest.MonkeyPatch) -> None:
    before = _state()
    rows = _table(_page(before), "lanes").rows
    monkeypatch.setattr(said, "who_says_what", lambda *given: "Asked again.")

    again = _table(_page(after(before, A7="fails")), "lanes").rows

    assert [row.spoken for row in again] == [row.spoken for row in rows]


def test_nothing_is_put_into_words_until_it_is_known_what_groups_differ_on(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    before = snapshot(replace(_state(), workshop=large_workshop(case_named())))
    assert before.standing is not None
    asked: list[object] = []
    monkeypatch.setattr(said, "who_says_what", lambda *given: asked.append(given))

    page = differ(replace(before, standing=restated(before.standing, disagreements=None, moves=None)))

    assert (asked, _table(page, "lanes").rows) == ([], ())


def test_of_very_many_who_are_in_the_rest_is_counted() -> None:
    workshop = with_round(reworked(four_tables(case_named()), groups=()))
    for number in range(150):
        name = f"Table {number}"
        workshop = with_group(workshop, name, baseline_scenario(case_named()), Origin.FILE, file=name)
    page = _page(state(workshop=workshop, page=PageName.DIFFER))

    block = next(block for block in page.blocks if block.id == "who-is-in")

    assert isinstance(block, Sentences)
    assert (len(block.lines), block.lines[-1].text) == (60, "and 91 more")


def test_what_advice_depends_on_most_comes_first_and_large() -> None:
    rows = _table(_page(_state()), "lanes").rows

    assert [row.id for row in rows[:2]] == ["keeps-arsenal", "russia-ties"]
    assert [row.large for row in rows[:3]] == [True, True, False]


def test_one_voice_of_ten_is_no_split_and_neither_large_nor_to_be_talked_about() -> None:
    page = _page(_three_and_a_ballot(holds=9, fails=1))

    assert [row.large for row in _table(page, "lanes").rows] == [False]
    assert page.title == "The tables differ on 1 assumption, but only by a few voices"


def test_half_a_table_of_ten_is_a_split_and_people_are_told_apart_from_tables() -> None:
    row = _row(_page(_three_and_a_ballot(holds=5, fails=5)), "keeps-arsenal")

    assert row.large
    assert (
        "Table 4 is unsure, and Tables 1, 2 and 3 left it as argued; of 10 people at Table 4, 5 say"
        in row.spoken
    )


def test_one_who_answers_where_ten_voted_is_no_whole_group_and_told_to_be_one() -> None:
    hardly, half = _three_and_a_ballot(holds=0, fails=1), _three_and_a_ballot(holds=0, fails=5)

    assert not _row(_page(hardly), "keeps-arsenal").large
    assert _row(_page(half), "keeps-arsenal").large
    assert "of 10 people at Table 4, 1 answered" in _row(_page(hardly), "keeps-arsenal").spoken
    assert "answered" not in _row(_page(half), "keeps-arsenal").spoken


def test_who_gave_no_answer_differs_from_nobody() -> None:
    of = _three_and_a_ballot(holds=10, fails=0)
    ballot = Ballot(heads=10, counts=(Count(id="keeps-arsenal", holds=10),))
    told = reworked(of.workshop, groups=())
    scenario = with_stances(baseline_scenario(case_named()), {"russia-ties": Stance.FAILS})
    told = with_group(told, "Table 1", scenario, Origin.FILE, file="1.json")
    told = with_group(told, "Table 4", balloted(case_named(), ballot), Origin.TALLY, ballot=ballot)
    page = _page(replace(of, workshop=told))

    assert "russia-ties" not in [row.id for row in _table(page, "lanes").rows]


def test_what_is_more_split_comes_before_what_a_little_more_advice_depends_on() -> None:
    item, items = case_named().assumptions[0], []
    for many, apart in ((4, 0.1), (3, 1.0), (2, 2.0), (1, 2.0)):
        told = said.Said(case_named(), (), item.id, {}, {})
        vars(told)["spread"] = apart, apart / 4
        items.append(Split(item=item, matters_to=("a",) * many, said=told))

    ranked = sorted(items, key=lambda split: split.rank)

    assert [len(split.matters_to) for split in ranked] == [2, 3, 1, 4]


def _three_and_a_ballot(holds: int, fails: int) -> State:
    """Three tables as the source has it, and one of ten people who vote on the first assumption."""
    case = case_named()
    workshop = reworked(four_tables(case), groups=())
    for number in (1, 2, 3):
        name = f"Table {number}"
        workshop = with_group(workshop, name, baseline_scenario(case), Origin.FILE, file=f"{number}.json")
    ballot = Ballot(heads=10, counts=(Count(id="keeps-arsenal", holds=holds, fails=fails),))
    workshop = with_group(workshop, "Table 4", balloted(case, ballot), Origin.TALLY, ballot=ballot)
    return state(workshop=workshop, page=PageName.DIFFER)


def test_a_group_stands_in_its_lane_and_comes_from_that_of_the_round_before() -> None:
    lanes = _row(_page(_state()), "keeps-arsenal").cells[1]
    assert isinstance(lanes, LanesCell)

    dots = {dot.name: (dot.letter, dot.lane, dot.came_from) for dot in lanes.dots}

    assert dots["Table 2"] == ("2", 0, 2)
    assert dots["Table 3"] == ("3", 2, None)


def test_who_came_over_is_seen_where_all_agree_by_now() -> None:
    case = case_named()
    workshop = with_round(four_tables(case))
    for table in ("Table 1", "Table 2", "Table 3"):
        workshop = with_group(workshop, table, baseline_scenario(case), Origin.FILE)
    page = _page(state(workshop=workshop, page=PageName.DIFFER))

    lanes = _row(page, "russia-ties").cells[1]
    assert isinstance(lanes, LanesCell)
    assert [dot.came_from for dot in lanes.dots] == [None, None, 2]
    (line, *_) = next(b for b in _blocks(page.blocks) if isinstance(b, Sentences) and b.id == "folded").lines
    assert line.text.startswith("All agree on") and line.text.endswith("more")
    assert "Russia ties deepen" not in line.tip


def test_paper_votes_come_as_a_tally_and_an_unanswered_row_has_no_dot() -> None:
    page = _page(_state())
    voted, silent = _row(page, "keeps-arsenal").cells[1], _row(page, "russia-ties").cells[1]
    assert isinstance(voted, LanesCell)
    assert isinstance(silent, LanesCell)

    assert next(dot.tally for dot in voted.dots if dot.name == "Table 4") == (5, 1, 1)
    assert "Table 4" not in [dot.name for dot in silent.dots]


def test_the_advice_that_changes_has_its_present_verdict() -> None:
    chips = _row(_page(_state()), "russia-ties").cells[2]
    assert isinstance(chips, ChipsCell)

    assert [(chip.text, chip.sign) for chip in chips.chips] == [
        ("Draw away from Moscow", sign(Verdict.NOT_NEEDED))
    ]


def test_what_no_advice_depends_on_is_parked_in_a_line_that_unfolds() -> None:
    page = _page(_state())
    line = next(b for b in _blocks(page.blocks) if isinstance(b, Sentences) and b.id == "folded").lines[-1]
    assert isinstance(line.action, Look)
    unfolded = _page(_state(unfolded=("parked", "agreed")))

    assert line.text == "Park these three: no advice depends on them, alone or together"
    for code in ("A8", "A11", "A12"):
        assert f"({code})" in line.tip
    assert line.action == Look((("unfolded", ("parked",)),))
    assert len(_table(unfolded, "lanes").rows) == len(case_named().taking_part(False))
    assert [row.id for row in _table(page, "lanes").rows] == [
        "keeps-arsenal",
        "russia-ties",
        "council-deadlock",
    ]


def test_what_matters_only_through_an_assumption_taken_as_argued_is_not_parked() -> None:
    of = state(page=PageName.DIFFER)
    alone = with_group(of.workshop, "North", baseline_scenario(case_named()), Origin.FILE)

    folded = next(
        b
        for b in _blocks(_page(replace(of, workshop=alone)).blocks)
        if isinstance(b, Sentences) and b.id == "folded"
    )

    parked = folded.lines[-1].tip
    assert "Guarantees look hollow" not in parked and "Arsenal means survival" not in parked
    assert folded.lines[-1].text == "Park these three: no advice depends on them, alone or together"


def test_an_earlier_round_is_looked_at_without_being_turned_to() -> None:
    page = _page(_state(round="round-1"))

    lanes = _row(page, "keeps-arsenal").cells[1]
    assert isinstance(lanes, LanesCell)
    assert {dot.name: dot.lane for dot in lanes.dots}["Table 2"] == 2
    assert _option(page, "Round 1").chosen


def test_the_rounds_steps_change_the_workshop() -> None:
    of = _state(unfolded=("group-list",))
    page = _page(of)

    new = _option(page, "New round").action
    remove = next(
        option.action
        for cell in _table(page, "group-list").rows[0].cells
        if isinstance(cell, ButtonsCell)
        for option in cell.buttons
        if option.text == "Remove"
    )
    assert isinstance(new, Step)
    assert isinstance(remove, Step)

    assert new.step(of.workshop, *new.arguments).round == "round-3"
    assert len(remove.step(of.workshop, *remove.arguments).present) == 3


def test_the_room_sees_the_lanes_and_not_the_list_of_files() -> None:
    shown = for_room(_page(_state(unfolded=("group-list",))))

    assert {block.id for block in shown.blocks} == {"lanes", "folded"}


def test_hidden_verdicts_leave_stances_and_no_sign_of_a_verdict() -> None:
    of = _state(unfolded=("group-verdicts",))
    hidden = replace(of, workshop=prediction_asked(of.workshop, MOMENT, "What holds?"))

    page = _page(hidden)

    chips = [c for row in _table(page, "lanes").rows for c in row.cells if isinstance(c, ChipsCell)]
    assert not any(chip.sign for cell in chips for chip in cell.chips)
    assert "group-verdicts" not in [block.id for block in page.blocks]


def test_without_groups_it_says_how_they_come_in() -> None:
    page = _page(state(page=PageName.DIFFER))

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

    blocks = _blocks(_page(replace(of, workshop=alone)).blocks)

    assert not [block for block in blocks if isinstance(block, Table)]
    folded = next(b for b in blocks if isinstance(b, Sentences) and b.id == "folded").lines
    assert "North" in folded[0].text and not any("agree" in line.text for line in folded)


def test_no_row_stands_where_it_may_not_stay_while_answers_are_to_come() -> None:
    waiting, known = snapshot(_state(), analysed=False), snapshot(_state())
    assert waiting.standing is not None
    waiting = replace(waiting, standing=restated(waiting.standing, disagreements=None), analyses=None)

    early, late = differ(waiting), differ(known)

    order = [row.id for row in _table(late, "lanes").rows]
    assert [row.id for row in _table(early, "lanes").rows] in ([], order)
    assert len(early.lead) == len(late.lead) and len(early.blocks) == len(late.blocks)


def test_sides_that_agree_on_everything_say_so_once() -> None:
    table = _table(_page(state(page=PageName.DIFFER, differ=DifferPart.SIDES)), "side-assumptions")

    assert (table.rows, table.note) == ((), "")


def test_two_sides_say_which_difference_turns_what() -> None:
    page = _page(_state(differ=DifferPart.SIDES, sides=("here", "group:round-1:table-2")))
    lines = next(b for b in _blocks(page.blocks) if isinstance(b, Sentences)).lines

    assert "Table 2, Round 1 takes “Arsenal is kept” to fail, so" in lines[0].text
    assert len(_table(page, "side-assumptions").rows) == 2


def test_a_side_with_a_name_of_several_does_what_several_do() -> None:
    start = _state(differ=DifferPart.SIDES, sides=("here", "group:round-1:table-2"))
    named = (replace(one, name="Phones") if one.name == "Table 2" else one for one in start.workshop.groups)
    page = _page(replace(start, workshop=reworked(start.workshop, groups=tuple(named))))
    lines = next(b for b in _blocks(page.blocks) if isinstance(b, Sentences)).lines

    assert "Phones, Round 1 take “Arsenal is kept” to fail, so" in lines[0].text


def test_a_side_that_is_gone_gives_way_to_the_room_or_the_essay() -> None:
    page = _page(_state(differ=DifferPart.SIDES, sides=("group:round-9:none", "stage:none")))

    assert page.title.startswith("The room and the essay differ on 1 assumption")


def test_two_sides_tell_no_verdict_while_verdicts_are_hidden() -> None:
    of = _state(differ=DifferPart.SIDES)
    page = _page(replace(of, workshop=prediction_asked(of.workshop, MOMENT, "")))

    cells = [c for b in _blocks(page.blocks) if isinstance(b, Table) for row in b.rows for c in row.cells]
    signs = {cell.sign for cell in cells if isinstance(cell, SignCell)}
    assert signs <= {sign(stance) for stance in Stance}


def test_a_revealed_prediction_is_scored_and_drawn() -> None:
    of = _state(differ=DifferPart.PREDICTIONS)
    workshop = prediction_asked(of.workshop, MOMENT, "")
    workshop = hands_counted(workshop, "draw-from-moscow", "falls", 9)
    workshop = hands_counted(workshop, "draw-from-moscow", "holds", 2)
    workshop = prediction_revealed(prediction_locked(workshop, MOMENT, of.scenario), MOMENT)

    page = _page(replace(of, workshop=workshop))

    assert page.title == "Suppose Russia ties do not deepen: the room foresaw 1 of 1 recommendation"
    figure = next(b for b in _blocks(page.blocks) if isinstance(b, Figure))
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
        "Table 12 says it holds, Tables 3, 9 and 11 are unsure, Tables 1, 6 and 7 say it fails, "
        "and five tables left it at “holds”; people differ at Tables 6 and 9."
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


def test_what_a_side_takes_alike_is_told_together() -> None:
    of = after(state(), A3="uncertain", A10="uncertain", A13="uncertain", A17="uncertain")
    page = _page(replace(of, view=replace(of.view, differ=DifferPart.SIDES)))
    lines = next(b for b in _blocks(page.blocks) if isinstance(b, Sentences)).lines

    assert any(
        "takes “Reliance on China resented” and “Inducements suffice” to hold" in line.text for line in lines
    )


def test_where_all_come_to_one_stance_it_is_told_who_takes_it_as_argued() -> None:
    case = case_named()
    scenario = baseline_scenario(case)
    item = next(each for each in case.assumptions if each.baseline is Stance.AS_ARGUED)
    workshop = with_group(Workshop(case=scenario.case), "Table 1", scenario, Origin.FILE)
    settled = with_stances(scenario, {item.id: Stance.HOLDS})
    workshop = with_group(workshop, "Table 2", settled, Origin.FILE)

    told = who_says_what(case, workshop.present, item.id)

    assert told == "Table 2 says it holds and Table 1 left it as argued."


def _file(name: str, file: str) -> Coming:
    return Coming(name=name, scenario=baseline_scenario(case_named()), origin=Origin.FILE, file=file)


def _second_round_after(answer: Callable[[Workshop], Workshop]) -> Workshop:
    """Two tables and a second file of one came in, something was said of that, and one table is in again."""
    intake = Intake(with_round(reworked(four_tables(case_named()), groups=())))
    for name, file in (("Table 1", "a"), ("Table 2", "b"), ("Table 1", "a copy")):
        intake.take_file(_file(name, file))
    intake = Intake(with_round(answer(intake.workshop)))
    intake.take_file(_file("Table 1", "a"))
    return intake.workshop


def _awaited_in(workshop: Workshop) -> list[str]:
    page = _page(state(workshop=workshop, page=PageName.DIFFER))
    block = next(block for block in page.blocks if block.id == "who-is-in")
    assert isinstance(block, Sentences)
    return [line.text for line in block.lines]


def test_a_second_file_of_a_group_is_waited_for_later_only_if_both_were_kept() -> None:
    open_still = _second_round_after(lambda workshop: workshop)
    kept = _second_round_after(lambda workshop: second_kept(workshop, second_files(workshop)[0][1].key))
    replaced = _second_round_after(lambda workshop: second_taken(workshop, second_files(workshop)[0][1].key))

    assert _awaited_in(open_still) == _awaited_in(replaced) == ["Table 1", "Table 2"]
    assert _awaited_in(kept) == ["Table 1", "Table 2", "Table 1 (2)"]


def test_the_room_waits_for_whom_the_window_waits_for() -> None:
    workshop = _second_round_after(lambda workshop: workshop)
    shown = public(snapshot(state(workshop=workshop, page=PageName.DIFFER)))

    block = next(block for block in differ(shown).blocks if block.id == "who-is-in")

    assert isinstance(block, Sentences)
    assert [line.text for line in block.lines] == ["Table 1", "Table 2"]


def test_a_second_file_counts_as_a_group_only_once_somebody_says_so() -> None:
    intake = Intake(with_round(reworked(four_tables(case_named()), groups=())))
    for name, file in (("Table 1", "a"), ("Table 2", "b"), ("Table 1", "a copy")):
        intake.take_file(_file(name, file))
    asked = reworked(intake.workshop, details=replace(intake.workshop.details, awaited=3))
    kept = second_kept(asked, second_files(asked)[0][1].key)

    pages = [_page(state(workshop=workshop, page=PageName.DIFFER)) for workshop in (asked, kept)]

    assert _awaited_in(asked) == ["Table 1", "Table 2"]
    assert [page.title.split(": ")[1] for page in pages] == ["2 of 3 in", "all three tables are in"]


def test_two_files_that_are_two_groups_come_in_as_these_again_and_are_not_asked_about() -> None:
    workshop = _second_round_after(lambda workshop: second_kept(workshop, second_files(workshop)[0][1].key))
    intake = Intake(workshop)

    intake.take_file(_file("Table 1", "a copy"))

    assert [group.name for group in intake.workshop.present] == ["Table 1", "Table 1 (2)"]
    assert not second_files(intake.workshop)


def test_nothing_is_asked_about_a_second_file_whose_first_was_removed() -> None:
    intake = Intake(reworked(four_tables(case_named()), groups=()))
    for file in ("a", "a copy"):
        intake.take_file(_file("Table 1", file))
    (first, second), *_ = second_files(intake.workshop)

    left = without_group(intake.workshop, first.round, first.id)

    assert [(group.name, group.asked) for group in left.present] == [(second.name, False)]
