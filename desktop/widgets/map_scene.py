"""Everything that stands on the argument map, by its name: what is where, what is lit, what is dim."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QObject, QPointF, QRectF
from PySide6.QtGui import QPainterPath
from PySide6.QtWidgets import QGraphicsScene

from desktop.widgets.map_box import LEAST, BoxItem, label_scale
from desktop.widgets.map_items import DIM, GlowItem, JointItem, WiresItem, ZoneItem
from models.charts.map_shapes import MapLayout, MapWire
from models.engine.routes import Route, leading_to, passing_through
from models.pages.map_values import MapNode, MapRule
from models.schema.case import Case, Recommendation


class MapScene(QGraphicsScene):
    """The items of one map."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.setItemIndexMethod(QGraphicsScene.ItemIndexMethod.NoIndex)
        self.picked = ""
        self._case: Case | None = None
        self._layout: MapLayout | None = None
        self._current = ""
        self._lit = ("", "")
        self._focus = ""
        self._boxes: dict[str, BoxItem] = {}
        self._joints: dict[str, JointItem] = {}
        self._wires: dict[str, WiresItem] = {}
        self._least = LEAST
        self._glow = GlowItem(QRectF())

    def empty(self) -> None:
        """Take everything off."""
        self.clear()
        self._case, self._layout = None, None
        self._current, self._focus, self._lit = "", "", ("", "")
        self._boxes, self._joints, self._wires = {}, {}, {}
        self._glow = GlowItem(QRectF())
        self.setSceneRect(QRectF())

    def receive_map(self, case: Case, layout: MapLayout, headings: dict[str, str]) -> None:
        """Build the items of another map."""
        self.empty()
        self._case, self._layout = case, layout
        self.setSceneRect(0, 0, layout.width, layout.height)
        self._glow = GlowItem(self.sceneRect())
        self._boxes = {box.id: BoxItem(box, case.by_id[box.id].title, layout.sizes) for box in layout.boxes}
        self._joints = {joint.rule: JointItem(joint, layout.sizes.joint) for joint in layout.joints}
        wires: dict[str, list[MapWire]] = {}
        for wire in layout.wires:
            wires.setdefault(wire.source, []).append(wire)
        self._wires = {source: WiresItem(source, leaving) for source, leaving in wires.items()}
        high = layout.sizes.margin + layout.sizes.caption
        for zone in layout.zones:
            self.addItem(ZoneItem(zone, headings[zone.kind], high))
        for item in (self._glow, *self._wires.values(), *self._joints.values(), *self._boxes.values()):
            self.addItem(item)
        self.read_from(self._least)
        self.mark_picked(self.picked)

    def read_from(self, least: int) -> None:
        """Show nothing on the boxes in type smaller than this, in unscaled pixels."""
        self._least = least
        for box in self._boxes.values():
            box.read_from(least)

    def receive(self, nodes: tuple[MapNode, ...], rules: tuple[MapRule, ...]) -> None:
        """Show the states; what stays as it is is not drawn again."""
        states = {rule.id: rule for rule in rules}
        for node in nodes:
            self._boxes[node.id].receive(node)
            if node.id in self._wires:
                self._wires[node.id].receive(node.status, states)
        for rule in rules:
            self._joints[rule.id].receive(rule)

    def has(self, identifier: str) -> bool:
        """Whether a statement is on the map."""
        return identifier in self._boxes

    def box(self, identifier: str) -> QRectF:
        """Where a statement stands."""
        return self._boxes[identifier].rect

    def conclusion(self, rule: str) -> str:
        """What a rule is about; empty for no rule."""
        return self._case.rule_by_id[rule].conclusion if self._case is not None and rule else ""

    def least_scale(self) -> float:
        """The scale from which on labels can be read."""
        return label_scale(self._layout.sizes, self._least) if self._layout is not None else 1

    def at(self, place: QPointF) -> tuple[str, str]:
        """The statement and the rule at a place: a box is a statement, a sign or a line of its own a rule."""
        for item in self.items(place):
            if isinstance(item, BoxItem):
                return item.identifier, ""
            if isinstance(item, JointItem):
                return "", item.rule
            if isinstance(item, WiresItem):
                rules = item.rules_at(place)
                if rules:
                    return ("", next(iter(rules))) if len(rules) == 1 else (item.source, "")
        return "", ""

    def mark_picked(self, identifier: str) -> None:
        """Ring what is being explained."""
        self.picked = identifier
        self._ring()

    def mark_current(self, identifier: str) -> None:
        """Ring where the keyboard is."""
        self._current = identifier
        self._ring()

    def light(self, node: str, rule: str) -> None:
        """Light all that leads to a statement and on from it, or what one rule joins."""
        if (node, rule) != self._lit:
            self._lit = (node, rule)
            route = self._route(node, rule)
            self._glow.receive(self._paths(route) if route is not None else [])

    def focus_on(self, identifier: str) -> None:
        """Dim all that does not lead to a recommendation, or to another statement and on from it."""
        if identifier == self._focus or self._case is None:
            return
        self._focus = identifier
        route = None
        if identifier:
            advice = isinstance(self._case.by_id[identifier], Recommendation)
            route = (leading_to if advice else passing_through)(self._case, identifier)
        for name, box in self._boxes.items():
            box.setOpacity(1 if route is None or name in route.statements else DIM)
        for name, joint in self._joints.items():
            joint.setOpacity(1 if route is None or name in route.rules else DIM)
        for wires in self._wires.values():
            wires.focus(route)

    @contextmanager
    def plain(self) -> Iterator[None]:
        """For a picture to take along: nothing is ringed or lit."""
        picked, current, lit = self.picked, self._current, self._lit
        self.mark_picked("")
        self.mark_current("")
        self.light("", "")
        try:
            yield
        finally:
            self.mark_picked(picked)
            self.mark_current(current)
            self.light(*lit)

    def _ring(self) -> None:
        for name, box in self._boxes.items():
            box.mark(name == self.picked, name == self._current)

    def _route(self, node: str, rule: str) -> Route | None:
        if self._case is None or not (node or rule):
            return None
        if node:
            return passing_through(self._case, node)
        premises = frozenset((item.statement, rule) for item in self._case.rule_by_id[rule].premises)
        return Route(statements=frozenset(), rules=frozenset({rule}), premises=premises)

    def _paths(self, route: Route) -> list[QPainterPath]:
        paths = [path for wires in self._wires.values() for path in wires.lit(route)]
        return paths + [joint.path for name, joint in self._joints.items() if name in route.rules]
