"""Paper ballots while they are typed in: who did not answer, and what keeps a tally from being taken."""

import pytest

from models.language.workshop.tallies import tally_lines, tally_problem, tally_told, unanswered
from models.schema.case import Case
from models.schema.steps.workshop_steps import with_round
from models.schema.workshop import Count, Group, Workshop
from tests.workshops import four_tables


@pytest.fixture
def workshop(essay: Case) -> Workshop:
    return four_tables(essay)


def table_4(workshop: Workshop) -> Group:
    return next(group for group in workshop.present if group.name == "Table 4")


def test_assumptions_are_asked_model_by_model(essay: Case) -> None:
    lines = tally_lines(essay)

    assert [line.code for line in lines[:5]] == ["A1", "A4", "A5", "A6", "A7"]
    assert [line.section for line in lines if line.section] == [model.title for model in essay.models]


@pytest.mark.parametrize(
    ("heads", "answered", "expected"),
    [(8, 7, "1"), (8, 8, "none"), (8, 0, "all 8"), (8, 9, "1 too many"), (0, 3, "–")],
)
def test_who_did_not_answer_is_worked_out(heads: int, answered: int, expected: str) -> None:
    assert unanswered(heads, answered) == expected


def test_more_answers_than_ballots_are_refused_with_the_assumption(essay: Case, workshop: Workshop) -> None:
    counts = (Count(id=essay.by_code["A3"].id, holds=6, fails=3),)

    problem = tally_problem(essay, workshop, None, "Table 5", 8, counts)

    assert problem is not None
    assert problem.field == essay.by_code["A3"].id
    assert problem.sentence == "“Russia ties deepen” (A3) has 9 answers on 8 ballots."


@pytest.mark.parametrize(
    ("name", "heads", "answers", "sentence"),
    [
        (" ", 8, 1, "Say which group this is."),
        ("Table 5", 0, 1, "Say how many ballots there are."),
        ("Table 5", 8, 0, "Type in the answers to at least one assumption."),
    ],
)
def test_what_is_missing_is_asked_for(
    essay: Case, workshop: Workshop, name: str, heads: int, answers: int, sentence: str
) -> None:
    counts = (Count(id=essay.assumptions[0].id, holds=answers),)

    problem = tally_problem(essay, workshop, None, name, heads, counts)

    assert problem is not None
    assert problem.sentence == sentence


def test_a_group_cannot_take_the_name_of_another(essay: Case, workshop: Workshop) -> None:
    counts = (Count(id=essay.assumptions[0].id, holds=1),)
    mended = table_4(workshop)

    problem = tally_problem(essay, workshop, mended, "table 2", 8, counts)

    assert problem is not None
    assert problem.sentence == "There is a table 2 already."
    assert tally_problem(essay, workshop, mended, "Table 4", 8, counts) is None


def test_a_new_tally_under_a_known_name_says_what_that_means(workshop: Workshop) -> None:
    assert tally_told(workshop, None, "table 2") == ("Round 2 has Table 2 already; this takes its place.")
    assert tally_told(with_round(workshop), None, "Table 2") == (
        "Round 2 had Table 2 too; who moved is told."
    )
    assert tally_told(workshop, None, "Table 9") == ""
    assert tally_told(workshop, table_4(workshop), "Table 4") == ""
