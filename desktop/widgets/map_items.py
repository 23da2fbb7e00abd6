"""What stands and runs on the argument map: boxes, rules, lines, headings and the glow along a route."""

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPainterPathStroker, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget
from typing_extensions import override

from desktop.base.theme import Weight, look
from desktop.widgets.map_strokes import (
    as_path,
    draw_arrow,
    draw_kind,
    drawn_width,
    plain_font,
    stroke,
)
from models.charts.map_look import AGAINST, PATTERNS, WIRES, Pattern, rule_line
from models.charts.map_shapes import MapJoint, MapWire, MapZone, stretches
from models.engine.routes import Route
from models.pages.map_values import MapRule
from models.schema.result import Status

DIM = 0.16
REACH = 9.0
GLOW = 7.0
CAPTION = 12


class JointItem(QGraphicsItem):
    """One rule: the sign of its kind where its premises meet, and the arrow to its conclusion."""

    def __init__(self, joint: MapJoint, size: float) -> None:
        super().__init__()
        self.rule = joint.rule
        self._start, self._end = QPointF(*joint.arrow[0]), QPointF(*joint.arrow[-1])
        self._sign = QRectF(joint.x - size / 2, joint.y - size / 2, size, size)
        self._state: MapRule | None = None
        self.setZValue(2)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)

    def receive(self, state: MapRule) -> None:
        """Show what became of the rule."""
        if state != self._state:
            self._state = state
            self.update()

    @property
    def path(self) -> QPainterPath:
        """The short line to the conclusion."""
        path = QPainterPath(self._start)
        path.lineTo(self._end)
        return path

    @override
    def boundingRect(self) -> QRectF:
        return self._sign.united(QRectF(self._start, self._end).adjusted(0, -6, 1, 6)).adjusted(-1, -1, 1, 1)

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        state = self._state
        if state is None:
            return
        draw_arrow(painter, self._start, self._end, state.opposes, state.state, state.usage)
        ink = look().colour(rule_line(state.state, state.usage)[0])
        draw_kind(painter, state.kind, self._sign, ink, look().colour("ground"))


class WiresItem(QGraphicsItem):
    """All lines that leave one statement, drawn once where they run together."""

    def __init__(self, source: str, wires: Iterable[MapWire]) -> None:
        super().__init__()
        self.source = source
        self._wires = tuple(wires)
        self._pieces = [(as_path(points), rules) for points, rules in stretches(self._wires).items()]
        self._bounds = QRectF()
        for path, _ in self._pieces:
            self._bounds = self._bounds.united(path.controlPointRect())
        self._status = Status.ACCEPTED
        self._states: dict[str, MapRule] = {}
        self._bright: Route | None = None
        self.setZValue(1)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)

    def receive(self, status: Status, states: dict[str, MapRule]) -> None:
        """Show the state of the statement; the rules say how the last stretches look."""
        mine = {wire.rule: states[wire.rule] for wire in self._wires}
        if status is not self._status or mine != self._states:
            self._status, self._states = status, mine
            self.update()

    def focus(self, route: Route | None) -> None:
        """Dim what is not on the route; without a route nothing is dim."""
        if route != self._bright:
            self._bright = route
            self.update()

    def rules_at(self, point: QPointF) -> set[str]:
        """The rules that the lines near a point lead to."""
        near = QRectF(point.x() - REACH / 2, point.y() - REACH / 2, REACH, REACH)
        found: set[str] = set()
        for path, rules in self._pieces:
            if path.intersects(near):
                found.update(rules)
        return found

    def lit(self, route: Route) -> list[QPainterPath]:
        """The stretches that a route takes."""
        return [path for path, rules in self._pieces if self._on(route, rules)]

    @override
    def boundingRect(self) -> QRectF:
        return self._bounds.adjusted(-3, -14, 3, 6)

    @override
    def shape(self) -> QPainterPath:
        stroker = QPainterPathStroker()
        stroker.setWidth(REACH)
        whole = QPainterPath()
        for path, _ in self._pieces:
            whole.addPath(stroker.createStroke(path))
        return whole

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        name, width = WIRES[self._status]
        width = drawn_width(width, painter)
        ink = look().colour(name)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for path, rules in self._pieces:
            painter.setOpacity(1 if self._bright is None or self._on(self._bright, rules) else DIM)
            painter.setPen(stroke(ink, width, self._pattern(rules)))
            painter.drawPath(path)
        for wire in self._wires:
            if wire.negated:
                dim = self._bright is not None and not self._on(self._bright, {wire.rule})
                painter.setOpacity(DIM if dim else 1)
                self._paint_negation(painter, QPointF(*wire.points[-1]))

    def _on(self, route: Route, rules: Iterable[str]) -> bool:
        return any((self.source, rule) in route.premises for rule in rules)

    def _pattern(self, rules: tuple[str, ...]) -> Pattern:
        state = self._states.get(rules[0]) if len(rules) == 1 else None
        if state is None:
            return ()
        return AGAINST if state.opposes else PATTERNS[state.kind]

    def _paint_negation(self, painter: QPainter, end: QPointF) -> None:
        painter.setPen(QPen(look().colour("ink"), 1.8))
        painter.drawLine(QPointF(end.x() - 4, end.y() - 4.5), QPointF(end.x() - 4, end.y() + 4.5))
        painter.setFont(plain_font(9, Weight.SEMIBOLD))
        painter.drawText(QPointF(end.x() - 21, end.y() - 3), "not")


class GlowItem(QGraphicsItem):
    """A soft band under the lines of a route, which leaves them their own colours."""

    def __init__(self, bounds: QRectF) -> None:
        super().__init__()
        self._bounds = bounds
        self._paths: list[QPainterPath] = []
        self.setZValue(-1)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)

    def receive(self, paths: list[QPainterPath]) -> None:
        """Show these stretches."""
        if paths or self._paths:
            self._paths = paths
            self.update()

    @override
    def boundingRect(self) -> QRectF:
        return self._bounds

    @override
    def shape(self) -> QPainterPath:
        return QPainterPath()

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        ink = QColor(look().colour("brand"))
        ink.setAlphaF(0.22)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        whole = QPainterPath()
        for path in self._paths:
            whole.addPath(path)
        painter.setPen(stroke(ink, GLOW))
        painter.drawPath(whole)


class ZoneItem(QGraphicsItem):
    """The heading over the columns of one kind, with a line as long as they are wide."""

    def __init__(self, zone: MapZone, words: str, height: float) -> None:
        super().__init__()
        self._box = QRectF(zone.left, 0, zone.right - zone.left, height)
        self._words = words
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)

    @override
    def boundingRect(self) -> QRectF:
        return self._box

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        scale = max(painter.worldTransform().m11(), 0.01)
        pixels = max(CAPTION, min(18, round(look().px(10) / scale)))
        line = self._box.bottom() - 3
        painter.setPen(QPen(look().colour("line_strong"), 1))
        painter.drawLine(QPointF(self._box.left(), line), QPointF(self._box.right(), line))
        painter.setPen(look().colour("brand"))
        needed = QFontMetricsF(plain_font(pixels, Weight.SEMIBOLD)).horizontalAdvance(self._words)
        fitting = int(pixels * min(1, self._box.width() / max(needed, 1)))
        painter.setFont(plain_font(fitting, Weight.SEMIBOLD))
        flags = Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft
        painter.drawText(self._box.adjusted(0, 0, 0, -6), flags, self._words)
