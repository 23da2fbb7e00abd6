"""A window for each test, closed again without questions."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.pages import WindowPage


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
