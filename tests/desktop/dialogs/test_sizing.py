"""Dialogs open as large as their words: enlarged with them, and never larger than the screen."""

import pytest
from PySide6.QtWidgets import QApplication, QDialog, QRadioButton, QStyle
from pytestqt.qtbot import QtBot

from desktop.base import theme
from desktop.dialogs.form import open_at
from desktop.dialogs.problem_list import ProblemsDialog
from models.schema.problem import Problem


@pytest.fixture
def enlarged(qapp: QApplication, dressed: None) -> None:
    theme.wear(qapp, theme.resolve(theme.Scheme.LIGHT, 150))


def test_a_list_of_problems_is_larger_where_words_are(qtbot: QtBot, enlarged: None) -> None:
    dialog = ProblemsDialog((Problem(file="case.yaml", what="One thing.", remedy="Another."),))
    qtbot.addWidget(dialog)

    room = dialog.screen().availableGeometry()
    assert dialog.width() == min(1230, room.width() - 72)
    assert dialog.height() == min(630, room.height() - 72)


def test_what_is_chosen_of_two_is_marked_as_large_as_words_are(qtbot: QtBot, enlarged: None) -> None:
    button = QRadioButton("One of them")
    qtbot.addWidget(button)

    width = button.style().pixelMetric(QStyle.PixelMetric.PM_ExclusiveIndicatorWidth, None, button)
    assert width >= 21


def test_no_dialog_is_larger_than_the_screen(qtbot: QtBot, enlarged: None) -> None:
    dialog = QDialog()
    qtbot.addWidget(dialog)

    open_at(dialog, 9000, 9000)

    assert dialog.screen().availableGeometry().contains(dialog.rect())
