"""All that is shown of the groups: the two lists, the two tables and who moved, arranged to the room there is."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.base.theme import look
from desktop.widgets.dispute_list import DisputeList
from desktop.widgets.dressed import Dressed
from desktop.widgets.groups_panel import GroupsPanels, RoundMoves
from desktop.widgets.rename_strip import RenameStrip
from desktop.widgets.waiting import Waiting
from models.pages.disagreements import ARGUE, PARK, WAITING, argued, list_notes, parked
from models.pages.group_moves import move_lines, moves_title
from models.pages.group_tables import stance_table, verdict_table
from models.pages.groups import HIDDEN
from models.schema.standing import Standing

LISTS, BESIDE, APART = 400, 900, 12


class GroupsBody(Dressed, QWidget):
    """Shows a standing again whenever it is received; wide, the tables stand beside the lists."""

    picked = Signal(str)
    menu_wished = Signal(str)
    rename_wished = Signal(str)
    remove_wished = Signal(str)

    def __init__(self, rename: RenameStrip, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._standing: Standing | None = None
        self._everything = self._for_room = False
        self._arranged: tuple[bool, bool] | None = None
        self._argue = DisputeList("argue", ARGUE)
        self._park = DisputeList("park", PARK)
        self._stances = GroupsPanels(
            "group-stances",
            self.tr("Who holds what"),
            self.tr("How many groups hold it, are uncertain, fail it"),
            buttons=True,
        )
        self._verdicts = GroupsPanels("group-verdicts", self.tr("What becomes of the advice"), "")
        self._moves = RoundMoves()
        self._amounts = QButtonGroup(self)
        self._lay_out(rename)
        self._join()
        self.dress()

    def receive(self, standing: Standing) -> None:
        """Show the groups of this standing; its disagreements may still be on their way."""
        last, self._standing = self._standing, standing
        if last is not None and _shown(last) == _shown(standing):
            return
        if last is not None and last.case is not standing.case:
            self._waiting.forget()
        found = standing.disagreements
        self._waiting.setVisible(bool(standing.differing))
        if found is None:
            self._waiting.wait()
        else:
            notes = list_notes(standing)
            self._argue.receive(argued(standing), notes[0])
            self._park.receive(parked(standing), notes[1])
            self._waiting.arrive()
        self._show_stances(standing)
        hidden = HIDDEN if standing.workshop.asking is not None else ""
        self._verdicts.receive(verdict_table(standing), hidden)
        self._moves.receive(moves_title(standing), move_lines(standing))
        self._arrange()

    def mark(self, identifier: str) -> None:
        """Mark the statement that is being explained."""
        for part in (self._argue, self._park, self._stances, self._verdicts):
            part.mark(identifier)

    def for_the_room(self) -> None:
        """Have no controls, and nothing side by side, from now on."""
        self._for_room = True
        for part in (self._argue, self._park, self._stances, self._verdicts):
            part.for_the_room()
        for button in self._amounts.buttons():
            button.hide()

    def take_focus(self) -> None:
        """Put the keyboard on the groups' stances."""
        self._stances.table.setFocus()

    def menu_place(self, group: str) -> QPoint:
        """Where the menu of a group opens, on the screen."""
        return self._stances.table.menu_place(group)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange()
        super().resizeEvent(event)

    def dress(self) -> None:
        """Follow the look."""
        for layout in (self._lists, self._tables, self._grid):
            layout.setSpacing(look().px(APART))
        self._arrange()

    def _lay_out(self, rename: RenameStrip) -> None:
        lists, tables = QWidget(), QWidget()
        self._lists, self._tables, self._grid = QGridLayout(lists), QVBoxLayout(tables), QGridLayout(self)
        self._waiting, self._right = Waiting(lists, WAITING), tables
        for part in (rename, self._stances, self._verdicts):
            self._tables.addWidget(part)
        self._tables.addStretch(1)
        for layout in (self._lists, self._tables, self._grid):
            layout.setContentsMargins(0, 0, 0, 0)
        for place, (name, words) in enumerate((("differ", self.tr("What differs")), ("all", self.tr("All")))):
            button = QPushButton(words)
            button.setObjectName(f"group-stances:{name}")
            button.setProperty("role", "choice")
            button.setCheckable(True)
            button.setChecked(not place)
            self._amounts.addButton(button, place)
            self._stances.head.addWidget(button)

    def _join(self) -> None:
        for part in (self._argue, self._park, self._stances, self._verdicts):
            part.picked.connect(self.picked)
        for table in (self._stances, self._verdicts):
            table.menu_wished.connect(self.menu_wished)
            table.rename_wished.connect(self.rename_wished)
            table.remove_wished.connect(self.remove_wished)
        self._amounts.idClicked.connect(self._choose_amount)

    def _show_stances(self, standing: Standing) -> None:
        apart = bool(standing.differing)
        everything = self._everything or not apart
        for place, button in enumerate(self._amounts.buttons()):
            button.setEnabled(apart or bool(place))
            button.setChecked(everything is bool(place))
        total = self.tr("All {0}").format(len(standing.case.assumptions))
        self._amounts.button(1).setText(total)
        self._stances.receive(stance_table(standing, everything))

    def _choose_amount(self, place: int) -> None:
        self._everything = bool(place)
        if self._standing is not None:
            self._show_stances(self._standing)

    def _arrange(self) -> None:
        """Lists and tables side by side where every word of the tables has room, else one under the other.

        In the room they always are, because it turns from part to part where it cannot show all.
        """
        wanted, apart = look(), look().px(APART)
        panels = (self._stances.wanted_widths, self._verdicts.wanted_widths)
        least, roomy = (max(widths) for widths in zip(*panels, strict=True))
        room = self.width() - wanted.px(LISTS) - apart
        wide = room >= least and not self._for_room
        beside = self.width() >= wanted.px(BESIDE) and not (wide or self._for_room)
        self._grid.setColumnMinimumWidth(1, min(room, roomy) if wide else 0)
        if self._arranged == (wide, beside):
            return
        self._arranged = (wide, beside)
        places = ((0, 0), (0, 1, 3, 1), (1, 0)) if wide else ((0, 0), (1, 0), (2, 0))
        for part, place in zip((self._waiting, self._right, self._moves), places, strict=True):
            self._grid.addWidget(part, *place)
        for row in (2, 3):
            self._grid.setRowStretch(row, int(row == (2 if wide else 3)))
        for column, share in enumerate((2, 3 if wide else 0)):
            self._grid.setColumnStretch(column, share)
        self._lists.addWidget(self._argue, 0, 0)
        self._lists.addWidget(self._park, int(not beside), int(beside), Qt.AlignmentFlag.AlignTop)
        for column, share in enumerate((3, 2 if beside else 0)):
            self._lists.setColumnStretch(column, share)


def _shown(standing: Standing) -> tuple[object, ...]:
    """What of a standing is shown here; a line more in the log is nothing new."""
    workshop = standing.workshop
    return (
        standing.case,
        standing.groups,
        standing.disagreements,
        standing.moves,
        workshop.rounds,
        workshop.asking is None,
    )
