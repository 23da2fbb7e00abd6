"""The room's screen: one page at a time, large, without controls and without a word that is not meant for the room."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QEvent, QRect, Qt, QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QGuiApplication,
    QKeyEvent,
    QMouseEvent,
    QPixmap,
    QResizeEvent,
    QScreen,
    QShowEvent,
)
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.base.guard import override
from desktop.base.layouts import flush
from desktop.base.plain_text import named
from desktop.base.roles import Role, set_role
from desktop.base.theme import Look, Weight, look
from desktop.kit.labels import text_label
from desktop.kit.page_view import PageView, room_scale
from desktop.kit.strip import LOW, Strip
from desktop.room.foot import Foot
from desktop.room.keys import ROOM, Wish, wish_of
from models.language.messages import message
from models.language.panes import PAGE_NAMES
from models.pages.board_cards import tiles
from models.pages.page import room_page
from models.pages.spotlight_page import spotlight_page
from models.schema.page import Cards, Page, Tile, for_room
from models.schema.snapshot import Snapshot


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """One screen of the room: without a page it is blank."""

    case: str
    title: str = ""
    page: Page | None = None
    tiles: tuple[Tile, ...] = ()


def shown(snapshot: Snapshot) -> Shown:
    """The room's screen, of a snapshot that is public; the board shows every verdict itself and needs no strip."""
    room, case = snapshot.room, snapshot.case.title
    if room.blank:
        return Shown(case=case)
    seen = snapshot if room.kept is None else replace(snapshot, view=room.kept)
    page = for_room(spotlight_page(snapshot)) if room.spotlight else room_page(seen)
    board = any(isinstance(block, Cards) for block in page.blocks)
    strip = () if board else tuple(replace(tile, action=None, picked=False) for tile in tiles(seen))
    title = "" if room.spotlight else message(PAGE_NAMES[seen.view.page])
    return Shown(case=case, title=title, page=page, tiles=strip)


def room_screen(screens: Sequence[QScreen], facilitator: QScreen | None, wanted: str = "") -> QScreen | None:
    """The display that is wanted by name, else the first; one that is not the facilitator's and shows something else.

    None where there is no other.
    """
    own = facilitator.geometry() if facilitator is not None else QRect()
    others = [screen for screen in screens if screen is not facilitator and screen.geometry() != own]
    return next((screen for screen in others if screen.name() == wanted), others[0] if others else None)


def waiting_place(room: QRect) -> QRect:
    """The middle of a display, with a margin that leaves the window below in sight."""
    wide, high = room.width() // 6, room.height() // 6
    return room.adjusted(wide, high, -wide, -high)


CURSOR_STAYS = 3000
"""Milliseconds after which a pointer that rests on the projector is hidden."""
SETTLED = 200
"""Milliseconds after the last change at which the thumbnail is taken: after the charts have followed."""
HANDED_BACK = 2000
"""Milliseconds after it was put on its display in which the keyboard, if it comes along, goes back to the laptop."""


class RestingCursor(QTimer):
    """Hides the pointer over a widget when it has rested for a while."""

    def __init__(self, over: QWidget) -> None:
        super().__init__(over, singleShot=True, interval=CURSOR_STAYS)
        self._over = over
        self.timeout.connect(self._hide)

    def wake(self) -> None:
        """Show the pointer, until it rests again."""
        self._over.unsetCursor()
        self.start()

    def end(self) -> None:
        """Leave the pointer as it is elsewhere."""
        self._over.unsetCursor()
        self.stop()

    def _hide(self) -> None:
        self._over.setCursor(Qt.CursorShape.BlankCursor)


class RoomScreen(QWidget):
    """What the projector shows; tells which keys were pressed on it, and what of it can be seen."""

    wished = Signal(object, object)
    closed = Signal()
    parted = Signal(int, int)
    pictured = Signal(QPixmap)
    told = Signal(str)
    returned = Signal(str)

    def __init__(self) -> None:
        super().__init__(None, Qt.WindowType.Window)
        named(self, "room", self.tr("The room’s screen"))
        self.setWindowTitle(self.tr("WhatHolds – the room’s screen"))
        set_role(self, Role.Window)
        self.setAutoFillBackground(True)
        self.setMouseTracking(True)
        self.setMinimumSize(480, 320)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._shown: Shown | None = None
        self._part = 0
        self._page = self._timer = ""
        self._display: QScreen | None = None
        self._blank = named(text_label("", wrap=True), "room-blank")
        self._blank.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.view = named(PageView(controls=False), "room-view")
        self.view.completed.connect(self._show_part)
        self._strip = named(Strip(controls=False), "room-strip")
        self._foot = Foot()
        column = flush(QVBoxLayout(self))
        column.addWidget(self._blank, 1)
        column.addWidget(self.view, 1)
        column.addWidget(self._strip)
        column.addWidget(self._foot)
        self._cursor = RestingCursor(self)
        self._settles = QTimer(self, singleShot=True, interval=SETTLED)
        self._settles.timeout.connect(self._settle)
        self._facilitators: QWidget | None = None
        self._hands_back = QTimer(self, singleShot=True, interval=HANDED_BACK)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.screenRemoved.connect(self._lose)
            application.screenAdded.connect(self.settle_on)

    def receive(self, screen: Shown, part: int, timer: str) -> None:
        """Show one screen, and the time of the agenda's step; while that alone goes on, nothing else is done anew."""
        if (screen, part) == (self._shown, self._part) and self.isVisible():
            self._timer = timer
            self._show_part()
            return
        if screen.page is not None and screen.page.name != self._page:
            self._page = screen.page.name
            self.view.leave()
        self._shown, self._part, self._timer = screen, part, timer
        self._blank.setVisible(screen.page is None)
        self.view.setVisible(screen.page is not None)
        self._strip.setVisible(bool(screen.tiles))
        self._blank.setText(screen.case)
        if screen.page is not None:
            self._strip.receive(screen.tiles)
            self.view.receive(screen.page)
        self._show_part()
        self._settles.start()

    def hold_back(self, identifiers: frozenset[str]) -> None:
        self.view.hold_back(identifiers)
        self._strip.hold_back(identifiers)
        self._settles.start()

    def dress(self) -> None:
        """Take over the application's colours, at the size that this display asks for."""
        base = look()
        wanted = Look(base.name, base.colours, room_scale(self.height()))
        self.view.wear(wanted)
        self._strip.wear(wanted)
        self._strip.setFixedHeight(wanted.px(LOW))
        self._foot.wear(wanted)
        self._blank.setFont(wanted.font(22, Weight.SEMIBOLD))
        self._show_part()

    def place(self, window: QWidget, wanted: str = "") -> None:
        """Fill a display that the facilitator's window is not on, the wanted one if it is there.

        Where there is none, stand on the facilitator's as a window.
        """
        self._display = room_screen(QGuiApplication.screens(), window.screen(), wanted)
        alone = self._display is None
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating, not alone)
        if self._display is not None:
            self._facilitators = window
            self._hands_back.start()
            self.setGeometry(self._display.geometry())
            self.showFullScreen()
        else:
            self.setGeometry(waiting_place(window.screen().availableGeometry()))
            self.showNormal()
            self.activateWindow()
            self.setFocus()

    def leave(self, gone: QScreen, left: list[QScreen]) -> None:
        """Come back as a plain window on what is left, if this was the room's display."""
        if gone is self._display and left and self.isVisible():
            self._display = None
            self.showNormal()
            self.setGeometry(waiting_place(left[0].availableGeometry()))
            self.told.emit(self._gone())

    def _gone(self) -> str:
        return self.tr("The room’s display is gone; its page is in a window now.")

    def settle_on(self, found: QScreen) -> None:
        """Fill a display that has come (back) while the room's page waits in a window; it may come before its place."""
        if self._display is not None or not self.isVisible():
            return
        if found.geometry() == self.screen().geometry():
            found.geometryChanged.connect(
                lambda: self.settle_on(found), Qt.ConnectionType.SingleShotConnection
            )
            return
        self._display = found
        self.setGeometry(found.geometry())
        self.showFullScreen()
        self.returned.emit(self._gone())

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.dress()
        self._cursor.start()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)  # some desktops give a new window the keyboard, unasked
        came = event.type() is QEvent.Type.ActivationChange and self.isActiveWindow()
        if came and self._hands_back.isActive() and self._facilitators is not None:
            self._facilitators.activateWindow()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._hands_back.stop()
        super().mousePressEvent(event)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self._cursor.end()
        self._settles.stop()
        self.closed.emit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.dress()

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._cursor.wake()
        super().mouseMoveEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        wish = wish_of(event, ROOM)
        if wish is None:
            super().keyPressEvent(event)
        elif wish[0] is Wish.CLOSE:
            self.close()
        else:
            self.wished.emit(*wish)

    def _show_part(self) -> None:
        """Show the part of the page that is wanted, or its last one, and say which it is, once all of it is there."""
        screen = self._shown
        count = self.view.parts if screen is not None and screen.page is not None else 1
        if screen is None or not count:
            return
        part = max(0, min(count - 1, self._part))
        if screen.page is not None:
            self.view.show_part(part)
        said = screen.title
        if count > 1:
            said = f"{said}  {self.tr('{0} of {1}').format(part + 1, count)}"
        self._foot.show_texts(screen.case if screen.page is not None else "", self._timer, said)
        self.parted.emit(part, count)

    def _settle(self) -> None:
        """Charts and tables have found their heights: say anew in how many parts the page is."""
        if self.isVisible():
            self.view.settle()
            self._show_part()
            self.pictured.emit(self.grab())

    def _lose(self, gone: QScreen) -> None:
        self.leave(gone, [screen for screen in QGuiApplication.screens() if screen is not gone])
