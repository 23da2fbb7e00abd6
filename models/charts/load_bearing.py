"""Load against vulnerability: every assumption as a mark in four named quadrants, with labels that never overlap."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, floor, hypot, log10

from matplotlib.axes import Axes
from matplotlib.collections import LineCollection, PolyCollection
from matplotlib.figure import Figure
from matplotlib.lines import Line2D

from models.charts.glyphs import ems
from models.charts.palette import Palette
from models.charts.placement import Box, Placed, Spot, placed
from models.charts.style import filled, font, write
from models.schema.pictures import LoadPicture, LoadPoint

LABEL, AXIS = 9.0, 8.5
LINE = 1.24
MARK = 4.0
NEAR = 2 * MARK
AWAY = 2.5 * MARK
APART = 5.0
"""Between the names at two points, in points."""
MOST_TICKS = 7
DOUBT_TICKS = (0.0, 0.25, 0.5, 0.75, 1.0)


@dataclass(frozen=True)
class _Frame:
    """Where things are, in points: the plot, and in it the part that data may lie in."""

    plot: Box
    left: float
    right: float
    bottom: float
    top: float
    most: float

    def x(self, vulnerability: float) -> float:
        return self.left + vulnerability * (self.right - self.left)

    def y(self, load: float) -> float:
        return self.bottom + load / self.most * (self.top - self.bottom)


def draw_load_bearing(figure: Figure, picture: LoadPicture, colours: Palette, scale: float = 1.0) -> None:
    """Draw the picture into the figure; `scale` enlarges the type. A later call replaces what is shown."""
    axes, width, height = filled(figure, colours.panel)
    axes.set_xlim(0, width)
    axes.set_ylim(0, height)
    frame = _frame(picture, width, height, scale)
    _ground(axes, picture, frame, colours, scale)
    _names(axes, picture, frame, colours, scale)
    _scales(axes, picture, frame, colours, scale)
    _points(axes, picture, frame, colours, scale)


def _frame(picture: LoadPicture, width: float, height: float, scale: float) -> _Frame:
    line = LABEL * LINE * scale
    plot = Box(24 * scale, 3.1 * line, width - 5 * scale, height - 1.7 * line)
    inner = plot.right - plot.left
    left, right = plot.left + 0.19 * inner, plot.right - 24 * scale
    split = left + picture.doubt_split * (right - left)
    above = max(_lines(picture, (0, 1), split, plot, scale)) * line
    below = max(_lines(picture, (2, 3), split, plot, scale)) * line
    room = 1.9 * line
    return _Frame(
        plot,
        left,
        right,
        plot.bottom + below + room,
        plot.top - above - room,
        picture.most or 1.0,
    )


def _lines(picture: LoadPicture, places: Sequence[int], split: float, plot: Box, scale: float) -> list[int]:
    rooms = (_width(place, split, plot, scale) for place in places)
    both = (_wrapped(picture, place, room, scale) for place, room in zip(places, rooms, strict=True))
    return [len(name) + len(advice) for name, advice in both]


def _width(place: int, split: float, plot: Box, scale: float) -> float:
    """How wide the words in a quadrant may be."""
    edges = (plot.left, split) if place % 2 == 0 else (split, plot.right)
    return edges[1] - edges[0] - 10 * scale


def _wrapped(picture: LoadPicture, place: int, room: float, scale: float) -> tuple[list[str], list[str]]:
    """The name of a quadrant in as few lines as it needs, the lines about equally long, and the advice."""
    quadrant = picture.quadrants[place]
    lines = _filled(quadrant.name, room, scale)
    narrower = room
    while narrower > room / 3:
        narrower -= 2 * scale
        other = _filled(quadrant.name, narrower, scale)
        if len(other) > len(lines):
            break
        lines = other
    return lines, _filled(quadrant.advice, room, scale)


def _filled(text: str, room: float, scale: float) -> list[str]:
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and ems(longer) * LABEL * scale > room:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


def _ground(axes: Axes, picture: LoadPicture, frame: _Frame, colours: Palette, scale: float) -> None:
    plot, (x, y) = frame.plot, _splits(picture, frame)
    exposed = [(x, y), (plot.right, y), (plot.right, plot.top), (x, plot.top)]
    axes.add_collection(PolyCollection([exposed], facecolor=colours.warn_soft, zorder=0), autolim=False)
    outline = [
        (plot.left, plot.bottom),
        (plot.right, plot.bottom),
        (plot.right, plot.top),
        (plot.left, plot.top),
    ]
    axes.add_collection(
        LineCollection([[*outline, outline[0]]], colors=colours.line, linewidths=0.8 * scale), autolim=False
    )
    split = [[(x, plot.bottom), (x, plot.top)], [(plot.left, y), (plot.right, y)]]
    axes.add_collection(
        LineCollection(split, colors=colours.line_strong, linewidths=0.8 * scale, linestyles="dashed"),
        autolim=False,
    )


def _splits(picture: LoadPicture, frame: _Frame) -> tuple[float, float]:
    """Where the lines are that part firm from doubted and idle from bearing.

    No point lies on a line: one at the border is idle or in doubt, so the line gives way to it, up to the next point.
    """
    doubts = {frame.x(point.vulnerability) for point in picture.points}
    loads = {frame.y(point.load) for point in picture.points}
    x, y = frame.x(picture.doubt_split), frame.y(picture.load_split)
    left = min(AWAY, (x - max((place for place in doubts if place < x), default=-x)) / 2)
    above = [place for place in loads if place > y]
    up = min(AWAY, (min(above) - y) / 2) if above else (frame.top - y) / 2
    return x - left if x in doubts else x, y + up if y in loads else y


def _names(axes: Axes, picture: LoadPicture, frame: _Frame, colours: Palette, scale: float) -> None:
    bold, plain = font(LABEL * scale, "SemiBold"), font(LABEL * scale)
    plot, step, inset = frame.plot, LABEL * LINE * scale, 5 * scale
    split = frame.x(picture.doubt_split)
    for place in range(4):
        name, advice = _wrapped(picture, place, _width(place, split, plot, scale), scale)
        written = [*((line, bold) for line in name), *((line, plain) for line in advice)]
        right, upper = place % 2 == 1, place < 2
        x = plot.right - inset if right else plot.left + inset
        start = plot.top - inset * 0.6 if upper else plot.bottom + inset * 0.6 + step * len(written)
        side = "right" if right else "left"
        ink = colours.warn if place == 1 else colours.ink_soft
        for index, (line, properties) in enumerate(written):
            write(axes, x, start - index * step, line, properties, color=ink, ha=side, va="top")


def _scales(axes: Axes, picture: LoadPicture, frame: _Frame, colours: Palette, scale: float) -> None:
    small, plot, ink = font(AXIS * scale), frame.plot, colours.ink_soft
    for tick in _ticks(picture.most):
        x, y = plot.left - 5 * scale, frame.y(tick)
        write(axes, x, y, f"{tick:g}", small, color=ink, ha="right", va="center_baseline")
    for tick in DOUBT_TICKS:
        x, y = frame.x(tick), plot.bottom - 3 * scale
        write(axes, x, y, f"{tick:.0%}", small, color=ink, ha="center", va="top")
    write(axes, 4 * scale, plot.top + 4 * scale, picture.load_axis, small, color=ink, va="bottom")
    write(axes, plot.right, 3 * scale, picture.doubt_axis, small, color=ink, ha="right", va="bottom")


def _ticks(most: float) -> list[float]:
    """Round numbers from 0 to the most, few enough to be read."""
    if most <= 0:
        return [0.0]
    base = 10.0 ** floor(log10(most))
    steps = (base / 10 * factor for factor in (1, 2, 5, 10, 20, 50))
    step = next(step for step in steps if most / step < MOST_TICKS)
    if most >= 1 and most == int(most):
        step = max(1.0, step)
    return [step * index for index in range(ceil(most / step) + 1) if step * index <= most * 1.0001]


def _points(axes: Axes, picture: LoadPicture, frame: _Frame, colours: Palette, scale: float) -> None:
    groups = _groups(picture, frame, scale)
    spots = [spot for spot, _ in groups]
    labels = placed(spots, LABEL * LINE * scale, lambda text: (ems(text) * LABEL + APART) * scale)
    leads = [_lead(label) for label in labels if label.leads]
    axes.add_collection(
        LineCollection(leads, colors=colours.line_strong, linewidths=0.8 * scale), autolim=False
    )
    for _, points in groups:
        _marks(axes, frame, points, colours, scale)
    bold = font(LABEL * scale, "SemiBold")
    for label in labels:
        for index, line in enumerate(label.lines):
            y = label.box.top - (index + 0.5) * LABEL * LINE * scale
            write(axes, label.box.left, y, line, bold, color=colours.ink, va="center_baseline")


def _inside(frame: _Frame, scale: float) -> Box:
    """Where labels may stand: between the names of the quadrants."""
    plot, room = frame.plot, 1.4 * LABEL * LINE * scale
    return Box(plot.left + 3 * scale, frame.bottom - room, plot.right - 3 * scale, frame.top + room)


def _groups(picture: LoadPicture, frame: _Frame, scale: float) -> list[tuple[Spot, list[LoadPoint]]]:
    """Points of a quadrant whose marks touch share a spot, and so one list; heaviest first."""
    inside, (x, y) = _inside(frame, scale), _splits(picture, frame)
    found: list[tuple[Box, list[LoadPoint]]] = []
    for point in picture.points:
        room = _quarter(inside, x, y, frame.x(point.vulnerability) > x, frame.y(point.load) > y)
        near = (
            group
            for other, group in found
            if other == room and _distance(frame, group[0], point) < NEAR * scale
        )
        home = next(near, None)
        if home is None:
            found.append((room, [point]))
        else:
            home.append(point)
    return [(_spot(_around(frame, points, MARK * scale), room, points), points) for room, points in found]


def _quarter(inside: Box, x: float, y: float, right: bool, upper: bool) -> Box:
    return Box(
        x if right else inside.left,
        y if upper else inside.bottom,
        inside.right if right else x,
        inside.top if upper else y,
    )


def _spot(mark: Box, room: Box, points: list[LoadPoint]) -> Spot:
    return Spot(mark, room, tuple(point.label for point in points), tuple(point.code for point in points))


def _distance(frame: _Frame, one: LoadPoint, other: LoadPoint) -> float:
    across = frame.x(one.vulnerability) - frame.x(other.vulnerability)
    return hypot(across, frame.y(one.load) - frame.y(other.load))


def _around(frame: _Frame, points: list[LoadPoint], radius: float) -> Box:
    xs = [frame.x(point.vulnerability) for point in points]
    ys = [frame.y(point.load) for point in points]
    return Box(min(xs) - radius, min(ys) - radius, max(xs) + radius, max(ys) + radius)


def _marks(axes: Axes, frame: _Frame, points: list[LoadPoint], colours: Palette, scale: float) -> None:
    for x, y in dict.fromkeys((frame.x(point.vulnerability), frame.y(point.load)) for point in points):
        axes.add_line(_disc(x, y, colours, scale))


def _disc(x: float, y: float, colours: Palette, scale: float) -> Line2D:
    return Line2D(
        [x],
        [y],
        linestyle="none",
        marker="o",
        markersize=2 * MARK * scale,
        markeredgewidth=1.4 * scale,
        markeredgecolor=colours.brand,
        markerfacecolor=colours.brand,
    )


def _lead(label: Placed) -> list[tuple[float, float]]:
    box, spot = label.box, label.spot
    x = min(max(spot.x, box.left), box.right)
    y = min(max(spot.y, box.bottom), box.top)
    return [(spot.x, spot.y), (x, y)]
