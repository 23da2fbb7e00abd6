"""What the room foresaw: for each recommendation its hands as one bar, and the sign of what it came to.

What nobody expected stands on top: the recommendations where most hands were wrong come first.
"""

from collections.abc import Iterator, Sequence

from matplotlib.axes import Axes
from matplotlib.collections import PolyCollection
from matplotlib.figure import Figure

from models.charts.chart_signs import draw_signs
from models.charts.foresight_large import CENTRED, GIVEN, draw_large
from models.charts.glyphs import ems, shortened
from models.charts.palette import Palette
from models.charts.style import Corners, cleared, font, write
from models.language.states import sign
from models.schema.pictures import ForesightBar, ForesightPicture
from models.schema.result import Status

NAME, NUMBER, HEAD = 9.0, 8.5, 8.5  # points
LONGEST_NAME = 40
LARGE = 2
"""So many recommendations are drawn large."""
BAR = 0.62  # part of a row
MARGIN, SIGN_ROOM, APART = 6.0, 18.0, 10.0  # points
HEADS, FOOT = 20.0, 4.0  # points above and below the rows


def draw_foresight(figure: Figure, picture: ForesightPicture, colours: Palette, scale: float = 1.0) -> None:
    """Draw the bars into the figure; a later call replaces what is shown."""
    bars = sorted(picture.bars, key=lambda bar: bar.hit)
    axes = cleared(figure, 1)[0]
    figure.set_layout_engine("none")
    figure.set_facecolor(colours.panel)
    width, height = (72 * side for side in figure.get_size_inches())
    axes.set_position((0, 0, 1, 1))
    axes.set_xlim(0, width)
    axes.set_ylim(height, 0)
    if len(bars) <= LARGE:
        draw_large(axes, bars, picture.ways, (width, height), colours, scale)
        return
    left, right = _edges(bars, width, scale)
    most = max(sum(bar.hands) for bar in bars)
    row = (height - (HEADS + FOOT) * scale) / len(bars)
    _heads(axes, picture.ways, left, colours, scale)
    for place, bar in enumerate(bars):
        middle = HEADS * scale + (place + 0.5) * row
        if not bar.hit:
            _ground(axes, middle, row, width, colours)
        _row(axes, bar, middle, left, colours, scale)
        _bar(axes, bar, (left, (right - left) / most), (middle, row * BAR), colours, scale)
        _outcome(axes, bar, middle, right, colours, scale)


def _ground(axes: Axes, middle: float, row: float, width: float, colours: Palette) -> None:
    """What lies under a recommendation of which the room was wrong."""
    top, bottom = middle - row / 2 + 1, middle + row / 2 - 1
    corners = [(0.0, top), (width, top), (width, bottom), (0.0, bottom)]
    band = PolyCollection([corners], facecolor=colours.bad_soft, edgecolor="none", zorder=0)
    axes.add_collection(band, autolim=False)


def _edges(bars: Sequence[ForesightBar], width: float, scale: float) -> tuple[float, float]:
    """Where the bars begin and end: after the longest name, before the longest outcome."""
    names = max((ems(shortened(bar.title, LONGEST_NAME)) for bar in bars), default=0) * NAME
    told = max((ems(bar.right) for bar in bars), default=0) * NUMBER
    left = (MARGIN + names + APART) * scale
    return left, max(left + 40 * scale, width - (told + SIGN_ROOM + APART + MARGIN) * scale)


def _heads(axes: Axes, ways: Sequence[str], left: float, colours: Palette, scale: float) -> None:
    """What the parts of the bars are, over them."""
    x = left
    for status, word in zip(GIVEN, ways, strict=True):
        mark = sign(status)
        draw_signs(axes, [(x + 5 * scale, HEADS * scale / 2)], [mark], colours, scale * 0.85)
        write(
            axes,
            x + 13 * scale,
            HEADS * scale / 2,
            word,
            font(HEAD * scale),
            color=colours.ink_soft,
            va=CENTRED,
        )
        x += (ems(word) * HEAD + 27) * scale


def _row(axes: Axes, bar: ForesightBar, middle: float, left: float, colours: Palette, scale: float) -> None:
    name = shortened(bar.title, LONGEST_NAME)
    weight = font(NAME * scale, "Regular" if bar.hit else "SemiBold")
    write(axes, left - APART * scale, middle, name, weight, color=colours.ink, va=CENTRED, ha="right")


def _parts(bar: ForesightBar, start: float, unit: float) -> Iterator[tuple[Status, int, float, float]]:
    """The parts of a bar that have hands: for what, how many, and from where to where."""
    x = start
    for status, number in zip(GIVEN, bar.hands, strict=True):
        if number:
            yield status, number, x, x + number * unit
        x += number * unit


def _bar(
    axes: Axes,
    bar: ForesightBar,
    across: tuple[float, float],
    down: tuple[float, float],
    colours: Palette,
    scale: float,
) -> None:
    """The hands: full colour for those that were right, its soft one for the others."""
    parts, blocks, fills = list(_parts(bar, *across)), [], []
    for status, number, start, end in parts:
        tone, right = sign(status).tone.value, status is bar.status
        blocks.append(_block(start, end, *down, scale))
        fills.append(getattr(colours, tone if right else f"{tone}_soft"))
        if end - start > (ems(str(number)) * NUMBER + 4) * scale:
            ink = colours.panel if right else colours.ink
            number_font = font(NUMBER * scale, "SemiBold")
            write(
                axes, (start + end) / 2, down[0], str(number), number_font, color=ink, ha="center", va=CENTRED
            )
    edges = [getattr(colours, sign(status).tone.value) for status, *_ in parts]
    drawn = PolyCollection(blocks, facecolor=fills, edgecolor=edges, linewidth=0.8 * scale)
    axes.add_collection(drawn, autolim=False)


def _block(start: float, end: float, middle: float, high: float, scale: float) -> Corners:
    left, right, top, bottom = start + scale, end - scale, middle - high / 2, middle + high / 2
    return [(left, top), (right, top), (right, bottom), (left, bottom)]


def _outcome(
    axes: Axes, bar: ForesightBar, middle: float, right: float, colours: Palette, scale: float
) -> None:
    x = right + APART * scale
    draw_signs(axes, [(x + 5 * scale, middle)], [sign(bar.status)], colours, scale)
    ink = colours.ink_soft if bar.hit else colours.bad
    weight = font(NUMBER * scale, "Regular" if bar.hit else "SemiBold")
    write(axes, x + SIGN_ROOM * scale, middle, bar.right, weight, color=ink, va=CENTRED)
