"""Joins the room's screen to the state: it is open, blank or parted as the state says, and its keys act on it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from desktop.base.awake import Awake
from desktop.kit.entry.writing import hand_over
from desktop.room.keys import REMOTE, Wish
from desktop.room.present_strip import PresentStrip
from desktop.session.session import Session
from desktop.window.menus import Menus
from models.pages.page import is_as_before
from models.schema.action import present
from models.schema.public import public
from models.schema.snapshot import Snapshot
from models.schema.view import PageName, ProgrammePart

if TYPE_CHECKING:  # the room's screen is loaded when it is first opened
    from desktop.room.screen import RoomScreen


class Presenting(QObject):
    """Opens and closes the room's screen, and hands it what the room may see.

    A toggle is painted on the laptop first: the room gets the turn after that, and then only the newest snapshot.
    """

    told = Signal(str)
    returned = Signal(str)
    stance_wished = Signal(object)
    assumption_wished = Signal(int)

    def __init__(self, window: QWidget, session: Session, menus: Menus, strip: PresentStrip) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._menus = menus
        self._strip = strip
        self._room: RoomScreen | None = None
        self._part, self._parts = 0, 1
        self._awake = Awake()
        self._waiting = self._seen = session.snapshot
        self._held: frozenset[str] = frozenset()
        self._turn = QTimer(self, singleShot=True, interval=0)
        self._turn.timeout.connect(self._show)
        self._laptops = QTimer(self, singleShot=True, interval=0)  # the turn in which the laptop is painted
        self._laptops.timeout.connect(self._turn.start)
        self.display = ""
        strip.part_wished.connect(self.step)
        self._remote = [self._shortcut(key, *wish) for key, wish in REMOTE.items()]

    def receive(self, snapshot: Snapshot) -> None:
        self._strip.receive(snapshot, _chip(snapshot))
        walking = _is_walking(snapshot)
        for shortcut in self._remote:
            shortcut.setEnabled(snapshot.room.is_open or walking)
        self._waiting = snapshot
        if snapshot.room.is_open and snapshot.room == self._seen.room:
            self._laptops.start()
        else:
            self._show()

    def hold_back(self, identifiers: frozenset[str]) -> None:
        """Let the fall travel in the room too."""
        self._held = identifiers
        if self._room is not None:
            self._laptops.start()

    def dress(self) -> None:
        if self._room is not None:
            self._room.dress()

    def step(self, by: int) -> None:
        """Go on, or back: through the walk-through while it is shown, else through the parts that the room sees.

        What is being typed is handed over first: the next screen has a field of its own in the same place.
        """
        hand_over(self._window)
        snapshot = self._session.snapshot
        if snapshot.room.blank:
            self._session.act(present(blank=False))
        elif _is_walking(snapshot) and snapshot.room.kept is None:
            from models.pages.programme.walk_screens import walked

            self._session.act(walked(snapshot, by))
        elif snapshot.room.is_open:
            wanted = max(0, min(self._parts - 1, self._part + by))
            self._session.act(present(part=wanted))

    def end(self) -> None:
        self._awake.want(False)
        self._stop()
        if self._room is not None:
            room, self._room = self._room, None
            room.closed.disconnect(self._close)
            room.close()
            room.deleteLater()

    def _show(self) -> None:
        """Show the room the newest snapshot, or close its screen."""
        self._stop()
        snapshot, seen = self._waiting, self._seen
        self._seen = snapshot
        if self._room is not None:
            self._room.hold_back(self._held)
        room = snapshot.room
        as_before = not room.spotlight and is_as_before(snapshot, seen, room.kept or snapshot.view)
        if snapshot is seen or as_before:
            return
        self._awake.want(room.is_open)
        if room.is_open:
            from desktop.room.screen import shown

            screen = self._room or self._made()
            screen.receive(shown(public(snapshot)), room.part, _chip(snapshot))
            if not screen.isVisible():
                screen.place(self._window, self.display)
        elif self._room is not None and self._room.isVisible():
            self._room.close()

    def _stop(self) -> None:
        for timer in (self._laptops, self._turn):
            timer.stop()

    def _made(self) -> "RoomScreen":
        from desktop.room.screen import RoomScreen

        room = RoomScreen()  # no child of the window: minimising that must not hide it
        room.addActions(self._menus.all_actions)
        room.wished.connect(self._grant)
        room.closed.connect(self._close)
        room.parted.connect(self._note_part)
        room.pictured.connect(self._strip.show_picture)
        room.told.connect(self.told)
        room.returned.connect(self.returned)
        self._room = room
        return room

    def _shortcut(self, key: Qt.Key, wish: Wish, value: object) -> QShortcut:
        shortcut = QShortcut(QKeySequence(key), self._window)
        shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
        shortcut.activated.connect(lambda: self._grant(wish, value))
        return shortcut

    def _grant(self, wish: Wish, value: object) -> None:
        match wish:
            case Wish.MOVE if isinstance(value, int):
                self.step(value)
            case Wish.BLANK:
                self._session.act(present(blank=not self._session.snapshot.room.blank))
            case Wish.STANCE:
                self.stance_wished.emit(value)
            case Wish.ASSUMPTION:
                self.assumption_wished.emit(value)

    def _close(self) -> None:
        if self._session.snapshot.room.is_open:
            self._session.act(present(is_open=False))

    def _note_part(self, part: int, count: int) -> None:
        self._part, self._parts = part, count
        self._strip.show_part(part, count)


def _chip(snapshot: Snapshot) -> str:
    """The time of the agenda's step; most days have none, and need none of its words."""
    if not snapshot.workshop.agenda_at:
        return ""
    from models.pages.programme.walk_screens import chip

    return chip(snapshot)


def _is_walking(snapshot: Snapshot) -> bool:
    view = snapshot.view
    return view.page is PageName.PROGRAMME and view.programme is ProgrammePart.WALK
