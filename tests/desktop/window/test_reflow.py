"""In a small window, or at twice the size, everything can still be reached and read (WCAG 1.4.4, 1.4.10)."""

import pytest
from PySide6.QtCore import QPoint, QRect, QTimer
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QDialog,
    QFileDialog,
    QMenuBar,
    QPushButton,
    QToolButton,
    QWidget,
)

from desktop.kit.tables.work import WorkedTable
from models.schema.action import look as look_at
from models.schema.view import PageName
from tests.window import Window

MOST = 40
SMALL = [(1280, 720, 200), (640, 720, 100)]
"""Twice the size in a window of a small laptop, and a window as wide as half of that laptop."""


def _small(window: Window, width: int, height: int, scale: int, page: PageName) -> None:
    window.window._preferences.keep(scale=scale)
    window.window.resize(width, height)
    window.act(look_at(page=page))
    window.window.activateWindow()
    assert (window.window.width(), window.window.height()) == (width, height)


def _inner(widget: QWidget) -> QWidget:
    return widget.viewport() if isinstance(widget, QAbstractScrollArea) else widget


def _seen(window: Window, widget: QWidget) -> QRect:
    """What of a widget can be seen, as the window sees it."""
    widget = _inner(widget)
    return widget.visibleRegion().boundingRect().translated(widget.mapTo(window.window, QPoint(0, 0)))


@pytest.mark.parametrize(("width", "height", "scale"), SMALL)
@pytest.mark.parametrize("page", list(PageName))
def test_whatever_the_keyboard_reaches_is_seen(
    page: PageName, width: int, height: int, scale: int, window: Window
) -> None:
    _small(window, width, height, scale, page)

    start, hidden = None, []
    for _ in range(MOST):
        window.press("Tab")
        now = window.window.focusWidget()
        if now is start:
            break
        start = start or now
        if min(_seen(window, now).size().toTuple()) < min(24, _inner(now).height()):
            hidden.append(now.objectName())
    else:
        raise AssertionError(f"more than {MOST} stops")

    assert hidden == []


@pytest.mark.parametrize(("width", "height", "scale"), SMALL)
def test_of_a_table_that_scrolls_some_rows_are_seen(
    width: int, height: int, scale: int, window: Window
) -> None:
    _small(window, width, height, scale, PageName.DEPENDS)

    window.qtbot.waitUntil(lambda: window.shows("table:matrix-here"))
    table = window.find(WorkedTable, "table:matrix-here")
    assert table.viewport().height() >= table.rowHeight(0) + table.rowHeight(1)


@pytest.mark.parametrize(("width", "height"), [(1280, 720), (1366, 768)])
def test_a_table_whose_last_column_is_out_of_sight_says_so_in_sight(
    width: int, height: int, window: Window
) -> None:
    _small(window, width, height, 200, PageName.WATCH)

    window.qtbot.waitUntil(lambda: window.shows("table:signposts"))
    table = window.find(WorkedTable, "table:signposts")
    index = table.table.index(0, table.header.count() - 1)
    assert table.visualRect(index).right() > table.viewport().rect().right()
    arrow = window.find(QToolButton, "table-right")
    assert _seen(window, arrow).size() == arrow.size()

    for _ in range(table.header.count()):
        if arrow.isEnabled():
            window.click("table-right")
    assert table.visualRect(index).right() <= table.viewport().rect().right()


@pytest.mark.parametrize(("width", "height", "scale"), SMALL)
def test_assumptions_and_why_open_as_drawers_over_the_page(
    width: int, height: int, scale: int, window: Window
) -> None:
    _small(window, width, height, scale, PageName.HOLDS)

    for command, name in (("go-assumptions", "assumptions"), ("go-why", "why")):
        window.command(command)
        drawer = window.find(QWidget, name)
        assert window.window.rect().contains(_seen(window, drawer))
        assert _seen(window, drawer).width() == drawer.width()


@pytest.mark.parametrize(("width", "height", "scale"), SMALL)
def test_no_button_of_the_editor_is_cut(width: int, height: int, scale: int, window: Window) -> None:
    _small(window, width, height, scale, PageName.HOLDS)

    window.command("new-case")
    window.qtbot.waitUntil(lambda: window.shows("case-form"))

    editor = window.find(QWidget, "case-editor")
    buttons = [one for one in editor.findChildren(QPushButton) if one.isVisible()]
    window.qtbot.waitUntil(lambda: all(one.width() >= one.sizeHint().width() for one in buttons))
    form, field = window.find(QAbstractScrollArea, "case-form"), window.find(QWidget, "field:title")
    window.qtbot.waitUntil(lambda: _seen(window, field).width() == field.width())
    assert field.width() > form.viewport().width() / 2


@pytest.mark.qt_log_ignore("does not support raise", extend=True)
@pytest.mark.parametrize("command", ["manual", "print", "tally", "preferences", "about", "details"])
def test_at_twice_the_size_a_dialog_is_no_larger_than_a_small_screen(command: str, window: Window) -> None:
    found: list[QRect] = []

    def look_through() -> None:
        for one in QApplication.topLevelWidgets():
            if isinstance(one, QDialog) and one.isVisible():
                found.append(one.rect())
                one.reject()

    window.window._preferences.keep(scale=200)
    timer = QTimer(window.window, interval=50)
    timer.timeout.connect(look_through)
    timer.start()
    window.command(command)

    window.qtbot.waitUntil(lambda: bool(found))
    assert found[0].width() <= 1280
    assert found[0].height() <= 720


@pytest.mark.parametrize(("command", "name"), [("go-assumptions", "assumptions"), ("go-why", "why")])
def test_a_drawer_over_the_stage_covers_nothing_of_the_page(command: str, name: str, window: Window) -> None:
    _small(window, 1366, 768, 150, PageName.HOLDS)
    tabs, page = window.find(QWidget, "tabs"), window.find(QWidget, "page-view")
    window.qtbot.waitUntil(lambda: tabs.geometry().right() + 1 == 1366)

    window.command(command)

    drawer = window.find(QWidget, name)
    window.qtbot.waitUntil(lambda: not _seen(window, drawer).intersects(_seen(window, page)))
    assert _seen(window, drawer).width() == drawer.width()
    assert tabs.geometry().right() + 1 == 1366


@pytest.mark.parametrize("page", list(PageName))
def test_all_menus_are_seen_while_the_room_is_shown(page: PageName, window: Window) -> None:
    _small(window, 1350, 720, 200, page)

    window.command("present")

    menus = window.find(QMenuBar, "menus")
    window.qtbot.waitUntil(
        lambda: all(menus.rect().contains(menus.actionGeometry(one)) for one in menus.actions())
    )
    assert window.find(QToolButton, "qt_menubar_ext_button").isHidden()


def test_at_twice_the_size_ballots_are_read_one_by_one_in_a_dialog_as_high_as_before(window: Window) -> None:
    window.window._preferences.keep(scale=200)
    window.command("tally")
    dialog = window.find(QDialog, "tally-dialog")
    dialog.resize(1184, 624)  # what a screen of 1280 x 720 has room for
    assert dialog.height() == 624

    for _ in range(2):
        window.click("tally-one-by-one")
        assert dialog.height() == 624


def test_at_twice_the_size_a_dialog_about_files_of_our_own_has_room_for_their_kinds(window: Window) -> None:
    window.window._preferences.keep(scale=200)
    dialog = QFileDialog(window.window, "Open")
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setNameFilters(["Scenarios, workshops and cases (*.json *.yaml *.yml)"])
    dialog.open()

    kinds = dialog.findChild(QComboBox, "fileTypeCombo")
    assert kinds is not None
    assert kinds.width() > kinds.fontMetrics().horizontalAdvance(kinds.currentText())
    assert dialog.width() <= 1280 - 48
    assert dialog.height() <= 720 - 96
    dialog.reject()
