"""A widget is what it says it is, also where a screen reader has heard of it before it said so."""

import gc
from collections.abc import Iterator

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QScrollArea
from pytestqt.qtbot import QtBot

from desktop.base.roles import Role, set_role, speak_roles


@pytest.fixture
def listening(qtbot: QtBot) -> Iterator[None]:
    """A screen reader listens."""
    speak_roles()
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


@pytest.mark.parametrize("named_first", [True, False])
def test_a_role_counts_before_and_after_a_name(qtbot: QtBot, listening: None, named_first: bool) -> None:
    area = QScrollArea()
    qtbot.addWidget(area)
    if named_first:
        area.setAccessibleName("The part that is picked")
    set_role(area, Role.Form)
    area.setAccessibleName("The part that is picked")
    gc.collect()

    spoken = QAccessible.queryAccessibleInterface(area)

    assert spoken.role() == Role.Form
    assert spoken.text(QAccessible.Text.Name) == "The part that is picked"
