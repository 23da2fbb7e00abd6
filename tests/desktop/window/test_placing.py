"""The first window is never larger than the screen, title bar and edges included, whatever the scale is."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.stage.notice import NoticeTone
from desktop.window.main_window import EDGES, first_size
from models.schema.action import look as look_at
from models.schema.view import PageName
from tests.window import Window

BAR = 48
"""Pixels of a panel or task bar, at the most of the usual ones."""
SCREENS = [(1920, 1080, scale) for scale in (100, 125, 150, 175)] + [
    (1366, 768, scale) for scale in (100, 125)
]

LONG = "Work from an earlier session that was not saved is there: “What if the ties hold”, of 12:41. " * 2


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


@pytest.mark.parametrize(("width", "scale"), [(1240, 100), (1280, 150), (1280, 200), (700, 100)])
def test_a_notice_lies_in_what_the_drawers_leave_free(
    qtbot: QtBot, tmp_path: Path, width: int, scale: int
) -> None:
    window = Window(qtbot, tmp_path, width, 720, scale=scale)
    window.act(look_at(page=PageName.HOLDS))
    window.window.notice.tell(LONG, NoticeTone.WARN)
    notice, why = window.find(QWidget, "notice"), window.find(QWidget, "why")
    alone = _within(window, notice)

    window.command("drawer-right")

    assert why.isVisible()
    assert not _within(window, notice).intersects(_within(window, why))
    window.window.resize(width + 100, 720)
    assert not _within(window, notice).intersects(_within(window, why))
    window.window.resize(width, 720)
    window.command("drawer-right")
    assert _within(window, notice) == alone


def _within(window: Window, widget: QWidget) -> QRect:
    """Where a widget is in the window."""
    return QRect(widget.mapTo(window.window, QPoint(0, 0)), widget.size())


@pytest.mark.parametrize(("width", "scale"), [(1280, 200), (640, 100)])
def test_a_notice_takes_the_place_of_the_why_where_two_drawers_leave_it_none(
    qtbot: QtBot, tmp_path: Path, width: int, scale: int
) -> None:
    window = Window(qtbot, tmp_path, width, 720, scale=scale)
    window.command("go-assumptions")
    window.command("go-why")
    both = window.shows("assumptions") and window.shows("why")

    window.window.notice.tell(LONG, NoticeTone.WARN)

    assert both
    assert window.shows("assumptions") and not window.shows("why")
    assert window.find(QWidget, "notice").width() >= 240 * scale // 100
    window.command("go-why")
    assert window.shows("why")
