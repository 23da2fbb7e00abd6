"""The board: every recommendation as a card with its verdict, under a headline that counts."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from desktop.base.theme import look
from desktop.widgets.analysed_dashboard import FramedDashboard
from desktop.widgets.card_face import Closeness
from desktop.widgets.card_grid import CardGrid
from desktop.widgets.recommendation_card import RecommendationCard
from desktop.widgets.scroll_page import scroll_area
from desktop.widgets.tally import Tally
from models.pages.board import board_table, cards, changes_line, headline, verdict_counts
from models.schema.case import Case
from models.schema.snapshot import Snapshot

LOWEST = 140
GAPS = {Closeness.ROOMY: 12, Closeness.CLOSE: 8, Closeness.DENSE: 8}


class BoardView(FramedDashboard):
    """All recommendations at a glance."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("board", parent)
        self._case: Case | None = None
        self._cards: dict[str, RecommendationCard] = {}
        self._picked = ""
        self._tally = Tally(large=True)
        self._grid = CardGrid(narrowest=212)
        self._arrangement: tuple[int, ...] = ()
        self._lay_out()

    @override
    def receive(self, snapshot: Snapshot) -> None:
        """Show every verdict of the snapshot."""
        shown = cards(snapshot)
        if snapshot.case is not self._case:
            self._case = snapshot.case
            self._build([RecommendationCard(card) for card in shown])
        for card in shown:
            self._cards[card.id].receive(card, card.id == self._picked)
        line = "" if self.in_room else changes_line(snapshot)
        self._frame.receive(headline(snapshot), line, partial(board_table, snapshot))
        self._tally.receive(tuple(count for count in verdict_counts(snapshot) if count.number))
        self._fit()

    @override
    def take_focus(self) -> None:
        """Put the keyboard on the card that is being explained, or on the first."""
        card = self._cards.get(self._picked) or next(iter(self._cards.values()), None)
        if card is not None:
            card.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @override
    def mark_picked(self, identifier: str) -> None:
        """Ring the card that is being explained."""
        self._picked = identifier
        for name, card in self._cards.items():
            card.show_picked(name == identifier)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Up: -self._columns(),
            Qt.Key.Key_Down: self._columns(),
        }
        step = steps.get(Qt.Key(event.key()))
        order = list(self._cards)
        here = [index for index, name in enumerate(order) if self._cards[name].hasFocus()]
        if step is None or not here or not 0 <= here[0] + step < len(order):
            super().keyPressEvent(event)
            return
        card = self._cards[order[here[0] + step]]
        card.setFocus(Qt.FocusReason.TabFocusReason)
        self._area.ensureWidgetVisible(card)
        self.picked.emit(card.identifier)

    @override
    def dress(self) -> None:
        self._body.setSpacing(look().px(4))
        self._area.setMinimumHeight(look().px(LOWEST))
        self._fit()

    def _columns(self) -> int:
        return self._grid.columns(self._grid.contentsRect().width())

    def _fit(self) -> None:
        """Let the cards come as close as it takes to see them all at once."""
        room = self._area.viewport().size()
        for closeness in (Closeness.CLOSE,) if self.in_room else (Closeness.ROOMY, Closeness.DENSE):
            for card in self._cards.values():
                card.try_on(closeness)
            self._grid.try_on(GAPS[closeness], room.height())
            if self._grid.heightForWidth(room.width()) <= room.height():
                break
        for card in self._cards.values():
            card.keep()
        arrangement = self._grid.arrangement(room.width()) if self._cards else ()
        if arrangement != self._arrangement:
            self._arrangement = arrangement
            self._grid.invalidate()

    def _lay_out(self) -> None:
        page = QWidget()
        page.setLayout(self._grid)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._area = scroll_area(page)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        body = QWidget()
        self._body = QVBoxLayout(body)
        self._body.setContentsMargins(0, 0, 0, 0)
        self._body.addWidget(self._tally)
        self._body.addWidget(self._area, 1)
        self.put(body, title="headline")
        self.dress()

    def _build(self, made: list[RecommendationCard]) -> None:
        for old in self._cards.values():
            self._grid.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._cards = {card.identifier: card for card in made}
        for card in made:
            self._grid.addWidget(card)
            card.clicked.connect(partial(self.picked.emit, card.identifier))
