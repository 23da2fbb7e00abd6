"""The glossary: every word of the method and of the application with what it means, found by a few letters."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFrame, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from desktop.kit.labels import text_label
from models.pages.glossary import Term, found, terms

NOTHING = "No word of the glossary has that in it."


class GlossaryDialog(QDialog):
    """A field, and below it the words that what is typed occurs in; those that it begins come first."""

    def __init__(self, wanted: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("glossary-dialog")
        self.setWindowTitle(self.tr("Glossary"))
        self._field = QLineEdit()
        self._field.setObjectName("glossary-field")
        self._field.setPlaceholderText(self.tr("Find a word"))
        self._field.setAccessibleName(self.tr("Find a word in the glossary"))
        self._field.setClearButtonEnabled(True)
        self._column = QVBoxLayout()
        self._column.setSpacing(12)
        self._entries = {item: _entry(item) for item in terms()}
        self._nothing = text_label(self.tr(NOTHING), "soft", wrap=True)
        self._area = self._scrolled()
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 12, 14, 12)
        layout.addWidget(self._field)
        layout.addWidget(self._area, 1)
        layout.addWidget(buttons)
        self._field.textChanged.connect(self._find)
        self._field.setText(wanted)
        self._find(wanted)
        self.resize(640, 560)

    def shown(self) -> list[str]:
        """The names of the words that are shown, from the top."""
        return [item.name for item in found(self._field.text())]

    def _scrolled(self) -> QScrollArea:
        page = QWidget()
        page.setObjectName("page")
        page.setLayout(self._column)
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(page)
        return area

    def _find(self, typed: str) -> None:
        """Show what matches, in its order; the rest waits unseen."""
        matching = found(typed)
        while self._column.takeAt(0) is not None:
            continue
        for item in matching:
            self._column.addWidget(self._entries[item])
        self._column.addWidget(self._nothing)
        self._column.addStretch(1)
        for item, entry in self._entries.items():
            entry.setVisible(item in matching)
        self._nothing.setVisible(not matching)
        self._area.verticalScrollBar().setValue(0)


def _entry(item: Term) -> QWidget:
    entry = QWidget()
    entry.setObjectName(f"term:{item.name}")
    column = QVBoxLayout(entry)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(2)
    for text, role in ((item.name, "title"), (item.text, "body")):
        label = text_label(text, role, wrap=True)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column.addWidget(label)
    return entry
