"""What is typed after the program's name: a window, in a language that is asked for, or an answer in the terminal."""

import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from desktop import __main__ as program
from desktop.base.settings import Settings, load_settings, save_settings
from desktop.base.translation import put_on
from desktop.window import application
from resources import ROOT
from tests.window import close_unasked, paths_in


@pytest.mark.parametrize(
    ("words", "started"),
    [
        ("", (None, False, "")),
        ("--language ko", (None, False, "ko")),
        ("--language=ko", (None, False, "ko")),
        ("--language ko a.scenario.json", (Path("a.scenario.json"), False, "ko")),
        ("--language ko --new-window a.scenario.json", (Path("a.scenario.json"), True, "ko")),
        ("--new-window --language ko", (None, True, "ko")),
    ],
)
def test_a_window_opens_in_the_language_that_is_asked_for(
    monkeypatch: pytest.MonkeyPatch, words: str, started: tuple[object, ...]
) -> None:
    asked: list[tuple[object, ...]] = []
    monkeypatch.setattr(sys, "argv", ["whatholds", *words.split()])
    monkeypatch.setattr(program, "travel_light", lambda: None)
    monkeypatch.setattr(application, "start", _starting(asked))

    with pytest.raises(SystemExit) as ended:
        program.main()

    assert ended.value.code == 0
    assert asked == [started]


def _starting(asked: list[tuple[object, ...]]) -> Callable[..., int]:
    def start(*given: object) -> int:
        asked.append(given)
        return 0

    return start


@pytest.mark.parametrize("words", ["--language xx", "--language", "--language xx --new-window"])
def test_a_language_that_cannot_be_spoken_is_told_with_those_that_can(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], words: str
) -> None:
    monkeypatch.setattr(sys, "argv", ["whatholds", *words.split()])

    with pytest.raises(SystemExit) as ended:
        program.main()

    assert ended.value.code == 2
    assert "--language" in capsys.readouterr().err


def test_the_menu_is_told_of_in_the_language_that_is_asked_for(tmp_path: Path) -> None:
    words = [sys.executable, "-m", "whatholds_start", "--language", "ko", "--integrate"]
    home = {**os.environ, "XDG_DATA_HOME": str(tmp_path)}

    done = subprocess.run(words, cwd=ROOT.parent, env=home, capture_output=True, text=True)

    assert (done.returncode, done.stderr) == (0, "")
    assert "메뉴" in done.stdout


def test_the_window_speaks_what_is_asked_for_and_the_choice_of_the_settings_stays(
    qtbot: QtBot, tmp_path: Path
) -> None:
    paths = paths_in(tmp_path)
    save_settings(paths.settings, Settings(welcomed=True, language="en"))
    try:
        window = application.build_window(paths, "ko")
        qtbot.addWidget(window)
        save = next(action for action in window.actions() if action.objectName() == "save")
        assert save.text() == "저장(&S)"
        close_unasked(window)
    finally:
        put_on("en")
    assert load_settings(paths.settings)[0].language == "en"


def test_a_button_is_not_named_by_the_letter_that_a_language_writes_behind_its_command(
    qtbot: QtBot, tmp_path: Path
) -> None:
    try:
        window = application.build_window(paths_in(tmp_path), "ko")
        qtbot.addWidget(window)
        named = [
            QAccessible.queryAccessibleInterface(one).text(QAccessible.Text.Name)
            for one in window.findChildren(QToolButton)
        ]
        close_unasked(window)
    finally:
        put_on("en")

    assert "실행 취소" in named
    assert not [name for name in named if re.search(r"\(\w\)", name)]
