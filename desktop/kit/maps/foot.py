"""What stands under the argument map: the key, and where there is something to work, what there is to do."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from desktop.base.plain_text import named
from desktop.base.theme import Look, icon
from desktop.kit.button import Kind, OptionButton
from desktop.kit.maps.key import MapKey
from models.schema.page import Map, Option

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
