"""Feedback rounds in words: the timeline, what happened in each round, and which advice protects what."""

from models.analyses.rounds import protections, run_rounds
from models.language.loops import protection_lines
from models.pages.rounds import (
    NO_LOOPS,
    round_stories,
    rounds_headline,
    rounds_line,
    rounds_table,
    stances_in,
    timeline,
)
from models.schema.case import Case, Stance
from models.schema.rounds import LoopState, Rounds
from models.schema.snapshot import Snapshot
from tests.models.analyses.test_rounds import looping
from tests.models.conftest import Take


def rounds(snapshot: Snapshot, *ignored: str) -> Rounds:
    """The rounds of a snapshot with some advice, by code, not followed."""
    followed = [item.id for item in snapshot.case.recommendations if item.code not in ignored]
    return run_rounds(snapshot.case, snapshot.scenario, followed)


def test_a_round_says_which_loop_changed_what_and_why(essay: Case, take: Take) -> None:
    snapshot = take(essay)

    story = round_stories(snapshot, rounds(snapshot, "R4"))[0]

    assert story.title == "Round 2"
    assert story.sentences == (
        "The loop “bloc spiral” makes A16 fail (DPRK alignment can shift), because A13 holds and R4 is "
        "not followed.",
        "That changes 6 verdicts: R4, R5, R6, R7, R10 and R11.",
        "After that, every round is the same.",
    )
    assert story.wish == "Make round 2 the scenario"


def test_the_headline_says_when_it_settles_and_what_then_holds(essay: Case, take: Take) -> None:
    snapshot = take(essay)

    assert rounds_headline(rounds(snapshot)) == "Nothing feeds back: every verdict stays as it is"
    assert rounds_headline(rounds(snapshot, "R4")) == (
        "It settles in round 2: 7 of 11 recommendations then hold"
    )


def test_a_cycle_is_told_with_the_round_it_comes_back_to(tiny: Case, take: Take) -> None:
    case = looping(
        tiny,
        {"id": "off", "if": ["funds-voted"], "sets": {"funds-voted": "fails"}},
        {"id": "on", "if": ["not funds-voted"], "sets": {"funds-voted": "holds"}},
    )
    snapshot = take(case)

    found = rounds(snapshot)

    assert rounds_headline(found) == "It never settles: after round 2 it is back at round 1"
    assert round_stories(snapshot, found)[-1].sentences[-1].startswith("The next round would be round 1")


def test_rounds_that_were_given_up_are_told_as_such(essay: Case, take: Take) -> None:
    snapshot = take(essay)

    found = run_rounds(essay, snapshot.scenario, (), most=1)

    assert rounds_headline(found) == "It has not settled after 1 round"
    assert round_stories(snapshot, found)[-1].sentences == ("It is not followed any further.",)


def test_loops_that_pull_both_ways_are_told_together(tiny: Case, take: Take) -> None:
    case = looping(
        tiny,
        {"id": "up", "if": [], "sets": {"funds-voted": "holds"}},
        {"id": "down", "if": [], "sets": {"funds-voted": "fails"}},
    )
    snapshot = take(case)

    sentence = round_stories(snapshot, rounds(snapshot))[0].sentences[0]

    assert sentence == (
        "The loops “up” and “down” pull A1 both ways, so it becomes uncertain (Funds are voted)."
    )


def test_a_loop_that_may_run_is_named_with_what_is_not_settled(essay: Case, take: Take) -> None:
    snapshot = take(essay, {"A13": "uncertain"})

    found = rounds(snapshot, "R4")

    assert "The loop “bloc spiral” may run then: A13 is not settled." in (
        round_stories(snapshot, found)[0].sentences
    )
    assert "Loops that only may run are left out." in rounds_line(snapshot, found)


def test_the_timeline_marks_what_changed_and_which_ticks_matter(essay: Case, take: Take) -> None:
    snapshot = take(essay)

    shown = timeline(snapshot, rounds(snapshot, "R4"))

    assert shown.heads == ("Round 1, now", "Round 2")
    rows = {row.code: row for row in shown.rows}
    assert [code for code, row in rows.items() if row.asked] == ["R3", "R4", "R9", "R10"]
    assert (rows["R4"].followed, rows["R4"].tick) == (False, "R4 is not followed")
    assert [cell.changed for cell in rows["R5"].cells] == [False, True]
    assert rows["R5"].cells[1].spoken == "R5, Round 2: no longer workable, it was: still holds"


def test_protections_name_the_advice_the_loop_and_whether_it_runs(essay: Case, take: Take) -> None:
    snapshot = take(essay)
    protected = protections(essay, snapshot.scenario)

    lines = protection_lines(snapshot, rounds(snapshot, "R4"), protected)

    assert [(line.sentence, line.state) for line in lines] == [
        ("R4 protects R5, R6, R7, R8, R9, R10 and R11", LoopState.RUNS),
        ("R3 protects only itself", LoopState.CUT),
        ("R9 protects only itself", LoopState.CUT),
        ("R10 protects R5, R6, R7, R8, R9 and R11", LoopState.CUT),
        ("No advice stops “shield”", LoopState.RUNS),
    ]
    assert lines[0].detail == (
        "Unless it is followed, “bloc spiral” makes A16 fail (DPRK alignment can shift); R4 rests on it too."
    )
    assert (lines[0].now, lines[1].now, lines[4].now) == (
        "Runs here.",
        "Stopped here.",
        "Runs here, and changes nothing.",
    )


def test_an_idle_loop_says_what_keeps_it_idle(essay: Case, take: Take) -> None:
    snapshot = take(essay, {"A11": "fails"})

    shield = protection_lines(snapshot, rounds(snapshot), protections(essay, snapshot.scenario))[-1]

    assert shield.now == "Idle here, because of A11."


def test_a_case_without_loops_says_so(tiny: Case, take: Take) -> None:
    snapshot = take(looping(tiny))
    found = rounds(snapshot)

    assert rounds_line(snapshot, found) == NO_LOOPS
    assert round_stories(snapshot, found) == ()
    assert not any(row.asked for row in timeline(snapshot, found).rows)


def test_the_stances_of_a_round_are_complete(essay: Case, take: Take) -> None:
    found = rounds(take(essay), "R4")

    stances = stances_in(found, 2)

    assert len(stances) == len(essay.assumptions)
    assert stances[essay.by_code["A16"].id] is Stance.FAILS


def test_the_table_has_the_timeline_the_story_and_the_protections(essay: Case, take: Take) -> None:
    snapshot = take(essay)
    found = rounds(snapshot, "R4")

    text = rounds_table(snapshot, found, protections(essay, snapshot.scenario))

    assert "R4\tStop treating the three as one bloc\tno\tStill holds\tHolds on fewer grounds" in text
    assert "Round 2\tThe loop “bloc spiral” makes A16 fail" in text
    assert "No advice stops “shield”.\t" in text
