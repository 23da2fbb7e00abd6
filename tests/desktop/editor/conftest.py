"""A window for each test, closed again without questions."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.desktop.editor.bench import Desk
from tests.window import Window


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[Window]:
    window = Window(qtbot, tmp_path / "home")
    yield window
    window.close()


@pytest.fixture
def desk(window: Window, tmp_path: Path) -> Iterator[Desk]:
    """The editor with a case begun from a text; what is unsaved at the end is given up."""
    desk = Desk(window)
    desk.begin(tmp_path)
    yield desk
    desk.work.give_up()
