"""Joins the room's screen to the window: what it shows, which keys work on it, and when it is made."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.dashboards import SECTIONS, Section
from desktop.deck import Deck
from desktop.scenario_session import Session
from desktop.workshop import WorkshopSession
from models.schema.snapshot import Snapshot
from models.schema.standing import Standing

if TYPE_CHECKING:  # the room's screen is loaded when it is first opened
    from desktop.room_window import RoomPage, RoomWindow
    from models.pages.agenda import AgendaMoment

SHOWS_NO_VERDICT = ("agenda",)
STEPPED = "walk-through"


class Presenting(QObject):
    """The room's screen follows the page that the facilitator is on, until it is told to stay."""

    opened = Signal(bool)
    blanked = Signal(bool)
    told = Signal(str)
    walked = Signal(int)

    def __init__(self, window: QWidget, session: Session, workshop: WorkshopSession, deck: Deck) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._workshop = workshop
        self._deck = deck
        self._room: RoomWindow | None = None
        self._stays = False
        self._picked = ""
        self._step = ""
        self._moment: AgendaMoment | None = None
        session.changed.connect(self._receive)
        workshop.changed.connect(self._receive_standing)
        deck.turned.connect(self._follow)

    @property
    def is_open(self) -> bool:
        """Whether the room sees anything."""
        return self._room is not None and self._room.isVisible()

    def toggle(self) -> None:
        """Open the room's screen, or close it."""
        if self.is_open:
            self.close()
            return
        room = self._made()
        room.receive(self._session.snapshot)
        room.receive_standing(self._workshop.standing)
        room.pick(self._picked)
        room.show_page(self._deck.name)
        room.place(self._window)
        self._tell_pages()
        self.opened.emit(True)

    def close(self) -> None:
        """Close the room's screen."""
        if self._room is not None:
            self._room.close()

    def end(self) -> None:
        """Let go of the room's screen for good."""
        self.close()
        if self._room is not None:
            self._room.deleteLater()
            self._room = None

    def stay(self, wanted: bool) -> None:
        """Keep the page that the room sees while the facilitator looks at others, or follow again."""
        self._stays = wanted
        self._follow()

    def blank(self, wanted: bool) -> None:
        """Show the room nothing but the title."""
        if self._room is not None:
            self._room.blank(wanted)

    def spotlight(self, wanted: bool) -> None:
        """Show the room one recommendation by itself: the one that is picked, or the first."""
        if self._room is not None:
            self._room.spotlight(self._spotlit() if wanted else None)

    def pick(self, identifier: str) -> None:
        """Show the room, too, which statement is being explained."""
        self._picked = identifier
        if self._room is not None:
            self._room.pick(identifier)

    def walk_to(self, step: str) -> None:
        """Show the room the step of the walk-through that the facilitator is on."""
        self._step = step
        self._tell_pages()

    def show_moment(self, moment: "AgendaMoment") -> None:
        """Show the room the step of the agenda and its time."""
        self._moment = moment
        self._tell_pages()

    def _tell_pages(self) -> None:
        """Tell the room's pages what only the facilitator's know: where they are."""
        room = self._room
        if room is None or not self.is_open:
            return
        from desktop.views.agenda import AgendaView
        from desktop.views.walk_through import WalkThroughView

        if self._moment is not None:
            room.show_timer(self._moment.chip)
        walk, agenda = room.page(STEPPED), room.page("agenda")
        if isinstance(walk, WalkThroughView) and self._step:
            walk.go_to(self._step)
        if isinstance(agenda, AgendaView) and self._moment is not None:
            agenda.follow(self._moment)
        room.refit()

    def _made(self) -> "RoomWindow":
        if self._room is None:
            from desktop.room_window import RoomWindow

            pages = [page for section in SECTIONS for page in _room_pages(section)]
            room = RoomWindow(pages)  # no child of the window: minimising that must not hide it
            room.moved.connect(self._move)
            room.page_wished.connect(self._deck.step)
            room.number_pressed.connect(self._show_number)
            room.replay_wished.connect(self._workshop.replay)
            room.blanked.connect(self.blanked)
            room.told.connect(self.told)
            room.closed.connect(partial(self.opened.emit, False))
            self._room = room
        return self._room

    def _receive(self, snapshot: Snapshot) -> None:
        if self._room is not None and self.is_open:
            self._room.receive(snapshot, self._workshop.standing)

    def _receive_standing(self, standing: Standing) -> None:
        if self._room is not None and self.is_open:
            self._room.receive_standing(standing)

    def _follow(self) -> None:
        if self._room is not None and self.is_open and not self._stays:
            self._room.show_page(self._deck.name)

    def _move(self, direction: int) -> None:
        """A presenter's remote steps through the walk-through, and turns the pages everywhere else."""
        if self._deck.name == STEPPED:
            self.walked.emit(direction)
        else:
            self._deck.step(direction)

    def _show_number(self, number: int) -> None:
        self._deck.show_number(number - 1)

    def _spotlit(self) -> str:
        names = [item.id for item in self._session.case.recommendations]
        return self._picked if self._picked in names else names[0]


def _room_pages(section: Section) -> "list[RoomPage]":
    from desktop.room_window import RoomPage

    return [
        RoomPage(tab.name, tab.title, tab.make, veiled=tab.name not in SHOWS_NO_VERDICT)
        for tab in section.tabs
    ]
