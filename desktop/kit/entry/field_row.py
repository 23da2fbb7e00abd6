"""One thing to type in, under its label: what is typed is told once it is whole and understood."""

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, QTimer, Signal
from PySide6.QtGui import QAction, QFocusEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from desktop.base.guard import override
from desktop.base.layouts import flush
from desktop.base.plain_text import named
from desktop.base.theme import Look, icon
from desktop.kit.entry.editor import editor_for, text_of
from desktop.kit.labels import say, text_label
from models.language.typed import read_typed
from models.schema.action import Action
from models.schema.page import Entry, Field

LONGEST = 4000
LINES = 4
"""A long text shows so many lines at once."""
PAUSE = 800
"""A long text is told after so many milliseconds without a key, so that it is kept while somebody writes on."""


class FieldRow(QWidget):
    """Shows a field; tells its action filled with what was typed.

    What somebody is typing is not written over; what is not understood stays, with a sentence that says what would be.
    """

    acted = Signal(object)

    def __init__(self, field: Field, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"row:{field.id}")
        self._field = field
        self.label = text_label("", "label", wrap=True)
        self.problem = text_label("", "wrong", wrap=True)
        self.problem.hide()
        self.editor = named(editor_for(field.kind, field.hint, LONGEST), field.id)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self.finish)
        self._join()
        layout = flush(QVBoxLayout(self), look.px(3))
        for part in (self.label, self.editor, self.problem):
            layout.addWidget(part)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.wear(look)
        self._write(field.text)

    def receive(self, field: Field) -> None:
        told, self._field = self._field.text, field
        self.setObjectName(f"row:{field.id}")
        self.editor.setObjectName(field.id)
        self.label.setText(field.label)
        self.editor.setAccessibleName(field.label)
        self.editor.setPlaceholderText(field.hint)
        is_typing = self.editor.hasFocus() and self.text != told
        if not is_typing:
            self._write(field.text)

    def wear(self, look: Look) -> None:
        self.look = look
        if isinstance(self.editor, QPlainTextEdit):
            self.editor.setFixedHeight(self.editor.fontMetrics().lineSpacing() * LINES + look.px(18))

    @property
    def is_idle(self) -> bool:
        """Whether nobody is at it, and nothing of it is to be taken over."""
        return not self.editor.hasFocus() and not self.pending() and self.problem.isHidden()

    @property
    def kind(self) -> Entry:
        return self._field.kind

    @property
    def text(self) -> str:
        return text_of(self.editor)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.editor and isinstance(event, QFocusEvent) and event.type() is QEvent.Type.FocusOut:
            self.finish()
        return super().eventFilter(watched, event)

    def open_calendar(self) -> None:
        """Offer a calendar, at the day that is there."""
        try:
            day = read_typed(Entry.DATE, self.text)
        except ValueError:
            day = None
        from desktop.kit.entry.calendar import CalendarPopup

        popup = CalendarPopup(day, self.look, self)
        popup.chosen.connect(self._choose)
        popup.open_under(self.editor)

    def _join(self) -> None:
        if isinstance(self.editor, QPlainTextEdit):
            self.editor.textChanged.connect(self._pause.start)
            self.editor.installEventFilter(self)
            return
        self.editor.editingFinished.connect(self.finish)
        if self._field.kind is Entry.DATE:
            calendar = QAction(icon("calendar", "ink_soft", 16), self.tr("Choose in a calendar"), self)
            calendar.triggered.connect(self.open_calendar)
            self.editor.addAction(calendar, QLineEdit.ActionPosition.TrailingPosition)

    def _choose(self, day: str) -> None:
        self._write(day)
        self.finish()

    def pending(self) -> tuple[Action, ...]:
        """The action that would take over what is typed; none where that is there already, or not understood."""
        if self.text.strip() == self._field.text.strip():
            return ()
        try:
            return (self._field.action.filled(read_typed(self._field.kind, self.text)),)
        except ValueError:
            return ()

    def finish(self) -> None:
        """Take over what was typed, or say what would be understood."""
        self._pause.stop()
        text = self.text
        if text.strip() == self._field.text.strip():
            self._tell("")
            return
        try:
            value = read_typed(self._field.kind, text)
        except ValueError as wrong:
            self._tell(str(wrong))
        else:
            self._tell("")
            self.acted.emit(self._field.action.filled(value))
            if self._field.text.strip() != text.strip():
                self._write(self._field.text)  # taken over once: what adds something is empty again

    def _tell(self, problem: str) -> None:
        if problem != self.problem.text():
            say(self.problem, problem)
            self.editor.setAccessibleDescription(problem)
            self.updateGeometry()

    def _write(self, text: str) -> None:
        if self.text == text:
            return
        with QSignalBlocker(self.editor):
            if isinstance(self.editor, QLineEdit):
                self.editor.setText(text)
            else:
                self.editor.setPlainText(text)
        self._tell("")
