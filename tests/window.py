"""The window as its users see it: what can be read and what can be done, found by object name."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from functools import cache
from pathlib import Path
from typing import Any, TypeVar
from unittest.mock import patch

from PySide6.QtCore import QMimeData, QObject, QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialog,
    QFileDialog,
    QLabel,
    QLineEdit,
    QTabBar,
    QWidget,
)
from pytest import MonkeyPatch
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from desktop.base.paths import Paths
from desktop.base.settings import Settings, save_settings
from desktop.kit.page_view import PageView
from desktop.window.application import build_window
from desktop.window.asking import Answer
from desktop.window.main_window import MainWindow
from models.schema.action import Action
from models.schema.snapshot import Snapshot

W = TypeVar("W", bound=QObject)


def paths_in(folder: Path) -> Paths:
    """Folders for one run, inside a temporary one."""
    (folder / "recovery").mkdir(parents=True, exist_ok=True)
    return Paths(folder / "settings.json", folder / "whatholds.log", folder / "recovery")


_opened: list["Window"] = []


class Window:
    """The main window, worked as a user works it; `settings` are what an earlier run left.

    `begin` is done with the window before it is shown.
    """

    def __init__(
        self,
        qtbot: QtBot,
        folder: Path,
        width: int = 1366,
        height: int = 768,
        begin: Callable[[MainWindow], object] = id,
        **settings: Any,
    ) -> None:
        self.qtbot = qtbot
        self.paths = paths_in(folder)
        if not self.paths.settings.exists():
            save_settings(self.paths.settings, Settings(**{"welcomed": True, **settings}))
        self.window: MainWindow = build_window(self.paths)
        self.window.resize(width, height)
        _opened.append(self)
        begin(self.window)
        self.window.show()
        qtbot.waitExposed(self.window)

    def find(self, kind: type[W], name: str) -> W:
        """The one widget of this kind and name."""
        found = self.window.findChild(kind, name)
        assert found is not None, f"no {kind.__name__} named {name}"
        return found

    def text(self, name: str) -> str:
        """The words of a label."""
        return self.find(QLabel, name).text()

    def shows(self, name: str) -> bool:
        """Whether something of this name is to be seen."""
        found = self.window.findChild(QWidget, name)
        return found is not None and found.isVisible()

    def click(self, name: str) -> None:
        """Press a button."""
        QTest.mouseClick(self.find(QAbstractButton, name), Qt.MouseButton.LeftButton)

    def set_stance(self, assumption: str, stance: str) -> None:
        """Click one of the three choices of an assumption."""
        self.click(f"stance:{assumption}:{stance}")

    def stance(self, assumption: str) -> str:
        """Which choice of an assumption is shown as chosen."""
        for stance in ("holds", "fails", "uncertain"):
            if self.find(QAbstractButton, f"stance:{assumption}:{stance}").isChecked():
                return stance
        return ""

    def tile(self, recommendation: str) -> str:
        """What a screen reader says of a tile of the verdict strip."""
        return self.find(QAbstractButton, f"tile:{recommendation}").accessibleName()

    def press(self, keys: str, on: QWidget | None = None) -> None:
        """Press keys as a user would, where the keyboard is."""
        target = on or self.window.focusWidget() or self.window
        QTest.keySequence(target, QKeySequence(keys))

    def action(self, name: str) -> QAction:
        """The action of a command."""
        return next(action for action in self.window.actions() if action.objectName() == name)

    def look_through_dialog(self, command: str, look: Callable[[QDialog], list[str]]) -> list[str]:
        """What is found in the dialog that a command opens, which is then left."""
        found: list[list[str]] = []

        def look_through() -> None:
            one = QApplication.activeWindow()
            if not found and isinstance(one, QDialog):
                found.append(look(one))
                one.reject()

        timer = QTimer(self.window, interval=50)
        timer.timeout.connect(look_through)
        timer.start()
        self.command(command)
        self.qtbot.waitUntil(lambda: bool(found))
        timer.stop()
        return found[0]

    def command(self, name: str) -> None:
        """Choose a command from the menus."""
        self.action(name).trigger()

    @property
    def page(self) -> str:
        """The tab that is chosen."""
        tabs = self.find(QTabBar, "tabs")
        return tabs.tabText(tabs.currentIndex())

    def open_tab(self, place: int) -> None:
        """Click a tab."""
        tabs = self.find(QTabBar, "tabs")
        QTest.mouseClick(tabs, Qt.MouseButton.LeftButton, pos=tabs.tabRect(place).center())

    def act(self, action: Action) -> None:
        """Do what a control on a page does, and wait until all of the page is there."""
        self.window.session.act(action)
        self.qtbot.waitUntil(lambda: self.find(PageView, "page-view").is_whole)

    @property
    def snapshot(self) -> Snapshot:
        """What the window shows."""
        return self.window.session.snapshot

    def write(self, name: str, text: str) -> None:
        """Type into a field."""
        field = self.find(QLineEdit, name)
        field.setFocus()
        QTest.keyClicks(field, text)

    def drop(self, *paths: Path) -> None:
        """Let go of files over the window."""
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
        copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
        plain = Qt.KeyboardModifier.NoModifier
        QApplication.sendEvent(self.window, QDragEnterEvent(QPoint(300, 300), copy, data, left, plain))
        QApplication.sendEvent(self.window, QDropEvent(QPointF(300, 300), copy, data, left, plain))

    def close(self) -> None:
        """Close it whatever is unsaved, and wait until it is gone."""
        close_unasked(self.window)
        with self.qtbot.waitSignal(self.window.destroyed):
            self.window.deleteLater()


def close_unasked(window: MainWindow) -> None:
    """Close a window as whoever gives up what is unsaved."""
    with ExitStack() as answered:
        for asking in ("filing", "cases.files"):
            answered.enter_context(patch(f"desktop.window.{asking}.ask_unsaved", return_value=Answer.DISCARD))
        window.close()


def close_all() -> None:
    """Close the windows that are still there, whatever is unsaved."""
    while _opened:
        window = _opened.pop()
        if isValid(window.window):
            window.close()


@contextmanager
def at_rest() -> Iterator[None]:
    """While nothing changes on any page, where its texts stand is found once: to find it, tables paint themselves."""
    found = cache(PageView.text_boxes)
    with patch.object(PageView, "text_boxes", lambda view: found(view)):
        yield


def room() -> QWidget:
    """The room's screen, once it is open."""
    return next(
        widget
        for widget in QApplication.topLevelWidgets()
        if widget.objectName() == "room" and widget.isVisible()
    )


def rooms() -> int:
    """How many screens of the room are open."""
    widgets = QApplication.topLevelWidgets()
    return sum(widget.objectName() == "room" and widget.isVisible() for widget in widgets)


def stop_waiting(window: Window) -> None:
    """Wait no longer for a file, as soon as that is offered."""
    timer = QTimer(window.window, interval=50)

    def click() -> None:
        button = window.window.findChild(QAbstractButton, "stop-waiting")
        if button is not None and button.isVisible():
            timer.stop()
            button.click()

    timer.timeout.connect(click)
    timer.start()


def save_as(window: Window, path: Path, monkeypatch: MonkeyPatch) -> None:
    """Save under another name, as whoever answers the dialog does."""
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    window.command("save-as")
