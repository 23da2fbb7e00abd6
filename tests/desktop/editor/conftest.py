"""The editor of a window, with a case begun from a text."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.desktop.editor.bench import Desk
from tests.window import Window


@pytest.fixture
def desk(window: Window, tmp_path: Path) -> Iterator[Desk]:
    """The editor with a case begun from a text; what is unsaved at the end is given up."""
    desk = Desk(window)
    desk.begin(tmp_path)
    yield desk
    desk.work.give_up()
