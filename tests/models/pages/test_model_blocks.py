"""The dashboard of a model: its statements with their states, and a title that counts them."""

import re
from dataclasses import replace

import pytest

from models.pages.holds import holds
from models.schema.page import Beside, Figure, Page, Table, TextCell
from models.schema.snapshot import State
from tests.states import after, snapshot, state


def page(state: State, model: str) -> Page:
    return holds(snapshot(replace(state, view=replace(state.view, model=model)), analysed=False))


def parts(state: State, model: str) -> tuple[Table, Figure]:
    (beside,) = page(state, model).blocks
    assert isinstance(beside, Beside)
    table, figure = beside.blocks
    assert isinstance(table, Table) and isinstance(figure, Figure)
    return table, figure


@pytest.mark.parametrize(
    ("stances", "model", "told"),
    [
        ({}, "alignment", "Great-power alignment: all 5 findings follow, all 4 recommendations hold"),
        (
            {"A3": "fails"},
            "alignment",
            "Great-power alignment: 2 of 5 findings follow, 3 of 4 recommendations hold",
        ),
        ({}, "engagement", "European re-engagement: both findings follow, all 4 recommendations hold"),
        ({}, "commerce", "War commerce: 1 of 2 findings follows and 1 is open"),
        ({"A11": "fails", "A12": "fails"}, "commerce", "War commerce: neither finding follows"),
        (
            {"A15": "uncertain", "A16": "fails"},
            "engagement",
            "European re-engagement: neither finding follows for certain and 1 is open, "
            "1 of 4 holds, 1 does not, 2 are open",
        ),
        (
            {"A3": "uncertain", "A10": "uncertain", "A13": "uncertain", "A17": "uncertain"},
            "alignment",
            "Great-power alignment: all 5 findings are open, all 4 recommendations are open",
        ),
        ({"A4": "fails", "A21": "fails"}, "signalling", "Military signalling: 1 of 3 findings follows, "
         "the one recommendation is no longer needed"),
    ],
)  # fmt: skip
def test_the_title_counts_findings_and_recommendations(
    stances: dict[str, str], model: str, told: str
) -> None:
    assert page(after(state(), **stances), model).title == told


def test_every_statement_of_the_model_has_a_row_under_its_kind() -> None:
    table, _ = parts(state(), "alignment")

    assert [row.section for row in table.rows if row.section] == [
        "Assumptions",
        "Findings",
        "Recommendations",
    ]
    assert {row.id for row in table.rows} == {
        item.id for item in state().case.drawn(False).by_id.values() if item.model == "alignment"
    }


def test_what_the_last_change_turned_is_marked() -> None:
    table, _ = parts(after(state(), A3="fails"), "alignment")

    titles = [
        cell.text for row in table.rows if row.moved for cell in row.cells if isinstance(cell, TextCell)
    ]
    assert [title for title in titles if title] == [
        "Russia ties deepen",
        "Windfall: looser Beijing grip",
        "Kim may expect Moscow’s help",
        "Pyongyang comes to rely on Moscow",
        "Draw Pyongyang away from Moscow",
        "Learn to play powers off",
    ]


def test_the_chart_says_in_its_heading_what_there_is_to_see() -> None:
    _, figure = parts(state(), "engagement")

    assert figure.heading == "If Moscow and Beijing give more, 5 of 11 verdicts would change"
    assert len(figure.alternative.splitlines()) == len(figure.values.reaches) == 4


def test_no_heading_names_more_verdicts_than_there_are() -> None:
    for model in state().case.models:
        _, figure = parts(after(state(), A3="fails", A17="uncertain"), model.id)
        found = re.search(r"(\d+) of 11", figure.heading)
        most = max(len(item.changes) for item in figure.values.reaches)

        assert (int(found[1]) if found else 0) == most


def test_an_unknown_model_shows_the_board() -> None:
    assert page(state(), "gone").title == "All 11 recommendations hold"
