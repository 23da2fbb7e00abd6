"""The stress test for paper: recommendations against assumptions, with the verdict that a change would bring.

All lengths are points from the upper left corner. Shapes tell verdicts and squares tell stances without colour.
"""

from collections.abc import Sequence
from typing import Any, Literal

from matplotlib.axes import Axes
from matplotlib.collections import LineCollection, PolyCollection
from matplotlib.figure import Figure

from models.charts.glyphs import ems, shortened
from models.charts.palette import Palette, Shape, shape, tones
from models.charts.style import Corners, font, write
from models.schema.case import Stance, Verdict
from models.schema.value import Answer

Mark = Shape | Stance | Literal["same", "never"]

LABEL, CODE = 8.0, 7.1
LONGEST_LABEL, WIDEST_LABEL, LONGEST_CODE = 40, 168.0, 12
NOW, NARROWEST, WIDEST = 25.0, 14.0, 22.0
REGULAR = 0.97
HEADER, ROW, KEY_LINE = 22.0, 11.0, 12.0
SHAPE_SIZE = 5.6
MARKERS: dict[Shape, str] = {"disc": "o", "diamond": "D", "ring": "o", "triangle": "^"}
NOW_WORD = "now"


class StressColumn(Answer):
    """An assumption and the stance that it is changed to; greyed if it can never decide anything."""

    code: str
    to: Stance | None
    never: bool = False


class StressRow(Answer):
    """A recommendation with its verdict now, and after each change; None where nothing changes."""

    code: str
    title: str
    now: Verdict
    after: tuple[Verdict | None, ...]


class StressKey(Answer):
    """What a mark means."""

    mark: Mark
    text: str


class StressPicture(Answer):
    """What the chart shows."""

    columns: tuple[StressColumn, ...]
    rows: tuple[StressRow, ...]
    key: tuple[StressKey, ...]


def columns_that_fit(picture: StressPicture, width: float) -> int:
    """How many columns can stand side by side in so many points."""
    return max(1, int((width - _left(picture)) / _narrowest(picture)))


def stress_figure(picture: StressPicture, colours: Palette, width: float) -> Figure:
    """The chart as a figure so many points wide and as high as its rows need."""
    lines = _key_lines(picture, width)
    height = HEADER + len(picture.rows) * ROW + 4 + len(lines) * KEY_LINE
    figure = Figure(figsize=(width / 72, height / 72))
    draw_stress(figure, picture, colours)
    return figure


def draw_stress(figure: Figure, picture: StressPicture, colours: Palette) -> None:
    """Draw the matrix from the upper left corner; a later call replaces what is shown."""
    figure.clear()
    figure.set_facecolor(colours.panel)
    width, height = (72 * side for side in figure.get_size_inches())
    axes = figure.add_axes((0, 0, 1, 1))
    axes.set_axis_off()
    axes.set_xlim(0, width)
    axes.set_ylim(height, 0)
    left = _left(picture)
    pitch = min(WIDEST, (width - left) / max(1, len(picture.columns)))
    middles = [left + (place + 0.5) * pitch for place in range(len(picture.columns))]
    _grounds(axes, picture, colours, middles, pitch)
    _heads(axes, picture, colours, middles)
    _rows(axes, picture, colours, middles)
    _key(axes, picture, colours, width)


def _left(picture: StressPicture) -> float:
    """Where the columns of changes begin."""
    widest = max(ems(_label(row)) for row in picture.rows) * LABEL * REGULAR
    return _codes(picture) + widest + NOW


def _codes(picture: StressPicture) -> float:
    return (max(ems(_code(row.code)) for row in picture.rows) + 0.7) * LABEL


def _narrowest(picture: StressPicture) -> float:
    return max(NARROWEST, *(ems(_code(column.code)) * CODE + 1.2 for column in picture.columns))


def _code(code: str) -> str:
    return shortened(code, LONGEST_CODE)


def _label(row: StressRow) -> str:
    length = LONGEST_LABEL
    while ems(shortened(row.title, length)) * LABEL > WIDEST_LABEL:
        length -= 1
    return shortened(row.title, length)


def _middle(row: int) -> float:
    return HEADER + (row + 0.5) * ROW


def _box(x: float, y: float, width: float, height: float) -> Corners:
    return [
        (x - width / 2, y - height / 2),
        (x + width / 2, y - height / 2),
        (x + width / 2, y + height / 2),
        (x - width / 2, y + height / 2),
    ]


def _grounds(
    axes: Axes, picture: StressPicture, colours: Palette, middles: Sequence[float], pitch: float
) -> None:
    """Lines between rows, grey for what can never decide, and a tint where a verdict changes."""
    depth = len(picture.rows) * ROW
    right = middles[-1] + pitch / 2
    lines = [
        [(0, HEADER + place * ROW), (right, HEADER + place * ROW)] for place in range(len(picture.rows) + 1)
    ]
    never = [
        _box(x, (HEADER + depth) / 2, pitch, HEADER + depth)
        for x, column in zip(middles, picture.columns, strict=True)
        if column.never
    ]
    tints: dict[str, list[Corners]] = {}
    for place, row in enumerate(picture.rows):
        for x, verdict in zip(middles, row.after, strict=True):
            if verdict is not None:
                tinted = tints.setdefault(tones(colours, verdict)[1], [])
                tinted.append(_box(x, _middle(place), pitch - 1, ROW - 1))
    axes.add_collection(PolyCollection(never, facecolor=colours.track), autolim=False)
    axes.add_collection(LineCollection(lines, colors=colours.line, linewidths=0.5), autolim=False)
    for tint, boxes in tints.items():
        axes.add_collection(PolyCollection(boxes, facecolor=tint), autolim=False)


def _heads(axes: Axes, picture: StressPicture, colours: Palette, middles: Sequence[float]) -> None:
    bold = font(CODE, "SemiBold")
    centred: dict[str, Any] = {"ha": "center", "va": "center_baseline"}
    write(
        axes,
        middles[0] - _half(middles) - NOW / 2,
        16.0,
        NOW_WORD,
        font(CODE),
        color=colours.ink_soft,
        **centred,
    )
    for x, column in zip(middles, picture.columns, strict=True):
        ink = colours.ink_soft if column.never else colours.ink
        write(axes, x, 5.5, _code(column.code), bold, color=ink, **centred)
        if column.to is not None:
            _stance(axes, column.to, x, 16.0, colours.ink_faint if column.never else "", colours)


def _half(middles: Sequence[float]) -> float:
    return (middles[1] - middles[0]) / 2 if len(middles) > 1 else WIDEST / 2


def _rows(axes: Axes, picture: StressPicture, colours: Palette, middles: Sequence[float]) -> None:
    bold, plain = font(LABEL, "SemiBold"), font(LABEL)
    codes, now = _codes(picture), middles[0] - _half(middles) - NOW / 2
    same: list[tuple[float, float]] = []
    for place, row in enumerate(picture.rows):
        y = _middle(place)
        write(axes, 0, y, _code(row.code), bold, color=colours.ink_soft, va="center_baseline")
        write(axes, codes, y, _label(row), plain, color=colours.ink, va="center_baseline")
        _shape(axes, shape(row.now), now, y, tones(colours, row.now)[0])
        for x, column, verdict in zip(middles, picture.columns, row.after, strict=True):
            if verdict is not None:
                _shape(axes, shape(verdict), x, y, tones(colours, verdict)[0])
            elif not column.never:
                same.append((x, y))
    if same:
        _dots(axes, same, colours)


def _dots(axes: Axes, places: Sequence[tuple[float, float]], colours: Palette) -> None:
    axes.scatter(
        [x for x, _ in places],
        [y for _, y in places],
        s=2.6,
        marker="o",
        color=colours.line_strong,
        linewidths=0,
    )


def _shape(axes: Axes, name: Shape, x: float, y: float, tone: str) -> None:
    size = SHAPE_SIZE * {"diamond": 0.84, "triangle": 1.06}.get(name, 1.0)
    fill, edge = ("none", 1.3) if name == "ring" else (tone, 0.0)
    axes.scatter(
        [x], [y], s=size**2, marker=MARKERS[name], facecolors=fill, edgecolors=tone, linewidths=edge, gid=name
    )


def _stance(axes: Axes, stance: Stance, x: float, y: float, tone: str, colours: Palette) -> None:
    """A square with a tick, or a full one with a cross."""
    tone = tone or (colours.bad if stance is Stance.FAILS else colours.good)
    fill = tone if stance is Stance.FAILS else colours.panel
    axes.add_collection(
        PolyCollection([_box(x, y, 7, 7)], facecolor=fill, edgecolor=tone, linewidth=0.8), autolim=False
    )
    if stance is Stance.FAILS:
        strokes = [[(x - 1.8, y - 1.8), (x + 1.8, y + 1.8)], [(x - 1.8, y + 1.8), (x + 1.8, y - 1.8)]]
    else:
        strokes = [[(x - 2, y + 0.2), (x - 0.6, y + 1.7), (x + 2.1, y - 1.7)]]
    ink = colours.panel if stance is Stance.FAILS else tone
    axes.add_collection(LineCollection(strokes, colors=ink, linewidths=1.1), autolim=False)


def _key_lines(picture: StressPicture, width: float) -> list[list[tuple[float, StressKey]]]:
    """The key's entries with their places, in as many lines as they need."""
    lines: list[list[tuple[float, StressKey]]] = [[]]
    x = 0.0
    for entry in picture.key:
        wide = 11 + ems(entry.text) * LABEL * REGULAR + 9
        if x and x + wide - 9 > width:
            lines.append([])
            x = 0.0
        lines[-1].append((x, entry))
        x += wide
    return lines


def _key(axes: Axes, picture: StressPicture, colours: Palette, width: float) -> None:
    for number, entries in enumerate(_key_lines(picture, width)):
        y = HEADER + len(picture.rows) * ROW + 4 + (number + 0.5) * KEY_LINE
        for x, entry in entries:
            _key_mark(axes, entry.mark, x + 4, y, colours)
            write(axes, x + 11, y, entry.text, font(LABEL), color=colours.ink_soft, va="center_baseline")


def _key_mark(axes: Axes, mark: Mark, x: float, y: float, colours: Palette) -> None:
    if isinstance(mark, Stance):
        _stance(axes, mark, x, y, "", colours)
    elif mark == "same":
        _dots(axes, [(x, y)], colours)
    elif mark == "never":
        axes.add_collection(PolyCollection([_box(x, y, 7, 9)], facecolor=colours.track), autolim=False)
    else:
        tone = {"disc": colours.good, "diamond": colours.warn, "ring": colours.open, "triangle": colours.bad}[
            mark
        ]
        _shape(axes, mark, x, y, tone)
