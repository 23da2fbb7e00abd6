"""The argument map for paper: an SVG in the places of the screen's, readable without colour.

Every box has the sign of its state; what is not as the argument wants it stands on grey in semibold, and so does what
the last change turned, its lines twice as wide.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from re import sub
from xml.sax.saxutils import escape, quoteattr

from models.charts.glyphs import visible
from models.charts.map_arrange import arrange
from models.charts.map_measures import BOLD, INSIDE, LINE, Room, width_in_ems
from models.charts.map_places import Box, Layout, Point, Wire, place_over_end
from models.charts.palette import Palette
from models.language.writing import from_right
from models.schema.case import Case
from models.schema.page import Map, MapNode, MapRule, Shape, Sign, Tone
from resources import ROOT

Pattern = tuple[float, ...]
ANY = range(0x110000)
"""Letters stay as they are: who sets the drawing knows which fonts there are beside ours."""


FAMILY = "Pretendard"
LARGEST = 13.0  # points
WISHED = (8.0, 7.0, 6.0, 5.0, 4.0)
"""The least type that there should be, in points: for the greater ones boxes stand closer together if need be."""
FOOT = 22.0  # points for the key
KEY = 8.5
DASHES: Mapping[Shape, Pattern] = {Shape.DASHED_LINE: (4.0, 2.4), Shape.DOTTED_LINE: (1.2, 2.2)}
THIN, TURNED, ARGUES = 0.8, 1.8, 2.4
MARK = 4.5
"""How long the line under a claim that is not plainly said is, in ems."""
NOTE_MARGIN, APART, LEAST_NOTE = 0.6, 0.3, 0.5
"""How far a note is from the edge of its box and at least from the name, and its smallest type, in ems of the name."""
BASELINE = 0.36
"""How far below the middle of a line its base line is, in ems."""


def map_svg(block: Map, width: float, height: float, colours: Palette) -> bytes:
    """The map as it stands, so many points wide and high; the same every time."""
    layout = _arranged(block.case, width, height)
    wide, high = max(width, layout.width), max(height, layout.height + FOOT)
    whole = {
        "xmlns": "http://www.w3.org/2000/svg",
        "viewBox": f"0 0 {wide:g} {high:g}",
        "width": width,
        "height": height,
        "font-family": FAMILY,
    }
    return _element("svg", whole, "".join(_parts(block, layout, high, colours))).encode()


def type_of(case: Case, width: float, height: float) -> float:
    """How large the smallest names on the map are in such a room, in points."""
    layout = _arranged(case, width, height)
    return layout.type_sizes[0] * min(1.0, width / layout.width, (height - FOOT) / layout.height)


def most_in(height: float, size: float) -> int:
    """How many assumptions can stand in such a height at the most, in type of that size."""
    return int((height - FOOT) / (size * LINE))


@lru_cache(maxsize=8)
def _arranged(case: Case, width: float, height: float) -> Layout:
    room = height - FOOT
    tried = [arrange(case, Room(width, room, least, LARGEST)) for least in WISHED[:1]]
    for least in WISHED[1:]:
        if tried[-1].width <= width and tried[-1].height <= room + 0.5:
            break
        tried.append(arrange(case, Room(width, room, least, LARGEST)))
    return tried[-1]


def _parts(block: Map, layout: Layout, height: float, colours: Palette) -> Iterator[str]:
    nodes = {node.id: node for node in block.nodes}
    rules = {rule.id: rule for rule in block.rules}
    size = min(layout.type_sizes[0] * 1.3, layout.type_sizes[2])
    for left, heading in dict(zip(layout.lefts, block.headings, strict=True)).items():
        yield _text(left, size, heading, size, colours.brand, 600)
    drawn = {
        (wire.source, wire.target, rules[wire.rule].turn): wire for wire in layout.wires if wire.rule in rules
    }
    for wire in layout.wires:
        if wire.rule in rules and (rules[wire.rule].turn is None or wire in drawn.values()):
            yield from _wire(wire, rules[wire.rule], nodes, layout, colours)
    for wire in {wire.rule: wire for wire in layout.wires if wire.rule in rules}.values():
        yield from _asked(wire, rules[wire.rule].asks, layout, colours)
    for box in layout.boxes:
        yield from _box(box, nodes[box.id], layout.type_sizes[box.part], colours)
    yield from _key(block, height - FOOT / 3, colours)


def _wire(
    wire: Wire, rule: MapRule, nodes: Mapping[str, MapNode], layout: Layout, colours: Palette
) -> Iterator[str]:
    turned = rule.turn if nodes[wire.source].moved else None
    plain = Shape.SOLID_LINE if rule.carries else Shape.DASHED_LINE if rule.open else Shape.DOTTED_LINE
    ink = colours.ink if turned else colours.ink_faint
    width = TURNED if turned else ARGUES if rule.argues and rule.used else THIN
    yield _curve(wire.points, ink, width, DASHES.get(turned.shape if turned else plain, ()))
    (x, y), size = wire.points[-1], layout.type_sizes[0] * 0.42
    if rule.opposes:
        yield _line(((x - 1, y - size), (x - 1, y + size)), ink, TURNED)
    if wire.negated:
        yield _circle(x - size * 1.6, y, size * 0.7, colours.panel, ink, THIN)


def _asked(wire: Wire, asks: tuple[str, ...], layout: Layout, colours: Palette) -> Iterator[str]:
    """How many of its premises a rule asks for, where its lines arrive and there is room."""
    em = layout.type_sizes[0] * 0.85
    for words in asks:
        width = width_in_ems(words) * em
        corner = place_over_end(layout, wire, width, em * LINE)
        if corner is not None:
            (left, top), ground = corner, {"width": width, "height": em * LINE, "fill": colours.panel}
            yield _element("rect", {"x": left, "y": top, **ground})
            yield _text(left, top + em, words, em, colours.ink_soft)
            return


def _box(box: Box, node: MapNode, em: float, colours: Palette) -> Iterator[str]:
    strong = node.moved or not (node.plain or (box.part == 2 and node.sign.shape is Shape.TICK_DISC))
    yield _element(
        "rect",
        {
            "x": box.x,
            "y": box.y,
            "width": box.width,
            "height": box.height,
            "rx": box.height / 2 if box.part == 0 else em * 0.3,
            "fill": colours.track if strong else colours.panel,
            "stroke": colours.ink if strong else colours.line_strong,
            "stroke-width": THIN,
        },
    )
    side = em * (1.0, 1.1, 1.3)[box.part]
    yield drawn_sign(node.sign, box.x + em * 0.55, box.middle - side / 2, side, colours)
    left, weight = box.x + em * INSIDE[box.part].before, 600 if strong else 400
    first = box.middle - (len(box.lines) - 1) * LINE * em / 2 + BASELINE * em
    right = from_right(" ".join(box.lines)) is True
    for place, words in enumerate(box.lines):
        yield _text(left, first + place * LINE * em, words, em, colours.ink, weight, from_right=right)
    yield from _kind(box, node, left, em, colours)
    if node.note:
        end = box.right - em * NOTE_MARGIN
        size = _note_size(box, node.note, em, BOLD if strong else 1.0)
        yield _text(end, box.middle + BASELINE * size, node.note, size, colours.ink, weight, end=True)


def _note_size(box: Box, note: str, em: float, wider: float) -> float:
    """The type of a note, in points: it gets smaller beside a long name."""
    name = em * (INSIDE[box.part].before + wider * max(map(width_in_ems, box.lines)))
    free = box.width - name - em * (NOTE_MARGIN + APART)
    return max(em * LEAST_NOTE, min(em, free / (wider * width_in_ems(note))))


def _kind(box: Box, node: MapNode, left: float, em: float, colours: Palette) -> Iterator[str]:
    """Under the name a line, dashed where it is said with caution, dotted where it is unsaid; a cross where added."""
    if node.kind is None or node.kind.shape is Shape.SOLID_LINE:
        return
    if node.kind.shape in DASHES:
        low = box.y + box.height - em * 0.16
        yield _line(((left, low), (left + em * MARK, low)), colours.ink, THIN, DASHES[node.kind.shape])
    else:
        side = em * 0.8
        yield drawn_sign(node.kind, box.right - side * 1.5, box.middle - side / 2, side, colours)


def drawn_sign(sign: Sign, x: float, y: float, side: float, colours: Palette) -> str:
    """A sign in black, in a square from its upper left corner."""
    inside = _drawing(sign.shape, colours.ink, colours.panel)
    place = f"translate({x:.2f} {y:.2f}) scale({side / 16:.4f})"
    return _element("g", {"transform": place}, inside)


@lru_cache(maxsize=64)
def _drawing(shape: Shape, ink: str, ground: str) -> str:
    """What is inside the drawing of a sign, which is 16 units wide."""
    whole = (ROOT / "signs" / f"{shape.value}.svg").read_text(encoding="utf-8")
    inside = sub(r"^.*?<svg[^>]*>|</svg>\s*$", "", whole)
    return inside.replace("$ink", ink).replace("$line", ink).replace("$ground", ground)


def _key(block: Map, y: float, colours: Palette) -> Iterator[str]:
    """What the lines mean, in one row."""
    left = 4.0
    for sign in block.key:
        if sign.shape is not Shape.RING:
            width = ARGUES if sign.tone is Tone.BRAND else THIN * 1.5
            yield _line(((left, y - 3), (left + 22, y - 3)), colours.ink, width, DASHES.get(sign.shape, ()))
            if sign.tone is Tone.ADDED:  # an objection's line ends in a bar
                yield _line(((left + 22, y - 6), (left + 22, y)), colours.ink, TURNED)
            yield _text(left + 28, y, sign.word, KEY, colours.ink_soft)
            left += 28 + width_in_ems(sign.word) * KEY + 16
    for kind in block.kinds:
        width = width_in_ems(kind.word) * KEY
        yield _text(left, y, kind.word, KEY, colours.ink_soft)
        yield _line(((left, y + 3), (left + width, y + 3)), colours.ink, THIN, DASHES.get(kind.shape, ()))
        left += width + 16


def _element(name: str, attributes: Mapping[str, object], content: str = "") -> str:
    """One element; every value is escaped."""
    told = "".join(f" {key}={quoteattr(_plain(value))}" for key, value in attributes.items())
    return f"<{name}{told}>{content}</{name}>" if content else f"<{name}{told}/>"


def _text(
    x: float,
    y: float,
    words: str,
    size: float,
    colour: str,
    weight: int = 400,
    end: bool = False,
    from_right: bool = False,
) -> str:
    """A line of text on its base line, from the left or up to the right; its words may run from the right."""
    set_so = {"text-anchor": "end"} if end else {"direction": "rtl"} if from_right else {}
    attributes = {"x": x, "y": y, "font-size": size, "font-weight": weight, "fill": colour, **set_so}
    return _element("text", attributes, escape(visible(words, ANY)))


def _line(points: Sequence[Point], colour: str, width: float, pattern: Pattern = ()) -> str:
    """A polyline; the pattern is in multiples of the width."""
    return _stroked("M" + " L".join(map(_point, points)), colour, width, pattern)


def _curve(points: Sequence[Point], colour: str, width: float, pattern: Pattern = ()) -> str:
    """A chain of cubics."""
    cubics = (
        f"C{_point(first)} {_point(second)} {_point(end)}"
        for first, second, end in zip(points[1::3], points[2::3], points[3::3], strict=True)
    )
    return _stroked(f"M{_point(points[0])} {' '.join(cubics)}", colour, width, pattern)


def _circle(x: float, y: float, radius: float, fill: str, colour: str = "none", width: float = 0) -> str:
    """A disc or a ring."""
    return _element(
        "circle", {"cx": x, "cy": y, "r": radius, "fill": fill, "stroke": colour, "stroke-width": width}
    )


def _stroked(way: str, colour: str, width: float, pattern: Pattern) -> str:
    dashes = {"stroke-dasharray": " ".join(_number(part * width) for part in pattern)} if pattern else {}
    return _element("path", {"d": way, "fill": "none", "stroke": colour, "stroke-width": width, **dashes})


def _plain(value: object) -> str:
    return _number(value) if isinstance(value, float | int) else str(value)


def _number(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")


def _point(point: Point) -> str:
    return f"{_number(point[0])} {_number(point[1])}"
