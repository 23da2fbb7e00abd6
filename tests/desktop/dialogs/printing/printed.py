"""The print dialog as a user works it, and what it prints."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QListWidget
from pytestqt.qtbot import QtBot

from desktop.dialogs.printing import PrintDialog
from models.paper.pack.wish import Wish
from models.schema.case import Case
from models.schema.scenario import Credence, baseline_scenario
from models.schema.standing import Standing
from tests.states import snapshot_of


def wish(
    case: Case, *, picked: str = "", standing: Standing | None = None, rated: float | None = None
) -> Wish:
    scenario = baseline_scenario(case)
    if rated is not None:
        ratings = tuple(Credence(id=item.id, credence=rated) for item in case.assumptions)
        scenario = replace(scenario, credences=ratings)
    snapshot = replace(snapshot_of(case, scenario), standing=standing)
    return Wish(snapshot, "a4", date(2026, 11, 23), picked=picked, gathered=standing is not None)


def pages(dialog: PrintDialog) -> list[QLabel]:
    labels = dialog.findChildren(QLabel)
    return [label for label in labels if label.objectName().startswith("sheet-page-") and label.isVisible()]


def write(qtbot: QtBot, dialog: PrintDialog, path: Path) -> None:
    dialog.write_pdf(path)
    qtbot.waitUntil(path.exists)


def choose_print(dialog: PrintDialog, title: str) -> None:
    prints = dialog.findChild(QListWidget, "print-what")
    assert prints is not None
    (item,) = prints.findItems(title, Qt.MatchFlag.MatchExactly)
    prints.setCurrentItem(item)


def choose(dialog: PrintDialog, name: str, index: int) -> None:
    box = dialog.findChild(QComboBox, name)
    assert box is not None
    box.setCurrentIndex(index)
    box.activated.emit(index)
