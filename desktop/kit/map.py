"""The argument map as a block: its canvas in a scroll area, and under it the key and what there is to do."""

from functools import partial

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QScrollArea,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from desktop.base.guard import override
from desktop.base.layouts import flush
from desktop.base.theme import Look
from desktop.kit.block import BlockWidget
from desktop.kit.maps.canvas import MapCanvas
from desktop.kit.maps.foot import MapFoot
from desktop.kit.maps.scene import text_boxes
from desktop.kit.text import TextBox
from desktop.kit.tree import TreeWidget
from models.schema.page import Map, Tree

STEP, NEAREST, FARTHEST = 1.25, 4.0, 0.5
KEEP_IN_VIEW = 24


class MapWidget(BlockWidget):
    """Shows the map; tells the action of what is picked on it."""

    least = 320, 200

    def __init__(self, controls: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(controls, parent)
        self._block: Map | None = None
        self._zoom = 1.0
        self._turned: frozenset[str] = frozenset()
        self._to_show = QTimer(self, singleShot=True, interval=0)
        self._to_show.timeout.connect(self._show_what_turned)
        self.canvas = MapCanvas(controls, self.look)
        self.canvas.picked.connect(self._pick)
        self.canvas.stepped.connect(self._bring_into_view)
        self._area = self._made_area()
        self._foot = MapFoot(controls, self.look)
        self._foot.acted.connect(self.acted)
        self._foot.asked_for_words.connect(self.show_in_words)
        self._foot.zoomed.connect(self.zoom)
        layout = flush(QVBoxLayout(self), self.look.px(4))
        self._words: TreeWidget | None = None
        self._pictures = QStackedLayout()
        self._pictures.addWidget(self._area)
        layout.addLayout(self._pictures, 1)
        layout.addWidget(self._foot)
        if controls:
            self._add_keys()

    @override
    def receive(self, block: Map) -> None:
        if block == self._block:
            return
        self._block = block
        self.canvas.receive(block)
        self._foot.receive(block)
        self._tell()
        turned = frozenset(node.id for node in block.nodes if node.order)
        if turned != self._turned:
            self._to_show.start()
        self._turned = turned

    def hold_back(self, identifiers: frozenset[str]) -> None:
        self.canvas.hold_back(identifiers)

    @override
    def wear(self, look: Look) -> None:
        super().wear(look)
        self.canvas.wear(look)
        self._foot.wear(look)
        if self._words is not None:
            self._words.wear(look)
        self._fit()

    @override
    def text_boxes(self) -> list[TextBox]:
        scene = self.canvas.scene
        return list(text_boxes(scene)) if scene is not None else []

    @override
    def sizeHint(self) -> QSize:
        return QSize(self.look.px(744), self.look.px(520))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._to_show.start()

    def show_in_words(self, wished: bool) -> None:
        """Show the same as an outline, which a screen reader walks through, or as a map again."""
        if wished and self._words is None:
            self._words = TreeWidget(self.controls)
            self._words.acted.connect(self.acted)
            self._words.wear(self.look)
            self._pictures.addWidget(self._words)
        self._pictures.setCurrentIndex(int(wished))
        self._tell()

    def zoom(self, steps: int) -> None:
        """Come so many steps nearer, or go farther where there are less than none; none shows all that can be read."""
        self._zoom = min(NEAREST, max(FARTHEST, self._zoom * STEP**steps)) if steps else 1.0
        self._fit()

    def _fit(self) -> None:
        bar = self._area.verticalScrollBar().sizeHint().width()
        self.canvas.fit(self._area.maximumViewportSize(), self._zoom, bar)

    def _tell(self) -> None:
        if self._words is not None and self._block is not None and self._pictures.currentIndex():
            told = ", ".join(self._block.headings)
            self._words.receive(Tree(id="map-in-words", heading=told, nodes=self._block.outline))

    def _pick(self, identifier: str) -> None:
        nodes = self._block.nodes if self._block else ()
        action = next((node.action for node in nodes if node.id == identifier), None)
        if action is not None:
            self.acted.emit(action)

    def _bring_into_view(self, identifier: str) -> None:
        place, around = self.canvas.place_of(identifier), self.look.px(KEEP_IN_VIEW)
        self._area.ensureVisible(place.x(), place.y(), around * 3, around)

    def _show_what_turned(self) -> None:
        """Scroll to the top of what the last change turned, if some of it cannot be seen, once all has its place."""
        bar = self._area.verticalScrollBar()
        places = [self.canvas.place_of(identifier).y() for identifier in self._turned]
        around = self.look.px(KEEP_IN_VIEW)
        seen = bar.value(), bar.value() + self._area.viewport().height() - around
        if places and not (seen[0] <= min(places) and max(places) <= seen[1]):
            bar.setValue(min(places) - around)

    def _made_area(self) -> QScrollArea:
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(self.canvas)
        area.verticalScrollBar().valueChanged.connect(self.canvas.update)
        if not self.controls:
            area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        return area

    def _add_keys(self) -> None:
        for keys, steps in {"+": 1, "=": 1, "-": -1, "0": 0}.items():
            shortcut = QShortcut(QKeySequence(keys), self.canvas)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(partial(self.zoom, steps))
