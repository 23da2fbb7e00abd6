"""What the tests here share."""

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.base.theme import Look, Scheme, load_fonts, resolve, wear
from desktop.kit.table import TableWidget
from models.schema.page import Table
from tests.desktop.kit.tables.screen import Made, Screen, Shown


@pytest.fixture
def shown(qtbot: QtBot, qapp: QApplication) -> Shown:
    load_fonts()

    def show(
        block: Table, width: int = 1016, height: int = 600, *, controls: bool = True, scale: int = 100
    ) -> Screen:
        look = resolve(Scheme.LIGHT, scale)
        wear(qapp, look)
        widget = TableWidget(controls)
        qtbot.addWidget(widget)
        widget.wear(look)
        widget.resize(width, height)
        widget.receive(block)
        with qtbot.waitExposed(widget):
            widget.show()
        return Screen(widget)

    return show


@pytest.fixture
def look(qapp: QApplication) -> Look:
    load_fonts()
    return resolve(Scheme.LIGHT, 100)


@pytest.fixture
def made(qtbot: QtBot, qapp: QApplication) -> Made:
    load_fonts()

    def make(block: Table, size: tuple[int, int], scale: int = 100, *, controls: bool = True) -> TableWidget:
        look = resolve(Scheme.LIGHT, scale)
        wear(qapp, look)
        widget = TableWidget(controls)
        qtbot.addWidget(widget)
        widget.wear(look)
        widget.resize(*size)
        widget.receive(block)
        widget.show()
        return widget

    return make
