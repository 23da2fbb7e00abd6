"""The last line of the room’s screen: the case, the time that is left, and what page this is."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QSpacerItem

from desktop.base.plain_text import named
from desktop.base.theme import Look, Weight, icon
from desktop.kit.labels import ShortLabel, text_label

HIGH = 26
"""Its height, unscaled."""


class Foot(QFrame):
    """Shows the line."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("room-foot")
        self._case = named(ShortLabel("soft"), "room-case")
        self._clock = text_label("")
        self._timer = named(text_label(""), "room-timer")
        self._page = named(text_label("", "soft"), "room-page")
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._case, 1)
        for label in (self._clock, self._timer):
            self._row.addWidget(label)
        self._gap = QSpacerItem(0, 0)
        self._row.addItem(self._gap)
        self._row.addWidget(self._page)

    def wear(self, wanted: Look) -> None:
        self.setFixedHeight(wanted.px(HIGH))
        self._row.setContentsMargins(wanted.px(24), 0, wanted.px(24), 0)
        self._row.setSpacing(wanted.px(5))
        self._gap.changeSize(wanted.px(8), 0)
        for label in (self._case, self._page):
            label.setFont(wanted.font(11))
        self._timer.setFont(wanted.font(11, Weight.SEMIBOLD))
        symbol = icon("clock", "ink", 13)
        self._clock.setPixmap(symbol.pixmap(wanted.px(13)))

    def show_texts(self, case: str, timer: str, page: str) -> None:
        """Show the line; without a timer its sign is not there either."""
        self._case.show_whole(case)
        self._timer.setText(timer)
        self._page.setText(page)
        for label in (self._clock, self._timer):
            label.setVisible(bool(timer))
