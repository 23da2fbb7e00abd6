"""Counts of hold, uncertain and fail for every assumption, typed across and then down, without a mouse."""

from collections.abc import Sequence

from PySide6.QtCore import QRegularExpression, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QRegularExpressionValidator
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop.base.guard import override
from desktop.base.plain_text import named
from desktop.base.theme import Weight, look, repolish
from desktop.kit.labels import text_label
from models.language.states import clause, sign
from models.language.workshop.group_words import STANCES
from models.language.workshop.tallies import TallyLine, unanswered
from models.schema.grades import Stance
from models.schema.workshop import Ballot, Count

FIELD, CODE, LEFT = 64, 40, 86
DIGITS = QRegularExpression("[0-9]{0,4}")


class CountField(QLineEdit):
    """Takes digits only; Enter goes to the next row, Up and Down to the same column of another."""

    left = Signal(int, int)

    def __init__(self, row: int, column: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._place = (row, column)
        self.setValidator(QRegularExpressionValidator(DIGITS, self))
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter)

    @property
    def number(self) -> int:
        return int(self.text() or 0)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.selectAll()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        row, column = self._place
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if not event.modifiers():
                self.left.emit(row + 1, 0)
            case Qt.Key.Key_Down:
                self.left.emit(row + 1, column)
            case Qt.Key.Key_Up:
                self.left.emit(row - 1, column)
            case _:
                super().keyPressEvent(event)


class TallyRow:
    """The parts of one assumption's row."""

    def __init__(self, place: int, line: TallyLine) -> None:
        self.line = line
        self.code = text_label(line.code, "label")
        self.title = text_label(line.title, "body", wrap=True)
        self.fields = tuple(CountField(place, column) for column in range(len(STANCES)))
        self.left = named(text_label("", "label"), f"tally-left:{line.id}")
        for field, stance in zip(self.fields, STANCES, strict=True):
            field.setObjectName(f"tally:{line.id}:{stance.value}")
            field.setAccessibleName(f"{line.code} {line.title}: {clause(stance)}")

    def count(self) -> Count:
        holds, uncertain, fails = (field.number for field in self.fields)
        return Count(id=self.line.id, holds=holds, uncertain=uncertain, fails=fails)


class TallyGrid(QScrollArea):
    """A row for each assumption; tells when a count was typed, and when the last row was left."""

    edited = Signal()
    finished = Signal()

    def __init__(self, lines: Sequence[TallyLine], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = [TallyRow(place, line) for place, line in enumerate(lines)]
        self.setObjectName("tally-grid")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        page = named(QWidget(), "page")
        outer = QVBoxLayout(page)
        outer.setContentsMargins(0, 0, 0, 0)
        self._grid = QGridLayout()
        self._grid.setColumnStretch(1, 1)
        outer.addLayout(self._grid)
        outer.addStretch(1)
        self._fill()
        self.setWidget(page)
        self.dress()

    def heads(self) -> QHBoxLayout:
        """What the columns are, in the widths that they have in the grid."""
        wanted = look()
        heads = QHBoxLayout()
        heads.setContentsMargins(0, 0, wanted.px(12) + self.verticalScrollBar().sizeHint().width(), 0)
        heads.setSpacing(wanted.px(8))
        heads.addStretch(1)
        for words, width in (*((sign(s).word, FIELD) for s in STANCES), (self.tr("No answer"), LEFT)):
            label = text_label(words, "label")
            label.setFixedWidth(wanted.px(width))
            label.setAlignment(
                Qt.AlignmentFlag.AlignHCenter if width == FIELD else Qt.AlignmentFlag.AlignLeft
            )
            heads.addWidget(label)
        return heads

    def receive(self, ballot: Ballot | None) -> None:
        for row in self._rows:
            count = ballot.of.get(row.line.id) if ballot is not None else None
            for field, stance in zip(row.fields, STANCES, strict=True):
                field.setText(str(count.of(stance)) if count is not None else "")

    def counts(self) -> tuple[Count, ...]:
        """What is typed, row by row; there may be more answers than ballots."""
        return tuple(row.count() for row in self._rows)

    def add(self, marks: Sequence[Stance | None], by: int) -> None:
        """Count one ballot's answers in, or out again, line by line."""
        for row, mark in zip(self._rows, marks, strict=True):
            for field, stance in zip(row.fields, STANCES, strict=True):
                if stance is mark:
                    field.setText(str(max(0, field.number + by)))
        self.edited.emit()

    def show_line(self, identifier: str) -> None:
        """Bring the row of an assumption into sight, and mark it as the one that is read."""
        for row in self._rows:
            here = row.line.id == identifier
            row.title.setProperty("role", "section" if here else "body")
            repolish(row.title)
            if here:
                self.ensureWidgetVisible(row.title, 0, row.title.height() * 2)

    def show_unanswered(self, heads: int) -> None:
        for row in self._rows:
            answered = row.count().answered
            row.left.setText(unanswered(heads, answered))
            row.left.setProperty("role", "wrong" if heads and answered > heads else "label")
            repolish(row.left)

    def go_to(self, row: int, column: int = 0) -> None:
        """Put the keyboard on a field; past the last row it is left."""
        if row >= len(self._rows):
            self.finished.emit()
        elif row >= 0:
            field = self._rows[row].fields[column]
            field.setFocus(Qt.FocusReason.TabFocusReason)
            self.ensureWidgetVisible(field, 0, field.height() * 2)

    def go_to_line(self, identifier: str) -> None:
        self.go_to(next(at for at, row in enumerate(self._rows) if row.line.id == identifier))

    def dress(self) -> None:
        wanted = look()
        self._grid.setContentsMargins(0, 0, wanted.px(12), wanted.px(8))
        self._grid.setHorizontalSpacing(wanted.px(8))
        self._grid.setVerticalSpacing(wanted.px(3))
        self._grid.setColumnMinimumWidth(0, wanted.px(CODE))
        self._grid.setColumnMinimumWidth(2 + len(STANCES), wanted.px(LEFT))
        for row in self._rows:
            row.code.setFont(wanted.font(12, Weight.SEMIBOLD))
            for field in row.fields:
                field.setFixedWidth(wanted.px(FIELD))

    def _fill(self) -> None:
        at = 0
        for row in self._rows:
            if row.line.section:
                self._grid.addWidget(text_label(row.line.section, "section"), at, 0, 1, 2)
                at += 1
            parts = (row.code, row.title, *row.fields, row.left)
            for column, part in enumerate(parts):
                self._grid.addWidget(part, at, column)
            for field in row.fields:
                field.textEdited.connect(self.edited)
                field.left.connect(self.go_to)
            at += 1
