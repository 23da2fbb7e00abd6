"""The facilitator's note on one screen: typed at any time, handed over a moment later."""

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget
from typing_extensions import override

from desktop.base.theme import look
from desktop.widgets.dressed import Dressed

PAUSE, HIGH = 600, 42
LEAVING = (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class StepNoteField(Dressed, QPlainTextEdit):
    """A field for one note; the keys of a presenter's remote pass through it."""

    written = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._about = ""
        self._known = ""
        self.setObjectName("step-note")
        self.setAccessibleName(self.tr("Facilitator’s note on this step; never shown to the room"))
        self.setPlaceholderText(self.tr("Your note on this step. The room never sees it."))
        self.setTabChangesFocus(True)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self.finish_writing)
        self.textChanged.connect(self._wait)
        self.dress()

    def receive(self, about: str, text: str) -> None:
        """Show the note on a step; what is being typed on the same one stays."""
        if about != self._about:
            self.finish_writing()
        elif self._pause.isActive():
            return
        self._about, self._known = about, text
        if self.toPlainText().strip() != text:
            with QSignalBlocker(self):
                self.setPlainText(text)

    def finish_writing(self) -> None:
        """Hand over what has been typed, if anything has."""
        self._pause.stop()
        text = self.toPlainText().strip()
        if self._about and text != self._known:
            self._known = text
            self.written.emit(self._about, text)

    def _wait(self) -> None:
        """Hand over a moment later, also while somebody writes on, so that little is lost if it all ends here."""
        if not self._pause.isActive():
            self._pause.start()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in LEAVING:
            event.ignore()
        else:
            super().keyPressEvent(event)

    @override
    def dress(self) -> None:
        self.setFixedHeight(look().px(HIGH))
