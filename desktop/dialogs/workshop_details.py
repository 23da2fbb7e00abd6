"""What a workshop is called, where, when and with whom it is held: it stands on the minutes and all that is printed."""

from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QPlainTextEdit,
    QSpinBox,
    QWidget,
)

from models.schema.record import Details
from models.schema.value import MAX_TEXT

LONGEST, MOST_GROUPS = 120, 200


class WorkshopDetailsDialog(QDialog):
    """Edits the title and the details of a workshop."""

    def __init__(self, title: str, details: Details, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("workshop-details-dialog")
        self.setWindowTitle(self.tr("Workshop details"))
        self._title = _line("workshop-title", title, self.tr("such as Winter workshop"))
        self._place = _line("workshop-place", details.place)
        self._held = _line("workshop-held", details.held, self.tr("otherwise the days in the log"))
        self._led = _line("workshop-led-by", details.led_by)
        self._part = QPlainTextEdit(details.took_part)
        self._part.setObjectName("workshop-took-part")
        self._part.setTabChangesFocus(True)
        self._part.setPlaceholderText(self.tr("a name in each line; for the minutes, never in the room"))
        self._awaited = QSpinBox()
        self._awaited.setObjectName("workshop-awaited")
        self._awaited.setRange(0, MOST_GROUPS)
        self._awaited.setSpecialValueText(self.tr("not known"))
        self._awaited.setValue(details.awaited)
        self._lay_out()

    @property
    def title(self) -> str:
        """What the workshop is called."""
        return self._title.text().strip()

    @property
    def details(self) -> Details:
        """The details as written."""
        return Details(
            place=self._place.text().strip(),
            held=self._held.text().strip(),
            led_by=self._led.text().strip(),
            took_part=self._part.toPlainText().strip()[:MAX_TEXT],
            awaited=self._awaited.value(),
        )

    def _lay_out(self) -> None:
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QFormLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(12)
        layout.addRow(self.tr("&Title"), self._title)
        layout.addRow(self.tr("&Where"), self._place)
        layout.addRow(self.tr("Wh&en"), self._held)
        layout.addRow(self.tr("&Led by"), self._led)
        layout.addRow(self.tr("Who took &part"), self._part)
        layout.addRow(self.tr("&Groups expected"), self._awaited)
        layout.addRow(buttons)
        self.resize(560, 400)


def _line(name: str, text: str, hint: str = "") -> QLineEdit:
    line = QLineEdit(text)
    line.setObjectName(name)
    line.setMaxLength(LONGEST)
    line.setPlaceholderText(hint)
    return line
