"""The glossary in the window: F1 opens it, a few letters find a word, the palette opens it at one."""

import pytest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop.dialogs.glossary import GlossaryDialog
from desktop.window.commands import ENTRIES
from desktop.window.finding import everything
from models.pages.glossary import terms
from models.schema.action import Command
from tests.states import snapshot, state


@pytest.fixture
def dialog(qtbot: QtBot) -> GlossaryDialog:
    made = GlossaryDialog()
    qtbot.addWidget(made)
    made.show()
    return made


def visible(dialog: GlossaryDialog) -> list[str]:
    entries = [
        w for w in dialog.findChildren(QWidget) if w.objectName().startswith("term:") and w.isVisible()
    ]
    return [w.objectName().removeprefix("term:") for w in sorted(entries, key=lambda w: w.y())]


def test_every_word_is_there_in_the_order_of_the_file(dialog: GlossaryDialog, qtbot: QtBot) -> None:
    wanted = [item.name for item in terms()]

    qtbot.waitUntil(lambda: visible(dialog) == wanted)


def test_letters_leave_what_they_occur_in(dialog: GlossaryDialog, qtbot: QtBot) -> None:
    field = dialog.findChild(QLineEdit, "glossary-field")
    assert field is not None

    field.setText("hedging")

    qtbot.waitUntil(lambda: visible(dialog) == ["Hedging action"])


def test_f1_opens_it_and_the_palette_finds_its_words() -> None:
    assert ENTRIES["glossary"].keys == ("F1",)

    words = {item.text: item.action for item in everything(snapshot(state())) if item.kind == "Word"}

    assert words["Signpost"] == Command("glossary", arguments=("Signpost",))
