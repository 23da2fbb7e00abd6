"""Takes ballots as they are read out, by single keys; shows the line that comes next, and how many are in."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from desktop.base.guard import override
from desktop.base.plain_text import named
from desktop.base.theme import Weight, look
from desktop.kit.labels import text_label
from models.language.words import counted
from models.language.workshop.ballot_words import COLUMNS, KEYS, BallotsTyped, Marks
from models.language.workshop.tallies import TallyLine

HOW = "H holds · U not sure · F fails · Space no answer · Enter next ballot · Backspace takes back"


class BallotReader(QFrame):
    """Has the keyboard while ballots are read out; `added` and `taken_back` give one ballot's answers by line."""

    added = Signal(tuple)
    taken_back = Signal(tuple)
    at_line = Signal(str)

    def __init__(self, lines: Sequence[TallyLine], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, "ballot-reader", role="panel")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._lines = lines
        self._typed = BallotsTyped(lines=len(lines))
        self._which = text_label("", "label")
        self._asked = named(text_label("", "body", wrap=True), "ballot-line")
        self._asked.setFont(look().font(16, Weight.SEMIBOLD))
        self._so_far = named(text_label("", "body"), "ballot-marks")
        layout = QVBoxLayout(self)
        for part in (self._which, self._asked, self._so_far, text_label(self.tr(HOW), "soft", wrap=True)):
            layout.addWidget(part)
        self._show()

    @property
    def present(self) -> Marks:
        return self._typed.present

    @property
    def is_partly_read(self) -> bool:
        """Whether lines of the present ballot are still to be read."""
        return 0 < len(self._typed.present) < len(self._lines)

    def finish(self) -> None:
        """Take the ballot that is begun as it is."""
        self._turn(self._typed.finished())

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._show()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, text = event.key(), event.text().casefold()
        if event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier):
            super().keyPressEvent(event)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.finish()
        elif key in (Qt.Key.Key_Backspace, Qt.Key.Key_Left):
            self._turn(self._typed.back())
        elif text in KEYS:
            self._turn(self._typed.answered(KEYS[text]))
        else:
            super().keyPressEvent(event)

    def _turn(self, typed: BallotsTyped) -> None:
        """Go on to another state, and say which ballot came in or was opened again."""
        before, self._typed = self._typed, typed
        if len(typed.read) > len(before.read):
            self.added.emit(typed.read[-1])
        elif len(typed.read) < len(before.read):
            self.taken_back.emit(before.read[-1])
        self._show()

    def _show(self) -> None:
        present, place = self._typed.present, len(self._typed.present)
        read = self.tr("Ballot {0}, {1} read so far")
        self._which.setText(read.format(len(self._typed.read) + 1, counted(len(self._typed.read), "ballot")))
        if place < len(self._lines):
            line = self._lines[place]
            self._asked.setText(f"{line.code} {line.title}")
            self.at_line.emit(line.id)
        else:
            self._asked.setText(self.tr("All lines are read. Enter takes the ballot."))
        self._so_far.setText(_marks(present, self._lines))
        self.setAccessibleName(f"{self._which.text()}. {self._asked.text()}. {self.tr(HOW)}")


def _marks(present: Marks, lines: Sequence[TallyLine]) -> str:
    """The last answers of the present ballot, for a glance back."""
    words = dict(zip(KEYS.values(), COLUMNS, strict=False))
    told = [
        f"{line.code} {words.get(mark, '–') if mark else '–'}"
        for line, mark in zip(lines, present, strict=False)
    ]
    return ", ".join(told[-4:]) or " "
