"""Writes a new name for something, in place: Enter takes it, Escape leaves it as it was."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QPushButton, QWidget
from typing_extensions import override

from desktop.base.theme import look
from desktop.widgets.dressed import Dressed
from desktop.widgets.labels import text_label

LONGEST = 60


class RenameStrip(Dressed, QFrame):
    """A field with the present name; a name that another one has is refused with a sentence."""

    renamed = Signal(str, str)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self._identifier = ""
        self._taken: frozenset[str] = frozenset()
        self._label = text_label("", "body")
        self._field = QLineEdit()
        self._field.setObjectName("rename-field")
        self._field.setMaxLength(LONGEST)
        self._field.returnPressed.connect(self._take)
        self._field.textEdited.connect(self._forgive)
        self._wrong = text_label("", "label", wrap=True)
        self._wrong.setObjectName("rename-wrong")
        self._take_it = QPushButton(self.tr("Rename"))
        self._take_it.setObjectName("rename-take")
        self._take_it.clicked.connect(self._take)
        self._leave = QPushButton(self.tr("Cancel"))
        self._leave.setObjectName("rename-leave")
        self._leave.clicked.connect(self._close)
        self._layout = QHBoxLayout(self)
        for part in (self._label, self._field, self._wrong, self._take_it, self._leave):
            self._layout.addWidget(part, 1 if part is self._field else 0)
        self.dress()
        self.hide()

    def ask(self, identifier: str, name: str, taken: Sequence[str]) -> None:
        """Ask for another name, other than those that are taken."""
        self._identifier = identifier
        self._taken = frozenset(other.casefold() for other in taken)
        self._label.setText(self.tr("New name for {0}").format(name))
        self._field.setAccessibleName(self._label.text())
        self._field.setText(name)
        self._forgive()
        self.show()
        self._field.selectAll()
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._close()
        else:
            super().keyPressEvent(event)

    def _take(self) -> None:
        name = self._field.text().strip()
        if not name:
            self._refuse(self.tr("Write a name."))
        elif name.casefold() in self._taken:
            self._refuse(self.tr("There is a {0} already.").format(name))
        else:
            self.renamed.emit(self._identifier, name)
            self._close()

    def _refuse(self, sentence: str) -> None:
        self._wrong.setText(sentence)
        self._wrong.show()
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _forgive(self) -> None:
        self._wrong.hide()

    def _close(self) -> None:
        self.hide()
        self.closed.emit()

    def dress(self) -> None:
        """Follow the look."""
        wanted = look()
        self._layout.setContentsMargins(wanted.px(12), wanted.px(8), wanted.px(12), wanted.px(8))
        self._layout.setSpacing(wanted.px(8))
        self._field.setMinimumWidth(wanted.px(140))
