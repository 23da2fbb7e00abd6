"""How groups come in: what a copy that lost may not do, and what who gave no name is called."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from models.schema.case import Case
from models.schema.scenario import baseline_scenario
from models.schema.steps.group_steps import Coming, Intake
from models.schema.steps.workshop_steps import round_revealed, with_round
from models.schema.workshop import Origin, Workshop


def coming(case: Case, name: str, file: str = "") -> Coming:
    return Coming(name=name, scenario=baseline_scenario(case), origin=Origin.FOLDER, file=file)


def fresh(case: Case) -> Workshop:
    return Workshop(case=baseline_scenario(case).case)


@pytest.mark.parametrize(
    "copy",
    [
        "t (Ana's conflicted copy 2022-11-02).scenario.json",
        "t.sync-conflict-20221102.scenario.json",
        "t_conflict-20221102.scenario.json",
        "t [Conflict].scenario.json",
    ],
)
def test_a_conflicted_copy_is_no_first_answer_until_somebody_takes_it_in(essay: Case, copy: str) -> None:
    before = Intake(fresh(essay))
    before.take_file(coming(essay, "Table 1", "t.scenario.json"))
    second = Intake(with_round(before.workshop))

    second.take_file(coming(essay, "Table 1", copy))
    assert second.workshop.in_round(second.workshop.rounds[-1].id) == ()

    second.take_file(coming(essay, "Table 1", copy), however_old=True)
    assert [group.file for group in second.workshop.in_round(second.workshop.rounds[-1].id)] == [copy]


@pytest.mark.parametrize(
    ("names", "proposed"),
    [
        (("Table 1", "Table 2"), "Table 3"),
        (("Table 1", "Table 5"), "Table 6"),
        (("Asia desk",), "Group 2"),
        ((), "Group 1"),
    ],
)
def test_who_gives_no_name_is_the_next_of_its_kind(
    essay: Case, names: tuple[str, ...], proposed: str
) -> None:
    intake = Intake(fresh(essay))
    for name in (*names, ""):
        intake.take(coming(essay, name))

    assert intake.workshop.present[-1].name == proposed


def said_at(case: Case, hour: int, file: str = "t.scenario.json") -> Coming:
    """What a table saved at an hour, in other words each time."""
    moment = datetime(2026, 11, 23, hour, tzinfo=UTC)
    scenario = replace(baseline_scenario(case), modified=moment)
    return replace(coming(case, "Table 1", file), scenario=scenario, digest=str(hour), again=True)


def hours(intake: Intake) -> list[tuple[str, str]]:
    return [(group.round, group.digest) for group in intake.workshop.groups]


def test_what_is_saved_again_after_the_reveal_changes_nothing_until_somebody_takes_it_in(
    essay: Case,
) -> None:
    intake = Intake(fresh(essay))
    intake.take_file(said_at(essay, 9))
    revealed = Intake(round_revealed(intake.workshop, intake.workshop.round))

    revealed.take_file(said_at(essay, 10))
    assert hours(revealed) == [("round-1", "9")]
    revealed.take_file(said_at(essay, 10), however_old=True)
    assert hours(revealed) == [("round-1", "10")]

    following = Intake(with_round(revealed.workshop))
    following.take_file(said_at(essay, 11))
    assert hours(following) == [("round-1", "10"), ("round-2", "11")]


@pytest.mark.parametrize("file", ["t.scenario.json", "older.scenario.json"])
def test_a_file_older_than_the_groups_answer_in_an_earlier_round_is_no_answer_in_the_next(
    essay: Case, file: str
) -> None:
    intake = Intake(fresh(essay))
    intake.take_file(said_at(essay, 9))
    following = Intake(with_round(intake.workshop))

    following.take_file(said_at(essay, 8, file))

    assert hours(following) == [("round-1", "9")]
