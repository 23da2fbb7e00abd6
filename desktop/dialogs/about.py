"""About the application, the case and its source, and the keys."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QGridLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop.kit.labels import text_label
from models.language.panes import source_line
from models.language.words import citation
from models.schema.case import Case

KEYS = (
    ("Ctrl+K", "find anything: commands, pages, assumptions, recommendations, arguments"),
    ("F1", "what the words mean"),
    ("Up, Down", "from one assumption to the next"),
    ("H or 1", "the assumption holds"),
    ("U or 2", "the assumption is uncertain"),
    ("F or 3", "the assumption fails"),
    ("Backspace", "as in the source"),
    ("Enter", "explain what the keyboard is on"),
    ("Ctrl+1 … Ctrl+5", "the programme and the four questions"),
    ("F6, F7, F8", "to the assumptions, the page, the why"),
    ("Ctrl+Shift+L, Ctrl+Shift+R", "fold or open the left or the right drawer"),
    ("Alt+Left, Alt+Right", "before the last change, and after it again"),
    ("Ctrl+Shift+F", "play again what it turned"),
    ("F5", "open and close the room’s screen"),
    ("F4, Ctrl+B, Ctrl+F5", "keep what the room sees, blank it, spotlight what is picked"),
    ("Page Down, Page Up, B", "a presenter’s remote: next, previous, blank"),
    ("Esc", "close what lies on top: a notice, a drawer, at last the room’s screen"),
    ("+, −, F, Esc", "on the map: closer, further, the whole, no focus"),
    ("Ctrl+Z, Ctrl+Shift+Z", "undo, redo"),
    ("Ctrl+R", "reset all assumptions"),
    ("Ctrl+S, Ctrl+O, Ctrl+N", "save, open, new"),
    ("Ctrl+P, Ctrl+E", "briefing sheet, minutes"),
    ("Ctrl++, Ctrl+-, Ctrl+0", "larger, smaller, normal size"),
)


class TextDialog(QDialog):
    """A title and sections of plain text that scroll."""

    def __init__(self, name: str, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setWindowTitle(title)
        page = QWidget()
        page.setObjectName("page")
        self._column = QVBoxLayout(page)
        self._column.setSpacing(8)
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setWidget(page)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 12, 14, 12)
        layout.addWidget(scroll, 1)
        layout.addWidget(buttons)
        self._add(title, "panel")
        self.resize(640, 520)

    def _add(self, text: str, role: str = "body") -> None:
        label = text_label(text, role, wrap=True)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._column.addWidget(label)

    def _section(self, title: str, texts: Sequence[str]) -> None:
        if texts:
            self._add(title, "section")
            for text in texts:
                self._add(text)

    def _finish(self) -> None:
        self._column.addStretch(1)


class AboutDialog(TextDialog):
    """What this is, its version, and whose work it uses."""

    def __init__(self, version: str, log: str, parent: QWidget | None = None) -> None:
        super().__init__(
            "about-dialog", parent.tr("About WhatHolds") if parent else "About WhatHolds", parent
        )
        self._add(self.tr("Version {0}, MIT licence").format(version), "label")
        self._add(
            self.tr(
                "WhatHolds lets a room ask of a piece of advice: and what if we are wrong about the world? "
                "It encodes an argument as rules and works out, exactly, which recommendations hold."
            )
        )
        self._section(
            self.tr("Method"),
            [
                self.tr(
                    "Assumption-Based Planning: Dewar and others, RAND MR-114, 1993; Dewar, Cambridge "
                    "University Press, 2002."
                ),
                self.tr("Rules and proof standards: Carneades, Gordon, Prakken and Walton, 2007."),
                self.tr("Uncertain means that it could be either: every way of settling it is tried."),
            ],
        )
        self._section(
            self.tr("Typeface and icons"),
            [self.tr("Pretendard, SIL Open Font License."), self.tr("Lucide, ISC licence.")],
        )
        self._section(self.tr("Log file"), [log])
        self._finish()


class CaseDialog(TextDialog):
    """The case, its source, the background it takes for granted and what its author concedes."""

    def __init__(self, case: Case, parent: QWidget | None = None) -> None:
        super().__init__("case-dialog", case.title, parent)
        self._section(self.tr("Source"), [source_line(case.source)])
        self._add(
            self.tr("Every text is a paraphrase; the numbers after ¶ are paragraphs of the source."), "label"
        )
        self._section(
            self.tr("Background, shown and not toggled"),
            [f"{fact.id}  {fact.text}. {citation(fact.paragraphs)}" for fact in case.background],
        )
        self._section(
            self.tr("What the author concedes, and how it is treated"),
            [f"{item.text} {item.treatment} {citation(item.paragraphs)}" for item in case.concessions],
        )
        self._finish()


class KeysDialog(QDialog):
    """The keys, in two columns."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("keys-dialog")
        self.setWindowTitle(self.tr("Keyboard"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(6)
        for row, (keys, meaning) in enumerate(KEYS):
            grid.addWidget(text_label(keys, "title"), row, 0)
            grid.addWidget(text_label(self.tr(meaning), "soft"), row, 1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 18, 22, 14)
        layout.setSpacing(14)
        layout.addWidget(text_label(self.tr("Keyboard"), "panel"))
        layout.addLayout(grid)
        layout.addWidget(buttons)
