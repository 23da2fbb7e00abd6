"""A tornado: for each assumption a bar from the probability if it failed to the probability if it held."""

from collections.abc import Sequence

from matplotlib.axes import Axes
from matplotlib.collections import LineCollection, PolyCollection
from matplotlib.figure import Figure

from models.charts.glyphs import ems, shortened
from models.charts.palette import Palette
from models.charts.style import Corners, cleared, font, footline, headline, write
from models.schema.pictures import Tornado, TornadoBar

FEWEST_ROWS = 2
LONGEST_LABEL = 44
LABEL, DETAIL, TICK = 9.0, 8.5, 8.0
BAR = 0.56
ROOM, MARGINS, LEAST_BARS = 0.22, 16.0, 80.0
SPANS = (0.05, 0.1, 0.2, 0.5, 1.0)
HATCH = "/" * 6
MIDDLE = "center_baseline"


def draw_tornado(figure: Figure, shown: Tornado, colours: Palette, scale: float = 1.0) -> None:
    """Draw the bars into the figure; `scale` enlarges the type. A later call replaces what is shown.

    The scale starts at 0% and ends at 100%, or earlier where all is far below that; its ends are written.
    """
    rows = max(len(shown.bars), FEWEST_ROWS)
    span = _span(shown)
    width = figure.get_figwidth() * 72 - MARGINS
    titles = _titles(shown, width, scale)
    room = _room(shown, titles, width, scale)
    axes = cleared(figure)
    axes.set_xlim(-room * span, (1 + room) * span)
    axes.set_ylim(rows + 0.4, -1.35)
    headline(figure, shown.title, colours, scale)
    footline(figure, shown.foot, colours, scale)
    _scale(axes, rows, span, colours, scale)
    _labels(axes, titles, -room * span, colours, scale)
    _bars(axes, shown, colours, scale)
    _ends(axes, shown.bars, colours, scale)
    _now(axes, shown, rows, colours, scale)


def _span(shown: Tornado) -> float:
    most = max([shown.probability, *(max(bar.if_fails, bar.if_holds) for bar in shown.bars)])
    return next(span for span in SPANS if most <= span)


def _scale(axes: Axes, rows: int, span: float, colours: Palette, scale: float) -> None:
    """Faint lines at every quarter of the scale, with the percent that they stand for."""
    places = [span * quarter / 4 for quarter in range(5)]
    lines = [[(place, -0.5), (place, rows - 0.5)] for place in places]
    grid = LineCollection(lines, colors=colours.line, linewidths=0.8 * scale, zorder=0.5)
    axes.add_collection(grid, autolim=False)
    small = font(TICK * scale)
    for place in places[::2]:
        text = f"{place * 100:g}%"
        write(axes, place, rows - 0.4, text, small, color=colours.ink_soft, ha="center", va="top")


def _titles(shown: Tornado, width: float, scale: float) -> list[str]:
    """The names before the bars; shorter ones, and at last codes, where the bars would be too short to be compared."""
    titles = [shortened(bar.title, LONGEST_LABEL) for bar in shown.bars]
    labels, codes = [bar.label for bar in shown.bars], [bar.code for bar in shown.bars]
    kinds = (titles, labels)
    return next((kind for kind in kinds if _rest(shown, kind, width, scale) >= LEAST_BARS), codes)


def _rest(shown: Tornado, titles: Sequence[str], width: float, scale: float) -> float:
    """What names and words leave of the width for the bars."""
    return width - _indent(titles, scale) - 2 * _written(shown, scale)


def _room(shown: Tornado, titles: Sequence[str], width: float, scale: float) -> float:
    """How much of the scale's length is kept at both of its ends, for what is written there."""
    written = _written(shown, scale)
    return max(ROOM, written / max(_rest(shown, titles, width, scale), LEAST_BARS / 2))


def _written(shown: Tornado, scale: float) -> float:
    """How wide what is written at the end of a bar is at the most, in points."""
    texts = [text for bar in shown.bars for text in (bar.fails_text, bar.holds_text)]
    return (max(map(ems, texts), default=0) * DETAIL + 6) * scale


def _indent(titles: Sequence[str], scale: float) -> float:
    """How wide the names are, in points."""
    return (max(map(ems, titles), default=0) * LABEL + 4) * scale


def _labels(axes: Axes, titles: Sequence[str], left: float, colours: Palette, scale: float) -> None:
    width, plain = _indent(titles, scale), font(LABEL * scale)
    for row, title in enumerate(titles):
        write(axes, left, row, title, plain, -width, layout=True, color=colours.ink, va=MIDDLE)


def _bars(axes: Axes, shown: Tornado, colours: Palette, scale: float) -> None:
    """Filled towards what it would be if the assumption held, hatched towards what if it failed."""
    now, line = shown.probability, 0.8 * scale
    held = [_block(row, now, bar.if_holds) for row, bar in enumerate(shown.bars)]
    failed = [_block(row, now, bar.if_fails) for row, bar in enumerate(shown.bars)]
    filled = PolyCollection(held, facecolor=colours.brand, edgecolor=colours.brand, linewidth=line)
    hatched = PolyCollection(
        failed, facecolor=colours.panel, edgecolor=colours.brand, linewidth=line, hatch=HATCH
    )
    for blocks in (filled, hatched):
        axes.add_collection(blocks, autolim=False)


def _block(row: int, start: float, end: float) -> Corners:
    left, right = min(start, end), max(start, end)
    top, bottom = row - BAR / 2, row + BAR / 2
    return [(left, top), (right, top), (right, bottom), (left, bottom)]


def _ends(axes: Axes, bars: Sequence[TornadoBar], colours: Palette, scale: float) -> None:
    plain, shift, ink = font(DETAIL * scale), 4 * scale, colours.ink_soft
    for row, bar in enumerate(bars):
        rising = bar.if_holds >= bar.if_fails
        low, high = (bar.fails_text, bar.holds_text) if rising else (bar.holds_text, bar.fails_text)
        left, right = sorted((bar.if_fails, bar.if_holds))
        write(axes, left, row, low, plain, -shift, color=ink, va=MIDDLE, ha="right")
        write(axes, right, row, high, plain, shift, color=ink, va=MIDDLE, ha="left")


def _now(axes: Axes, shown: Tornado, rows: int, colours: Palette, scale: float) -> None:
    now = shown.probability
    line = LineCollection([[(now, -0.6), (now, rows - 0.5)]], colors=colours.ink, linewidths=1.4 * scale)
    axes.add_collection(line, autolim=False)
    bold = font(DETAIL * scale, "SemiBold")
    write(axes, now, -0.72, shown.text, bold, color=colours.ink, ha="center", va="bottom")
