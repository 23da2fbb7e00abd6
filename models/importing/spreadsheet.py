"""A case from the spreadsheet that is filled in for it: what each cell means, and which cell a problem is in."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import count
from pathlib import Path
from typing import Any

from models.authoring.names import LETTERS, id_from
from models.export.case_cells import meant
from models.export.case_columns import HEAD, HEAD_ROWS, README, SHEET, TABLES, Column, Table, folded, spelled
from models.gathering.cells import Rows, letters, sheets_of
from models.importing.cell_words import key_of, lacking, missing, nowhere, reworded
from models.importing.graph import LeftOut
from models.language.messages import message
from models.schema.problem import Problem, pattern, phrase
from models.schema.references import Place
from models.store.documents import Document, Places
from models.store.files import refusal
from models.store.files import spelled as plain

CELLS = 100_000
"""Places of cells are numbers: so many rows a sheet, more than any has."""
_NO_SHEET = (
    phrase("No sheet is called Assumptions."),
    phrase("Use the spreadsheet that `whatholds template` writes, or Cases, Spreadsheet to fill in."),
)
STATEMENTS = ("assumptions", "findings", "recommendations")
_SHEETS = pattern("Sheets of other names were left out")
_COLUMNS = pattern("Columns of other names were left out")


@dataclass
class _Sheet:
    """A sheet with its place, and the column under each head."""

    number: int
    name: str
    rows: Rows
    first: int = 0
    columns: dict[int, Column] = field(default_factory=dict)
    table: Table | None = None
    in_rows: dict[int, Column] = field(default_factory=dict)

    def of(self, key: str) -> tuple[int, Column] | None:
        """The column for a key of the case, if the sheet has it."""
        return next(((at, column) for at, column in self.columns.items() if column.key == key), None)


Telling = Callable[[tuple[Problem, ...]], tuple[Problem, ...]]


def read_spreadsheet(path: Path, content: bytes) -> tuple[Document, tuple[Problem, ...], Telling]:
    """The data of a case, what was left out, and what tells problems of cells; raises Refused."""
    found = sheets_of(path, content)
    reading = _Reading(path, found)
    document, left_out = reading.document()
    return document, left_out, partial(_in_cells, reading)


def _in_cells(reading: "_Reading", problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """Problems told of cells, such as Assumptions C4, in the words of the sheets."""
    return tuple(dict.fromkeys(_in_cell(problem, reading) for problem in problems))


def _in_cell(problem: Problem, reading: "_Reading") -> Problem:
    told = partial(replace, problem, line=None, column=None)
    if problem.line is None:
        row, sheet, instead = nowhere(problem.what)
        what, remedy = reworded(problem.what, problem.remedy, row, reading.called, instead)
        return told(item=sheet if row or instead else problem.item, what=what, remedy=remedy)
    number, line = divmod(problem.line, CELLS)
    here = next(sheet for sheet in reading.sheets.values() if sheet.number == number)
    lost = missing(problem.what)
    wanted = next((one for one in here.table.columns if one.key == lost), None) if here.table else None
    if wanted is not None and here.of(lost) is None:
        what, remedy = lacking(wanted)
        return told(item=plain(here.name), what=what, remedy=remedy)
    at = (problem.column or 1) - 1
    at, column = here.of(key_of(problem.what)) or (at, here.in_rows.get(line) or here.columns.get(at))
    cell = f"{plain(here.name)} {letters(at)}{line}"
    what, remedy = reworded(problem.what, problem.remedy, column, reading.called)
    item = f"{cell}, {problem.item}" if problem.item in reading.typed else cell
    return told(item=item, what=what, remedy=remedy)


class _Reading:
    def __init__(self, path: Path, found: Mapping[str, Rows]) -> None:
        self.path, self.left_out = path, LeftOut(str(path))
        self.places = Places()
        self.called: dict[str, str] = {}
        self.typed: set[str] = set()
        known = [HEAD, README, *(table.name for table in TABLES)]
        english = {way: name.casefold() for name in known for way in spelled(name)}
        by_name = {english.get(folded(name), folded(name)): name for name in found}
        if "assumptions" not in by_name:
            raise refusal(path, *_NO_SHEET)
        order = list(found)
        self.sheets = {key: _Sheet(order.index(name), name, found[name]) for key, name in by_name.items()}
        for key, sheet in self.sheets.items():
            if key not in english.values() and any(any(row) for row in sheet.rows):
                self.left_out.add(_SHEETS, example=sheet.name)

    def document(self) -> tuple[Document, tuple[Problem, ...]]:
        """The data, and what was left out."""
        items = {table.section: list(self._items(table)) for table in TABLES}
        models = self._models(items["models"])
        names = self._names(items)
        data: dict[str, Any] = {"schema": 2}
        head = self._head(names)
        data.update(head)
        for table in TABLES:
            listed = [
                self._item(table, place, cells, names, models)
                for place, cells in enumerate(items[table.section])
            ]
            if listed or table.section in (*STATEMENTS, "rules"):
                data[table.section] = listed
        data.setdefault("id", id_from(str(data.get("title", "")), (), "case"))
        data.setdefault("version", "1")
        return Document(str(self.path), data, lambda: self.places), self.left_out.problems

    def _head(self, names: Mapping[str, str]) -> dict[str, Any]:
        data: dict[str, Any] = {}
        sheet = self.sheets.get(HEAD.casefold())
        rows = {way: column for column in HEAD_ROWS for way in spelled(column.head)}
        for row, cells in enumerate(sheet.rows if sheet else ()):
            column = rows.get(folded(cells[0])) if cells else None
            value = meant(cells[1], column, names) if column and len(cells) > 1 else None
            if column is None or sheet is None:
                continue
            place: Place = tuple(column.key.split("."))
            sheet.in_rows[row + 1] = column
            self._note(place, sheet, row, 1)
            if value is None:
                continue
            target = data if len(place) == 1 else data.setdefault(str(place[0]), {})
            target[str(place[-1])] = value
        return data

    def _items(self, table: Table) -> Iterator[tuple[int, dict[str, tuple[int, Column, str]]]]:
        """The rows of a sheet that say something: the cells under each key."""
        sheet = self.sheets.get(table.name.casefold())
        if sheet is None:
            return
        sheet.table = table
        first = next((row for row, cells in enumerate(sheet.rows) if any(cells)), None)
        if first is None:
            return
        known = {way: column for column in table.columns for way in spelled(column.head)}
        for at, head in enumerate(sheet.rows[first]):
            column = known.get(folded(head))
            if column is not None:
                sheet.columns[at] = column
            elif head.strip():
                self.left_out.add(_COLUMNS, example=f"{message(table.name, SHEET)}: {head}")
        for row, cells in enumerate(sheet.rows[first + 1 :], start=first + 1):
            found = {
                column.key: (at, column, cells[at])
                for at, column in sheet.columns.items()
                if at < len(cells) and cells[at].strip()
            }
            if found:
                yield row, found

    def _models(self, items: list[tuple[int, dict[str, tuple[int, Column, str]]]]) -> dict[str, str]:
        """The id of each model under its id and name; ids that are missing are made."""
        names: dict[str, str] = {}
        taken: set[str] = {_cell(cells, "id") for _, cells in items}
        for _, cells in items:
            title = _cell(cells, "title")
            name = _cell(cells, "id") or id_from(title, taken, "model")
            taken.add(name)
            cells["id"] = (-1, Column("", "id"), name)
            names.setdefault(" ".join(title.split()).casefold(), name)
            names[name] = name
        return names

    def _names(
        self, items: Mapping[str, list[tuple[int, dict[str, tuple[int, Column, str]]]]]
    ) -> dict[str, str]:
        """The id of each statement under its code, name and id; ids and codes that are missing are made."""
        names: dict[str, str] = {}
        taken = {_cell(cells, "id") for section in items.values() for _, cells in section}
        for section, listed in items.items():
            if section in ("models", "background", "tests"):
                continue
            codes = {_cell(cells, "code") for _, cells in listed}
            for number, (_, cells) in enumerate(listed, start=1):
                label = _cell(cells, "label") or _cell(cells, "text") or _cell(cells, "because")
                name = _cell(cells, "id") or id_from(label, taken, section.removesuffix("s"))
                taken.add(name)
                cells.setdefault("id", (-1, Column("", "id"), name))
                if section in STATEMENTS:
                    free = (code for n in count(number) if (code := f"{LETTERS[section]}{n}") not in codes)
                    cells.setdefault("code", (-1, Column("", "code"), next(free)))
                    codes.add(_cell(cells, "code"))
                    names.setdefault(" ".join(_cell(cells, "label").split()).casefold(), name)
                    names.setdefault(_cell(cells, "code"), name)
        for section in STATEMENTS:
            names.update({_cell(cells, "id"): _cell(cells, "id") for _, cells in items[section]})
        return names

    def _item(
        self,
        table: Table,
        place: int,
        found: tuple[int, dict[str, tuple[int, Column, str]]],
        names: Mapping[str, str],
        models: Mapping[str, str],
    ) -> dict[str, Any]:
        row, cells = found
        sheet = self.sheets[table.name.casefold()]
        self._note((table.section, place), sheet, row, 0)
        for at, column in sheet.columns.items():
            self._note((table.section, place, column.key), sheet, row, at)
        item: dict[str, Any] = {}
        self.typed.update(
            text.strip() for at, column, text in cells.values() if column.key == "id" and at >= 0
        )
        for key, (at, column, text) in cells.items():
            value = meant(text, column, models if key == "model" else names)
            if value is not None:
                item[key] = value
                self._note((table.section, place, key), sheet, row, max(at, 0))
        only = set(models.values())
        if table.section in STATEMENTS and "model" not in item and len(only) == 1:
            item["model"] = only.pop()
        by_row = f"{plain(sheet.name)} {row + 1}"
        self.called.setdefault(str(item.get("id")), _name(item, table.section) or by_row)
        return item

    def _note(self, place: Place, sheet: _Sheet, row: int, column: int) -> None:
        self.places.values[place] = (sheet.number * CELLS + row + 1, column + 1)


def _name(item: Mapping[str, Any], section: str) -> str:
    """What people call what stands in a row, if they have a name for it."""
    return str(item.get("title" if section == "models" else "code", ""))


def _cell(cells: Mapping[str, tuple[int, Column, str]], key: str) -> str:
    return cells[key][2].strip() if key in cells else ""
