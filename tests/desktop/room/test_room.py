"""The room's screen: it shows the state that the laptop shows, obeys the same keys, and holds nothing private."""

from typing import cast

import pytest
from PySide6.QtCore import QObject, QRect, Qt, Signal
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop.base.awake import Awake
from desktop.room import screen as screen_module
from desktop.room.screen import RoomScreen
from models.schema.action import Time, Timing, look
from models.schema.view import PageName, ProgrammePart
from models.store.cases import load_embedded
from tests.window import Window, close_unasked, room, rooms

RUSSIA = load_embedded().by_code["A3"].id
MOSCOW = load_embedded().by_code["R5"].id


def _said(name: str) -> str:
    label = room().findChild(QLabel, name)
    assert label is not None
    return label.text() if label.isVisible() else ""


def test_one_key_opens_and_closes_it(window: Window) -> None:
    window.press("F5")
    opened = rooms()
    window.press("F5")

    assert (opened, rooms()) == (1, 0)


def test_the_title_of_a_case_that_is_longer_than_the_line_says_so(qtbot: QtBot) -> None:
    foot = screen_module.Foot()
    qtbot.addWidget(foot)
    foot.resize(400, 30)
    foot.show()

    foot.show_texts("A title as long as two lines of a report " * 5, "", "What still holds?")

    label = foot.findChild(QLabel, "room-case")
    assert label is not None
    assert label.text().endswith("…")
    assert label.fontMetrics().horizontalAdvance(label.text()) <= label.width()


def test_the_key_closes_it_from_its_own_window_too(window: Window) -> None:
    window.press("F5")

    window.press("F5", on=room())

    assert rooms() == 0


def test_letters_on_it_set_the_assumption_that_is_explained(window: Window) -> None:
    window.set_stance(RUSSIA, "uncertain")
    window.press("F5")

    window.press("F", on=room())

    assert window.stance(RUSSIA) == "fails"


def test_looking_back_is_worked_from_it(window: Window) -> None:
    window.set_stance(RUSSIA, "fails")
    window.press("F5")

    window.press("Alt+Left", on=room())

    assert "still holds" in window.tile(MOSCOW).casefold()


def test_it_follows_the_page_and_keeps_it_when_told(window: Window) -> None:
    window.press("F5")
    window.press("Ctrl+3")
    window.qtbot.waitUntil(lambda: _said("room-page").startswith("What does it depend on?"))
    window.press("F4")
    window.press("Ctrl+4")

    assert _said("room-page").startswith("What does it depend on?")


def test_it_is_shown_the_newest_alone_after_the_laptop(
    window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.press("F5")
    shown: list[str] = []
    monkeypatch.setattr(RoomScreen, "receive", lambda _, screen, *rest: shown.append(screen.title))

    window.press("Ctrl+3")
    window.press("Ctrl+5")
    at_once = list(shown)
    window.qtbot.waitUntil(lambda: bool(shown))

    assert (at_once, set(shown)) == ([], {"What do we watch?"})


def test_blank_shows_the_title_alone(window: Window) -> None:
    window.press("F5")

    window.press("B", on=room())

    assert _said("room-blank") == load_embedded().title
    view = room().findChild(QWidget, "room-view")
    assert view is not None
    assert not view.isVisible()


def test_a_remote_blanks_it_while_the_window_has_the_keyboard(window: Window) -> None:
    window.press("F5")
    window.command("go-assumptions")

    window.press("B")

    assert _said("room-blank")


def test_a_remote_steps_through_the_walk_whichever_pane_has_the_keyboard(window: Window) -> None:
    window.press("Ctrl+1")
    window.act(look(programme=ProgrammePart.WALK))
    window.press("F5")
    before = window.snapshot.view.screen
    window.command("go-assumptions")

    window.press("PgDown")

    assert window.snapshot.view.screen != before


@pytest.mark.parametrize("place", ["go-assumptions", "go-stage", "go-why"])
@pytest.mark.parametrize("key", ["PgDown", "Right"])
def test_the_room_has_the_same_keys_wherever_the_keyboard_was(window: Window, place: str, key: str) -> None:
    window.act(look(page=PageName.PROGRAMME, programme=ProgrammePart.WALK))
    _put_keyboard(window, place)
    window.press("F5")
    before = window.snapshot.view.screen

    window.press(key, on=room())

    assert window.snapshot.view.screen != before


@pytest.mark.parametrize("place", ["go-assumptions", "go-stage", "go-why"])
def test_page_down_steps_on_whichever_pane_has_the_keyboard(window: Window, place: str) -> None:
    window.act(look(page=PageName.PROGRAMME, programme=ProgrammePart.WALK))
    window.command("drawer-left")
    window.command("drawer-right")
    window.press("F5")
    _put_keyboard(window, place)
    before = window.snapshot.view.screen

    window.press("PgDown")

    assert window.snapshot.view.screen != before


@pytest.mark.parametrize(("key", "stance"), [("H", "holds"), ("U", "uncertain"), ("F", "fails")])
def test_letters_set_a_stance_from_either_window_while_the_room_is_open(
    window: Window, key: str, stance: str
) -> None:
    others = {"holds": "fails", "uncertain": "holds", "fails": "holds"}
    window.set_stance(RUSSIA, others[stance])
    window.press("F5")

    window.press(key, on=room())
    from_room = window.stance(RUSSIA)
    window.set_stance(RUSSIA, others[stance])
    window.press(key)

    assert (from_room, window.stance(RUSSIA)) == (stance, stance)


def test_f6_goes_to_the_assumptions_while_the_room_is_open(window: Window) -> None:
    window.press("F5")

    window.press("F6", on=room())

    focus = window.window.focusWidget()
    assert focus is not None and window.find(QWidget, "assumptions").isAncestorOf(focus)


def _put_keyboard(window: Window, place: str) -> None:
    if place == "go-why":
        window.find(QWidget, "why").setFocus()
        window.find(QWidget, "why").focusNextChild()
    else:
        window.command(place)


def test_the_keyboard_stays_on_the_laptop_when_it_opens_on_a_display_of_its_own(
    window: Window, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(screen_module, "room_screen", lambda screens, *_: screens[0])
    window.press("F5")
    window.qtbot.waitUntil(lambda: rooms() == 1)

    with window.qtbot.waitSignal(qapp.focusWindowChanged):
        room().activateWindow()  # as some desktops do unasked

    window.qtbot.waitUntil(window.window.isActiveWindow)


def test_the_palette_takes_the_keyboard_back_from_the_rooms_screen(window: Window) -> None:
    window.press("F5")
    room().activateWindow()
    window.qtbot.waitUntil(room().isActiveWindow)

    window.press("Ctrl+K", on=room())

    window.qtbot.waitUntil(window.window.isActiveWindow)


def test_escape_puts_a_notice_away_and_never_the_rooms_screen_unless_pressed_on_it(window: Window) -> None:
    window.press("F5")
    window.window.tell("Something was done.")

    window.press("Esc", on=window.window)
    window.press("Esc", on=window.window)
    still = rooms()
    room().activateWindow()
    window.qtbot.waitUntil(room().isActiveWindow)
    QTest.keyClick(room(), Qt.Key.Key_Escape)

    assert (still, rooms()) == (1, 0)


def test_the_header_shows_what_works_it_only_while_it_is_open(window: Window) -> None:
    before = window.shows("present-strip")
    window.press("F5")

    assert not before
    assert window.shows("present-strip")


def test_nothing_on_it_can_be_worked(window: Window) -> None:
    window.press("F5")

    assert all(widget.focusPolicy().value == 0 for widget in room().findChildren(QWidget))


def test_it_closes_with_the_window(window: Window) -> None:
    window.press("F5")

    close_unasked(window.window)

    assert rooms() == 0


def test_it_comes_back_as_a_window_when_its_display_is_gone(
    window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    display = QGuiApplication.primaryScreen()
    monkeypatch.setattr("desktop.room.screen.room_screen", lambda *_: display)
    window.press("F5")
    screen = room()
    assert isinstance(screen, RoomScreen)
    filled = screen.isFullScreen()

    screen.leave(display, [display])

    assert (filled, screen.isFullScreen(), rooms()) == (True, False, 1)
    assert "display is gone" in window.text("notice-text")


def test_a_display_that_is_plugged_in_again_gets_its_screen_back(
    window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    display = QGuiApplication.primaryScreen()
    monkeypatch.setattr("desktop.room.screen.room_screen", lambda *_: display)
    window.press("F5")
    screen = room()
    assert isinstance(screen, RoomScreen)
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


def test_parts_of_a_page_are_turned_from_the_header(window: Window) -> None:
    window.press("F5")
    window.press("Ctrl+5")
    room().resize(800, 450)
    window.qtbot.waitUntil(lambda: window.shows("part-next"))

    window.click("part-next")

    assert window.text("room-part").startswith("2 of")
    assert window.snapshot.room.part == 1


def test_the_lead_goes_before_a_table_is_parted(window: Window) -> None:
    window.press("F5")
    window.press("Ctrl+3")
    room().resize(1920, 1080)
    names = [item.title for item in load_embedded().recommendations]
    view = cast("RoomScreen", room()).view

    def rows() -> list[str]:
        return [box.text for box in view.text_boxes() if view.seen.contains(box.place)]

    window.qtbot.waitUntil(lambda: all(any(name in text for text in rows()) for name in names))


def test_the_time_of_the_agenda_stands_on_it(window: Window) -> None:
    window.command("plan-90")
    window.act(Time(Timing.START))

    window.press("F5")

    assert "Welcome" in _said("room-timer")
    assert window.text("timer-chip") == _said("room-timer")
