"""The case editor as an author sees it: what can be read and what can be done, found by object name."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QListView, QListWidget, QPlainTextEdit, QPushButton, QWidget

from desktop.editor.editor import Editor
from desktop.editor.source_pane import Marking
from desktop.session.case_work import CaseWork
from models.authoring.keeping import CaseRecovery, KeptCase
from models.authoring.source import read_source
from models.store.border import from_text
from tests.window import Window

TEXT = """\
# Should the library open on Sundays?

Most families are likely to have time for it on that day alone.

If visitors on Sundays are people who never come on other days, opening would reach new readers.

The council should open the library on Sundays from autumn.
"""


class Desk:
    """The editor in its window."""

    def __init__(self, window: Window) -> None:
        self.window = window

    @property
    def editor(self) -> Editor:
        return self.window.find(Editor, "case-editor")

    def crash_and_recover(self) -> None:
        """Keep what is unsaved as the end of a killed program does, and take it back as the next start does."""
        self.window.window.closing.rescue()
        (kept,) = self.window.paths.recovery.glob("*.case-recovery.json")
        read = from_text(CaseRecovery, kept.read_text(encoding="utf-8"))
        self.work.give_up()
        self.work.recover(KeptCase(kept, self.work.file.path, read.text, read.kept, read.known, read.unread))

    @property
    def work(self) -> CaseWork:
        found = self.window.window.findChild(CaseWork)
        assert found is not None
        return found

    def begin(self, folder: Path, text: str = TEXT) -> None:
        """Begin a case from a text."""
        path = folder / "source.md"
        path.write_text(text, encoding="utf-8")
        self.window.command("new-case")
        self.editor.take_source(read_source(path))

    def mark(self, words: str, section: str) -> None:
        """Mark a passage, and say what it is."""
        text = self.window.find(Marking, "source-text")
        cursor = text.document().find(words)
        assert not cursor.isNull(), words
        text.setTextCursor(cursor)
        self.window.click(f"make:{section}")

    def click(self, name: str) -> None:
        self.window.find(QPushButton, name).click()

    def premise(self, role: str, words: str) -> None:
        """Put the words of a premise in, and press Return; offscreen no list may drop down under what is typed."""
        field = self.window.find(QLineEdit, f"premise:{role}")
        field.setText(words)
        QTest.keyClick(field, Qt.Key.Key_Return)

    def type(self, key: str, words: str) -> None:
        """Type into a field of the form."""
        field = self.window.find(QWidget, f"field:{key}")
        field.setFocus()
        if isinstance(field, QLineEdit | QPlainTextEdit):
            field.selectAll()
        QTest.keyClicks(field, words)

    def come_back(self) -> None:
        """Go to another window, and back to this one."""
        other = QWidget()
        for widget in (other, self.window.window):
            widget.show()
            widget.activateWindow()
            assert QTest.qWaitForWindowActive(widget)
        other.close()
        self.window.qtbot.wait(1)

    def pick(self, words: str) -> None:
        """Pick a row of the list by words in it."""
        outline = self.outline
        found = [n for n, row in enumerate(self.rows) if words in row]
        outline.setCurrentIndex(outline.model().index(found[0], 0))

    @property
    def outline(self) -> QListView:
        return self.window.find(QListView, "case-outline")

    @property
    def rows(self) -> list[str]:
        model = self.outline.model()
        return [str(model.index(n, 0).data()) for n in range(model.rowCount())]

    @property
    def advice(self) -> list[str]:
        shown = self.window.find(QListWidget, "case-advice")
        return [shown.item(n).text() for n in range(shown.count())]

    @property
    def notices(self) -> list[str]:
        """What the notices tell."""
        return [label.text() for label in self.window.window.findChildren(QLabel, "notice-text")]

    @property
    def offers(self) -> list[str]:
        """What the notices offer to do."""
        return [button.text() for button in self._offers]

    def take_offer(self, words: str) -> None:
        """Do what a notice offers."""
        next(button for button in self._offers if button.text() == words).click()

    @property
    def _offers(self) -> list[QPushButton]:
        return self.window.window.findChildren(QPushButton, "notice-action")
