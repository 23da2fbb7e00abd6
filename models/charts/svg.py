"""What the argument map on paper is made of, as SVG: lines, curves, discs and words."""

from collections.abc import Mapping, Sequence
from xml.sax.saxutils import escape, quoteattr

from models.charts.glyphs import visible
from models.charts.map_places import Point

Pattern = tuple[float, ...]
ANY = range(0x110000)
"""Letters stay as they are: who sets the drawing knows which fonts there are beside ours."""


def element(name: str, attributes: Mapping[str, object], content: str = "") -> str:
    """One element; every value is escaped."""
    told = "".join(f" {key}={quoteattr(_plain(value))}" for key, value in attributes.items())
    return f"<{name}{told}>{content}</{name}>" if content else f"<{name}{told}/>"


def text(
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
    return element("text", attributes, escape(visible(words, ANY)))


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


def circle(x: float, y: float, radius: float, fill: str, colour: str = "none", width: float = 0) -> str:
    """A disc or a ring."""
    return element(
        "circle", {"cx": x, "cy": y, "r": radius, "fill": fill, "stroke": colour, "stroke-width": width}
    )


def _stroked(way: str, colour: str, width: float, pattern: Pattern) -> str:
    dashes = {"stroke-dasharray": " ".join(_number(part * width) for part in pattern)} if pattern else {}
    return element("path", {"d": way, "fill": "none", "stroke": colour, "stroke-width": width, **dashes})


def _plain(value: object) -> str:
    return _number(value) if isinstance(value, float | int) else str(value)


def _number(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")


def _point(point: Point) -> str:
    return f"{_number(point[0])} {_number(point[1])}"
