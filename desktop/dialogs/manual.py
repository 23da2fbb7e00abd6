"""The manual in a window of its own, beside the work: chapters at the left, a field that searches all of them."""

from typing import Any

from markdown_it import MarkdownIt
from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QImage, QPalette, QResizeEvent, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QTextBrowser,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from desktop.base.guard import override
from desktop.base.plain_text import named
from desktop.base.theme import look
from desktop.dialogs.form import open_at
from desktop.kit.labels import text_label
from models.pages.glossary import GLOSSARY, Chapter, chapters_with
from resources import ROOT

MARGIN = 24
SHORTEST = 2
"""Fewer letters stand in every chapter, so nothing is marked for them."""


class ManualText(QTextBrowser):
    """One chapter; its pictures are ours and no wider than the text, its links lead to other chapters."""

    chapter_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("manual-text")
        self.setOpenLinks(False)
        self.document().setDocumentMargin(MARGIN)
        self.anchorClicked.connect(self._follow)
        self._text = ""

    def show_text(self, text: str) -> None:
        self._text = text
        self.document().setDefaultStyleSheet(_style())
        self.setHtml(_html(text))

    def mark(self, words: str) -> int:
        """Mark wherever one of these words stands, go to the first, and say how many there are."""
        found = [place for word in words.split() if len(word) >= SHORTEST for place in self._places(word)]
        self.setExtraSelections(found)
        if found:
            first = QTextCursor(min((item.cursor for item in found), key=QTextCursor.position))
            first.clearSelection()
            self.moveCursor(QTextCursor.MoveOperation.End)  # so that the first comes to the top of the view
            self.setTextCursor(first)
        return len(found)

    @override
    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        """Only our own pictures are ever read; those of a language have a folder of their own."""
        if kind != QTextDocument.ResourceType.ImageResource.value:
            return None
        path = (ROOT / QUrl(name).path()).resolve()
        picture = QImage(str(path)) if path.is_relative_to((ROOT / "pictures").resolve()) else QImage()
        room = max(self.viewport().width() - 2 * MARGIN - 2, 1)
        if picture.width() <= room:
            return picture
        sharp = round(room * self.devicePixelRatioF())
        scaled = picture.scaledToWidth(sharp, Qt.TransformationMode.SmoothTransformation)
        scaled.setDevicePixelRatio(self.devicePixelRatioF())
        return scaled

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width() and "![" in self._text:
            self.show_text(self._text)

    def _places(self, word: str) -> list[QTextEdit.ExtraSelection]:
        shade = QTextCharFormat()
        shade.setBackground(look().colour("warn_soft"))
        shade.setForeground(self.palette().color(QPalette.ColorRole.Text))
        places, cursor = [], self.document().find(word)
        while not cursor.isNull():
            place = QTextEdit.ExtraSelection()
            place.cursor, place.format = cursor, shade
            places.append(place)
            cursor = self.document().find(word, cursor)
        return places

    def _follow(self, address: QUrl) -> None:
        name = address.fileName().removesuffix(".md").lstrip("0123456789-")
        if name and not address.scheme():
            self.chapter_wanted.emit(name)


def _html(text: str) -> str:
    """A chapter in Qt's rich text; the height of a line is a share of what stands in it, so pictures have no share."""
    made: str = MarkdownIt("commonmark", {"html": False}).enable("table").render(text)
    return made.replace("<p><img", '<p style="line-height: 100%"><img')


def _style() -> str:
    """The look of a chapter, in what Qt's rich text knows of style sheets; lengths are pixels."""
    wanted = look()
    ink, soft, line = (wanted.colour(name).name() for name in ("ink", "ink_soft", "line"))
    size = {name: wanted.px(pixels) for name, pixels in (("p", 15), ("h1", 24), ("h2", 18))}
    return f"""
        p, li, td, th {{ font-size: {size["p"]}px; color: {ink}; line-height: 140%; }}
        h1 {{ font-size: {size["h1"]}px; font-weight: 600; color: {ink}; margin: 0 0 {size["p"]}px 0; }}
        h2 {{ font-size: {size["h2"]}px; font-weight: 600; color: {wanted.colour("brand").name()}; }}
        a {{ color: {wanted.colour("brand").name()}; }}
        table {{ border-collapse: collapse; border: 1px solid {line}; }}
        td, th {{ padding: {wanted.px(6)}px; border: 1px solid {line}; }}
        th {{ color: {soft}; text-align: left; }}
    """


class ManualDialog(QDialog):
    """Chapters, a field, and the chapter that is read; typing leaves the chapters that have these words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("manual-dialog")
        self.setWindowTitle(self.tr("WhatHolds manual"))
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self._field = named(QLineEdit(), "manual-field", self.tr("Search the manual"))
        self._field.setPlaceholderText(self.tr("Search the manual"))
        self._field.setClearButtonEnabled(True)
        self._list = named(QListWidget(), "manual-chapters", self.tr("Chapters"))
        self._text = ManualText()
        self._text.setAccessibleName(self.tr("Chapter"))
        self._told = text_label("", "soft", wrap=True)
        self._arrange()
        self._field.textChanged.connect(self._search)
        self._field.returnPressed.connect(self._text.setFocus)
        self._list.currentItemChanged.connect(self._read)
        self._text.chapter_wanted.connect(self.open_chapter)
        self._list.ensurePolished()  # else the first rows are measured without the room around their words
        self._search("")
        open_at(self, 980, 680)

    def open_chapter(self, name: str, wanted: str = "") -> None:
        """Turn to a chapter; with something wanted, to where that stands in it."""
        self._field.setText(wanted)
        for row in range(self._list.count()):
            if self._list.item(row).data(Qt.ItemDataRole.UserRole).name == name:
                self._list.setCurrentRow(row)
                return

    def await_words(self) -> None:
        """Let what is typed next be searched, wherever the keyboard was left."""
        self._field.setFocus()
        self._field.selectAll()

    def open_word(self, word: str) -> None:
        self.open_chapter(GLOSSARY)
        self._text.mark(word)

    def _arrange(self) -> None:
        left = QVBoxLayout()
        left.addWidget(self._field)
        left.addWidget(self._list, 1)
        left.addWidget(self._told)
        side = QWidget()
        side.setLayout(left)
        side.setFixedWidth(look().px(230))
        left.setContentsMargins(0, 0, 0, 0)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 14, 14, 14)
        layout.setSpacing(14)
        layout.addWidget(side)
        layout.addWidget(self._text, 1)

    def _search(self, typed: str) -> None:
        """List the chapters that have what is typed, and read on in the one that is open if it is among them."""
        matching = chapters_with(typed)
        reading = self._chapter()
        self._list.blockSignals(True)
        self._list.clear()
        for chapter in matching:
            item = QListWidgetItem(chapter.title)
            item.setData(Qt.ItemDataRole.UserRole, chapter)
            self._list.addItem(item)
        self._list.blockSignals(False)
        self._told.setText("" if matching else self.tr("No chapter has all these words."))
        self._told.setVisible(not matching)
        if matching:
            self._list.setCurrentRow(matching.index(reading) if reading in matching else 0)

    def _chapter(self) -> Chapter | None:
        item = self._list.currentItem()
        found: Chapter | None = item.data(Qt.ItemDataRole.UserRole) if item else None
        return found

    def _read(self) -> None:
        chapter = self._chapter()
        if chapter is not None:
            self._text.show_text(chapter.text)
            self._text.mark(self._field.text())
