"""A dialog that is filled in: what stands in it belongs to the work before anybody has answered it."""

from collections.abc import Callable

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QMessageBox, QPlainTextEdit, QWidget

from desktop.base.guard import override
from models.schema.action import Action


class FilledDialog(QDialog):
    """Is kept through a crash as far as it is filled in, and asks before what was typed is given up.

    `wishes` tells what would be done if it were answered now.
    """

    asks = True

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.wishes: Callable[[], tuple[Action, ...]] = tuple
        self._at_first: tuple[object, ...] | None = None

    @property
    def typed(self) -> tuple[object, ...]:
        """What stands in every field of it."""
        lines = [field.text() for field in self.findChildren(QLineEdit)]
        return (*lines, *(field.toPlainText() for field in self.findChildren(QPlainTextEdit)))

    def finish(self) -> None:
        """Stay as it is: only whoever fills it in can answer it."""

    def pending(self) -> tuple[Action, ...]:
        """What would be lost by now."""
        return self.wishes() if self.isVisible() and self._is_changed else ()

    @property
    def _is_changed(self) -> bool:
        return self._at_first is not None and self.typed != self._at_first

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._at_first is None:
            self._at_first = self.typed

    @override
    def reject(self) -> None:
        """Leave; what was typed is given up only if somebody says so."""
        if not self.asks or not self._is_changed or self._gives_up():
            super().reject()

    def _gives_up(self) -> bool:
        buttons = QMessageBox.StandardButton
        answer = QMessageBox.question(
            self,
            self.tr("Leave what was typed"),
            self.tr("What was typed is not used yet. Leave it?"),
            buttons.Discard | buttons.Cancel,
            buttons.Cancel,
        )
        return answer == buttons.Discard  # PySide answers with a plain number
