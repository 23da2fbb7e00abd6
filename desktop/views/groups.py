"""The groups page: rounds, ways in, and the groups compared; every change is a step that can be taken back."""

from collections.abc import Sequence
from datetime import datetime
from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.base.theme import look
from desktop.widgets.dashboard_frame import DashboardFrame
from desktop.widgets.group_menu import GroupMenu, GroupWish
from desktop.widgets.groups_body import GroupsBody
from desktop.widgets.groups_tools import GroupsTools
from desktop.widgets.invitation import Invitation
from desktop.widgets.rename_strip import RenameStrip
from desktop.widgets.scroll_page import scroll_page
from desktop.widgets.tally_dialog import TallyDialog
from desktop.widgets.workshop_page import Step, WorkshopPage
from models.pages.groups import groups_line, groups_text, groups_title, invitation, next_name
from models.schema.case import Case
from models.schema.scenario import Scenario, revised
from models.schema.snapshot import Snapshot
from models.schema.standing import Standing
from models.schema.workshop import Ballot, Group, Origin, Workshop, reworked
from models.schema.workshop_steps import balloted, renamed_group, with_group, with_round, without_group


class GroupsView(WorkshopPage):
    """Compares the groups of the present round; the plenary's setting can be one of them, or take one over.

    `files_wished` asks for files to add, `folder_wished` for a folder to watch or, with False, to watch none.
    """

    files_wished = Signal()
    folder_wished = Signal(object)
    side_by_side_wished = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("groups")
        self._snapshot: Snapshot | None = None
        self._standing: Standing | None = None
        self._tools = GroupsTools()
        self._rename = RenameStrip()
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._body = GroupsBody(self._rename)
        self._invitation = Invitation("groups-invitation", "users")
        self._lay_out()
        self._join()
        self.dress()

    @override
    def receive(self, snapshot: Snapshot) -> None:
        """Know the plenary's setting."""
        self._snapshot = snapshot

    @override
    def receive_standing(self, standing: Standing) -> None:
        """Show the groups of the present round, or how to bring some in."""
        self._standing = standing
        self._tools.receive(standing.workshop)
        self._frame.receive(groups_title(standing), groups_line(standing), partial(groups_text, standing))
        self._invitation.receive(*invitation(standing))
        self._invitation.setVisible(not standing.groups)
        self._body.setVisible(bool(standing.groups))
        if standing.groups:
            self._body.receive(standing)

    def show_watch(self, folder: str, refused: Sequence[tuple[str, str]]) -> None:
        """Show which folder is watched, and which files in it were refused and why; no folder for none."""
        self._tools.show_watch(folder, refused)

    def type_in_tally(self) -> None:
        """Ask for a group's paper ballots."""
        self._open_tally(None)

    @override
    def mark_picked(self, identifier: str) -> None:
        """Mark the statement that is being explained."""
        self._body.mark(identifier)

    @override
    def take_focus(self) -> None:
        """Put the keyboard on the groups, or on the first way in."""
        if self._standing is not None and self._standing.groups:
            self._body.take_focus()
        else:
            self._tools.take_focus()

    @override
    def for_the_room(self) -> None:
        """Show the lists and the tables, and no controls."""
        self._tools.hide()
        self._frame.hide_tools()
        self._body.for_the_room()
        self._invitation.for_the_room()

    def dress(self) -> None:
        """Follow the look."""
        side = look().px(16)
        self._top.setContentsMargins(side, look().px(8), side, 0)

    def _lay_out(self) -> None:
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._invitation, 1)
        column.addWidget(self._body)
        column.addStretch(0)
        self._frame = DashboardFrame("groups", whole)
        page = scroll_page(QWidget(), self)
        self._top = QVBoxLayout()
        self._top.addWidget(self._tools)
        page.addLayout(self._top)
        page.addWidget(self._frame, 1)

    def _join(self) -> None:
        self._frame.told.connect(self.told)
        self._tools.files_wished.connect(self.files_wished)
        self._tools.folder_wished.connect(self.folder_wished)
        self._tools.tally_wished.connect(self.type_in_tally)
        self._tools.plenary_wished.connect(self._add_plenary)
        self._tools.round_chosen.connect(self._choose_round)
        self._tools.round_wished.connect(self._begin_round)
        self._body.picked.connect(self.picked)
        self._body.menu_wished.connect(self._open_menu)
        self._body.rename_wished.connect(partial(self._grant, GroupWish.RENAME))
        self._body.remove_wished.connect(partial(self._grant, GroupWish.REMOVE))
        self._soon.timeout.connect(self._show_rename)
        self._rename.renamed.connect(self._take_name)
        self._rename.closed.connect(self._body.take_focus)

    def _wish(self, step: Step) -> None:
        self.step_wished.emit(step, "")

    def _choose_round(self, identifier: str) -> None:
        self._wish(partial(_in_round, identifier))

    def _begin_round(self) -> None:
        self._wish(_new_round)

    def _take_name(self, identifier: str, name: str) -> None:
        self._wish(partial(_renamed, identifier, name))

    def _add_plenary(self) -> None:
        if self._snapshot is not None:
            scenario = self._snapshot.scenario
            name = scenario.group.strip() or self.tr("Plenary")
            self._wish(partial(_joined, name, scenario))

    def _open_menu(self, identifier: str) -> None:
        standing = self._standing
        if standing is None or identifier not in standing.of:
            return
        groups = tuple(item.group for item in standing.groups)
        others = tuple(group for group in groups if group.id != identifier)
        menu = GroupMenu(standing.of[identifier].group, others, _round_name(standing.workshop), self)
        menu.wished.connect(self._grant)
        menu.beside_wished.connect(self.side_by_side_wished)
        menu.popup(self._body.menu_place(identifier))

    def _grant(self, wish: GroupWish, identifier: str) -> None:
        standing, snapshot = self._standing, self._snapshot
        if standing is None or snapshot is None or identifier not in standing.of:
            return
        group = standing.of[identifier].group
        match wish:
            case GroupWish.RENAME:
                taken = [item.name for item in standing.workshop.groups if item.id != identifier]
                self._rename.ask(identifier, group.name, taken)
                self._soon.start()
            case GroupWish.EDIT_TALLY:
                self._open_tally(group)
            case GroupWish.TO_PLENARY:
                self.scenario_wished.emit(_taken_over(snapshot.scenario, group.scenario))
            case GroupWish.REMOVE:
                self._wish(partial(_removed, standing.workshop.round, identifier))
                told = self.tr("{0} is out of {1}. Undo brings it back.")
                self.told.emit(told.format(group.name, _round_name(standing.workshop)))

    def _show_rename(self) -> None:
        """Bring the field into sight, once it has its place."""
        area = self.findChild(QScrollArea)
        if isinstance(area, QScrollArea):
            area.ensureWidgetVisible(self._rename)

    def _open_tally(self, group: Group | None) -> None:
        standing = self._standing
        if standing is None:
            return
        dialog = TallyDialog(standing.case, standing.workshop, group, next_name(standing), self)
        dialog.taken.connect(partial(self._take_tally, standing.case, group.id if group else ""))
        dialog.open()

    def _take_tally(self, case: Case, identifier: str, name: str, ballot: Ballot) -> None:
        self._wish(partial(_tallied, case, identifier, name, ballot))


def _in_round(identifier: str, workshop: Workshop, _moment: datetime) -> Workshop:
    known = identifier in {item.id for item in workshop.rounds}
    return reworked(workshop, round=identifier) if known else workshop


def _new_round(workshop: Workshop, _moment: datetime) -> Workshop:
    return with_round(workshop)


def _joined(name: str, scenario: Scenario, workshop: Workshop, moment: datetime) -> Workshop:
    return with_group(workshop, name, scenario, Origin.WINDOW, arrived=moment)


def _tallied(
    case: Case, identifier: str, name: str, ballot: Ballot, workshop: Workshop, moment: datetime
) -> Workshop:
    named = renamed_group(workshop, identifier, name) if identifier else workshop
    scenario = balloted(case, ballot)
    return with_group(named, name, scenario, Origin.TALLY, ballot=ballot, arrived=moment)


def _renamed(identifier: str, name: str, workshop: Workshop, _moment: datetime) -> Workshop:
    return renamed_group(workshop, identifier, name)


def _removed(round_id: str, identifier: str, workshop: Workshop, _moment: datetime) -> Workshop:
    return without_group(workshop, round_id, identifier)


def _taken_over(plenary: Scenario, group: Scenario) -> Scenario:
    """The plenary's scenario with a group's stances and reading; its own notes stay."""
    return revised(
        plenary,
        stances=group.stances,
        reading=group.reading,
        added=group.added,
        set_aside=group.set_aside,
    )


def _round_name(workshop: Workshop) -> str:
    return next(item.name for item in workshop.rounds if item.id == workshop.round)
