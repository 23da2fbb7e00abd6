"""What stands where there is nothing yet: a sign, what is missing, and what to do about it."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.base.theme import icon, look
from desktop.widgets.dressed import Dressed
from desktop.widgets.labels import text_label

SIGN, WIDEST = 40, 440


class Invitation(Dressed, QFrame):
    """A quiet panel in the middle of an empty page."""

    def __init__(self, name: str, sign: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self._sign = QLabel()
        self._icon = sign
        self._title = text_label("", "panel", wrap=True)
        self._title.setObjectName(f"{name}-title")
        self._words = text_label("", "soft", wrap=True)
        self._words.setObjectName(f"{name}-words")
        self._column = QWidget()
        self._layout = QVBoxLayout(self._column)
        self._layout.addStretch(2)
        for part in (self._sign, self._title, self._words):
            part.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            self._layout.addWidget(part)
        self._layout.addStretch(3)
        line = QHBoxLayout(self)
        line.addStretch(1)
        line.addWidget(self._column, 8)
        line.addStretch(1)
        self.dress()

    def receive(self, title: str, words: str) -> None:
        """Say this."""
        self._title.setText(title)
        self._words.setText(words)

    def for_the_room(self) -> None:
        """Leave out what is for whoever works the page."""
        self._words.hide()

    def dress(self) -> None:
        """Follow the look."""
        wanted = look()
        side = wanted.px(SIGN)
        self._sign.setPixmap(icon(self._icon, "brand", SIGN).pixmap(QSize(side, side)))
        self._column.setMaximumWidth(wanted.px(WIDEST))
        self._layout.setSpacing(wanted.px(10))
        self._layout.setContentsMargins(wanted.px(16), wanted.px(24), wanted.px(16), wanted.px(24))
