"""A quiet button that becomes a field: what is typed into it is added with Enter, Escape leaves it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QSizePolicy, QWidget
from typing_extensions import override

LONGEST = 300
STAYING = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)


class LeftField(QLineEdit):
    """A field that tells when the keyboard goes elsewhere, whether something was typed or not."""

    left = Signal()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in STAYING:
            self.left.emit()


class AddingField(QWidget):
    """Tells each text that is added, and stays open for the next."""

    added = Signal(str)
    opened = Signal(bool)

    def __init__(self, name: str, button: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._button = QPushButton(button)
        self._button.setObjectName(name)
        self._button.setProperty("role", "link")
        self._button.clicked.connect(self._open)
        self._field = LeftField()
        self._field.setObjectName(f"{name}:text")
        self._field.setMaxLength(LONGEST)
        self._field.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._field.left.connect(self._leave)
        self._field.hide()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._button)
        layout.addWidget(self._field, 1)
        layout.addStretch(0)

    def entitle(self, spoken: str) -> None:
        """Say what would be added."""
        self._button.setAccessibleName(spoken)
        self._field.setAccessibleName(spoken)
        self._field.setPlaceholderText(self.tr("{0} – Enter adds it, Esc leaves").format(spoken))

    @property
    def is_open(self) -> bool:
        """Whether something is being typed."""
        return not self._field.isHidden()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._close()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.is_open:
            self._add()
        else:
            super().keyPressEvent(event)

    def _open(self) -> None:
        self._button.hide()
        self._field.show()
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.opened.emit(True)

    def _leave(self) -> None:
        """Close when nothing was typed and the work goes on elsewhere."""
        if not self._field.text():
            self._close()

    def _close(self) -> None:
        if self.is_open:
            focused = self._field.hasFocus()
            self._field.clear()
            self._field.hide()
            self._button.show()
            self.opened.emit(False)
            if focused:
                self._button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add(self) -> None:
        text = " ".join(self._field.text().split())
        if text:
            self._field.clear()
            self.added.emit(text)
