"""The minutes: what is in them, and what is not told while verdicts are hidden."""

from dataclasses import replace
from datetime import timedelta

import pytest

from models.analyses.snapshots import take
from models.language.messages import speaking
from models.pages.parts import cell_text
from models.pages.watch.kept import DUTIES
from models.pages.watch.log import UNSEEN, log_heading, log_lines
from models.pages.watch.minutes import NOT_REVEALED, minutes, minutes_facts, workshop_days
from models.schema.case import Case
from models.schema.grades import Verdict
from models.schema.log import log_of
from models.schema.page import Page, Sentences, Table, for_room
from models.schema.record import Details
from models.schema.scenario import Scenario, baseline_scenario
from models.schema.snapshot import Snapshot, State
from models.schema.steps.group_steps import with_group
from models.schema.steps.room_steps import prediction_asked, with_hands
from models.schema.steps.signpost_steps import decided, detailed, sentence_decided
from models.schema.steps.workshop_steps import round_revealed, with_round
from models.schema.workshop import Ballot, Count, Entry, Hands, Origin, Workshop
from models.store.cases import load_embedded
from tests.minuted import eventful, hidden, plenary
from tests.workshops import MOMENT, four_tables

Told = dict[str, Page]


def snapshot_of(case: Case, workshop: Workshop, scenario: Scenario | None = None) -> Snapshot:
    return take(State(case=case, scenario=scenario or plenary(case), workshop=workshop))


def taken(case: Case, workshop: Workshop, since: str = "") -> Told:
    return {page.title: page for page in minutes(snapshot_of(case, workshop), since)}


@pytest.fixture
def told(essay: Case) -> Told:
    return taken(essay, eventful(essay))


def fresh(case: Case) -> Workshop:
    return Workshop(case=baseline_scenario(case).case)


def rows(page: Page, identifier: str) -> list[list[str]]:
    table = next(block for block in page.blocks if isinstance(block, Table) and block.id == identifier)
    return [[cell_text(cell) for cell in row.cells] for row in table.rows]


def lines(page: Page) -> list[str]:
    return [line.text for block in page.blocks if isinstance(block, Sentences) for line in block.lines]


DECIDED = "What was decided"
OTHERWISE = "What the room takes otherwise than the essay, and what that moves"


def test_they_begin_with_what_was_marked_as_decided_and_not_with_what_was_toggled(essay: Case) -> None:
    assert lines(taken(essay, eventful(essay))[DECIDED]) == ["Nothing has been marked as decided yet."]
    workshop = decided(eventful(essay), MOMENT, "draw-from-moscow", None, Verdict.HOLDS)
    workshop = sentence_decided(workshop, MOMENT, "We meet again in May.")

    told = minutes(snapshot_of(essay, workshop))

    assert told[0].title == DECIDED
    assert [row[:2] for row in rows(told[0], "marked")] == [
        ["Draw Pyongyang away from Moscow R5", "Still holds"],
        ["We meet again in May.", ""],
    ]


def test_what_the_room_takes_otherwise_is_told_with_why(told: Told) -> None:
    assert rows(told[OTHERWISE], "decisions") == [
        ["Arsenal is kept A1", "As argued", "Fails", "The budget was voted down in the spring.", ""],
        ["Russia ties deepen A3", "Holds", "Uncertain", "", ""],
    ]


def test_the_reasons_are_handed_out_with_them(told: Told) -> None:
    assert rows(for_room(told[OTHERWISE]), "decisions")[0][-1] == "The budget was voted down in the spring."


def test_every_verdict_is_told_with_what_it_is_in_the_essay(told: Told) -> None:
    assert rows(told[OTHERWISE], "verdicts")[:3] == [
        ["Accept the DPRK will not disarm R1", "No longer needed", "Still holds"],
        ["Limit the arsenal R2", "No longer needed", "Still holds"],
        ["Calm the tension around drills R3", "Still holds", ""],
    ]


def test_every_round_has_its_table_and_its_moves(told: Told) -> None:
    first, second = told["Round 1"], told["Round 2"]

    assert first.lead[0].text == "They differ on 2 assumptions; on 20 all take the same stance."
    assert rows(first, "stances")[0] == [
        "Arsenal is kept A1",
        "Table 1, Table 4 (5·1·1)",
        "",
        "Table 2, Table 3",
        "",
    ]
    assert lines(first) == []
    assert lines(second)[0].startswith("Table 2 moved “Arsenal is kept” from fails to as argued")
    assert len(rows(second, "apart")) == 6


def test_what_to_talk_about_is_told_with_the_advice_that_changes(told: Told) -> None:
    page = told["To talk about after Round 2"]

    assert [row[0] for row in rows(page, "talk")] == ["Arsenal is kept A1", "Russia ties deepen A3"]
    assert rows(page, "talk")[0][2] == "Accept the DPRK will not disarm and Limit the arsenal"
    (park,) = lines(page)
    assert park.startswith("Park these: no advice depends on ") and park.count("“") == 3
    assert "UN Council is deadlocked" not in park


def test_ballots_without_an_answer_end_no_advice(essay: Case) -> None:
    workshop = eventful(essay)
    latest = workshop.rounds[-1].id
    silent = replace(workshop.in_round(latest)[0], id="silent", name="Silent", ballot=Ballot(heads=3))
    page = taken(essay, replace(workshop, groups=(*workshop.groups, silent)))["Round 2"]

    assert len(rows(page, "apart")) == 6
    assert not any("Silent" in cell for row in rows(page, "apart") for cell in row)


def test_one_voice_of_ten_is_nothing_to_talk_about(essay: Case) -> None:
    scenario = baseline_scenario(essay)
    one = Ballot(heads=10, counts=(Count(id=essay.assumptions[0].id, holds=9, fails=1),))
    workshop = with_group(fresh(essay), "Table 1", scenario, Origin.FILE)
    workshop = with_group(workshop, "Phones", scenario, Origin.TALLY, ballot=one)

    assert not any(rows(page, "talk") for title, page in taken(essay, workshop).items() if "To talk" in title)


def test_names_of_advice_are_listed_without_a_particle_where_they_are_not_quoted() -> None:
    case = load_embedded("dprk-lessons", "ko")
    with speaking("ko"):
        page = taken(case, eventful(case))["라운드 2 뒤에 토론할 것"]

        assert rows(page, "talk")[0][2] == "북한이 핵을 포기하지 않음을 인정, 핵무기 제한"


def test_each_round_is_followed_by_what_it_leaves_to_talk_about(told: Told) -> None:
    titles = [*told]

    for name in ("Round 1", "Round 2"):
        assert titles[titles.index(name) + 1] == f"To talk about after {name}"


def test_the_log_leaves_out_what_was_undone_and_what_is_aside_unless_it_is_asked_for(essay: Case) -> None:
    entries = eventful(essay, 3).log
    log = (replace(entries[0], undone=True), replace(entries[1], aside=True), entries[2])
    workshop = replace(eventful(essay), log=log_of(log))
    snapshot = snapshot_of(essay, workshop)
    asked_for = replace(snapshot, view=replace(snapshot.view, unfolded=("full-log",)))

    def logged(of: Snapshot) -> int:
        return len(rows({page.title: page for page in minutes(of)}["Log"], "log"))

    assert (logged(snapshot), logged(asked_for)) == (1, 3)
    assert log_heading(workshop).startswith("1 entry in the log")


def test_where_it_was_and_with_whom_stands_over_them(essay: Case) -> None:
    details = Details(place="Berlin", held="23 November 2026, 9 to 11", led_by="Ana", took_part="Bo\nCarl")
    workshop = detailed(eventful(essay), details)

    facts = minutes_facts(snapshot_of(essay, workshop))

    assert facts[1:4] == ("Berlin, 23 November 2026, 9 to 11.", "Led by Ana.", "Took part: Bo, Carl.")


def test_a_prediction_is_told_with_its_score(told: Told) -> None:
    supposed = "Suppose Pyongyang would give up its arsenal and “Russia ties deepen” is uncertain."
    page = told[f"Prediction: {supposed} If the first assumption fails, what holds?"]
    table = next(block for block in page.blocks if isinstance(block, Table))

    assert page.lead[0].text == (
        "The room was right about 2 of 5 recommendations; 55 of 150 hands were right in all."
    )
    assert rows(page, table.id)[0][1:] == ["20", "0", "10", "falls", "10 of 30"]


def test_a_prediction_has_no_score_before_it_is_revealed(essay: Case) -> None:
    asking = with_hands(
        prediction_asked(fresh(essay), MOMENT, "What holds?"), Hands(id=essay.recommendations[0].id, holds=3)
    )

    pages = taken(essay, asking)
    page = next(page for title, page in pages.items() if title.endswith(" What holds?"))

    assert page.lead[0].text == NOT_REVEALED


def test_owners_get_their_signposts_and_actions_by_name(told: Told) -> None:
    table = next(block for block in told[DUTIES].blocks if isinstance(block, Table))

    assert [row.section for row in table.rows if row.section] == ["Asia desk", "Planning staff", "Nobody yet"]
    assert rows(told[DUTIES], "duties")[2] == [
        "The two governments quarrel in public",
        "Signpost",
        "Russia ties deepen A3",
        "Not checked yet",
        "look by 1 March 2027",
        "",
    ]


def test_assumptions_that_advice_depends_on_and_nobody_watches_are_counted(told: Told) -> None:
    assert told[DUTIES].lead[1].text.startswith("Nobody watches 10 assumptions that advice depends on:")


def test_what_moved_since_is_told_where_it_says_more_than_the_verdicts(essay: Case) -> None:
    bare = replace(eventful(essay), stages=(), signposts=(), actions=())

    def since(told: Told) -> list[str]:
        return [title for title in told if title.startswith("Since")]

    assert since(taken(essay, bare)) == []
    assert since(taken(essay, eventful(essay)))
    assert since(taken(essay, bare, "baseline"))


def test_minutes_of_nothing_have_no_empty_parts(essay: Case) -> None:
    snapshot = snapshot_of(essay, fresh(essay), baseline_scenario(essay))

    pages = minutes(snapshot)

    assert [page.title for page in pages] == [DECIDED, OTHERWISE]
    assert "The room takes every assumption as the essay does." in lines(pages[1])
    assert len(minutes_facts(snapshot)) == 3


def test_verdicts_stay_hidden_while_a_prediction_is_asked(essay: Case) -> None:
    told = taken(essay, hidden(eventful(essay), MOMENT + timedelta(minutes=10)))

    assert [block.id for block in told[OTHERWISE].blocks] == ["decisions", "headline"]
    assert lines(told[OTHERWISE]) == ["Verdicts are hidden until the prediction is revealed."]
    assert not [title for title in told if title.startswith("Since")]
    assert [block.id for block in told["Round 2"].blocks] == ["stances", "moves"]


def test_the_log_hides_what_moved_since_the_prediction_was_asked(essay: Case) -> None:
    found = log_lines(hidden(eventful(essay), MOMENT + timedelta(minutes=10)))

    assert [line.moved == UNSEEN for line in found] == [False, False, True, True, True, True]


def test_days_are_told_where_the_log_runs_over_several(essay: Case) -> None:
    late = Entry(id="late", at=MOMENT + timedelta(days=1), what="Set A3 to fails")
    workshop = replace(eventful(essay, 1), log=log_of((*eventful(essay, 1).log, late)))

    table = next(block for block in taken(essay, workshop)["Log"].blocks if isinstance(block, Table))

    assert [row.section for row in table.rows] == ["23 November 2026", "24 November 2026"]
    assert workshop_days(workshop) == (MOMENT.date(), late.at.date())


def test_the_heading_of_the_log_counts_its_lines(essay: Case) -> None:
    assert log_heading(fresh(essay)) == "Log"
    assert log_heading(eventful(essay)) == "6 entries in the log, the last at 10:05"


def test_a_split_vote_stands_under_split_and_not_under_uncertain(essay: Case) -> None:
    first = taken(essay, four_tables(essay))["Round 1"]

    (table,) = (block for block in first.blocks if isinstance(block, Table) and block.id == "stances")
    assert [column.title for column in table.columns] == [
        "Assumption",
        "Holds",
        "Uncertain",
        "Fails",
        "Split",
    ]
    assert [row[1:] for row in rows(first, "stances") if "Table 4 (3·0·3)" in row] == [
        ["Table 1, Table 2", "Table 3", "", "Table 4 (3·0·3)"]
    ]


def test_who_was_in_before_and_not_when_a_round_was_revealed_did_not_answer(essay: Case) -> None:
    workshop = with_group(with_round(four_tables(essay)), "Table 1", baseline_scenario(essay), Origin.FOLDER)
    revealed = round_revealed(workshop, workshop.round)

    (still_open, closed) = (
        [line.text for line in block.lines if "Table 2, Table 3" in line.text or "Tables 2" in line.text][-1]
        for case_of in (workshop, revealed)
        for block in taken(essay, case_of)["Round 3"].blocks
        if isinstance(block, Sentences) and block.id == "moves"
    )

    assert (still_open, closed) == ("Tables 2, 3 and 4 are not in yet.", "Tables 2, 3 and 4 did not answer.")
