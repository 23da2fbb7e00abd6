"""The rows of a table as Qt's model/view and screen readers know them; a section stands in a line of its own."""

from dataclasses import replace
from typing import Any, TypeAlias

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from desktop.base.guard import override
from desktop.kit.cells.words import words_of
from models.schema.page import Cell, Column, EntryCell, Row
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
