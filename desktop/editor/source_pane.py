"""The source: its numbered paragraphs, where a passage is marked and made into a statement or an argument."""

from unicodedata import east_asian_width

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QGridLayout, QPushButton, QTextEdit, QToolTip, QVBoxLayout, QWidget

from desktop.base.guard import override
from desktop.base.plain_text import named, plain_tip, set_tip
from desktop.base.theme import Weight, look
from desktop.editor.tools import Tools
from desktop.kit.labels import text_label
from models.authoring.drafting import Hint, Mark, marks, signs_of
from models.authoring.source import SourceText
from models.pages.editor.hints import counted_marks, no_marks, why

MAKES = (
    ("assumptions", "Assumption", "Alt+1"),
    ("findings", "Finding", "Alt+2"),
    ("recommendations", "Recommendation", "Alt+3"),
    ("rules", "Argument", "Alt+4"),
)
TINTS = {Hint.ASSUMPTION: "brand_soft", Hint.RECOMMENDATION: "warn_soft"}


class Marking(QTextEdit):
    """The paragraphs as plain text that can be marked, never typed in; a tip says why a sentence is tinted."""

    def __init__(self) -> None:
        super().__init__()
        named(self, "source-text", self.tr("The source"))
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setAcceptRichText(False)
        self.setFrameShape(QTextEdit.Shape.NoFrame)
        self.numbers: list[int] = []
        self.starts: list[int] = []
        self.marks: tuple[Mark, ...] = ()

    def show_source(self, source: SourceText) -> None:
        wanted = look()
        self.clear()
        self.numbers, self.starts = [], []
        cursor = self.textCursor()
        plain, soft, heading = QTextCharFormat(), QTextCharFormat(), QTextCharFormat()
        for form, size, weight, ink in (
            (plain, 14, Weight.REGULAR, "ink"),
            (soft, 12, Weight.SEMIBOLD, "ink_faint"),
            (heading, 15, Weight.BOLD, "ink"),
        ):
            form.setFont(wanted.font(size, weight))
            form.setForeground(wanted.colour(ink))
        block = QTextBlockFormat()
        block.setBottomMargin(wanted.px(9))
        block.setLineHeight(128, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        for place, part in enumerate(source.paragraphs):
            if place:
                cursor.insertBlock()
            cursor.setBlockFormat(block)
            number = f"{part.number}  " if part.number else ""
            cursor.insertText(number, soft)
            cursor.insertText(part.text, plain if part.number else heading)
            self.numbers.append(part.number)
            self.starts.append(len(number))
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def tint(self, found: tuple[Mark, ...], cited: tuple[tuple[int, str], ...]) -> None:
        """Tint sentences that may hold something, and underline the passages of what is picked."""
        self.marks = found
        found = tuple(sorted(found, key=lambda mark: mark.hint is Hint.RECOMMENDATION))
        tints = [
            self._selection(self.cursor_of(mark.paragraph, mark.start, mark.end), background=TINTS[mark.hint])
            for mark in found
        ]
        lines = [
            self._selection(cursor, line="brand")
            for number, text in cited
            if (cursor := self._passage(number, text)) is not None
        ]
        self.setExtraSelections([*tints, *lines])

    def cursor_of(self, number: int, start: int, end: int) -> QTextCursor:
        """A cursor that has signs of a paragraph selected."""
        at = self.numbers.index(number)
        position = self.document().findBlockByNumber(at).position() + self.starts[at]
        cursor = QTextCursor(self.document())
        cursor.setPosition(position + start)
        cursor.setPosition(position + end, QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def show_whole(self, cursor: QTextCursor) -> None:
        """Select something, and bring all of it into view."""
        begin = QTextCursor(cursor)
        begin.setPosition(cursor.selectionStart())
        for place in (begin, cursor):
            self.setTextCursor(place)
            self.ensureCursorVisible()

    @property
    def marked(self) -> tuple[int, str]:
        """The paragraph and the words that are selected; without a selection the sentence that the cursor is in."""
        cursor = self._in_whole_words(self.textCursor())
        block = self.document().findBlock(cursor.selectionStart())
        number = self.numbers[block.blockNumber()] if self.numbers else 0
        text = " ".join(cursor.selectedText().replace("\u2029", " ").split())
        return number, text.removeprefix(
            f"{number} "
        ) if block.position() == cursor.selectionStart() else text

    def _in_whole_words(self, cursor: QTextCursor) -> QTextCursor:
        """The selection with the words whole that it cuts: a hand is seldom exact to a letter."""
        text, start, end = self.document(), cursor.selectionStart(), cursor.selectionEnd()
        while start < end and start and _go_on(text.characterAt(start - 1), text.characterAt(start)):
            start -= 1
        while start < end and _go_on(text.characterAt(end - 1), text.characterAt(end)):
            end += 1
        whole = QTextCursor(text)
        whole.setPosition(start)
        whole.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        return whole

    @override
    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            place = self.cursorForPosition(self.viewport().mapFrom(self, event.pos())).position()
            told = [why(mark) for mark in self.marks if self._holds(mark, place)]
            QToolTip.showText(event.globalPos(), plain_tip("\n".join(told)), self)
            return True
        return super().event(event)

    def _holds(self, mark: Mark, place: int) -> bool:
        cursor = self.cursor_of(mark.paragraph, mark.start, mark.end)
        return cursor.selectionStart() <= place < cursor.selectionEnd()

    def _passage(self, number: int, text: str) -> QTextCursor | None:
        if number not in self.numbers:
            return None
        at = self.numbers.index(number)
        place = self.document().findBlockByNumber(at).text().find(text, self.starts[at])
        return (
            self.cursor_of(number, place - self.starts[at], place - self.starts[at] + len(text))
            if place >= 0 and text
            else None
        )

    def _selection(
        self, cursor: QTextCursor, background: str = "", line: str = ""
    ) -> QTextEdit.ExtraSelection:
        found = QTextEdit.ExtraSelection()
        form = QTextCharFormat()
        if background:
            form.setBackground(QColor(look().colour(background)))
        if line:
            form.setFontUnderline(True)
            form.setUnderlineColor(look().colour(line))
        found.cursor, found.format = cursor, form
        return found


def _go_on(left: str, right: str) -> bool:
    """Whether two letters are of one word; scripts of wide letters part words otherwise, or not at all."""
    return all(one.isalnum() and east_asian_width(one) not in "WF" for one in (left, right))


class SourcePane(QWidget):
    """The source with its buttons; tells what is to be made of a passage."""

    made = Signal(str, int, str)
    opened = Signal()
    pasted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("source-pane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.text = Marking()
        self._source: SourceText | None = None
        self._language = ""
        self._marks: tuple[Mark, ...] = ()
        self._cited: tuple[tuple[int, str], ...] = ()
        self._hint = text_label(
            self.tr("Open or paste the text that the case is made of."), "soft", wrap=True
        )
        self._hint.setObjectName("source-hint")
        self._help = named(QPushButton(self.tr("Likely claims")), "source-marks")
        self._help.setCheckable(True)
        self._help.setChecked(True)
        self._help.toggled.connect(self._tint)
        self._next = named(QPushButton(self.tr("&Next")), "source-next")
        set_tip(self._next, self.tr("Go to the next sentence that may hold a claim (Alt+N)"))
        self._next.clicked.connect(self.go_on)
        open_, paste = (
            named(QPushButton(self.tr("&Open…")), "source-open"),
            named(QPushButton(self.tr("&Paste")), "source-paste"),
        )
        open_.clicked.connect(self.opened)
        paste.clicked.connect(self.pasted)
        self._makes = [self._making(*make) for make in MAKES]
        self._lay(open_, paste)
        self.text.selectionChanged.connect(self._enable)
        self._enable()

    def receive(self, source: SourceText, cited: tuple[tuple[int, str], ...], language: str) -> None:
        """Show a source of some language, and the passages of what is picked."""
        if source != self._source or language != self._language:
            if source != self._source:
                self.text.show_source(source)
            self._source, self._language = source, language
            self._marks = marks(source, language)
            self._hint.setText(self._counted())
        elif cited == self._cited:
            return
        self._cited = cited
        self._tint()

    def go_on(self) -> None:
        """Select the next sentence that may hold something, and say why."""
        place = self.text.textCursor().selectionEnd()
        cursors = [self.text.cursor_of(mark.paragraph, mark.start, mark.end) for mark in self._marks]
        at = next((n for n, cursor in enumerate(cursors) if cursor.selectionStart() >= place), 0)
        if cursors:
            self._hint.setText(why(self._marks[at]))
            if (column := self.layout()) is not None:
                column.activate()  # the reason may take another line, and the text has that much less room
            self.text.show_whole(cursors[at])

    def show_paragraph(self, number: int) -> None:
        """Bring a paragraph into view; whoever reads in it goes on from there."""
        if number in self.text.numbers:
            there, here = self.text.cursor_of(number, 0, 0), self.text.textCursor()
            if here.block() == there.block():
                there.setPosition(here.selectionEnd())
            self.text.setTextCursor(there)
            self.text.ensureCursorVisible()

    def dress(self) -> None:
        if self._source is not None:
            self.text.show_source(self._source)
            self._tint()

    def _counted(self) -> str:
        if self._source is None or not self._source.paragraphs:
            return self.tr("Open or paste the text that the case is made of.")
        if not self._marks:
            return no_marks(signs_of(self._source, self._language) is not None)
        return counted_marks(self._marks)

    def _tint(self) -> None:
        self.text.tint(self._marks if self._help.isChecked() else (), self._cited)

    def _enable(self) -> None:
        for button in self._makes:
            button.setEnabled(self.text.textCursor().hasSelection())

    def _make(self, section: str) -> None:
        number, words = self.text.marked
        if words:
            self.made.emit(section, number, words)

    def _making(self, section: str, name: str, keys: str) -> QPushButton:
        button = named(QPushButton(self.tr(name)), f"make:{section}")
        button.setShortcut(keys)
        set_tip(button, self.tr("Make it of what is marked ({0})").format(keys))
        button.clicked.connect(lambda: self._make(section))
        return button

    def _lay(self, *tools: QPushButton) -> None:
        makes = QGridLayout()
        for place, button in enumerate(self._makes):
            makes.addWidget(button, place // 2, place % 2)
        column = QVBoxLayout(self)
        wanted = look()
        column.setContentsMargins(wanted.px(12), wanted.px(8), wanted.px(8), wanted.px(8))
        column.setSpacing(wanted.px(6))
        column.addWidget(text_label(self.tr("The source"), "panel"))
        column.addWidget(Tools(tools, (self._help, self._next)))
        column.addWidget(self._hint)
        column.addWidget(self.text, 1)
        column.addLayout(makes)
