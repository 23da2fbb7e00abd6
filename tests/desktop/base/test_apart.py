"""What is done apart from the window: how long it is waited for is asked each time, and nought may be chosen."""

from threading import Event
from time import sleep

import pytest
from pytestqt.qtbot import QtBot

from desktop.base.apart import Apart


@pytest.fixture
def told(qtbot: QtBot) -> tuple[Apart, list[object]]:
    apart, heard = Apart(), list[object]()
    apart.done.connect(heard.append)
    apart.taking_long.connect(lambda: heard.append("taking long"))
    return apart, heard


def _slowly() -> str:
    sleep(0.2)
    return "read"


def test_the_window_waits_as_long_as_its_patience_lasts(told: tuple[Apart, list[object]]) -> None:
    apart, heard = told

    apart.ask(_slowly)

    assert heard == ["read"]


def test_the_window_goes_on_when_its_patience_ends(
    told: tuple[Apart, list[object]], monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr("desktop.base.apart.GRACE", 0.01)
    apart, heard = told
    may_end = Event()

    apart.ask(lambda: may_end.wait() and "read")

    assert heard == ["taking long"]
    may_end.set()
    qtbot.waitUntil(lambda: heard == ["taking long", "read"])


def test_what_nobody_waits_for_is_told_later(told: tuple[Apart, list[object]], qtbot: QtBot) -> None:
    apart, heard = told
    may_end = Event()

    apart.ask(lambda: may_end.wait() and "read", grace=0)

    assert "read" not in heard
    may_end.set()
    qtbot.waitUntil(lambda: heard[-1] == "read")
