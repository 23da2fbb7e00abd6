"""The same keys on the room's screen and on the laptop, wherever the keyboard is."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desktop.room import screen as screen_module
from models.schema.action import look
from models.schema.view import PageName, ProgrammePart
from tests.desktop.room.said import RUSSIA, said
from tests.window import Window, room, rooms


def test_letters_on_it_set_the_assumption_that_is_explained(window: Window) -> None:
    window.set_stance(RUSSIA, "uncertain")
    window.press("F5")

    window.press("F", on=room())

    assert window.stance(RUSSIA) == "fails"


def test_a_remote_blanks_it_while_the_window_has_the_keyboard(window: Window) -> None:
    window.press("F5")
    window.command("go-assumptions")

    window.press("B")

    assert said("room-blank")


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
    window.window.notice.tell("Something was done.")

    window.press("Esc", on=window.window)
    window.press("Esc", on=window.window)
    still = rooms()
    room().activateWindow()
    window.qtbot.waitUntil(room().isActiveWindow)
    QTest.keyClick(room(), Qt.Key.Key_Escape)

    assert (still, rooms()) == (1, 0)
