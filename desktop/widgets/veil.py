"""What stands in the place of verdicts while the room is asked what it expects."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from desktop.widgets.labels import text_label


class Veil(QWidget):
    """Says that verdicts are hidden, and leads to the prediction."""

    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("veil")
        title = text_label(self.tr("Verdicts are hidden"), "panel", wrap=True)
        line = text_label(
            self.tr("The room is asked what it expects. They come back when the prediction is revealed."),
            "soft",
            wrap=True,
        )
        for label in (title, line):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        leave = QPushButton(self.tr("Go to the prediction"))
        leave.setObjectName("veil-leave")
        leave.clicked.connect(self.left)
        column = QVBoxLayout(self)
        column.addStretch(2)
        column.addWidget(title)
        column.addWidget(line)
        column.addSpacing(10)
        column.addWidget(leave, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
