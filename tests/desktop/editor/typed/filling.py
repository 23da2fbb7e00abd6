"""Typing into a field of the editor."""

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget


def typed(field: QWidget | None, text: str) -> None:
    """Type in place of what is there; offscreen no list may drop down under it."""
    assert isinstance(field, QLineEdit | QPlainTextEdit)
    field.setFocus()
    field.selectAll()
    if isinstance(field, QLineEdit):
        field.setCompleter(None)  # type: ignore[arg-type]
    QTest.keyClicks(field, text)
