"""The argument map as a picture to look at, point at and walk over."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QApplication, QToolTip, QWidget
from typing_extensions import override

from desktop.base.theme import look
from desktop.widgets.dressed import Dressed
from desktop.widgets.map_box import LEAST_FROM_AFAR
from desktop.widgets.map_scene import MapScene
from desktop.widgets.zoom_view import Fit, ZoomView
from models.charts.map_shapes import MapLayout
from models.charts.map_walk import Direction, next_box
from models.pages.map_values import MapNode, MapRule
from models.schema.case import Case

STEPS = {
    Qt.Key.Key_Left: Direction.LEFT,
    Qt.Key.Key_Right: Direction.RIGHT,
    Qt.Key.Key_Up: Direction.UP,
    Qt.Key.Key_Down: Direction.DOWN,
}
AROUND = 24


class MapCanvas(Dressed, ZoomView):
    """Shows the map; tells what is picked, where the keyboard is, and when the focus is to end."""

    picked = Signal(str)
    stepped = Signal(str)
    focus_left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        self._map = MapScene()
        super().__init__(self._map, parent)
        self._layout: MapLayout | None = None
        self._current = ""
        self._pressed = QPoint()
        self._node_tip: Callable[[str], str] = str
        self._rule_tip: Callable[[str], str] = str
        self._deeds: dict[Qt.Key, Callable[[], None]] = {
            Qt.Key.Key_F: self.fit_whole,
            Qt.Key.Key_0: self.fit_whole,
            Qt.Key.Key_Plus: self.zoom_in,
            Qt.Key.Key_Equal: self.zoom_in,
            Qt.Key.Key_Minus: self.zoom_out,
            Qt.Key.Key_Escape: self.focus_left.emit,
            Qt.Key.Key_Return: self._pick_current,
            Qt.Key.Key_Enter: self._pick_current,
            Qt.Key.Key_Space: self._pick_current,
        }
        self._map.setParent(self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setMinimumSize(160, 120)
        self.dress()

    def tell_with(self, node_tip: Callable[[str], str], rule_tip: Callable[[str], str]) -> None:
        """Where the texts of tips come from."""
        self._node_tip, self._rule_tip = node_tip, rule_tip

    def receive_map(self, case: Case, layout: MapLayout, headings: dict[str, str]) -> None:
        """Show another map."""
        self._layout = layout
        self._current = ""
        self._map.receive_map(case, layout, headings)
        self.reopen()
        self._bring_into_view(self._map.picked)

    def has_map(self) -> bool:
        """Whether there is a map to look at."""
        return self._layout is not None

    def clear(self) -> None:
        """Show no map, until there is another one."""
        self._layout = None
        self._current = ""
        self._map.empty()

    def receive(self, nodes: tuple[MapNode, ...], rules: tuple[MapRule, ...]) -> None:
        """Show the states of what is on the map."""
        self._map.receive(nodes, rules)

    def mark_picked(self, identifier: str) -> None:
        """Ring a statement, and bring it into view."""
        self._map.mark_picked(identifier)
        self._current = identifier if not self.hasFocus() else self._current
        self._bring_into_view(identifier)

    def focus_on(self, identifier: str) -> None:
        """Dim what does not belong to a statement; an empty name dims nothing."""
        self._map.focus_on(identifier)

    def for_the_room(self) -> None:
        """Show no more than can be read from afar."""
        self._map.read_from(LEAST_FROM_AFAR)

    def place_of(self, identifier: str) -> QPoint:
        """Where the middle of a statement is seen; an id that is not on the map raises KeyError."""
        return self.mapFromScene(self._map.box(identifier).center())

    def picture_size(self) -> QSize:
        """The size of the whole map at the scale of the window."""
        return (self._map.sceneRect().size() * (look().scale / 100)).toSize()

    def draw(self, painter: QPainter) -> None:
        """Draw the whole map at that size, with nothing ringed or lit."""
        with self._map.plain():
            self._map.render(painter, QRectF(0, 0, *self.picture_size().toTuple()), self._map.sceneRect())

    @override
    def least_scale(self) -> float:
        return self._map.least_scale()

    @override
    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self._tip_at(event.pos()), self.viewport())
            return True
        if event.type() is QEvent.Type.Leave:
            self._map.light("", "")
        return super().viewportEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = event.position().toPoint()
        super().mousePressEvent(event)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        if event.buttons() is Qt.MouseButton.NoButton:
            node, rule = self._at(event.position().toPoint())
            self._map.light(node, rule)
            pointing, open_hand = Qt.CursorShape.PointingHandCursor, Qt.CursorShape.OpenHandCursor
            self.viewport().setCursor(pointing if node or rule else open_hand)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        here = event.position().toPoint()
        if (here - self._pressed).manhattanLength() >= QApplication.startDragDistance():
            self.fitting = Fit.FREE
        elif event.button() is Qt.MouseButton.LeftButton:
            self._click(here)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        plain = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
        if event.modifiers() & ~plain:
            super().keyPressEvent(event)
        elif key in STEPS:
            self._step(STEPS[key])
        elif key in self._deeds:
            self._deeds[key]()
        else:
            super().keyPressEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._map.mark_current(self._current)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._map.mark_current("")

    def _at(self, place: QPoint) -> tuple[str, str]:
        return self._map.at(self.mapToScene(place))

    def _tip_at(self, place: QPoint) -> str:
        node, rule = self._at(place)
        if rule:
            return self._rule_tip(rule)
        return self._node_tip(node) if node else ""

    def _click(self, place: QPoint) -> None:
        node, rule = self._at(place)
        wanted = node or self._map.conclusion(rule)
        if wanted:
            self._current = wanted
            self._map.mark_current(wanted)
            self.picked.emit(wanted)
        else:
            self.focus_left.emit()

    def _step(self, direction: Direction) -> None:
        if self._layout is not None:
            self._current = next_box(self._layout, self._current, direction)
            self._map.mark_current(self._current)
            self._bring_into_view(self._current)
            self.stepped.emit(self._current)

    def _pick_current(self) -> None:
        if self._current:
            self.picked.emit(self._current)

    def _bring_into_view(self, identifier: str) -> None:
        if self.fitting is not Fit.WHOLE and self._map.has(identifier):
            around = look().px(AROUND)
            self.ensureVisible(self._map.box(identifier), around, around)

    @override
    def dress(self) -> None:
        self.setBackgroundBrush(look().colour("ground"))
        self._map.update()
        self._apply_fit()
