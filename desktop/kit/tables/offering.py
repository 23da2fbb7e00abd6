"""What the field over a cell offers to choose from in place of typing: days for a date, phrases for a likelihood."""

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QLineEdit, QMenu, QWidget

from desktop.base.theme import Look, icon
from models.language.credences import PHRASES
from models.language.messages import message
from models.schema.page import Entry, EntryCell


class Offering(QObject):
    """Opens what is offered, with a click or Alt and Down; tells the words that were chosen."""

    chosen = Signal(str)

    def put_in(self, field: QLineEdit, cell: EntryCell, look: Look) -> None:
        """Offer in a field what its cell can be chosen from, if anything."""
        if cell.kind is Entry.DATE:
            opened = partial(self._open_calendar, field, cell.day, look)
            _add(field, "calendar", self.tr("Choose in a calendar"), opened)
        elif cell.kind is Entry.PERCENT:
            _add(field, "chevron-down", self.tr("Choose a phrase"), partial(self._open_phrases, field))

    def _open_calendar(self, field: QLineEdit, day: date | None, look: Look) -> None:
        from desktop.kit.entry.calendar import CalendarPopup

        popup = CalendarPopup(day, look, field)
        popup.chosen.connect(self.chosen)
        popup.open_under(field)

    def _open_phrases(self, field: QLineEdit) -> None:
        menu = QMenu(field)
        menu.setObjectName("phrases")
        for phrase in PHRASES:
            told = menu.addAction(f"{message(phrase.words)}\t{phrase.range_text}")
            told.triggered.connect(partial(self.chosen.emit, phrase.words))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(field.mapToGlobal(QPoint(0, field.height())))


def is_choosing(field: QWidget) -> bool:
    """Whether somebody chooses from what a field offers, and has not left it."""
    return bool(field.findChild(QWidget, "calendar-popup") or field.findChild(QMenu, "phrases"))


def _add(field: QLineEdit, sign: str, words: str, opened: Callable[[], None]) -> None:
    offer = QAction(icon(sign, "ink_soft", 16), words, field)
    offer.setShortcut(QKeySequence("Alt+Down"))
    offer.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
    offer.triggered.connect(lambda _: opened())
    field.addAction(offer, QLineEdit.ActionPosition.TrailingPosition)
