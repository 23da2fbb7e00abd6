"""An argument as a sentence: if these, for these reasons to act, by these means, then that."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.base.theme import look
from desktop.editor.premises import RoleRow
from desktop.kit.labels import text_label
from desktop.session.unread import Unread
from models.authoring.document import CaseText
from models.authoring.edits import Edit
from models.authoring.premise_words import ROLES, offered, statements


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
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look().px(6))
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
        """What is typed and not entered yet."""
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
