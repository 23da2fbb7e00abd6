"""A guard against the binding's known fault: calls that return nothing must not use up references to None."""

import sys

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot


def test_void_calls_do_not_use_up_none(qtbot: QtBot) -> None:
    label = QLabel()
    qtbot.addWidget(label)
    before = sys.getrefcount(None)

    for number in range(1000):
        label.setText(str(number))

    assert sys.getrefcount(None) > before - 500
