"""What to do, in three lines, until the user has read it."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.base.theme import look
from desktop.widgets.labels import text_label


class WelcomeView(QFrame):
    """Three lines and a button that puts them away."""

    read = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self._lines = QVBoxLayout()
        self._lines.addWidget(text_label(self.tr("What if the essay is wrong about the world?"), "title"))
        for line in (
            self.tr("1.  On the left, say of each assumption whether it holds, fails or is uncertain."),
            self.tr("2.  In the middle, see which of the essay's recommendations still hold."),
            self.tr("3.  On the right, read why, dispute any single step, and print the briefing sheet."),
        ):
            self._lines.addWidget(text_label(line, "soft", wrap=True))
        button = QPushButton(self.tr("Got it"))
        button.setObjectName("welcome-read")
        button.clicked.connect(self.read)
        layout = QHBoxLayout(self)
        layout.addLayout(self._lines, 1)
        layout.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        self._dress()

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.StyleChange:
            self._dress()
        super().changeEvent(event)

    def _dress(self) -> None:
        layout = self.layout()
        if layout is not None:
            wanted = look()
            layout.setContentsMargins(wanted.px(16), wanted.px(10), wanted.px(16), wanted.px(10))
            self._lines.setSpacing(wanted.px(2))
