"""How the arguments are read: whether one is enough, and whether added objections count."""

from functools import partial

from PySide6.QtCore import QEvent, QRectF, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.base.guard import override
from desktop.base.layouts import flush
from desktop.base.plain_text import named, plain_tip, set_tip
from desktop.base.roles import Role, set_role
from desktop.base.theme import is_new_look, look
from desktop.kit.signs import smooth
from desktop.kit.text import type_in, width_of
from models.language.messages import message
from models.language.panes import OBJECTIONS, counted_word, objections_tip
from models.language.words import READING_SENTENCES, READING_WORDS
from models.schema.grades import Reading
from models.schema.snapshot import Snapshot
from models.schema.steps.scenario_steps import count_objections, read_as


class Switch(QAbstractButton):
    """On or off, with its name and one word that says what it means now."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(name)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._word = ""

    def receive(self, on: bool, word: str) -> None:
        with QSignalBlocker(self):
            self.setChecked(on)
        self._word = word
        self.setAccessibleDescription(word)
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        wanted = look()
        type_ = type_in(wanted, 12.5)
        words = width_of(self.text(), type_) + width_of(self._word, type_)
        return QSize(round(words) + wanted.px(46), wanted.px(24))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        wanted = look()
        painter = smooth(self)
        high = wanted.px(14)
        track = QRectF(1, (self.height() - high) / 2, wanted.px(26), high)
        on = self.isChecked()
        painter.setPen(wanted.colour("brand" if on else "ink_faint"))
        painter.setBrush(wanted.colour("brand" if on else "track"))
        painter.drawRoundedRect(track, high / 2, high / 2)
        knob = high - wanted.px(4)
        left = track.right() - knob - wanted.px(2) if on else track.left() + wanted.px(2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(wanted.colour("on_brand" if on else "ink_soft"))
        painter.drawEllipse(QRectF(left, track.top() + wanted.px(2), knob, knob))
        type_ = type_in(wanted, 12.5)
        painter.setFont(type_.font)
        start = track.right() + wanted.px(8)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setPen(wanted.colour("ink"))
        painter.drawText(QRectF(start, 0, self.width(), self.height()), middle, self.text())
        start += width_of(self.text(), type_) + wanted.px(7)
        painter.setPen(wanted.colour("ink_soft"))
        painter.drawText(QRectF(start, 0, self.width(), self.height()), middle, self._word)
        if self.hasFocus():
            painter.setPen(wanted.colour("brand"))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)


class Switches(QFrame):
    """The reading as two words side by side, and the switch of the objections."""

    acted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("switches")
        self._group = QButtonGroup(self)
        self._readings: dict[Reading, QPushButton] = {}
        self._segments = named(QFrame(), "segments", self.tr("How arguments combine"))
        set_role(self._segments, Role.Grouping)
        row = flush(QHBoxLayout(self._segments))
        for reading, words in READING_WORDS.items():
            row.addWidget(self._choice(reading, message(words)))
        self._objections = named(Switch(message(OBJECTIONS)), "objections", message(OBJECTIONS))
        self._objections.toggled.connect(self._count)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._segments)
        self._column.addWidget(self._objections, 0, Qt.AlignmentFlag.AlignLeft)
        self._dress()

    def receive(self, snapshot: Snapshot) -> None:
        reading = self._readings[snapshot.scenario.reading]
        with QSignalBlocker(reading):
            reading.setChecked(True)
        added = snapshot.scenario.added
        self._objections.setToolTip(plain_tip(objections_tip(snapshot.case)))
        self._objections.receive(added, counted_word(added))

    @override
    def changeEvent(self, event: QEvent) -> None:
        if is_new_look(self, event):
            self._dress()
        super().changeEvent(event)

    def _choice(self, reading: Reading, words: str) -> QPushButton:
        button = named(QPushButton(words), f"reading:{reading.value}", role="segment")
        button.setCheckable(True)
        button.setAutoExclusive(True)
        set_tip(button, message(READING_SENTENCES[reading]))
        button.toggled.connect(partial(self._read, reading))
        self._group.addButton(button)
        self._readings[reading] = button
        return button

    def _read(self, reading: Reading, chosen: bool) -> None:
        if chosen:
            self.acted.emit(read_as(reading))

    def _count(self, added: bool) -> None:
        self.acted.emit(count_objections(added))

    def _dress(self) -> None:
        wanted = look()
        self._column.setContentsMargins(wanted.px(10), wanted.px(3), wanted.px(10), wanted.px(2))
        self._column.setSpacing(wanted.px(1))
        for button in self._readings.values():
            button.setFixedHeight(wanted.px(24))
