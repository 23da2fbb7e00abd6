"""What one does here, in three lines over the stage, until it has been read; the Help menu brings it back."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from desktop.base.guard import override
from desktop.base.plain_text import named
from desktop.base.theme import look
from desktop.kit.labels import text_label

WIDE = 520


class Welcome(QFrame):
    """Three lines and a button that puts them away."""

    read = Signal()

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self._over = over
        self.setObjectName("welcome")
        self._lines = QVBoxLayout(self)
        title = self.tr("What if the author is wrong about the world?")
        self._lines.addWidget(text_label(title, "headline", wrap=True))
        for line in (
            self.tr("1.  On the left, say of each assumption whether it holds, fails or is uncertain."),
            self.tr("2.  In the middle, see which recommendations still hold."),
            self.tr("3.  Pick one to read why, and what would change it."),
            self.tr("Present (F5) opens the room’s screen. Ctrl+K finds everything."),
        ):
            self._lines.addWidget(text_label(line, "lead", wrap=True))
        self._button = named(QPushButton(self.tr("Start")), "welcome-read")
        self._button.clicked.connect(self.read)
        self._cases = named(QPushButton(self.tr("Another case")), "welcome-cases")
        self._buttons = QHBoxLayout()
        self._buttons.addWidget(self._button)
        self._buttons.addWidget(self._cases)
        self._buttons.addStretch(1)
        self._lines.addLayout(self._buttons)
        over.installEventFilter(self)
        self.hide()

    def lend(self, cases: QMenu) -> None:
        """Offer the list of cases as well; whoever chooses one has begun."""
        self._cases.setMenu(cases)
        cases.triggered.connect(self.read)

    def open(self) -> None:
        """Lie over the stage, with the keyboard on the button."""
        self._lie()
        self.show()
        self.raise_()
        self._button.setFocus()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize and not self.isHidden():
            self._lie()
        return False

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.read.emit()
        else:
            super().keyPressEvent(event)

    def _lie(self) -> None:
        over, wanted = self._over, look()
        self._lines.setContentsMargins(wanted.px(24), wanted.px(20), wanted.px(24), wanted.px(20))
        self._lines.setSpacing(wanted.px(9))
        width = min(wanted.px(WIDE), over.width() - wanted.px(24))
        height = min(self._lines.heightForWidth(width), over.height() - wanted.px(24))
        self.setGeometry((over.width() - width) // 2, max(0, (over.height() - height) // 3), width, height)
