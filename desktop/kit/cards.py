"""Cards in fixed slots: the board of recommendations, with the key in its last slot.

Where a card stands depends on the number of cards and the room there is, never on their states, nor on how many
lines are said above them.
"""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.base.guard import override
from desktop.base.theme import Look
from desktop.kit.block import BlockWidget, has_place
from desktop.kit.board.button import MARGIN, CardButton
from desktop.kit.board.face import Setter
from desktop.kit.board.key import CardsKey
from desktop.kit.board.setting import SMALLEST, Detail, Setting, settings
from desktop.kit.text import TextBox
from models.schema.page import Card, Cards

WIDE = 900
"""From this width on four cards stand side by side instead of three."""
MOST_COLUMNS = 8
LOWEST, CLOSE, LOW = 20, 6, 40
"""A card is at least so high; below `LOW` cards stand so close together."""
NARROWEST = 120
"""Cards become no narrower than this to tell more, unscaled: the key in the last slot has no room for words then."""
TALLEST = 1.25
"""A card is at most so many times as high as it is wide, where there are few."""
AROUND = 110
"""How much of the height of a page stands over and under the cards: a title and a line with the choices; unscaled."""


class CardsWidget(BlockWidget):
    """Shows cards in slots; tells the action of the one that is picked.

    Cards that are held back are painted as before the last change until they are let go.
    """

    bleed = MARGIN

    def __init__(self, controls: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(controls, parent)
        self._block: Cards | None = None
        self._past: dict[str, Card] = {}
        self._held: frozenset[str] = frozenset()
        self._buttons: list[CardButton] = []
        self._key = CardsKey(controls, self)
        self.setting: Setting | None = None
        self._columns = 1
        self._stage = 0
        self._stale = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    @override
    def receive(self, block: Cards) -> None:
        if block == self._block:
            return
        last, self._block = self._block, block
        self._keep_past(last, block)
        self._key.receive(block)
        if last is None or _fixed(last) != _fixed(block):
            self._make(len(block.cards))
            self._arrange()
        self._refill()

    @override
    def hold_back(self, identifiers: frozenset[str]) -> None:
        if identifiers != self._held:
            self._held = identifiers
            self._refill()

    @override
    def wear(self, look: Look) -> None:
        super().wear(look)
        self._key.wear(look)
        for button in self._buttons:
            button.look = look
        self._arrange()
        self._refill()

    @override
    def text_boxes(self) -> list[TextBox]:
        found = [box for button in self._buttons for box in button.text_boxes()]
        return found + self._key.text_boxes()

    @override
    def sizeHint(self) -> QSize:
        return QSize(self.look.px(700), self.look.px(500))

    @override
    def minimumSizeHint(self) -> QSize:
        slots = len(self._buttons) + 1
        rows = -(-slots // self._base(slots, self.width()))
        return QSize(self.look.px(240), self.look.px(rows * LOWEST + (rows - 1) * CLOSE))

    @override
    def set_stage(self, high: int) -> None:
        self._stale |= high != self._stage
        self._stage = high

    @override
    def settle(self) -> None:
        if self._stale and self.isVisible():
            self._arrange()
            self._refill()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange()
        self._refill()
        super().resizeEvent(event)

    def _keep_past(self, last: Cards | None, block: Cards) -> None:
        """Remember how a card was before its state changed, not before it was picked."""
        known = {card.id: card for card in last.cards} if last else {}
        for card in block.cards:
            before = known.get(card.id)
            if before is not None and (before.sign, before.cause) != (card.sign, card.cause):
                self._past[card.id] = before

    def _gap(self, rows: int, high: int) -> int:
        if high * 100 / self.look.scale < rows * (LOW + CLOSE):
            return CLOSE
        return 10 if not self.controls or self.width() * 100 / self.look.scale < WIDE else 14

    def _base(self, slots: int, width: int) -> int:
        wide = not self.controls or width * 100 / self.look.scale >= WIDE
        return max(1, min(4 if wide else 3, slots))

    def _make(self, number: int) -> None:
        while len(self._buttons) < number:
            button = CardButton(self.look, self.controls, self)
            button.clicked.connect(partial(self._pick, len(self._buttons)))
            button.stepped.connect(partial(self._step, len(self._buttons)))
            self._buttons.append(button)
            button.show()
        while len(self._buttons) > number:
            self._buttons.pop().deleteLater()

    def _arrange(self) -> None:
        """Choose the columns and the setting, and put every card into its slot."""
        if self._block is None or self.width() < self.look.px(60) or not has_place(self):
            return
        self._stale = False
        slots = len(self._block.cards) + 1
        high = self._stage - self.look.px(AROUND) if self._stage else self.height()
        self._columns = self._grid(slots, high)
        self.setting = self._best(self._columns, self.height())
        margin = self.look.px(MARGIN)
        for place, button in enumerate(self._buttons):
            button.setGeometry(self._place(place).adjusted(-margin, -margin, margin, margin))
        rows = -(-slots // self._columns)
        self._key.setGeometry(self._place(rows * self._columns - 1))
        self._key.set_type(self.setting)

    def _grid(self, slots: int, high: int) -> int:
        """The number of columns: the fewest in which the cards are told well in that height."""
        chosen = base = self._base(slots, self.width())
        best = self._best(base, high)
        if best.title >= 15 and best.detail is not Detail.BARE:
            return base
        for columns in range(base + 1, min(MOST_COLUMNS, slots) + 1):
            size, setting = self._size(columns, high), self._best(columns, high)
            if best.title > SMALLEST and size.width() < self.look.px(NARROWEST):
                break
            if (setting.detail, -setting.title) < (best.detail, -best.title):
                chosen, best = columns, setting
        return chosen

    def _size(self, columns: int, high: int) -> QSize:
        """How large a slot is; the ring of a picked card has room at the edges too."""
        slots = len(self._buttons) + 1
        rows, margin = -(-slots // columns), self.look.px(MARGIN)
        gap = self.look.px(self._gap(rows, high))
        width = (self.width() - 2 * margin - (columns - 1) * gap) // columns
        height = (high - 2 * margin - (rows - 1) * gap) // rows
        return QSize(width, min(height, max(self.look.px(200), round(width * TALLEST))))

    def _best(self, columns: int, high: int) -> Setting:
        size = self._size(columns, high)
        cards = self._block.cards if self._block else ()
        ways = settings(size.width(), self.look, not self.controls)
        if not any(card.lines for card in cards):
            ways = [way for way in ways if way.detail is not Detail.ARGUMENTS]
        for way in ways:
            setter = Setter(way, size.width(), size.height(), self.look)
            if all(setter.fits(card) for card in cards):
                return way
        return ways[-1]

    def _place(self, place: int) -> QRect:
        size, margin = self._size(self._columns, self.height()), self.look.px(MARGIN)
        gap = self.look.px(self._gap(-(-(len(self._buttons) + 1) // self._columns), self.height()))
        row, column = divmod(place, self._columns)
        left, top = column * (size.width() + gap), row * (size.height() + gap)
        return QRect(margin + left, margin + top, size.width(), size.height())

    def _refill(self) -> None:
        if self._block is None or self.setting is None:
            return
        size = self._size(self._columns, self.height())
        shown = [self._shown(card) for card in self._block.cards]
        some_moved = any(card.moved for card in self._block.cards)
        for button, card in zip(self._buttons, shown, strict=True):
            recedes = some_moved and not card.moved
            button.receive(card, Setter(self.setting, size.width(), size.height(), self.look, recedes))
            if self.controls:
                self._make_reachable(button, card.picked)
        if self.controls and shown and not any(card.picked for card in shown):
            self._make_reachable(self._buttons[0], True)

    def _make_reachable(self, button: CardButton, by_tab: bool) -> None:
        wanted = Qt.FocusPolicy.StrongFocus if by_tab else Qt.FocusPolicy.ClickFocus
        if button.focusPolicy() != wanted:
            button.setFocusPolicy(wanted)

    def _shown(self, card: Card) -> Card:
        if card.id not in self._held:
            return card
        past = self._past.get(card.id, replace(card, sign=card.before or card.sign, cause=""))
        return replace(past, moved=False, change="", picked=card.picked)

    def _pick(self, place: int) -> None:
        card = self._block.cards[place] if self._block else None
        if card is not None and card.action is not None:
            self.acted.emit(card.action)

    def _step(self, place: int, right: int, down: int) -> None:
        target = place + right + down * self._columns
        if 0 <= target < len(self._buttons):
            self._buttons[target].setFocus(Qt.FocusReason.OtherFocusReason)


def _fixed(block: Cards) -> tuple[object, ...]:
    """What of a block decides where its cards stand and in which type."""
    return tuple((card.id, card.title, card.code, len(card.lines)) for card in block.cards)
