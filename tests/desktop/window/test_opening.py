"""What comes from outside the window: files of a second start and of the desktop, and the report of a fault."""

import subprocess
import sys
from functools import partial
from json import dumps
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QFileDialog, QFrame, QPlainTextEdit, QWidget
from pytest import MonkeyPatch
from pytestqt.qtbot import QtBot
from typing_extensions import override

from desktop.window.application import take
from desktop.window.main_window import MainWindow
from models.schema.grades import Stance
from models.schema.scenario import baseline_scenario, with_stances
from models.schema.value import as_plain
from models.store.cases import load_embedded
from models.store.scenarios import save
from tests.large_case import large_case
from tests.window import Window

ASKED = """
from PySide6.QtGui import QFileOpenEvent
from desktop.base.application import Application
application = Application([])
application.file_asked.connect(print)
Application.sendEvent(application, QFileOpenEvent("/shelf/bold.scenario.json"))
"""

BROUGHT = """
import sys
from pathlib import Path
from PySide6.QtCore import QEvent
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QLabel
from desktop.base.application import Application
from desktop.base.paths import Paths
from desktop.window.application import build_window
class Themed(Application):
    def setStyle(self, name):  # with a style Qt brings a theme's fonts back
        super().setStyle(name)
        Application.setFont(QFont("A theme's own"), "QLabel")
application = Themed([])
home = Path(sys.argv[1])
window = build_window(Paths(home / "settings.json", home / "log", home / "recovery"))
title = window.findChild(QLabel, "page-title")
window.show()
application.processEvents()
print(title.font().family())
Application.setFont(QFont("A theme's own"), "QLabel")
Application.sendEvent(application, QEvent(QEvent.Type.ThemeChange))
application.processEvents()
print(title.font().family())
window.close()
"""


class _Showings(QObject):
    """Counts how often a widget was shown."""

    count = 0

    @override
    def eventFilter(self, _: QObject, event: QEvent) -> bool:
        self.count += event.type() is QEvent.Type.Show
        return False


def _bold(folder: Path) -> Path:
    case, path = load_embedded(), folder / "bold.scenario.json"
    save(path, with_stances(baseline_scenario(case), {case.by_code["A3"].id: Stance.FAILS}))
    return path


def test_a_first_start_with_a_file_shows_the_file_and_no_welcome(qtbot: QtBot, tmp_path: Path) -> None:
    showings, path = _Showings(), _bold(tmp_path)

    def begin(window: MainWindow) -> None:
        for welcome in window.findChildren(QFrame, "welcome"):
            welcome.installEventFilter(showings)
        QTimer.singleShot(0, window, partial(window.open, path))

    window = Window(qtbot, tmp_path / "home", begin=begin, welcomed=False)
    qtbot.waitUntil(lambda: window.stance(load_embedded().by_code["A3"].id) == "fails")
    assert showings.count == 0

    window.command("welcome")
    assert window.shows("welcome")


def test_a_file_that_is_opened_puts_the_welcome_away(
    qtbot: QtBot, tmp_path: Path, monkeypatch: MonkeyPatch
) -> None:
    window = Window(qtbot, tmp_path / "home", welcomed=False)
    qtbot.waitUntil(lambda: window.shows("welcome"))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(_bold(tmp_path)), ""))

    window.command("open")

    qtbot.waitUntil(lambda: not window.shows("welcome"))


@pytest.mark.qt_log_ignore("This plugin does not support raise", extend=True)
def test_the_file_of_a_second_start_is_opened_in_the_first(window: Window, tmp_path: Path) -> None:
    case = load_embedded()
    path = tmp_path / "bold.scenario.json"
    save(path, with_stances(baseline_scenario(case), {case.by_code["A3"].id: Stance.FAILS}))

    take(window.window, str(path))

    window.qtbot.waitUntil(lambda: window.stance(case.by_code["A3"].id) == "fails")


def test_the_desktop_may_ask_for_a_file() -> None:
    done = subprocess.run([sys.executable, "-c", ASKED], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "/shelf/bold.scenario.json"


def test_a_theme_of_the_desktop_takes_nothing_of_the_look_away(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", BROUGHT, str(tmp_path)], capture_output=True, text=True, check=True
    )

    assert done.stdout.split() == ["Pretendard", "Pretendard"]


def test_the_report_of_a_fault_is_offered(window: Window, tmp_path: Path) -> None:
    report = tmp_path / "fault.last.txt"
    report.write_text("Fatal Python error: Segmentation fault\n", encoding="utf-8")

    window.window.closing.offer_recovery(report)
    window.click("notice-action")

    details = window.find(QWidget, "unexpected").findChildren(QPlainTextEdit)[0].toPlainText()
    assert "Segmentation fault" in details
    assert "Qt 6" in details


def test_more_assumptions_than_a_page_bears_are_refused_in_a_sentence(window: Window, tmp_path: Path) -> None:
    path = tmp_path / "large.yaml"
    path.write_text(dumps(as_plain(large_case(251, 1))), encoding="utf-8")

    window.window.open(path)

    told = "The window shows at most 250 assumptions, and this case has 251."
    window.qtbot.waitUntil(lambda: told in window.text("notice-text"))


def test_more_advice_than_a_board_can_show_is_refused_in_a_sentence(window: Window, tmp_path: Path) -> None:
    path = tmp_path / "large.yaml"
    path.write_text(dumps(as_plain(large_case(3, 61))), encoding="utf-8")

    window.window.open(path)

    told = "The window shows at most 60 recommendations, and this case has 61."
    window.qtbot.waitUntil(lambda: told in window.text("notice-text"))
