"""The right drawer: why what is picked stands or falls, as the why page describes it."""

from time import monotonic

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from desktop.base.guard import override
from desktop.base.layouts import flush
from desktop.base.plain_text import named, set_tip
from desktop.base.theme import icon, is_new_look, look
from desktop.kit.labels import text_label
from desktop.kit.page_view import PageView
from models.schema.snapshot import Snapshot

MOMENT, AT_LAST = 20, 150
"""Milliseconds: a frame and a little, in which the board is painted first; and how long answers are waited for."""
HELD_UP = 0.6
"""Seconds for which toggles that follow each other without a pause may hold it up."""


class Why(QFrame):
    """The explanation of one statement, with what can be done about it."""

    acted = Signal(object)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, "why", self.tr("Why"))
        self._code = text_label("", "faint")
        self._close = named(QToolButton(), "close-why", self.tr("Close the why"), role="tiny")
        set_tip(self._close, self.tr("Close (Ctrl+Shift+R)"))
        self._close.clicked.connect(self.closed)
        self.view = named(PageView(), "why-view")
        self.view.acted.connect(self.acted)
        self._snapshot: Snapshot | None = None
        self._since = 0.0
        self._soon = QTimer(self, singleShot=True)
        self._soon.timeout.connect(self._show)
        self._head = QHBoxLayout()
        self._head.addWidget(text_label(self.tr("Why"), "section"))
        self._head.addWidget(self._code)
        self._head.addStretch(1)
        self._head.addWidget(self._close)
        column = flush(QVBoxLayout(self))
        column.addLayout(self._head)
        column.addWidget(self.view, 1)
        self._dress()

    def receive(self, snapshot: Snapshot) -> None:
        """Explain what is picked, a moment after what a toggle turned has been painted."""
        is_new = self._snapshot is None or self._snapshot.case is not snapshot.case
        self._snapshot = snapshot
        if is_new and snapshot.evaluation.pending:
            self._show()  # else it would explain another case for as long as this one is worked out
        if self.isVisible():
            self._explain_soon(snapshot)

    def _explain_soon(self, snapshot: Snapshot) -> None:
        picked = snapshot.case.by_id.get(snapshot.view.picked)
        self._code.setText(picked.code if picked is not None else "")
        if snapshot.analyses is not None:
            self._soon.start(MOMENT)
        elif not self._soon.isActive():
            self._since = monotonic()
            self._soon.start(AT_LAST)
        elif monotonic() - self._since < HELD_UP:
            self._soon.start(AT_LAST)

    def take_focus(self) -> None:
        """Put the keyboard on the first thing in it."""
        self._close.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _show(self) -> None:
        if self._snapshot is not None:
            from models.pages.why.page import why_page  # not needed to start

            self.view.receive(why_page(self._snapshot))

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """Show what was missed while it was closed."""
        super().showEvent(event)
        if self._snapshot is not None:
            self._explain_soon(self._snapshot)

    @override
    def changeEvent(self, event: QEvent) -> None:
        if is_new_look(self, event):
            self._dress()
        super().changeEvent(event)

    def _dress(self) -> None:
        wanted = look()
        self._close.setIcon(icon("x", "ink_soft", 16))
        self._close.setIconSize(QSize(wanted.px(16), wanted.px(16)))
        self._close.setFixedSize(wanted.px(24), wanted.px(24))
        self._head.setContentsMargins(wanted.px(14), wanted.px(7), wanted.px(10), 0)
        self._head.setSpacing(wanted.px(8))
        self.view.wear(look())
