"""The dashboards of the models in words."""

from models.language.values import Mark
from models.pages.models_page import model_headline, model_sentence, model_table, statement_lines
from models.schema.case import Case
from tests.models.conftest import Take


def test_a_model_is_summed_up_by_what_stands_and_what_holds(essay: Case, take: Take) -> None:
    snapshot = take(essay, {"A3": "fails"})

    assert model_sentence(snapshot, "alignment") == "2 of 5 findings stand; 3 of 4 recommendations hold."
    assert model_sentence(snapshot, "diplomacy") == "3 of 4 findings stand."


def test_single_statements_are_spoken_of_as_such(tiny: Case, take: Take) -> None:
    snapshot = take(tiny)

    assert model_sentence(snapshot, "money") == "The one finding stands."
    assert model_sentence(snapshot, "river") == "The one recommendation does not hold."


def test_lines_come_as_assumptions_findings_and_recommendations(essay: Case, take: Take) -> None:
    lines = statement_lines(take(essay), "nuclear")

    assert [line.code for line in lines] == ["A1", "A4", "A5", "A6", "F1", "F2", "R1", "R2"]


def test_a_line_tells_its_state_and_where_that_comes_from(essay: Case, take: Take) -> None:
    lines = {line.code: line for line in statement_lines(take(essay, {"A1": "fails"}), "nuclear")}

    assert (lines["A1"].word, lines["A1"].detail) == ("Fails", "Set to fail here; in the essay it holds.")
    assert (lines["F2"].mark, lines["F2"].detail) == (Mark.REJECTED, "Does not stand, because A1 fails.")
    assert lines["R1"].word == "No longer needed"


def test_the_headline_names_the_model(essay: Case, take: Take) -> None:
    assert model_headline(take(essay), "nuclear") == (
        "Nuclear posture: 2 of 2 findings stand; 2 of 2 recommendations hold"
    )


def test_the_table_has_a_line_for_each_statement(essay: Case, take: Take) -> None:
    lines = model_table(take(essay, {"A1": "fails"}), "nuclear").splitlines()

    assert lines[:2] == [
        "Statement\tName\tState\tWhy",
        "A1\tArsenal is kept\tFails\tSet to fail here; in the essay it holds.",
    ]
    assert len(lines) == 9
