"""What the room foresaw: for each recommendation its hands as one bar, and the sign of what it came to.

What nobody expected stands on top: the recommendations where most hands were wrong come first. One or two are drawn
large: over the hands what most of them said, under them what came.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from matplotlib.axes import Axes
from matplotlib.collections import PolyCollection
from matplotlib.figure import Figure

from models.charts.chart_signs import draw_signs
from models.charts.glyphs import ems, shortened
from models.charts.palette import Palette
from models.charts.style import Corners, Weight, filled, font, write
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


GIVEN = (Status.ACCEPTED, Status.OPEN, Status.REJECTED)
HIGH, LARGEST, LEAST = 116.0, 2.0, 0.8
"""How high one recommendation is in points, and by how much that may become larger or smaller."""
LARGE_MARGIN, LARGE_LONGEST_NAME = 14.0, 60
LARGE_NAME, GUESS, LARGE_BAR, BAR_END, ANSWER = 13.0, 33.0, 54.0, 88.0, 105.0  # points from the top
NAME_TYPE, TYPE, LARGE_NUMBER = 13.0, 11.0, 12.0  # points
ARROW, LARGE_SIGN_ROOM = 5.0, 14.0  # points
CENTRED = "center_baseline"


def _draw_large(
    axes: Axes,
    bars: Sequence[ForesightBar],
    ways: Sequence[str],
    box: tuple[float, float],
    colours: Palette,
    scale: float,
) -> None:
    """Draw them one below the other in a width and a height, as large as that lets them be."""
    width, height = box
    row = height / max(1, len(bars))
    size = scale * min(LARGEST, max(LEAST, row / (HIGH * scale)))
    for place, bar in enumerate(bars):
        top = place * row + max(0.0, (row - HIGH * size) / 2)
        _Large(axes, bar, ways, (LARGE_MARGIN * size, width - LARGE_MARGIN * size), top, colours, size).draw()


class _Large:
    """One recommendation in its place: from where to where it goes across, where it begins, and its scale."""

    def __init__(
        self,
        axes: Axes,
        bar: ForesightBar,
        ways: Sequence[str],
        across: tuple[float, float],
        top: float,
        colours: Palette,
        size: float,
    ) -> None:
        self._axes, self._bar, self._ways = axes, bar, ways
        self._left, self._right = across
        self._top, self._colours, self._size = top, colours, size
        unit = (self._right - self._left) / max(1, sum(bar.hands))
        ends = [self._left + unit * sum(bar.hands[:place]) for place in range(len(bar.hands) + 1)]
        self._spans = dict(zip(GIVEN, pairwise(ends), strict=True))

    def draw(self) -> None:
        """Its name, the guess over its hands, and the answer under them."""
        bar, colours = self._bar, self._colours
        self._write(
            self._left,
            LARGE_NAME,
            shortened(bar.title, LARGE_LONGEST_NAME),
            NAME_TYPE,
            "SemiBold",
            colours.ink,
        )
        most = [status for status, hands in zip(GIVEN, bar.hands, strict=True) if hands == max(bar.hands)]
        self._point(most[0] if len(most) == 1 else None, bar.guess, GUESS, "v", colours.ink_soft)
        self._hands()
        tone = colours.good if bar.hit else colours.bad
        self._point(bar.status, bar.answer, ANSWER, "^", tone, signed=True)

    def _write(
        self, x: float, down: float, words: str, points: float, weight: Weight, ink: str, ha: str = "left"
    ) -> None:
        y = self._top + down * self._size
        write(self._axes, x, y, words, font(points * self._size, weight), color=ink, va=CENTRED, ha=ha)

    def _hands(self) -> None:
        """The hands: full colour for those that were right, its soft one for the others."""
        parts: list[tuple[Corners, str, str]] = []
        for (status, (start, end)), number, word in zip(
            self._spans.items(), self._bar.hands, self._ways, strict=True
        ):
            if not number:
                continue
            tone, right = sign(status).tone.value, status is self._bar.status
            fill = getattr(self._colours, tone if right else f"{tone}_soft")
            parts.append((self._block(start, end), fill, getattr(self._colours, tone)))
            said = (f"{number} {word}", str(number), "")
            fitting = next(text for text in said if not text or self._fits(text, end - start))
            ink = self._colours.panel if right else self._colours.ink
            middle = (start + end) / 2, (LARGE_BAR + BAR_END) / 2
            self._write(*middle, fitting, LARGE_NUMBER, "SemiBold", ink, "center")
        blocks, fills, edges = zip(*parts, strict=True) if parts else ((), (), ())
        drawn = PolyCollection(blocks, facecolor=fills, edgecolor=edges, linewidth=0.8 * self._size)
        self._axes.add_collection(drawn, autolim=False)

    def _fits(self, text: str, room: float) -> bool:
        return room > (ems(text) * LARGE_NUMBER + 8) * self._size

    def _block(self, start: float, end: float) -> Corners:
        left, right = start + self._size, end - self._size
        top, bottom = (self._top + down * self._size for down in (LARGE_BAR, BAR_END))
        return [(left, top), (right, top), (right, bottom), (left, bottom)]

    def _point(
        self, at: Status | None, words: str, down: float, marker: str, ink: str, *, signed: bool = False
    ) -> None:
        """Words that point at the hands of which they tell; at none where these are tied."""
        size = self._size
        room = LARGE_SIGN_ROOM * size if signed else 0.0
        wide = ems(words) * TYPE * size + room
        middle = sum(self._spans[at]) / 2 if at else self._left + wide / 2
        left = min(max(self._left, middle - wide / 2), self._right - wide)
        if at:
            edge = LARGE_BAR - ARROW - 2 if marker == "v" else BAR_END + ARROW + 2
            y, area = self._top + edge * size, (1.6 * ARROW * size) ** 2
            self._axes.scatter([middle], [y], s=area, marker=marker, color=ink, linewidth=0, clip_on=False)
        if at and signed:
            place = left + LARGE_SIGN_ROOM * size * 0.4, self._top + down * size
            draw_signs(self._axes, [place], [sign(at)], self._colours, size)
        self._write(left + room, down, words, TYPE, "SemiBold" if signed else "Regular", ink)


def draw_foresight(figure: Figure, picture: ForesightPicture, colours: Palette, scale: float = 1.0) -> None:
    """Draw the bars into the figure; a later call replaces what is shown."""
    bars = sorted(picture.bars, key=lambda bar: bar.hit)
    axes, width, height = filled(figure, colours.panel)
    axes.set_xlim(0, width)
    axes.set_ylim(height, 0)
    if len(bars) <= LARGE:
        _draw_large(axes, bars, picture.ways, (width, height), colours, scale)
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
