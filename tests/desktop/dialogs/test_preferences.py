"""Preferences: each choice is told at once under its name, and is in force in the window."""

from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QAccessible, QScreen
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from desktop.base.settings import Settings, load_settings, save_settings
from desktop.base.theme import Scheme
from desktop.base.translation import put_on
from desktop.dialogs.preferences import PreferencesDialog
from desktop.room.screen import room_screen


@pytest.fixture
def dialog(qtbot: QtBot) -> PreferencesDialog:
    made = PreferencesDialog(Settings(scheme=Scheme.DARK, scale=150, paper="letter", display="HDMI-9"))
    qtbot.addWidget(made)
    made.show()
    return made


def menu(dialog: PreferencesDialog, name: str) -> QComboBox:
    found = dialog.findChild(QComboBox, f"preference:{name}")
    assert found is not None
    return found


def test_it_shows_what_is_in_force(dialog: PreferencesDialog) -> None:
    shown = {name: menu(dialog, name).currentText() for name in ("scheme", "scale", "paper", "display")}

    assert shown == {"scheme": "Dark", "scale": "150 %", "paper": "Letter", "display": "HDMI-9"}


def test_a_field_is_heard_by_its_label_without_the_letter_to_press(qtbot: QtBot) -> None:
    put_on("ko")
    try:
        made = PreferencesDialog(Settings())
        qtbot.addWidget(made)
    finally:
        put_on("en")

    heard = [
        QAccessible.queryAccessibleInterface(label).text(QAccessible.Text.Name)
        for label in made.findChildren(QLabel)
        if label.buddy() is menu(made, "scale")
    ]
    assert heard == [menu(made, "scale").accessibleName()] == ["전체 크기"]


def test_every_choice_is_told_at_once_under_its_name(dialog: PreferencesDialog) -> None:
    told: list[tuple[str, object]] = []
    dialog.chosen.connect(lambda name, value: told.append((name, value)))

    for name, at in (("scheme", 1), ("scale", 0), ("display", 0)):
        menu(dialog, name).activated.emit(at)
    motion, folder = dialog.findChild(QCheckBox), dialog.findChild(QLineEdit, "preference:folder")
    assert motion is not None
    assert folder is not None
    motion.click()
    folder.setText("/tables")
    folder.editingFinished.emit()

    assert told == [
        ("scheme", Scheme.LIGHT),
        ("scale", 100),
        ("display", ""),
        ("reduced_motion", True),
        ("folder", "/tables"),
    ]


def test_what_was_chosen_is_there_at_the_next_start(tmp_path: Path) -> None:
    chosen = Settings(folder="/tables", display="HDMI-1")

    save_settings(tmp_path / "settings.json", chosen)

    assert load_settings(tmp_path / "settings.json") == (chosen, "")


class Display:
    """A display by its name and place, as far as the room asks for them."""

    def __init__(self, name: str, left: int) -> None:
        self._name, self._place = name, QRect(left, 0, 800, 600)

    def name(self) -> str:
        return self._name

    def geometry(self) -> QRect:
        return self._place


def test_the_room_takes_the_wanted_display_if_it_is_there() -> None:
    names = ("eDP", "DP-1", "HDMI-1")
    screens = [cast("QScreen", Display(name, at * 800)) for at, name in enumerate(names)]
    laptop, side, projector = screens

    assert room_screen(screens, laptop, "HDMI-1") is projector
    assert room_screen(screens, laptop, "gone") is side
    assert room_screen(screens, laptop, "eDP") is side
