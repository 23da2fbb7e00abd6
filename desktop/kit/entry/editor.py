"""What is typed in, in a field and in a table: one line, or several for a long text."""

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from models.schema.page import Entry


def editor_for(
    kind: Entry, hint: str, longest: int, parent: QWidget | None = None
) -> QLineEdit | QPlainTextEdit:
    """A widget in which this kind of thing is typed; a line takes so many letters."""
    if kind is Entry.LONG_TEXT:
        long = QPlainTextEdit(parent)
        long.setTabChangesFocus(True)
        long.setPlaceholderText(hint)
        return long
    line = QLineEdit(parent)
    line.setMaxLength(longest)
    line.setPlaceholderText(hint)
    return line


def text_of(editor: QLineEdit | QPlainTextEdit) -> str:
    return editor.text() if isinstance(editor, QLineEdit) else editor.toPlainText()
