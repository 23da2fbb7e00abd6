"""Two scenarios side by side: differences first, and sentences that say what follows from which."""

from models.pages.side_by_side import (
    ESSAY,
    PLENARY,
    group_side,
    scenario_on,
    side_by_side,
    side_table,
    sides,
)
from models.schema.case import Case, Reading, Stance
from models.schema.scenario import Scenario, baseline_scenario, revised, with_stances
from models.schema.workshop_steps import with_stage
from tests.models.conftest import Take
from tests.workshops import MOMENT, four_tables

NAMES = ("The essay", "Table 2")


def with_codes(case: Case, **stances: str) -> Scenario:
    chosen = {case.by_code[code].id: Stance(stance) for code, stance in stances.items()}
    return with_stances(baseline_scenario(case), chosen)


def test_a_sentence_names_the_stance_and_what_follows_from_it(essay: Case) -> None:
    shown = side_by_side(essay, baseline_scenario(essay), with_codes(essay, A3="fails"), NAMES)

    assert shown.sentences[0].startswith("Table 2 takes A3 to fail, so ")
    assert "R5 is no longer needed" in shown.sentences[0]


def test_what_changes_nothing_is_said_too(essay: Case) -> None:
    shown = side_by_side(essay, baseline_scenario(essay), with_codes(essay, A12="fails"), NAMES)

    assert shown.sentences[-1].endswith("on A12 changes no verdict by itself.")


def test_an_uncertain_stance_is_left_uncertain(essay: Case) -> None:
    shown = side_by_side(essay, baseline_scenario(essay), with_codes(essay, A1="uncertain"), NAMES)

    assert "Table 2 leaves A1 uncertain, so" in shown.sentences[0]


def test_another_reading_is_a_difference_of_its_own(essay: Case) -> None:
    one = with_codes(essay, A3="fails")
    other = revised(one, reading=Reading.EVERY_STRAND)

    shown = side_by_side(essay, one, other, NAMES)

    assert shown.title.startswith("The essay and Table 2 differ in what they count")
    assert "asks for every strand" in shown.sentences[0]


def test_rows_that_differ_come_first(essay: Case) -> None:
    shown = side_by_side(essay, baseline_scenario(essay), with_codes(essay, A20="fails"), NAMES)

    for rows in (shown.assumptions, shown.recommendations):
        marks = [row.differs for row in rows]
        assert marks == sorted(marks, reverse=True)
        assert marks[0]


def test_equal_scenarios_are_said_to_be_so(essay: Case) -> None:
    shown = side_by_side(essay, baseline_scenario(essay), baseline_scenario(essay), NAMES)

    assert shown.title == "The essay and Table 2 take the same stances"
    assert shown.sentences == ()


def test_everything_with_a_scenario_can_be_chosen(essay: Case, take: Take) -> None:
    snapshot = take(essay)
    workshop = with_stage(four_tables(essay), "Before lunch", snapshot.scenario, MOMENT)

    offered = sides(workshop)

    assert [side.name for side in offered[:3]] == ["The plenary now", "The essay", "Table 1, Round 2"]
    assert offered[-1].name == "Before lunch"
    assert all(scenario_on(side.key, snapshot, workshop) is not None for side in offered)


def test_what_is_gone_has_no_scenario(essay: Case, take: Take) -> None:
    workshop = four_tables(essay)

    assert scenario_on(group_side("round-1", "table-9"), take(essay), workshop) is None
    assert scenario_on(PLENARY, take(essay), workshop) is not None
    assert scenario_on(ESSAY, take(essay, {"A3": "fails"}), workshop) == baseline_scenario(essay)


def test_the_table_carries_rows_and_sentences(essay: Case) -> None:
    shown = side_by_side(essay, baseline_scenario(essay), with_codes(essay, A3="fails"), NAMES)

    lines = side_table(shown).splitlines()

    assert lines[0] == "\t\tThe essay\tTable 2"
    assert "R5\tDraw Pyongyang away from Moscow\tStill holds\tNo longer needed" in lines
    assert lines[-1] == shown.sentences[-1]
