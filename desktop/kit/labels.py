"""Labels in the roles that the style sheet knows; their text is plain, whatever is in it."""

from PySide6.QtWidgets import QLabel

from desktop.kit.text import plain_label


def text_label(text: str, role: str = "body", *, wrap: bool = False) -> QLabel:
    """A label in one of the roles of the style sheet."""
    label = plain_label(text, wrap=wrap)
    label.setProperty("role", role)
    return label
