"""The argument map for paper: an SVG with the places of the screen's, readable without colour."""

from collections.abc import Iterator, Mapping

from models.charts.glyphs import visible
from models.charts.map_layout import lay_out
from models.charts.map_look import AGAINST, BORDERS, HEAD, PATTERNS, WIRES, Pattern, arrives, rule_line
from models.charts.map_shapes import MapBox, MapJoint, MapKind, MapLayout, MapSizes, MapWire, stretches
from models.charts.map_signs import (
    MARK,
    SIGN,
    curve,
    element,
    kind_sign,
    line,
    polygon,
    stance_mark,
    text,
    verdict_mark,
)
from models.charts.map_text import broken, width_in_ems
from models.charts.palette import Palette, Shape, shape, tones
from models.schema.case import Assumption, Kind, Recommendation, Stance, Statement
from models.schema.result import RuleState, Status, Usage
from models.schema.snapshot import Snapshot

CODE, WORD, CAPTION, KEY = 11.0, 9.0, 12.0, 10.0
KEY_HEIGHT = 24.0
BOLD = 1.03
FAMILY = "Pretendard"
STATUS_SHAPES: dict[Status, Shape] = {
    Status.ACCEPTED: "disc",
    Status.OPEN: "ring",
    Status.REJECTED: "triangle",
}
STANCE_STATUSES = {
    Stance.HOLDS: Status.ACCEPTED,
    Stance.UNCERTAIN: Status.OPEN,
    Stance.FAILS: Status.REJECTED,
}
STANCE_WORDS = {Stance.HOLDS: "holds", Stance.UNCERTAIN: "uncertain", Stance.FAILS: "fails"}
SHAPE_WORDS: dict[Shape, str] = {
    "disc": "stands",
    "diamond": "on fewer grounds",
    "ring": "open",
    "triangle": "does not stand",
}
KIND_WORDS = {Kind.STATED: "stated", Kind.HEDGED: "hedged", Kind.IMPLIED: "implied", Kind.ADDED: "added"}


def map_svg(snapshot: Snapshot, words: Mapping[str, str], colours: Palette) -> bytes:
    """The map of a snapshot, with the state of each statement in the given word; the same every time."""
    layout = lay_out(snapshot.case)
    height = layout.height + KEY_HEIGHT
    drawn = "".join(_parts(snapshot, layout, words, colours))
    whole = element(
        "svg",
        {
            "xmlns": "http://www.w3.org/2000/svg",
            "viewBox": f"0 0 {layout.width:g} {height:g}",
            "width": layout.width,
            "height": height,
            "font-family": FAMILY,
        },
        drawn,
    )
    return whole.encode()


def _parts(
    snapshot: Snapshot, layout: MapLayout, words: Mapping[str, str], colours: Palette
) -> Iterator[str]:
    yield from _captions(snapshot, layout, colours)
    for source in dict.fromkeys(wire.source for wire in layout.wires):
        wires = [wire for wire in layout.wires if wire.source == source]
        yield from _wires(snapshot, wires, colours)
    for joint in layout.joints:
        yield from _joint(snapshot, joint, colours)
    for box in layout.boxes:
        yield from _box(snapshot, box, layout.sizes, words[box.id], colours)
    yield from _key(layout, colours)


def _captions(snapshot: Snapshot, layout: MapLayout, colours: Palette) -> Iterator[str]:
    case = snapshot.case
    numbers = {
        MapKind.ASSUMPTION: len(case.assumptions),
        MapKind.FINDING: len(case.findings),
        MapKind.RECOMMENDATION: len(case.recommendations),
    }
    base = layout.sizes.margin + layout.sizes.caption - 3
    for zone in layout.zones:
        number = numbers[zone.kind]
        words = f"{number} {zone.kind}{'' if number == 1 else 's'}"
        yield line(((zone.left, base), (zone.right, base)), colours.line_strong, 0.8)
        yield text(zone.left, base - 6, words, CAPTION, colours.brand, 600)


def _wires(snapshot: Snapshot, wires: list[MapWire], colours: Palette) -> Iterator[str]:
    status = snapshot.evaluation.status_of[wires[0].source]
    name, width = WIRES[status]
    for points, rules in stretches(wires).items():
        pattern = _pattern(snapshot, rules[0]) if len(rules) == 1 else ()
        yield curve(points, getattr(colours, name), width, pattern)
    for wire in wires:
        if wire.negated:
            x, y = wire.points[-1]
            yield line(((x - 4, y - 4.5), (x - 4, y + 4.5)), colours.ink, 1.8)
            yield text(x - 21, y - 3, "not", WORD, colours.ink, 600)


def _pattern(snapshot: Snapshot, rule: str) -> Pattern:
    item = snapshot.case.rule_by_id[rule]
    return AGAINST if item.opposes else PATTERNS[item.kind]


def _joint(snapshot: Snapshot, joint: MapJoint, colours: Palette) -> Iterator[str]:
    rule, result = snapshot.case.rule_by_id[joint.rule], snapshot.evaluation.rule[joint.rule]
    name, width = rule_line(result.state, result.usage)
    applies = result.usage is Usage.IN_USE and result.state is RuleState.APPLIES
    ink = colours.bad if joint.opposes and applies else getattr(colours, name)
    start, end = joint.arrow[0], joint.arrow[-1]
    if joint.opposes:
        yield line((start, (end[0] - 2, end[1])), ink, width, AGAINST)
        yield line(((end[0] - 2, end[1] - HEAD), (end[0] - 2, end[1] + HEAD)), ink, width + 0.8)
    else:
        yield line((start, (end[0] - HEAD, end[1])), ink, width)
        if arrives(result.state, result.usage):
            back = end[0] - HEAD - 1
            head = (end, (back, end[1] - 3.6), (back, end[1] + 3.6))
            yield polygon(head, ink if applies else colours.panel, ink, 0.8)
    yield kind_sign(rule.kind, joint.x, joint.y, SIGN, getattr(colours, name), colours.panel)


def _state(snapshot: Snapshot, item: Statement, colours: Palette) -> tuple[Status, str, str, str]:
    """The status, the strong and the soft colour, and the mark around the origin."""
    if isinstance(item, Assumption):
        stance = snapshot.scenario.stance_of[item.id]
        strong, soft = {
            Stance.HOLDS: (colours.good, colours.good_soft),
            Stance.UNCERTAIN: (colours.warn, colours.warn_soft),
            Stance.FAILS: (colours.bad, colours.bad_soft),
        }[stance]
        return STANCE_STATUSES[stance], strong, soft, stance_mark(stance, 0, 0, strong, colours)
    status = snapshot.evaluation.status_of[item.id]
    if isinstance(item, Recommendation):
        verdict = snapshot.evaluation.recommendation[item.id].verdict
        strong, soft = tones(colours, verdict)
        return status, strong, soft, verdict_mark(shape(verdict), 0, 0, strong)
    strong, soft = {
        Status.ACCEPTED: (colours.good, colours.good_soft),
        Status.OPEN: (colours.open, colours.open_soft),
        Status.REJECTED: (colours.bad, colours.bad_soft),
    }[status]
    return status, strong, soft, verdict_mark(STATUS_SHAPES[status], 0, 0, strong)


def _box(snapshot: Snapshot, box: MapBox, sizes: MapSizes, word: str, colours: Palette) -> Iterator[str]:
    item = snapshot.case.by_id[box.id]
    status, strong, soft, mark = _state(snapshot, item, colours)
    width, pattern = BORDERS[status]
    strip = isinstance(item, Assumption)
    edge = {"stroke-dasharray": " ".join(f"{part * width:g}" for part in pattern)} if pattern else {}
    frame = {"x": box.x, "y": box.y, "width": box.width, "height": box.height}
    rounding = sizes.strip / 2 if strip else 3
    yield element(
        "rect", {**frame, "rx": rounding, "fill": soft, "stroke": strong, "stroke-width": width, **edge}
    )
    if box.kind is MapKind.RECOMMENDATION:
        yield element("rect", {**frame, "width": 3.5, "fill": strong})
    if isinstance(item, Assumption):
        middle = box.y + box.height / 2
        yield kind_sign(item.kind, box.x + box.width, middle, 8, strong, colours.panel)
    spare = box.height - sizes.head - len(box.lines) * sizes.line - sizes.foot
    row = box.y + box.height / 2 if strip else box.y + spare / 2 + 1 + sizes.head / 2
    yield element("g", {"transform": f"translate({box.x + 11:g} {row:g})"}, mark)
    left = box.x + 11 + MARK / 2 + 4
    yield from _code(item, left, row, colours)
    if strip:
        yield text(box.x + box.width - 8, row + 3.2, word, WORD, strong, 600, end=True)
    else:
        shift = width_in_ems(item.code) * CODE * BOLD + 4
        yield text(left + shift, row + 3.6, word, WORD, strong, 600)
    yield from _label(item, box, sizes, row, colours)


def _code(item: Statement, left: float, row: float, colours: Palette) -> Iterator[str]:
    """The code, on a ground of its own if the assumption is a core one."""
    core = isinstance(item, Assumption) and item.core
    if core:
        width = width_in_ems(item.code) * CODE * BOLD + 6
        tag = {"x": left - 2, "y": row - 7, "width": width, "height": 14, "rx": 3, "fill": colours.brand}
        yield element("rect", tag)
    yield text(left + core, row + 4, item.code, CODE, colours.on_brand if core else colours.ink, 700)


def _label(item: Statement, box: MapBox, sizes: MapSizes, row: float, colours: Palette) -> Iterator[str]:
    lines = box.lines
    if visible(item.title) != item.title:
        room = box.width - 2 * sizes.padding
        if box.kind is MapKind.ASSUMPTION:
            room = box.width - sizes.before_label - sizes.after_label
        lines = broken(visible(item.title), room / sizes.type_size, len(lines))
    strip = box.kind is MapKind.ASSUMPTION
    left = box.x + (sizes.before_label if strip else 7)
    first = row + 4 - (len(lines) - 1) * sizes.line / 2 if strip else row + sizes.head / 2 + 10
    for place, words in enumerate(lines):
        yield text(left, first + place * sizes.line, words, sizes.type_size, colours.ink)


def _key(layout: MapLayout, colours: Palette) -> Iterator[str]:
    """What the marks and lines mean, in one row under the map."""
    y = layout.height + KEY_HEIGHT / 2 - 2
    left = layout.sizes.margin
    for sign, width, words in _signs(y, colours):
        yield element("g", {"transform": f"translate({left:g} 0)"}, sign)
        yield text(left + width + 5, y + 3.5, words, KEY, colours.ink_soft)
        left += width + 5 + width_in_ems(words) * KEY + 15


def _signs(y: float, colours: Palette) -> Iterator[tuple[str, float, str]]:
    ink = colours.ink_soft
    for stance, words in STANCE_WORDS.items():
        yield stance_mark(stance, MARK / 2, y, ink, colours), MARK, words
    for mark, words in SHAPE_WORDS.items():
        yield verdict_mark(mark, MARK / 2, y, ink), MARK, words
    for kind, words in KIND_WORDS.items():
        leg = line(((0, y), (14, y)), ink, 1.4, PATTERNS[kind])
        yield leg + kind_sign(kind, 14 + SIGN / 2, y, SIGN, ink, colours.panel), 14 + SIGN, words
    bar = line(((20, y - HEAD), (20, y + HEAD)), ink, 2.4)
    yield line(((0, y), (20, y)), ink, 1.4, AGAINST) + bar, 21, "against"
    bar = line(((20, y - HEAD), (20, y + HEAD)), ink, 1.8)
    yield line(((0, y), (24, y)), ink, 1.4) + bar + text(1, y - 3, "not", WORD, ink, 600), 24, "if not"
