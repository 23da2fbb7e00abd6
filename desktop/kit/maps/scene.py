"""What is painted of the argument map: its states in their places, and where signs and names stand in a box."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from PySide6.QtCore import QPointF, QRectF

from desktop.base.theme import Look, Weight
from desktop.kit.text import TextBox, Type, width_of
from models.charts.map_measures import INSIDE, LINE
from models.charts.map_places import Box, Layout, Wire
from models.schema.page import MapNode, MapRule, Sign, Tone

NOTE_MARGIN, APART = 0.6, 0.4
"""How far a note is from the edge of its box and at least from the name, in ems."""
LEAST_NOTE = 0.75
"""The smallest type of a note, in parts of that of the name."""


@dataclass(frozen=True)
class Scene:
    """What is painted: the states in their places, and which statements are still shown as before."""

    layout: Layout
    nodes: Mapping[str, MapNode]
    rules: Mapping[str, MapRule]
    headings: tuple[str, str, str]
    held: frozenset[str]
    look: Look
    current: str = ""

    def em(self, box: Box) -> int:
        """The size of the type in a box."""
        return self.layout.type_sizes[box.part]

    @property
    def line_em(self) -> int:
        """The size that ends of lines and headings go by."""
        return self.layout.type_sizes[0]

    def width(self, pixels: float) -> float:
        return pixels * max(1.0, self.layout.type_sizes[2] / 12)

    @cached_property
    def falls(self) -> bool:
        """Whether the last change turned anything, so that all else recedes."""
        return any(node.moved for node in self.nodes.values())

    @cached_property
    def focused(self) -> bool:
        """Whether only a part is to be looked at, and nothing fell."""
        return not self.falls and any(rule.dimmed for rule in self.rules.values())

    def turned(self, wire: Wire) -> Sign | None:
        """How a line turned: those from what turned, or all of a rule that turned by itself."""
        rule = self.rules.get(wire.rule)
        if rule is None or rule.turn is None or wire.target in self.held or wire.source in self.held:
            return None
        others = (other for other in self.layout.wires if other.rule == wire.rule)
        alone = not any(self.nodes[other.source].moved for other in others)
        return rule.turn if alone or self.nodes[wire.source].moved else None


def outline(scene: Scene, box: Box) -> QRectF:
    """A box as it is painted: a pill that turned is a little larger than the others."""
    rect = QRectF(box.x, box.y, box.width, box.height)
    node = scene.nodes[box.id]
    grown = scene.em(box) * 0.14 if box.part == 0 and node.moved and box.id not in scene.held else 0
    return rect.adjusted(-grown, -grown, grown, grown)


def shown_sign(scene: Scene, node: MapNode) -> Sign | None:
    """The sign that a box has room for: that of before while it is held back, none where all is plain."""
    if node.id in scene.held and node.moved:
        return None if node.before is None or node.before.tone is Tone.GOOD else node.before
    return None if node.plain and not node.moved else node.sign


def name_place(scene: Scene, box: Box) -> QPointF:
    """Where the first line of a name begins: left, and the top of the block of lines."""
    node = scene.nodes[box.id]
    inside = INSIDE[box.part]
    signed = box.part == 2 or shown_sign(scene, node) is not None
    left = box.x + scene.em(box) * (inside.before if signed else (0.85, 0.55)[box.part])
    return QPointF(left, box.middle - len(box.lines) * LINE * scene.em(box) / 2)


def note_place(scene: Scene, box: Box) -> tuple[Type, QRectF]:
    """In which type the note of a box stands at its right, and where.

    A long one gets smaller beside a long name, and stands below its last line where that is not enough.
    """
    node, em = scene.nodes[box.id], scene.em(box)
    names = Type(em, Weight.SEMIBOLD if node.moved else Weight.REGULAR)
    end = name_place(scene, box).x() + max(width_of(line, names) for line in box.lines)
    right = box.right - em * NOTE_MARGIN
    type_ = names
    while type_.pixels > em * LEAST_NOTE and width_of(node.note, type_) > right - end - em * APART:
        type_ = Type(type_.pixels - 1, type_.weight)
    wide = width_of(node.note, type_)
    beside = wide <= right - end - em * APART
    top = box.middle - type_.line / 2 if beside else box.y + box.height - type_.line
    return type_, QRectF(right - wide, top, wide, type_.line)


def text_boxes(scene: Scene) -> Iterator[TextBox]:
    """Every line of a name, and its box."""
    for box in scene.layout.boxes:
        start, type_ = name_place(scene, box), Type(scene.em(box))
        room = QRectF(box.x, box.y, box.width, box.height).toAlignedRect()
        for place, line in enumerate(box.lines):
            top = start.y() + place * scene.em(box) * LINE
            line_box = QRectF(start.x(), top, width_of(line, type_), scene.em(box) * LINE)
            yield TextBox(line, line_box.toRect(), room)
        if scene.nodes[box.id].note:
            yield TextBox(scene.nodes[box.id].note, note_place(scene, box)[1].toAlignedRect(), room)
