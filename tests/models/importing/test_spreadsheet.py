"""The spreadsheet to fill in: what is written comes back as it was, and what is wrong is told of its cell."""

import re
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from models.authoring.document import opened
from models.export.case_columns import SHEET, TABLES
from models.export.case_sheets import case_sheets
from models.importing.imported import Imported, imported
from models.language.messages import languages, message, speaking
from models.schema.case import Case, Observation
from models.schema.grades import Speaks
from models.store.cases import embedded_case_ids, load_embedded
from models.store.yaml_text import read_yaml
from tests.extremes import smallest
from tests.models.importing.texts import case_of, read_book, tiny_book, told


def yaml_items(text: str, section: str) -> list[dict[str, Any]]:
    """The items of a list of a case's file, with their keys as they stand there."""
    return [dict(item.data) for item in opened("case.yaml", text).items(section)]


@pytest.mark.parametrize(
    "case", [*map(load_embedded, embedded_case_ids()), smallest()], ids=lambda case: case.id
)
def test_a_case_that_is_written_comes_back_equal(case: Case, tmp_path: Path) -> None:
    path = tmp_path / "case.xlsx"
    path.write_bytes(case_sheets(case))

    found = imported(path)

    assert case_of(found) == case
    assert found.problems == ()
    items = yaml_items(found.text, "assumptions")
    assert all(list(one)[:2] == ["id", "code"] for one in items)


@pytest.mark.parametrize("case", [*map(load_embedded, embedded_case_ids())], ids=lambda case: case.id)
def test_a_case_that_is_written_in_another_language_comes_back_equal(case: Case, tmp_path: Path) -> None:
    path = tmp_path / "case.xlsx"
    with speaking("ko"):
        path.write_bytes(case_sheets(case))

    found = imported(path)

    assert case_of(found) == case
    assert found.problems == ()


def test_a_row_without_a_code_takes_one_that_no_other_row_has(tmp_path: Path) -> None:
    book = tiny_book()
    book["Assumptions"].cell(2, 1).value = None
    book["Assumptions"].cell(3, 1).value = "A1"

    codes = [one.get("code") for one in _data(read_book(book, tmp_path))["assumptions"]]

    assert codes == ["A2", "A1"]


def test_a_code_that_is_used_twice_stands_for_the_row_that_had_it_first(tmp_path: Path) -> None:
    book = tiny_book()
    book["Assumptions"].append(["A2", "Twice", "The same code again"])

    found = read_book(book, tmp_path)

    assert "The code A2 is used twice" in told(found)
    assert "dry-banks" in _data(found)["rules"][1]["need"]


def _data(found: Imported) -> Any:
    return read_yaml("case.yaml", found.text)[0].data


def test_the_spreadsheet_speaks_the_language_in_force() -> None:
    with speaking("ko"):
        book = load_workbook(BytesIO(case_sheets(load_embedded("tiny", "ko"))))

    heads = [cell.value for sheet in book.worksheets[2:] for cell in sheet[1]]
    said = {cell.value for sheet in book for row in sheet.iter_rows() for cell in row if cell.value}
    assert [head for head in heads if re.search("[A-Za-z]", head.replace("id", ""))] == []
    assert {"정할 것", "성립", "A1: 불성립", "R1: 더는 실행 불가"} <= said


@pytest.mark.parametrize("language", languages())
def test_no_two_columns_of_a_sheet_have_one_head(language: str) -> None:
    with speaking(language):
        for table in TABLES:
            heads = [message(column.head, SHEET) for column in table.columns]
            assert len(set(heads)) == len(heads)


def test_what_can_be_chosen_is_offered_in_every_row() -> None:
    book = tiny_book()

    offered = {str(rule.sqref): rule.formula1 for rule in book["Assumptions"].data_validations.dataValidation}
    assert '"holds,fails,uncertain,as argued"' in offered.values()
    assert all("501" in cells for cells in offered)


def test_what_is_typed_stays_text() -> None:
    sheet = tiny_book()["Assumptions"]

    assert {column.number_format for column in sheet.column_dimensions.values()} == {"@"}


def test_paragraphs_may_be_told_as_a_range(tmp_path: Path) -> None:
    book = tiny_book()
    column = [cell.value for cell in book["Findings"][1]].index("Paragraphs") + 1
    book["Findings"].cell(2, column).value = "1, 3-4"

    assert case_of(read_book(book, tmp_path)).findings[0].paragraphs == (1, 3, 4)


def test_ids_and_codes_may_stay_empty(tmp_path: Path) -> None:
    book = tiny_book()
    for sheet in book:
        for row in sheet.iter_rows(min_row=2):
            for cell, head in zip(row, sheet[1], strict=True):
                if head.value == "Id (may stay empty)":
                    cell.value = None
    book["Assumptions"]["A2"] = None

    case = case_of(read_book(book, tmp_path))

    assert [item.id for item in case.assumptions] == ["funds-are-voted", "banks-stay-dry"]
    assert [item.code for item in case.assumptions] == ["A1", "A2"]


def test_choices_are_written_as_people_say_them(tmp_path: Path) -> None:
    book = tiny_book()
    sheet = book["Arguments"]
    column = [cell.value for cell in sheet[1]].index("If") + 1
    sheet.cell(2, column).value = "any of A1, not A2; at least 1 of A1, A2"

    rule = case_of(read_book(book, tmp_path)).rules[0]

    assert [len(item.parts) for item in rule.conditions] == [2, 2]
    assert rule.conditions[0].parts[1].negated


def test_a_formula_is_never_computed_and_never_kept(tmp_path: Path) -> None:
    book = tiny_book()
    book["Assumptions"]["C2"] = '=WEBSERVICE("http://example.org")'

    found = read_book(book, tmp_path)

    assert "WEBSERVICE" not in found.text


def test_text_that_begins_like_a_formula_is_written_as_text() -> None:
    book = tiny_book()

    assert all(cell.data_type != "f" for sheet in book for row in sheet.iter_rows() for cell in row)


AWKWARD = (
    "=1+1",
    "a\n\nb\n  indented",
    "_x000D_ and _x0041_",
    "tab\there, two  spaces",
    "any of A1, A2; x",
    "for: what it is",
    "not A1",
    "- a dash\n- another",
    "1,2",
    "é 北 🎈 \u200fעברית",
    "'quoted",
    "#REF!",
)


@pytest.mark.parametrize("text", AWKWARD)
def test_no_text_is_changed_on_its_way_through_a_cell(text: str, tmp_path: Path) -> None:
    case = load_embedded("tiny")
    first, rule = case.assumptions[0], case.rules[0]
    posts = (Observation(text=text, speaks=Speaks.FOR), "Plain")
    odd = replace(first, text=text, label=text, challenge=(text, "Who?"), signposts=posts)
    case = replace(
        case,
        assumptions=(odd, *case.assumptions[1:]),
        rules=(replace(rule, because=text), *case.rules[1:]),
        models=(replace(case.models[0], title=text), *case.models[1:]),
    )
    path = tmp_path / "case.xlsx"
    path.write_bytes(case_sheets(case))

    assert case_of(imported(path)) == case
