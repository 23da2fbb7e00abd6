"""The header: the scenario's title, whether it is saved, undo and redo, and the one primary button."""

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenuBar,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QWidget,
)
from typing_extensions import override

from desktop.base.theme import icon, look
from desktop.widgets.choices import Choices
from desktop.widgets.labels import text_label
from desktop.widgets.timer_chip import TimerChip
from models.schema.snapshot import Snapshot

if TYPE_CHECKING:
    from models.pages.agenda import AgendaMoment

WHOLE, TIGHT = 1200, 1000


class HeaderView(QFrame):
    """The line along the top of the window; on most systems it carries the menus too."""

    title_written = Signal(str)
    section_chosen = Signal(str)
    sheet_wished = Signal()

    def __init__(self, menus: QMenuBar, undo: QAction, redo: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("header")
        self._sign = QLabel()
        self._title = QLineEdit()
        self._title.setObjectName("scenario-title")
        self._title.setProperty("role", "title")
        self._title.setAccessibleName(self.tr("Title of the scenario"))
        self._title.setToolTip(self.tr("Title of the scenario; click to change it"))
        self._title.setMaxLength(120)
        self._title.editingFinished.connect(self._tell_title)
        self._state = text_label("", "label")
        self._state.setObjectName("saved-state")
        self._sections = Choices("section", {"case": self.tr("Case"), "workshop": self.tr("Workshop")})
        self._sections.setAccessibleName(self.tr("The case or the workshop (F9)"))
        self._sections.chosen.connect(self.section_chosen)
        self._timer = TimerChip()
        self._undo = self._button(undo)
        self._redo = self._button(redo)
        self._sheet = QPushButton()
        self._sheet.setAccessibleName(self.tr("Briefing sheet"))
        self._sheet.setObjectName("sheet-button")
        self._sheet.setProperty("role", "primary")
        self._sheet.setToolTip(self.tr("Preview, print or save the briefing sheet (Ctrl+P)"))
        self._sheet.clicked.connect(self.sheet_wished)
        self._layout = QHBoxLayout(self)
        self._name = text_label("WhatHolds", "app")
        self._layout.addWidget(self._sign)
        self._layout.addWidget(self._name)
        menus.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum)
        self._layout.addWidget(menus, 0, Qt.AlignmentFlag.AlignVCenter)
        self._layout.addWidget(self._rule())
        self._layout.addWidget(self._sections)
        self._layout.addWidget(self._title, 1)
        self._layout.addWidget(self._timer)
        self._layout.addWidget(self._state)
        self._layout.addWidget(self._undo)
        self._layout.addWidget(self._redo)
        self._layout.addWidget(self._sheet)
        self._dress()

    def receive(self, snapshot: Snapshot) -> None:
        """Show the scenario's title; where it has none, the case's stands in its place."""
        self._title.setPlaceholderText(f"{snapshot.case.title} – {self.tr('untitled scenario')}")
        if not self._title.hasFocus() or not self._title.isModified():
            self._title.setText(snapshot.scenario.title)
            self._title.setCursorPosition(0)

    def show_saved(self, name: str, unsaved: bool, saved_at: datetime | None) -> None:
        """Say whether the scenario is safe in a file."""
        if unsaved:
            state = self.tr("Unsaved changes")
        elif saved_at is not None:
            state = self.tr("Saved {0:%H:%M}").format(saved_at)
        else:
            state = name
        self._state.setText(state)

    def show_section(self, name: str) -> None:
        """Mark the section that is open."""
        self._sections.take(name)

    def show_moment(self, moment: "AgendaMoment") -> None:
        """Show the step of the agenda and its time."""
        self._timer.show_moment(moment)

    def finish_writing(self) -> None:
        """Hand over a title that is still being typed."""
        if self._title.isModified():
            self._tell_title()

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.StyleChange:
            self._dress()
        super().changeEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tighten()

    def _tighten(self) -> None:
        """Where there is little room, let the menus have it."""
        width = self.width()
        self._name.setVisible(width >= look().px(WHOLE))
        self._sheet.setText(self.tr("Briefing sheet") if width >= look().px(WHOLE) else "")
        self._state.setVisible(width >= look().px(TIGHT))

    def _button(self, action: QAction) -> QToolButton:
        button = QToolButton()
        button.setDefaultAction(action)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        button.setObjectName(f"{action.objectName()}-button")
        return button

    def _rule(self) -> QFrame:
        rule = QFrame()
        rule.setObjectName("header-rule")
        rule.setFixedWidth(1)
        return rule

    def _dress(self) -> None:
        wanted = look()
        self.setFixedHeight(wanted.px(52))
        self._layout.setContentsMargins(wanted.px(14), 0, wanted.px(12), 0)
        self._layout.setSpacing(wanted.px(8))
        self._sign.setPixmap(icon("shield-question-mark", "brand", 22).pixmap(wanted.px(22)))
        self._sheet.setIcon(icon("printer", "on_brand", 16))
        self._tighten()
        for button, name in ((self._undo, "undo-2"), (self._redo, "redo-2")):
            button.setFixedSize(wanted.px(34), wanted.px(34))
            button.setIconSize(QSize(wanted.px(18), wanted.px(18)))
            action = button.defaultAction()
            if action is not None:
                action.setIcon(icon(name, "ink", 18))

    def _tell_title(self) -> None:
        if self._title.isModified():
            self._title.setModified(False)
            self.title_written.emit(self._title.text().strip())
