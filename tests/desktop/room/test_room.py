"""The room's screen: it shows the state that the laptop shows, obeys the same keys, and holds nothing private."""

from typing import cast

import pytest
from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop.room import screen as screen_module
from desktop.room.foot import Foot
from desktop.room.screen import RoomScreen, Shown, shown
from models.schema.action import Time, Timing
from models.schema.public import public
from models.schema.view import PageName
from models.store.cases import load_embedded
from tests.desktop.room.said import MOSCOW, RUSSIA, said
from tests.states import snapshot, state
from tests.window import Window, close_unasked, room, rooms


def test_one_key_opens_and_closes_it(window: Window) -> None:
    window.press("F5")
    opened = rooms()
    window.press("F5")

    assert (opened, rooms()) == (1, 0)


def test_the_title_of_a_case_that_is_longer_than_the_line_says_so(qtbot: QtBot) -> None:
    foot = Foot()
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


def test_looking_back_is_worked_from_it(window: Window) -> None:
    window.set_stance(RUSSIA, "fails")
    window.press("F5")

    window.press("Alt+Left", on=room())

    assert "still holds" in window.tile(MOSCOW).casefold()


def test_it_follows_the_page_and_keeps_it_when_told(window: Window) -> None:
    window.press("F5")
    window.press("Ctrl+3")
    window.qtbot.waitUntil(lambda: said("room-page").startswith("What does it depend on?"))
    window.press("F4")
    window.press("Ctrl+4")

    assert said("room-page").startswith("What does it depend on?")


def test_the_laptop_is_painted_in_a_turn_before_the_rooms(
    window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.press("F5")
    shown: list[str] = []
    monkeypatch.setattr(RoomScreen, "receive", lambda _, screen, *rest: shown.append(screen.title))

    window.press("Ctrl+3")
    QCoreApplication.processEvents()
    in_the_first_turn = list(shown)
    window.qtbot.waitUntil(lambda: bool(shown))

    assert (in_the_first_turn, set(shown)) == ([], {"What does it depend on?"})


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

    assert said("room-blank") == load_embedded().title
    view = room().findChild(QWidget, "room-view")
    assert view is not None
    assert not view.isVisible()


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


def test_parts_of_a_page_are_turned_from_the_header(window: Window) -> None:
    window.press("F5")
    window.press("Ctrl+5")
    room().resize(800, 450)
    window.qtbot.waitUntil(lambda: window.shows("part-next"))

    window.click("part-next")

    assert window.text("room-part").startswith("2 of")
    assert window.snapshot.room.part == 1


def test_in_how_many_parts_a_page_comes_is_told_once_that_is_known(qtbot: QtBot) -> None:
    small = RoomScreen()
    qtbot.addWidget(small)
    small.resize(800, 450)
    found = snapshot(state(page=PageName.WATCH))
    small.receive(shown(public(snapshot(state()))), 0, "")
    small.show()
    told: list[tuple[int, int]] = []
    small.parted.connect(lambda part, count: told.append((part, count)))

    small.receive(shown(public(found)), 1, "")
    small.receive(shown(public(found)), 1, "0:30")
    qtbot.waitUntil(lambda: bool(told))

    assert set(told) == {(1, small.view.parts)}
    assert small.view.parts > 1


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

    assert "Welcome" in said("room-timer")
    assert window.text("timer-chip") == said("room-timer")


def test_a_second_of_the_clock_takes_no_new_picture_of_the_room(window: Window) -> None:
    window.press("F5")
    screen = cast("RoomScreen", room())
    shown = Shown(case="A case", title="What still holds?")
    with window.qtbot.waitSignal(screen.pictured):
        screen.receive(shown, 0, "Welcome 4:59")

    screen.receive(shown, 0, "Welcome 4:58")

    assert said("room-timer") == "Welcome 4:58"
    assert not any(
        timer.isActive() and timer.interval() == screen_module.SETTLED
        for timer in screen.findChildren(QTimer)
    )
