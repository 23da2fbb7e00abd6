"""The argument map as a picture to point at and walk over; it is arranged anew only where its room changes."""

from dataclasses import replace

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QColor,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QLinearGradient,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QWidget

from desktop.base.guard import override
from desktop.base.roles import Role, set_role
from desktop.base.theme import Look
from desktop.kit.maps.paint import paint_map
from desktop.kit.maps.scene import Scene, outline
from desktop.kit.terms import tell, with_terms
from models.charts.map_arrange import arrange
from models.charts.map_fold import Direction, folded, folding, frame, next_box, seated, shown_of
from models.charts.map_measures import Room
from models.charts.map_places import Box, Layout
from models.language.words import and_more
from models.schema.case import Case
from models.schema.page import Map

STEPS = {
    Qt.Key.Key_Left: Direction.LEFT,
    Qt.Key.Key_Right: Direction.RIGHT,
    Qt.Key.Key_Up: Direction.UP,
    Qt.Key.Key_Down: Direction.DOWN,
}
CHOOSING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
LEAST, MOST, MOST_IN_ROOM = 11, 17, 40
"""The smallest and the largest type, in unscaled pixels; in the room nothing may be cut, so there is no smallest."""
FROM_AFAR = 10
"""In the room assumptions are folded until names are as large: 20 pixels of 1080."""
CLOSER = (1.0, 0.9, 0.8, 0.75)
"""At larger scales these parts of the smallest type will do, the first in which the whole width is seen."""
FADE = 14
"""So much of the map's foot goes over into the ground where more of it is to be scrolled to."""


class MapCanvas(QWidget):
    """Paints the map; tells the action of what is picked, and where the keyboard is."""

    picked = Signal(str)
    stepped = Signal(str)

    def __init__(self, controls: bool, look: Look) -> None:
        super().__init__()
        self._controls = controls
        self._look = look
        self._block: Map | None = None
        self.scene: Scene | None = None
        self._held: frozenset[str] = frozenset()
        self._current = ""
        self.zoom = 1.0
        """How many times as large as it fits the map is shown."""
        self._room = QSize()
        self._bar = 0
        self.setObjectName("map-canvas")
        set_role(self, Role.Graphic)
        self.setMouseTracking(controls)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if controls else Qt.FocusPolicy.NoFocus)

    def receive(self, block: Map) -> None:
        """Show the map; where the case is the same, only its colours change."""
        self._block = block
        self.setAccessibleName(", ".join(block.headings))
        self._refill()

    def hold_back(self, identifiers: frozenset[str]) -> None:
        if identifiers != self._held:
            self._held = identifiers
            if self.scene is not None:
                self.scene = replace(self.scene, held=identifiers)
            self.update()

    def wear(self, look: Look) -> None:
        self._look = look
        self._refill()

    def fit(self, room: QSize, zoom: float, bar: int) -> None:
        """Take so much room, or as many times as much; a bar to scroll it with is so wide."""
        if (room, zoom, bar) != (self._room, self.zoom, self._bar):
            self._room, self.zoom, self._bar = room, zoom, bar
            self._refill()

    def box_at(self, place: QPointF) -> Box | None:
        if self.scene is None:
            return None
        there = place / self.zoom
        found = (box for box in self.scene.layout.boxes if outline(self.scene, box).contains(there))
        return next(found, None)

    def place_of(self, identifier: str) -> QPoint:
        """Where the middle of a statement is; the corner for one that is not on the map."""
        boxes = self.scene.layout.boxes if self.scene else ()
        box = next((box for box in boxes if box.id == identifier), None)
        if box is None:
            return QPoint()
        return (QPointF(box.x + box.width / 2, box.middle) * self.zoom).toPoint()

    @override
    def sizeHint(self) -> QSize:
        if self.scene is None:
            return self._room
        layout = self.scene.layout
        return QSize(round(layout.width * self.zoom), round(layout.height * self.zoom))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self.scene is None:
            return
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.scale(self.zoom, self.zoom)
            paint_map(painter, self.scene)
            painter.resetTransform()
            self._fade(painter)

    def _fade(self, painter: QPainter) -> None:
        """Let the foot go over into the ground, so that no box seems to end where the window does."""
        seen, high = self.visibleRegion().boundingRect(), self._look.px(FADE)
        if not self._controls or seen.bottom() + high // 4 >= self.height():
            return
        foot = QRect(seen.left(), seen.bottom() + 1 - high, seen.width(), high)
        ground = self._look.colour("ground")
        fade = QLinearGradient(foot.topLeft(), foot.bottomLeft())
        fade.setColorAt(0, QColor(ground.red(), ground.green(), ground.blue(), 0))
        fade.setColorAt(0.8, ground)
        painter.fillRect(foot, fade)

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            box = self.box_at(QPointF(event.pos()))
            told = self.scene.nodes[box.id].spoken if box and self.scene else ""
            return tell(event, self, with_terms(told, told))
        return super().event(event)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        over = self.box_at(event.position()) is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)
        super().mouseMoveEvent(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        box = self.box_at(event.position())
        if self._controls and box is not None and event.button() is Qt.MouseButton.LeftButton:
            self._go_to(box.id)
            self.picked.emit(box.id)
        super().mouseReleaseEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and self.scene is not None and key in STEPS:
            self._go_to(next_box(self.scene.layout, self._current, STEPS[key]))
        elif plain and self._current and key in CHOOSING:
            self.picked.emit(self._current)
        else:
            super().keyPressEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._refill()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._refill()

    def _go_to(self, identifier: str) -> None:
        self._current = identifier
        self._refill()
        if self.scene is not None:
            self.setAccessibleDescription(self.scene.nodes[identifier].spoken)
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))
        self.stepped.emit(identifier)

    def _arranged(self, case: Case) -> Layout:
        """The map in the room there is, less a scroll bar where it must be scrolled."""
        px = self._look.px
        most = px(MOST if self._controls else MOST_IN_ROOM)
        width, height = self._room.width(), self._room.height()
        for part in CLOSER:
            least = max(LEAST, px(LEAST * part)) if self._controls else 1
            layout = arrange(case, Room(width, height, least, most))
            if layout.height * self.zoom > height:
                layout = arrange(case, Room(width - self._bar, height, least, most))
            if layout.width <= width:
                break
        return layout

    def _folded(self, block: Map) -> tuple[Map, Layout]:
        """The map with so many assumptions in one box that the others can be read from afar."""
        names = folding(block.case, self._room.height(), self._look.px(FROM_AFAR))
        if not names:
            return block, self._arranged(block.case)
        shown = shown_of(block, names)
        title = and_more(len(names) - bool(shown))
        layout = self._arranged(frame(block.case, names))
        return folded(block, names, shown, title), seated(layout, block.case, names, shown, title)

    def _refill(self) -> None:
        if self._block is None or self._room.isEmpty():
            return
        block = self._block
        block, layout = (block, self._arranged(block.case)) if self._controls else self._folded(block)
        nodes = {node.id: node for node in block.nodes}
        if self._current not in nodes:
            self._current = next((node.id for node in block.nodes if node.picked), "")
        self.scene = Scene(
            layout=layout,
            nodes=nodes,
            rules={rule.id: rule for rule in block.rules},
            headings=block.headings,
            held=self._held,
            look=self._look,
            current=self._current if self.hasFocus() else "",
        )
        self.resize(self.sizeHint())
        self.update()
