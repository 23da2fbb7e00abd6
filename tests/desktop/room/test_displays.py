"""The room's screen on a display that goes, comes back, or is kept on."""

from typing import cast

import pytest
from PySide6.QtCore import QObject, QRect, Signal
from PySide6.QtGui import QGuiApplication, QScreen

from desktop.base.awake import Awake
from desktop.room.screen import RoomScreen
from tests.window import Window, close_unasked, room, rooms


def opened_on_a_display(window: Window, monkeypatch: pytest.MonkeyPatch) -> tuple[RoomScreen, QScreen]:
    display = QGuiApplication.primaryScreen()
    monkeypatch.setattr("desktop.room.screen.room_screen", lambda *_: display)
    window.press("F5")
    screen = room()
    assert isinstance(screen, RoomScreen)
    return screen, display


def test_it_comes_back_as_a_window_when_its_display_is_gone(
    window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    screen, display = opened_on_a_display(window, monkeypatch)
    filled = screen.isFullScreen()

    screen.leave(display, [display])

    assert (filled, screen.isFullScreen(), rooms()) == (True, False, 1)
    assert "display is gone" in window.text("notice-text")


def test_a_display_that_is_plugged_in_again_gets_its_screen_back(
    window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    screen, display = opened_on_a_display(window, monkeypatch)
    screen.leave(display, [display])
    projector = LateDisplay(display.geometry())

    screen.settle_on(cast(QScreen, projector))
    early, told = screen.isFullScreen(), window.shows("notice")
    projector.place(QRect(800, 0, 640, 360))

    assert (early, screen.isFullScreen()) == (False, True)
    assert (told, window.shows("notice")) == (True, False)


def test_the_display_is_kept_on_while_the_rooms_screen_is_open(
    window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    wanted: list[bool] = []
    monkeypatch.setattr(Awake, "want", lambda _, value: wanted.append(value))

    window.press("F5")
    close_unasked(window.window)

    assert (wanted[0], wanted[-1]) == (True, False)


class LateDisplay(QObject):
    """A display that stands where another is until it is told its place, as X11 and Windows announce them."""

    geometryChanged = Signal(QRect)  # noqa: N815 - as Qt calls it

    def __init__(self, at: QRect) -> None:
        super().__init__()
        self._at = at

    def geometry(self) -> QRect:
        return self._at

    def place(self, at: QRect) -> None:
        self._at = at
        self.geometryChanged.emit(at)
