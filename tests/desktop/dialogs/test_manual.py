"""The manual in the window: opened at what is on the screen, searched, and reading nothing but its own pictures."""

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QLineEdit, QListWidget
from pytestqt.qtbot import QtBot

from desktop.dialogs.manual import ManualDialog, ManualText
from desktop.window.commands import ENTRIES
from desktop.window.finding import everything
from models.pages.glossary import chapters
from models.schema.action import Command
from tests.states import snapshot, state
from tests.window import Window


@pytest.fixture
def dialog(qtbot: QtBot) -> ManualDialog:
    made = ManualDialog()
    qtbot.addWidget(made)
    made.show()
    return made


def find(dialog: ManualDialog, typed: str) -> list[str]:
    field, listed = dialog.findChild(QLineEdit), dialog.findChild(QListWidget)
    assert field is not None
    assert listed is not None
    field.setText(typed)
    return [listed.item(row).text() for row in range(listed.count())]


def reading(dialog: ManualDialog) -> ManualText:
    text = dialog.findChild(ManualText)
    assert text is not None
    return text


def test_every_chapter_is_listed_and_the_first_is_read(dialog: ManualDialog) -> None:
    assert find(dialog, "") == [chapter.title for chapter in chapters()]
    assert reading(dialog).toPlainText().startswith(chapters()[0].title)


def test_the_chapters_can_be_hit_though_a_screen_reader_asks_where_they_are_before_they_are_shown(
    qtbot: QtBot, dressed: None
) -> None:
    dialog = ManualDialog()
    qtbot.addWidget(dialog)

    listed = dialog.findChild(QListWidget)
    assert listed is not None
    assert min(listed.visualItemRect(listed.item(row)).height() for row in range(listed.count())) >= 24


def test_what_is_typed_leaves_the_chapters_that_have_it_and_marks_it(dialog: ManualDialog) -> None:
    assert find(dialog, "table cards")[0] != chapters()[0].title

    marked = [item.cursor.selectedText().casefold() for item in reading(dialog).extraSelections()]
    assert {"table", "cards"} <= set(marked)
    assert find(dialog, "qqqq") == []


def test_a_word_of_the_glossary_is_opened_where_it_stands(dialog: ManualDialog) -> None:
    dialog.open_word("Signpost")

    assert reading(dialog).toPlainText().startswith("Glossary")
    assert reading(dialog).textCursor().block().text().startswith("Signpost")


def test_a_link_leads_to_its_chapter(dialog: ManualDialog) -> None:
    reading(dialog).anchorClicked.emit(QUrl("ninety-minutes.md"))

    assert reading(dialog).toPlainText().strip().startswith("Ninety minutes")


@pytest.mark.parametrize("address", ["../../../etc/passwd", "file:///dev/zero", "https://example.org/a.png"])
def test_no_picture_but_its_own_is_read(dialog: ManualDialog, address: str) -> None:
    picture = QTextDocument.ResourceType.ImageResource.value

    assert reading(dialog).loadResource(picture, QUrl(address)).isNull()


def test_its_own_pictures_are_no_wider_than_the_text(dialog: ManualDialog) -> None:
    picture = QTextDocument.ResourceType.ImageResource.value

    shown = reading(dialog).loadResource(picture, QUrl("pictures/board-light.png"))

    assert 0 < shown.deviceIndependentSize().width() <= reading(dialog).viewport().width()


def test_a_language_has_its_own_pictures(dialog: ManualDialog) -> None:
    picture = QTextDocument.ResourceType.ImageResource.value

    here, there = (
        reading(dialog).loadResource(picture, QUrl(f"pictures/{name}"))
        for name in ("board-light.png", "ko/board-light.png")
    )

    assert not there.isNull()
    assert there != here


@pytest.mark.qt_log_ignore("does not support raise")
def test_what_is_typed_is_searched_each_time_it_is_opened(window: Window) -> None:
    for _ in range(2):
        window.command("manual")
        shown = window.window.findChild(ManualDialog)
        assert shown is not None
        assert isinstance(shown.focusWidget(), QLineEdit)
        reading(shown).setFocus()
        shown.close()


def test_f1_opens_it_and_the_palette_finds_the_words_of_the_glossary() -> None:
    assert ENTRIES["manual"].keys == ("F1",)

    words = {item.text: item.action for item in everything(snapshot(state())) if item.kind == "Word"}

    assert words["Signpost"] == Command("glossary", arguments=("Signpost",))
