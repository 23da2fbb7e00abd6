"""A field for a date: typed, or chosen in a calendar; cleared with one click."""

from datetime import date

from PySide6.QtCore import QDate, QLocale, QPoint, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QFrame, QLineEdit, QToolButton, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.base.theme import icon, look
from desktop.widgets.dressed import Dressed
from models.language.dates import FIRST, LAST, read_date

LONGEST = 30


class CalendarPopup(QFrame):
    """A calendar under a field; choosing a day closes it."""

    chosen = Signal(object)

    def __init__(self, shown: date | None, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("calendar-popup")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._calendar = QCalendarWidget()
        self._calendar.setObjectName("calendar")
        self._calendar.setLocale(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
        self._calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self._calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self._calendar.setDateRange(_day(FIRST), _day(LAST))
        self._dress_calendar()
        if shown is not None:
            self._calendar.setSelectedDate(_day(shown))
        for told in (self._calendar.clicked, self._calendar.activated):
            told.connect(self._choose)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.addWidget(self._calendar)

    def open_under(self, field: QWidget) -> None:
        """Open below a field, or above it where the screen ends."""
        self.adjustSize()
        place = field.mapToGlobal(QPoint(0, field.height()))
        room = field.screen().availableGeometry()
        if place.y() + self.height() > room.bottom():
            place = field.mapToGlobal(QPoint(0, -self.height()))
        place.setX(max(room.left(), min(place.x(), room.right() - self.width())))
        self.move(place)
        self.show()
        self._calendar.setFocus()

    def _dress_calendar(self) -> None:
        """In our colours, Saturdays and Sundays too, and with our arrows."""
        plain = QTextCharFormat()
        plain.setForeground(look().colour("ink"))
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self._calendar.setWeekdayTextFormat(day, plain)
        heads = QTextCharFormat()
        heads.setForeground(look().colour("ink_soft"))
        self._calendar.setHeaderTextFormat(heads)
        for name, sign in (("prevmonth", "chevron-left"), ("nextmonth", "chevron-right")):
            button = self._calendar.findChild(QToolButton, f"qt_calendar_{name}")
            if button is not None:
                button.setIcon(icon(sign, "ink_soft", 16))

    def _choose(self, day: QDate) -> None:
        self.chosen.emit(date(day.year(), day.month(), day.day()))
        self.close()


class DateField(Dressed, QLineEdit):
    """Tells the date once it is whole, None once it is cleared, and what is no date in a sentence."""

    dated = Signal(object)
    misread = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._known: date | None = None
        self.setMaxLength(LONGEST)
        self._clear = QAction(self.tr("No date"), self)
        self._clear.triggered.connect(self.clear)
        self._open = QAction(self.tr("Choose in a calendar"), self)
        self._open.triggered.connect(self.open_calendar)
        for action in (self._open, self._clear):
            self.addAction(action, QLineEdit.ActionPosition.TrailingPosition)
        self._clear.setVisible(False)
        self.textChanged.connect(self._cleared)
        self.editingFinished.connect(self._read)
        self.dress()

    def receive(self, day: date | None) -> None:
        """Show a date as if nothing had been typed."""
        self._known = day
        self._write(day.isoformat() if day else "")

    def open_calendar(self) -> None:
        """Offer a calendar, at the date that is there."""
        popup = CalendarPopup(self._known, self)
        popup.chosen.connect(self._take)
        popup.open_under(self)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down:
            self.open_calendar()
        else:
            super().keyPressEvent(event)

    @override
    def dress(self) -> None:
        self._open.setIcon(icon("calendar", "ink_soft", 16))
        self._clear.setIcon(icon("x", "ink_soft", 14))

    def _write(self, text: str) -> None:
        if self.text() != text:
            with QSignalBlocker(self):
                self.setText(text)
        self._clear.setVisible(bool(text))

    def _cleared(self, text: str) -> None:
        self._clear.setVisible(bool(text))
        if not text:
            self._take(None)

    def _read(self) -> None:
        try:
            day = read_date(self.text())
        except ValueError as wrong:
            self.misread.emit(str(wrong))
            self._write(self._known.isoformat() if self._known else "")
        else:
            self._take(day)

    def _take(self, day: date | None) -> None:
        if day != self._known:
            self.dated.emit(day)
        self.receive(day)


def _day(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)
