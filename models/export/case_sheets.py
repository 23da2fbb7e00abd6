"""A case as a spreadsheet to fill in: a sheet for each list, with drop-downs; the import reads it back as it is."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from io import BytesIO
from math import ceil
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from models.export.case_cells import shown
from models.export.case_columns import HEAD, HEAD_ROWS, README, SHEET, TABLES, Column, Form, Table
from models.export.workbook import PLAIN
from models.language.messages import marked, message, told
from models.schema.case import Case
from models.schema.value import as_plain

ROWS = 500
"""So many rows have drop-downs."""
LINE = 15
"""Points."""
TEXT = "@"
"""What is typed stays as it is: no program makes a date of 3-5, or a number of 1,2."""
LONGEST = 32_000
"""Letters that a cell takes."""
_HELP = (
    marked(
        "A case for WhatHolds: what a text assumes, finds and recommends, and how one leads to the other."
    ),
    marked("What stands here is an example: write over it, or delete it."),
    marked("Then choose “Import a case…” under Cases in WhatHolds."),
    marked("In a terminal: whatholds import FILE -o case.yaml"),
    "",
    marked(
        "Sheets may stay empty, but for “Case”, “Models”, “Assumptions”, “Recommendations” and “Arguments”."
    ),
    marked(
        "Columns may stand in any order. Codes and ids may stay empty: they are then made in the order of the rows."
    ),
    marked("Name a statement by its code, such as A1. Write “not A1” where it must not be so."),
    marked("Under “If”, “Why act”, “Can it work” and “Is it ours to do” all that is listed must be met."),
    marked("Each stands in a line of its own."),
    marked(
        "Where one of several is enough, write “any of A1, A2”; where two are needed, “at least 2 of A1, A2, A3”."
    ),
    marked("An argument says what it “Argues for”, an objection what it “Argues against”."),
    marked("Signposts stand in lines of their own, and may begin with “for:” or “against:”."),
    marked(
        "Tests: “Take” and “Expect” name a statement and what it is, such as “A1: fails” or “R1: not-needed”."
    ),
)


class TooLong(Exception):  # noqa: N818 - it reads as what happened
    """A text of the case is longer than a cell may be."""


def case_sheets(case: Case) -> bytes:
    """The spreadsheet as XLSX; raises TooLong."""
    out, data = BytesIO(), as_plain(case)
    names = {item.id: item.code for item in case.by_id.values()}
    with Workbook(out, PLAIN) as book:
        book.set_properties({"title": case.title, "author": ""})
        head = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
        text = book.add_format({"text_wrap": True, "valign": "top", "num_format": TEXT})
        sheet = book.add_worksheet(_name(README))
        sheet.set_column(0, 0, 120)
        for row, line in enumerate(_HELP):
            sheet.write_string(row, 0, message(line), text)
        _fill_head(book.add_worksheet(_name(HEAD)), data, names, head, text)
        for table in TABLES:
            sheet = book.add_worksheet(_name(table.name))
            _fill(sheet, table, data.get(table.section, ()), names, _models(case), head, text)
            _offer(sheet, table, len(case.models))
        for sheet in book.worksheets():
            sheet.set_landscape()
            sheet.fit_to_pages(1, 0)
    return out.getvalue()


def _name(text: str) -> str:
    """The name of a sheet, less what none may have."""
    return message(text, SHEET).strip("[]")[:31]


def _models(case: Case) -> dict[str, str]:
    """The name of each model, or its id where two have one name."""
    counts = Counter(model.title.casefold() for model in case.models)
    return {m.id: m.title if counts[m.title.casefold()] == 1 else m.id for m in case.models}


def _fill_head(
    sheet: Worksheet, data: Mapping[str, Any], names: Mapping[str, str], head: Format, text: Format
) -> None:
    sheet.set_column(0, 0, 30)
    sheet.set_column(1, 1, 80, text)
    for row, column in enumerate(HEAD_ROWS):
        sheet.write_string(row, 0, message(column.head, SHEET), head)
        _write(sheet, row, 1, shown(_at(data, column.key), column, names), text)


def _at(data: Mapping[str, Any], key: str) -> Any:
    outer, _, inner = key.partition(".")
    return data.get(outer, {}).get(inner) if inner else data.get(outer)


def _fill(
    sheet: Worksheet,
    table: Table,
    items: Sequence[Mapping[str, Any]],
    names: Mapping[str, str],
    models: Mapping[str, str],
    head: Format,
    text: Format,
) -> None:
    tall: dict[int, int] = defaultdict(int)
    for place, column in enumerate(table.columns):
        sheet.write_string(0, place, message(column.head, SHEET), head)
        sheet.set_column(place, place, column.wide, text)
        known = models if column.key == "model" else names
        for row, item in enumerate(items, start=1):
            value = shown(item.get(column.key), column, known)
            _write(sheet, row, place, value, text)
            tall[row] = max(tall[row], _lines(value, column.wide))
    for row, lines in tall.items():
        if lines > 1:
            sheet.set_row(row, LINE * lines)
    sheet.freeze_panes(1, 0)


def _lines(value: str, wide: int) -> int:
    """How many lines a value takes in a column: not every program makes room for them by itself."""
    return sum(max(1, ceil(len(line) * 1.15 / wide)) for line in value.split("\n"))


def _write(sheet: Worksheet, row: int, column: int, value: str, text: Format) -> None:
    if len(value) > LONGEST:
        raise TooLong(
            told("A text is longer than the {most} letters that a cell takes.", most=f"{LONGEST:,}")
        )
    if value:
        sheet.write_string(row, column, value, text)


def _offer(sheet: Worksheet, table: Table, models: int) -> None:
    """What can be chosen, in the rows that are there and in those to come."""
    for place, column, source in _choices(table, models):
        sheet.data_validation(
            1,
            place,
            ROWS,
            place,
            {
                "validate": "list",
                "source": source,
                "error_title": message(column.head, SHEET),
                "error_message": message("Choose one of the list."),
            },
        )


def _choices(table: Table, models: int) -> Iterator[tuple[int, Column, Any]]:
    for place, column in enumerate(table.columns):
        if column.form in (Form.CHOICE, Form.FLAG):
            yield place, column, [message(word, column.context) for word in column.choices.values()]
        elif column.key == "model":
            yield place, column, f"='{_name(TABLES[0].name)}'!$A$2:$A${max(models, 30) + 1}"
