"""The signs of the argument map as SVG: marks of states, signs of kinds, lines and words.

As on the sheet, square marks are stipulated and round ones derived.
"""

from collections.abc import Mapping, Sequence
from xml.sax.saxutils import escape, quoteattr

from models.charts.glyphs import visible
from models.charts.map_look import Pattern
from models.charts.map_shapes import Point
from models.charts.palette import Palette, Shape
from models.schema.case import Kind, Stance

MARK = 9.5
SIGN = 11.0
STANCE_STROKES = {Stance.HOLDS: "ink", Stance.FAILS: "panel"}


def element(name: str, attributes: Mapping[str, object], content: str = "") -> str:
    """One element; every value is escaped."""
    told = "".join(f" {key}={quoteattr(_plain(value))}" for key, value in attributes.items())
    return f"<{name}{told}>{content}</{name}>" if content else f"<{name}{told}/>"


def text(
    x: float, y: float, words: str, size: float, colour: str, weight: int = 400, end: bool = False
) -> str:
    """A line of text on its base line, from the left or up to the right."""
    anchor = {"text-anchor": "end"} if end else {}
    attributes = {"x": x, "y": y, "font-size": size, "font-weight": weight, "fill": colour, **anchor}
    return element("text", attributes, escape(visible(words)))


def line(points: Sequence[Point], colour: str, width: float, pattern: Pattern = ()) -> str:
    """A polyline; the pattern is in multiples of the width."""
    return _stroked("M" + " L".join(map(_point, points)), colour, width, pattern)


def curve(points: Sequence[Point], colour: str, width: float, pattern: Pattern = ()) -> str:
    """A chain of cubics."""
    cubics = (
        f"C{_point(first)} {_point(second)} {_point(end)}"
        for first, second, end in zip(points[1::3], points[2::3], points[3::3], strict=True)
    )
    return _stroked(f"M{_point(points[0])} {' '.join(cubics)}", colour, width, pattern)


def polygon(points: Sequence[Point], fill: str, colour: str = "none", width: float = 0) -> str:
    """A closed shape."""
    return element(
        "polygon",
        {"points": " ".join(map(_point, points)), "fill": fill, "stroke": colour, "stroke-width": width},
    )


def circle(x: float, y: float, radius: float, fill: str, colour: str = "none", width: float = 0) -> str:
    """A disc or a ring."""
    return element(
        "circle", {"cx": x, "cy": y, "r": radius, "fill": fill, "stroke": colour, "stroke-width": width}
    )


def stance_mark(stance: Stance, x: float, y: float, colour: str, colours: Palette) -> str:
    """A square with a tick, a cross or a question mark, around a middle."""
    half = MARK / 2 - 0.5
    dashes = {"stroke-dasharray": "2 1.4"} if stance is Stance.UNCERTAIN else {}
    square = element(
        "rect",
        {
            "x": x - half,
            "y": y - half,
            "width": 2 * half,
            "height": 2 * half,
            "fill": colour if stance is Stance.FAILS else colours.panel,
            "stroke": colour,
            "stroke-width": 1,
            **dashes,
        },
    )
    if stance is Stance.UNCERTAIN:
        return square + text(x - 2.1, y + 3, "?", 8, colour, 700)
    if stance is Stance.HOLDS:
        return square + line(((x - 2.4, y + 0.2), (x - 0.7, y + 2), (x + 2.6, y - 2.2)), colour, 1.4)
    strokes = (((x - 2, y - 2), (x + 2, y + 2)), ((x + 2, y - 2), (x - 2, y + 2)))
    return square + "".join(line(points, colours.panel, 1.4) for points in strokes)


def verdict_mark(shape: Shape, x: float, y: float, colour: str) -> str:
    """A disc, a diamond, a ring or a triangle, around a middle."""
    half = MARK / 2
    match shape:
        case "disc":
            return circle(x, y, half, colour)
        case "ring":
            return circle(x, y, half - 0.9, "none", colour, 1.8)
        case "diamond":
            return polygon(((x, y - half), (x + half, y), (x, y + half), (x - half, y)), colour)
        case "triangle":
            return polygon(((x, y - half), (x + half, y + half), (x - half, y + half)), colour)


def kind_sign(kind: Kind, x: float, y: float, size: float, colour: str, ground: str) -> str:
    """A full, a half or an empty disc, or a diamond for what was added."""
    half, width = size / 2, size * 0.16
    if kind is Kind.ADDED:
        return polygon(((x, y - half), (x + half, y), (x, y + half), (x - half, y)), ground, colour, width)
    radius = half - width / 2
    disc = circle(x, y, radius, colour if kind is Kind.STATED else ground, colour, width)
    if kind is not Kind.HEDGED:
        return disc
    arc = f"M{_point((x, y - radius))} A{_number(radius)} {_number(radius)} 0 0 0 {_point((x, y + radius))} Z"
    return disc + element("path", {"d": arc, "fill": colour})


def _stroked(way: str, colour: str, width: float, pattern: Pattern) -> str:
    dashes = {"stroke-dasharray": " ".join(_number(part * width) for part in pattern)} if pattern else {}
    return element("path", {"d": way, "fill": "none", "stroke": colour, "stroke-width": width, **dashes})


def _plain(value: object) -> str:
    return _number(value) if isinstance(value, float | int) else str(value)


def _number(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")


def _point(point: Point) -> str:
    return f"{_number(point[0])} {_number(point[1])}"
