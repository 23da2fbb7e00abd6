"""A large button of an inviting page: what it does in large type, and beneath it what comes of it."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QPaintEvent

from desktop.base.guard import override
from desktop.base.theme import Weight
from desktop.kit.button import OptionButton
from desktop.kit.signs import smooth
from desktop.kit.text import Flowed, Run, TextBox, Words, flow, type_in

ACROSS, PAD, APART = 268, 18, 4
"""How wide it is, the room around its words, and between what it does and what comes of it; unscaled."""


class LargeButton(OptionButton):
    """Shows an option with its tip beneath."""

    @override
    def sizeHint(self) -> QSize:
        title, told = self._told("ink")
        apart = self.look.px(APART) if told.height else 0
        return QSize(self.look.px(ACROSS), title.height + apart + told.height + 2 * self.look.px(PAD))

    @override
    def text_boxes(self) -> list[TextBox]:
        return [box for words in self._placed("ink") for box in words.boxes(self.geometry())]

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = smooth(self)
        for words in self._placed(self._paint_ground(painter)):
            words.draw(painter, self.look)

    def _told(self, ink: str) -> tuple[Flowed, Flowed]:
        option, look = self.option, self.look
        text, tip = (option.text, option.tip) if option else ("", "")
        room = look.px(ACROSS - 2 * PAD)
        title = flow((Run(text, type_in(look, 16, Weight.SEMIBOLD), "brand" if ink == "ink" else ink),), room)
        return title, flow((Run(tip, type_in(look, 13), "ink_soft"),) if tip else (), room)

    def _placed(self, ink: str) -> list[Words]:
        title, told = self._told(ink)
        apart = self.look.px(APART) if told.height else 0
        pad = self.look.px(PAD)
        return [Words(title, pad, pad), Words(told, pad, pad + title.height + apart)]
