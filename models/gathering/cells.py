"""A spreadsheet as rows of plain text: CSV as people's programs write it, and the formats of Excel and LibreOffice.

Nothing in it is ever computed: of a formula only the result that was saved with it is read. What a packed file would
unfold to is measured before anything reads it.
"""

import csv
import io
import zlib
from itertools import islice
from pathlib import Path
from typing import Any, TypeAlias
from zipfile import BadZipFile, ZipFile

from models.schema.problem import phrase
from models.store.files import leniently_decoded, refusal

MAX_BYTES = 5_000_000
MAX_UNPACKED = 50_000_000
MAX_ROWS, MAX_COLUMNS, MAX_CELL = 10_001, 1_000, 10_000
MAX_SHEETS = 100
DELIMITERS, TRIED = ",;\t", 20
"""That one is meant which parts every one of the first rows into the most cells: texts have commas, too."""
SHEETS = (".csv", ".xlsx", ".ods")
ONE_CHUNK = 1 << 20
_BROKEN = (BadZipFile, OSError, RuntimeError, NotImplementedError, ValueError, EOFError, zlib.error)
_NOT_A_TABLE = (
    phrase("The spreadsheet cannot be read."),
    phrase("Save it again as CSV or XLSX, without a password."),
)
_TOO_LARGE = (
    phrase(
        "The spreadsheet is too large: more than {rows:,} rows, {columns:,} columns or {size} MB.",
        rows=MAX_ROWS - 1,
        columns=MAX_COLUMNS,
        size=MAX_UNPACKED // 1_000_000,
    ),
    phrase("Leave only what is wanted in it."),
)

Rows: TypeAlias = list[list[str]]


def rows_of(path: Path, content: bytes) -> Rows:
    """The cells of a file's first visible sheet, from its first row and column on; raises Refused."""
    if len(content) > MAX_BYTES:
        raise refusal(
            path,
            phrase("The file is too large: more than {size} MB.", size=MAX_BYTES // 1_000_000),
            _TOO_LARGE[1],
        )
    rows = _of_text(path, content) if path.suffix.lower() == ".csv" else _of_workbook(path, content)
    if len(rows) > MAX_ROWS or any(len(row) > MAX_COLUMNS for row in rows):
        raise refusal(path, *_TOO_LARGE)
    return [[" ".join(cell[:MAX_CELL].split()) for cell in row] for row in rows]


def sheets_of(path: Path, content: bytes) -> dict[str, Rows]:
    """The cells of every sheet of a workbook, under its name, with the line ends in them; raises Refused."""
    from python_calamine import CalamineError, CalamineWorkbook

    if len(content) > MAX_BYTES:
        raise refusal(
            path,
            phrase("The file is too large: more than {size} MB.", size=MAX_BYTES // 1_000_000),
            _TOO_LARGE[1],
        )
    _measure(path, content)
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(content))
        sheets = [(name, book.get_sheet_by_name(name)) for name in book.sheet_names[:MAX_SHEETS]]
        if any(sheet.total_height > MAX_ROWS or sheet.total_width > MAX_COLUMNS for _, sheet in sheets):
            raise refusal(path, *_TOO_LARGE)
        found = {name: sheet.to_python(skip_empty_area=False) for name, sheet in sheets}
    except (CalamineError, LookupError, OSError, ValueError) as error:
        raise refusal(path, *_NOT_A_TABLE) from error
    return {name: [[_shown(cell) for cell in row] for row in rows] for name, rows in found.items()}


def letters(column: int) -> str:
    """The name of a column in a spreadsheet, counted from nought: "A", "Z", "AA"."""
    rest, last = divmod(column, 26)
    return (letters(rest - 1) if rest else "") + chr(ord("A") + last)


def _of_text(path: Path, content: bytes) -> Rows:
    text = leniently_decoded(content)

    def read(delimiter: str, most: int) -> Rows:
        return list(islice(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter), most))

    def least(delimiter: str) -> int:
        return min((len(row) for row in read(delimiter, TRIED) if row), default=0)

    try:
        return read(max(DELIMITERS, key=least), MAX_ROWS + 1)
    except csv.Error as error:
        raise refusal(path, *_NOT_A_TABLE) from error


def _of_workbook(path: Path, content: bytes) -> Rows:
    from python_calamine import CalamineError, CalamineWorkbook, SheetVisibleEnum

    _measure(path, content)
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(content))
        seen = (item.name for item in book.sheets_metadata if item.visible == SheetVisibleEnum.Visible)
        sheet = book.get_sheet_by_name(next(seen, book.sheet_names[0]))
        if sheet.total_height > MAX_ROWS or sheet.total_width > MAX_COLUMNS:
            raise refusal(path, *_TOO_LARGE)
        rows = sheet.to_python(skip_empty_area=False)
    except (CalamineError, LookupError, OSError, ValueError) as error:
        raise refusal(path, *_NOT_A_TABLE) from error
    return [[_shown(cell) for cell in row] for row in rows]


def _measure(path: Path, content: bytes) -> None:
    """Unpacks the file piece by piece without keeping any: one that lies about its size is refused."""
    left = MAX_UNPACKED
    try:
        with ZipFile(io.BytesIO(content)) as archive:
            for item in archive.infolist():
                with archive.open(item) as stream:
                    while chunk := stream.read(ONE_CHUNK):
                        left -= len(chunk)
                        if left < 0:
                            raise refusal(path, *_TOO_LARGE)
    except _BROKEN as error:
        raise refusal(path, *_NOT_A_TABLE) from error


def _shown(cell: Any) -> str:
    """A cell as it stands on the sheet; whole numbers have no point."""
    match cell:
        case bool():
            return "true" if cell else "false"
        case float() if cell.is_integer():
            return str(int(cell))
        case _:
            return str(cell)
