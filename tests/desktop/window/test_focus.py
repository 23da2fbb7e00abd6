"""Wherever the keyboard is, it is seen: a ring or a change that differs enough from how it was before."""

from collections import Counter
from collections.abc import Callable
from functools import partial

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from desktop.base.theme import Scheme
from desktop.kit.page_view import PageView
from models.schema.action import look as look_at
from models.schema.view import PageName
from tests.contrast import contrast
from tests.window import Window

FAR, LEAST, MOST = 4, 24, 40
"""How far a ring may stand off, how many pixels of it are enough, and how many stops a page may have."""


def _differing(before: QImage, after: QImage, room: QRect) -> int:
    """How many pixels of a room have changed by 3 to 1 or more."""
    room = room.intersected(before.rect())
    pairs = zip(_colours(before, room), _colours(after, room), strict=True)
    changed = Counter(pair for pair in pairs if pair[0] != pair[1])
    return sum(count for pair, count in changed.items() if contrast(*map(_named, pair)) >= 3)


def _colours(image: QImage, room: QRect) -> memoryview:
    """The pixels of a room, row by row."""
    shown = image.copy(room).convertToFormat(QImage.Format.Format_RGB32)
    return memoryview(bytes(shown.constBits())).cast("I")


def _named(pixel: int) -> str:
    return f"#{pixel & 0xFFFFFF:06x}"


def _unseen(root: QWidget, press: Callable[[], object]) -> list[str]:
    """Where the keyboard is not seen, from one stop to the next until one comes again."""
    unseen: list[str] = []
    met: set[QWidget] = set()
    before = root.grab().toImage()
    for _ in range(MOST):
        press()
        now: QWidget = root.focusWidget()
        if now in met:
            return unseen
        after = root.grab().toImage()
        place = QRect(now.mapTo(root, QPoint(0, 0)), now.size()).adjusted(-FAR, -FAR, FAR, FAR)
        if _differing(before, after, place) < LEAST:
            unseen.append(now.objectName())
        before = after
        met.add(now)
    raise AssertionError(f"more than {MOST} stops")


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])
@pytest.mark.parametrize("page", list(PageName))
def test_the_keyboard_is_seen_at_every_stop(page: PageName, scheme: Scheme, window: Window) -> None:
    window.window._preferences.keep(scheme=scheme)
    window.act(look_at(page=page))
    window.window.activateWindow()
    window.press("F6")

    assert _unseen(window.window, partial(window.press, "Tab")) == []


def test_the_keyboard_is_seen_at_every_stop_of_the_editor(window: Window) -> None:
    window.command("edit-case")
    window.qtbot.waitUntil(lambda: window.shows("case-form"))
    window.window.activateWindow()

    assert _unseen(window.window, partial(window.press, "Tab")) == []


@pytest.mark.qt_log_ignore("does not support raise", extend=True)
@pytest.mark.parametrize("command", ["preferences", "manual", "print", "about-case"])
def test_the_keyboard_is_seen_at_every_stop_of_a_dialog(command: str, window: Window) -> None:
    def unseen(dialog: QDialog) -> list[str]:
        return _unseen(dialog, lambda: QTest.keyClick(dialog.focusWidget() or dialog, Qt.Key.Key_Tab))

    assert window.look_through_dialog(command, unseen) == []


@pytest.mark.parametrize("page", list(PageName))
def test_the_key_of_the_page_goes_to_its_first_stop_and_nowhere_before(
    page: PageName, window: Window
) -> None:
    window.act(look_at(page=page))
    window.window.activateWindow()
    window.press("F6")
    was: list[QWidget] = []
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    application.focusChanged.connect(lambda _, now: was.append(now))

    window.press("F7")

    assert [spoken_name(one) for one in was] == [spoken_name(window.window.focusWidget())]
    assert spoken_name(was[0])
    assert window.find(PageView, "page-view").isAncestorOf(was[0])


def spoken_name(widget: QWidget) -> str:
    """What a screen reader calls a widget."""
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
