"""What is wrong in a spreadsheet is told of its cell, in words of the sheets and of the language in force."""

import ast
import re
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from models.importing.cell_words import REMEDIES, WHAT
from models.language.messages import speaking, wrong
from models.schema.problem import Refused
from tests.models.importing.texts import read_book, tiny_book, told

ROOT = Path(__file__).parents[3]


SPOKEN = r"`|\{\{|\b[Rr]ules?\b(?! out)|\bid\b|bracket"


UNSEEN = {
    "Put it in square brackets.",
    "an id, or `not` and an id; ids are lower-case words joined by dashes",
    "Write [{{any: [a, b]}}], or [{{at-least: 2, of: [a, b, c]}}], with the ids of statements.",
    "Write an id, `not` and an id, {{any: [...]}}, or {{at-least: 2, of: [...]}}.",
    "Put all that can be chosen from in square brackets: {{any: [a, b]}}, or {{at-least: 2, of: [a, b, c]}}.",
    "Add `{name}`.",
    "Write {{{example}}}.",
    "Unknown key `{name}`.",
    "A rule concludes one statement, not several.",
    "Write `not {value}`, without a colon.",
    "An entry of `{name}` cannot be {given}.",
    "`because` is a sentence, not a list.",
}
"""What cannot be told of a spreadsheet, or is told of a form of its cells."""


def test_what_is_wrong_is_told_of_its_cell(tmp_path: Path) -> None:
    book = tiny_book()
    heads = [cell.value for cell in book["Assumptions"][1]]
    book["Assumptions"].cell(3, heads.index("Taken as") + 1).value = "maybe"
    book["Arguments"]["A2"] = "F9"

    found = read_book(book, tmp_path)

    assert not found.whole
    assert "case.xlsx: error: [Assumptions H3, dry-banks]" in told(found)
    assert "case.xlsx: error: [Arguments A2, paid]" in told(found)


def test_sheets_and_columns_of_other_names_are_told(tmp_path: Path) -> None:
    book = tiny_book()
    book.create_sheet("Budget")["A1"] = "12"
    book["Findings"].cell(1, 12).value = "Colour"

    remarks = told(read_book(book, tmp_path))

    assert "Sheets of other names were left out (“Budget”)." in remarks
    assert "Columns of other names were left out (“Findings: Colour”)." in remarks


def test_another_spreadsheet_is_refused(tmp_path: Path) -> None:
    book = Workbook()

    with pytest.raises(Refused, match="No sheet is called Assumptions"):
        read_book(book, tmp_path)


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
        (
            "Arguments",
            "If",
            "F1, A1 or A2",
            "If any one of them is enough, write: any of F1, A1, A2. If the commas part what is needed, write: F1; any "
            "of A1, A2.",
        ),
        ("Arguments", "If", "F1, A1 or A2", "If any one of them is enough, write: any of F1, A1, A2."),
        ("Arguments", "If", "F1, A1, or A2", "If any one of them is enough, write: any of F1, A1, A2."),
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
    book = tiny_book()
    _linked(book)
    _blank(book, sheet, head, value=value)

    found = read_book(book, tmp_path)

    assert not found.whole
    assert expected in told(found)
    assert "`" not in told(found)


def test_a_column_that_is_not_there_is_told_once(tmp_path: Path) -> None:
    book = tiny_book()
    _blank(book, "Assumptions", "In the source", 1)

    found = read_book(book, tmp_path)

    assert told(found).count("[Assumptions] The sheet has no column “In the source”.") == 1


def test_what_is_wrong_is_told_in_the_language_in_force(tmp_path: Path) -> None:
    book = tiny_book()
    _blank(book, "Assumptions", "In the source")
    with speaking("ko"):
        lines = [wrong(problem) for problem in read_book(book, tmp_path).problems]

    assert not re.search("[A-Za-z]", "".join(lines).replace("A1", ""))


def test_an_empty_sheet_is_told_of(tmp_path: Path) -> None:
    book = tiny_book()
    book["Arguments"].delete_rows(2, 50)
    book["Case"].delete_rows(1, 50)

    said = told(read_book(book, tmp_path))

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
