"""The header: the menus, what is open and whether it is saved, undo and redo, and the one filled button."""

from datetime import datetime

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QAction, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenuBar,
    QPushButton,
    QSizePolicy,
    QToolButton,
)

from desktop.base.guard import override
from desktop.base.plain_text import plain_label, set_tip
from desktop.base.theme import icon, is_new_look, look, repolish
from desktop.kit.labels import ShortLabel
from desktop.room.present_strip import PresentStrip
from models.schema.snapshot import Snapshot

HIGH = 48
WHOLE, TIGHT = 1180, 800
"""Unscaled widths from which the application's name and "Briefing sheet" are spelled out, and from which
whether the work is saved is told in words; what the menus have too gives way to them below while the room is shown."""


class Title(ShortLabel):
    """What is open, in one line that gives way where there is little room; a click edits its details."""

    clicked = Signal()

    def __init__(self) -> None:
        super().__init__("title")
        self.setObjectName("scenario-title")
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.clicked.emit()


class Header(QFrame):
    """The line along the top of the window; on most systems it carries the menus too."""

    def __init__(self, menus: QMenuBar, actions: dict[str, QAction], strip: PresentStrip) -> None:
        super().__init__()
        self.setObjectName("header")
        self._sign = QLabel()
        self._name = plain_label("WhatHolds", wrap=False)
        self._name.setProperty("role", "app")
        self.title = Title()
        self.title.clicked.connect(actions["details"].trigger)
        self._state = plain_label(wrap=False)
        self._state.setObjectName("saved-state")
        self._state.setProperty("role", "small")
        self._undo = _icon_button(actions["undo"])
        self._redo = _icon_button(actions["redo"])
        self._sheet = QPushButton()
        self._sheet.setObjectName("sheet-button")
        self._sheet.setProperty("role", "plain")
        self._sheet.setAccessibleName(self.tr("Briefing sheet"))
        set_tip(self._sheet, self.tr("Preview, print or save the briefing sheet (Ctrl+P)"))
        self._sheet.clicked.connect(actions["print"].trigger)
        self._present = QPushButton()
        self._present.setObjectName("present-button")
        self._present.setProperty("open", False)
        self._present.clicked.connect(actions["present"].trigger)
        self._strip = strip
        self._lay_out(menus)
        self._dress()

    def receive(self, snapshot: Snapshot) -> None:
        """Show what is open, and whether the room's screen is."""
        scenario, case = snapshot.scenario.title, snapshot.case.title
        self.title.show_whole(f"{scenario} – {case}" if scenario and scenario != case else case)
        self._strip.setVisible(snapshot.room.is_open)
        if self._present.property("open") != snapshot.room.is_open:
            self._present.setProperty("open", snapshot.room.is_open)
            self._dress()

    def show_saved(self, name: str, unsaved: bool, saved_at: datetime | None) -> None:
        """Say whether the work is safe in a file."""
        if unsaved:
            state = self.tr("Unsaved changes")
        elif saved_at is not None:
            state = self.tr("Saved {0:%H:%M}").format(saved_at)
        else:
            state = name
        self._state.setText(state)

    @override
    def changeEvent(self, event: QEvent) -> None:
        if is_new_look(self, event):
            self._dress()
        super().changeEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tighten()

    def _lay_out(self, menus: QMenuBar) -> None:
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._sign)
        self._row.addWidget(self._name)
        menus.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum)
        self._row.addWidget(menus, 0, Qt.AlignmentFlag.AlignVCenter)
        rule = QFrame()
        rule.setObjectName("header-rule")
        rule.setFixedWidth(1)
        self._row.addWidget(rule)
        self._row.addWidget(self.title, 1)
        for part in (self._state, self._strip, self._undo, self._redo, self._sheet, self._present):
            self._row.addWidget(part)

    def _tighten(self) -> None:
        """Where there is little room, let the menus and the buttons have it."""
        width = self.width() * 100 / look().scale
        opened = bool(self._present.property("open"))
        whole = width >= (WHOLE + 240 if opened else WHOLE)
        self._name.setVisible(width >= WHOLE or (width >= 1000 and not opened))
        self._sheet.setText(_spaced(self.tr("Briefing sheet")) if whole else "")
        self._state.setVisible(width >= (WHOLE if opened else TIGHT))
        crowded = opened and width < TIGHT
        self._strip.show_thumbnail(not crowded)
        self._sheet.setVisible(not crowded)
        for button in (self._undo, self._redo):
            button.setVisible(width >= 640 and not crowded)

    def _dress(self) -> None:
        wanted = look()
        self.setFixedHeight(wanted.px(HIGH))
        self._row.setContentsMargins(wanted.px(14), 0, wanted.px(12), 0)
        self._row.setSpacing(wanted.px(7))
        self._sign.setPixmap(icon("shield-question-mark", "brand", 22).pixmap(wanted.px(22)))
        self._sheet.setIcon(icon("printer", "ink_soft", 16))
        opened = bool(self._present.property("open"))
        words = self.tr("Close") if opened else self.tr("Present")
        self._present.setText(_spaced(words))
        self._present.setAccessibleName(words)
        tip = self.tr("Close the room’s screen (F5)") if opened else self.tr("Open the room’s screen (F5)")
        set_tip(self._present, tip)
        self._present.setProperty("role", "plain" if opened else "primary")
        self._present.setIcon(icon("presentation", "ink_soft" if opened else "on_brand", 16))
        self._present.setFixedHeight(wanted.px(32))
        repolish(self._present)
        for button, name in ((self._undo, "undo-2"), (self._redo, "redo-2")):
            button.setFixedSize(wanted.px(32), wanted.px(32))
            button.setIconSize(QSize(wanted.px(17), wanted.px(17)))
            action = button.defaultAction()
            if action is not None:
                action.setIcon(icon(name, "ink", 17))
        self._tighten()


def _spaced(words: str) -> str:
    """Words with a little room before them, which style sheets do not leave after an icon."""
    return f" {words}"


def _icon_button(action: QAction) -> QToolButton:
    button = QToolButton()
    button.setDefaultAction(action)
    button.setAccessibleDescription(action.shortcut().toString())
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
    button.setObjectName(f"{action.objectName()}-button")
    return button
