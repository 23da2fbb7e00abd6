"""A titled panel round one of the groups' tables, with the key to its signs; and a panel of who moved."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.base.theme import look
from desktop.widgets.dressed import Dressed
from desktop.widgets.groups_table import GroupsTable
from desktop.widgets.key import Key
from desktop.widgets.labels import text_label
from desktop.widgets.matrix_key import matrix_signs
from models.pages.group_moves import MoveLine
from models.pages.group_tables import GroupTable, in_parts

INSET = 10
MANY, LONG = 6, 12
LINES, STACKED, TURNED = 13, 10, 8


class GroupsPanel(Dressed, QFrame):
    """A title, the table and its key."""

    def __init__(self, name: str, last: str, buttons: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.table = GroupsTable(last, buttons)
        self.table.setObjectName(name)
        self._title = text_label("", "panel", wrap=True)
        self._note = text_label("", "soft", wrap=True)
        self._note.setObjectName(f"{name}-note")
        self._key = Key()
        self._key.setObjectName(f"{name}-key")
        self.head = QHBoxLayout()
        self.head.addWidget(self._title, 1)
        self._layout = QVBoxLayout(self)
        self._layout.addLayout(self.head)
        self._layout.addWidget(self._note)
        self._layout.addWidget(self.table)
        self._layout.addWidget(self._key)
        self.dress()

    def receive(self, title: str, table: GroupTable | None, note: str) -> None:
        """Show this table, or only a note where there is none."""
        self._title.setText(title)
        self._note.setText(note)
        self._note.setVisible(bool(note))
        for part in (self.table, self._key):
            part.setVisible(table is not None)
        if table is not None:
            self.table.setAccessibleName(title)
            self.table.receive(table)
            self._key.receive(matrix_signs(table.key))

    def dress(self) -> None:
        """Follow the look."""
        wanted = look()
        self._layout.setContentsMargins(wanted.px(INSET), wanted.px(10), wanted.px(INSET), wanted.px(10))
        self._layout.setSpacing(wanted.px(6))
        self.head.setSpacing(wanted.px(6))


class GroupsPanels(Dressed, QWidget):
    """A table in one panel, or in the room in as many as it takes, each with the groups' names over it."""

    picked = Signal(str)
    menu_wished = Signal(str)
    rename_wished = Signal(str)
    remove_wished = Signal(str)

    def __init__(
        self, name: str, title: str, last: str, *, buttons: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._name, self._title, self._last = name, title, last
        self._for_room = False
        self._picked = ""
        self._known: tuple[GroupTable, str, bool] | None = None
        self._panels: list[GroupsPanel] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._add(name, buttons)
        self.dress()

    @property
    def head(self) -> QHBoxLayout:
        """Where something may stand beside the title."""
        return self._panels[0].head

    @property
    def table(self) -> GroupsTable:
        """The table, or its first part."""
        return self._panels[0].table

    @property
    def wanted_widths(self) -> tuple[int, int]:
        """The least width in which every word stands beside its sign, and one with room for titles too."""
        least, roomy = self.table.wanted_widths
        frame = look().px(2 * INSET + 2)
        return least + frame, roomy + frame

    def receive(self, table: GroupTable, note: str = "") -> None:
        """Show this table, or only a note where there is nothing in it."""
        if self._known == (table, note, self._for_room):
            return
        self._known = (table, note, self._for_room)
        parts = in_parts(table, _lines(table)) if self._for_room else (table,)
        while len(self._panels) < len(parts):
            self._add(f"{self._name}-{len(self._panels) + 1}", buttons=False)
        for place, panel in enumerate(self._panels):
            panel.setVisible(place < max(1, len(parts)))
            title = self._title
            if len(parts) > 1:
                title = self.tr("{0}, {1} of {2}").format(title, place + 1, len(parts))
            shown = parts[place] if place < len(parts) and parts[place].rows else None
            panel.receive(title, shown, "" if place else note)
            panel.table.mark(self._picked)

    def mark(self, identifier: str) -> None:
        """Mark the row of the statement that is being explained."""
        self._picked = identifier
        for panel in self._panels:
            panel.table.mark(identifier)

    def for_the_room(self) -> None:
        """Have no menus, and no part higher than the room, from now on."""
        self._for_room = True
        self.table.without_menus()

    def dress(self) -> None:
        """Follow the look."""
        self._layout.setSpacing(look().px(12))

    def _add(self, name: str, buttons: bool) -> None:
        panel = GroupsPanel(name, self._last, buttons)
        if self._for_room:
            panel.table.without_menus()
        table = panel.table
        for tells, signal in (
            (table.picked, self.picked),
            (table.menu_wished, self.menu_wished),
            (table.rename_wished, self.rename_wished),
            (table.remove_wished, self.remove_wished),
        ):
            tells.connect(signal)
        self._layout.addWidget(panel)
        self._panels.append(panel)


def _lines(table: GroupTable) -> int:
    """How many lines of a table the room sees at once; names that are turned take the room of some."""
    if len(table.heads) <= MANY:
        return LINES
    return TURNED if any(len(head.name) > LONG for head in table.heads) else STACKED


class RoundMoves(Dressed, QFrame):
    """Who moved since the round before and what it changed, a sentence for each group."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self._title = text_label("", "panel", wrap=True)
        self._title.setObjectName("moves-title")
        self._lines: list[tuple[QLabel, QLabel]] = []
        self._rows = QVBoxLayout()
        self._layout = QVBoxLayout(self)
        self._layout.addWidget(self._title)
        self._layout.addLayout(self._rows)
        self._layout.addStretch(1)
        self.dress()

    def receive(self, title: str, lines: Sequence[MoveLine]) -> None:
        """Tell these moves."""
        self._title.setText(title)
        while len(self._lines) < len(lines):
            sentence, names = text_label("", "body", wrap=True), text_label("", "label", wrap=True)
            sentence.setObjectName(f"move:{len(self._lines) + 1}")
            self._rows.addWidget(sentence)
            self._rows.addWidget(names)
            self._lines.append((sentence, names))
        for (sentence, names), line in zip(self._lines, lines, strict=False):
            sentence.setText(line.sentence)
            sentence.setProperty("role", "body" if line.moved else "soft")
            sentence.show()
            names.setText(line.names)
            names.setVisible(bool(line.names))
        for pair in self._lines[len(lines) :]:
            for label in pair:
                label.hide()
        self.setVisible(bool(lines))

    def dress(self) -> None:
        """Follow the look."""
        wanted = look()
        self._layout.setContentsMargins(wanted.px(14), wanted.px(10), wanted.px(14), wanted.px(12))
        self._layout.setSpacing(wanted.px(6))
        self._rows.setSpacing(wanted.px(3))
