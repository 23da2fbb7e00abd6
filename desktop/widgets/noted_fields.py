"""The fields for what is known of a signpost or an action: its own words, who, when, and where it was seen."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QSignalBlocker, QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QGridLayout, QLabel, QLineEdit, QWidget
from typing_extensions import override

from desktop.base.theme import look
from desktop.widgets.date_field import DateField
from desktop.widgets.dressed import Dressed
from desktop.widgets.labels import text_label

LONGEST_NAME, LONGEST_TEXT = 80, 300


class NotedFields(Dressed, QWidget):
    """Tells what is typed as it is typed, and a text of the room's own once it is finished."""

    noted = Signal(object)
    reworded = Signal(str)
    misread = Signal(str)
    closed = Signal()

    def __init__(self, name: str, about: str, *, source: bool, own: bool) -> None:
        super().__init__()
        self._names = QStringListModel()
        self._text = self._field(f"{name}:text", self.tr("The text of “{0}”").format(about), LONGEST_TEXT)
        self._owner = self._field(
            f"{name}:owner", self.tr("Who looks after “{0}”").format(about), LONGEST_NAME
        )
        self._date = DateField()
        self._date.setObjectName(f"{name}:date")
        self._date.setAccessibleName(self.tr("Date of “{0}”").format(about))
        self._date.setPlaceholderText(self.tr("2027-03-01"))
        self._source = self._field(
            f"{name}:source", self.tr("Where “{0}” was seen").format(about), LONGEST_TEXT
        )
        self._hint = text_label("", "label")
        self._grid = QGridLayout(self)
        self._place(0, self.tr("Text"), self._text, own, columns=5)
        self._place(1, self.tr("Owner"), self._owner, True)
        self._grid.addWidget(self._hint, 1, 2)
        self._grid.addWidget(self._date, 1, 3)
        self._grid.addWidget(self._label(self.tr("Source"), source), 1, 4)
        self._grid.addWidget(self._source, 1, 5)
        self._source.setVisible(source)
        for column, share in ((1, 4), (3, 3), (5, 5)):
            self._grid.setColumnStretch(column, share if source or column != 5 else 0)
        self._join()
        self.dress()

    def receive(self, text: str, owner: str, hint: str, day: date | None, source: str) -> None:
        """Show what is known, without telling anybody; a text that is being typed stays."""
        for field, value in ((self._owner, owner), (self._source, source)):
            _write(field, value)
        if not self._text.hasFocus():
            _write(self._text, text)
        self._hint.setText(hint)
        if not self._date.hasFocus() or self._date.text() == "":
            self._date.receive(day)

    def suggest(self, owners: Sequence[str]) -> None:
        """Offer these names while an owner is typed."""
        if self._names.stringList() != list(owners):
            self._names.setStringList(list(owners))

    def take_focus(self) -> None:
        """Put the keyboard into the first field that is likely to be filled."""
        self._owner.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    @override
    def dress(self) -> None:
        wanted = look()
        self._grid.setContentsMargins(0, wanted.px(2), 0, wanted.px(6))
        self._grid.setHorizontalSpacing(wanted.px(8))
        self._grid.setVerticalSpacing(wanted.px(6))
        self._date.setMinimumWidth(wanted.px(140))

    def _join(self) -> None:
        completer = QCompleter(self._names, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._owner.setCompleter(completer)
        self._owner.textChanged.connect(self._tell_owner)
        self._source.textChanged.connect(self._tell_source)
        self._text.editingFinished.connect(self._tell_text)
        self._date.dated.connect(self._tell_date)
        self._date.misread.connect(self.misread)

    def _field(self, name: str, spoken: str, longest: int) -> QLineEdit:
        field = QLineEdit()
        field.setObjectName(name)
        field.setAccessibleName(spoken)
        field.setMaxLength(longest)
        return field

    def _label(self, text: str, wanted: bool) -> QLabel:
        label = text_label(text, "label")
        if not wanted:
            label.hide()
        return label

    def _place(self, row: int, title: str, field: QWidget, wanted: bool, columns: int = 1) -> None:
        self._grid.addWidget(self._label(title, wanted), row, 0)
        self._grid.addWidget(field, row, 1, 1, columns)
        field.setVisible(wanted)

    def _tell_owner(self, text: str) -> None:
        self.noted.emit({"owner": text})

    def _tell_source(self, text: str) -> None:
        self.noted.emit({"source": text})

    def _tell_date(self, day: date | None) -> None:
        self.noted.emit({"on": day})

    def _tell_text(self) -> None:
        text = " ".join(self._text.text().split())
        if text:
            self.reworded.emit(text)


def _write(field: QLineEdit, text: str) -> None:
    if field.text() != text:
        with QSignalBlocker(field):
            field.setText(text)
            field.setCursorPosition(0)
