"""The rows of a table as Qt's model/view and screen readers know them, and what is new since they were shown last.

A section stands in a line of its own.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from typing import Any, TypeAlias

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from desktop.base.guard import override
from desktop.kit.cells.kinds import words_of
from models.schema.page import Cell, ChipsCell, Column, EntryCell, Line, Row, SignCell, Table
from models.schema.value import Answer

Index: TypeAlias = QModelIndex | QPersistentModelIndex


class Section(Answer, kw_only=False):
    """The heading of the rows that follow it, up to the next one; its id is that of the first row."""

    id: str
    text: str


TableLine: TypeAlias = Row | Section


def lines_of(rows: tuple[Row, ...]) -> tuple[TableLine, ...]:
    """The rows, with a line before each that heads a section."""
    lines: list[TableLine] = []
    for row in rows:
        if row.section:
            lines.append(Section(row.id, row.section))
        lines.append(row)
    return tuple(lines)


class TableModel(QAbstractTableModel):
    """Hands columns and lines to Qt; what a cell says is put into words only when somebody asks."""

    def __init__(self) -> None:
        super().__init__()
        self.columns: tuple[Column, ...] = ()
        self.lines: tuple[TableLine, ...] = ()

    def receive(self, columns: tuple[Column, ...], lines: tuple[TableLine, ...]) -> bool:
        """Take other columns and lines; tells whether their ids are new, else which cells have changed."""
        same = _ids(self.columns, self.lines) == _ids(columns, lines)
        if not same:
            self.beginResetModel()
        heads_differ, before = self.columns != columns, self.lines
        self.columns, self.lines = columns, lines
        if not same:
            self.endResetModel()
        elif lines and columns:
            for place, (old, new) in enumerate(zip(before, lines, strict=True)):
                if heads_differ or (old is not new and old != new):
                    first, last = (0, len(columns) - 1) if heads_differ else _changed(old, new, len(columns))
                    self.dataChanged.emit(self.index(place, first), self.index(place, last))
            if heads_differ:
                self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(columns) - 1)
        return not same

    def cell(self, row: int, column: int) -> Cell | None:
        """The cell at a place; None in the line of a section."""
        line = self.lines[row]
        return line.cells[column] if isinstance(line, Row) else None

    def place_of(self, row: str, column: str) -> tuple[int, int] | None:
        """Where a cell stands, by the ids of its row and column; None where it no longer is."""
        rows = (place for place, line in enumerate(self.lines) if isinstance(line, Row) and line.id == row)
        columns = (place for place, item in enumerate(self.columns) if item.id == column)
        found = next(rows, None), next(columns, None)
        return None if found[0] is None or found[1] is None else (found[0], found[1])

    @override
    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.lines)

    @override
    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.columns)

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        cell = self.cell(index.row(), index.column()) if index.isValid() else None
        if cell is None:
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsEditable if isinstance(cell, EntryCell) else flags

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or role not in (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.AccessibleTextRole,
        ):
            return None
        line = self.lines[index.row()]
        if isinstance(line, Section):
            return line.text if index.column() == 0 else ""
        if role == Qt.ItemDataRole.AccessibleTextRole and index.column() == 0 and line.spoken:
            return line.spoken
        cell, words = line.cells[index.column()], words_of(line.cells[index.column()])
        if role == Qt.ItemDataRole.AccessibleTextRole and isinstance(cell, EntryCell) and cell.label:
            return f"{cell.label}: {words or cell.hint}"
        return words

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        texts = Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole
        if role not in texts or orientation is Qt.Orientation.Vertical or section >= len(self.columns):
            return None
        column = self.columns[section]
        return " ".join(filter(None, (column.title, column.code)))


def _changed(old: TableLine, new: TableLine, count: int) -> tuple[int, int]:
    """The first and the last cell of a line to be painted anew; all of them where more of it is new than cells."""
    if not isinstance(old, Row) or not isinstance(new, Row) or replace(old, cells=new.cells) != new:
        return 0, count - 1
    pairs = enumerate(zip(old.cells, new.cells, strict=True))
    places = [place for place, (one, other) in pairs if one != other]
    return places[0], places[-1]


def _ids(columns: tuple[Column, ...], lines: tuple[TableLine, ...]) -> tuple[object, ...]:
    return tuple(column.id for column in columns), tuple((type(line), line.id) for line in lines)


def same_places(one: Table, other: Table) -> bool:
    """Whether the rows and columns are the same, whatever stands in them."""
    columns = [column.id for column in one.columns] == [column.id for column in other.columns]
    return columns and [row.id for row in one.rows] == [row.id for row in other.rows]


def same_lengths(one: Table, other: Table) -> bool:
    """Whether nothing has to be measured again, because at most signs and what is picked differ."""
    if replace(one, rows=()) != replace(other, rows=()) or not same_places(one, other):
        return False
    return all(
        row.large == now.large and row.section == now.section and all(map(_same_length, row.cells, now.cells))
        for row, now in zip(one.rows, other.rows, strict=True)
    )


def with_known_rows(block: Table, before: Table) -> Table:
    """The block with the very rows of before where they are equal, so that they need not be measured again."""
    known = {row.id: row for row in before.rows}
    rows = ((row, known.get(row.id)) for row in block.rows)
    return replace(block, rows=tuple(old if old is not None and old == row else row for row, old in rows))


def changed_rows(one: Table, other: Table) -> dict[str, Row]:
    """The rows as they were whose cells have changed, by their ids."""
    pairs = zip(one.rows, other.rows, strict=False)
    return {row.id: row for row, now in pairs if row.cells != now.cells}


def _same_length(one: Cell, other: Cell) -> bool:
    if isinstance(one, SignCell) and isinstance(other, SignCell):
        worded = one.words or other.words
        return not worded and (one.before is None) == (other.before is None) and _blank(one) == _blank(other)
    if isinstance(one, ChipsCell) and isinstance(other, ChipsCell):
        return (one.more, *map(_pill, one.chips)) == (other.more, *map(_pill, other.chips))
    return one == other


def _pill(chip: Line) -> tuple[str, bool]:
    """What makes a pill as wide as it is."""
    return chip.text, chip.sign is None


def _blank(cell: SignCell) -> bool:
    return cell.sign is None and not cell.ground


def held_back(rows: Iterable[Row], held: Collection[str], past: Mapping[str, Row]) -> tuple[Row, ...]:
    """The rows, those that are held back with their cells of before."""
    return tuple(
        replace(row, cells=past[row.id].cells) if row.id in held and row.id in past else row for row in rows
    )
