"""What the tests of the window share: the application in its own typeface, and garbage that waits for its thread."""

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.base import collector
from desktop.base.theme import Scheme, load_fonts, look, resolve, wear
from tests.window import Window, close_all


@pytest.fixture(autouse=True)
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """A test waits for files and for what it expects to happen, however busy the machine is."""
    monkeypatch.setattr("desktop.base.apart.GRACE", 60)
    for wait in (QtBot.waitUntil, QtBot.waitSignal, QtBot.waitSignals):
        monkeypatch.setattr(wait, "__kwdefaults__", {**(wait.__kwdefaults__ or {}), "timeout": 60_000})


@pytest.fixture(autouse=True)
def collected(qapp: QApplication) -> Iterator[None]:
    """As in the window, no thread that a test starts collects anything; what is due is collected after the test.

    Windows that a test leaves open are closed, and what is to be deleted is deleted at once: Qt would wait for a loop
    of events, and meanwhile every change of the look has to dress all that there is. The next test finds the look that
    this one found.
    """
    before = look()
    gc.disable()
    yield
    close_all()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    collector.collect()
    gc.enable()
    if look() != before:
        wear(qapp, before)


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Window:
    """A window for each test, closed after it without questions."""
    return Window(qtbot, tmp_path / "home")


@pytest.fixture(scope="session", autouse=True)
def fonts(qapp: QApplication) -> None:
    """The typeface is there from the first test on: how wide words are is measured once and kept."""
    load_fonts()


@pytest.fixture
def dressed(qapp: QApplication) -> None:
    """The application in its own typeface, for tests that measure what is shown."""
    wear(qapp, resolve(Scheme.LIGHT, 100))
