"""Joins the workshop's pages, its groups and the room's screen to the window and to each other."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.actions import Menus
from desktop.deck import Deck
from desktop.exporting import Exporting
from desktop.filing import Filing
from desktop.gathering import Gathering
from desktop.presenting import SHOWS_NO_VERDICT, STEPPED, Presenting
from desktop.scenario_session import Session
from desktop.widgets.dashboard import Dashboard
from desktop.widgets.notice_bar import NoticeBar
from desktop.widgets.workshop_page import WorkshopPage
from desktop.workshop import WorkshopSession
from models.schema.standing import Standing
from models.schema.workshop_steps import with_round

PREDICTING = "predict"


class WorkshopDesk(QObject):
    """What the facilitator does beside toggling: for one window, its session and its workshop."""

    timed = Signal(object)
    veiled = Signal(int)

    def __init__(
        self,
        window: QWidget,
        session: Session,
        workshop: WorkshopSession,
        deck: Deck,
        filing: Filing,
        notice: NoticeBar,
    ) -> None:
        super().__init__(window)
        self._session = session
        self._workshop = workshop
        self._deck = deck
        self._filing = filing
        self._gathering = Gathering(window, session, workshop, filing, notice)
        self._presenting = Presenting(window, session, workshop, deck)
        self._presenting.told.connect(notice.tell)
        self._exporting = Exporting(window, session, workshop, filing, notice)
        self._gathering.watch.changed.connect(self._show_watch)
        workshop.changed.connect(self._receive)
        deck.page_made.connect(self._join)
        deck.clicked.connect(self._take_remote)
        deck.unveiling_wished.connect(partial(deck.show_page, PREDICTING))

    @property
    def takes_files(self) -> bool:
        """Whether a file that is dropped now is meant as a group."""
        return self._deck.name == "groups"

    @property
    def deeds(self) -> dict[str, Callable[[], object]]:
        """What each command does, under its name."""
        pages = ("agenda", "walk-through", "predict", "groups", "side-by-side", "signposts", "minutes")
        turning = {f"go-{name}": partial(self._turn_to, name) for name in pages}
        return {
            **turning,
            "section": self._turn_section,
            "add-groups": self._gathering.ask_files,
            "watch-folder": self._gathering.choose_folder,
            "new-round": self._start_round,
            "before": partial(self._workshop.replay, -1),
            "after": partial(self._workshop.replay, 1),
            "export-minutes": self._export,
            "room": self._presenting.toggle,
        }

    def join_switches(self, menus: Menus) -> None:
        """Join the commands that are on or off."""
        switches = {
            "spotlight": self._presenting.spotlight,
            "blank": self._presenting.blank,
            "stay": self._presenting.stay,
        }
        for name, deed in switches.items():
            menus.action(name).toggled.connect(deed)
        self._presenting.blanked.connect(menus.action("blank").setChecked)
        self._presenting.opened.connect(partial(_enable, menus, tuple(switches)))
        _enable(menus, tuple(switches), False)

    def add_groups(self, paths: tuple[Path, ...]) -> None:
        """Take files in as groups of the present round."""
        self._gathering.add(paths)
        self._deck.show_page("groups")

    def pick(self, identifier: str) -> None:
        """Show the room which statement is being explained."""
        self._presenting.pick(identifier)

    def show_standing(self, page: Dashboard) -> None:
        """Show a page of the workshop what it is about."""
        if isinstance(page, WorkshopPage):
            page.receive_standing(self._workshop.standing)

    def close(self) -> None:
        """Close the room's screen and let the threads end."""
        self._presenting.end()
        self._gathering.watch.close()
        self._workshop.close()

    def _join(self, page: Dashboard) -> None:
        if not isinstance(page, WorkshopPage):
            return
        page.step_wished.connect(self._workshop.step)
        page.scenario_wished.connect(self._session.replace)
        joins = {
            "groups": self._join_groups,
            "walk-through": self._join_walk_through,
            "agenda": self._join_agenda,
            "minutes": self._join_minutes,
        }
        join = joins.get(page.objectName())
        if join is not None:
            join(page)

    def _join_groups(self, page: Dashboard) -> None:
        from desktop.views.groups import GroupsView

        if isinstance(page, GroupsView):
            page.files_wished.connect(self._gathering.ask_files)
            page.folder_wished.connect(self._gathering.choose_folder)
            page.side_by_side_wished.connect(self._set_sides)
            self._show_watch()

    def _join_walk_through(self, page: Dashboard) -> None:
        from desktop.views.walk_through import WalkThroughView

        if isinstance(page, WalkThroughView):
            page.moved.connect(self._presenting.walk_to)
            self._presenting.walked.connect(page.step)

    def _join_agenda(self, page: Dashboard) -> None:
        from desktop.views.agenda import AgendaView

        if isinstance(page, AgendaView):
            page.timed.connect(self.timed)
            page.timed.connect(self._presenting.show_moment)
            page.page_wished.connect(self._deck.show_page)

    def _join_minutes(self, page: Dashboard) -> None:
        from desktop.views.minutes import MinutesView

        if isinstance(page, MinutesView):
            page.speaker_chosen.connect(self._workshop.speak)
            page.replay_wished.connect(self._workshop.replay)
            page.why_written.connect(self._workshop.write_why)
            page.export_wished.connect(self._export)
            page.show_speaker(self._workshop.speaker)

    def _set_sides(self, one: str, other: str) -> None:
        from desktop.views.side_by_side import SideBySideView
        from models.pages.side_by_side import group_side

        self._deck.show_page("side-by-side")
        page = self._deck.page()
        if isinstance(page, SideBySideView):
            present = self._workshop.workshop.round
            page.set_sides(*(group_side(present, name) for name in (one, other)))

    def _receive(self, standing: Standing) -> None:
        hidden = standing.workshop.asking is not None
        self._deck.veil(frozenset((*SHOWS_NO_VERDICT, PREDICTING)) if hidden else None)
        self.veiled.emit(int(hidden))
        shown = self._deck.page()
        self.show_standing(shown)
        timed = self._deck.find_page("agenda")
        if timed is not None and timed is not shown:
            self.show_standing(timed)  # it counts on while it is not seen

    def _turn_to(self, name: str) -> None:
        self._deck.show_page(name)
        self._deck.page().take_focus()

    def _take_remote(self) -> None:
        """Let a presenter's remote step through the argument as soon as its tab is clicked."""
        if self._deck.name == STEPPED:
            self._deck.page().take_focus()

    def _turn_section(self) -> None:
        self._deck.show_section("case" if self._deck.section == "workshop" else "workshop")

    def _export(self) -> None:
        from desktop.views.signposts import SignpostsView

        page = self._deck.find_page("signposts")
        self._exporting.ask(page.since if isinstance(page, SignpostsView) else "")

    def _start_round(self) -> None:
        self._workshop.step(lambda workshop, _: with_round(workshop))
        self._deck.show_page("groups")

    def _show_watch(self) -> None:
        from desktop.views.groups import GroupsView

        page = self._deck.find_page("groups")
        if isinstance(page, GroupsView):
            watch = self._gathering.watch
            page.show_watch(str(watch.folder or ""), watch.refused)


def _enable(menus: Menus, names: tuple[str, ...], wanted: bool) -> None:
    for name in names:
        menus.action(name).setEnabled(wanted)
        if not wanted:
            menus.action(name).setChecked(False)
