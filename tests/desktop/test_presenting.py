"""The room's screen joined to the window: it follows, stays, goes blank, and ends with the window."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop.room_window import RoomWindow
from tests.pages import WindowPage


def room() -> RoomWindow:
    """The room's screen that is open."""
    (found,) = [
        top for top in QApplication.topLevelWidgets() if isinstance(top, RoomWindow) and top.isVisible()
    ]
    return found


def title() -> str:
    label = room().findChild(QLabel, "room-page")
    assert label is not None
    return label.text()


def switch(page: WindowPage, name: str) -> QAction:
    """A command that is on or off."""
    found = page.window.findChild(QAction, name)
    assert found is not None
    return found


@pytest.fixture
def open_page(page: WindowPage, qtbot: QtBot) -> WindowPage:
    """The window with the room's screen open."""
    page.command("room")
    qtbot.waitUntil(lambda: room().isVisible())
    return page


def test_the_room_sees_the_page_that_the_facilitator_is_on(open_page: WindowPage) -> None:
    assert title() == "Board"

    open_page.open_tab("Stress test")

    assert title() == "Stress test"


def test_the_room_keeps_its_page_when_it_is_told_to(open_page: WindowPage) -> None:
    switch(open_page, "stay").trigger()

    open_page.open_tab("Readings")
    assert title() == "Board"
    switch(open_page, "stay").trigger()

    assert title() == "Readings"


def test_the_spotlight_shows_what_is_picked(open_page: WindowPage) -> None:
    open_page.window.pick("draw-from-moscow")

    switch(open_page, "spotlight").trigger()

    assert title() == "Spotlight"


def test_a_remote_turns_pages_and_walks_through_the_argument(open_page: WindowPage) -> None:
    open_page.command("go-walk-through")
    before = open_page.text("walk-progress")

    QTest.keyClick(room(), Qt.Key.Key_PageDown)

    assert open_page.text("walk-progress") != before


def test_escape_on_the_rooms_screen_closes_it_and_the_switches_rest(open_page: WindowPage) -> None:
    window = room()
    switch(open_page, "blank").trigger()

    QTest.keyClick(window, Qt.Key.Key_Escape)

    assert not window.isVisible()
    assert not switch(open_page, "blank").isEnabled()
    assert not switch(open_page, "blank").isChecked()


def test_a_toggle_reaches_the_room(open_page: WindowPage) -> None:
    open_page.set_stance("russia-ties", "fails")

    foot = room().findChild(QLabel, "room-differs")
    assert foot is not None
    assert foot.text() == "A3 fails"


def test_no_note_reaches_the_room(open_page: WindowPage) -> None:
    open_page.write("note", "between us")
    open_page.command("go-assumptions")

    texts = [label.text() for label in room().findChildren(QLabel)]
    assert not [text for text in texts if "between us" in text]


def test_the_room_closes_with_the_window(open_page: WindowPage) -> None:
    window: QWidget = room()

    open_page.window.close()

    assert not window.isVisible()
