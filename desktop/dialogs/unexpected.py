"""What went wrong unexpectedly, told in one calm dialog from which the details can be copied."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.base.plain_text import named
from desktop.dialogs.form import open_at
from desktop.kit.labels import text_label


class UnexpectedDialog(QDialog):
    """Says calmly that something went wrong, that the work is kept, and offers the details."""

    def __init__(
        self, details: str, log_path: Path, parent: QWidget | None = None, heading: str = "", told: str = ""
    ) -> None:
        super().__init__(parent)
        self.setObjectName("unexpected")
        self.setWindowTitle(self.tr("Something went wrong"))
        self._details = details
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(10)
        heading = heading or self.tr("Something went wrong that should not have")
        layout.addWidget(text_label(heading, "panel"))
        told = told or self.tr(
            "The last action may not have been carried out. Your scenario is still open and is kept in a "
            "recovery file; the rest of the window goes on. The log is in {0}."
        ).format(log_path)
        layout.addWidget(text_label(told, wrap=True))
        text = QPlainTextEdit(details)
        text.setReadOnly(True)
        text.setAccessibleName(self.tr("Details of the error"))
        layout.addWidget(text)
        layout.addLayout(self._buttons())
        open_at(self, 640, 380)

    def _buttons(self) -> QHBoxLayout:
        copy = named(QPushButton(self.tr("Copy details")), "copy-details")
        copy.clicked.connect(self._copy)
        close = named(QPushButton(self.tr("Go on")), "go-on", role="primary")
        close.setDefault(True)
        close.clicked.connect(self.accept)
        line = QHBoxLayout()
        line.addWidget(copy, 0, Qt.AlignmentFlag.AlignLeft)
        line.addStretch(1)
        line.addWidget(close)
        return line

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._details)
