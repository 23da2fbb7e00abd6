"""The groups' tables as Qt asks for them: rows under their sections, and a last column that sums up."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from models.pages.group_tables import GroupRow, GroupTable

Index = QModelIndex | QPersistentModelIndex
SPOKEN = (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole)
NOTHING = GroupTable(heads=(), rows=(), key=())
DIFFERS, SAME = "not the same for all", "the same for all"


class GroupsModel(QAbstractTableModel):
    """Hands the table to Qt; sections are lines of their own, and the last column sums up."""

    def __init__(self, parent: QWidget, last: str) -> None:
        super().__init__(parent)
        self.table = NOTHING
        self.lines: tuple[GroupRow | str, ...] = ()
        self.last = last

    def receive(self, table: GroupTable) -> None:
        """Take another table; the view keeps its place if it is of the same shape."""
        lines = _lines(table)
        same = len(table.heads) == len(self.table.heads) and list(map(type, lines)) == list(
            map(type, self.lines)
        )
        if not same:
            self.beginResetModel()
        self.table, self.lines = table, lines
        if not same:
            self.endResetModel()

    @override
    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent and parent.isValid() else len(self.lines)

    @override
    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if (parent and parent.isValid()) or not self.table.heads else len(self.table.heads) + 1

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        if index.isValid() and isinstance(self.lines[index.row()], str):
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.lines[index.row()] if index.isValid() else ""
        if isinstance(row, str) or role not in (Qt.ItemDataRole.DisplayRole, *SPOKEN):
            return None
        if index.column() < len(row.cells):
            cell = row.cells[index.column()]
            return cell.text if role == Qt.ItemDataRole.DisplayRole else cell.spoken
        if role in SPOKEN:
            return row.spoken
        return " · ".join(map(str, row.spread)) if row.spread else DIFFERS if row.differs else SAME

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if role not in (Qt.ItemDataRole.DisplayRole, *SPOKEN):
            return None
        if orientation is Qt.Orientation.Horizontal:
            heads = self.table.heads
            if section >= len(heads):
                return self.last
            return heads[section].name if role == Qt.ItemDataRole.DisplayRole else heads[section].spoken
        if section >= len(self.lines):
            return None  # while the model is reset, one header still has the sections of before
        line = self.lines[section]
        if isinstance(line, str):
            return line
        return line.code if role == Qt.ItemDataRole.DisplayRole else line.spoken


def _lines(table: GroupTable) -> tuple[GroupRow | str, ...]:
    lines: list[GroupRow | str] = []
    for row in table.rows:
        lines += [row.section, row] if row.section else [row]
    return tuple(lines)
