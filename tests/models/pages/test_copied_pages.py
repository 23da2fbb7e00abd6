"""A page as text for the clipboard: what files say stays text in a spreadsheet, in its own cell."""

from dataclasses import replace
from pathlib import Path

import pytest

from models.analyses.snapshots import complete, take
from models.pages.page import page
from models.pages.parts import cell_text, plain_cell, plain_text
from models.schema.page import TextCell
from models.schema.snapshot import fresh_state
from models.schema.view import PageName
from models.store.cases import read_case

INPUTS = Path(__file__).parent.parent / "inputs"


def test_no_cell_of_a_copied_page_is_a_formula() -> None:
    case = read_case(INPUTS / "cells-inject.yaml").case
    assert case.assumptions[0].title.startswith("+1")

    shown = complete(take(fresh_state(case)))
    pages = [page(replace(shown, view=replace(shown.view, page=name))) for name in PageName]
    cells = [cell for each in pages for line in plain_text(each).splitlines() for cell in line.split("\t")]

    assert any("+1 for funds and a tab" in cell for cell in cells)
    assert not any(cell.startswith(("=", "+", "-", "@")) for cell in cells)


@pytest.mark.parametrize(
    ("text", "cell"),
    [("=1+1", "'=1+1"), ("@SUM(A1)", "'@SUM(A1)"), ("a\tb\nc", "a b c"), ("1 − 2", "1 − 2")],
)
def test_a_cell_is_text_on_one_line(text: str, cell: str) -> None:
    assert plain_cell(text) == cell


def test_what_goes_on_in_a_cell_has_no_full_stop_before_it() -> None:
    cell = TextCell(text="If R4 is not followed, A16 fails.", detail="Said, ¶12. Following it helps.")

    assert cell_text(cell) == "If R4 is not followed, A16 fails; Said, ¶12. Following it helps."
