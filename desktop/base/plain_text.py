"""Names, tips and labels of widgets: text of files in them is plain, whatever is in it."""

import re
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

Named = TypeVar("Named", bound=QWidget)

_MARKUP = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#x27;"})
"""As `html.escape` does, which comes with all the characters that have names: more than a start needs."""

_LETTER = re.compile(r"\(&\w\)|&")
"""What marks the letter to press in a command's words, which some languages write behind them."""


def without_letter(words: str) -> str:
    """A command's words as they are said, without the letter to press in a menu."""
    return _LETTER.sub("", words)


def plain_tip(text: str) -> str:
    """A text as a tip that Qt cannot take for markup, whatever is in it; it wraps where it is long."""
    return f'<p style="white-space: pre-wrap">{text.translate(_MARKUP)}</p>' if text else ""


def named(widget: Named, name: str, spoken: str = "", *, role: str = "") -> Named:
    """The widget with a name of its own, what it is called by who hears it, and its role in the style sheet."""
    widget.setObjectName(name)
    if spoken:
        widget.setAccessibleName(spoken)
    if role:
        widget.setProperty("role", role)
    return widget


def set_tip(widget: QWidget, text: str, longer: str = "") -> None:
    """Give a widget a plain tip, and screen readers the same words without their markup, or fewer than are shown."""
    widget.setToolTip(plain_tip(longer or text))
    widget.setAccessibleDescription(text)


def plain_label(text: str = "", *, wrap: bool = True) -> QLabel:
    """A label that never takes its text as markup."""
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setText(text)
    label.setWordWrap(wrap)
    return label
