"""The stress test's matrix: what its cells, its order and its sentences claim is what the engine answers."""

from fractions import Fraction

import pytest

from models.engine.evaluate import evaluate
from models.language.matrix import Matrix, MatrixCell, MatrixColumn, Order, Outlook, first_change
from models.language.stress_words import cell_sentence, percent, stress_table
from models.pages.stress_test import effect, stress_matrix
from models.schema.case import Case, Reading, Stance, Verdict
from models.schema.scenario import with_stances
from tests.analysed import analysed

FOUR_UNCERTAIN = dict.fromkeys(("A1", "A3", "A7", "A12"), "uncertain")


def column(matrix: Matrix, code: str) -> MatrixColumn:
    return next(item for item in matrix.columns if item.code == code)


def cell(matrix: Matrix, row: str, code: str) -> MatrixCell:
    place = matrix.columns.index(column(matrix, code))
    return next(item.cells[place] for item in matrix.rows if item.code == row)


def said(case: Case, outlook: Outlook, row: str, code: str, stances: dict[str, str] | None = None) -> str:
    snapshot, analyses = analysed(case, stances)
    matrix = stress_matrix(snapshot, analyses, outlook)
    line = next(item for item in matrix.rows if item.code == row)
    return cell_sentence(analyses, line, column(matrix, code), cell(matrix, row, code))


@pytest.mark.parametrize("stances", [{}, {"A1": "fails"}, {"A3": "fails", "A20": "fails"}, FOUR_UNCERTAIN])
@pytest.mark.parametrize("reading", list(Reading))
def test_every_cell_from_here_is_the_verdict_after_that_change(
    essay: Case, stances: dict[str, str], reading: Reading
) -> None:
    snapshot, analyses = analysed(essay, stances, reading=reading)

    matrix = stress_matrix(snapshot, analyses, Outlook.HERE)

    for place, head in enumerate(matrix.columns):
        assert head.to is not None
        moved = evaluate(essay, with_stances(snapshot.scenario, {head.id: head.to}))
        for row in matrix.rows:
            after = moved.recommendation[row.id].verdict
            assert row.cells[place].verdict is after
            assert row.cells[place].changed is (after is not row.verdict)


def test_a_settled_assumption_is_turned_round(essay: Case) -> None:
    snapshot, analyses = analysed(essay, {"A3": "fails"})

    matrix = stress_matrix(snapshot, analyses, Outlook.HERE)

    assert column(matrix, "A3").to is Stance.HOLDS
    assert column(matrix, "A1").to is Stance.FAILS
    assert column(matrix, "A3").wish == "Set A3 to holds"


def test_an_uncertain_assumption_is_settled_the_way_that_changes_more(essay: Case) -> None:
    snapshot, analyses = analysed(essay, FOUR_UNCERTAIN)

    matrix = stress_matrix(snapshot, analyses, Outlook.HERE)

    assert column(matrix, "A3").to is Stance.HOLDS
    assert column(matrix, "A12").to is Stance.FAILS
    assert "It is uncertain here; in this column it holds." in column(matrix, "A3").spoken
    assert any(entry.text.startswith("What is uncertain") for entry in matrix.key)


def test_what_bears_most_comes_first_and_what_can_never_matter_last(essay: Case) -> None:
    snapshot, analyses = analysed(essay)

    matrix = stress_matrix(snapshot, analyses, Outlook.HERE)

    counts = [item.count for item in matrix.columns]
    assert counts == sorted(counts, reverse=True)
    assert matrix.columns[0].code == "A20"
    assert [item.code for item in matrix.columns if item.never] == ["A5", "A6", "A8", "A11", "A12"]
    assert [item.never for item in matrix.columns] == sorted(item.never for item in matrix.columns)


def test_the_case_order_leaves_rows_and_columns_as_the_case_has_them(essay: Case) -> None:
    snapshot, analyses = analysed(essay)

    matrix = stress_matrix(snapshot, analyses, Outlook.EVERYWHERE, Order.CASE)

    assert [item.id for item in matrix.columns] == ["", *(item.id for item in essay.assumptions)]
    assert [item.id for item in matrix.rows] == [item.id for item in essay.recommendations]


def test_everywhere_starts_with_the_share_over_all_settings_least_robust_first(essay: Case) -> None:
    snapshot, analyses = analysed(essay)

    matrix = stress_matrix(snapshot, analyses, Outlook.EVERYWHERE)

    shares = [row.cells[0].share for row in matrix.rows]
    assert matrix.columns[0].title == "Over all settings"
    assert shares == sorted(share for share in shares if share is not None)
    assert shares == [analyses.everywhere.of[row.id].share for row in matrix.rows]


def test_everywhere_has_a_number_in_every_cell(essay: Case) -> None:
    snapshot, analyses = analysed(essay)

    matrix = stress_matrix(snapshot, analyses, Outlook.EVERYWHERE)

    assert all(cell.text for row in matrix.rows for cell in row.cells)
    assert cell(matrix, "R7", "A1") == MatrixCell(text="17", changed=True, share=Fraction(11, 64), effect=-2)


def test_what_fails_already_cannot_be_set_to_fail(essay: Case) -> None:
    snapshot, analyses = analysed(essay, {"A1": "fails"})

    matrix = stress_matrix(snapshot, analyses, Outlook.EVERYWHERE)

    assert column(matrix, "A1").wish == ""
    assert column(matrix, "A1").spoken.endswith("It fails here already.")
    assert column(matrix, "A2").wish == "Set A2 to fails"


def test_the_line_says_that_a_share_of_settings_is_no_probability(essay: Case) -> None:
    snapshot, analyses = analysed(essay)

    line = stress_matrix(snapshot, analyses, Outlook.EVERYWHERE).line

    assert "1,048,576 settings" in line
    assert "not a probability" in line


def test_the_line_names_what_can_never_decide(essay: Case) -> None:
    snapshot, analyses = analysed(essay)

    line = stress_matrix(snapshot, analyses, Outlook.HERE).line

    assert line.startswith("Most hangs on A20, which alone would change 7 of 11 verdicts.")
    assert line.endswith("A5, A6, A8, A11 and A12 can never decide whether advice holds under this reading.")


def test_a_changed_cell_says_what_would_be_and_what_is(essay: Case) -> None:
    told = said(essay, Outlook.HERE, "R1", "A1")

    assert told == (
        "If A1 alone is set to fails (Arsenal is kept), R1 is no longer needed. As things are, it still holds."
    )


def test_an_unchanged_cell_says_that_nothing_changes(essay: Case) -> None:
    assert said(essay, Outlook.HERE, "R1", "A2").endswith("nothing changes for R1: it still holds.")


def test_a_share_is_told_with_its_exact_fraction(essay: Case) -> None:
    told = said(essay, Outlook.EVERYWHERE, "R7", "A1")

    assert "R7 holds in 17% (11/64); of all settings, in 34% (43/128)" in told


def test_what_cannot_decide_about_a_recommendation_is_told_so(essay: Case) -> None:
    assert "A2 (UN Council is deadlocked) can never decide about R1" in said(
        essay, Outlook.EVERYWHERE, "R1", "A2"
    )


def test_the_first_change_of_a_row_is_found_in_the_order_shown(essay: Case) -> None:
    snapshot, analyses = analysed(essay)
    matrix = stress_matrix(snapshot, analyses, Outlook.HERE)

    assert first_change(matrix, essay.by_code["R1"].id) == essay.by_code["A1"].id


def test_the_table_has_a_line_for_each_recommendation_and_a_field_for_each_column(essay: Case) -> None:
    snapshot, analyses = analysed(essay)

    for outlook in Outlook:
        matrix = stress_matrix(snapshot, analyses, outlook)
        lines = stress_table(matrix).splitlines()
        assert len(lines) == 12
        assert len({line.count("\t") for line in lines}) == 1


def test_the_key_explains_only_what_occurs(essay: Case) -> None:
    snapshot, analyses = analysed(essay)

    matrix = stress_matrix(snapshot, analyses, Outlook.HERE)

    seen = {cell.verdict for row in matrix.rows for cell in row.cells if cell.changed}
    assert {entry.verdict for entry in matrix.key if entry.verdict} == seen
    assert Verdict.HOLDS not in seen


def test_a_tiny_case_has_a_matrix_too(tiny: Case) -> None:
    snapshot, analyses = analysed(tiny)

    for outlook in Outlook:
        matrix = stress_matrix(snapshot, analyses, outlook)
        assert len(matrix.rows) == len(tiny.recommendations)


@pytest.mark.parametrize(
    ("share", "text"),
    [
        (Fraction(0), "0"),
        (Fraction(1, 256), "<1"),
        (Fraction(1, 8), "13"),
        (Fraction(999, 1000), ">99"),
        (Fraction(1), "100"),
    ],
)
def test_percent_never_rounds_to_nothing_or_to_everything(share: Fraction, text: str) -> None:
    assert percent(share) == text


@pytest.mark.parametrize(
    ("share", "if_fails", "level"),
    [
        (Fraction(1, 2), Fraction(1, 2), 0),
        (Fraction(1, 2), Fraction(0), -5),
        (Fraction(1, 2), Fraction(1, 8), -4),
        (Fraction(1, 2), Fraction(1, 4), -3),
        (Fraction(1, 2), Fraction(7, 16), -1),
        (Fraction(1, 2), Fraction(9, 16), 1),
        (Fraction(1, 2), Fraction(1), 5),
        (Fraction(0), Fraction(0), 0),
        (Fraction(1), Fraction(1), 0),
    ],
)
def test_an_effect_counts_in_quarters_of_what_can_be_lost_or_gained(
    share: Fraction, if_fails: Fraction, level: int
) -> None:
    assert effect(share, if_fails) == level


def test_an_effect_within_the_error_is_none() -> None:
    assert effect(Fraction(1, 2), Fraction(51, 100), error=0.02) == 0
