"""How groups come in: what a copy that lost may not do, and what who gave no name is called."""

import pytest

from models.schema.case import Case
from models.schema.scenario import baseline_scenario
from models.schema.steps.group_steps import Coming, Intake
from models.schema.steps.workshop_steps import with_round
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
