"""What stands under the argument map: what its lines mean, and where there is something to work, what there is to do.

What of the key has no room there is left out from the end.
"""

from PySide6.QtCore import QPointF, QRectF, QSize, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QWidget

from desktop.base.guard import override
from desktop.base.plain_text import named
from desktop.base.theme import Look, icon
from desktop.kit.button import Kind, OptionButton
from desktop.kit.maps.paint import FALL, THIN, pen
from desktop.kit.signs import smooth
from desktop.kit.text import type_in, width_of
from models.schema.page import Map, Option, Shape, Sign

LINES = (Shape.SOLID_LINE, Shape.DASHED_LINE, Shape.DOTTED_LINE)
LENGTH, GAP, BETWEEN, HIGH, TYPE = 26, 8, 20, 28, 11.5


class MapKey(QWidget):
    """Paints a row of lines with their words."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._signs: tuple[Sign, ...] = ()
        self._kinds: tuple[Sign, ...] = ()
        self.setObjectName("map-key")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def receive(self, signs: tuple[Sign, ...], kinds: tuple[Sign, ...]) -> None:
        """Show these signs, then the kinds of claims, each word on its line."""
        self._signs, self._kinds = signs, kinds
        self.setAccessibleName(", ".join(sign.word for sign in (*signs, *kinds)))
        self.update()

    def wear(self, look: Look) -> None:
        self._look = look
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._look.px(200), self._look.px(HIGH))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look, type_ = self._look, type_in(self._look, TYPE)
        painter = smooth(self)
        painter.setFont(type_.font)
        left, middle = 2.0, self.height() / 2
        for sign in (*self._signs, *self._kinds):
            under = sign in self._kinds
            length = look.px(LENGTH) if sign.shape in LINES and not under else 0
            gap = look.px(GAP) if length else 0
            words = width_of(sign.word, type_)
            if left + length + gap + words > self.width():
                return
            if length:
                painter.setPen(pen(look.colour(sign.tone.value), look.px(FALL * 10) / 10, sign.shape))
                painter.drawLine(QPointF(left, middle), QPointF(left + length, middle))
            painter.setPen(look.colour("ink_soft"))
            place = QRectF(left + length + gap, 0, words + 4, self.height())
            painter.drawText(place, 0x80, sign.word)
            if under:
                painter.setPen(pen(look.colour("ink"), look.px(THIN * 10) / 10, sign.shape))
                low = middle + look.px(TYPE * 0.75)
                painter.drawLine(QPointF(place.left(), low), QPointF(place.left() + words, low))
            left = place.right() + look.px(BETWEEN)


ICON, SIDE = 16, 28
TOOLS = {
    "map-in-words": "list-tree",
    "map-zoom-out": "zoom-out",
    "map-zoom-in": "zoom-in",
    "map-fit": "maximize",
}


class MapFoot(QWidget):
    """The key, the options that the page gives, and the tools of the map."""

    acted = Signal(object)
    asked_for_words = Signal(bool)
    zoomed = Signal(int)

    def __init__(self, controls: bool, look: Look) -> None:
        super().__init__()
        self._look = look
        self._key = MapKey(look)
        self._given: tuple[Option, ...] = ()
        self._options: list[OptionButton] = []
        self._tools: dict[str, QToolButton] = {}
        self._between = QHBoxLayout()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._key, 1)
        layout.addLayout(self._between)
        if controls:
            self._add_tools(layout)
        self.wear(look)

    def receive(self, block: Map) -> None:
        self._key.receive(block.key, block.kinds)
        if block.buttons != self._given:
            self._given = block.buttons
            for button in self._options:
                button.hide()
                button.deleteLater()
            self._options = [self._option(option) for option in block.buttons]

    def wear(self, look: Look) -> None:
        self._look = look
        self._key.wear(look)
        for button in self._options:
            button.look = look
            button.updateGeometry()
        for name, tool in self._tools.items():
            tool.setIcon(icon(TOOLS[name], size=ICON))
            tool.setIconSize(QSize(look.px(ICON), look.px(ICON)))
            tool.setFixedSize(look.px(SIDE), look.px(SIDE))

    def _add_tools(self, layout: QHBoxLayout) -> None:
        words = self._tool(layout, "map-in-words", self.tr("Read it in words"))
        words.setCheckable(True)
        words.toggled.connect(self.asked_for_words)
        farther = self._tool(layout, "map-zoom-out", self.tr("Smaller"))
        farther.clicked.connect(lambda: self.zoomed.emit(-1))
        nearer = self._tool(layout, "map-zoom-in", self.tr("Larger"))
        nearer.clicked.connect(lambda: self.zoomed.emit(1))
        whole = self._tool(layout, "map-fit", self.tr("Show all of it"))
        whole.clicked.connect(lambda: self.zoomed.emit(0))

    def _tool(self, layout: QHBoxLayout, name: str, words: str) -> QToolButton:
        button = named(QToolButton(), name, words)
        button.setAutoRaise(True)
        button.setToolTip(words)
        layout.addWidget(button)
        self._tools[name] = button
        return button

    def _option(self, option: Option) -> OptionButton:
        button = OptionButton(Kind.SMALL, self._look, self)
        button.receive(option, "map")
        button.chose.connect(self.acted)
        self._between.addWidget(button)
        return button
