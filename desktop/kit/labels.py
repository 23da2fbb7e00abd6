"""Labels in the roles that the style sheet knows; their text is plain, whatever is in it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from desktop.base.guard import override
from desktop.base.plain_text import plain_label, set_tip

TELLING = 12
"""Of a text that is shortened so many characters tell what it is; fewer are left out, as the tip has them all."""


class ShortLabel(QLabel):
    """A text in one line that gives way where there is little room; its tip has the whole."""

    def __init__(self, role: str = "body") -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._whole = ""

    def show_whole(self, text: str) -> None:
        """Show a text, shortened where it has to be."""
        self._whole = text
        self.setAccessibleName(text)
        set_tip(self, text)
        self._shorten()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._shorten()

    def _shorten(self) -> None:
        room = self.contentsRect().width()
        text = self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, room)
        self.setText(text if text == self._whole or len(text) > TELLING else "")


def text_label(text: str, role: str = "body", *, wrap: bool = False) -> QLabel:
    label = plain_label(text, wrap=wrap)
    label.setProperty("role", role)
    return label


def say(label: QLabel, text: str) -> None:
    """Show a text in a label, which takes no room while there is none."""
    label.setText(text)
    label.setVisible(bool(text))
