"""The first window is never larger than the screen, title bar and edges included, whatever the scale is."""

from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from pytestqt.qtbot import QtBot

from desktop.window.main_window import EDGES, first_size
from tests.window import Window

BAR = 48
"""Pixels of a panel or task bar, at the most of the usual ones."""
SCREENS = [(1920, 1080, scale) for scale in (100, 125, 150, 175)] + [
    (1366, 768, scale) for scale in (100, 125)
]


@pytest.mark.parametrize(("width", "height", "scale"), SCREENS)
def test_the_first_window_with_its_frame_is_within_the_screen(width: int, height: int, scale: int) -> None:
    available = QSize(width * 100 // scale, height * 100 // scale - BAR)

    size = first_size(available) + EDGES

    assert size.width() <= available.width() and size.height() <= available.height()
    assert size.height() >= 300


def test_the_first_window_leaves_room_for_a_panel_that_wayland_does_not_tell_of() -> None:
    size = first_size(QSize(1366, 768), "wayland") + EDGES

    assert size.height() <= 768 - BAR


@pytest.mark.parametrize("scale", [100, 150, 200])
@pytest.mark.parametrize(("width", "height"), [(1080, 537), (1366, 672), (1092, 566)])
def test_nothing_within_makes_it_larger(
    qtbot: QtBot, tmp_path: Path, width: int, height: int, scale: int
) -> None:
    window = Window(qtbot, tmp_path, width, height, scale=scale)

    assert (window.window.width(), window.window.height()) == (width, height)
