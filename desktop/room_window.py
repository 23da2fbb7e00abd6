"""The room's screen: one page at a time, large, without controls and without a word that is not meant for the room.

It knows neither the session nor the documents; what it is given is stripped of private words at the door.
"""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QGuiApplication,
    QKeyEvent,
    QMouseEvent,
    QResizeEvent,
    QScreen,
    QShowEvent,
)
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from desktop.room_keys import Wish, wish_of
from desktop.room_place import magnification, room_screen, waiting_place
from desktop.room_programme import Programme, RoomPage
from desktop.widgets.dashboard import Dashboard
from desktop.widgets.dressed import Dressed
from desktop.widgets.room_frame import RoomFoot, RoomHead
from desktop.widgets.room_stage import RoomStage
from desktop.widgets.workshop_page import WorkshopPage
from models.engine.for_room import for_room, standing_for_room
from models.pages.room import differs_line, last_change_line
from models.schema.snapshot import Snapshot
from models.schema.standing import Standing

__all__ = ["RoomPage", "RoomWindow"]

CURSOR_STAYS = 3000


class RoomWindow(Dressed, QWidget):
    """What the projector shows; takes snapshots and standings, and tells which keys were pressed on it.

    `moved` is a step forward or back as presenters' remotes send it, `page_wished` one to another page,
    `replay_wished` one through the last changes.
    """

    closed = Signal()
    moved = Signal(int)
    page_wished = Signal(int)
    number_pressed = Signal(int)
    replay_wished = Signal(int)
    blanked = Signal(bool)
    told = Signal(str)

    def __init__(self, pages: Sequence[RoomPage], parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setObjectName("room")
        self.setWindowTitle(self.tr("WhatHolds – the room’s screen"))
        self.setAccessibleName(self.tr("The room’s screen"))
        self.setAutoFillBackground(True)
        self.setMouseTracking(True)
        self.setMinimumSize(480, 320)
        self._programme = Programme(pages, self.tr("Spotlight"), self.tr("What do you expect?"))
        self._timer = ""
        self._snapshot: Snapshot | None = None
        self._standing: Standing | None = None
        self._given: Standing | None = None
        self._display: QScreen | None = None
        self._head, self._stage, self._foot = RoomHead(self), RoomStage(self), RoomFoot(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._head)
        layout.addWidget(self._stage, 1)
        layout.addWidget(self._foot)
        self._cursor_rests = QTimer(self, singleShot=True, interval=CURSOR_STAYS)
        self._cursor_rests.setObjectName("cursor-rests")
        self._cursor_rests.timeout.connect(self._hide_cursor)
        self._stage.turned.connect(self._show_part)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.screenRemoved.connect(self._lose)

    def receive(self, snapshot: Snapshot, standing: Standing | None = None) -> None:
        """Take what the facilitator's window shows, and the standing if it has changed too; stripped at the door."""
        self._snapshot = for_room(snapshot)
        if standing is not None:
            self._take(standing)
        self._show()

    def receive_standing(self, standing: Standing) -> None:
        """Take what the workshop has gathered; its private words go no further."""
        was = self._programme.hiding
        self._take(standing)
        if was != self._programme.hiding or isinstance(self._stage.page, WorkshopPage):
            self._show()

    def show_page(self, name: str) -> None:
        """Turn to another page, out of the spotlight too; an unknown name raises KeyError."""
        self._programme.turn_to(name)
        self._show()

    def page(self, name: str) -> Dashboard:
        """The room's own page of a name, to be joined to others; whoever changes it lets it be fitted anew."""
        return self._programme.page(name)

    def refit(self) -> None:
        """Fit what is shown, since it has changed by itself."""
        self._stage.refresh()

    def spotlight(self, identifier: str | None) -> None:
        """Show one recommendation by itself, or go back to the page."""
        if identifier is None:
            self._programme.spotlit = False
        else:
            self._programme.light(identifier)
        self._show()

    def blank(self, wanted: bool) -> None:
        """Show nothing but the case's title, or what was there before."""
        if wanted != self._programme.blank:
            self._programme.blank = wanted
            self._show()
            self.blanked.emit(wanted)

    def pick(self, identifier: str) -> None:
        """Show which statement is being explained."""
        self._programme.mark_picked(identifier)
        self._stage.refresh()

    def show_timer(self, text: str) -> None:
        """Show the agenda's step and its time; empty for none."""
        self._timer = text
        self._head.show_timer(text)
        self._show_bands()

    def place(self, facilitator: QWidget | None = None) -> None:
        """Fill the display that the facilitator's window is not on, or the only one."""
        window = facilitator or self.parentWidget()
        own = window.screen() if window is not None else QGuiApplication.primaryScreen()
        self._display = room_screen(QGuiApplication.screens(), own)
        alone = self._display is own
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating, not alone)
        if self._display is not None:
            self.setGeometry(self._display.geometry())
        self.showFullScreen()
        if alone:
            self.activateWindow()
            self.setFocus()

    def leave(self, gone: QScreen, left: Sequence[QScreen]) -> None:
        """Come back as a plain window on what is left, if this was the room's display."""
        if gone is self._display and left and self.isVisible():
            self._display = None
            self.showNormal()
            self.setGeometry(waiting_place(left[0].availableGeometry()))
            self.told.emit(self.tr("The room’s display is gone; its page is in a window now."))

    @override
    def dress(self) -> None:
        factor = magnification(self.height())
        for band in (self._head, self._foot):
            band.magnify(factor)
        self._stage.magnify(factor)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show()
        self._cursor_rests.start()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self._cursor_rests.stop()
        self.unsetCursor()
        self.closed.emit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.dress()

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.unsetCursor()
        self._cursor_rests.start()
        super().mouseMoveEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        wish = wish_of(event)
        if wish is None:
            super().keyPressEvent(event)
        else:
            self._grant(*wish)

    def _grant(self, wish: Wish, number: int) -> None:
        match wish:
            case Wish.CLOSE:
                self.close()
            case Wish.MOVE if self._programme.blank:
                self.blank(False)
            case Wish.MOVE:
                if not self._stage.turn(number):
                    self.moved.emit(number)
            case Wish.PAGE:
                self.page_wished.emit(number)
            case Wish.NUMBER:
                self.number_pressed.emit(number)
            case Wish.BLANK:
                self.blank(not self._programme.blank)
            case Wish.REPLAY:
                self.replay_wished.emit(number)

    def _take(self, standing: Standing) -> None:
        if standing is not self._given:
            self._given, self._standing = standing, standing_for_room(standing)
            self._programme.hiding = standing.workshop.asking is not None

    def _show(self) -> None:
        snapshot = self._snapshot
        if snapshot is None or not self.isVisible():
            return
        present = self._programme.present
        page = self._programme.page(present.name)
        self._stage.show_page(page)
        page.receive(snapshot)
        if isinstance(page, WorkshopPage) and self._standing is not None:
            page.receive_standing(self._standing)
        self._show_bands()
        self._head.entitle("" if self._programme.blank else snapshot.case.title, present.title)
        change = "" if self._programme.hiding else last_change_line(snapshot)
        self._foot.receive(differs_line(snapshot), change)
        self._stage.setAccessibleName(present.title)
        self._stage.refresh()

    def _show_bands(self) -> None:
        self._head.setVisible(bool(self._timer) or not self._programme.blank)
        self._foot.setVisible(not self._programme.blank)

    def _show_part(self) -> None:
        self._head.show_part(*self._stage.parts())

    def _hide_cursor(self) -> None:
        self.setCursor(Qt.CursorShape.BlankCursor)

    def _lose(self, gone: QScreen) -> None:
        self.leave(gone, [screen for screen in QGuiApplication.screens() if screen is not gone])
