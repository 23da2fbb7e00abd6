"""The status line: which case is open and how exact the answer is."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget
from typing_extensions import override

from desktop.base.theme import look
from desktop.widgets.labels import text_label
from models.language.panes import case_line, exactness_line
from models.schema.snapshot import Snapshot


class StatusView(QFrame):
    """Facts about the answer, out of the way."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("status")
        self._case = text_label("", "faint")
        self._exactness = text_label("", "faint")
        self._exactness.setObjectName("exactness")
        layout = QHBoxLayout(self)
        layout.addWidget(self._case)
        layout.addStretch(1)
        layout.addWidget(self._exactness)
        self._dress()

    def receive(self, snapshot: Snapshot) -> None:
        """Show what is open and how it was answered."""
        self._case.setText(case_line(snapshot.case))
        self._exactness.setText(exactness_line(snapshot.evaluation))

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.StyleChange:
            self._dress()
        super().changeEvent(event)

    def _dress(self) -> None:
        layout = self.layout()
        if layout is not None:
            layout.setContentsMargins(look().px(14), look().px(2), look().px(14), look().px(2))
