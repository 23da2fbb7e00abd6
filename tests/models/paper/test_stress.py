"""The stress test and the lines of change, as a sheet tells them."""

from dataclasses import replace

import pytest

from models.analyses.bundle import analyse
from models.language.sheet_changes import stress_in_words
from models.paper.compose import compose, sheet_matrix
from models.paper.stress import stress_charts
from models.schema.case import Case, Reading
from models.schema.snapshot import Snapshot
from tests.models.conftest import Take
from tests.models.paper.printed import PRINTED, text

WIDTH = 505.0


def _lines(snapshot: Snapshot) -> dict[str, str]:
    return {card.code: card.change for card in compose(snapshot, PRINTED).cards}


def _large(essay: Case, number: int) -> Case:
    """The essay with so many assumptions more, on which nothing rests."""
    data = essay.model_dump(by_alias=True)
    first = data["assumptions"][0]
    more = [{**first, "id": f"more-{place}", "code": f"B{place}"} for place in range(number)]
    return Case(**{**data, "assumptions": [*data["assumptions"], *more]})


@pytest.mark.parametrize(
    ("code", "line"),
    [
        ("R1", "Falls if A1 fails"),
        ("R3", "Falls if A4, A7 or A19 fails"),
        ("R4", "Falls if A10 and A13 fail, or A13 and A16 fail"),
        ("R7", "Falls if A20 fails, or in 6 other ways"),
    ],
)
def test_a_card_says_what_fells_it_smallest_first(essay: Case, take: Take, code: str, line: str) -> None:
    assert _lines(take(essay))[code] == line


def test_a_fallen_recommendation_says_what_brings_it_back(essay: Case, take: Take) -> None:
    assert _lines(take(essay, {"A3": "fails"}))["R5"] == "Back if A3 holds"


def test_an_open_recommendation_says_both_ways(essay: Case, take: Take) -> None:
    line = _lines(take(essay, {"A17": "uncertain"}))["R6"]

    assert line == "Holds if A17 holds; falls if A10, A16, A17 or A20 fails"


def test_the_reading_decides_what_would_fell_a_recommendation(essay: Case, take: Take) -> None:
    line = _lines(take(essay, reading=Reading.EVERY_STRAND))["R4"]

    assert line == "Falls if A10, A13 or A16 fails"


def test_every_line_of_change_is_printed(essay: Case, take: Take) -> None:
    snapshot = take(essay, {"A3": "fails", "A17": "uncertain"})
    printed = text(snapshot)

    assert all(line and line in printed for line in _lines(snapshot).values())


def test_the_sheet_is_the_same_whether_the_analyses_have_arrived_or_not(essay: Case, take: Take) -> None:
    snapshot = take(essay, {"A3": "fails"})
    analysed = replace(snapshot, analyses=analyse(essay, snapshot.scenario))

    assert compose(analysed, PRINTED) == compose(snapshot, PRINTED)


def test_the_sheet_asks_the_question_of_the_stress_test_and_answers_it(essay: Case, take: Take) -> None:
    printed = text(take(essay))

    assert "If only this one assumption changed, what would become of the advice?" in printed
    assert "Most hangs on A20, which alone would change 7 of 11 verdicts." in printed


def test_the_words_for_the_matrix_name_every_change(essay: Case, take: Take) -> None:
    told = stress_in_words(sheet_matrix(take(essay)))

    assert told.startswith("If A1 fails, holds on fewer grounds: R7; no longer needed: R1, R2. If A2 fails,")
    assert told.endswith("A5, A6, A8, A11 and A12 can never decide whether advice holds.")


def test_the_essays_matrix_is_one_picture(essay: Case, take: Take) -> None:
    assert len(stress_charts(sheet_matrix(take(essay)), WIDTH)) == 1


def test_a_matrix_too_wide_for_the_paper_comes_in_even_parts(essay: Case, take: Take) -> None:
    charts = stress_charts(sheet_matrix(take(_large(essay, 30))), WIDTH)

    assert len(charts) == 3
    assert "B29" in charts[-1]["alt"]
    assert "A1 fails" not in charts[-1]["alt"]
