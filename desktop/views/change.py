"""What would change it: the smallest changes that topple or rescue a recommendation, what is enough, what keeps it."""

from functools import partial

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.theme import look
from desktop.widgets.dashboard import Dashboard
from desktop.widgets.dashboard_frame import DashboardFrame
from desktop.widgets.recommendation_picker import PickerChoice, RecommendationPicker
from desktop.widgets.scroll_page import scroll_page
from desktop.widgets.sentence_panels import ConditionsPanel, MovesPanel
from desktop.widgets.shapes import VERDICT_TONES
from desktop.widgets.waiting import Waiting
from models.narrative.change import (
    MOST_SHOWN,
    SHOWN,
    ChangePage,
    change_page,
    change_table,
    choices,
    show_all,
)
from models.schema.case import Recommendation
from models.schema.snapshot import Snapshot

NARROW = 560


class ChangeView(Dashboard):
    """One recommendation at a time; every change listed can be made by pressing it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("change")
        self._snapshot: Snapshot | None = None
        self._picked = ""
        self._most = SHOWN
        self._picker = RecommendationPicker()
        self._moves = (MovesPanel("change-first"), MovesPanel("change-second"))
        self._conditions = (ConditionsPanel("enough"), ConditionsPanel("keeps"))
        self._lay_out()
        self._picker.picked.connect(self._pick)
        for panel in self._moves:
            panel.stances_wished.connect(self.stances_wished)
        for part in (*self._moves, *self._conditions):
            part.more_wished.connect(self._show_more)
        self._frame.told.connect(self.told)

    @override
    def receive(self, snapshot: Snapshot) -> None:
        """Show what would change the chosen recommendation, or that it is being worked out."""
        if self._snapshot is None or self._snapshot.case is not snapshot.case:
            self._waiting.forget()
        self._snapshot = snapshot
        self._show()

    @override
    def mark_picked(self, identifier: str) -> None:
        """Turn to the recommendation that is being explained; other statements change nothing here."""
        if identifier == self._picked or (self._snapshot and not self._is_advice(identifier)):
            return
        self._picked = identifier
        self._most = SHOWN
        if self._snapshot is not None and self.isVisible():
            self._show()

    @override
    def take_focus(self) -> None:
        """Put the keyboard on the chosen recommendation."""
        self._picker.take_focus()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        narrow = self.width() < look().px(NARROW)
        upright, level = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._columns.setDirection(upright if narrow else level)
        super().resizeEvent(event)

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.StyleChange:
            self._dress()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        lists = QWidget()
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight, lists)
        self._columns.setContentsMargins(0, 0, 0, 0)
        for parts, stretch in ((self._moves, 5), (self._conditions, 4)):
            column = QVBoxLayout()
            for part in parts:
                column.addWidget(part)
            column.addStretch(1)
            self._columns.addLayout(column, stretch)
        self._waiting = Waiting(lists)
        self._waiting.gave_up.connect(self._say_nothing)
        body = QWidget()
        self._body = QVBoxLayout(body)
        self._body.setContentsMargins(0, 0, 0, 0)
        self._body.addWidget(self._picker)
        self._body.addWidget(self._waiting, 1)
        self._frame = DashboardFrame("change", body)
        scroll_page(QWidget(), self).addWidget(self._frame)
        self._dress()

    def _dress(self) -> None:
        wanted = look()
        self._body.setSpacing(wanted.px(12))
        self._columns.setSpacing(wanted.px(12))
        for column in self._columns.children():
            if isinstance(column, QVBoxLayout):
                column.setSpacing(wanted.px(12))

    def _is_advice(self, identifier: str) -> bool:
        return self._snapshot is not None and isinstance(
            self._snapshot.case.by_id.get(identifier), Recommendation
        )

    def _refill_picker(self, snapshot: Snapshot) -> None:
        if not self._is_advice(self._picked):
            self._picked = snapshot.case.recommendations[0].id
        shown = [
            PickerChoice(item.id, item.code, VERDICT_TONES[item.verdict], item.spoken)
            for item in choices(snapshot)
        ]
        self._picker.receive(shown, self._picked)

    def _pick(self, identifier: str) -> None:
        self.mark_picked(identifier)
        self.picked.emit(identifier)

    def _show_more(self) -> None:
        self._most = MOST_SHOWN
        self._show()

    def _show(self) -> None:
        snapshot = self._snapshot
        if snapshot is None:
            return
        self._refill_picker(snapshot)
        if snapshot.analyses is None:
            self._waiting.wait()
            return
        page = change_page(snapshot, self._picked, self._most)
        self._frame.receive(page.headline, page.line, partial(change_table, snapshot, self._picked))
        self._columns.setEnabled(False)
        self._show_lists(page)
        self._columns.setEnabled(True)
        self._columns.invalidate()
        self._waiting.arrive()

    def _say_nothing(self) -> None:
        if self._snapshot is not None:
            page = change_page(self._snapshot, self._picked)
            self._frame.receive(page.headline, page.line, partial(change_table, self._snapshot, self._picked))

    def _show_lists(self, page: ChangePage) -> None:
        for panel, listing in zip(self._moves, (*page.moves, None, None), strict=False):
            panel.setVisible(listing is not None)
            if listing is not None:
                panel.receive(listing, show_all(listing.total, len(listing.moves)))
        for part, group in zip(self._conditions, (*page.conditions, None, None), strict=False):
            part.setVisible(group is not None)
            if group is not None:
                part.receive(group, show_all(group.total, len(group.conditions)))
