"""Paints the argument map: lines under boxes, what the last change turned over both, and the order of the fall."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from desktop.base.theme import Weight
from desktop.base.writing import direction_of
from desktop.kit.maps.scene import Scene, name_place, note_place, outline, shown_sign
from desktop.kit.signs import SOFT, draw_sign, soft_ground
from desktop.kit.text import Type, shaped
from models.charts.map_measures import LINE
from models.charts.map_places import Box, Point, Wire, place_over_end
from models.schema.page import MapNode, Shape, Sign, Tone

PATTERNS: Mapping[Shape, tuple[float, ...]] = {Shape.DASHED_LINE: (3.2, 1.6), Shape.DOTTED_LINE: (1.2, 2.2)}
THIN, FALL = 1.1, 2.2
"""How wide a line is, and one that the last change turned."""
FADED = 0.55
MARK = 4.5
"""How long the line under a claim that is not plainly said is, in ems."""
HEADING = 1.4
"""The type of headings: as large as that of recommendations, but no more times that of assumptions."""
ASKED, CLEAR = 9, 5
"""The smallest type of how many premises are asked for, and how far lines above it stay away, in pixels."""
NUMBER, RING = 16, 1.3
"""The disc of a number in the order of the fall: in pixels at the least, in ems else."""


@lru_cache(maxsize=4096)
def chain(points: Sequence[Point]) -> QPainterPath:
    path = QPainterPath(QPointF(*points[0]))
    for first, second, end in zip(points[1::3], points[2::3], points[3::3], strict=True):
        path.cubicTo(QPointF(*first), QPointF(*second), QPointF(*end))
    return path


def pen(colour: QColor, width: float, shape: Shape = Shape.SOLID_LINE) -> QPen:
    """A pen; its pattern is in units of its own width."""
    made = QPen(colour, width)
    made.setCapStyle(Qt.PenCapStyle.FlatCap)
    if shape in PATTERNS:
        made.setDashPattern(list(PATTERNS[shape]))
    return made


def paint_map(painter: QPainter, scene: Scene) -> None:
    _paint_headings(painter, scene)
    turned: dict[tuple[str, str, Sign], Wire] = {}
    plain: dict[tuple[str, Shape], list[Wire]] = {}
    for wire in scene.layout.wires:
        sign = scene.turned(wire)
        if sign is not None:
            turned.setdefault((wire.source, wire.target, sign), wire)
        elif wire.rule in scene.rules:
            plain.setdefault(_line(scene, wire), []).append(wire)
    for (ink, shape), wires in plain.items():
        _paint_wires(painter, scene, scene.look.colour(ink), shape, wires)
    for box in scene.layout.boxes:
        paint_box(painter, scene, box)
    for (_, _, sign), wire in turned.items():
        _paint_turned(painter, scene, wire, sign)
    _paint_asked(painter, scene)
    for box in scene.layout.boxes:
        _paint_number(painter, scene, box)


def _paint_headings(painter: QPainter, scene: Scene) -> None:
    painter.setPen(scene.look.colour("brand"))
    size = min(round(scene.line_em * HEADING), scene.layout.type_sizes[2])
    for left, heading in dict(zip(scene.layout.lefts, scene.headings, strict=True)).items():
        write(painter, heading, Type(size, Weight.SEMIBOLD), QPointF(left, 0))


def _line(scene: Scene, wire: Wire) -> tuple[str, Shape]:
    """The colour, by name, and the pattern of a line that did not turn, or has yet to."""
    rule = scene.rules[wire.rule]
    before = rule.turn is not None and wire.target in scene.held
    carries = rule.carries or before
    shape = Shape.SOLID_LINE if carries else Shape.DASHED_LINE if rule.open else Shape.DOTTED_LINE
    name = "line" if rule.dimmed and not (carries and scene.falls) else "line_strong"
    if rule.argues and rule.used and not rule.dimmed:
        return "brand", shape
    if scene.focused and not rule.dimmed:
        name = "ink_faint"
    return "added" if rule.opposes and not rule.dimmed else name, shape


def _paint_wires(painter: QPainter, scene: Scene, ink: QColor, shape: Shape, wires: Sequence[Wire]) -> None:
    """Lines that look alike, and then their ends."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(pen(ink, scene.width(THIN), shape))
    for wire in wires:
        painter.drawPath(chain(wire.points))
    for wire in wires:
        _paint_end(painter, scene, wire, ink)


def _paint_end(painter: QPainter, scene: Scene, wire: Wire, ink: QColor) -> None:
    """A bar where an objection arrives, a ring where a premise must not be so."""
    x, y = wire.points[-1]
    size = scene.line_em * 0.42
    if scene.rules[wire.rule].opposes:
        painter.setPen(QPen(ink, scene.width(FALL)))
        painter.drawLine(QPointF(x - 1, y - size), QPointF(x - 1, y + size))
    if wire.negated:
        painter.setPen(QPen(ink, scene.width(THIN)))
        painter.setBrush(scene.look.colour("ground"))
        painter.drawEllipse(QPointF(x - size * 1.6, y), size * 0.75, size * 0.75)


def _paint_asked(painter: QPainter, scene: Scene) -> None:
    """How many of its premises a rule asks for, over the place where its lines arrive."""
    type_ = Type(max(ASKED, round(scene.line_em * 0.85)))
    for wire in {wire.rule: wire for wire in scene.layout.wires if wire.rule in scene.rules}.values():
        rule = scene.rules[wire.rule]
        for words in rule.asks:
            size = shaped(words, type_).size()
            corner = place_over_end(scene.layout, wire, size.width(), size.height())
            if corner is not None:
                ground = _ground(scene, QRectF(QPointF(*corner), size), wire)
                painter.fillRect(ground, scene.look.colour("ground"))
                painter.setPen(scene.look.colour("ink_faint" if rule.dimmed else "ink_soft"))
                write(painter, words, type_, QPointF(*corner))
                break


def _ground(scene: Scene, words: QRectF, wire: Wire) -> QRectF:
    """What is cleared for a few words: over the end of a line also a little above them, where no box stands."""
    wider = words.adjusted(-1, -CLEAR, 1, 0)
    is_free = not any(outline(scene, box).intersects(wider) for box in scene.layout.boxes)
    return wider if words.y() < wire.points[-1][1] and is_free else words


def _paint_turned(painter: QPainter, scene: Scene, wire: Wire, sign: Sign) -> None:
    ink = scene.look.colour(sign.tone.value)
    head = scene.line_em * 0.62
    (x, y), (from_x, _) = wire.points[-1], wire.points[-2]
    back = x - head if from_x < x else x + head
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(pen(ink, scene.width(FALL), sign.shape))
    painter.drawPath(chain((*wire.points[:-1], ((x + back) / 2, y))))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    if scene.rules[wire.rule].opposes:
        painter.drawRect(QRectF(x - 2, y - head * 0.7, 2.5, head * 1.4))
    else:
        corners = [QPointF(x, y), QPointF(back, y - head * 0.62), QPointF(back, y + head * 0.62)]
        painter.drawPolygon(QPolygonF(corners))


@dataclass(frozen=True)
class _Dress:
    """How a box looks: its colours by name, and whether it is strong."""

    fill: str
    border: str
    ink: str
    strong: bool = False
    solid: bool = False
    dashed: bool = False


def write(painter: QPainter, line: str, type_: Type, corner: QPointF, of: str = "") -> None:
    """Paint a line of text from its top left corner; it runs as the whole does that it is `of`."""
    painter.setFont(type_.font)
    painter.drawStaticText(corner, shaped(line, type_, direction_of(of or line)))


def _dress(scene: Scene, node: MapNode, part: int) -> _Dress:
    tone = node.sign.tone
    if node.moved and node.id not in scene.held:
        if part != 1:
            return _Dress(tone.value, tone.value, "panel", strong=True, solid=True)
        return _Dress(soft_ground(tone), tone.value, "ink", strong=True)
    held = node.moved and node.id in scene.held
    if node.dimmed or held:
        return _Dress("panel", "line", "ink_faint", dashed=tone is Tone.WARN and not held)
    if node.plain or tone not in SOFT or (part == 2 and tone is Tone.GOOD):
        return _Dress("panel", "line_strong", "ink")
    return _Dress(soft_ground(tone), tone.value, "ink", dashed=tone is Tone.WARN)


def paint_box(painter: QPainter, scene: Scene, box: Box) -> None:
    """One statement with its sign, its name and its note."""
    node = scene.nodes[box.id]
    dress, look = _dress(scene, node, box.part), scene.look
    rect = outline(scene, box)
    width = scene.width(1.6 if dress.strong else 1)
    round_ = rect.height() / 2 if box.part == 0 else scene.em(box) * 0.32
    painter.setBrush(look.colour(dress.fill))
    shape = Shape.DASHED_LINE if dress.dashed else Shape.SOLID_LINE
    painter.setPen(pen(look.colour(dress.border), width, shape))
    painter.drawRoundedRect(rect, round_, round_)
    _paint_sign(painter, scene, box, node, dress)
    _paint_name(painter, scene, box, node, dress)
    _paint_kind(painter, scene, box, node, dress)
    _paint_rings(painter, scene, node, rect, round_)


def _paint_sign(painter: QPainter, scene: Scene, box: Box, node: MapNode, dress: _Dress) -> None:
    sign = shown_sign(scene, node)
    if sign is None and box.part == 2:
        sign = node.before
    if sign is None:
        return
    size = round(scene.em(box) * (1.0, 1.1, 1.35)[box.part])
    left = box.x + scene.em(box) * (0.55, 0.42, 0.65)[box.part]
    place = QRectF(left, box.middle - size / 2, size, size)
    painter.setOpacity(1 if dress.strong or dress.ink == "ink" else FADED)
    ground = "panel" if dress.solid else dress.fill
    draw_sign(painter, place, sign, scene.look, ground=ground, reverse=dress.solid)
    painter.setOpacity(1)


def _paint_name(painter: QPainter, scene: Scene, box: Box, node: MapNode, dress: _Dress) -> None:
    weight = Weight.SEMIBOLD if dress.strong else Weight.REGULAR
    type_ = Type(scene.em(box), weight)
    painter.setPen(scene.look.colour(dress.ink))
    start, step = name_place(scene, box), scene.em(box) * LINE
    for place, line in enumerate(box.lines):
        write(painter, line, type_, QPointF(start.x(), start.y() + step * place), " ".join(box.lines))
    if node.note and not (node.moved and node.id in scene.held):
        smaller, there = note_place(scene, box)
        write(painter, node.note, smaller, there.topLeft())


def _paint_kind(painter: QPainter, scene: Scene, box: Box, node: MapNode, dress: _Dress) -> None:
    """Under the name a line, dashed where it is said with caution, dotted where it is unsaid; a cross where added."""
    if node.kind is None or node.kind.shape is Shape.SOLID_LINE:
        return
    ink = scene.look.colour("panel" if dress.solid else dress.ink)
    low = outline(scene, box).bottom() - max(2.0, scene.em(box) * 0.16)
    left = name_place(scene, box).x()
    if node.kind.shape in PATTERNS:
        painter.setPen(pen(ink, scene.width(THIN), node.kind.shape))
        painter.drawLine(QPointF(left, low), QPointF(left + scene.em(box) * MARK, low))
        return
    side = scene.em(box) * 0.8
    draw_sign(
        painter, QRectF(box.right - side * 1.5, box.middle - side / 2, side, side), node.kind, scene.look
    )


def _paint_rings(painter: QPainter, scene: Scene, node: MapNode, rect: QRectF, round_: float) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if node.picked:
        painter.setPen(QPen(scene.look.colour("brand"), scene.width(2)))
        off = scene.width(2)
        painter.drawRoundedRect(rect.adjusted(-off, -off, off, off), round_ + off, round_ + off)
    if node.id == scene.current:
        painter.setPen(pen(scene.look.colour("ink"), scene.width(1.2), Shape.DASHED_LINE))
        off = scene.width(4)
        painter.drawRoundedRect(rect.adjusted(-off, -off, off, off), round_ + off, round_ + off)


def _paint_number(painter: QPainter, scene: Scene, box: Box) -> None:
    node = scene.nodes[box.id]
    if not node.order or node.id in scene.held:
        return
    size = max(NUMBER, round(scene.layout.type_sizes[2] * RING))
    place = QRectF(box.x - size * 0.4, box.y - size * 0.45, size, size)
    ink = scene.look.colour(node.sign.tone.value)
    painter.setPen(QPen(ink, scene.width(1.3)))
    painter.setBrush(scene.look.colour("panel"))
    painter.drawEllipse(place)
    type_ = Type(round(size * 0.66), Weight.SEMIBOLD)
    words = shaped(str(node.order), type_).size()
    painter.setPen(ink)
    corner = place.center() - QPointF(words.width() / 2, words.height() / 2)
    write(painter, str(node.order), type_, corner)
