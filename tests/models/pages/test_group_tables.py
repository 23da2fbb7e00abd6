"""Groups against assumptions and verdicts: every cell says what the group says, minorities and all."""

import pytest

from models.analyses.standing import take_standing, with_disagreements
from models.pages.group_tables import GroupRow, GroupTable, in_parts, stance_table, verdict_table
from models.schema.case import Case, Stance, Verdict
from models.schema.standing import Standing
from models.schema.workshop_steps import asked
from tests.workshops import MOMENT, four_tables


@pytest.fixture
def found(essay: Case) -> Standing:
    return with_disagreements(take_standing(essay, four_tables(essay)))


def row(table: GroupTable, code: str) -> GroupRow:
    (wanted,) = (item for item in table.rows if item.code == code)
    return wanted


def test_only_what_differs_is_listed_unless_all_is_asked_for(found: Standing) -> None:
    assert [item.code for item in stance_table(found).rows] == ["A1", "A2", "A3"]
    assert len(stance_table(found, everything=True).rows) == 20


def test_rows_stand_under_their_models(found: Standing) -> None:
    rows = stance_table(found, everything=True).rows

    assert [item.section for item in rows if item.section] == [model.title for model in found.case.models]
    assert [item.code for item in rows[:8]] == ["A1", "A4", "A5", "A6", "A7", "A8", "A19", "A2"]


def test_a_cell_has_the_stance_of_its_group(found: Standing) -> None:
    cells = row(stance_table(found), "A3").cells

    assert [cell.text for cell in cells[:3]] == ["holds", "holds", "fails"]
    assert cells[2].stance is Stance.FAILS
    assert cells[2].spoken == "A3 Russia ties deepen: Table 3 says it fails."


def test_a_ballot_is_told_in_counts_with_its_leaning_and_who_did_not_answer(found: Standing) -> None:
    cell = row(stance_table(found), "A1").cells[3]

    assert (cell.text, cell.short, cell.missing) == ("5 · 1 · 1", "5·1·1", 1)
    assert cell.stance is Stance.HOLDS
    assert cell.spoken == (
        "A1 Arsenal is kept: Table 4 leans to holds, 5 of 7, with 1 uncertain and 1 for fails; "
        "1 did not answer."
    )


def test_where_nobody_answered_no_stance_is_put_into_their_mouths(found: Standing) -> None:
    shown = row(stance_table(found), "A3")

    assert shown.cells[3].lent
    assert shown.cells[3].text == "no answer"
    assert shown.spread == (2, 0, 1)


def test_the_spread_counts_groups_by_where_they_lean(found: Standing) -> None:
    assert row(stance_table(found), "A2").spread == (3, 1, 0)
    assert row(stance_table(found), "A2").spoken == (
        "A2 UN Council is deadlocked. Groups: 3 hold and 1 uncertain."
    )


def test_what_can_change_a_verdict_is_weighty(found: Standing) -> None:
    table = stance_table(found, everything=True)

    assert [item.code for item in table.rows if item.weighty] == ["A1", "A3"]
    assert row(table, "A1").spoken.endswith("Advice hangs on it.")


def test_verdicts_stand_in_the_case_order_and_differences_are_marked(found: Standing) -> None:
    table = verdict_table(found)

    assert [item.code for item in table.rows] == [f"R{number}" for number in range(1, 12)]
    assert [item.code for item in table.rows if item.differs] == ["R1", "R2", "R5", "R7", "R10", "R11"]
    assert row(table, "R1").cells[2].verdict is Verdict.NOT_NEEDED
    assert row(table, "R1").cells[2].spoken == (
        "R1 Accept the DPRK will not disarm: for Table 3 it is no longer needed."
    )


def test_verdicts_are_hidden_while_a_prediction_is_asked(essay: Case) -> None:
    workshop = asked(four_tables(essay), "", MOMENT)

    assert verdict_table(take_standing(essay, workshop)).rows == ()


def test_the_key_has_what_is_seen_and_no_more(found: Standing) -> None:
    assert [entry.text for entry in stance_table(found).key] == [
        "holds",
        "uncertain",
        "fails",
        "5 · 1 · 1  how many hold, are uncertain, say it fails",
        "+1  did not answer",
        "–  nobody answered",
        "bold: advice hangs on it",
    ]
    assert [entry.text for entry in verdict_table(found).key] == [
        "still holds",
        "holds on fewer arguments",
        "no longer needed",
        "≠ not the same for all",
    ]


def test_heads_say_how_a_group_came_in(found: Standing) -> None:
    heads = stance_table(found).heads

    assert heads[0].spoken == "Table 1, from the watched folder"
    assert heads[3].spoken == "Table 4, 8 paper ballots, typed in"


@pytest.mark.parametrize("most", [5, 8, 13, 40])
def test_a_table_in_parts_has_every_row_once_and_names_its_sections(found: Standing, most: int) -> None:
    whole = stance_table(found, everything=True)

    parts = in_parts(whole, most)

    assert [item.id for part in parts for item in part.rows] == [item.id for item in whole.rows]
    for part in parts:
        assert part.rows[0].section
        assert sum(1 + bool(item.section) for item in part.rows) <= most


def test_an_empty_table_has_no_parts() -> None:
    assert in_parts(GroupTable(heads=(), rows=(), key=()), 10) == ()
