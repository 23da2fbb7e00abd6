"""Labels that take every text as plain text, whatever is in it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel


def text_label(text: str, role: str = "body", *, wrap: bool = False) -> QLabel:
    """A label in one of the roles that the style sheet knows; never takes its text as markup."""
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setText(text)
    label.setProperty("role", role)
    label.setWordWrap(wrap)
    return label
