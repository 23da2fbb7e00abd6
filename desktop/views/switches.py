"""How the argument is read: two plain switches, each with the sentence that says what it means now."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget
from typing_extensions import override

from desktop.base.theme import look
from desktop.widgets.plain_switch import PlainSwitch
from models.language.words import ADDED_SENTENCE, ADDED_SWITCH, READING_SENTENCES
from models.schema.case import Reading
from models.schema.snapshot import Snapshot


class SwitchesView(QFrame):
    """The reading, and whether objections that the source does not raise are counted."""

    reading_chosen = Signal(object)
    added_chosen = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("argument-switches")
        self._reading = PlainSwitch(self.tr("Every strand must stand"))
        self._reading.setObjectName("reading")
        self._reading.switched.connect(self._tell_reading)
        self._added = PlainSwitch(ADDED_SWITCH)
        self._added.setObjectName("added")
        self._added.switched.connect(self.added_chosen)
        layout = QHBoxLayout(self)
        layout.addWidget(self._reading, 1)
        layout.addWidget(self._added, 1)
        self._dress()

    def receive(self, snapshot: Snapshot) -> None:
        """Show how the scenario reads the argument."""
        reading = snapshot.scenario.reading
        self._reading.receive(reading is Reading.EVERY_STRAND, READING_SENTENCES[reading])
        self._added.receive(snapshot.scenario.added, ADDED_SENTENCE)

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.StyleChange:
            self._dress()
        super().changeEvent(event)

    def _dress(self) -> None:
        layout = self.layout()
        if layout is not None:
            wanted = look()
            layout.setContentsMargins(wanted.px(10), wanted.px(2), wanted.px(10), wanted.px(2))
            layout.setSpacing(wanted.px(12))

    def _tell_reading(self, every: bool) -> None:
        self.reading_chosen.emit(Reading.EVERY_STRAND if every else Reading.ANY_GROUND)
