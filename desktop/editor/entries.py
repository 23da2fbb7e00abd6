"""The fields of a form: what kinds there are, and how they are filled."""

from enum import StrEnum
from typing import Any

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
)

from models.authoring import form as forms
from models.authoring.form import Entering, FieldOf
from models.language.states import sign
from models.schema.grades import Strength

Entry = QLineEdit | QPlainTextEdit | QComboBox | QCheckBox
NAMED = (Entering.NAME, Entering.NAMES, Entering.STANCES)
LINES = {Entering.LONG: 3, Entering.LINES: 3, Entering.SIGNPOSTS: 3}


def fill(field: FieldOf, entry: Entry, data: dict[str, Any], codes: dict[str, str]) -> None:
    """Show what the case says in an entry, unless somebody is typing in it."""
    with QSignalBlocker(entry):
        if isinstance(entry, QComboBox):
            default = "normal" if field.key == "strength" else ""
            entry.setCurrentIndex(entry.findData(str(data.get(field.key, default))))
        elif isinstance(entry, QCheckBox):
            entry.setChecked(bool(data.get(field.key)))
        elif not entry.hasFocus() or _lost(field, entry, data, codes):
            text = forms.shown(field, data, codes)
            entry.setEnabled(forms.is_typed(field, data))
            if isinstance(entry, QLineEdit) and entry.text() != text:
                entry.setText(text)
                entry.setCursorPosition(0 if not entry.hasFocus() else len(text))
            elif isinstance(entry, QPlainTextEdit) and entry.toPlainText() != text:
                entry.setPlainText(text)


def option_word(option: StrEnum) -> str:
    """What a choice is called; how strong an argument is has no state."""
    return option.value.capitalize() if isinstance(option, Strength) else sign(option).word


def _lost(
    field: FieldOf, entry: QLineEdit | QPlainTextEdit, data: dict[str, Any], codes: dict[str, str]
) -> bool:
    """Whether what is typed is no longer what the case says, as after an undo."""
    text = entry.text() if isinstance(entry, QLineEdit) else entry.toPlainText()
    try:
        value = forms.entered(field, text, codes)
    except ValueError:
        return False
    known = data.get(field.key)
    return (" ".join(value.split()) if isinstance(value, str) else value) != (
        str(known) if isinstance(value, str) and known is not None else known
    )
