"""The dialog in which paper ballots are counted, as a user works it."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from desktop.dialogs.tally import TallyDialog
from models.schema.case import Case
from models.schema.workshop import Ballot, Workshop
from models.store.cases import load_embedded
from tests.desktop.dialogs.showing import part
from tests.workshops import four_tables

FIRST = "keeps-arsenal"


class Page:
    """The dialog on four tables, with what it gave."""

    def __init__(self, qtbot: QtBot, name: str = "Table 5", mend: str = "") -> None:
        self.case: Case = load_embedded("dprk-lessons")
        self.workshop: Workshop = four_tables(self.case)
        group = next((g for g in self.workshop.present if g.name == mend), None)
        self.given: list[tuple[str, Ballot]] = []
        self.dialog = TallyDialog(self.case, self.workshop, group, name)
        self.dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        self.dialog.taken.connect(lambda name, ballot: self.given.append((name, ballot)))
        qtbot.addWidget(self.dialog)
        self.dialog.show()
        qtbot.waitExposed(self.dialog)

    def field(self, name: str) -> QLineEdit:
        return part(self.dialog, QLineEdit, name)

    def type_in(self, name: str, text: str) -> None:
        field = self.field(name)
        field.setFocus()
        field.selectAll()
        QTest.keyClicks(field, text)

    def here(self) -> str:
        focused = self.dialog.focusWidget()
        return focused.objectName() if focused is not None else ""

    def problem(self) -> str:
        label = part(self.dialog, QLabel, "tally-problem")
        return label.text() if label.isVisible() else ""
