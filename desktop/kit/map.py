"""The argument map as a block: its canvas in a scroll area, and under it the key and what there is to do."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QToolButton, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.base.theme import Look, icon
from desktop.kit.block import BlockWidget
from desktop.kit.map_canvas import MapCanvas
from desktop.kit.map_key import MapKey
from desktop.kit.map_paint import text_boxes
from desktop.kit.text import TextBox, plain_tip
from models.schema.page import Map, Option

STEP, NEAREST = 1.25, 4.0
KEEP_IN_VIEW = 24


class MapWidget(BlockWidget):
    """Shows the map; tells the action of what is picked on it."""

    def __init__(self, controls: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(controls, parent)
        self._block: Map | None = None
        self._zoom = 1.0
        self.canvas = MapCanvas(controls, self.look)
        self.canvas.picked.connect(self._pick)
        self.canvas.stepped.connect(self._bring_into_view)
        self._area = self._made_area()
        self._key = MapKey(self.look)
        self._buttons = QHBoxLayout()
        self._extra: list[QToolButton] = []
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(self.look.px(4))
        layout.addWidget(self._area, 1)
        layout.addLayout(self._foot())
        if controls:
            self._add_keys()

    @override
    def receive(self, block: Map) -> None:
        if block == self._block:
            return
        other_buttons = self._block is None or self._block.buttons != block.buttons
        self._block = block
        self.canvas.receive(block)
        self._key.receive(block.key)
        if self.controls and other_buttons:
            self._refill_buttons(block.buttons)

    def hold_back(self, identifiers: frozenset[str]) -> None:
        """Paint these statements as they were before the last change; the others as they are."""
        self.canvas.hold_back(identifiers)

    @override
    def wear(self, look: Look) -> None:
        super().wear(look)
        self.canvas.wear(look)
        self._key.wear(look)
        self._fit()

    @override
    def text_boxes(self) -> list[TextBox]:
        scene = self.canvas.scene
        return list(text_boxes(scene)) if scene is not None else []

    @override
    def sizeHint(self) -> QSize:
        return QSize(self.look.px(744), self.look.px(520))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self.look.px(320), self.look.px(200))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def zoom_in(self) -> None:
        """Come nearer."""
        self._zoom_to(self._zoom * STEP)

    def zoom_out(self) -> None:
        """Go farther, until all is seen."""
        self._zoom_to(self._zoom / STEP)

    def fit_whole(self) -> None:
        """Show as much as can be read."""
        self._zoom_to(1.0)

    def _zoom_to(self, zoom: float) -> None:
        self._zoom = min(NEAREST, max(1.0 / STEP**3, zoom))
        self._fit()

    def _fit(self) -> None:
        self.canvas.fit(self._area.maximumViewportSize(), self._zoom)

    def _pick(self, identifier: str) -> None:
        nodes = self._block.nodes if self._block else ()
        action = next((node.action for node in nodes if node.id == identifier), None)
        if action is not None:
            self.acted.emit(action)

    def _bring_into_view(self, identifier: str) -> None:
        place, around = self.canvas.place_of(identifier), self.look.px(KEEP_IN_VIEW)
        self._area.ensureVisible(place.x(), place.y(), around * 3, around)

    def _made_area(self) -> QScrollArea:
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(self.canvas)
        if not self.controls:
            area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        return area

    def _foot(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        foot.addWidget(self._key, 1)
        foot.addLayout(self._buttons)
        if self.controls:
            foot.addWidget(self._tool("map-zoom-out", "zoom-out", self.tr("Smaller"), self.zoom_out))
            foot.addWidget(self._tool("map-zoom-in", "zoom-in", self.tr("Larger"), self.zoom_in))
            foot.addWidget(self._tool("map-fit", "maximize", self.tr("Show all of it"), self.fit_whole))
        return foot

    def _tool(self, name: str, picture: str, words: str, deed: Callable[[], None]) -> QToolButton:
        button = QToolButton()
        button.setObjectName(name)
        button.setAutoRaise(True)
        button.setIcon(icon(picture, size=16))
        button.setToolTip(words)
        button.setAccessibleName(words)
        button.clicked.connect(deed)
        return button

    def _refill_buttons(self, options: tuple[Option, ...]) -> None:
        for button in self._extra:
            self._buttons.removeWidget(button)
            button.deleteLater()
        self._extra = [self._option(option) for option in options]
        for button in self._extra:
            self._buttons.addWidget(button)

    def _option(self, option: Option) -> QToolButton:
        button = QToolButton()
        button.setObjectName(f"map-option:{option.text}")
        button.setText(option.text)
        button.setAccessibleName(option.text)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setCheckable(option.chosen)
        button.setChecked(option.chosen)
        button.setToolTip(plain_tip(option.tip))
        if option.icon:
            button.setIcon(icon(option.icon, size=14))
        button.clicked.connect(partial(self._act, option))
        return button

    def _act(self, option: Option) -> None:
        self.acted.emit(option.action)

    def _add_keys(self) -> None:
        deeds = {"+": self.zoom_in, "=": self.zoom_in, "-": self.zoom_out, "0": self.fit_whole}
        for keys, deed in deeds.items():
            shortcut = QShortcut(QKeySequence(keys), self.canvas)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(deed)
