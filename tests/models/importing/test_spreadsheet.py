"""The spreadsheet to fill in: what is written comes back as it was, and what is wrong is told of its cell."""

import ast
import re
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from models.authoring.document import opened
from models.export.case_columns import SHEET, TABLES
from models.export.case_sheets import case_sheets
from models.importing.cell_words import REMEDIES, WHAT
from models.importing.imported import Imported, imported
from models.language.messages import languages, message, speaking, wrong
from models.schema.case import Case, Observation
from models.schema.grades import Speaks
from models.schema.problem import Refused
from models.store.cases import embedded_case_ids, load_embedded
from models.store.yaml_text import read_yaml
from tests.extremes import smallest
from tests.models.importing.texts import case_of, told

ROOT = Path(__file__).parents[3]
SPOKEN = r"`|\{\{|\b[Rr]ules?\b(?! out)|\bid\b|bracket"
UNSEEN = {
    "Put it in square brackets.",
    "an id, or `not` and an id; ids are lower-case words joined by dashes",
    "Write [{{any: [a, b]}}], or [{{at-least: 2, of: [a, b, c]}}], with the ids of statements.",
    "Write an id, `not` and an id, {{any: [...]}}, or {{at-least: 2, of: [...]}}.",
    "Add `{name}`.",
    "Unknown key `{name}`.",
    "A rule concludes one statement, not several.",
    "Write `not {value}`, without a colon.",
    "An entry of `{name}` cannot be {given}.",
    "`because` is a sentence, not a list.",
}
"""What cannot be told of a spreadsheet, or is told of a form of its cells."""


def _book() -> Any:
    return load_workbook(BytesIO(case_sheets(load_embedded("tiny"))))


def yaml_items(text: str, section: str) -> list[dict[str, Any]]:
    """The items of a list of a case's file, with their keys as they stand there."""
    return [dict(item.data) for item in opened("case.yaml", text).items(section)]


def _read(book: Any, folder: Path) -> Imported:
    book.save(folder / "case.xlsx")
    return imported(folder / "case.xlsx")


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
    book = _book()
    book["Assumptions"].cell(2, 1).value = None
    book["Assumptions"].cell(3, 1).value = "A1"

    codes = [one.get("code") for one in _data(_read(book, tmp_path))["assumptions"]]

    assert codes == ["A2", "A1"]


def test_a_code_that_is_used_twice_stands_for_the_row_that_had_it_first(tmp_path: Path) -> None:
    book = _book()
    book["Assumptions"].append(["A2", "Twice", "The same code again"])

    found = _read(book, tmp_path)

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
    book = _book()

    offered = {str(rule.sqref): rule.formula1 for rule in book["Assumptions"].data_validations.dataValidation}
    assert '"holds,fails,uncertain,as argued"' in offered.values()
    assert all("501" in cells for cells in offered)


def test_what_is_typed_stays_text() -> None:
    sheet = _book()["Assumptions"]

    assert {column.number_format for column in sheet.column_dimensions.values()} == {"@"}


def test_paragraphs_may_be_told_as_a_range(tmp_path: Path) -> None:
    book = _book()
    column = [cell.value for cell in book["Findings"][1]].index("Paragraphs") + 1
    book["Findings"].cell(2, column).value = "1, 3-4"

    assert case_of(_read(book, tmp_path)).findings[0].paragraphs == (1, 3, 4)


def test_ids_and_codes_may_stay_empty(tmp_path: Path) -> None:
    book = _book()
    for sheet in book:
        for row in sheet.iter_rows(min_row=2):
            for cell, head in zip(row, sheet[1], strict=True):
                if head.value == "Id (may stay empty)":
                    cell.value = None
    book["Assumptions"]["A2"] = None

    case = case_of(_read(book, tmp_path))

    assert [item.id for item in case.assumptions] == ["funds-are-voted", "banks-stay-dry"]
    assert [item.code for item in case.assumptions] == ["A1", "A2"]


def test_choices_are_written_as_people_say_them(tmp_path: Path) -> None:
    book = _book()
    sheet = book["Arguments"]
    column = [cell.value for cell in sheet[1]].index("If") + 1
    sheet.cell(2, column).value = "any of A1, not A2; at least 1 of A1, A2"

    rule = case_of(_read(book, tmp_path)).rules[0]

    assert [len(item.parts) for item in rule.conditions] == [2, 2]
    assert rule.conditions[0].parts[1].negated


def test_what_is_wrong_is_told_of_its_cell(tmp_path: Path) -> None:
    book = _book()
    heads = [cell.value for cell in book["Assumptions"][1]]
    book["Assumptions"].cell(3, heads.index("Taken as") + 1).value = "maybe"
    book["Arguments"]["A2"] = "F9"

    found = _read(book, tmp_path)

    assert not found.whole
    assert "case.xlsx: error: [Assumptions H3, dry-banks]" in told(found)
    assert "case.xlsx: error: [Arguments A2, paid]" in told(found)


def test_sheets_and_columns_of_other_names_are_told(tmp_path: Path) -> None:
    book = _book()
    book.create_sheet("Budget")["A1"] = "12"
    book["Findings"].cell(1, 12).value = "Colour"

    remarks = told(_read(book, tmp_path))

    assert "Sheets of other names were left out (“Budget”)." in remarks
    assert "Columns of other names were left out (“Findings: Colour”)." in remarks


def test_a_formula_is_never_computed_and_never_kept(tmp_path: Path) -> None:
    book = _book()
    book["Assumptions"]["C2"] = '=WEBSERVICE("http://example.org")'

    found = _read(book, tmp_path)

    assert "WEBSERVICE" not in found.text


def test_text_that_begins_like_a_formula_is_written_as_text() -> None:
    book = _book()

    assert all(cell.data_type != "f" for sheet in book for row in sheet.iter_rows() for cell in row)


def test_another_spreadsheet_is_refused(tmp_path: Path) -> None:
    book = Workbook()

    with pytest.raises(Refused, match="No sheet is called Assumptions"):
        _read(book, tmp_path)


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


def _blank(book: Any, sheet: str, head: str, row: int = 2, value: str | None = None) -> None:
    heads = [cell.value for cell in book[sheet][1]]
    book[sheet].cell(row, heads.index(head) + 1).value = value


def _linked(book: Any) -> None:
    book["Links"]["A2"], book["Links"]["E2"] = "A1, A2", "They exclude each other"
    book["Links"]["F2"] = "1"


@pytest.mark.parametrize(
    ("sheet", "head", "value", "expected"),
    [
        (
            "Assumptions",
            "In the source",
            None,
            "[Assumptions G2, funds-voted] “In the source” is empty. Write one of: “said”, “said with caution”, "
            "“unsaid, but needed”, “added by an analyst”.",
        ),
        (
            "Assumptions",
            "Taken as",
            "maybe",
            "“Taken as” cannot be “maybe”. Write one of: “holds”, “fails”, “uncertain”",
        ),
        (
            "Assumptions",
            "Argued for by",
            "A2",
            "A2 is an assumption, and no finding. Write the code of a finding.",
        ),
        ("Findings", "Paragraphs", "two", "“Paragraphs” cannot be “two”. Write numbers, such as 1, 4–6."),
        ("Arguments", "If", "A1 or A2", "Write: any of A1, A2."),
        ("Links", "Paragraphs", None, "[Links F2] “Paragraphs” is empty. Write numbers"),
        (
            "Arguments",
            "Argues for",
            None,
            "An argument is either for something or against it. Fill in “Argues for”",
        ),
        ("Recommendations", "For whom", None, "“For whom” is empty. Write something there."),
    ],
)
def test_what_is_wrong_is_told_in_words_of_the_sheets(
    sheet: str, head: str, value: str | None, expected: str, tmp_path: Path
) -> None:
    book = _book()
    _linked(book)
    _blank(book, sheet, head, value=value)

    found = _read(book, tmp_path)

    assert not found.whole
    assert expected in told(found)
    assert "`" not in told(found)


def test_a_column_that_is_not_there_is_told_once(tmp_path: Path) -> None:
    book = _book()
    _blank(book, "Assumptions", "In the source", 1)

    found = _read(book, tmp_path)

    assert told(found).count("[Assumptions] The sheet has no column “In the source”.") == 1


def test_what_is_wrong_is_told_in_the_language_in_force(tmp_path: Path) -> None:
    book = _book()
    _blank(book, "Assumptions", "In the source")
    with speaking("ko"):
        lines = [wrong(problem) for problem in _read(book, tmp_path).problems]

    assert not re.search("[A-Za-z]", "".join(lines).replace("A1", ""))


def test_an_empty_sheet_is_told_of(tmp_path: Path) -> None:
    book = _book()
    book["Arguments"].delete_rows(2, 50)
    book["Case"].delete_rows(1, 50)

    said = told(_read(book, tmp_path))

    assert "[Arguments] The sheet has no rows. Fill in at least one." in said
    assert "[Case] Nothing is said of the source." in said
    assert "[Case] “Title” is empty." in said


def test_no_word_of_the_file_is_told_of_a_spreadsheet() -> None:
    """Every sentence on a case that speaks of keys has one that speaks of columns."""
    named = ("store/shape.py", "schema/case.py", "schema/links.py", "schema/references/slips.py")
    folder = ROOT / "models/schema/references"
    listed = [*(ROOT / "models" / name for name in named), *folder.glob("*.py")]
    calls = (node for file in listed for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))))
    said = {
        text.value
        for call in calls
        if isinstance(call, ast.Call) and getattr(call.func, "id", "") in ("phrase", "pattern")
        for text in ast.walk(call.args[0])
        if isinstance(text, ast.Constant) and isinstance(text.value, str)
    }
    keys = {text for text in said if re.search(SPOKEN, text)}

    assert sorted(keys - {*WHAT, *REMEDIES} - UNSEEN) == []
    made = (*REMEDIES.values(), *(part for one in WHAT.values() for part in (one.what, one.remedy)))
    assert [text for text in made if re.search(SPOKEN, re.sub(r"\{[^{}]*\}", "", text))] == []
