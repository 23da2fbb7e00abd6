"""What would change it: the smallest changes that topple or rescue a recommendation, what is enough, what keeps it."""

from functools import partial

from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.base.theme import look
from desktop.widgets.analysed_dashboard import AdviceDashboard
from desktop.widgets.recommendation_picker import PickerChoice, RecommendationPicker
from desktop.widgets.sentence_panels import ConditionsPanel, MovesPanel
from desktop.widgets.shapes import VERDICT_TONES
from models.pages.change import (
    MOST_SHOWN,
    SHOWN,
    TRY,
    ChangePage,
    change_page,
    change_table,
    choices,
    show_all,
)
from models.schema.snapshot import Analyses, Snapshot


class ChangeView(AdviceDashboard):
    """One recommendation at a time; every change listed can be made by pressing it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("change", parent)
        self._all_of = ""
        self._picker = RecommendationPicker()
        self._moves = (MovesPanel("change-first"), MovesPanel("change-second"))
        self._conditions = (ConditionsPanel("enough"), ConditionsPanel("keeps"))
        self._lay_out()
        self._picker.picked.connect(self.pick)
        for panel in self._moves:
            panel.stances_wished.connect(self.stances_wished)
        for part in (*self._moves, *self._conditions):
            part.more_wished.connect(self._show_all)

    @override
    def show_at_once(self, snapshot: Snapshot) -> None:
        super().show_at_once(snapshot)
        shown = [
            PickerChoice(item.id, item.code, VERDICT_TONES[item.verdict], item.spoken)
            for item in choices(snapshot)
        ]
        self._picker.receive(shown, self._picked)

    @override
    def show_answers(self, snapshot: Snapshot, analyses: Analyses) -> None:
        most = MOST_SHOWN if self._all_of == self._picked else SHOWN
        page = change_page(snapshot, self._picked, most)
        self._entitle(snapshot, page)
        self._columns.setEnabled(False)
        self._show_lists(page)
        self._columns.setEnabled(True)
        self._columns.invalidate()

    @override
    def say_nothing(self, snapshot: Snapshot) -> None:
        self._entitle(snapshot, change_page(snapshot, self._picked))

    @override
    def for_the_room(self) -> None:
        super().for_the_room()
        self._picker.hide()
        for panel in self._moves:
            panel.for_the_room()

    @override
    def take_focus(self) -> None:
        """Put the keyboard on the chosen recommendation."""
        self._picker.take_focus()

    @override
    def dress(self) -> None:
        wanted = look()
        self._body.setSpacing(wanted.px(12))
        self._columns.setSpacing(wanted.px(12))
        for column in self._columns.children():
            if isinstance(column, QVBoxLayout):
                column.setSpacing(wanted.px(12))

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
        body = QWidget()
        self._body = QVBoxLayout(body)
        self._body.setContentsMargins(0, 0, 0, 0)
        self._body.addWidget(self._picker)
        self._body.addWidget(self.wait_with(lists), 1)
        self.put(body, self._columns)
        self.dress()

    def _entitle(self, snapshot: Snapshot, page: ChangePage) -> None:
        line = page.line.removesuffix(TRY).rstrip() if self.in_room else page.line
        self._frame.receive(page.headline, line, partial(change_table, snapshot, self._picked))

    def _show_all(self) -> None:
        """Show all that is known of this recommendation, until another is picked."""
        self._all_of = self._picked
        self.show_again()

    def _show_lists(self, page: ChangePage) -> None:
        for panel, listing in zip(self._moves, (*page.moves, None, None), strict=False):
            panel.setVisible(listing is not None)
            if listing is not None:
                panel.receive(listing, self._rest(listing.total, len(listing.moves)))
        for part, group in zip(self._conditions, (*page.conditions, None, None), strict=False):
            part.setVisible(group is not None)
            if group is not None:
                part.receive(group, self._rest(group.total, len(group.conditions)))

    def _rest(self, total: int, shown: int) -> str:
        return "" if self.in_room else show_all(total, shown)
