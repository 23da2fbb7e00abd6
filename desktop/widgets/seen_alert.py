"""What was seen of an assumption, and the stances that the room could take instead; nothing is set by itself."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton
from typing_extensions import override

from desktop.base.theme import look
from desktop.widgets.dressed import Dressed
from desktop.widgets.labels import text_label
from models.pages.signposts import Offer, Watched

MOST_OFFERS = 2


class SeenAlert(Dressed, QFrame):
    """Hidden while nothing has been seen; tells the stance that the user takes over."""

    stance_wished = Signal(object)

    def __init__(self, identifier: str, *, for_room: bool) -> None:
        super().__init__()
        self.setObjectName("seen-alert")
        self._offers: tuple[Offer, ...] = ()
        self._seen = text_label("", "body", wrap=True)
        self._seen.setObjectName(f"seen:{identifier}")
        self._line = QHBoxLayout(self)
        self._line.addWidget(self._seen, 1)
        self._buttons = tuple(QPushButton() for _ in range(0 if for_room else MOST_OFFERS))
        for place, button in enumerate(self._buttons):
            button.setObjectName(f"offer:{identifier}:{place + 1}")
            button.clicked.connect(partial(self._take, place))
            self._line.addWidget(button)
        self.dress()

    def receive(self, watched: Watched) -> None:
        """Show what was seen, if anything was."""
        self._offers = watched.offers
        self._seen.setText(watched.seen)
        self.setVisible(bool(watched.seen))
        for button, offer in zip(self._buttons, watched.offers, strict=False):
            button.setText(offer.text)

    @override
    def dress(self) -> None:
        wanted = look()
        self._line.setContentsMargins(wanted.px(10), wanted.px(6), wanted.px(8), wanted.px(6))
        self._line.setSpacing(wanted.px(8))

    def _take(self, place: int) -> None:
        self.stance_wished.emit(self._offers[place].stance)
