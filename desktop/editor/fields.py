"""The fields of one part of the case, each beside its label: how they are filled, and told as an edit at once."""

from enum import StrEnum
from functools import partial
from typing import Any

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QBoxLayout,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from desktop.base.layouts import flush
from desktop.base.theme import look, repolish
from desktop.editor.name_field import NameField, UndoOfTheCase
from desktop.editor.tools import BESIDE
from desktop.kit.labels import say, text_label
from desktop.session.unread import Place, Unread
from models.authoring import form as forms
from models.authoring.document import CaseText
from models.authoring.edits import Edit, set_field, set_head
from models.authoring.form import Entering, FieldOf
from models.authoring.outline import CASE, codes_of, named
from models.language.messages import retold
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


class Fields(QWidget):
    """Some fields of the part of a list that has a name (or a place there)."""

    edited = Signal(object)
    refused = Signal()

    def __init__(
        self,
        section: str,
        name: str | int,
        fields: tuple[FieldOf, ...],
        data: dict[str, Any],
        unread: Unread,
    ) -> None:
        super().__init__()
        self._section, self._name = section, name
        self._unread = unread
        self._begun: dict[str, Any] = {}
        self._codes: dict[str, str] = {}
        self._entries: dict[str, tuple[FieldOf, Entry]] = {}
        self._undoing = UndoOfTheCase(self)
        self._problems: dict[str, QLabel] = {}
        self.rows: list[QBoxLayout] = []
        column = flush(QVBoxLayout(self), look().px(6))
        for field in fields:
            if field.key != "reply" or data.get("opposes") or data.get("reply"):
                column.addLayout(self._row(field))

    def receive(self, document: CaseText, data: dict[str, Any]) -> None:
        """Show what the part says; a field that is typed in is not written over."""
        self._codes = codes_of(document)
        for field, entry in self._entries.values():
            if not entry.hasFocus() or field.key not in self._begun:
                self._begun[field.key] = data.get(field.key)
            if isinstance(entry, NameField):
                entry.offer(named(document))
            waiting = self._unread.of(self._place(field), data.get(field.key))
            if waiting is None:
                fill(field, entry, data, self._codes)
            elif isinstance(entry, QLineEdit) and entry.text() != waiting[0]:
                entry.setText(waiting[0])
            self._mark(field, waiting[1] if waiting else "")

    def focus_unread(self) -> None:
        """Put the keyboard into the first field that holds what cannot be read."""
        for _, entry in self._entries.values():
            if entry.property("wrong"):
                entry.setFocus()
                return

    def focus_first(self) -> None:
        for _, entry in list(self._entries.values())[:1]:
            entry.setFocus()
            if isinstance(entry, QLineEdit):
                entry.selectAll()

    def _row(self, field: FieldOf) -> QBoxLayout:
        wanted = look()
        label = text_label(self.tr(field.label), "label", wrap=True)
        label.setFixedWidth(wanted.px(126))
        label.setContentsMargins(0, wanted.px(5 if field.entering is not Entering.TICK else 0), 0, 0)
        entry = self._entry(field)
        self._entries[field.key] = (field, entry)
        problem = self._problems[field.key] = text_label("", "wrong", wrap=True)
        problem.setObjectName(f"problem:{field.key}")
        problem.hide()
        column = QVBoxLayout()
        column.setSpacing(wanted.px(3))
        column.addWidget(entry)
        column.addWidget(problem)
        row = QBoxLayout(BESIDE)
        row.addWidget(label, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(column, 1)
        self.rows.append(row)
        return row

    def _entry(self, field: FieldOf) -> Entry:
        entry: Entry
        if field.entering is Entering.CHOICE:
            entry = QComboBox()
            for option in field.options:
                value, words = option if isinstance(option, tuple) else (option.value, option_word(option))
                entry.addItem(words, value)
            entry.activated.connect(partial(self._choose, field))
        elif field.entering is Entering.TICK:
            entry = QCheckBox()
            entry.clicked.connect(partial(self._edit, field))
        elif field.entering in LINES:
            entry = QPlainTextEdit()
            entry.setTabChangesFocus(True)
            entry.setPlaceholderText(self.tr(field.hint))
            entry.setFixedHeight(entry.fontMetrics().lineSpacing() * LINES[field.entering] + look().px(22))
            entry.textChanged.connect(partial(self._type, field))
        else:
            entry = NameField() if field.entering in NAMED else QLineEdit()
            entry.setPlaceholderText(self.tr(field.hint))
            entry.textEdited.connect(partial(self._edit_text, field))
        entry.installEventFilter(self._undoing)
        entry.setObjectName(f"field:{field.key}")
        entry.setAccessibleName(self.tr(field.label))
        return entry

    def _type(self, field: FieldOf) -> None:
        entry = self._entries[field.key][1]
        if isinstance(entry, QPlainTextEdit):
            self._edit_text(field, entry.toPlainText())

    def _edit_text(self, field: FieldOf, text: str) -> None:
        place = self._place(field)
        try:
            value = forms.entered(field, text, self._codes)
        except ValueError as wrong:
            before = self._begun.get(field.key)  # not what the first letters of it say
            self._unread.keep(place, text, before, wrong.args[0])
            self._mark(field, wrong.args[0])
            self._edit(field, before)
            self.refused.emit()
            return
        self._unread.forget(place)
        self._mark(field, "")
        self._edit(field, value)

    def _place(self, field: FieldOf) -> Place:
        return self._section, self._name, field.key

    def _mark(self, field: FieldOf, wrong: str) -> None:
        """Say what is wrong with what is typed under its field, and mark that; nothing where nothing is."""
        entry, problem = self._entries[field.key][1], self._problems[field.key]
        told = retold(wrong) if wrong else ""
        if problem.text() == told:
            return
        say(problem, told)
        entry.setAccessibleDescription(told)
        entry.setProperty("wrong", bool(told))
        repolish(entry)

    def _choose(self, field: FieldOf, place: int) -> None:
        option = field.options[place]
        self._edit(field, option[0] if isinstance(option, tuple) else option.value)

    def _edit(self, field: FieldOf, value: Any) -> None:
        told = self.tr("Edit: {0}").format(self.tr(field.label))
        if self._section == CASE:
            key, _, inner = field.key.partition(".")
            self.edited.emit(Edit(set_head, (key, value, inner or None), field.key, told))
            return
        arguments = (self._section, self._name, field.key, value or None)
        self.edited.emit(Edit(set_field, arguments, f"{self._section}:{self._name}:{field.key}", told))
