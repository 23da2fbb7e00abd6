"""The form of what is picked in the outline: its fields, and for an argument the sentence that it is built of."""

from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop.base.guard import override
from desktop.base.layouts import flush
from desktop.base.plain_text import named
from desktop.base.roles import Role, set_role
from desktop.base.theme import look
from desktop.editor.fields import Fields
from desktop.editor.premises import RoleRow
from desktop.editor.tools import BESIDE, beside, turn
from desktop.kit.labels import text_label
from desktop.session.unread import Unread
from models.authoring import form as forms
from models.authoring.document import CaseText
from models.authoring.edits import Edit
from models.authoring.outline import CASE, EXPLAINED, ONE, ROLES, TITLES, code_of, offered, statements


class Sentence(QWidget):
    """The whole sentence; what sorts the premises of advice is shown for advice alone."""

    edited = Signal(object)
    typed = Signal()

    refused = Signal()

    def __init__(self, unread: Unread) -> None:
        super().__init__()
        self.setObjectName("sentence")
        self._rows = {role: RoleRow(role, label, unread) for role, label in ROLES.items()}
        self._then = text_label("", "title", wrap=True)
        column = flush(QVBoxLayout(self), look().px(6))
        self.heads = [row.head for row in self._rows.values()]
        for row in self._rows.values():
            row.edited.connect(self.edited)
            row.refused.connect(self.refused)
            row.field.textEdited.connect(self.typed)
            column.addWidget(row)
        column.addWidget(self._then)

    def receive(self, document: CaseText, rule: str) -> None:
        data = document.get("rules", rule)
        target = str(data.get("then") or data.get("opposes") or "")
        names = statements(document)
        advice = any(
            item.data.get("id") == target for item in document.items("recommendations")
        ) and not data.get("opposes")
        found = offered(document, rule)
        for role, row in self._rows.items():
            row.receive(document, rule, found)
            row.setVisible(role == "if" or advice or bool(data.get(role)) or row.has_unread)
        then = self.tr("this speaks against: {0}") if data.get("opposes") else self.tr("then: {0}")
        self._then.setText(then.format(names.get(target, target)))

    def pending(self) -> tuple[Edit, ...]:
        return tuple(edit for row in self._rows.values() for edit in row.pending())

    def finish(self) -> None:
        for row in self._rows.values():
            row.finish()

    def focus_unread(self) -> bool:
        """Put the keyboard into what names no statement alone, if there is such."""
        found = next((row for row in self._rows.values() if row.has_unread), None)
        if found is not None:
            found.field.setFocus()
        return found is not None

    def focus_first(self) -> None:
        """Put the keyboard where a premise is typed: why act, for advice."""
        row = self._rows["need"] if self._rows["need"].isVisibleTo(self) else self._rows["if"]
        row.field.setFocus()


NARROW = 290
"""Where a field beside its label would be narrower than a date is long."""


class CaseForm(QScrollArea):
    """The fields of one part of the case; every letter that makes sense is an edit at once."""

    edited = Signal(object)
    typed = Signal()
    refused = Signal()
    added = Signal(str)
    argued = Signal(str, bool)

    def __init__(self, unread: Unread) -> None:
        super().__init__()
        named(self, "case-form", self.tr("The part that is picked"))
        set_role(self, Role.Form)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._key: tuple[object, ...] | None = None
        self._fields: Fields | None = None
        self._unread = unread
        self._sentence: Sentence | None = None
        self._title_row = QBoxLayout(BESIDE)
        self._rows: list[QBoxLayout] = []

    def receive(self, document: CaseText, section: str, place: int) -> None:
        """Show a part of the case; a field that is typed in is not written over."""
        items = document.items(section)
        if section != CASE and place >= len(items):
            place = -1
        data = forms.data_of(document, section, place)
        name = data.get("id") or place
        fields = forms.fields_of(document, section) if section == CASE or place >= 0 else ()
        key = (section, str(name), str(data.get("code", "")), fields)
        if self._key != key:
            self._key = key
            self._build(document, section, place, data, Fields(section, name, fields, data, self._unread))
        if self._fields is not None:
            self._fields.receive(document, data)
        if self._sentence is not None:
            self._sentence.receive(document, str(name))

    def focus_first(self) -> None:
        if self._sentence is not None:
            self._sentence.focus_first()
        elif self._fields is not None:
            self._fields.focus_first()

    def focus_unread(self) -> None:
        if self._sentence is not None and self._sentence.focus_unread():
            return
        if self._fields is not None:
            self._fields.focus_unread()

    def pending(self) -> tuple[Edit, ...]:
        """What is typed and no edit yet: a premise that is being named."""
        return self._sentence.pending() if self._sentence is not None else ()

    def finish(self) -> None:
        if self._sentence is not None:
            self._sentence.finish()

    def dress(self) -> None:
        """Be built anew in another look."""
        self._key = None

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _build(
        self, document: CaseText, section: str, place: int, data: dict[str, Any], fields: Fields
    ) -> None:
        wanted = look()
        _put_away(self)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(wanted.px(12), wanted.px(8), wanted.px(12), wanted.px(8))
        column.setSpacing(wanted.px(8))
        column.addLayout(self._head(document, section, place, data))
        if place < 0 and section in EXPLAINED:
            column.addWidget(text_label(self.tr(EXPLAINED[section]), "soft", wrap=True))
        self._fields, self._sentence, self._rows = fields, None, []
        if section == "rules" and place >= 0:
            self._sentence = Sentence(self._unread)
            self._sentence.edited.connect(self.edited)
            self._sentence.typed.connect(self.typed)
            self._sentence.refused.connect(self.refused)
            column.addWidget(self._sentence)
            self._rows += self._sentence.heads
        fields.edited.connect(self.edited)
        fields.refused.connect(self.refused)
        column.addWidget(fields)
        self._rows += fields.rows
        column.addStretch(1)
        page.setParent(self)
        for part in page.findChildren(QWidget):
            part.ensurePolished()  # the style says how wide they are
        self._fit()
        self.setWidget(page)  # it takes the width that it needs now

    def _head(self, document: CaseText, section: str, place: int, data: dict[str, Any]) -> QBoxLayout:
        self._title_row = QBoxLayout(BESIDE)
        code = str(data.get("code", "") or (data.get("id", "") if section == "background" else ""))
        if section == "rules" and place >= 0:
            target = str(data.get("then") or data.get("opposes") or "")
            title = self.tr("Objection to {0}" if data.get("opposes") else "Argument for {0}").format(
                code_of(document, target)
            )
        elif section == CASE:
            title = self.tr("The case and its source")
        elif place < 0:
            title = self.tr(TITLES[section]) if section in TITLES else self.tr("Argument")
        else:
            one = self.tr(ONE[section])
            title = f"{one[:1].upper()}{one[1:]} {code}".strip()
        self._title_row.addWidget(text_label(title, "panel"), 1)
        row = QHBoxLayout()
        for text, name, deed in self._buttons(section, place, data):
            button = named(QPushButton(text), name)
            button.clicked.connect(deed)
            row.addWidget(button)
        self._title_row.addLayout(row)
        return self._title_row

    def _fit(self) -> None:
        """Put the buttons under the title, and what is entered under its label, where there is no room beside it."""
        room = self.viewport().width()
        turn(self._title_row, beside(self._title_row) + look().px(30) > room)
        for row in self._rows:
            turn(row, look().px(NARROW) > room)

    def _buttons(self, section: str, place: int, data: dict[str, Any]) -> list[tuple[str, str, Any]]:
        if section in ("findings", "recommendations") and place >= 0:
            name = str(data.get("id"))
            return [
                (self.tr("Ar&gument for it"), "add-argument", partial(self.argued.emit, name, False)),
                (self.tr("O&bjection"), "add-objection", partial(self.argued.emit, name, True)),
            ]
        if section in ONE and section != "tests" and place < 0:
            return [(self.tr("&Add"), "add-item", partial(self.added.emit, section))]
        return []


def _put_away(area: QScrollArea) -> None:
    """Let the page go only once the keyboard has left it: others follow the keyboard, and ask who has it."""
    here, holder = area.widget(), QApplication.focusWidget()
    if here is not None and holder is not None and here.isAncestorOf(holder):
        area.setFocus()  # else it would go on to whatever is next, such as Undo
    old = area.takeWidget()
    if old is not None:
        old.hide()
        old.deleteLater()
