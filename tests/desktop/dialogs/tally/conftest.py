"""The dialog on four tables; what a test leaves typed in it is given up."""

import pytest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from tests.desktop.dialogs.tally.tally_page import Page


@pytest.fixture(autouse=True)
def given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a test leaves typed is given up at its end."""
    monkeypatch.setattr(QMessageBox, "question", lambda *_: QMessageBox.StandardButton.Discard)


@pytest.fixture
def page(qtbot: QtBot) -> Page:
    return Page(qtbot)
