"""The agenda in words: plans that add up, time that is left or over, and when everything ends."""

from datetime import datetime
from pathlib import Path

import pytest

from models.language.panes import PAGE_NAMES
from models.pages.programme.agenda import (
    agenda_line,
    agenda_moment,
    agenda_rows,
    agenda_title,
    chip_line,
    clock,
    following,
    left,
    left_line,
    ninety_minutes,
    still_planned,
    three_hours,
    total_minutes,
)
from models.pages.programme.agenda_page import OPENS
from models.schema.workshop import AgendaItem

README = Path(__file__).parents[4] / "README.md"
TEN = datetime(2026, 11, 23, 10, 0)
GROUPS = AgendaItem(id="groups", title="Groups", minutes=15)


def spent(plan: tuple[AgendaItem, ...], **seconds: int) -> tuple[AgendaItem, ...]:
    """The plan after so many seconds on some of its steps, whose ids have an underscore here."""
    taken = {name.replace("_", "-"): value for name, value in seconds.items()}
    return tuple(
        AgendaItem(
            id=item.id,
            title=item.title,
            minutes=item.minutes,
            purpose=item.purpose,
            spent=taken.get(item.id, 0),
        )
        for item in plan
    )


def test_the_plans_take_as_long_as_their_names_say() -> None:
    assert (total_minutes(ninety_minutes()), total_minutes(three_hours())) == (90, 180)


@pytest.mark.parametrize("plan", [ninety_minutes(), three_hours()])
def test_every_step_has_a_purpose_in_one_sentence(plan: tuple[AgendaItem, ...]) -> None:
    for item in plan:
        assert item.purpose.endswith(".")
        assert item.purpose.count(". ") == 0


def test_all_steps_but_the_break_open_a_page() -> None:
    assert [item.id for item in three_hours() if item.id not in OPENS] == ["break"]


def test_the_steps_of_ninety_minutes_open_the_pages_that_the_readme_names() -> None:
    plan = README.read_text(encoding="utf-8").split("| minutes | where |")[1].split("\n\n")[0]
    named = [line.split("|")[2].split("→")[0].strip() for line in plan.splitlines()[2:]]

    opened = [dict(OPENS[item.id][1].changes)["page"] for item in ninety_minutes()]

    assert [PAGE_NAMES[page] for page in opened] == named


@pytest.mark.parametrize(
    ("seconds", "told"),
    [(0, "0:00"), (59, "0:59"), (760, "12:40"), (-185, "3:05"), (3725, "1:02:05")],
)
def test_seconds_are_told_as_a_clock_does(seconds: int, told: str) -> None:
    assert clock(seconds) == told


def test_time_that_is_left_and_time_that_is_over_are_told_in_words() -> None:
    assert left(GROUPS, 140) == 760
    assert left_line(GROUPS, 140) == "12:40 left of Groups"
    assert left_line(GROUPS, 1085) == "3:05 over on Groups"


def test_a_chip_says_it_shorter_with_a_sign() -> None:
    assert chip_line(GROUPS, 140) == "Groups 12:40"
    assert chip_line(GROUPS, 1085) == "Groups +3:05 over"


def test_a_step_without_a_title_is_called_step() -> None:
    assert left_line(AgendaItem(id="x", title=" ", minutes=1), 0) == "1:00 left of Step"


def test_nothing_follows_the_last_step() -> None:
    plan = ninety_minutes()

    assert following(plan, None) == plan[0]
    assert following(plan, "welcome") == plan[1]
    assert following(plan, "signposts") is None
    assert following((), None) is None


def test_what_is_over_does_not_shorten_what_comes() -> None:
    plan = spent(ninety_minutes(), welcome=400)

    assert still_planned(plan, "welcome") == 85 * 60


def test_the_end_is_projected_from_now() -> None:
    moment = agenda_moment(spent(ninety_minutes(), walk_through=300), "walk-through", running=True, now=TEN)

    assert moment.ends == "Ends about 11:20"


def test_a_moment_tells_the_step_its_time_and_what_is_next() -> None:
    moment = agenda_moment(spent(ninety_minutes(), round_1=140), "round-1", running=True, now=TEN)

    assert (moment.number, moment.clock, moment.word) == ("Step 4 of 9", "12:40", "left")
    assert moment.following == "Then: Compare, 10 minutes"
    assert agenda_title(moment) == "12:40 left of Round 1"
    assert agenda_line(moment) == (
        "Step 4 of 9. Then: Compare, 10 minutes. 90 minutes planned. Ends about 11:02."
    )


def test_a_step_that_is_over_is_told_with_sign_and_word() -> None:
    moment = agenda_moment(spent(ninety_minutes(), predict=485), "predict", running=True, now=TEN)

    assert (moment.clock, moment.word, moment.over) == ("+3:05", "over", True)


def test_a_paused_step_says_so() -> None:
    moment = agenda_moment(ninety_minutes(), "welcome", running=False, now=TEN)

    assert agenda_title(moment) == "5:00 left of Welcome, paused"
    assert moment.chip == "Welcome 5:00, paused"


def test_before_the_start_the_plan_is_told() -> None:
    moment = agenda_moment(ninety_minutes(), None, running=False, now=TEN)

    assert agenda_title(moment) == "90 minutes in 9 steps"
    assert agenda_line(moment) == "First: Welcome, 5 minutes. Ends about 11:30 if it begins now."
    assert moment.chip == ""


def test_without_a_plan_there_is_nothing_but_that() -> None:
    moment = agenda_moment((), None, running=False, now=TEN)

    assert (agenda_title(moment), agenda_line(moment), moment.ends) == ("Nothing is planned yet", "", "")


def test_rows_tell_what_is_done_present_and_to_come() -> None:
    rows = agenda_rows(spent(ninety_minutes(), welcome=290, walk_through=1005), "walk-through")

    assert [row.done for row in rows[:3]] == [True, False, False]
    assert [row.present for row in rows[:3]] == [False, True, False]
    assert [row.time for row in rows[:3]] == ["4:50 spent", "+1:45 over", ""]
    assert rows[0].spoken == "1, Welcome, 5 minutes, 4:50 spent: done"
