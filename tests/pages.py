"""The window as its users see it: what can be read and what can be done, found by object name."""

from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QTabWidget,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop.application import build_window
from desktop.base.paths import Paths
from desktop.main_window import MainWindow
from desktop.widgets.step_tree import STEP

W = TypeVar("W", bound=QWidget)


def paths_in(folder: Path) -> Paths:
    """Folders for one run, inside a temporary one."""
    (folder / "recovery").mkdir(parents=True, exist_ok=True)
    return Paths(folder / "settings.json", folder / "whatholds.log", folder / "recovery")


class WindowPage:
    """The main window, worked as a user works it."""

    def __init__(self, qtbot: QtBot, folder: Path, width: int = 1366, height: int = 768) -> None:
        self.qtbot = qtbot
        self.paths = paths_in(folder)
        self.window: MainWindow = build_window(self.paths)
        self.window.resize(width, height)
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

    def click(self, name: str) -> None:
        """Press a button."""
        button = self.find(QAbstractButton, name)
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def set_stance(self, assumption: str, stance: str) -> None:
        """Click one of the three choices of an assumption."""
        self.click(f"stance:{assumption}:{stance}")

    def stance(self, assumption: str) -> str:
        """Which choice of an assumption is shown as chosen."""
        for stance in ("holds", "fails", "uncertain"):
            if self.find(QAbstractButton, f"stance:{assumption}:{stance}").isChecked():
                return stance
        return ""

    def card(self, recommendation: str) -> str:
        """What a screen reader says of a card."""
        return self.find(QAbstractButton, f"card:{recommendation}").accessibleName()

    def press(self, keys: str, on: QWidget | None = None) -> None:
        """Press keys as a user would, where the keyboard is."""
        target = on or self.window.focusWidget() or self.window
        QTest.keySequence(target, QKeySequence(keys))

    def command(self, name: str) -> None:
        """Choose a command from the menus."""
        for action in self.window.actions():
            if action.objectName() == name:
                action.trigger()
                return
        raise AssertionError(f"no command named {name}")

    def command_text(self, name: str) -> str:
        """What the menus call a command."""
        return next(a.text() for a in self.window.actions() if a.objectName() == name)

    def write(self, name: str, text: str) -> None:
        """Type into a field of the window."""
        field = self.window.findChild(QLineEdit, name) or self.find(QPlainTextEdit, name)
        field.setFocus()
        QTest.keyClicks(field, text)

    def open_tab(self, name: str) -> None:
        """Turn to a dashboard."""
        tabs = self.find(QTabWidget, "dashboards")
        index = next(i for i in range(tabs.count()) if tabs.tabText(i) == name)
        tabs.setCurrentIndex(index)

    def drop(self, path: Path) -> None:
        """Let go of a file over the window."""
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path))])
        copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
        plain = Qt.KeyboardModifier.NoModifier
        QApplication.sendEvent(self.window, QDragEnterEvent(QPoint(300, 300), copy, data, left, plain))
        QApplication.sendEvent(self.window, QDropEvent(QPointF(300, 300), copy, data, left, plain))

    def why_lines(self) -> list[str]:
        """Every line of the explanation, from the top."""
        return [item.text(0) for item in self._why_items()]

    def select_inference(self, rule: str) -> None:
        """Put the cursor of the explanation on an inference."""
        tree = self.find(QTreeWidget, "why-tree")
        for item in self._why_items():
            if getattr(item.data(0, STEP), "rule", "") == rule:
                tree.setCurrentItem(item)
                return
        raise AssertionError(f"no inference {rule} in {self.why_lines()}")

    def _why_items(self) -> list[QTreeWidgetItem]:
        tree = self.find(QTreeWidget, "why-tree")
        return tree.findItems("", Qt.MatchFlag.MatchContains | Qt.MatchFlag.MatchRecursive)

    def notice(self) -> str:
        """What the notice bar says, if it is shown."""
        bar = self.find(QWidget, "notice")
        return self.text("notice-text") if bar.isVisible() else ""

    def press_notice(self) -> None:
        """Do what the notice offers."""
        QTest.mouseClick(self.find(QPushButton, "notice-action"), Qt.MouseButton.LeftButton)
