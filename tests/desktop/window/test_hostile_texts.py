"""Texts of files are plain everywhere: no label, tip, menu or notice reads the file that one of them names."""

import sys
from collections.abc import Iterator
from dataclasses import replace
from itertools import product
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAction, QHelpEvent, QImage
from PySide6.QtWidgets import QApplication, QLabel, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from desktop.base.plain_text import plain_tip
from models.schema.action import Change, look
from models.schema.grades import Stance
from models.schema.scenario import baseline_scenario
from models.schema.snapshot import State, fresh_state
from models.schema.steps.scenario_steps import set_stance
from models.schema.view import DependsPart, DifferPart, PageName, Picture, ProgrammePart, WatchPart
from models.store.cases import load_embedded
from tests.hostile import Watched, hostile
from tests.large_workshop import large_workshop
from tests.window import Window, at_rest, room

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the watch is Linux's")
LOOKS = (
    *(look(page=PageName.HOLDS, picture=picture) for picture in Picture),
    look(page=PageName.HOLDS, picture=Picture.BOARD, model="alignment"),
    *(look(page=PageName.PROGRAMME, programme=part) for part in ProgrammePart),
    *(look(page=PageName.DEPENDS, depends=part) for part in DependsPart),
    *(look(page=PageName.DIFFER, differ=part) for part in DifferPart),
    *(look(page=PageName.WATCH, watch=part) for part in WatchPart),
)
STEP = 90
"""Pixels between the places where a tip is asked for."""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    image = QImage(4, 4, QImage.Format.Format_RGB32)
    image.save(str(tmp_path / "image.png"))
    return tmp_path / "image.png"


def _state(file: Path) -> State:
    case = hostile(load_embedded(), file)
    workshop = hostile(large_workshop(load_embedded()), file)
    return replace(fresh_state(case), scenario=baseline_scenario(case), workshop=workshop)


def _rich(window: QWidget) -> Iterator[str]:
    """What is shown as markup though it names the image: words of labels, and tips that are not made plain."""
    for widget in (window, *window.findChildren(QWidget)):
        if isinstance(widget, QLabel) and widget.textFormat() is not Qt.TextFormat.PlainText:
            yield from [widget.text()] if "<img" in widget.text() else []
        yield from [tip for tip in (widget.toolTip(), widget.whatsThis()) if "<img" in tip]
    yield from [action.toolTip() for action in window.findChildren(QAction) if "<img" in action.toolTip()]


def _ask_for_tips(window: QWidget) -> None:
    for left, top in product(range(4, window.width(), STEP), range(4, window.height(), STEP // 3)):
        target = window.childAt(left, top)
        if target is not None:
            place = QPoint(left, top)
            event = QHelpEvent(QEvent.Type.ToolTip, target.mapFrom(window, place), window.mapToGlobal(place))
            QApplication.sendEvent(target, event)


def test_the_watch_sees_markup_that_is_read(qtbot: QtBot, file: Path) -> None:
    label = QLabel(f'<img src="{file}">')
    qtbot.addWidget(label)

    with Watched(file) as watched:
        label.grab()
        assert watched.was_opened
        label.setText(plain_tip(f'<img src="{file}">'))
        label.grab()
        assert not watched.was_opened


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_no_text_of_case_scenario_or_workshop_is_read_as_markup(window: Window, file: Path) -> None:
    found: list[str] = []
    with Watched(file) as watched:
        window.window.session.start(_state(file))
        window.press("F5")
        for number, wanted in enumerate(LOOKS):
            window.act(wanted)
            step = set_stance("russia-ties", Stance.FAILS if number % 2 else Stance.HOLDS)
            assert isinstance(step, Change)
            window.act(step)
            for seen in (window.window, room()):
                seen.grab()
                found += _rich(seen)
            with at_rest():
                _ask_for_tips(window.window)
        QToolTip.hideText()

        assert (found, watched.was_opened) == ([], False)
