"""A window for each test, closed again without questions."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.base.theme import Scheme, load_fonts, look, resolve, wear
from tests.pages import WindowPage


@pytest.fixture
def dressed(qapp: QApplication) -> Iterator[None]:
    """The application in its own typeface, for tests that measure what is shown."""
    before = look()
    load_fonts()
    wear(qapp, resolve(Scheme.LIGHT, 100))
    yield
    wear(qapp, before)


@pytest.fixture
def page(qtbot: QtBot, tmp_path: Path) -> Iterator[WindowPage]:
    page = WindowPage(qtbot, tmp_path / "home")
    yield page
    close(page)


def close(page: WindowPage) -> None:
    """Close a window whatever is unsaved in it, and wait until it is gone."""
    page.window.abandon()
    with page.qtbot.waitSignal(page.window.destroyed):
        page.window.deleteLater()
