"""The board: every recommendation as a card with its verdict, under a headline that counts."""

from functools import partial

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.theme import look
from desktop.widgets.card_grid import CardGrid
from desktop.widgets.dashboard import Dashboard
from desktop.widgets.labels import text_label
from desktop.widgets.recommendation_card import RecommendationCard
from desktop.widgets.tally import Tally
from models.narrative.board import cards, changes_line, headline, verdict_counts
from models.schema.case import Case
from models.schema.snapshot import Snapshot


class BoardView(Dashboard):
    """All recommendations at a glance."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("board")
        self._case: Case | None = None
        self._cards: dict[str, RecommendationCard] = {}
        self._picked = ""
        self._headline = text_label("", "headline", wrap=True)
        self._headline.setObjectName("headline")
        self._changes = text_label("", "changes", wrap=True)
        self._changes.setObjectName("board-changes")
        self._tally = Tally(large=True)
        self._grid = CardGrid(narrowest=212)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(self._top())
        layout.addWidget(self._scroll(), 1)

    @override
    def receive(self, snapshot: Snapshot) -> None:
        """Show every verdict of the snapshot."""
        shown = cards(snapshot)
        if snapshot.case is not self._case:
            self._case = snapshot.case
            self._build([RecommendationCard(card) for card in shown])
        for card in shown:
            self._cards[card.id].receive(card, card.id == self._picked)
        self._headline.setText(headline(snapshot))
        self._changes.setText(changes_line(snapshot))
        self._tally.receive(tuple(count for count in verdict_counts(snapshot) if count.number))
        self._grid.invalidate()

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
        self._grid.fit_into(self._area.viewport().height())

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
    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.StyleChange:
            self._dress()
        super().changeEvent(event)

    def _columns(self) -> int:
        return self._grid.columns(self._grid.contentsRect().width())

    def _top(self) -> QVBoxLayout:
        self._top_layout = QVBoxLayout()
        self._top_layout.setSpacing(0)
        self._changes.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        line = QHBoxLayout()
        line.addWidget(self._headline, 5)
        line.addWidget(self._changes, 6)
        self._top_layout.addLayout(line)
        self._top_layout.addWidget(self._tally)
        return self._top_layout

    def _scroll(self) -> QScrollArea:
        page = QWidget()
        page.setObjectName("page")
        page.setLayout(self._grid)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(page)
        self._dress()
        return self._area

    def _build(self, made: list[RecommendationCard]) -> None:
        for old in self._cards.values():
            self._grid.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._cards = {card.identifier: card for card in made}
        for card in made:
            self._grid.addWidget(card)
            card.clicked.connect(partial(self.picked.emit, card.identifier))

    def _dress(self) -> None:
        wanted = look()
        self._top_layout.setContentsMargins(wanted.px(16), wanted.px(8), wanted.px(16), wanted.px(4))
        self._grid.setContentsMargins(wanted.px(16), wanted.px(4), wanted.px(16), wanted.px(12))
