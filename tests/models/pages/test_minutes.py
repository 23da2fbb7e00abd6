"""The minutes: what is in them, and what is not told while verdicts are hidden."""

from datetime import timedelta

import pytest

from models.analyses.standing import take_standing
from models.engine.snapshot import take_snapshot
from models.pages.minutes import AS_ESSAY, NOT_REVEALED, minutes, workshop_days
from models.pages.minutes_duties import NOBODY
from models.pages.minutes_log import UNSEEN, last_change, log_lines, log_table, log_title, speakers
from models.pages.minutes_values import Minutes
from models.schema.case import Case
from models.schema.scenario import baseline_scenario
from models.schema.workshop import Entry, Hands, Workshop, fresh_workshop, reworked
from models.schema.workshop_steps import asked, with_hands
from tests.minuted import eventful, hidden, plenary
from tests.workshops import MOMENT


def taken(case: Case, workshop: Workshop, since: str = "") -> Minutes:
    return minutes(take_standing(case, workshop), take_snapshot(case, plenary(case)), since)


@pytest.fixture
def told(essay: Case) -> Minutes:
    return taken(essay, eventful(essay))


def fresh(case: Case) -> Workshop:
    return fresh_workshop(baseline_scenario(case).case)


def test_they_begin_with_what_was_decided_and_why(told: Minutes) -> None:
    first, second = told.decisions

    assert first.text.startswith("“Arsenal is kept” (A1) is taken to fail (essay: holds).")
    assert first.why == "The budget was voted down in the spring."
    assert (second.text[:16], second.why) == ("“Russia ties dee", "")


def test_every_verdict_is_told_with_what_it_is_in_the_essay(told: Minutes) -> None:
    assert [(item.code, item.word, item.was) for item in told.verdicts[:3]] == [
        ("R1", "No longer needed", "still holds"),
        ("R2", "No longer needed", "still holds"),
        ("R3", "Still holds", ""),
    ]


def test_every_round_has_its_table_and_its_moves(told: Minutes) -> None:
    first, second = told.rounds

    assert [row.code for row in first.stances.rows] == ["A1", "A2"]
    assert first.line == "They differ on 2 assumptions; on the other 18 assumptions all take the same stance."
    assert first.moves == ()
    assert second.moves[0].startswith("Table 2 moved A1 from fails to holds")
    assert {row.code for row in second.verdicts.rows} == {"R1", "R2", "R5", "R7", "R10", "R11"}


def test_what_to_argue_about_is_told_with_what_hangs_on_it(told: Minutes) -> None:
    assert [item.code for item in told.argue] == ["A1", "A3"]
    assert "R1 and R2 hold if A1 holds" in told.argue[0].hangs
    assert [item.code for item in told.park] == ["A2"]


def test_a_prediction_is_told_with_its_score(told: Minutes) -> None:
    prediction = told.predictions[0]

    assert (
        prediction.line
        == "Most hands were right about 2 of 5 recommendations; 55 of 150 hands were right in all."
    )
    assert (prediction.rows[0].hands, prediction.rows[0].came, prediction.rows[0].right) == (
        (20, 0, 10),
        "falls",
        "10 of 30",
    )


def test_a_prediction_has_no_score_before_it_is_revealed(essay: Case) -> None:
    asking = with_hands(asked(fresh(essay), "", MOMENT), Hands(id=essay.recommendations[0].id, holds=3))

    prediction = taken(essay, asking).predictions[0]

    assert (prediction.line, prediction.rows[0].came, prediction.rows[0].right) == (NOT_REVEALED, "", "")


def test_owners_get_their_signposts_and_actions_by_name(told: Minutes) -> None:
    assert [(item.owner, len(item.duties)) for item in told.duties] == [
        ("Asia desk", 2),
        ("Planning staff", 2),
        (NOBODY, 1),
    ]


def test_a_duty_says_what_it_is_about_and_what_hangs_on_it(told: Minutes) -> None:
    duty = told.duties[1].duties[0]

    assert (duty.kind, duty.word, duty.when) == ("Watch", "Not seen", "look by 1 March 2027")
    assert duty.about == "A3 Russia ties deepen, uncertain here; R5, R10 and R11 hang on it."


def test_load_bearing_assumptions_that_nobody_watches_are_counted(told: Minutes) -> None:
    assert told.unowned.startswith(
        "11 load-bearing assumptions have signposts but nobody to watch them: A20,"
    )


def test_what_moved_since_is_told_where_it_says_more_than_the_verdicts(essay: Case) -> None:
    bare = reworked(eventful(essay), stages=(), signposts=(), actions=())

    assert taken(essay, bare).since is None
    assert taken(essay, eventful(essay)).since is not None
    assert taken(essay, bare, "baseline").since is not None


def test_minutes_of_nothing_have_no_empty_parts(essay: Case) -> None:
    snapshot = take_snapshot(essay, baseline_scenario(essay))

    told = minutes(take_standing(essay, fresh(essay)), snapshot)

    parts = (told.rounds, told.argue, told.park, told.predictions, told.log, told.stages, told.duties)
    assert not any(parts)
    assert [item.text for item in told.decisions] == [AS_ESSAY]
    assert [fact.label for fact in told.facts] == ["Source", "Case", "Reading"]


def test_verdicts_stay_hidden_while_a_prediction_is_asked(essay: Case) -> None:
    told = taken(essay, hidden(eventful(essay), MOMENT + timedelta(minutes=10)))

    assert told.verdicts == ()
    assert told.since is None
    assert told.headline == "Verdicts are hidden until the prediction is revealed."


def test_the_log_hides_what_moved_since_the_prediction_was_asked(essay: Case) -> None:
    lines = log_lines(hidden(eventful(essay), MOMENT + timedelta(minutes=10)))

    assert [line.moved == UNSEEN for line in lines] == [False, False, True, True, True, True]


def test_a_line_of_the_log_is_spoken_whole(essay: Case) -> None:
    line = log_lines(eventful(essay))[0]

    assert line.spoken == (
        "09:30 Facilitator. Set A1 to fails. R1 and R2 are no longer needed; R7 holds on fewer arguments. "
        "Why: Table 1 has seen figures that nobody else had."
    )


def test_days_are_told_only_where_there_are_several(essay: Case) -> None:
    moments = (MOMENT, MOMENT + timedelta(minutes=14), MOMENT + timedelta(days=1))
    entries = tuple(Entry(id=f"e{place}", at=at, what="Set A1 to fails") for place, at in enumerate(moments))

    lines = log_lines(reworked(fresh(essay), log=entries))

    assert [line.when for line in lines] == ["23 Nov\n09:30", "09:44", "24 Nov\n09:30"]
    assert [line.day for line in lines] == ["23 November 2026", "", "24 November 2026"]


def test_the_log_is_summed_up_and_asks_why_of_the_last_change(essay: Case) -> None:
    workshop = eventful(essay)

    assert log_title(workshop) == "6 lines so far, the last at 10:05; 1 state named"
    assert last_change(workshop) == ("entry-6", "Set A6 to fails, 10:05")
    assert last_change(fresh(essay)) == ("", "")


def test_the_log_is_copied_with_its_reasons(essay: Case) -> None:
    line = log_table(eventful(essay)).splitlines()[1]

    assert line.startswith("2026-11-23 09:30\tFacilitator\tSet A1 to fails\tR1 and R2")
    assert line.endswith("\tTable 1 has seen figures that nobody else had.")


def test_facilitator_plenary_and_groups_may_speak() -> None:
    assert speakers(["Table 1", "Plenary"]) == ("Facilitator", "Plenary", "Table 1")


def test_the_day_is_when_something_happened(essay: Case) -> None:
    assert workshop_days(eventful(essay)) == (MOMENT.date(), MOMENT.date())
    assert workshop_days(fresh(essay)) is None
