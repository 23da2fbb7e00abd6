"""Tells quietly what was done or what is wrong, with one thing to do about it; never in the way."""

from collections.abc import Callable
from enum import StrEnum

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QToolButton, QWidget

from desktop.base.theme import icon, look
from desktop.widgets.labels import text_label

SHOWN_FOR = 8000


class NoticeTone(StrEnum):
    """How serious a notice is; serious ones stay until they are closed."""

    INFO = "info"
    WARN = "warn"
    BAD = "bad"


class NoticeBar(QFrame):
    """One notice at a time, at the top of the window."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self._text = text_label("", wrap=True)
        self._text.setObjectName("notice-text")
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._action = QPushButton()
        self._action.setObjectName("notice-action")
        self._action.clicked.connect(self._act)
        self._close = QToolButton()
        self._close.setObjectName("notice-close")
        self._close.setAccessibleName(self.tr("Close this notice"))
        self._close.clicked.connect(self.hide)
        self._deed: Callable[[], None] | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 5, 8, 5)
        layout.addWidget(self._text, 1)
        layout.addWidget(self._action)
        layout.addWidget(self._close)
        self.hide()

    def tell(
        self,
        text: str,
        tone: NoticeTone = NoticeTone.INFO,
        action: str = "",
        deed: Callable[[], None] | None = None,
    ) -> None:
        """Show a notice; with an action, a button that does something about it."""
        self._text.setText(text)
        self._action.setText(action)
        self._action.setVisible(bool(action))
        self._deed = deed
        self._close.setIcon(icon("x", "ink_soft", 14))
        self.setProperty("tone", tone.value)
        self.style().unpolish(self)
        self.style().polish(self)
        self.setMinimumHeight(look().px(38))
        self.show()
        self._timer.stop()
        if tone is NoticeTone.INFO:
            self._timer.start(SHOWN_FOR)
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def _act(self) -> None:
        self.hide()
        if self._deed is not None:
            self._deed()
