"""Shows an answer, or calmly that it is being worked out; a short wait is not shown at all."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop.widgets.labels import text_label

PATIENCE = 200


class Waiting(QStackedWidget):
    """What was shown stays for a moment, so that a quick answer does not flicker; then a sentence says why not."""

    gave_up = Signal()

    def __init__(self, answer: QWidget, sentence: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._answered = False
        self._sentence = text_label(sentence or self.tr("This is being worked out."), "soft")
        self._sentence.setObjectName("waiting")
        self._sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE)
        self._patience.timeout.connect(self._give_up)
        self.addWidget(self._sentence)
        self.addWidget(answer)

    def wait(self) -> None:
        """The answer is out of date, and the next one not there yet."""
        if self._answered:
            self._patience.start()
        else:
            self._give_up()

    def forget(self) -> None:
        """What was shown is about something else: do not keep it while waiting."""
        self._answered = False

    def arrive(self) -> None:
        """The answer is there."""
        self._patience.stop()
        self._answered = True
        self.setCurrentIndex(1)

    def _give_up(self) -> None:
        self._answered = False
        self.setCurrentIndex(0)
        self.gave_up.emit()
