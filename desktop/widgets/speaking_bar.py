"""What is written down in front of a room: who speaks, and why the last change was made."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QGridLayout, QLineEdit, QWidget
from typing_extensions import override

from desktop.base.theme import look
from desktop.widgets.dressed import Dressed
from desktop.widgets.labels import text_label

LONGEST_NAME, LONGEST_WHY = 80, 1000


class SpeakingBar(Dressed, QFrame):
    """Tells who speaks, and the reason for a change once it is written.

    What is being typed belongs to the change that was the last one when it was begun, whatever comes in since.
    """

    speaker_chosen = Signal(str)
    why_written = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self._entry = ""
        self._known = ""
        self._told = ""
        self._speaker = QComboBox()
        self._speaker.setObjectName("speaker")
        self._speaker.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self._speaker.setAccessibleName(self.tr("Who speaks"))
        name = QLineEdit()
        name.setObjectName("speaker-name")
        name.setMaxLength(LONGEST_NAME)
        self._speaker.setLineEdit(name)
        self._speaker.activated.connect(self._tell_speaker)
        name.editingFinished.connect(self._tell_speaker)
        self._about = text_label("", "label", wrap=True)
        self._about.setObjectName("why-about")
        self._why = QLineEdit()
        self._why.setObjectName("why-last")
        self._why.setMaxLength(LONGEST_WHY)
        self._why.editingFinished.connect(self._tell_why)
        self._grid = QGridLayout(self)
        self._grid.addWidget(text_label(self.tr("Speaking"), "label"), 0, 0)
        self._grid.addWidget(self._speaker, 1, 0)
        self._grid.addWidget(self._about, 0, 1)
        self._grid.addWidget(self._why, 1, 1)
        self._grid.setColumnStretch(1, 1)
        self.dress()

    def receive(self, names: Sequence[str], entry: str, about: str, why: str) -> None:
        """Show who may speak and the last change, unless something is being typed about an earlier one."""
        self._offer(names)
        if self._is_typing and entry != self._entry:
            return
        self._entry, self._known = entry, why
        self._why.setEnabled(bool(entry))
        self._about.setText(self.tr("Why? {0}").format(about) if entry else self.tr("Why?"))
        self._why.setAccessibleName(self._about.text())
        if not self._is_typing:
            self._why.setText(why)
        self._why.setModified(self._is_typing)

    def show_speaker(self, name: str) -> None:
        """Show who speaks without telling anybody."""
        self._told = name
        with QSignalBlocker(self._speaker):
            self._speaker.setEditText(name)

    def take_focus(self) -> None:
        """Put the keyboard on the reason."""
        self._why.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @override
    def dress(self) -> None:
        wanted = look()
        self._grid.setContentsMargins(wanted.px(14), wanted.px(8), wanted.px(14), wanted.px(10))
        self._grid.setHorizontalSpacing(wanted.px(12))
        self._grid.setVerticalSpacing(wanted.px(2))
        self._speaker.setFixedWidth(wanted.px(160))
        for field in (self._speaker, self._why):
            field.setMinimumHeight(wanted.px(34))
        self._why.setFont(wanted.font(15))

    @property
    def _is_typing(self) -> bool:
        return self._why.isModified() and self._why.text() != self._known

    def _offer(self, names: Sequence[str]) -> None:
        if [self._speaker.itemText(place) for place in range(self._speaker.count())] == list(names):
            return
        shown = self._speaker.currentText()
        with QSignalBlocker(self._speaker):
            self._speaker.clear()
            self._speaker.addItems(list(names))
            self._speaker.setEditText(shown or (names[0] if names else ""))
        self._told = self._told or self._speaker.currentText()

    def _tell_speaker(self) -> None:
        name = " ".join(self._speaker.currentText().split())
        if name != self._told:
            self._told = name
            self.speaker_chosen.emit(name)

    def _tell_why(self) -> None:
        text = " ".join(self._why.text().split())
        changed = self._is_typing and text != self._known
        self._why.setModified(False)
        if changed and self._entry:
            self._known = text
            self.why_written.emit(self._entry, text)
