"""A table that is wider than its place says so where it is seen, and every column can be brought into sight."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton

from tests.desktop.kit.tables import invented
from tests.desktop.kit.tables.screen import Screen, Shown

NARROW = 420


def _arrow(screen: Screen, name: str) -> QToolButton | None:
    found = screen.widget.findChild(QToolButton, name)
    return found if isinstance(found, QToolButton) and found.isVisible() else None


def _press_to_the_end(screen: Screen, name: str) -> None:
    """Press an arrow until it has nothing more to bring in, for which each column at most asks once."""
    for _ in range(screen.view.model().columnCount()):
        arrow = _arrow(screen, name)
        if arrow is not None and arrow.isEnabled():
            QTest.mouseClick(arrow, Qt.MouseButton.LeftButton)


def _is_seen(screen: Screen, column: int) -> bool:
    box = screen.view.visualRect(screen.view.model().index(1, column))
    return screen.view.viewport().rect().contains(box)


def test_no_arrow_stands_where_all_columns_are_in_sight(shown: Shown) -> None:
    screen = shown(invented.load(), 1016, 500)

    assert _arrow(screen, "table-right") is None


@pytest.mark.parametrize("scale", [100, 200])
def test_arrows_bring_the_last_column_into_sight_and_the_first_again(scale: int, shown: Shown) -> None:
    screen = shown(invented.load(), NARROW * scale // 100, 500, scale=scale)
    last = screen.view.model().columnCount() - 1
    assert not _is_seen(screen, last)

    _press_to_the_end(screen, "table-right")
    assert _is_seen(screen, last)

    _press_to_the_end(screen, "table-left")
    assert screen.view.horizontalScrollBar().value() == 0
    assert _arrow(screen, "table-left") is not None


def test_the_arrows_cover_no_cell(shown: Shown) -> None:
    screen = shown(invented.load(), NARROW, 500)
    arrow = _arrow(screen, "table-right")
    assert arrow is not None

    strip = arrow.parentWidget()
    assert strip is not None
    assert not strip.geometry().intersects(screen.view.geometry())


def test_keys_bring_the_last_column_into_sight(shown: Shown) -> None:
    screen = shown(invented.load(), NARROW, 500)
    screen.go_to(1, 0)

    for _ in range(screen.view.model().columnCount()):
        screen.key(Qt.Key.Key_Right)

    assert _is_seen(screen, screen.view.model().columnCount() - 1)


def test_a_room_has_no_arrows(shown: Shown) -> None:
    assert _arrow(shown(invented.load(), NARROW, 500, controls=False), "table-right") is None
